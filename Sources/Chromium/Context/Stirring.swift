import NIOConcurrencyHelpers
import NIOCore
import Waiting

/// What people do in the pages of a context, so that hands keep still meanwhile: a page does what one of them says, and
/// never what both say at once.
final class Stirring: Sendable {
    private struct State {
        /// When somebody was last seen to do something.
        var seen: NIODeadline?
        /// How many times somebody was seen.
        var count = 0
        /// How much hands have under way.
        var acting = 0
        /// When hands have last ended something.
        var acted: NIODeadline?
    }

    private let state = NIOLockedValueBox(State())

    /// For how long after it ended an action of the hands may still be told of.
    private static let echo = TimeAmount.milliseconds(250)
    /// How long hands keep still at most, whatever somebody does.
    private static let most = TimeAmount.minutes(10)

    /// How many times somebody was seen.
    var count: Int { state.withLockedValue(\.count) }

    /// Takes note that a page was moved or typed in, which was not the hands' own doing unless they were at it.
    func note() {
        state.withLockedValue { state in
            guard state.acting == 0, state.acted.map({ .now() - $0 > Self.echo }) ?? true else { return }
            state.seen = .now()
            state.count += 1
        }
    }

    /// Does something with the page, once nobody else has for a while.
    ///
    /// - Parameters:
    ///   - stillness: for how long nobody must have done anything; nil where nobody else is there.
    ///   - body: what is done; what it does in turn waits for nobody.
    /// - Throws: `CancellationError`, and what the body throws.
    func whileStill<R>(_ stillness: Duration?, _ body: () async throws -> R) async throws -> R {
        guard let stillness else { return try await body() }
        let bound = NIODeadline.now() + Self.most
        while let rest = rest(stillness), .now() < bound {
            try Task.checkCancellation()
            await Signal().wait(atMost: rest, on: .continuous)
        }
        state.withLockedValue { $0.acting += 1 }
        defer {
            state.withLockedValue { state in
                state.acting -= 1
                state.acted = .now()
            }
        }
        return try await body()
    }

    /// How long there is still to be waited; nil for not at all.
    private func rest(_ stillness: Duration) -> Duration? {
        state.withLockedValue { state in
            guard state.acting == 0, let seen = state.seen else { return nil }
            let rest = stillness - .nanoseconds((.now() - seen).nanoseconds)
            return rest > .zero ? rest : nil
        }
    }
}

extension BrowserContext {
    /// How many times a person was seen to do something in the context's pages; counted where hands give way to them.
    public var stirs: Int { surroundings.stirring.count }
}

extension Page {
    /// Does something with the page, once no person has for a while.
    func asHands<R>(_ body: () async throws -> R) async throws -> R {
        try await surroundings.stirring.whileStill(surroundings.options.stillness, body)
    }
}
