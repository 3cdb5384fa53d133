import Chromium
import Foundation
import GhostHands

/// Looks at a widget through its in-page script, again with every change of the page, until a deadline.
struct WidgetWatch<State: Decodable & Sendable>: Sendable {
    let frame: Frame
    private let element: ElementHandle
    /// The script's function that tells the state.
    private let function: ReaderFunction
    private let clock: ContinuousClock
    private let deadline: ContinuousClock.Instant

    /// How long a widget may take to open, or to follow what was done to it.
    static var patience: Duration { .milliseconds(1_500) }

    /// - Parameters:
    ///   - element: the widget's element.
    ///   - clock: measures how long it takes.
    ///   - limit: how long it may take in all.
    /// - Throws: ``ChromiumError`` when the element's frame is gone.
    init(
        _ element: ElementHandle,
        in page: Page,
        function: ReaderFunction,
        clock: ContinuousClock,
        limit: Duration
    ) throws {
        self.element = element
        self.function = function
        self.clock = clock
        deadline = clock.now + limit
        frame = try page.frame(of: element)
    }

    var remaining: Duration { max(deadline - clock.now, .milliseconds(1)) }

    var isOver: Bool { clock.now >= deadline }

    /// The state now.
    func state() async throws -> State { try await look().state }

    /// The state, once it is as wanted or the time is up.
    func wait(atMost patience: Duration = patience, until isThere: (State) -> Bool) async throws -> State {
        let end = min(clock.now + patience, deadline)
        var seen = try await look()
        while !isThere(seen.state), clock.now < end {
            _ = try await PageReader.awaitChange(in: frame, since: seen.version, atMost: end - clock.now)
            seen = try await look()
        }
        return seen.state
    }

    /// The state, once it is as wanted, nothing has changed for a while and nothing is asked for any more, or the time is
    /// up.
    ///
    /// - Parameters:
    ///   - patience: how long to wait at most.
    ///   - lull: after how long without a change nothing is expected any more.
    ///   - activity: what the page has begun since then is waited for.
    func wait(
        atMost patience: Duration,
        lull: Duration,
        since activity: PageActivity,
        in page: Page,
        until isThere: (State) -> Bool
    ) async throws -> State {
        let end = min(clock.now + patience, deadline)
        var seen = try await look()
        while !isThere(seen.state), clock.now < end {
            let rest = min(lull, end - clock.now)
            let hasChanged = try await PageReader.awaitChange(in: frame, since: seen.version, atMost: rest)
            if !hasChanged, !page.isAsking(since: activity) { break }
            seen = try await look()
        }
        return seen.state
    }

    /// Presses a key that means something to the widget, and must not send the form around it.
    func pressKeepingForm(_ key: String, _ page: Page) async throws {
        let _: Bool = try await frame.ask(.keepForm, .int(Int64(element.id)), .bool(true))
        try await page.press(key, timeout: remaining)
        let _: Bool = try await frame.ask(.keepForm, .int(Int64(element.id)), .bool(false))
    }

    /// Makes the script take note of what the widget shows from now on.
    func arm() async throws { try await frame.tell(.armList, about: element) }

    /// Calls a function of the script about the widget.
    func ask<R: Decodable>(_ function: ReaderFunction, _ more: JSON = .null) async throws -> R {
        try await frame.ask(function, .int(Int64(element.id)), more)
    }

    private func look() async throws -> Seen { try await frame.ask(function, about: element) }

    /// A state, and the version of the document that it was true of.
    private struct Seen: Decodable {
        let state: State
        let version: Int

        private enum Key: String, CodingKey { case version }

        init(from decoder: any Decoder) throws {
            state = try State(from: decoder)
            version = try decoder.container(keyedBy: Key.self).decode(Int.self, forKey: .version)
        }
    }
}
