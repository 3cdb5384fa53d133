/// A day, or a month when the day is not known, as people and forms write them.
public struct CalendarDate: Sendable, Hashable {
    /// Four digits.
    public let year: Int
    /// 1...12.
    public let month: Int
    /// 1...31, or nil for a month.
    public let day: Int?

    /// Reads `2020-08-29`, `2020/8/29`, `08/29/2020`, `29.08.2020`, `August 29, 2020`, `29 Aug 2020`, `2020-08`,
    /// `08/2020`, `Aug 2020`, `2020年8月29日`, and names of months in other languages; nil when it is none of these or no day of the calendar.
    ///
    /// Slashes with the year last are read the American way, month first, unless that cannot be.
    public init?(_ text: String) {
        let words = Self.withoutUnits(text.lowercased()).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let parts = Self.withoutTime(words)
        guard let date = Self.named(parts) ?? Self.numeric(parts, text) else { return nil }
        self = date
    }

    private init?(_ year: Int?, _ month: Int?, _ day: Int? = nil) {
        guard let year, let month, (1000...9999).contains(year), (1...12).contains(month) else { return nil }
        if let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date as native date controls take it: `2020-08-29`; nil for a month.
    public var isoDay: String? { day.map { "\(isoMonth)-\(Self.two($0))" } }

    /// The month as native month controls take it: `2020-08`.
    public var isoMonth: String { "\(year)-\(Self.two(month))" }

    /// The one date that stands in a text: "The week beginning Monday 14 June 2027"; nil where none does, or several do.
    init?(within text: String) {
        if let whole = CalendarDate(text) {
            self = whole
            return
        }
        let words = text.split { $0 == " " || $0 == "," }.map(String.init)
        for length in [3, 2, 1] where words.count > length {
            let found = Set(
                (0...(words.count - length)).compactMap { at in
                    CalendarDate(words[at..<(at + length)].joined(separator: " "))
                }
            )
            if found.count == 1, let date = found.first {
                self = date
                return
            }
            if found.count > 1 { return nil }
        }
        return nil
    }

    /// The week as native week controls take it: `2027-W24` (ISO 8601: the week of the year's first Thursday is the
    /// first); nil for a month.
    var isoWeek: String? {
        guard let day else { return nil }
        let ordinal = (1..<month).reduce(day) { $0 + Self.days(in: $1, of: year) }
        // Zeller's congruence, with Monday as 1.
        let (y, m) = month < 3 ? (year - 1, month + 12) : (year, month)
        let weekday = (day + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400 + 5) % 7 + 1
        let week = (ordinal - weekday + 10) / 7
        if week < 1 { return CalendarDate(year - 1, 12, 31)?.isoWeek }
        let hasMore = CalendarDate(year, 12, 31).map { last in
            let lastDay = (weekday - 1 + (Self.length(of: last.year) - ordinal)) % 7 + 1
            return lastDay >= 4
        }
        if week == 53, hasMore == false { return "\(year + 1)-W01" }
        return "\(year)-W\(Self.two(week))"
    }

    private static func length(of year: Int) -> Int { (1...12).reduce(0) { $0 + days(in: $1, of: year) } }

    private static func withoutTime(_ words: [String]) -> [String] {
        guard words.count >= 3, let t = words[2].firstIndex(of: "t"), words[2].first?.isNumber == true,
            let day = Int(words[2][..<t])
        else { return words }
        return Array(words.prefix(2)) + [String(day)]
    }

    private static func named(_ parts: [String]) -> CalendarDate? {
        guard (2...3).contains(parts.count),
            let at = parts.firstIndex(where: { $0.first?.isLetter == true }),
            let month = CalendarMonth.number(named: parts[at])
        else { return nil }
        let numbers = parts.enumerated().filter { $0.offset != at }.map { ordinal($0.element) }
        // "2000. február 9." begins with the year.
        let isYearFirst = numbers.count == 2 && numbers[0] ?? 0 > 31
        guard let year = (isYearFirst ? numbers.first : numbers.last) ?? nil, year > 31 else { return nil }
        return CalendarDate(year, month, numbers.count == 2 ? numbers[isYearFirst ? 1 : 0] : nil)
    }

    /// "2020年8月29日" as its numbers.
    private static func withoutUnits(_ text: String) -> String {
        guard text.contains(where: { "年년".contains($0) }) else { return text }
        return String(text.map { "年月日号년월일".contains($0) ? " " : $0 })
    }

    private static func numeric(_ parts: [String], _ text: String) -> CalendarDate? {
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count else { return nil }
        switch (numbers.count, numbers.first ?? 0) {
        case (3, 1000...): return CalendarDate(numbers[0], numbers[1], numbers[2])
        case (3, _):
            let american = CalendarDate(numbers[2], numbers[0], numbers[1])
            let european = CalendarDate(numbers[2], numbers[1], numbers[0])
            return text.contains(".") ? european ?? american : american ?? european
        case (2, 1000...): return CalendarDate(numbers[0], numbers[1])
        case (2, _): return CalendarDate(numbers[1], numbers[0])
        default: return nil
        }
    }

    private static func ordinal(_ text: String) -> Int? { Int(text.prefix { $0.isNumber }) }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
}
