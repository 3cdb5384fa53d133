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
        if CommandLine.arguments.dropFirst().first == "clients" { return try await Clients.main() }
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
                try await bench.progress(300)
                for sockets in arguments.isEmpty ? [1000, 5000] : arguments { try await bench.spread(to: sockets) }
                for rate in [500, 1000, 2000] { try await bench.stream(rate, for: 10, to: 50) }
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
        let id = try await job()
        let clients = try Clients(count, port, "gh_job_events", "job_id=eq.\(id.uuidString.lowercased())")
        let rounds = 20
        for round in 1...rounds {
            try await write(1, of: id)
            clients.wait(for: round * count, atMost: 10)
        }
        clients.show("one change to \(count) sockets", of: rounds * count)
    }

    /// Many events a second to some sockets.
    private func stream(_ rate: Int, for seconds: Int, to count: Int) async throws {
        let id = try await job()
        let clients = try Clients(count, port, "gh_job_events", "job_id=eq.\(id.uuidString.lowercased())")
        let (batch, begin, used) = (20, clock.now, Clients.processorSeconds)
        let batches = rate * seconds / batch
        for number in 0..<batches {
            try? await clock.sleep(until: begin + .milliseconds(1000 * batch * number / rate))
            try await write(batch, of: id)
        }
        let took = (clock.now - begin) / .seconds(1)
        clients.wait(for: batches * batch * count, atMost: 30)
        let processor = (Clients.processorSeconds - used) / took
        clients.show(
            "\(Int(Double(batches * batch) / took)) events a second to \(count) sockets,"
                + " \(String(format: "%.2f", processor)) processors",
            of: batches * batch * count
        )
    }

    /// Updates of one job to one who follows it.
    private func progress(_ count: Int) async throws {
        let id = try await job()
        let clients = try Clients(1, port, "gh_automation_jobs", "id=eq.\(id.uuidString.lowercased())")
        for number in 1...count {
            try await pool.execute(
                """
                update gh_automation_jobs set updated_at = now(),
                    metadata = jsonb_build_object('at', \(Date().timeIntervalSince1970)::float8) where id = \(id)
                """
            )
            clients.wait(for: number, atMost: 5)
        }
        clients.show("a job's progress to one socket", of: count)
    }
}
