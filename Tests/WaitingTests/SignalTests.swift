import Testing
import Waiting

struct SignalTests {
    private let clock = ContinuousClock()

    @Test func `what was raised before anybody waits is not lost`() async {
        let signal = Signal()
        signal.raise()
        signal.raise()
        await signal.wait()
        #expect(signal.isRaised)
        signal.lower()
        #expect(!signal.isRaised)
    }

    @Test func `everybody who waits goes on`() async {
        let signal = Signal()
        let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    beginning.yield()
                    await signal.wait()
                }
            }
            var iterator = begun.makeAsyncIterator()
            for _ in 0..<100 { await iterator.next() }
            signal.raise()
        }
        #expect(signal.isRaised)
    }

    @Test func `a wait ends when its task is cancelled, before or after it began`() async {
        let signal = Signal()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<100 { group.addTask { await signal.wait() } }
            group.cancelAll()
            group.addTask { await signal.wait() }
        }
        #expect(!signal.isRaised)
    }

    @Test func `a bounded wait ends with its time or its signal`() async {
        let signal = Signal()
        let begin = clock.now
        await signal.wait(atMost: .milliseconds(50), on: clock)
        #expect(clock.now - begin >= .milliseconds(50))
        #expect(!signal.isRaised)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await signal.wait(atMost: .seconds(600), on: clock) }
            signal.raise()
        }
        await signal.wait(atMost: .seconds(600), on: clock)
        #expect(clock.now - begin < .seconds(60))
    }
}
