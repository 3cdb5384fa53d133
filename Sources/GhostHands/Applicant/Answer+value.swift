extension Answer {
    /// What is to stand in a field, in the kinds that answers come in.
    public enum Value: Sendable, Hashable {
        /// One text; numbers are given in words.
        case text(String)
        /// Yes or no.
        case yes(Bool)
        /// Several texts, where a field takes several.
        case many([String])
        /// The file at a path; a text that looks like one is none.
        case file(String)

        /// A value of flat data; nil for what says nothing, and for an object, which no field holds.
        ///
        /// - Parameter json: the value as the caller gave it.
        public init?(_ json: JSON) {
            switch json {
            case .null, .object: return nil
            case .bool(let value): self = .yes(value)
            case .array(let values): self = .many(values.compactMap(\.plainText))
            case .int, .double, .string: self = .text(json.plainText ?? "")
            }
        }

        /// One text as it is, several as many.
        public init(_ texts: [String]) { self = texts.count == 1 ? .text(texts[0]) : .many(texts) }

        /// The value in words: several with commas, yes or no; nil where there are none.
        public var plainText: String? {
            switch self {
            case .text(let text), .file(let text): text
            case .yes(let value): value ? "Yes" : "No"
            case .many(let texts): texts.isEmpty ? nil : texts.joined(separator: ", ")
            }
        }
    }
}

extension Answer.Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral {
    /// One text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// Yes or no.
    public init(booleanLiteral value: Bool) { self = .yes(value) }
    /// Several texts.
    public init(arrayLiteral elements: String...) { self = .many(elements) }
}
