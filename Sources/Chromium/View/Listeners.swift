import NIOConcurrencyHelpers

/// Those who hear what a page reports, besides the page itself.
final class Listeners: Sendable {
    private struct State {
        var next = 0
        var sinks: [Int: @Sendable (Event) -> Void] = [:]
    }

    private let state = NIOLockedValueBox(State())

    func add(_ sink: @escaping @Sendable (Event) -> Void) -> Int {
        state.withLockedValue { state in
            state.next += 1
            state.sinks[state.next] = sink
            return state.next
        }
    }

    func remove(_ number: Int) {
        state.withLockedValue { state in state.sinks[number] = nil }
    }

    func tell(_ event: Event) {
        for sink in state.withLockedValue({ $0.sinks.values }) { sink(event) }
    }
}
