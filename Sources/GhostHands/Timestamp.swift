public import FoundationEssentials

/// Times as the wire shows them: ISO 8601 in UTC, with milliseconds.
public enum Timestamp {
    /// Writes a time.
    ///
    /// - Parameter date: the time.
    /// - Returns: for example `2026-02-16T12:00:00.000Z`.
    public static func text(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// Reads a time as RFC 3339 has it: a day of the calendar, a time of the day, and a zone.
    ///
    /// - Parameter text: for example `2026-02-16T12:00:00Z` or `2026-02-16T13:00:00.250+01:00`.
    /// - Returns: the time, or nil when it is none, or one beyond ``Bounds/times``.
    public static func date(_ text: String) -> Date? {
        let shape =
            /([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(\.[0-9]{1,9})?(?:[Zz]|([+-])([0-9]{2}):?([0-9]{2}))/
        guard text.utf8.count <= 40, let match = text.wholeMatch(of: shape)?.output,
            let day = day(match.1, match.2, match.3), let hour = number(match.4, below: 24),
            let minute = number(match.5, below: 60), let second = number(match.6, below: 60),
            let hoursOff = number(match.9 ?? "0", below: 24), let minutesOff = number(match.10 ?? "0", below: 60)
        else { return nil }
        let offset = (hoursOff * 60 + minutesOff) * (match.8 == "-" ? -60 : 60)
        let fraction = Double("0" + (match.7 ?? "")) ?? 0
        let seconds = day * 86_400 + hour * 3600 + minute * 60 + second - offset
        let date = Date(timeIntervalSince1970: Double(seconds) + fraction)
        return Bounds.times.contains(date) ? date : nil
    }

    private static func number(_ digits: Substring, below end: Int) -> Int? {
        Int(digits).flatMap { $0 < end ? $0 : nil }
    }

    /// Days since 1970 to a day of the Gregorian calendar, nil when it has no such day.
    private static func day(_ year: Substring, _ month: Substring, _ day: Substring) -> Int? {
        guard let known = CalendarDate("\(year)-\(month)-\(day)"), let date = known.day else { return nil }
        // Howard Hinnant, "chrono-compatible low-level date algorithms": years begin in March.
        let (year, month) = known.month <= 2 ? (known.year - 1, known.month + 9) : (known.year, known.month - 3)
        return year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date - 719_469
    }
}
