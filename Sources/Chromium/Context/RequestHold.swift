import NIOConcurrencyHelpers

/// Keeps back what pages are about to send until somebody has written down that it will be sent.
final class RequestHold: Sendable {
    private struct State {
        var isHeld: (@Sendable (PageActivity.Request) -> Bool)?
        var told: @Sendable () -> Void = {}
        var waiting: [@Sendable () -> Void] = []
    }

    private let state = NIOLockedValueBox(State())

    /// Keeps a request back, where it is one that is kept back.
    ///
    /// - Parameters:
    ///   - paused: the request.
    ///   - goOn: lets it go.
    /// - Returns: false where it may go at once.
    func keeps(_ paused: RequestPaused, _ goOn: @escaping @Sendable () -> Void) -> Bool {
        guard let isHeld = state.withLockedValue(\.isHeld), isHeld(paused.told) else { return false }
        let told = state.withLockedValue { state -> (@Sendable () -> Void)? in
            guard state.isHeld != nil else { return nil }
            state.waiting.append(goOn)
            return state.told
        }
        told?()
        return told != nil
    }

    func begin(
        _ isHeld: @escaping @Sendable (PageActivity.Request) -> Bool,
        told: @escaping @Sendable () -> Void
    ) {
        state.withLockedValue { ($0.isHeld, $0.told) = (isHeld, told) }
    }

    /// Hands over what lets go of everything that is kept back now.
    func take() -> [@Sendable () -> Void] {
        state.withLockedValue { state in
            defer { state.waiting = [] }
            return state.waiting
        }
    }

    /// Lets everything go that was kept back, and keeps nothing back any more.
    func end() {
        let waiting = state.withLockedValue { state in
            defer { (state.isHeld, state.waiting) = (nil, []) }
            return state.waiting
        }
        for goOn in waiting { goOn() }
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
    public func releaseRequests() { surroundings.hold.end() }
}
