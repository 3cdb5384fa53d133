import Foundation
import GhostHands
import Logging
import Postgres
import Store

/// Our side of Benchmarks/queue: the very functions of Store that API and worker call, with events and leases.
///
/// `queue-benchmark URL enqueue JOBS` or `queue-benchmark URL drain WORKERS BATCH`; prints jobs per second and, for a
/// drain, the median milliseconds of a claim.
@main struct Bench {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 4, let number = Int(arguments[3]) else {
            print("usage: queue-benchmark URL enqueue JOBS | drain WORKERS BATCH")
            exit(64)
        }
        var logger = Logger(label: "queue-benchmark")
        logger.logLevel = .error
        try await withPool(try PostgresConfiguration(url: arguments[1]), logger: logger) { pool in
            let store = Store(pool: pool)
            _ = try await store.migrate(log: logger)
            if arguments[2] == "enqueue" {
                try await enqueue(number, store)
            } else {
                try await drain(number, batch: Int(arguments[4]) ?? 1, store, pool)
            }
        }
    }

    /// Sixteen callers, as an API process has them.
    private static func enqueue(_ count: Int, _ store: Store) async throws {
        let body: JSON = [
            "user_id": .id(UUID()), "job_type": "fill_form", "target_url": "https://example.com/jobs/1",
            "task_description": "Fill the form",
            "input_data": ["form_data": ["first": .string(String(repeating: "x", count: 560))]],
        ]
        guard case .valid(let request, _) = JobRequest.read(body, as: .job) else { return }
        let callers = 16
        let time = try await ContinuousClock().measure {
            try await withThrowingDiscardingTaskGroup { group in
                for caller in 0..<callers {
                    group.addTask {
                        for _ in 0..<(count / callers + (caller < count % callers ? 1 : 0)) {
                            _ = try await store.jobs.create(request)
                        }
                    }
                }
            }
        }
        print("\(Double(count) / (time / .seconds(1))) 0")
    }

    private static func drain(_ workers: Int, batch: Int, _ store: Store, _ pool: PostgresPool) async throws {
        let clock = ContinuousClock()
        let begin = clock.now
        let (done, claims) = try await withThrowingTaskGroup(of: (Int, [Duration]).self) { group in
            for worker in 0..<workers { group.addTask { try await work("bench-\(worker)", batch, store, clock) } }
            return try await group.reduce(into: (0, [Duration]())) { $0 = ($0.0 + $1.0, $0.1 + $1.1) }
        }
        let seconds = (clock.now - begin) / .seconds(1)
        let median = claims.sorted()[claims.count / 2] / .milliseconds(1)
        print("\(Double(done) / seconds) \(median)")
    }

    /// Claims, begins and completes jobs as a worker does, until there are none.
    private static func work(
        _ id: String,
        _ batch: Int,
        _ store: Store,
        _ clock: ContinuousClock
    ) async throws -> (Int, [Duration]) {
        var (done, claims): (Int, [Duration]) = (0, [])
        let result = JobResult(
            data: ["submitted": false],
            summary: "done",
            screenshots: [],
            mode: .magnitude,
            cost: CostBreakdown(),
            submitted: false
        )
        while true {
            let begin = clock.now
            let leases = try await store.jobs.claim(workerID: id, limit: batch)
            claims.append(clock.now - begin)
            if leases.isEmpty { return (done, claims) }
            // At once, as a worker does with what it has claimed.
            done += try await withThrowingTaskGroup(of: Bool.self) { group in
                for lease in leases {
                    group.addTask {
                        guard try await store.jobs.start(lease) != nil else { return false }
                        return try await store.jobs.complete(lease, result) == .completed
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
        }
    }
}
