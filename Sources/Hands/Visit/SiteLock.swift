public import Chromium
import GhostHands
import NIOConcurrencyHelpers

/// Keeps the pages of a browser context on one site while somebody acts whom a page may have talked into it.
public final class SiteLock: Sendable {
    private enum State {
        case open
        /// Only documents of this site are let in.
        case site(String?)
        /// No document at all.
        case still
    }

    private let state = NIOLockedValueBox(State.open)

    /// An open lock.
    public init() {}

    /// Lets no document of another site in while something is done.
    ///
    /// - Parameters:
    ///   - site: the site; nil lets none in at all.
    ///   - body: what is done.
    /// - Returns: what the body returned.
    /// - Throws: what the body throws.
    func hold<R>(_ site: String?, _ body: () async throws -> R) async rethrows -> R {
        try await hold(.site(site), body)
    }

    /// Lets no document in at all while something is done: what a page shows stays, and no form is sent.
    ///
    /// - Parameter body: what is done.
    /// - Returns: what the body returned.
    /// - Throws: what the body throws.
    func holdStill<R>(_ body: () async throws -> R) async rethrows -> R { try await hold(.still, body) }

    private func hold<R>(_ new: State, _ body: () async throws -> R) async rethrows -> R {
        let before = state.withLockedValue { state in
            defer { state = new }
            return state
        }
        defer { state.withLockedValue { $0 = before } }
        return try await body()
    }

    func allows(_ host: String) -> Bool {
        switch state.withLockedValue(\.self) {
        case .open: true
        case .site(let site): site.map { WebAddress.isHost(host, of: $0) } ?? false
        case .still: false
        }
    }
}

extension ContextOptions {
    /// The same context, whose pages a lock can keep on their site.
    ///
    /// - Returns: the options.
    public func locked(by lock: SiteLock) -> ContextOptions {
        var options = self
        options.allowedDocument = { lock.allows($0.host) }
        return options
    }
}
