public import FoundationEssentials

/// A message of a WebSocket (RFC 6455).
public enum SocketMessage: Sendable, Hashable {
    /// What is said in words: JSON.
    case text(String)
    /// A picture, or a piece of a file.
    case binary(Data)
    /// The other side has ended the conversation, with this code (RFC 6455, 7.4); nil where it gave none.
    case closed(Int?)

    /// How many bytes it carries.
    public var count: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .binary(let data): data.count
        case .closed: 0
        }
    }
}
