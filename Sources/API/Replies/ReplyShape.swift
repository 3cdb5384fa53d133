import Foundation
import GhostHands
import HTTPTypes
import Hummingbird

/// The members of a reply, each said once: from it come the reply and its schema in the API's document.
struct ReplyShape<Value>: Sendable {
    /// One member.
    struct Member: Sendable {
        let name: String
        let schema: JSON
        /// Whether every reply has it.
        var isRequired = true
        /// What it says; nil where the reply is without it.
        let value: @Sendable (Value) -> JSON?
    }

    private let members: [Member]

    init(_ members: [Member]) { self.members = members }

    /// The reply for a value.
    func json(_ value: Value) -> JSON {
        var object: [String: JSON] = [:]
        object.reserveCapacity(members.count)
        for member in members { object[member.name] = member.value(value) }
        return .object(object)
    }

    /// The reply's JSON Schema.
    var schema: JSON {
        let properties = Dictionary(members.map { ($0.name, $0.schema) }) { first, _ in first }
        return [
            "type": "object", "properties": .object(properties),
            "required": JSON(members.filter(\.isRequired).map(\.name)),
        ]
    }
}

extension ReplyShape.Member {
    /// The same member, which not every reply has.
    var sometimes: ReplyShape.Member {
        var member = self
        member.isRequired = false
        return member
    }

    static func id(_ name: String, _ value: @escaping @Sendable (Value) -> UUID) -> Self {
        Self(name: name, schema: Schema.id) { .id(value($0)) }
    }

    static func text(_ name: String, _ value: @escaping @Sendable (Value) -> String) -> Self {
        Self(name: name, schema: Schema.text) { .string(value($0)) }
    }

    /// A text, or null.
    static func textOrNull(_ name: String, _ value: @escaping @Sendable (Value) -> String?) -> Self {
        Self(name: name, schema: Schema.orNull(Schema.text)) { .optional(value($0)) }
    }

    static func time(_ name: String, _ value: @escaping @Sendable (Value) -> Date) -> Self {
        Self(name: name, schema: Schema.time) { .string(Timestamp.text(value($0))) }
    }

    /// A time, or null.
    static func timeOrNull(_ name: String, _ value: @escaping @Sendable (Value) -> Date?) -> Self {
        Self(name: name, schema: Schema.orNull(Schema.time)) { .optional(value($0).map(Timestamp.text)) }
    }

    static func integer(_ name: String, _ value: @escaping @Sendable (Value) -> Int) -> Self {
        Self(name: name, schema: ["type": "integer"]) { JSON(value($0)) }
    }

    static func number(_ name: String, _ value: @escaping @Sendable (Value) -> Double) -> Self {
        Self(name: name, schema: ["type": "number"]) { .number(value($0)) }
    }

    static func yes(_ name: String, _ value: @escaping @Sendable (Value) -> Bool) -> Self {
        Self(name: name, schema: ["type": "boolean"]) { .bool(value($0)) }
    }

    /// One of the names that an enum has.
    static func name<Name: CaseIterable & RawRepresentable<String> & Sendable>(
        _ name: String,
        _ value: @escaping @Sendable (Value) -> Name
    ) -> Self {
        Self(name: name, schema: ["type": "string", "enum": .array(Name.allCases.map { JSON($0) })]) { JSON(value($0)) }
    }

    static func list(_ name: String, of item: JSON, _ value: @escaping @Sendable (Value) -> [JSON]) -> Self {
        Self(name: name, schema: ["type": "array", "items": item]) { .array(value($0)) }
    }

    /// An object that others describe, or null.
    static func anything(_ name: String, _ meaning: String, _ value: @escaping @Sendable (Value) -> JSON) -> Self {
        Self(name: name, schema: Schema.anything(meaning), value: value)
    }

    /// The names of unknown members and other remarks; left out where there are none.
    static func warnings(_ value: @escaping @Sendable (Value) -> [String]) -> Self {
        Self(name: "warnings", schema: ["type": "array", "items": Schema.text], isRequired: false) { reply in
            let warnings = value(reply)
            return warnings.isEmpty ? nil : JSON(warnings)
        }
    }
}

extension Response {
    /// A reply of a known shape.
    init<Value>(_ shape: ReplyShape<Value>, _ value: Value, status: HTTPResponse.Status = .ok) {
        self.init(json: shape.json(value), status: status)
    }
}
