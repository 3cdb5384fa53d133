/// What the timeline says about filling one field (R38).
public struct FillTimeline: Sendable, Hashable {
    /// Before it is filled.
    public let intent: String
    /// When it was filled.
    public let success: String
    /// When its control would not take the answer.
    public let failure: String
    /// What was done to it, in one word.
    public let kind: JobEvent.StepKind

    /// Describes in words what happens to a field.
    ///
    /// - Parameters:
    ///   - asked: what it was taken to ask for.
    ///   - fit: what is done to it.
    ///   - answer: what is to stand in it, in words.
    ///   - shown: the answer as an ordinary field's may be shown, or nil.
    public init(_ field: Field, _ asked: Asked, _ fit: Fit, answer: String, shown: String?) {
        let isSensitive = Classifier.isSensitive(field, asked, answer: answer)
        // "Checked "I have a disability"" would be the answer itself.
        let isHidden = isSensitive && Classifier.labelTells(field, answer: answer)
        let name = isHidden ? "a question" : "\"\(field.label)\""
        let isEntry = Self.isEntry(fit)
        intent = isHidden ? "Answer a question" : "Fill \(name)"
        failure = isHidden ? "Could not answer a question" : "Could not fill \(name)"
        kind = isSensitive && !isEntry ? .select : Self.kind(of: fit)
        if isHidden || (isSensitive && !isEntry) {
            success = "Answered \(name)"
        } else {
            success = Self.success(fit, name, isSensitive ? nil : shown)
        }
    }

    /// Whether a text goes in, of which its label says nothing.
    private static func isEntry(_ fit: Fit) -> Bool {
        switch fit {
        case .text, .file, .refused: true
        case .options, .picks, .checked: false
        }
    }

    private static func success(_ fit: Fit, _ name: String, _ shown: String?) -> String {
        switch fit {
        case .file: "Uploaded a file to \(name)"
        case .checked(let on): "\(on ? "Checked" : "Unchecked") \(name)"
        default: shown.map { "Filled \(name) with \"\($0)\"" } ?? "Filled \(name)"
        }
    }

    private static func kind(of fit: Fit) -> JobEvent.StepKind {
        switch fit {
        case .text: .fill
        case .options, .picks: .select
        case .checked(let on): on ? .check : .uncheck
        case .file: .upload
        case .refused: .none
        }
    }
}
