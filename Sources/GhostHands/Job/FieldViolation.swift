/// One constraint of a request that was violated (R4).
public struct FieldViolation: Sendable, Hashable {
    /// The member, as a dot path: `profile.education.0.degree`.
    public var field: String
    /// What is wrong, in words.
    public var message: String
    /// What is wrong, for a program.
    public var code: Code

    /// The kinds of violation, by the names that clients of the predecessor know.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case invalidType = "invalid_type"
        case invalidString = "invalid_string"
        case invalidEnumValue = "invalid_enum_value"
        case tooSmall = "too_small"
        case tooBig = "too_big"
        case custom
    }

    /// A violation.
    public init(field: String, message: String, code: Code) {
        self.field = field
        self.message = message
        self.code = code
    }

    /// The element of the reply's `details`.
    public var json: JSON {
        ["field": .string(field), "message": .string(message), "code": JSON(code)]
    }
}
