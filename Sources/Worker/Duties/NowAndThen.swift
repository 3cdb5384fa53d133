import ServiceLifecycle

/// Does something at once, and then again and again until shutdown.
///
/// - Parameters:
///   - interval: how often, give or take a fifth: many processes do it, and they should not do it at the same moment.
///   - clock: measures the interval.
///   - body: what is done; it ends soon after it is cancelled.
func nowAndThen(
    every interval: Duration,
    on clock: ContinuousClock,
    _ body: @escaping @Sendable () async -> Void
) async {
    await cancelWhenGracefulShutdown {
        while !Task.isCancelled {
            await body()
            let pause = interval * Double.random(in: 0.8...1.2)
            try? await clock.sleep(until: clock.now.advanced(by: pause), tolerance: nil)
        }
    }
}
