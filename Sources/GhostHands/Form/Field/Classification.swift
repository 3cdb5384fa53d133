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

    /// Whether a field may be filled by it.
    public var isSure: Bool { confidence >= Self.sure }
}
