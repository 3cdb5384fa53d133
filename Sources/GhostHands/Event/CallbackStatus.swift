/// What a callback tells (R10).
public enum CallbackStatus: String, Sendable, Hashable, CaseIterable {
    case running, completed, failed
    case needsHuman = "needs_human"
    case resumed, cancelled, expired

    /// The five that are sent when the request names none (R10).
    public static let standard: Set<CallbackStatus> = [.running, .completed, .failed, .needsHuman, .resumed]
}
