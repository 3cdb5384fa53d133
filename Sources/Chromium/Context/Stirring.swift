import NIOConcurrencyHelpers
import NIOCore
import Waiting

/// What people do in the pages of a context, so that hands keep still meanwhile: a page does what one of them says, and
/// never what both say at once.
///
/// Pages tell of all that is done to them by mouse and keyboard; what the hands have just done is known by where and how
/// often they did it, so that a person is noticed also while the hands are at work.
final class Stirring: Sendable {
    private let state = NIOLockedValueBox(State())

    /// How long hands keep still at most, whatever somebody does.
    private static let most = TimeAmount.minutes(10)

    /// How many times somebody was seen.
    var count: Int { state.withLockedValue(\.count) }

    /// Takes note of what a page tells, unless the hands have done it.
    func note(_ stir: Stir) {
        state.withLockedValue { state in
            guard !state.takesAsOwn(stir), state.isOfPerson(stir) else { return }
            state.seen = .now()
            state.count += 1
        }
    }

    /// How many times somebody was seen since a page came to its present document.
    var countInDocument: Int { state.withLockedValue { $0.count - $0.before } }

    /// Takes note that a page has come to another document.
    func noteDocument() { state.withLockedValue { $0.before = $0.count } }

    /// The hands are about to strike keys: pages will tell of so many.
    func expect(keys: Int) { state.withLockedValue { $0.keys += keys } }

    /// The hands are about to have the mouse there: a place of one of the documents that lie upon each other.
    func expect(x: Double, y: Double) { state.withLockedValue { $0.expect(Place(x: x, y: y)) } }

    /// Does something with the page, once nobody else has for a while.
    ///
    /// - Parameters:
    ///   - stillness: for how long nobody must have done anything; nil where nobody else is there.
    ///   - isEntry: whether it would do harm to a page that somebody has changed meanwhile.
    ///   - body: what is done; what it does in turn waits for nobody.
    /// - Throws: `CancellationError`; ``ChromiumError`` of the kind `detached` for an entry that had to wait; what the body
    ///   throws.
    func whileStill<R>(_ stillness: Duration?, isEntry: Bool, _ body: () async throws -> R) async throws -> R {
        guard let stillness else { return try await body() }
        if try await untilStill(stillness), isEntry {
            throw ChromiumError(.detached, "a person was at the page meanwhile")
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

    /// Waits until nobody has done anything for a while.
    ///
    /// - Returns: whether there was anything to wait for.
    @discardableResult
    func untilStill(_ stillness: Duration) async throws -> Bool {
        let bound = NIODeadline.now() + Self.most
        var hasWaited = false
        while let rest = rest(stillness), .now() < bound {
            try Task.checkCancellation()
            hasWaited = true
            await Signal().wait(atMost: rest, on: .continuous)
        }
        return hasWaited
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

extension Stirring {
    /// A point of a document, in CSS pixels.
    private struct Place {
        let x: Double
        let y: Double

        func isNear(_ stir: Stir) -> Bool { abs(x - stir.x) <= 1.5 && abs(y - stir.y) <= 1.5 }
    }

    private struct State {
        /// When somebody was last seen to do something.
        var seen: NIODeadline?
        /// How many times somebody was seen.
        var count = 0
        /// How many of them were before a page came to its present document.
        var before = 0
        /// How much hands have under way.
        var acting = 0
        /// When hands have last ended something.
        var acted: NIODeadline?
        /// How many keys of the hands pages have still to tell of.
        var keys = 0
        /// Where the hands had the mouse last.
        private var places: [Place] = []
        /// Where and when a mouse was last moved that is not the hands'.
        private var moved: (place: Place, at: NIODeadline)?

        /// For how long after it ended an action of the hands may still be told of.
        private static let echo = TimeAmount.milliseconds(500)
        private static let mostPlaces = 8

        private var isActing: Bool { acting > 0 || acted.map { .now() - $0 <= Self.echo } ?? false }

        mutating func expect(_ place: Place) { places = places.suffix(Self.mostPlaces - 1) + [place] }

        /// Whether the hands have done it.
        mutating func takesAsOwn(_ stir: Stir) -> Bool {
            if !isActing { keys = 0 }
            let isThere = places.contains { $0.isNear(stir) }
            switch stir.kind {
            case .keydown:
                defer { keys = max(0, keys - 1) }
                return keys > 0
            case .pointerdown, .wheel: return isActing && isThere
            // Where the page changes under the mouse it is told of again, and has not been moved.
            case .pointermove: return isThere
            case .change: return isActing
            case .before: return acting > 0 || acted != nil
            case .touchstart: return false
            }
        }

        /// Whether a person has done it: a window that comes under a mouse tells of a move that nobody made, but of one only.
        mutating func isOfPerson(_ stir: Stir) -> Bool {
            guard stir.kind == .pointermove else { return true }
            let before = moved
            moved = (Place(x: stir.x, y: stir.y), .now())
            guard let before else { return false }
            return .now() - before.at <= .seconds(1) && !before.place.isNear(stir)
        }
    }
}

extension BrowserContext {
    /// How many times a person was seen to do something in the context's pages; none where hands do not give way to them.
    public var stirs: Int { surroundings.options.stillness == nil ? 0 : surroundings.stirring.count }

    /// How many of them were since the document came that a page of the context has shown last.
    public var stirsInDocument: Int {
        surroundings.options.stillness == nil ? 0 : surroundings.stirring.countInDocument
    }

    /// Waits until no person has done anything in the context's pages for as long as hands keep still.
    ///
    /// - Throws: `CancellationError`.
    public func untilStill() async throws {
        if let stillness = surroundings.options.stillness { try await surroundings.stirring.untilStill(stillness) }
    }
}

extension Page {
    /// Does something with the page, once no person has for a while.
    func asHands<R>(_ body: () async throws -> R) async throws -> R {
        try await surroundings.stirring.whileStill(surroundings.options.stillness, isEntry: false, body)
    }

    /// Enters something, unless a person is at the page: it was decided on what the page was before.
    func asEntry<R>(_ body: () async throws -> R) async throws -> R {
        try await surroundings.stirring.whileStill(surroundings.options.stillness, isEntry: true, body)
    }
}
