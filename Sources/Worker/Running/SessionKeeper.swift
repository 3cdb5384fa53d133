import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import NIOConcurrencyHelpers
import Store

/// Has a job begin with what sites have left for its user, and keeps what it comes to (R58).
///
/// A session that cannot be had or kept is no reason to fail a job: it goes on without.
final class SessionKeeper: Sendable {
    private struct State {
        /// What the browser began with; nil before it was asked for, and where it could not be had.
        var base: LoadedSession?
        /// Whether somebody has logged in since the job began.
        var hasLogin = false
        /// Whether a wall was met behind a restored session.
        var hasExpired = false
        var hasSaved = false
    }

    private let job: Job
    private let host: HostName?
    private let store: Store
    private let journal: JobJournal
    private let now: @Sendable () -> Date
    private let logger: Logger
    private let state = NIOLockedValueBox(State())

    init(_ job: Job, store: Store, journal: JobJournal, now: @escaping @Sendable () -> Date, logger: Logger) {
        self.job = job
        host = WebAddress(job.targetURL.text).flatMap(HostName.init)
        self.store = store
        self.journal = journal
        self.now = now
        self.logger = logger
    }

    /// What the browser is to begin with.
    ///
    /// - Parameter lease: the worker's right to the job.
    /// - Returns: what earlier jobs have come to, under what this one had when it was paused; nil where there is nothing.
    func restored(_ lease: Lease) async -> StorageState? {
        let paused = try? await store.help.session(of: lease)
        if let paused { await journal.report(.resumedElsewhere(hasSession: Self.decoded(paused.state) != nil)) }
        guard let host else { return paused.flatMap { Self.decoded($0.state) } }
        var loaded: LoadedSession?
        do {
            loaded = try await store.sessions.load(of: job.userID, for: host)
        } catch {
            logger.warning("the session cannot be read", metadata: ["error": "\(error)"])
        }
        if let paused, let json = try? JSON(parsing: paused.state) {
            let first = loaded.map { min($0.begun, paused.begun) } ?? paused.begun
            loaded?.begun = first
            let whole = SessionState(storageState: json).over(loaded?.state ?? SessionState())
            note(loaded)
            return Self.decoded(whole.storageState.data)
        }
        note(loaded)
        guard let loaded, !loaded.state.isEmpty else { return nil }
        await journal.report(.sessionRestored(host, hosts: loaded.state.hosts.intersection(loaded.hosts)))
        return Self.decoded(loaded.state.current(at: now().timeIntervalSince1970).storageState.data)
    }

    private func note(_ loaded: LoadedSession?) {
        state.withLockedValue { state in
            var loaded = loaded
            // A browser that is begun anew after a crash is of the same attempt.
            if let before = state.base?.begun, let now = loaded?.begun { loaded?.begun = min(before, now) }
            state.base = loaded ?? state.base
        }
    }

    /// When the job began with what there was.
    var begun: Date { state.withLockedValue { $0.base?.begun } ?? now() }

    /// Whether what the job comes to is to be kept however it ends: somebody has logged in.
    var hasLogin: Bool { state.withLockedValue(\.hasLogin) }

    /// Notes that somebody has logged in, or entered a code.
    func noteLogin() { state.withLockedValue { $0.hasLogin = true } }

    /// Notes that a site wants a login; where a session was restored, it counts no more.
    func noteWall() async {
        guard let host else { return }
        let isNew = state.withLockedValue { state in
            defer { state.hasExpired = true }
            return !state.hasExpired && !(state.base?.state.isEmpty ?? true)
        }
        if isNew { await journal.report(.sessionExpired(host)) }
    }

    /// Keeps what sites have left in a context.
    func keep(_ context: BrowserContext) async {
        guard let host, state.withLockedValue({ $0.base != nil }) else { return }
        do {
            try await keep(try await Self.read(context), host, context)
        } catch {
            logger.warning("the session cannot be kept", metadata: ["error": "\(type(of: error))"])
        }
    }

