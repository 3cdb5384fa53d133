public import Chromium
public import GhostHands

/// What the hands ask somebody for, when only a human can go on.
public struct HelpRequest: Sendable {
    /// What is wanted.
    public var interaction: Interaction
    /// What no picture of the page may show, beside passwords.
    public var masked: [ElementHandle]

    /// A request.
    public init(_ interaction: Interaction, masked: [ElementHandle] = []) {
        self.interaction = interaction
        self.masked = masked
    }
}

/// What came of a request for help.
public enum Help: Sendable {
    /// Somebody has answered: the page may be another than it was.
    case given(Resolution)
    /// Nobody may be asked (R40).
    case unavailable
    /// Nobody has answered in time.
    case unanswered
    /// The page is needed for others: the job waits without it, and is begun anew when somebody answers (R51).
    case parked
    /// Somebody else holds the job now, or it was cancelled.
    case leaseLost
}
