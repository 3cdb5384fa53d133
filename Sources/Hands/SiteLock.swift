public import Chromium
import GhostHands
import NIOConcurrencyHelpers

/// Keeps the pages of a browser context on one site while somebody acts whom a page may have talked into it.
public final class SiteLock: Sendable {
    private enum State {
        case open
        /// Only documents of this site.
        case site(String?)
        /// No document at all.
        case still
    }

    private let state = NIOLockedValueBox(State.open)

    /// An open lock.
    public init() {}

    /// Lets no document of another site in than the one a run is at, while something is done.
    ///
    /// - Parameters:
    ///   - run: the run.
    ///   - body: what is done.
    /// - Returns: what the body returned.
    /// - Throws: what the body throws.
    func hold<R>(_ run: inout AttemptRun, _ body: (inout AttemptRun) async throws -> R) async rethrows -> R {
        try await hold(.site(Self.site(of: run.page.url)), &run, body)
    }

    /// Lets no document in at all while something is done: what a page shows stays, and no form is sent.
    ///
    /// - Parameters:
    ///   - run: the run.
    ///   - body: what is done.
    /// - Returns: what the body returned.
    /// - Throws: what the body throws.
    func holdStill<R>(_ run: inout AttemptRun, _ body: (inout AttemptRun) async throws -> R) async rethrows -> R {
        try await hold(.still, &run, body)
    }

    private func hold<R>(
        _ new: State,
        _ run: inout AttemptRun,
        _ body: (inout AttemptRun) async throws -> R
    ) async rethrows -> R {
        let before = state.withLockedValue { state in
            defer { state = new }
            return state
        }
        defer { state.withLockedValue { $0 = before } }
        return try await body(&run)
    }

    func allows(_ host: String) -> Bool {
        switch state.withLockedValue(\.self) {
        case .open: true
        case .site(let site): host.isEmpty || site.map { Self.isHost(host, of: $0) } ?? true
        case .still: false
        }
    }

    /// Whether a host belongs to a site.
    static func isHost(_ host: String, of site: String) -> Bool { host == site || host.hasSuffix(".\(site)") }

    /// The site of an address: its host without what stands before the name that was bought.
    ///
    /// - Parameter url: the address.
    /// - Returns: the last two parts of its host, three under a country's own second level; nil when it has no host.
    static func site(of url: String) -> String? {
        guard let host = WebAddress(url)?.host else { return nil }
        let parts = host.split(separator: ".")
        guard parts.count > 2, IPAddress(host) == nil else { return host }
        let isSecondLevel = parts[parts.count - 1].count == 2 && parts[parts.count - 2].count <= 3
        return parts.suffix(isSecondLevel ? 3 : 2).joined(separator: ".")
    }
}

extension ContextOptions {
    /// The same context, whose pages a lock can keep on their site.
    ///
    /// - Parameter lock: the lock.
    /// - Returns: the options.
    public func locked(by lock: SiteLock) -> ContextOptions {
        var options = self
        options.allowedDocument = { lock.allows($0.host) }
        return options
    }
}
