/// Which transactions a statement saw (`pg_current_snapshot()`), so that what was found by looking and what a stream
/// brings can be told apart.
public struct TransactionSnapshot: Sendable, Hashable {
    /// From this one on none had begun.
    private let unknown: UInt32
    private let running: Set<UInt32>

    /// Reads `xmin:xmax:running,…`; nil when the text is none.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, Self.number(parts[0]) != nil, let unknown = Self.number(parts[1]) else { return nil }
        let numbers = parts[2].split(separator: ",")
        running = Set(numbers.compactMap(Self.number))
        guard running.count == numbers.count else { return nil }
        self.unknown = unknown
    }

    /// A number without its epoch, as rows and streams have it.
    private static func number(_ text: Substring) -> UInt32? { UInt64(text).map(UInt32.init(truncatingIfNeeded:)) }

    /// Whether what a transaction has committed was seen.
    ///
    /// - Parameter transaction: the number of a whole transaction; one within another counts as ended once it has begun.
    public func saw(_ transaction: UInt32) -> Bool {
        // Numbers go round: of two the one is before the other that is less than half a round behind it.
        Int32(bitPattern: transaction &- unknown) < 0 && !running.contains(transaction)
    }
}
