public import FoundationEssentials

/// A JSON value whose shape is not known in advance: request bodies, profiles, event metadata.
///
/// Numbers keep their kind: `5` stays an integer, `5.0` a double, so that a value goes out as it came in.
public enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    /// The member of an object, or the null value when there is none.
    public subscript(key: String) -> JSON {
        if case .object(let members) = self { return members[key] ?? .null }
        return .null
    }

    /// The string, when the value is one.
    public var string: String? { if case .string(let value) = self { value } else { nil } }

    /// The boolean, when the value is one.
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// The number as an integer, when it is one without a remainder.
    public var int: Int? {
        switch self {
        case .int(let value): Int(exactly: value)
        case .double(let value): Int(exactly: value)
        default: nil
        }
    }

    /// The number, when the value is one.
    public var double: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }

    /// The elements, when the value is an array.
    public var array: [JSON]? { if case .array(let value) = self { value } else { nil } }

    /// The members, when the value is an object.
    public var object: [String: JSON]? { if case .object(let value) = self { value } else { nil } }

    /// Whether the value is null.
    public var isNull: Bool { self == .null }

    /// A number that JSON can hold: a non-finite one becomes null.
    ///
    /// - Parameter value: any double.
    /// - Returns: the number, or null.
    public static func number(_ value: Double) -> JSON { value.isFinite ? .double(value) : .null }

    /// An id as every reply shows it: in lower case.
    ///
    /// - Returns: a string.
    public static func id(_ id: UUID) -> JSON { .string(id.uuidString.lowercased()) }

    /// A whole number.
    ///
    /// - Parameter value: the number.
    public init(_ value: Int) { self = .int(Int64(value)) }

    /// The name of a case.
    ///
    /// - Parameter value: the case.
    public init(_ value: some RawRepresentable<String>) { self = .string(value.rawValue) }

    /// Texts, in their order.
    ///
    /// - Parameter values: the texts.
    public init(_ values: some Sequence<String>) { self = .array(values.map(JSON.string)) }

    /// The string, or null when there is none.
    ///
    /// - Parameter value: text or nothing.
    /// - Returns: the JSON value.
    public static func optional(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }
}

extension JSON: Codable {
    /// Reads any JSON value.
    ///
    /// The likeliest kinds first: what a value is not is told by a thrown error, which costs more than the value.
    public init(from decoder: any Decoder) throws {
        if let scalar = JSON.scalar(try decoder.singleValueContainer()) {
            self = scalar
            return
        }
        if let container = try? decoder.container(keyedBy: MemberName.self) {
            var members: [String: JSON] = [:]
            for key in container.allKeys { members[key.name] = try container.decode(JSON.self, forKey: key) }
            self = .object(members)
            return
        }
        if var container = try? decoder.unkeyedContainer() {
            var elements: [JSON] = []
            while !container.isAtEnd { elements.append(try container.decode(JSON.self)) }
            self = .array(elements)
            return
        }
        throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "not a JSON value"))
    }

    private static func scalar(_ container: any SingleValueDecodingContainer) -> JSON? {
        if container.decodeNil() { return .null }
        if let value = try? container.decode(String.self) { return .string(value) }
        if let value = try? container.decode(Int64.self) { return .int(value) }
        if let value = try? container.decode(Double.self) { return .double(value) }
        return (try? container.decode(Bool.self)).map(JSON.bool)
    }

    /// Writes the value.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let members):
            var container = encoder.container(keyedBy: MemberName.self)
            for (name, value) in members { try container.encode(value, forKey: MemberName(name: name)) }
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        case .null: try Self.write(encoder) { try $0.encodeNil() }
        case .bool(let value): try Self.write(encoder) { try $0.encode(value) }
        case .int(let value): try Self.write(encoder) { try $0.encode(value) }
        case .double(let value): try Self.write(encoder) { try $0.encode(value) }
        case .string(let value): try Self.write(encoder) { try $0.encode(value) }
        }
    }

    private static func write(
        _ encoder: any Encoder,
        _ body: (inout any SingleValueEncodingContainer) throws -> Void
    ) throws {
        var container = encoder.singleValueContainer()
        try body(&container)
    }

    private struct MemberName: CodingKey {
        let name: String
        var stringValue: String { name }
        var intValue: Int? { nil }
        init(name: String) { self.name = name }
        init(stringValue: String) { name = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// An integer.
    public init(integerLiteral value: Int64) { self = .int(value) }
    /// A boolean.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A number.
    public init(floatLiteral value: Double) { self = .double(value) }
    /// An array.
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    /// An object.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}
