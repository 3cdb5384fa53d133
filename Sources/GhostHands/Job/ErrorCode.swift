/// Why a job failed: the contract's codes and the additive ones of the rulings.
public enum ErrorCode: String, Sendable, Hashable, CaseIterable {
    case budgetExceeded = "budget_exceeded"
    case actionLimitExceeded = "action_limit_exceeded"
    case captchaBlocked = "captcha_blocked"
    case loginRequired = "login_required"
    case timeout
    case rateLimited = "rate_limited"
    case elementNotFound = "element_not_found"
    case networkError = "network_error"
    case browserCrashed = "browser_crashed"
    case hitlTimeout = "hitl_timeout"
    case validationError = "validation_error"
    case internalError = "internal_error"
    /// A submit was begun and nothing proves how it ended (R8).
    case submissionUnconfirmed = "submission_unconfirmed"
    /// Only a manual was to be used, and there is none for the form (R18).
    case manualNotFound = "manual_not_found"
    /// Only a manual was to be used, and it does not hold (R18).
    case manualFailed = "manual_failed"

    /// Only a language model could go on, and none can be asked.
    case llmUnavailable = "llm_unavailable"

    /// Whether an attempt that failed so is tried again by itself.
    ///
    /// A blocked job is not (R40): the same page would block it again.
    public var isRetried: Bool {
        switch self {
        case .timeout, .rateLimited, .elementNotFound, .networkError, .browserCrashed, .internalError: true
        case .budgetExceeded, .actionLimitExceeded, .captchaBlocked, .loginRequired, .hitlTimeout, .validationError,
            .submissionUnconfirmed, .manualNotFound, .manualFailed, .llmUnavailable:
            false
        }
    }

    /// How long to wait before the next attempt.
    ///
    /// - Parameter retryCount: how many attempts have been retried so far.
    /// - Returns: 5, 10, 20, 40, then always 60 seconds.
    public static func backoffSeconds(retryCount: Int) -> Int {
        min(60, 5 << min(max(retryCount, 0), 4))
    }
}
