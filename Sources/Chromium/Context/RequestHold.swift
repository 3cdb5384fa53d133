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
        let (isHeld, watched) = state.withLockedValue { ($0.isHeld, $0.watched) }
        // Most of the time nothing is held, and a request costs nothing here.
        guard isHeld != nil || watched != nil else { return false }
        let request = paused.told
        if watched?(request) ?? false, isTwin(request) {
            refuse()
            return true
        }
        guard isHeld?(request) ?? false else { return false }
        let told = state.withLockedValue { state -> (@Sendable () -> Void)? in
            guard state.isHeld != nil else { return nil }
            state.waiting.append(Kept(request: request, goOn: goOn, refuse: refuse))
            return state.told
        }
        told?()
        return told != nil
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

    /// Hands over what lets go of everything that is kept back now, but of nothing twice.
    func take() -> [@Sendable () -> Void] {
        let waiting = state.withLockedValue { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        return waiting.map { kept in { self.letGo(kept) } }
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

    /// Hands over what lets go of each request that is kept back now; those to come are kept back as before.
    public func takeHeldRequests() -> [@Sendable () -> Void] { surroundings.hold.take() }

    /// Lets everything go that was kept back, and keeps nothing back any more.
    ///
    /// - Parameter once: whether what was let go is called off when a page sends it once more: a double click.
    public func releaseRequests(once: Bool = false) { surroundings.hold.end(refusingTwins: once) }
}