    /// Keeps the cookies of a context alone, at once and without asking any page: somebody was let in by them a moment ago.
    func keepCookies(_ context: BrowserContext) async {
        guard let host, let base = state.withLockedValue(\.base) else { return }
        do {
            let cookies = try await context.cookies(timeout: .seconds(5))
            let read = try JSON(parsing: try JSONEncoder().encode(StorageState(cookies: cookies)))
            // What the job began with of all else counts as unchanged.
            let others = SessionState(base.state.values.filter { !$0.key.isCookie })
            try await keep(SessionState(storageState: read).over(others), host, context, hasLogin: true)
        } catch {
            logger.warning("the cookies cannot be kept", metadata: ["error": "\(type(of: error))"])
        }
    }

    /// Keeps what sites have left in a context, for later jobs and for the worker that may have to go on with this one.
    ///
    /// - Parameter lease: the worker's right to the job.
    func keep(_ context: BrowserContext, for lease: Lease) async {
        do {
            let data = try await Self.read(context)
            let (fit, dropped) = try Self.fitted(data)
            if try await !store.help.keep(fit, of: lease, begun: begun) {
                logger.warning("the session of a job that waits cannot be kept", metadata: ["bytes": "\(fit.count)"])
            } else if !dropped.isNothing {
                logger.warning("the session of a job that waits is too large to be kept whole")
            }
            if let host { try await keep(data, host, context) }
        } catch {
            logger.warning("the session cannot be kept", metadata: ["error": "\(type(of: error))"])
        }
    }

    private func keep(_ data: Data, _ host: HostName, _ context: BrowserContext) async throws {
        guard let base = state.withLockedValue(\.base) else { return }
        let read = try JSON(parsing: data)
        let ours = SessionState(storageState: read)
            .withUnread(of: base.state, partlyRead: SessionState.partlyRead(in: read))
        try await keep(ours, host, context, hasLogin: hasLogin, unreadable: SessionState.unreadable(in: read))
    }

    private func keep(
        _ ours: SessionState,
        _ host: HostName,
        _ context: BrowserContext,
        hasLogin: Bool,
        unreadable: SessionState.Dropped = .init()
    ) async throws {
        guard let base = state.withLockedValue(\.base) else { return }
        let met = context.visitedOrigins.compactMap { WebAddress($0).flatMap(HostName.init) }
        let saved = try await store.sessions.save(
            ours,
            base: base,
            of: job.userID,
            for: host,
            met: met,
            hasLogin: hasLogin,
            now: now()
        )
        guard var saved, !saved.hosts.isEmpty else { return }
        saved.dropped += unreadable
        let isFirst = state.withLockedValue { state in
            defer { state.hasSaved = true }
            return !state.hasSaved
        }
        guard isFirst || saved.changed > 0 else { return }
        await journal.report(.sessionSaved(host, hosts: saved.hosts, dropped: saved.dropped))
        if !saved.dropped.isNothing { logger.warning("a session is too large to be kept whole") }
    }

    /// As much of a state as may be kept for a job that waits: who is logged in comes before what pages have stored.
    private static func fitted(_ data: Data) throws -> (Data, SessionState.Dropped) {
        guard data.count > HumanHelpStore.mostBytes else { return (data, .init()) }
        // Weights leave commas and members' names out.
        let most = HumanHelpStore.mostBytes * 9 / 10
        let (state, dropped) = SessionState(storageState: try JSON(parsing: data)).bounded(to: most)
        return (state.storageState.data, dropped)
    }

    private static func read(_ context: BrowserContext) async throws -> Data {
        try JSONEncoder().encode(try await context.storageState(timeout: .seconds(5)))
    }

    private static func decoded(_ data: Data) -> StorageState? {
        try? JSONDecoder().decode(StorageState.self, from: data)
    }
}
