import API
import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import NIOConcurrencyHelpers
import Outbound
import Postgres
import Store
import Worker

/// A paused job with a page that people can be shown, for `Benchmarks/live/people` and `Benchmarks/live/run`.
///
/// Started with the addresses of a page and of a database; says where it is, then does what lines of JSON on standard
/// input ask for, and answers each with one.
@main
struct Bench {
    static let user = "11111111-2222-4333-8444-555555555555"
    let store: Store
    let pool: PostgresPool
    let stages: LiveStages
    let context: BrowserContext
    let page: Page
    let places: [String: JSON]

    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4 else {
            FileHandle.standardError.write(Data("usage: live-benchmark BROWSER DATABASE PAGE < lines of JSON\n".utf8))
            exit(64)
        }
        let logger = Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() }
        let database = try PostgresConfiguration(url: arguments[2], applicationName: "live-benchmark")
        try await withPool(database, logger: logger) { pool in
            let store = Store(pool: pool, sealer: Sealer(key: Data(repeating: 3, count: 32)))
            _ = try await store.migrate(log: logger)
            try await withBrowser(BrowserConfiguration(binary: arguments[1]), logger: logger) { browser in
                let options = ContextOptions.guarded(by: AddressRule(.loopback), lookup: { _ in [] })
                try await browser.withContext(options) { context in
                    try await context.withPage { page in
                        _ = try await page.navigate(to: arguments[3])
                        try await serve(store, pool, context, page, logger)
                    }
                }
            }
        }
    }

    private static func serve(
        _ store: Store,
        _ pool: PostgresPool,
        _ context: BrowserContext,
        _ page: Page,
        _ logger: Logger
    ) async throws {
        let key = LiveKey(credential: Data(repeating: 7, count: 32))
        let (ports, announce) = AsyncStream.makeStream(of: (String, Int).self)
        var services = APIServices(
            store: store,
            blobs: FolderBlobStore(folder: "/tmp", publicBase: "http://x", signingKey: Data(count: 32)),
            serviceKey: "benchmark",
            addressRule: AddressRule(.loopback),
            version: "1"
        )
        let stages = LiveStages()
        var port = WorkerPort(services: services, host: "127.0.0.1", port: 0, logger: logger) {
            .init(workerID: "w", activeJobs: 1, maxConcurrent: 1, isDraining: false)
        } drain: {
        }
        port.live = LiveHost(key: key) { await stages.attend($0, $1, send: $2) }
        port.onReady = { announce.yield(("worker", $0)) }
        services.live = LiveAccess(key: key, publicURL: "http://localhost:1")
        let api = APIServer(services: services, port: 0, logger: logger) { announce.yield(("api", $0)) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [port] in try await port.run() }
            group.addTask { try await api.run() }
            group.addTask {
                var places: [String: JSON] = [:]
                for await (name, number) in ports {
                    places[name] = JSON(number)
                    if places.count == 2 { break }
                }
                try await Bench(
                    store: store,
                    pool: pool,
                    stages: stages,
                    context: context,
                    page: page,
                    places: places
                ).work()
            }
            // The services run for ever; the lines end.
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func work() async throws {
        let worker = "http://127.0.0.1:\(places["worker"]?.int ?? 0)"
        try await store.workers.register("w", maxConcurrent: 1, url: worker)
        say(.object(places))
        while let line = readLine() {
            do {
                say(try await answer(try JSON(parsing: Data(line.utf8))))
            } catch {
                say(["failed": .string("\(error)")])
            }
        }
    }

    private func answer(_ order: JSON) async throws -> JSON {
        switch order["do"].string {
        case "pause": return try await pause(order["type"].string ?? "captcha", order["seconds"].int ?? 600)
        case "close":
            let id = order["job"].string.flatMap(UUID.init(uuidString:)) ?? UUID()
            return ["page": .optional(stages.close(job: id)?.url)]
        case "held":
            let id = order["job"].string.flatMap(UUID.init(uuidString:)) ?? UUID()
            return ["held": .bool(stages.stage(of: id)?.isHeld ?? false)]
        case "go":
            _ = try await page.navigate(to: order["url"].string ?? "about:blank")
            return ["url": .string(page.url)]
        case "memory":
            let words = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
            return ["bytes": JSON((Int(words[1]) ?? 0) * 4_096)]
        case "job":
            let id = order["job"].string.flatMap(UUID.init(uuidString:)) ?? UUID()
            let events = try await store.events.list(jobID: id).entries
            return [
                "status": .optional(try await store.jobs.find(id)?.status.rawValue),
                "events": .array(events.map { ["type": .string($0.type), "metadata": $0.metadata] }),
            ]
        case "lose":
            try await store.workers.register("w", maxConcurrent: 1, url: "http://127.0.0.1:1")
            return ["done": true]
        case "expire":
            try await pool.execute("update gh_live_links set expires_at = now() - interval '1 second'")
            return ["done": true]
        default: return ["failed": "nobody knows that order"]
        }
    }

    private func pause(_ type: String, _ seconds: Int) async throws -> JSON {
        let job = UUID()
        let questions = JSON.array([
            ["id": "q1", "label": "Years of experience", "kind": "text", "required": true],
            [
                "id": "q2", "label": "Notice period", "kind": "select", "options": ["None", "One month"],
                "required": true,
            ],
        ])
        let data: JSON = type == "question" ? ["questions": questions] : [:]
        try await pool.execute(
            """
            insert into gh_automation_jobs (id, user_id, job_type, target_url, task_description, input_data, status, worker_id, paused_at,
                interaction_type, interaction_data, hitl_timeout_seconds, last_heartbeat, lease_token)
            values (\(job), \(UUID(uuidString: Self.user)), 'apply', 'https://example.com/', 'x', '{}', 'paused', 'w', now(),
                \(type), \(json: data.data), \(seconds), now(), 1)
            """
        )
        guard let pause = try await store.liveLinks.pause(of: job) else { return ["failed": "it is not paused"] }
        stages.open(job: job, pause: pause, context: context, page: page)
        return ["job": .id(job)]
    }
}

private func say(_ words: JSON) {
    FileHandle.standardOutput.write(words.data + Data("\n".utf8))
}
