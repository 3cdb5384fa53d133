import Foundation
import GhostHands
import NIOConcurrencyHelpers
import Postgres
import Store
import TestSupport
import Testing
import Waiting

@testable import API

@Suite("Monitoring") struct MonitoringTests {
    private static let bases = ["", "/api/v1/gh"]
    private static let paths = ["health", "metrics", "metrics/json", "alerts", "dashboard"]

    /// Contract 13's examples, and which of their members are names of ours.
    private static let examples: [(path: String, body: String)] = [
        (
            "/health",
            #"{"status": "ok", "service": "ghosthands", "version": "0.1.0", "timestamp": "2026-02-16T12:00:00Z"}"#
        ),
        (
            "/monitoring/health",
            """
            {"status": "healthy", "checks": {
               "database": {"status": "healthy", "latency_ms": 5},
               "worker_heartbeat": {"status": "healthy", "active_workers": 3, "stale_workers": 0},
               "llm_provider": {"status": "healthy", "provider": "deepseek", "error_rate": 0.01},
               "storage": {"status": "healthy", "bucket": "screenshots"}},
             "timestamp": "2026-02-16T12:00:00Z"}
            """
        ),
        (
            "/monitoring/metrics/json",
            """
            {"jobs": {"created": 1290, "completed": 1234, "failed": 56, "retried": 23},
             "workers": {"active_jobs": 5, "max_concurrent": 10, "queue_depth": 3},
             "llm": {"total_calls": 8900, "total_tokens": 4500000, "cost_per_hour_usd": 1.23},
             "api": {"total_requests": 45000, "error_rate": 0.002}}
            """
        ),
        (
            "/monitoring/alerts",
            """
            {"count": 1, "alerts": [{"type": "stuck_jobs", "severity": "warning",
               "message": "2 jobs have no heartbeat for >120 seconds", "jobs": ["job-uuid-1", "job-uuid-2"],
               "detected_at": "2026-02-16T12:00:00Z"}],
             "checkedAt": "2026-02-16T12:00:05Z"}
            """
        ),
        (
            "/monitoring/dashboard",
            """
            {"health": {"status": "healthy", "checks": {"database": {"status": "healthy", "latency_ms": 5},
               "storage": {"status": "healthy", "bucket": "screenshots"}}},
             "metrics": {"jobs": {"created": 1290, "completed": 1234, "failed": 56, "retried": 23},
               "workers": {"active_jobs": 5, "max_concurrent": 10, "queue_depth": 3},
               "llm": {"total_calls": 8900, "total_tokens": 4500000, "cost_per_hour_usd": 1.23},
               "api": {"total_requests": 45000, "error_rate": 0.002}},
             "activeAlerts": [], "timestamp": "2026-02-16T12:00:00Z"}
            """
        ),
    ]

    @Test func `what the contract shows is what the document describes, and what is answered has all of it`()
        async throws
    {
        try await withAPI { api in
            try await api.store.workers.register("worker-1", maxConcurrent: 2)
            try await api.pool.execute("update gh_automation_jobs set last_heartbeat = now() - interval '200 seconds'")
            try await Self.haveAnAlert(api)
            for (path, body) in Self.examples {
                let example = try JSON(parsing: Data(body.utf8))
                #expect(Described.faults("GET", "/api/v1/gh" + path, 200, example).isEmpty, "\(path)")
                for base in Self.bases {
                    let reply = try await api.client.get(base + path, key: nil)
                    #expect(reply.status == 200)
                    #expect(Described.faults("GET", "/api/v1/gh" + path, 200, reply.json).isEmpty, "\(path)")
                    let lacking = Self.lacking(example, reply.json)
                    // Its lists are of what was wrong that day.
                    #expect(lacking.isEmpty, "\(base + path) lacks \(lacking)")
                }
            }
        }
    }

    private static func haveAnAlert(_ api: APIFixture) async throws {
        let made = try await api.client.post("/api/v1/gh/valet/apply", try Requests.apply())
        let id = made.json["job_id"].string.flatMap(UUID.init(uuidString:)) ?? UUID()
        _ = try await api.store.alerts.look(lost: [id])
    }

