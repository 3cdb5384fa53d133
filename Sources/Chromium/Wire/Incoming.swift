import Foundation
import NIOCore

/// What a message from the browser is, found from its first and last bytes without parsing it.
enum Incoming {
    case reply(id: Int)
    case event(Event)

    init?(_ message: ByteBuffer) {
        let bytes = message.readableBytesView
        if bytes.starts(with: #"{"id":"#.utf8) {
            let digits = bytes.dropFirst(6).prefix { (0x30...0x39).contains($0) }
            guard let id = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
            self = .reply(id: id)
        } else if bytes.starts(with: #"{"method":""#.utf8) {
            let name = bytes.dropFirst(11).prefix { $0 != UInt8(ascii: "\"") }
            let method = String(decoding: name, as: UTF8.self)
            self = .event(Event(method: method, session: Self.session(in: bytes), message: message))
        } else {
            return nil
        }
    }

    /// A session's message ends in `,"sessionId":"…"}`; one of the browser's own ends in `}}`.
    private static func session(in bytes: ByteBufferView) -> String? {
        let key = Array(#","sessionId":""#.utf8)
        guard bytes.suffix(2).elementsEqual(#""}"#.utf8) else { return nil }
        let body = bytes.dropLast(2)
        guard let quote = body.suffix(100).lastIndex(of: UInt8(ascii: "\"")) else { return nil }
        guard body[...quote].suffix(key.count).elementsEqual(key) else { return nil }
        return String(decoding: body[body.index(after: quote)...], as: UTF8.self)
    }
}

/// An event, unparsed until somebody wants it.
struct Event: Sendable {
    let method: String
    let session: String?
    let message: ByteBuffer

    func decode<Parameters: Decodable>(_ type: Parameters.Type) -> Parameters? {
        try? JSONDecoder().decode(EventEnvelope<Parameters>.self, from: Data(message.readableBytesView)).params
    }
}

private struct EventEnvelope<Parameters: Decodable>: Decodable {
    let params: Parameters
}
