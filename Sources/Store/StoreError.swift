/// What is broken about the database itself.
public struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of breakage.
    public enum Code: String, Sendable, Hashable {
        /// The file of an applied migration has changed since.
        case migrationChanged
        /// A migration failed.
        case migrationFailed
        /// Another process held the lock for migrations for too long.
        case migrationBusy
        /// A row holds a value that this program does not know.
        case unknownValue
        /// There is no key, and what is to be kept may not be kept open.
        case noKey
        /// Others write the same without end.
        case busy
    }

    /// The kind of breakage.
    public var code: Code
    /// A sentence for a person, without a row's values.
    public var message: String
    /// What is wrong with the database, when that is the reason.
    public var outage: Outage?

    /// The code and the message.
    public var description: String { "\(code.rawValue): \(message)" }
}
