/// What a field is taken to ask for, and why.
public struct Classification: Sendable, Hashable {
    /// What it asks for.
    public var asked: Asked
    /// How sure that is, from 0 to 1.
    public var confidence: Double
    /// What told: for example `label "First name"`.
    public var evidence: String

    /// From here on a field is filled by it; what is less sure is only shown.
    public static let sure = 0.9

    /// A classification.
    public init(_ asked: Asked, _ confidence: Double, _ evidence: String) {
        self.asked = asked
        self.confidence = confidence
        self.evidence = evidence
    }

    /// The same, once the rest of the form was looked at.
    ///
    /// - Parameters:
    ///   - together: what the field asks for beside its neighbours; nil where nobody looked.
    ///   - alone: what it would ask for without them.
    /// - Returns: a meaning that is no surer than the form allows.
    public func settled(by together: Asked?, against alone: Asked) -> Classification {
        guard let together, together != alone, asked != .username else { return self }
        if together == .question { return Classification(asked, min(confidence, 0.6), "\(evidence), asked before") }
        return Classification(together, 0.95, "\(evidence), beside its neighbours")
    }

    /// Whether a field may be filled by it.
    public var isSure: Bool { confidence >= Self.sure }
}
