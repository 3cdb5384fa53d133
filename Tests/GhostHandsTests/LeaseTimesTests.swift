import Testing

@testable import GhostHands

@Suite struct LeaseTimesTests {
    @Test func `leases are confirmed long before they are given up, and given up long before others get them`() {
        let times = LeaseTimes()
        #expect(times.heartbeat == .seconds(10))
        #expect(times.selfFence == .seconds(60))
        #expect(times.rescue == .seconds(120))
        #expect((0...5).map { times.backoff(retryCount: $0).components.seconds } == [5, 10, 20, 40, 60, 60])
    }

    @Test func `a drill shortens all of them alike`() {
        let times = LeaseTimes(percent: 5)
        #expect(times.heartbeat == .milliseconds(500))
        #expect(times.selfFence == .seconds(3))
        #expect(times.rescue == .seconds(6))
        #expect(times.backoff(retryCount: 1) == .milliseconds(500))
    }

    @Test func `whoever cannot confirm for a minute stops, and counts from the question and not from its answer`() {
        let start = ContinuousClock.now
        func at(_ seconds: Int) -> ContinuousClock.Instant { start.advanced(by: .seconds(seconds)) }
        var fence = SelfFence(limit: LeaseTimes().selfFence, now: at(0))
        #expect(!fence.isDown(at: at(60)))
        #expect(fence.isDown(at: at(61)))
        fence.confirm(sent: at(50))
        #expect(!fence.isDown(at: at(110)))
        #expect(fence.isDown(at: at(111)))
        // An answer that was long under way takes nothing back.
        fence.confirm(sent: at(20))
        #expect(!fence.isDown(at: at(110)))
    }

    @Test func `a worker that was stopped and goes on finds its fence down before anybody has its jobs`() {
        let times = LeaseTimes()
        let start = ContinuousClock.now
        let fence = SelfFence(limit: times.selfFence, now: start)
        #expect(fence.isDown(at: start.advanced(by: times.rescue)))
        #expect(times.heartbeat * 5 < times.selfFence)
        #expect(times.selfFence * 2 <= times.rescue)
    }
}
