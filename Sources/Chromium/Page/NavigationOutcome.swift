/// How a navigation ended.
public enum NavigationOutcome: Hashable, Sendable {
    /// A document arrived; its status is nil where the scheme has none.
    case loaded(status: Int?, url: String)
    /// No document arrived; the reason is Chromium's own, such as `net::ERR_CONNECTION_REFUSED`.
    case failed(reason: String)
    /// The context's options forbid the place.
    case refused(reason: String)
}
