public import GhostHands

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

    /// Whether the job and its page are still ours: what the page sends can be written down.
    public var keepsPage: Bool {
        switch self {
        case .given, .unavailable, .unanswered: true
        case .parked, .leaseLost: false
        }
    }
}
