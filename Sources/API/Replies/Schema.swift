import GhostHands

/// Schemas of plain values.
enum Schema {
    static let text: JSON = ["type": "string"]
    static let id: JSON = ["type": "string", "format": "uuid"]
    static let time: JSON = ["type": "string", "format": "date-time"]
    static let object: JSON = ["type": "object"]

    static func orNull(_ schema: JSON) -> JSON { ["anyOf": [schema, ["type": "null"]]] }

    static func anything(_ meaning: String) -> JSON {
        ["type": ["object", "null"], "description": .string(meaning)]
    }
}
