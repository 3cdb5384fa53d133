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

    /// How many times hands have done something, or begun to.
    var turns: Int { state.withLockedValue(\.turns) }

    /// Whether somebody was seen since hands have begun what they are at.
    var isOvertaken: Bool { state.withLockedValue { $0.count != $0.known } }

    /// Takes note of what a page tells, unless the hands have done it.
    func note(_ stir: Stir) {
        state.withLockedValue { state in
            guard !state.takesAsOwn(stir), state.isOfPerson(stir) else { return }
            state.see()
        }
    }

    /// Takes note that something was done to a page of which nobody was told.
    func noteUntold() { state.withLockedValue { $0.see() } }

    /// The hands are about to strike keys: pages will tell of so many.
    func expect(keys: Int) { state.withLockedValue { $0.keys += keys } }

    /// The hands are about to have the mouse there: a place of one of the documents that lie upon each other.
    func expect(x: Double, y: Double) { state.withLockedValue { $0.expect(Place(x: x, y: y)) } }

    /// Does something with the page, once nobody else has for a while, and again where it was not done since somebody came
    /// in between.
    ///
    /// - Parameters:
    ///   - stillness: for how long nobody must have done anything; nil where nobody else is there.
    ///   - isEntry: whether it would do harm to a page that somebody has changed meanwhile.
    ///   - body: what is done; what it does in turn waits for nobody.
    /// - Throws: `CancellationError`; ``ChromiumError`` of the kind `detached` for an entry that had to wait; what the body
    ///   throws.
    func whileStill<R>(_ stillness: Duration?, isEntry: Bool, _ body: () async throws -> R) async throws -> R {
        guard let stillness else { return try await body() }
        let (before, bound) = (count, NIODeadline.now() + Self.most)
        while true {
            let hasWaited = try await wait { $0.takeTurn(after: stillness, by: bound) }
            let isLate = isEntry && (hasWaited || count != before)
            if let result = try await turn(isLate: isLate, body) { return result }
        }
    }

    /// Nothing was done: there is something done by others, or by the hands before, that they have not heard of yet.
    struct Overtaken: Error {}

    /// Does something with the page.
    ///
    /// - Returns: nil where nothing was done.
    private func turn<R>(isLate: Bool, _ body: () async throws -> R) async throws -> R? {
        var hasBegun = false
        defer { state.withLockedValue { $0.endTurn(hasBegun: hasBegun) } }
        if isLate { throw ChromiumError(.detached, "a person was at the page meanwhile") }
        do {
            let result = try await body()
            hasBegun = true
            return result
        } catch is Overtaken {
            return nil
        } catch {
            hasBegun = true
            throw error
        }
    }

    /// Waits until nobody has done anything for a while.
    func untilStill(_ stillness: Duration) async throws {
        let bound = NIODeadline.now() + Self.most
        _ = try await wait { $0.rest(stillness, by: bound) }
    }

    /// Waits for as long as there is anything to wait for.
    ///
    /// - Returns: whether there was.
    private func wait(_ rest: (inout State) -> Duration?) async throws -> Bool {
        var hasWaited = false
        while let rest = state.withLockedValue(rest) {
            try Task.checkCancellation()
            hasWaited = true
            await Signal().wait(atMost: rest, on: .continuous)
        }
        return hasWaited
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
        private var seen: NIODeadline?
        /// How many times somebody was seen.
        private(set) var count = 0
        /// How many they were when hands have begun what they are at.
        var known = 0
        /// How many times hands have done something, or begun to.
        private(set) var turns = 0
        /// How much hands have under way.
        private var acting = 0
        /// When hands have last ended something.
        private var acted: NIODeadline?
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

        mutating func see() {
            seen = .now()
            count += 1
        }

        /// How long there is still to be waited; nil for not at all.
        func rest(_ stillness: Duration, by bound: NIODeadline) -> Duration? {
            guard acting == 0, let seen, .now() < bound else { return nil }
            let rest = stillness - .nanoseconds((.now() - seen).nanoseconds)
            return rest > .zero ? rest : nil
        }

        /// Has the hands begin, unless there is still to be waited, and for how long.
        mutating func takeTurn(after stillness: Duration, by bound: NIODeadline) -> Duration? {
            if let rest = rest(stillness, by: bound) { return rest }
            acting += 1
            known = count
            return nil
        }

        mutating func endTurn(hasBegun: Bool) {
            acting -= 1
            acted = .now()
            if hasBegun { turns += 1 }
        }

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
            case .before, .touchstart: return false
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

    /// Whether hands give way to a person in the context's pages.
    public var givesWay: Bool { surroundings.options.stillness != nil }

    /// How many times hands have done something in the context's pages, or begun to; none where they do not give way.
    public var turns: Int { surroundings.stirring.turns }

    /// Waits until no person has done anything in the context's pages for as long as hands keep still.
    ///
    /// - Throws: `CancellationError`.
    public func untilStill() async throws {
        if let stillness = surroundings.options.stillness { try await surroundings.stirring.untilStill(stillness) }
    }
}
