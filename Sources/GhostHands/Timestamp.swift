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

    /// Reads a time with or without fractional seconds.
    ///
    /// - Parameter text: ISO 8601 in UTC.
    /// - Returns: the time, or nil when it is none.
    public static func date(_ text: String) -> Date? {
        (try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text))
            ?? (try? Date.ISO8601FormatStyle().parse(text))
    }
}