    /// Where members of the one are not in the other.
    private static func lacking(_ wanted: JSON, _ found: JSON, at path: String = "$") -> [String] {
        if let wanted = wanted.object {
            return wanted.flatMap { name, value in
                found.object?[name].map { lacking(value, $0, at: "\(path).\(name)") } ?? ["\(path).\(name)"]
            }
        }
        if let wanted = wanted.array?.first {
            return found.array?.first.map { lacking(wanted, $0, at: path + "[]") } ?? ["\(path)[]"]
        }
        return []
    }

    @Test func `metrics are told as the contract shows them`() async throws {
        try await withAPI { api in
            try await api.store.workers.register("worker-1", maxConcurrent: 2)
            for _ in 0..<3 {
                _ = try await api.client.post(
                    "/api/v1/gh/valet/apply",
                    try Requests.apply(["idempotency_key": .id(UUID())])
                )
            }
            _ = try await api.store.jobs.claim(workerID: "worker-1", limit: 2)
            let reply = try await api.client.get("/monitoring/metrics", key: nil)
            #expect(reply.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            let text = String(decoding: reply.body, as: UTF8.self)
            for line in [
                "# HELP gh_jobs_completed_total Total completed jobs", "# TYPE gh_jobs_completed_total counter",
                "gh_jobs_completed_total 0", "# HELP gh_jobs_failed_total Total failed jobs",
                "# TYPE gh_jobs_failed_total counter", "gh_jobs_failed_total 0",
                "# HELP gh_worker_active_jobs Currently active jobs per worker",
                "# TYPE gh_worker_active_jobs gauge", "gh_worker_active_jobs{worker=\"worker-1\"} 2",
                "# HELP gh_llm_cost_usd_total Total LLM cost", "# TYPE gh_llm_cost_usd_total counter",
                "gh_llm_cost_usd_total 0", "gh_jobs_created_total{job_type=\"apply\"} 3",
                "gh_job_queue_depth{status=\"queued\"} 2", "gh_build_info{version=\"1.2.3\"} 1",
            ] {
                let isTold = text.split(separator: "\n").contains(Substring(line))
                #expect(isTold, "\(line)")
            }
            #expect(text.hasSuffix("\n"))
        }
    }

    @Test func `nothing personal is told`() async throws {
        try await withAPI { api in
            var body = try Requests.apply().object ?? [:]
            body["target_url"] = "https://canary-host.example.com/canary-path?canary=1"
            body["callback_url"] = "https://canary-host.example.com/canary-hook"
            body["target_worker_id"] = "canary@example.com"
            body["valet_task_id"] = "canary-task"
            body["platform"] = "other"
            let made = try await api.client.post("/api/v1/gh/valet/apply", .object(body))
            #expect(made.status == 201)
            try await api.pool.execute(
                """
                update gh_automation_jobs set run_after = now() - interval '1 hour', error_code = 'canary code',
                    interaction_type = 'canary type', input_data = input_data || '{"platform": "Canary Platform"}'
                """
            )
            try await api.pool.execute("update gh_automation_jobs set status = 'queued', worker_id = 'w'")
            try await api.pool.execute("update gh_automation_jobs set status = 'running', started_at = now()")
            try await api.pool.execute("update gh_automation_jobs set status = 'paused', paused_at = '2020-01-01'")
            try await api.pool.execute("update gh_automation_jobs set status = 'failed', completed_at = now()")
            try await api.pool.execute(
                "update gh_automation_jobs set status = 'pending', completed_at = null, worker_id = null"
            )
            _ = try await api.store.alerts.look()
            _ = try await api.client.get("/canary-route/alice@example.com", key: nil)
            for base in Self.bases {
                for path in Self.paths {
                    let reply = try await api.client.get("\(base)/monitoring/\(path)", key: nil)
                    let text = String(decoding: reply.body, as: UTF8.self).lowercased()
                    for word in ["canary", "alice", "smith", "example.com", "https://"] {
                        #expect(!text.contains(word), "\(path) tells \(word)")
                    }
                }
            }
        }
    }

