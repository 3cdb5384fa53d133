import NIOConcurrencyHelpers

/// Answers requests for a name and a password, once for each request: a server that asks again has not accepted them.
final class Authentication: Sendable {
    private static let mostAnswered = 10_000

    private let options: ContextOptions
    private let answered = NIOLockedValueBox<Set<String>>([])

    init(_ options: ContextOptions) {
        self.options = options
    }

    func answer(to asked: AuthenticationRequired) -> Command<Nothing> {
        let source = asked.isFromProxy ? "proxy" : "site"
        let isFirst = answered.withLockedValue { answered in
            if answered.count >= Self.mostAnswered { answered = [] }
            return answered.insert("\(source) \(asked.requestId)").inserted
        }
        return .authenticate(asked.requestId, as: isFirst ? credentials(for: asked) : nil)
    }

    private func credentials(for asked: AuthenticationRequired) -> ContextOptions.Credentials? {
        if asked.isFromProxy { return options.proxy?.credentials }
        guard let credentials = options.credentials else { return nil }
        guard let only = credentials.origin else { return credentials }
        return Origins.origin(of: only) == Origins.origin(of: asked.authChallenge.origin) ? credentials : nil
    }
}
