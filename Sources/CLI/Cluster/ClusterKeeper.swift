import Logging
import Waiting

/// Starts the private PostgreSQL again when it ends without having been told to.
struct ClusterKeeper: Sendable {
    let postmaster: Postmaster
    /// Starts it.
    let start: @Sendable () async throws -> Void
    let logger: Logger
    var clock = ContinuousClock()

    /// How often it is started in a row before that is given up.
    private static let tries = 5
    /// How long it must have run for its next end to count as the first.
    private static let calm = Duration.seconds(60)

    /// Keeps it running.
    ///
    /// - Parameter stopping: raised when it may end.
    /// - Returns: why it was given up; nil when it may end.
    func keep(until stopping: Signal) async -> String? {
        var count = 0
        while true {
            let begin = clock.now
            await ended(before: stopping)
            if stopping.isRaised { return nil }
            logger.error("the private PostgreSQL ended by itself; it is started again")
            if clock.now - begin > Self.calm { count = 0 }
            var failure: String? = "it ends again and again"
            repeat {
                count += 1
                if count > Self.tries { return failure }
                // What is left of the killed server must go first, which takes a moment.
                await stopping.wait(atMost: .milliseconds(100 << count), on: clock)
                if stopping.isRaised { return nil }
                failure = await failureOfStart()
            } while failure != nil
            logger.notice("the private PostgreSQL runs again", metadata: ["tries": "\(count)"])
        }
    }

    private func failureOfStart() async -> String? {
        do {
            try await start()
            return nil
        } catch {
            logger.warning("the private PostgreSQL does not start", metadata: ["error": "\(error)"])
            return (error as? SetupError)?.problem ?? "\(error)"
        }
    }

    private func ended(before stopping: Signal) async {
        let either = Signal()
        await withDiscardingTaskGroup { group in
            group.addTask {
                await postmaster.ended()
                either.raise()
            }
            group.addTask {
                await stopping.wait()
                either.raise()
            }
            await either.wait()
            group.cancelAll()
        }
    }
}
