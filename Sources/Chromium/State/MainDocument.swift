/// The document in the main frame, and whatever is about to take its place.
struct MainDocument: Sendable {
    enum Pending: Sendable {
        /// The page asked for another document; whether anything comes of it is not known.
        case requested
        /// The browser is fetching another document.
        case started
    }

    var loader = ""
    var url = ""
    var status: Int?
    /// Where in the page's history it took its place.
    var committed = 0
    var hasContent = false
    var isLoaded = false
    var pending: Pending?
    /// The headers it was answered with, by their names in lower case.
    var headers: [String: String] = [:]
    /// The answer with the document that is not yet there.
    private var coming: ResponseReceived?
    /// Where in the page's history the last documents took their places, by loader.
    var arrivals: [String: Int] = [:]
    /// Where in the page's history a document was last refused, and why.
    var refusal: (mark: Int, reason: String)?

    /// Whether the browser is fetching another document: until it is there, no script of this one answers.
    var isBeingLeft: Bool { if case .started = pending { true } else { false } }

    mutating func commit(_ frame: FrameFacts, at mark: Int) {
        loader = frame.loaderId
        url = (frame.unreachableUrl ?? frame.url) + (frame.urlFragment ?? "")
        let answer = frame.unreachableUrl == nil && coming?.loaderId == frame.loaderId ? coming : nil
        (status, headers) = (answer?.response.status, answer?.headers ?? [:])
        committed = mark
        hasContent = false
        isLoaded = false
        pending = nil
        coming = nil
        if arrivals.count > 20 { arrivals = [:] }
        arrivals[loader] = mark
    }

    mutating func answer(_ received: ResponseReceived) {
        if received.loaderId == loader { (status, headers) = (received.response.status, received.headers) }
        coming = received
    }

    mutating func reach(_ name: String, loader: String) {
        guard loader == self.loader else { return }
        if name == "DOMContentLoaded" { hasContent = true }
        if name == "load" {
            hasContent = true
            isLoaded = true
        }
    }
}
