/// What a connection has read and nobody has taken yet: no more is read while it is too much.
struct Backlog {
    private static let most = 256 * 1024

    private var untaken = 0
    private var holdsRead = false

    /// Bytes have come.
    mutating func came(_ count: Int) { untaken += count }

    /// Whether the connection may be read now; it is held up where it may not.
    mutating func mayRead() -> Bool {
        holdsRead = untaken >= Self.most
        return !holdsRead
    }

    /// Bytes have been taken.
    ///
    /// - Returns: whether the connection was held up, and is to be read now.
    mutating func took(_ count: Int) -> Bool {
        untaken -= count
        guard holdsRead, untaken < Self.most else { return false }
        holdsRead = false
        return true
    }
}
