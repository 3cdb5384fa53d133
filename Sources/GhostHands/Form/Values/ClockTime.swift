/// A time of day as people and forms write it.
public struct ClockTime: Sendable, Hashable {
    /// As native time controls take it: `16:05`.
    public let text: String

    /// Reads `16:05`, `4:05 PM`, `4pm`, `16:05:00`; nil when it is none of these.
    public init?(_ text: String) {
        let lower = text.lowercased().filter { !$0.isWhitespace && $0 != "." }
        let isAfternoon = lower.hasSuffix("pm")
        let isMorning = lower.hasSuffix("am")
        let digits = isAfternoon || isMorning ? lower.dropLast(2) : lower[...]
        let parts = digits.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...3).contains(parts.count), parts.count > 1 || isAfternoon || isMorning, var hour = parts[0] else {
            return nil
        }
        let minute = parts.count > 1 ? parts[1] : 0
        guard let minute, (0...59).contains(minute) else { return nil }
        if isAfternoon || isMorning {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        guard (0...23).contains(hour) else { return nil }
        self.text = "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}
