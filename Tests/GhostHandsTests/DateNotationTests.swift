import GhostHands
import Testing

@Suite struct DateNotationTests {
    private func written(_ notation: DateNotation?, _ day: String = "2026-02-09") throws -> String? {
        let date = try #require(CalendarDate(day))
        return notation?.text(of: date)
    }

    @Test(arguments: [
        ("TT.MM.JJJJ", "09.02.2026"), ("jj/mm/aaaa", "09/02/2026"), ("gg/mm/aaaa", "09/02/2026"),
        ("dd-mm-jjjj", "09-02-2026"), ("AAAA-MM-JJ", "2026-02-09"), ("RRRR-MM-DD", "2026-02-09"),
        ("ÅÅÅÅ-MM-DD", "2026-02-09"), ("GG.AA.YYYY", "09.02.2026"), ("pp.kk.vvvv", "09.02.2026"),
        ("ДД.ММ.ГГГГ", "09.02.2026"), ("ηη/μμ/εεεε", "09/02/2026"), ("YYYY年MM月DD日", "2026年02月09日"),
        ("DD-MMM-YYYY", "09-Feb-2026"), ("d MMMM yyyy", "9 February 2026"), ("M/D/YYYY", "2/9/2026"),
        ("dd / mm / yyyy", "09 / 02 / 2026"), ("MM/JJJJ", "02/2026"), ("JJ/MM/AA", "09/02/26"),
        ("day/month/year", "09/02/2026"), ("Format: tt.mm.jjjj, bitte", "09.02.2026"),
    ])
    func `a pattern is read in whatever language it is written`(pattern: String, entry: String) throws {
        #expect(try written(DateNotation(pattern: pattern)) == entry)
    }

    @Test(arguments: ["mm/dd", "km/h", "and/or", "", "Street / number", "dd/dd/yyyy", "yyyy"])
    func `what is no whole date is no pattern`(text: String) {
        #expect(DateNotation(pattern: text) == nil)
    }

    @Test(arguments: [
        ("For example, 31/12/2025", "09/02/2026"), ("12/31/2025", "02/09/2026"), ("2025-12-31", "2026-02-09"),
        ("e.g. 27 3 1997", "9 2 2026"), ("01.02.2025", "09.02.2026"), ("28 Mar 2025", "9 Feb 2026"),
        ("March 28, 2025", "February 9, 2026"), ("08-Mar-2025", "09-Feb-2026"),
    ])
    func `an example shows the order, the marks and the noughts`(example: String, entry: String) throws {
        #expect(try written(DateNotation(example: example)) == entry)
    }

    @Test(arguments: ["01/02/2025", "5 of 12 2025", "call 555 010 1999", "2025", "31/31/2025"])
    func `an example that could mean two days, or none, shows nothing`(text: String) {
        #expect(DateNotation(example: text) == nil)
    }

    @Test(arguments: [
        ("en", "02/09/2026"), ("en-US", "02/09/2026"), ("en-GB", "09/02/2026"), ("de", "09.02.2026"),
        ("de-CH", "09.02.2026"), ("fr", "09/02/2026"), ("nl", "09-02-2026"), ("sv", "2026-02-09"), ("fi", "9.2.2026"),
        ("ja", "2026/02/09"), ("en-CA", "2026-02-09"), ("xx", nil), ("", nil),
    ])
    func `a language writes dates in its own way`(language: String, entry: String?) throws {
        #expect(try written(DateNotation(language: language)) == entry)
    }

    @Test func `a day that is not known is not written`() throws {
        #expect(try written(DateNotation(pattern: "DD/MM/YYYY"), "2026-02") == nil)
        #expect(try written(DateNotation(pattern: "MM/YYYY"), "2026-02") == "02/2026")
    }

    @Test func `a text field gets a date by what it shows, else by its language`() {
        var field = Field(kind: .text, label: "Earliest start date")
        field.language = "de"
        #expect(Fit.fit("2026-02-09", to: field) == .text("09.02.2026"))
        field.placeholder = "12/31/2025"
        #expect(Fit.fit("2026-02-09", to: field) == .text("02/09/2026"))
        #expect(Fit.fit("as soon as possible", to: field) == .text("as soon as possible"))
        #expect(Fit.fit("2026-02", to: field) == .text("2026-02"))
    }

    @Test func `a text that asks for no date keeps what was answered`() {
        var field = Field(kind: .text, label: "Which release did you work on?")
        field.language = "de"
        #expect(Fit.fit("2026-02-09", to: field) == .text("2026-02-09"))
    }
}
