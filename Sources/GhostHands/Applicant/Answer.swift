/// What is to stand in a field, before it is fitted to the control.
public struct Answer: Sendable, Hashable {
    /// What is to stand there.
    public var value: Value
    /// Where it came from.
    public var source: Source
    /// What a manual writes in its place; nil for what no manual may hold.
    public var template: Template?
    /// Why it cannot be entered, whatever the field takes; nil for one that can.
    public var refusal: String?

    /// Where an answer came from, by its names in reports.
    public enum Source: String, Sendable, Hashable, CaseIterable, Codable {
        case profile, answers
        case formData = "form_data"
        case model
        /// What a model derived for the same question of the same user before.
        case memory
        /// What a person answered while the job waited.
        case human
        /// The form's own way not to answer, or what it held already.
        case defaultOfForm = "default-of-form"
    }

    /// An answer.
    public init(_ value: Value, from source: Source) {
        self.value = value
        self.source = source
        switch source {
        case .answers: template = Template(.answer)
        case .formData: template = Template(.formData)
        case .defaultOfForm: template = Template(.ofForm)
        case .profile, .model, .memory, .human: template = nil
        }
    }
}

/// What a manual remembers of a field: how it was called when it was filled before, and with what.
public struct Recalled: Sendable, Hashable {
    /// The field as it was then, and as other postings had it.
    public var marks: [FieldMark]
    /// What was entered.
    public var template: Template

    /// What is remembered.
    public init(_ marks: [FieldMark], _ template: Template) {
        self.marks = marks
        self.template = template
    }

    /// The field with the names it had then; nil where it may ask something else than it did.
    func field(_ now: Field) -> Field? {
        let question = SameQuestion(now)
        guard let mark = marks.first(where: { SameQuestion($0).isSame(as: question) }) else { return nil }
        var field = now
        if !mark.label.isEmpty { field.label = mark.label }
        if !mark.section.isEmpty { field.section = mark.section }
        if !mark.name.isEmpty { field.name = mark.name }
        if !mark.id.isEmpty { field.id = mark.id }
        return field
    }

    /// What it asks for, where the field does not say so itself.
    func asked(_ now: Asked) -> Asked {
        guard now == .question else { return now }
        if case .fact(let asked) = template.value { return asked }
        return marks.first?.asked ?? now
    }

    /// The answer as the template changes it.
    func filtered(_ answer: Answer?) -> Answer? {
        guard var answer, let filter = template.filter, case .text(let text) = answer.value else { return nil }
        answer.value = .text(filter.applied(to: text))
        return answer
    }
}
