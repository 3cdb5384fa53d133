/// Something outside that did not do what it should, in words that hold no data of an applicant and no secret.
public struct OutboundError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Code: String, Sendable, Hashable {
        /// A storage key that could leave its folder, or that no store would take.
        case invalidKey
        /// More bytes than the caller allowed.
        case tooLarge
        /// The time for it was up.
        case timedOut
        /// Nobody answered, or the name could not be resolved.
        case unreachable
        /// The store answered, and said no.
        case refused
        /// The file system said no.
        case fileSystem
    }

    /// What kind of failure it is.
    public var code: Code
    /// What happened, in words.
    public var message: String

    /// A failure.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The failure for a log.
    public var description: String { "\(code.rawValue): \(message)" }
}
