import API
import Foundation
import GhostHands
import Logging
import NIOConcurrencyHelpers
import NIOCore
import Outbound
import Postgres
import ServiceLifecycle
import Store

/// How soon changes reach sockets, and whether all do; see README.md.
@main
struct Bench {
    static func main() async throws {
        guard let url = ProcessInfo.processInfo.environment["GH_TEST_DATABASE_URL"] else {
            return print("needs GH_TEST_DATABASE_URL: run it with scripts/with-postgres")
        }
        let logger = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
        let configuration = try PostgresConfiguration(url: url)
        try await withPool(configuration, logger: logger) { pool in
            let store = Store(pool: pool)
            _ = try await store.migrate(log: logger)
            try await serving(store, logger) { port in
                let bench = Bench(pool: pool, port: port)
                let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
                for sockets in arguments.isEmpty ? [1000, 5000] : arguments { try await bench.spread(to: sockets) }
                try await bench.stream(2000, for: 10, to: 50)
                try await bench.progress(300)
            }
        }
    }

    let pool: PostgresPool
    let port: Int
    private let clock = ContinuousClock()

    private static func serving(_ store: Store, _ logger: Logger, _ body: (Int) async throws -> Void) async throws {
        let services = APIServices(
            store: store,
            blobs: FolderBlobStore(folder: "/nowhere", publicBase: "http://x", signingKey: Data(count: 32)),
            serviceKey: "k",
            addressRule: AddressRule(.publicOnly),
            version: "1"
        )
        let (ports, announce) = AsyncStream.makeStream(of: Int.self)
        let server = APIServer(services: services, port: 0, maxConnections: 20_000, logger: logger) {
            announce.yield($0)
        }
        let group = ServiceGroup(configuration: .init(services: [.init(service: server)], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            guard let port = await ports.first(where: { _ in true }) else { return }
            try await body(port)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    private func job() async throws -> UUID {
        let id = UUID()
        try await pool.execute(
            """
            insert into gh_automation_jobs (id, user_id, job_type, target_url, task_description, input_data)
            values (\(id), gen_random_uuid(), 'apply', 'https://example.com/', 'x',
                jsonb_build_object('long', repeat(md5(random()::text), 100)))
            """
        )
        return id
    }

    private func write(_ count: Int, of job: UUID) async throws {
        try await pool.execute(
            """
            insert into gh_job_events (job_id, event_type, metadata)
            select \(job), 'step_started', jsonb_build_object('at', \(Date().timeIntervalSince1970)::float8)
            from generate_series(1, \(count))
            """
        )
    }

    /// One change to many sockets, twenty times.
    private func spread(to count: Int) async throws {
        let (id, book) = (try await job(), Book())
        let sockets = try await BenchSocket.open(
            count,
            port,
            "gh_job_events",
            "job_id=eq.\(id.uuidString.lowercased())",
            book
        )
        let rounds = 20
        for round in 1...rounds {
            try await write(1, of: id)
            await book.wait(for: round * count, atMost: .seconds(10))
        }
        book.show("one change to \(count) sockets", of: rounds * count)
        for socket in sockets { socket.close() }
    }

    /// Many events a second to some sockets.
    private func stream(_ rate: Int, for seconds: Int, to count: Int) async throws {
        let (id, book) = (try await job(), Book())
        let sockets = try await BenchSocket.open(
            count,
            port,
            "gh_job_events",
            "job_id=eq.\(id.uuidString.lowercased())",
            book
        )
        let (batch, begin) = (20, clock.now)
        let batches = rate * seconds / batch
        for number in 0..<batches {
            try? await clock.sleep(until: begin + .milliseconds(1000 * batch * number / rate))
            try await write(batch, of: id)
        }
        await book.wait(for: batches * batch * count, atMost: .seconds(30))
        book.show("\(rate) events a second to \(count) sockets", of: batches * batch * count)
        for socket in sockets { socket.close() }
    }

    /// Updates of one job to one who follows it.
    private func progress(_ count: Int) async throws {
        let (id, book) = (try await job(), Book())
        let sockets = try await BenchSocket.open(
            1,
            port,
            "gh_automation_jobs",
            "id=eq.\(id.uuidString.lowercased())",
            book
        )
        for number in 1...count {
            try await pool.execute(
                """
                update gh_automation_jobs set updated_at = now(),
                    metadata = jsonb_build_object('at', \(Date().timeIntervalSince1970)::float8) where id = \(id)
                """
            )
            await book.wait(for: number, atMost: .seconds(5))
        }
        book.show("a job's progress to one socket", of: count)
        for socket in sockets { socket.close() }
    }
}

/// How long what has come has taken.
final class Book: Sendable {
    private let times = NIOLockedValueBox<[Double]>([])

    func note(_ seconds: Double) { times.withLockedValue { $0.append(seconds) } }

    func wait(for count: Int, atMost limit: Duration) async {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while times.withLockedValue(\.count) < count, clock.now < end {
            try? await clock.sleep(until: clock.now + .milliseconds(2))
        }
    }

    func show(_ name: String, of count: Int) {
        let sorted = times.withLockedValue { $0.sorted() }
        guard let last = sorted.last else { return print("\(name): nothing came") }
        func at(_ part: Double) -> String {
            String(format: "%.1f ms", 1000 * sorted[min(sorted.count - 1, Int(part * Double(sorted.count)))])
        }
        let line =
            "\(name): median \(at(0.5)), p99 \(at(0.99)), most \(String(format: "%.1f ms", 1000 * last)), "
            + "lost \(count - sorted.count)\n"
        FileHandle.standardOutput.write(Data(line.utf8))
    }
}
