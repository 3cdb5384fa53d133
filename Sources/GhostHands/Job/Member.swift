/// One member of a request, said once: its name, its limits and its default.
///
/// From it come how the member is read and how the API's document describes it.
struct Member<Value: Sendable>: Sendable {
    let outline: MemberOutline
    private let reading: @Sendable (inout RequestReader) -> Value

    /// A member.
    ///
    /// - Parameter reading: how it is read.
    init(
        _ name: String,
        required isRequired: Bool = false,
        schema: JSON,
        reading: @escaping @Sendable (inout RequestReader) -> Value
    ) {
        outline = MemberOutline(name: name, schema: schema, isRequired: isRequired)
        self.reading = reading
    }

    /// The member's name.
    var name: String { outline.name }

    /// Reads the member, and notes what is wrong with it.
    func read(_ reader: inout RequestReader) -> Value { reading(&reader) }
}

/// What the document says of a member.
public struct MemberOutline: Sendable {
    /// Its name.
    public let name: String
    /// Its JSON Schema.
    public let schema: JSON
    /// Whether a request without it is refused.
    public let isRequired: Bool
}

/// The members that an object of a request may have.
public struct RequestShape: Sendable {
    /// The members.
    public let members: [MemberOutline]

    init(_ members: [MemberOutline]) { self.members = members }

    /// The object's JSON Schema.
    public var schema: JSON {
        let properties = Dictionary(members.map { ($0.name, $0.schema) }) { first, _ in first }
        var schema: [String: JSON] = ["type": "object", "properties": .object(properties)]
        let required = members.filter(\.isRequired).map { JSON.string($0.name) }
        if !required.isEmpty { schema["required"] = .array(required) }
        return .object(schema)
    }

    /// What stands in another schema for the one that the document has under a name.
    ///
    /// - Parameter name: the schema's name.
    /// - Returns: the reference.
    public static func reference(_ name: String) -> JSON { ["$ref": .string("#/components/schemas/\(name)")] }
}

extension RequestReader {
    mutating func read<Value>(_ member: Member<Value>) -> Value { member.read(&self) }
}
