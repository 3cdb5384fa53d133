import Foundation
import GhostHands
import NIOCore

/// The two ways in which messages of a channel are written (Phoenix's serializers).
enum RealtimeNotation: Sendable {
    /// An object, as clients write that name no version, or 1.0.0.
    case objects
    /// An array with the reference of the join.
    case arrays

    /// The notation of a version; nil when there is none.
    init?(version: String?) {
        switch version {
        case nil, "": self = .objects
        case let version? where version.hasPrefix("1.0."): self = .objects
        case let version? where version.hasPrefix("2.0."): self = .arrays
        default: return nil
        }
    }

    /// A message of the server's.
    ///
    /// - Parameters:
    ///   - joinRef: the join that it belongs to; nil for what goes to all alike.
    ///   - ref: what it answers.
    ///   - payload: the text of a JSON object.
    func text(joinRef: String?, ref: String?, topic: String, event: String, payload: String) -> ByteBuffer {
        let (head, tail) = envelope(joinRef: joinRef, ref: ref, topic: topic, event: event)
        return ByteBuffer(string: head + payload + tail)
    }

    /// What stands before and behind the payload of a message of the server's.
    func envelope(
        joinRef: String? = nil,
        ref: String? = nil,
        topic: String,
        event: String
    ) -> (head: String, tail: String) {
        let (topic, event) = (JSON.string(topic).text, JSON.string(event).text)
        let ref = JSON.optional(ref).text
        switch self {
        case .objects: return ("{\"topic\":\(topic),\"event\":\(event),\"payload\":", ",\"ref\":\(ref)}")
        case .arrays: return ("[\(JSON.optional(joinRef).text),\(ref),\(topic),\(event),", "]")
        }
    }
}

/// A message of a client's.
struct RealtimeFrame: Sendable {
    let joinRef: String?
    let ref: String?
    let topic: String
    let event: String
    let payload: JSON

    /// Reads a message; nil when it is none.
    init?(_ text: String, _ notation: RealtimeNotation) {
        guard let json = try? JSON(parsing: Data(text.utf8)) else { return nil }
        switch notation {
        case .objects:
            guard let members = json.object, members["ref"] != nil, let payload = members["payload"] else { return nil }
            (joinRef, ref) = (Self.reference(json["join_ref"]), Self.reference(json["ref"]))
            guard let topic = json["topic"].string, let event = json["event"].string else { return nil }
            (self.topic, self.event, self.payload) = (topic, event, payload)
        case .arrays:
            guard let parts = json.array, parts.count == 5, let topic = parts[2].string, let event = parts[3].string
            else { return nil }
            (joinRef, ref) = (Self.reference(parts[0]), Self.reference(parts[1]))
            (self.topic, self.event, self.payload) = (topic, event, parts[4])
        }
    }

    private static func reference(_ json: JSON) -> String? { json.string ?? json.int.map { String($0) } }
}
