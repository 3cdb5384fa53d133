/// Whether somebody may be asked for what only a human can give (R40).
public enum HumanHelp: String, Sendable, Hashable, CaseIterable {
    /// The job pauses and waits for an answer.
    case on
    /// The job fails with the code of what stands in the way.
    case off
}
