/// What is to stand in a field, before it is fitted to the control.
public struct Answer: Sendable, Hashable {
    /// The value as the caller gave it.
    public var value: JSON
    /// Where it came from.
    public var source: Source
    /// Why it cannot be entered, whatever the field takes; nil for one that can.
    public var refusal: String?

    /// Where an answer came from, by its names in reports.
    public enum Source: String, Sendable, Hashable, CaseIterable, Codable {
        case profile, answers
        case formData = "form_data"
        case model
        /// The form's own way not to answer, or what it held already.
        case defaultOfForm = "default-of-form"
    }

    /// An answer.
    ///
    /// - Parameters:
    ///   - value: the value as the caller gave it.
    ///   - source: where it came from.
    public init(_ value: JSON, from source: Source) {
        self.value = value
        self.source = source
    }
}
