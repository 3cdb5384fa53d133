import NIOConcurrencyHelpers

/// Decides about a context's requests: at once by its rules, and where a host must be looked up first, once that is done.
final class RequestJudge: Sendable {
    private struct State {
        var verdicts: [String: Bool] = [:]
        var waiting: [String: [@Sendable (Bool) -> Void]] = [:]
    }

    /// No honest page names more hosts than this.
    private static let mostHosts = 1_000
    private static let mostAtOnce = 16

    private let rules: RequestRules
    private let allowedHost: (@Sendable (String) async -> Bool)?
    private let state = NIOLockedValueBox(State())
    private let questions: AsyncStream<String>
    private let ask: AsyncStream<String>.Continuation

    init(_ options: ContextOptions) {
        rules = RequestRules(options)
        allowedHost = options.allowedHost
        (questions, ask) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.mostHosts))
    }

    /// Decides about one request.
    /// - Parameters:
    ///   - paused: The request.
    ///   - answer: Called once with what the browser is to be told, now or when its host was looked up; never when the
    ///     context ends before.
    func decide(_ paused: RequestPaused, _ answer: @escaping @Sendable (Command<Nothing>) -> Void) {
        let facts = URLRequestFacts(paused)
        switch rules.decision(on: facts) {
        case .block: answer(.block(paused.requestId))
        case .callOff: answer(.callOff(paused.requestId))
        case .letThrough:
            whenJudged(facts.host) { isAllowed in
                answer(isAllowed ? .letThrough(paused.requestId) : .block(paused.requestId))
            }
        }
    }

    private func whenJudged(_ host: String, _ use: @escaping @Sendable (Bool) -> Void) {
        guard allowedHost != nil, !Self.isAddress(host) else { return use(true) }
        let (verdict, isNew) = state.withLockedValue { state -> (Bool?, Bool) in
            if let verdict = state.verdicts[host] { return (verdict, false) }
            guard state.verdicts.count + state.waiting.count < Self.mostHosts || state.waiting[host] != nil else {
                return (false, false)
            }
            state.waiting[host, default: []].append(use)
            return (nil, state.waiting[host]?.count == 1)
        }
        if let verdict { return use(verdict) }
        if isNew { ask.yield(host) }
    }

    /// Whether there is nothing to look up; the browser writes every address of IPv4 as four numbers.
    private static func isAddress(_ host: String) -> Bool {
        host.isEmpty || host.contains(":") || host.split(separator: ".").last?.allSatisfy(\.isNumber) ?? false
    }

    /// Has the hosts looked up that requests wait for, while something is done.
    /// - Parameter body: What is done.
    /// - Returns: What the body returned.
    /// - Throws: What the body throws.
    func atWork<R: Sendable>(_ body: () async throws -> R) async rethrows -> R {
        guard let allowedHost else { return try await body() }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await self.lookUp(by: allowedHost) }
            defer { group.cancelAll() }
            return try await body()
        }
    }

    private func lookUp(by allowedHost: @escaping @Sendable (String) async -> Bool) async {
        await withTaskGroup(of: Void.self) { group in
            var running = 0
            for await host in questions {
                if running == Self.mostAtOnce { await group.next() } else { running += 1 }
                group.addTask { self.settle(host, await allowedHost(host)) }
            }
            group.cancelAll()
        }
    }

    private func settle(_ host: String, _ isAllowed: Bool) {
        let waiting = state.withLockedValue { state in
            state.verdicts[host] = isAllowed
            return state.waiting.removeValue(forKey: host) ?? []
        }
        for use in waiting { use(isAllowed) }
    }
}
