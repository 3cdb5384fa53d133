import Testing

@testable import Chromium

@Suite struct WireRehearsalTests {
    /// What a binding calls is no event of ours by its name alone.
    @Test func `the message that is rehearsed with is each of the events`() {
        #expect(WireRehearsal.events().count == PageEvent.kinds - 1)
    }
}
