import NIOConcurrencyHelpers

/// Keeps back what pages are about to send until somebody has written down that it will be sent.
final class RequestHold: Sendable {
    private struct State {
        var isHeld: (@Sendable (PageActivity.Request) -> Bool)?
        var told: @Sendable () -> Void = {}
        var waiting: [Kept] = []
        /// What was let go since it was written down: the same once more is a second press.
        var sent: [PageActivity.Request] = []
        /// What is told apart from its twins once nothing is held any more.
        var watched: (@Sendable (PageActivity.Request) -> Bool)?
        /// Whether nothing may leave any more.
        var isRefusing = false
    }

    /// A request that is kept back.
    struct Kept: Sendable {
        let request: PageActivity.Request
        let goOn: @Sendable () -> Void
        let refuse: @Sendable () -> Void
    }

    private let state = NIOLockedValueBox(State())

    /// Keeps a request back, where it is one that is kept back.
    ///
    /// - Parameters:
    ///   - paused: the request.
    ///   - goOn: lets it go.
    ///   - refuse: calls it off.
    /// - Returns: false where it may go at once.
    func keeps(
        _ paused: RequestPaused,
        _ goOn: @escaping @Sendable () -> Void,
        refuse: @escaping @Sendable () -> Void
    ) -> Bool {
        let (isHeld, watched, isRefusing) = state.withLockedValue { ($0.isHeld, $0.watched, $0.isRefusing) }
        if isRefusing {
            refuse()
            return true
        }
        // Most of the time nothing is held, and a request costs nothing here.
        guard isHeld != nil || watched != nil else { return false }
        let request = paused.told
        if watched?(request) ?? false, isTwin(request) {
            refuse()
            return true
        }
        guard isHeld?(request) ?? false else { return false }
        let kept = Kept(request: request, goOn: goOn, refuse: refuse)
        // Meanwhile the hold may have ended, one way or the other.
        let (told, isRefused) = state.withLockedValue { state -> ((@Sendable () -> Void)?, Bool) in
            guard state.isHeld != nil else { return (nil, state.isRefusing) }
            state.waiting.append(kept)
            return (state.told, false)
        }
        told?()
        if isRefused { refuse() }
        return told != nil || isRefused
    }

    /// How many requests are told from their twins; a double click comes at once.
    private static let mostSent = 100

    /// Whether the same was let go before; takes note of it where it was not.
    private func isTwin(_ request: PageActivity.Request) -> Bool {
        state.withLockedValue { state in
            if state.sent.contains(where: { $0.isTwin(of: request) }) { return true }
            if state.sent.count >= Self.mostSent { state.sent.removeFirst() }
            state.sent.append(request)
            return false
        }
    }

    func begin(
        _ isHeld: @escaping @Sendable (PageActivity.Request) -> Bool,
        told: @escaping @Sendable () -> Void
    ) {
        state.withLockedValue { ($0.isHeld, $0.told, $0.sent, $0.watched) = (isHeld, told, [], nil) }
    }

    /// Calls off everything that was kept back, and all that is to come.
    func refuse() {
        let waiting = state.withLockedValue { state in
            defer { (state.isRefusing, state.isHeld, state.waiting) = (true, nil, []) }
            return state.waiting
        }
        for kept in waiting { kept.refuse() }
    }

    private func letGo(_ kept: Kept) {
        isTwin(kept.request) ? kept.refuse() : kept.goOn()
    }

    /// Lets everything go that was kept back, and keeps nothing back any more.
    ///
    /// - Parameter refusesTwins: whether what was let go since the beginning is called off when it comes once more.
    func end(refusingTwins refusesTwins: Bool) {
        let waiting = state.withLockedValue { state in
            defer { (state.watched, state.isHeld, state.waiting) = (refusesTwins ? state.isHeld : nil, nil, []) }
            return state.waiting
        }
        for kept in waiting { letGo(kept) }
        if !refusesTwins { state.withLockedValue { $0.sent = [] } }
    }
}

extension PageActivity.Request {
    /// Whether it is the same once more, as by a double click.
    fileprivate func isTwin(of other: PageActivity.Request) -> Bool {
        method == other.method && url == other.url && body == other.body && method != "GET"
    }
}

extension RequestPaused {
    fileprivate var told: PageActivity.Request {
        PageActivity.Request(
            method: request.method,
            url: request.url,
            status: nil,
            isDocument: resourceType == "Document",
            isXHR: resourceType == "XHR" || resourceType == "Fetch",
            body: request.body
        )
    }
}

extension BrowserContext {
    /// Keeps back what pages and their workers are about to send, where requests are judged.
    ///
    /// - Parameters:
    ///   - isHeld: whether a request is kept back.
    ///   - told: called when one is.
    public func holdRequests(
        _ isHeld: @escaping @Sendable (PageActivity.Request) -> Bool,
        told: @escaping @Sendable () -> Void
    ) {
        surroundings.hold.begin(isHeld, told: told)
    }

    /// Lets everything go that was kept back, and keeps nothing back any more.
    ///
    /// - Parameter once: whether what was let go is called off when a page sends it once more: a double click.
    public func releaseRequests(once: Bool = false) { surroundings.hold.end(refusingTwins: once) }

    /// Calls off everything that was kept back, and all that pages are still to send: what left now could not be written
    /// down any more.
    public func refuseRequests() { surroundings.hold.refuse() }
}
