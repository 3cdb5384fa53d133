import Foundation
import GhostHands
import NIOConcurrencyHelpers
import Postgres
import TestSupport
import Testing

/// Jobs over several workers while something breaks every few seconds: none may be lost, none sent twice.
///
/// `make chaos` runs 500 jobs on 4 workers; without it there are 60 on 2. Every fifth form asks for a code once it was
/// sent, and a person gives it; with `GH_CHAOS_CODED=1` every form does.
@Suite(.serialized) struct ChaosTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let jobs = environment["GH_CHAOS_JOBS"].flatMap(Int.init) ?? 60
    private static let workers = environment["GH_CHAOS_WORKERS"].flatMap(Int.init) ?? 2
    private static let coded = environment["GH_CHAOS_CODED"].flatMap(Int.init) ?? 5
    /// How many in a hundred must be completed: of few jobs a single fault takes a greater share, and a form that was
    /// sent once and waits for its code is not sent again after any of them.
    private static var leastCompleted: Int { coded == 1 ? 50 : jobs >= 300 ? 95 : 80 }
    /// How long the work is left alone between two faults.
    private static var calm: Duration { coded > 1 && jobs >= 300 ? .seconds(2) : .milliseconds(800) }

    @Test(.timeLimit(.minutes(10))) func `nothing is lost and nothing is sent twice, whatever dies`() async throws {
        try await Home.open { home in
            let cluster = try await Cluster(in: home, hasDisk: true)
            do {
                try await run(on: cluster, in: home)
            } catch {
                try await cluster.stop()
                throw error
            }
            try await cluster.stop()
            try await eventually("no process is left: \(home.processes)") { home.processes.isEmpty }
        }
    }

    private func run(on cluster: Cluster, in home: Home) async throws {
        let isDown = NIOLockedValueBox(false)
        let told = NIOLockedValueBox<Set<String>>([])
        try await Site.open { request in
            guard request.path == "/hook" else { return Self.board(request) }
            if isDown.withLockedValue(\.self) { return .html("", status: 503) }
            if let id = Self.end(request.body) { _ = told.withLockedValue { $0.insert(id) } }
            return .html("")
        } _: { site in
            let configuration = try PostgresConfiguration(url: cluster.url, applicationName: "chaos", poolSize: 2)
            try await withPool(configuration, logger: .silent) { pool in
                let fleet = try await Fleet(of: Self.workers, on: cluster.url, in: home)
                for batch in stride(from: 0, to: Self.jobs, by: 50) {
                    try await fleet.submit((batch..<min(batch + 50, Self.jobs)).map { Self.job($0, on: site) })
                }
                var monkey = Monkey(fleet: fleet, cluster: cluster, pool: pool, isReceiverDown: isDown)
                if Self.jobs >= 300 { (monkey.lock, monkey.fullness) = (.seconds(30), .seconds(20)) }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { await Person(fleet: fleet, pool: pool).help() }
                    try await rage(monkey, pool)
                    group.cancelAll()
                }
                let coded = site.posts(to: "/coded")
                let reckoning = try await Reckoning(
                    pool,
                    records: (site.posts(to: "/submit") + coded.filter(CodedForm.accepts)).compactMap(Self.applicant),
                    told: told.withLockedValue(\.self)
                )
                for (applicant, posts) in Dictionary(grouping: coded, by: Self.applicant) where posts.count > 3 {
                    Issue.record("the coded form of \(applicant ?? "") was sent \(posts.count) times")
                }
                let line = "\(reckoning.summary); \(monkey.summary)"
                try write(line)
                for fault in reckoning.faults(of: Self.jobs) { Issue.record("\(fault)") }
                #expect(reckoning.completed.count * 100 >= Self.jobs * Self.leastCompleted, "\(line)")
                let isCountedRight = try await Self.isCountedRight(pool)
                #expect(isCountedRight, "the totals are not what the table has")
                try await fleet.stop()
                let left = home.processes.filter { !$0.command.contains("postgres") }
                #expect(left.isEmpty, "processes are left: \(left)")
            }
        }
    }

    /// Breaks things until every job has ended, then waits until every end is told.
    private func rage(_ monkey: Monkey, _ pool: PostgresPool) async throws {
        let open: SQL = "select count(*)::int as count from gh_automation_jobs where completed_at is null"
        let clock = ContinuousClock()
        try await monkey.rage {
            try await Self.count(open, pool) == 0
        } next: {
            let end = clock.now.advanced(by: Self.calm)
            try await eventually("the next fault", within: .seconds(60)) {
                if clock.now >= end { return true }
                return try await Self.count(open, pool) == 0
            }
        }
        let untold: SQL = "select count(*)::int as count from gh_callback_outbox where state = 'pending'"
        try await eventually("every end is told: \(monkey.fleet.warnings)", within: .seconds(90)) {
            try await Self.count(untold, pool) == 0
        }
    }

    /// A count, or one that decides nothing while the database is away.
    private static func count(_ query: SQL, _ pool: PostgresPool) async throws -> Int {
        (try? await pool.query(query).first?.int("count")) ?? Int.max
    }

    /// Whether as many jobs were counted, made and completed, as there are.
    private static func isCountedRight(_ pool: PostgresPool) async throws -> Bool {
        let rows = try await pool.query(
            """
            select (select sum(count) from gh_totals where name = 'gh_jobs_created_total') = count(*)
                and (select sum(count) from gh_totals where name = 'gh_jobs_completed_total')
                    = count(*) filter (where status = 'completed') as is_right
            from gh_automation_jobs
            """
        )
        return try rows.first?.bool("is_right") ?? false
    }

    private func write(_ line: String) throws {
        guard let path = Self.environment["GH_CHAOS_REPORT"] else { return }
        try Data("\(line)\n".utf8).write(to: URL(filePath: path))
    }
}

extension ChaosTests {
    private static func board(_ request: Site.Request) -> Site.Answer {
        switch request.path {
        // Long enough for a death before the form is there, and between the press and its answer.
        case "/": .html(Pages.form(Pages.fields), after: .milliseconds(400))
        case "/submit": .html(Pages.confirmation, after: .milliseconds(50))
        case "/code":
            .html(
                CodedForm.page(Pages.fields, to: "/coded", confirmation: Pages.confirmation),
                after: .milliseconds(400)
            )
        case "/coded": CodedForm.answer(request.body, after: .milliseconds(50))
        default: .html("", status: 404)
        }
    }

    private static func job(_ number: Int, on site: Site) -> [String: Any] {
        [
            "user_id": "00000000-0000-0000-0000-00000000000\(number % 7)", "job_type": "fill_form",
            "target_url": site.origin + (number % coded == coded - 1 ? "/code" : "/"),
            "callback_url": site.origin + "/hook",
            "max_retries": 10,
            "task_description": "Apply",
            "input_data": [
                "form_data": [
                    "First Name": "Applicant", "email": "applicant-\(number)@example.com", "Country": "Germany",
                ]
            ],
        ]
    }

    /// Who sent a form.
    private static func applicant(_ body: String) -> String? {
        body.firstMatch(of: /applicant-[0-9]+@example\.com/).map { String($0.0) }
    }

    /// The job of whose end a callback tells.
    private static func end(_ body: String) -> String? {
        guard let callback = try? JSON(parsing: Data(body.utf8)), let status = callback["status"].string,
            ["completed", "failed", "cancelled", "expired"].contains(status)
        else { return nil }
        return callback["job_id"].string
    }
}
