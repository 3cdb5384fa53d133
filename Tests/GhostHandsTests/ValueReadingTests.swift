import Testing

@testable import GhostHands

@Suite struct ValueReadingTests {
    @Test(
        arguments: [
            ("2020-08-29", "2020-08-29"), ("2020/8/29", "2020-08-29"), ("08/29/2020", "2020-08-29"),
            ("29.08.2020", "2020-08-29"), ("29/08/2020", "2020-08-29"), ("03/04/2020", "2020-03-04"),
            ("03.04.2020", "2020-04-03"), ("August 29, 2020", "2020-08-29"), ("29 Aug 2020", "2020-08-29"),
            ("Aug 1st 2020", "2020-08-01"), ("2024-02-29", "2024-02-29"),
            ("2023-02-29", nil), ("2020-13-01", nil), ("31.04.2020", nil), ("2020-08-29T10:00:00Z", "2020-08-29"),
            ("next Monday", nil), ("5", nil), ("", nil), ("12/12/99", nil), ("1900-02-29", nil),
            ("2000-02-29", "2000-02-29"),
        ] as [(String, String?)]
    )
    func `a day is read however it is written`(text: String, day: String?) {
        #expect(CalendarDate(text)?.isoDay == day)
    }

    @Test(arguments: [
        ("2020-08", "2020-08"), ("08/2020", "2020-08"), ("Aug 2020", "2020-08"), ("August 2020", "2020-08"),
    ])
    func `a month is a date without a day`(text: String, month: String) {
        #expect(CalendarDate(text)?.isoMonth == month)
        #expect(CalendarDate(text)?.isoDay == nil)
    }

    @Test func `a date is written in the form's own format`() throws {
        let day = try #require(CalendarDate("2020-08-09"))
        let formats = ["MM/DD/YYYY", "dd.mm.yyyy", "YYYY-MM-DD", "MM/YYYY", "d/m/yy", "mm/dd", "week", "DD MMM YYYY"]
        let expected = ["08/09/2020", "09.08.2020", "2020-08-09", "08/2020", "9/8/20", nil, nil, "09 Aug 2020"]
        #expect(formats.map { DateNotation(pattern: $0)?.text(of: day) } == expected)
        #expect(CalendarDate("2020-08").flatMap { DateNotation(pattern: "MM/DD/YYYY")?.text(of: $0) } == nil)
    }

    @Test(
        arguments: [
            ("16:05", "16:05"), ("4:05 PM", "16:05"), ("4pm", "16:00"), ("12 am", "00:00"), ("12:30 p.m.", "12:30"),
            ("16:05:30", "16:05"), ("9:00", "09:00"), ("24:00", nil), ("13 pm", nil), ("16", nil), ("noon", nil),
            ("10:61", nil),
        ] as [(String, String?)]
    )
    func `a time of day is read however it is written`(text: String, time: String?) {
        #expect(ClockTime(text)?.text == time)
    }

    @Test(
        arguments: [
            ("$150,000", 150_000), ("1.500,50 €", 1500.5), ("4.5", 4.5), ("12 months", 12), ("1.500", 1500),
            ("0.500", 0.5),
            ("-5", -5), ("150k", 150_000), ("1,50", 1.5), ("1,234,567", 1_234_567), ("$30 - $60", nil), ("none", nil),
            ("3 or 4", nil), ("", nil),
        ] as [(String, Double?)]
    )
    func `one number with its unit is read, several are none`(text: String, value: Double?) {
        #expect(Amount(text)?.value == value)
    }

    @Test func `a number is written without separators or needless decimals`() {
        #expect(Amount("$150,000.00")?.text == "150000")
        #expect(Amount("2.50")?.text == "2.5")
        #expect(Amount.all(in: "$30,001 - $60,000") == [30001, 60000])
    }

    @Test(
        arguments: [
            ("5-10", [5, 7.5, 10], [4.9, 11]), ("10+", [10, 99], [9]), ("under 1", [0, 0.9], [1]),
            ("more than 50", [51], [50]), ("at least 3", [3, 4], [2]), ("up to 5 years", [5, 0], [6]),
            ("no more than 5", [5, 1], [6]), ("not less than 2", [2, 3], [1]),
            ("$30,001 - $60,000", [45_000], [60_001]),
            ("3 to 5 years", [4], [2]),
        ] as [(String, [Double], [Double])]
    )
    func `an option in words stands for the numbers it says`(label: String, inside: [Double], outside: [Double]) throws
    {
        let range = try #require(NumberRange(label))
        #expect(inside.allSatisfy(range.contains))
        #expect(!outside.contains(where: range.contains))
    }

    @Test func `a plain number or a word is no range`() {
        for label in ["5", "Senior", "10-5", "1, 2 or 3"] { #expect(NumberRange(label) == nil) }
    }
}
