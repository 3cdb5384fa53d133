import Chromium
import Foundation
import GhostHands

/// Looks at a widget through its in-page script, again with every change of the page, until a deadline.
struct WidgetWatch<State: Decodable & Sendable>: Sendable {
    let frame: Frame
    private let element: ElementHandle
    /// The script's function that tells the state.
    private let function: String
    /// The version of the document that a state was true of.
    private let version: @Sendable (State) -> Int
    private let clock: ContinuousClock
    private let deadline: ContinuousClock.Instant

    /// How long a widget may take to open, or to follow what was done to it.
    private static var patience: Duration { .milliseconds(1_500) }

    /// - Parameters:
    ///   - element: the widget's element.
    ///   - page: its page.
    ///   - function: the script's function that tells the state.
    ///   - clock: measures how long it takes.
    ///   - limit: how long it may take in all.
    ///   - version: the version of the document that a state was true of.
    /// - Throws: ``ChromiumError`` when the element's frame is gone.
    init(
        _ element: ElementHandle,
        in page: Page,
        function: String,
        clock: ContinuousClock,
        limit: Duration,
        version: @escaping @Sendable (State) -> Int
    ) throws {
        self.element = element
        self.function = function
        self.version = version
        self.clock = clock
        deadline = clock.now + limit
        frame = try page.frame(of: element)
    }

    var remaining: Duration { max(deadline - clock.now, .milliseconds(1)) }

    var isOver: Bool { clock.now >= deadline }

    /// The state now.
    func state() async throws -> State {
        let data = try await call(function)
        guard let state = try JSONDecoder().decode(State?.self, from: data) else {
            throw ChromiumError(.detached, "the control is gone")
        }
        return state
    }

    /// The state once it is as wanted, or when the patience is at its end.
    func wait(atMost patience: Duration = patience, until isThere: (State) -> Bool) async throws -> State {
        let end = min(clock.now + patience, deadline)
        var state = try await state()
        while !isThere(state), clock.now < end {
            _ = try await PageReader.awaitChange(in: frame, since: version(state), atMost: end - clock.now)
            state = try await self.state()
        }
        return state
    }

    /// Calls a function of the script about the widget.
    @discardableResult
    func call(_ function: String, _ more: JSON...) async throws -> Data {
        let arguments = JSON.array([.int(Int64(element.id))] + more).data
        return try await frame.call(PageReader.script, function, arguments: arguments, timeout: .seconds(5))
    }
}
