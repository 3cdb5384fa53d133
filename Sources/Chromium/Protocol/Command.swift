import Foundation

/// A command to the browser, and what it is answered with.
struct Command<Result: Decodable & Sendable>: Sendable {
    let method: String
    let params: JSONValue

    init(_ method: String, _ params: JSONValue = [:]) {
        self.method = method
        self.params = params
    }

    func encoded(id: Int, session: String?) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return Array(try encoder.encode(Envelope(id: id, method: method, params: params, sessionId: session)))
    }
}

private struct Envelope: Encodable {
    let id: Int
    let method: String
    let params: JSONValue
    let sessionId: String?
}

/// The answer of a command that has nothing to say.
struct Nothing: Decodable, Sendable {}
