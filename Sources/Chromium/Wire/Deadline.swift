import NIOCore

/// The moment by which a public call must have ended, handed down to everything it does.
struct Deadline: Sendable {
    let instant: NIODeadline

    init(after duration: Duration) {
        instant = .now() + TimeAmount(duration)
    }

    static let never = Deadline(.distantFuture)

    private init(_ instant: NIODeadline) {
        self.instant = instant
    }

    var hasPassed: Bool { instant <= .now() }

    var remaining: Duration {
        .nanoseconds(max(0, (instant - .now()).nanoseconds))
    }

    var remainingMilliseconds: Int {
        Int(max(0, (instant - .now()).nanoseconds) / 1_000_000)
    }

    /// This deadline, or one a duration from now if that is earlier.
    func atMost(_ duration: Duration) -> Deadline {
        Deadline(min(instant, .now() + TimeAmount(duration)))
    }

    /// How long to wait before another try; less the nearer the deadline is.
    func pause(before attempt: Int) -> Duration {
        let steps: [Duration] = [.zero, .milliseconds(20), .milliseconds(100), .milliseconds(100), .milliseconds(500)]
        return min(steps[min(attempt, steps.count - 1)], remaining)
    }

    /// Lets time pass before another try.
    func backOff(_ attempt: Int) async throws {
        let pause = pause(before: attempt)
        guard pause > .zero else { return }
        let clock = ContinuousClock()
        try await clock.sleep(until: clock.now + pause)
    }
}
