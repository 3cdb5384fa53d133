/// What is noted of an element so that it is known again in a later document, even if some of it has changed.
///
/// The more is noted the better; what is nil does not count. A page may give an `id` or a `name` a new number with
/// each visit, so numbers in them do not count either.
public struct Fingerprint: Hashable, Sendable, Codable {
    /// Its test id, such as `data-testid`.
    public var testID: String?
    /// Its accessible name, of which its label is a part.
    public var name: String?
    /// Its attribute `name`.
    public var fieldName: String?
    /// Its attribute `id`.
    public var id: String?
    /// Its placeholder.
    public var placeholder: String?
    /// Its attribute `autocomplete`.
    public var autocomplete: String?
    /// The heading or legend it stands under.
    public var section: String?
    /// Its text.
    public var text: String?
    /// An input's type; of other elements the tag.
    public var type: String?
    /// Its accessible role.
    public var role: String?
    /// Which it is, counted from 0, among elements that fit equally well.
    public var ordinal: Int?

    /// Makes a fingerprint.
    /// - Parameters:
    ///   - testID: Its test id.
    ///   - name: Its accessible name.
    ///   - fieldName: Its attribute `name`.
    ///   - id: Its attribute `id`.
    ///   - placeholder: Its placeholder.
    ///   - autocomplete: Its attribute `autocomplete`.
    ///   - section: The heading or legend it stands under.
    ///   - text: Its text.
    ///   - type: An input's type; of other elements the tag.
    ///   - role: Its accessible role.
    ///   - ordinal: Which it is, counted from 0, among elements that fit equally well.
    public init(
        testID: String? = nil,
        name: String? = nil,
        fieldName: String? = nil,
        id: String? = nil,
        placeholder: String? = nil,
        autocomplete: String? = nil,
        section: String? = nil,
        text: String? = nil,
        type: String? = nil,
        role: String? = nil,
        ordinal: Int? = nil
    ) {
        self.testID = testID
        self.name = name
        self.fieldName = fieldName
        self.id = id
        self.placeholder = placeholder
        self.autocomplete = autocomplete
        self.section = section
        self.text = text
        self.type = type
        self.role = role
        self.ordinal = ordinal
    }
}

extension Fingerprint {
    var argument: JSONValue {
        let texts = [
            "testID": testID, "name": name, "fieldName": fieldName, "id": id, "placeholder": placeholder,
            "autocomplete": autocomplete, "section": section, "text": text, "type": type, "role": role,
        ]
        return .object(texts.compactMapValues { $0.map { .string($0) } })
    }
}