    @Test func `without its database it is unhealthy, and still tells what it knows of itself`() async throws {
        try await withAPI(databaseIsAway: true) { api in
            let health = try await api.client.get("/monitoring/health", key: nil)
            #expect(health.status == 503)
            #expect(health.json["status"] == "unhealthy")
            #expect(Described.faults("GET", "/api/v1/gh/monitoring/health", 503, health.json).isEmpty)
            #expect(try await api.client.get("/monitoring/alerts", key: nil).status == 503)
            #expect(try await api.client.get("/monitoring/dashboard", key: nil).status == 200)
            let metrics = try await api.client.get("/monitoring/metrics", key: nil)
            let text = String(decoding: metrics.body, as: UTF8.self)
            #expect(text.contains("\ngh_database_up 0\n"))
            #expect(!text.contains("gh_jobs_completed_total"))
        }
    }

    @Test func `without a worker it is degraded, and still of use`() async throws {
        try await withAPI { api in
            let health = try await api.client.get("/monitoring/health", key: nil)
            #expect(health.status == 200)
            #expect(health.json["status"] == "degraded")
            #expect(health.json["checks"]["worker_heartbeat"]["status"] == "unhealthy")
        }
    }

    @Test func `however many ask, one looks`() async throws {
        let (looks, asked, gate) = (Counter(), Counter(), Signal())
        let flight = SingleFlight<Int>(rest: .seconds(60)) {
            looks.add()
            await gate.wait()
            return 7
        }
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    asked.add()
                    return try await flight.value()
                }
            }
            try await eventually("all have asked") { asked.count == 200 }
            gate.raise()
            for try await value in group { #expect(value == 7) }
        }
        #expect(looks.count == 1)
    }

    @Test func `between two looks lies the time that is set, however many ask without end`() async throws {
        let clock = ContinuousClock()
        let times = NIOLockedValueBox<[(begun: ContinuousClock.Instant, ended: ContinuousClock.Instant)]>([])
        let flight = SingleFlight<Int>(rest: .milliseconds(50)) {
            let begun = clock.now
            await Task.yield()
            return times.withLockedValue {
                $0.append((begun, clock.now))
                return $0.count
            }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { while try await flight.value() < 6 { await Task.yield() } } }
            try await group.waitForAll()
        }
        let looks = times.withLockedValue(\.self)
        #expect(looks.count == 6)
        for (one, next) in zip(looks, looks.dropFirst()) { #expect(next.begun - one.ended >= .milliseconds(50)) }
    }

    @Test func `workers and alerts that were are shown by the same look`() async throws {
        try await withAPI { api in
            try await api.store.workers.register("worker-1", maxConcurrent: 3)
            try await Self.haveAnAlert(api)
            try await api.pool.execute("update gh_alerts set cleared_at = now()")
            let workers = try await api.client.get("/monitoring/workers", key: nil)
            let worker = try #require(workers.json["workers"].array?.first)
            #expect(worker["worker_id"] == "worker-1")
            #expect(worker["max_concurrent"] == 3)
            let kept = try await api.client.get("/monitoring/alerts?state=all", key: nil)
            #expect(kept.json["count"] == 1)
            #expect(kept.json["alerts"].array?.first?["cleared_at"].string != nil)
            let now = try await api.client.get("/monitoring/alerts", key: nil)
            #expect(now.json["count"] == 0)
            let times = [workers.json["timestamp"], kept.json["checkedAt"], now.json["checkedAt"]]
            #expect(Set(times.map(\.text)).count == 1, "\(times)")
        }
    }

    @Test func `when whoever looks is called off, another looks`() async throws {
        let (looks, gate) = (Counter(), Signal())
        let flight = SingleFlight<Int>(rest: .seconds(60)) {
            looks.add()
            await gate.wait()
            return looks.count
        }
        let value = try await withThrowingTaskGroup(of: Int.self) { group in
            group.addTask { try await flight.value() }
            try await eventually("one looks") { looks.count == 1 }
            async let other = flight.value()
            group.cancelAll()
            try await eventually("the other looks") { looks.count == 2 }
            gate.raise()
            return try await other
        }
        #expect(value == 2)
    }
}
