import Foundation
import GhostHands

/// The members of a reply by their paths (`days[].element`), each with its JavaScript type; empty for what has members.
package typealias ReplyMembers = [String: String]

/// The types that scripts declare by JSDoc's `@typedef {{ member: type, … }} Name`.
package struct TypeDefinitions {
    private var bodies: [String: String] = [:]

    /// Reads scripts.
    /// - Parameter others: Types that the scripts use without declaring them.
    package init(_ scripts: [String], others: [String: String] = [:]) {
        bodies = others
        for script in scripts {
            let text = script.replacing(#/\n\s*\*(?!\/)/#, with: " ")
            for match in text.matches(of: #/@typedef \{(\{.*?\})\} (\w+)/#.dotMatchesNewlines()) {
                bodies[String(match.2)] = String(match.1)
            }
        }
    }

    /// The names of the types.
    package var names: Set<String> { Set(bodies.keys) }

    /// The members of a type, and of those in it.
    package func members(of name: String) -> ReplyMembers { members(at: "", name) }

    private func members(at path: String, _ type: String) -> ReplyMembers {
        let alternatives = parts(of: type, at: "|").filter { $0 != "null" }
        guard alternatives.count == 1, let type = alternatives.first else { return [path: "string"] }
        if type.hasSuffix("[]") {
            return [path: ""].merging(members(at: path + "[]", String(type.dropLast(2)))) { $1 }
        }
        if type.hasPrefix("("), type.hasSuffix(")") { return members(at: path, String(type.dropFirst().dropLast())) }
        guard type.hasPrefix("{") else {
            return bodies[type].map { members(at: path, $0) } ?? [path: type]
        }
        return parts(of: String(type.dropFirst().dropLast()), at: ",").reduce(into: path.isEmpty ? [:] : [path: ""]) {
            guard let colon = $1.firstIndex(of: ":") else { return }
            let member = String($1[..<colon].filter { $0 != "?" })
            let type = $1[$1.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            $0.merge(members(at: path.isEmpty ? member : "\(path).\(member)", type)) { $1 }
        }
    }

    /// A type's text, cut where no brackets are open.
    private func parts(of text: String, at separator: Character) -> [String] {
        var (parts, depth) = ([""], 0)
        for character in text {
            if "{<(".contains(character) { depth += 1 } else if "}>)".contains(character) { depth -= 1 }
            if character == separator, depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}

extension ReplyMembers {
    /// The members that a type asks for when it is decoded.
    /// - Parameters:
    ///   - type: The type.
    ///   - words: Texts of which one is a value of each enum in it.
    /// - Throws: What decoding throws, for example because no word is a value of an enum.
    package init(decoding type: any Decodable.Type, words: [String] = []) throws {
        let asked = Asked()
        _ = try Probe(asked: asked, path: "", words: words + [""]).decode(type)
        self = asked.members
    }
}

private final class Asked {
    var members: ReplyMembers = [:]
}

/// Gives every type what it asks for, and writes down what that was.
private struct Probe: Decoder {
    let asked: Asked
    let path: String
    let words: [String]
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func at(_ path: String) -> Probe { Probe(asked: asked, path: path, words: words) }

    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        let values: [(any Decodable, String)] = [
            (false, "boolean"), (0, "number"), (0.0, "number"), (JSON.null, "object"),
        ]
        for case (let value as T, let name) in values {
            asked.members[path] = name
            return value
        }
        if let text = words[0] as? T {
            asked.members[path] = "string"
            return text
        }
        // An enum takes one of the words and refuses the others.
        for word in words.dropLast() {
            if let value = try? T(from: Probe(asked: asked, path: path, words: [word] + words)) { return value }
        }
        return try T(from: self)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        if !path.isEmpty { asked.members[path] = "" }
        return KeyedDecodingContainer(Keyed(probe: self))
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer {
        asked.members[path] = ""
        return Unkeyed(probe: at(path + "[]"))
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { Single(probe: self) }
}

private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let probe: Probe
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    private func member(_ key: Key) -> Probe {
        probe.at(probe.path.isEmpty ? key.stringValue : "\(probe.path).\(key.stringValue)")
    }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) -> Bool { false }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try member(key).decode(type) }
    func superDecoder() -> any Decoder { probe }
    func superDecoder(forKey key: Key) -> any Decoder { member(key) }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer { member(key).unkeyedContainer() }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) -> KeyedDecodingContainer<Nested> {
        member(key).container(keyedBy: type)
    }
}

private struct Unkeyed: UnkeyedDecodingContainer {
    let probe: Probe
    var currentIndex = 0
    var count: Int? { 1 }
    var isAtEnd: Bool { currentIndex == 1 }
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        currentIndex = 1
        return try probe.decode(type)
    }

    func superDecoder() -> any Decoder { probe }
    func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer { probe.unkeyedContainer() }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedDecodingContainer<Nested> {
        probe.container(keyedBy: type)
    }
}

private struct Single: SingleValueDecodingContainer {
    let probe: Probe
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try probe.decode(type) }
}
