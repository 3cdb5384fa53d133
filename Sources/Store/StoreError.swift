/// What is broken about the database itself.
public struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of breakage.
    public enum Code: String, Sendable, Hashable {
        /// A migration was applied whose file is another now.
        case migrationChanged
        /// A migration failed.
        case migrationFailed
        /// A row holds what this program does not know.
        case unknownValue
    }

    /// The kind of breakage.
    public var code: Code
    /// A sentence for a person, without a row's values.
    public var message: String

    /// The code and the message.
    public var description: String { "\(code.rawValue): \(message)" }
}
