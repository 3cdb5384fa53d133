import Postgres
import Foundation
import GhostHands
import Outbound
import Store
import Synchronization
import TestSupport
import Testing
import Waiting
@testable import Worker

struct DutyTests {
    /// A job that has been started and completed, with a callback for each.
    private func finish(_ shop: Workshop, telling url: String) async throws -> UUID {
        let id = try await shop.submit("http://127.0.0.1:9/", ["form_data": [:]], ["callback_url": .string(url)])
        let lease = try #require(try await shop.store.jobs.claim(workerID: "w1", limit: 1).first)
        _ = try #require(try await shop.store.jobs.start(lease))
        let result = JobResult(
            data: ["submitted": false],
            summary: "Done",
            screenshots: [],
            mode: .magnitude,
            cost: CostBreakdown(),
            submitted: false
        )
        #expect(try await shop.store.jobs.complete(lease, result) == .completed)
        return id
    }

    private func delivery(_ shop: Workshop) -> CallbackDelivery {
        CallbackDelivery(
            store: shop.store,
            sender: CallbackSender(client: PinnedClient(rule: AddressRule(.privateNetwork))),
            signal: Signal(),
            logger: shop.log.logger
        )
    }

    private func makeDue(_ shop: Workshop) async throws {
        try await shop.pool.execute("update gh_callback_outbox set next_attempt_at = now()")
    }

    @Test func `callbacks come in their order, and what failed comes again before the next`() async throws {
        let attempts = Atomic(0)
        try await Workshop.open { shop in
            try await Site.open { _ in
                .html("", status: attempts.add(1, ordering: .relaxed).oldValue == 0 ? 500 : 200)
            } _: { site in
                let id = try await finish(shop, telling: site.origin + "/hook")
                let delivery = delivery(shop)
                #expect(await delivery.deliverDue() == 1)
                #expect(await delivery.deliverDue() == 0)
                try await makeDue(shop)
                #expect(await delivery.deliverDue() == 1)
                #expect(await delivery.deliverDue() == 1)
                let bodies = try site.posts(to: "/hook").map { try JSON(parsing: Data($0.utf8)) }
                #expect(bodies.map { $0["status"] } == ["running", "running", "completed"])
                #expect(bodies[0] == bodies[1])
                #expect(site.requests.map { .optional($0.headers["webhook-id"]) } == bodies.map { $0["event_id"] })
                let kept = try await shop.store.outbox.list(jobID: id)
                #expect(kept.map(\.state) == ["delivered", "delivered"])
                #expect(kept.map(\.attempts) == [2, 1])
                #expect(kept.map { JSON.string($0.webhookID) } == [bodies[1]["event_id"], bodies[2]["event_id"]])
            }
        }
    }

    @Test func `the trace of a job's request goes on with its callbacks, as another span`() async throws {
        try await Workshop.open { shop in
            try await Site.open { _ in
                .html("")
            } _: { site in
                let sent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
                _ = try await shop.submit(
                    "http://127.0.0.1:9/",
                    ["form_data": [:]],
                    ["callback_url": .string(site.origin + "/hook"), "metadata": ["traceparent": .string(sent)]]
                )
                let lease = try #require(try await shop.store.jobs.claim(workerID: "w1", limit: 1).first)
                _ = try #require(try await shop.store.jobs.start(lease))
                #expect(await delivery(shop).deliverDue() == 1)
                let told = site.requests.last?.headers["traceparent"].flatMap(TraceContext.init)
                #expect(told?.traceID == TraceContext(sent)?.traceID)
                #expect(told?.text != sent)
            }
        }
    }

    @Test func `what was given up is delivered again under the same id with the same bytes, and nothing else`()
        async throws
    {
        let isDown = Atomic(true)
        try await Workshop.open { shop in
            try await Site.open { _ in
                .html("not now", status: isDown.load(ordering: .relaxed) ? 500 : 200)
            } _: { site in
                let id = try await finish(shop, telling: site.origin + "/hook")
                let delivery = delivery(shop)
                for _ in 1...8 {
                    _ = await delivery.deliverDue()
                    try await makeDue(shop)
                }
                let dead = try await shop.store.outbox.list(jobID: id)
                #expect(dead.map(\.state) == ["dead", "dead"])
                let attempts = try await shop.store.outbox.attempts(jobID: id)
                #expect(attempts[dead[0].id]?.map(\.httpStatus) == [500, 500, 500, 500])
                #expect(attempts[dead[0].id]?.first?.reply == "not now")
                isDown.store(false, ordering: .relaxed)
                let since = Date().addingTimeInterval(-3600)
                #expect(try await shop.store.outbox.deliverAgain(since: since, state: "dead", host: "other") == 0)
                #expect(try await shop.store.outbox.deliverAgain(since: since, state: "dead", host: nil) == 2)
                let before = site.posts(to: "/hook").count
                for _ in 1...3 { _ = await delivery.deliverDue() }
                let again = try site.posts(to: "/hook").dropFirst(before).map { try JSON(parsing: Data($0.utf8)) }
                #expect(again.map { $0["status"] } == ["running", "completed"])
                #expect(again.map { $0["event_id"] } == dead.map { .string($0.webhookID) })
                let first = dead[0].webhookID
                #expect(try await shop.store.outbox.deliverAgain(jobID: id, eventID: first) == .waits)
                #expect(try await shop.store.outbox.deliverAgain(jobID: id, eventID: first) == .waitedBefore)
                #expect(try await shop.store.outbox.deliverAgain(jobID: id, eventID: "evt_none") == .unknown)
                #expect(try await shop.events(of: id, .callbackRedelivered).count == 3)
            }
        }
    }

    @Test func `a receiver that is gone is not tried again, and the next callback has its turn`() async throws {
        let attempts = Atomic(0)
        try await Workshop.open { shop in
            try await Site.open { _ in
                .html("", status: attempts.add(1, ordering: .relaxed).oldValue == 0 ? 410 : 200)
            } _: { site in
                let id = try await finish(shop, telling: site.origin + "/hook")
                let delivery = delivery(shop)
                #expect(await delivery.deliverDue() == 1)
                #expect(await delivery.deliverDue() == 1)
                #expect(try await shop.store.outbox.list(jobID: id).map(\.state) == ["dead", "delivered"])
                #expect(shop.log.count(of: "callback given up") == 1)
            }
        }
    }

    @Test func `a callback is given up after its fourth attempt`() async throws {
        try await Workshop.open { shop in
            try await Site.open { _ in
                .html("", status: 503)
            } _: { site in
                let id = try await finish(shop, telling: site.origin + "/hook")
                let delivery = delivery(shop)
                for _ in 0..<4 {
                    try await makeDue(shop)
                    #expect(await delivery.deliverDue() == 1)
                }
                let kept = try await shop.store.outbox.list(jobID: id)
                #expect(kept.map(\.state) == ["dead", "pending"])
                #expect(kept.first?.lastError == "HTTP 503")
            }
        }
    }

    @Test func `sixty callbacks to a host that does not answer hold up nobody else's`() async throws {
        try await Workshop.open { shop in
            try await Site.open { _ in
                .html("", after: .seconds(600))
            } _: { silent in
                try await Site.open { _ in
                    .html("")
                } _: { site in
                    for _ in 0..<60 { _ = try await finish(shop, telling: silent.origin + "/hook") }
                    // Two processes, both of which are busy with them when the other host's comes.
                    let deliveries = [delivery(shop), delivery(shop)]
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for delivery in deliveries { group.addTask { try await delivery.run() } }
                        try await eventually("the silent host is asked") { silent.requests.count == Outbox.mostPerHost }
                        let id = try await finish(shop, telling: site.origin + "/hook")
                        try await eventually("the other host has both") { site.requests.count == 2 }
                        #expect(try await shop.store.outbox.list(jobID: id).map(\.attempts) == [1, 1])
                        // None of the sixty has come to its end before: nobody waited for one.
                        let ended = try await shop.pool.query(
                            "select id from gh_callback_outbox where last_error is not null"
                        )
                        #expect(ended.isEmpty)
                        #expect(silent.requests.count == Outbox.mostPerHost)
                        group.cancelAll()
                    }
                }
            }
        }
    }

    /// Makes a job that a silent worker holds, and one that nobody has taken in time.
    private func waitInVain(_ shop: Workshop) async throws -> (silent: UUID, late: UUID) {
        let silent = try await shop.submit("http://127.0.0.1:9/", ["form_data": [:]])
        _ = try #require(try await shop.store.jobs.claim(workerID: "w2", limit: 1).first)
        let late = try await shop.submit("http://127.0.0.1:9/", ["form_data": [:]])
        try await shop.pool.execute(
            """
            update gh_automation_jobs set last_heartbeat = now() - interval '121 seconds',
                expires_at = now() - interval '1 second'
            """
        )
        return (silent, late)
    }

    @Test func `upkeep takes jobs from silent workers, ends what waits in vain, and says so`() async throws {
        try await Workshop.open { shop in
            let (silent, late) = try await waitInVain(shop)
            let outbox = Signal()
            let upkeep = QueueUpkeep(
                store: shop.store,
                interval: .milliseconds(50),
                outboxSignal: outbox,
                logger: shop.log.logger
            )
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await upkeep.run() }
                try await shop.job(late, becomes: .expired)
                let rescued = try await shop.job(silent, becomes: .pending)
                #expect(rescued.retryCount == 1)
                #expect(rescued.workerID == nil)
                await outbox.wait()
                group.cancelAll()
            }
        }
    }

    /// All times are a fiftieth of those of a service, where it is 120 seconds and one round of 30, give or take a fifth.
    @Test func `a worker that was killed raises an alert with what it held, and it is cleared when that runs again`()
        async throws
    {
        try await Workshop.open { shop in
            let times = LeaseTimes(percent: 2)
            let store = Store(pool: shop.pool, times: times)
            let id = try await shop.submit("http://127.0.0.1:9/", ["form_data": [:]])
            try await store.workers.register("w1", maxConcurrent: 1)
            let lease = try #require(try await store.jobs.claim(workerID: "w1", limit: 1).first)
            _ = try #require(try await store.jobs.start(lease))
            let upkeep = QueueUpkeep(
                store: store,
                interval: times.upkeep,
                outboxSignal: Signal(),
                logger: shop.log.logger
            )
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await upkeep.run() }
                try await eventually("the alert is raised") {
                    try await store.alerts.history().contains { $0.kind == .stuckJobs && $0.jobs == [id] }
                }
                try await eventually("the alert is cleared") { try await store.totals.read().alerts.isEmpty }
                group.cancelAll()
            }
            let kept = try await store.alerts.history()
            #expect(kept.map(\.kind) == [.stuckJobs])
            let job = try await store.jobs.find(id)
            #expect(job?.retryCount == 1)
        }
    }

    @Test func `what cannot be done of the upkeep keeps nothing else from being done`() async throws {
        try await Workshop.open { shop in
            let (silent, late) = try await waitInVain(shop)
            let script = """
                create function refuse() returns trigger language plpgsql as $$
                begin raise exception 'not now' using errcode = '53100'; end $$;
                create trigger refuse before update on gh_automation_jobs for each row
                    when (old.id = '\(silent)') execute function refuse();
                """
            try await shop.pool.withConnection { connection in
                try await connection.execute(script: script, timeout: .seconds(5))
            }
            let upkeep = QueueUpkeep(
                store: shop.store,
                interval: .milliseconds(50),
                outboxSignal: Signal(),
                logger: shop.log.logger
            )
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await upkeep.run() }
                try await shop.job(late, becomes: .expired)
                #expect(shop.log.count(of: "queue upkeep failed") > 0)
                group.cancelAll()
            }
        }
    }

    @Test func `pictures go after their time, and jobs with all their files after theirs`() async throws {
        try await Workshop.open { shop in
            var keys: [UUID: String] = [:]
            for days in [29, 31, 91] {
                let id = try await finish(shop, telling: "http://127.0.0.1:9/hook")
                let key = "screenshots/gh/jobs/\(id.uuidString.lowercased())/final-1.png"
                try await shop.blobs.put(key, data: Data("picture".utf8), contentType: "image/png")
                try await shop.pool.execute(
                    """
                    update gh_automation_jobs set screenshot_urls = jsonb_build_array(\(key)::text),
                        created_at = now() - make_interval(days => \(days)::int),
                        completed_at = now() - make_interval(days => \(days)::int)
                    where id = \(id)
                    """
                )
                keys[id] = key
                if days != 29 { try await shop.pool.execute("update gh_callback_outbox set state = 'dead'") }
            }
            let terms = Forgetting.Terms(jobs: 90, files: 30)
            let duty = Forgetting(store: shop.store, blobs: shop.blobs, terms: terms, logger: shop.log.logger)
            await duty.once()
            var kept: [Bool] = []
            for key in keys.values { kept.append(try await shop.blobs.get(key, limit: 100) != nil) }
            #expect(kept.count { $0 } == 1)
            let folders = try FileManager.default.contentsOfDirectory(
                atPath: shop.folder.appending(path: "files/screenshots/gh/jobs").path
            )
            #expect(folders.count == 1)
            let left = try await shop.pool.query(
                "select jsonb_array_length(screenshot_urls) as pictures from gh_automation_jobs order by created_at"
            )
            #expect(try left.map { try $0.int("pictures") } == [0, 1])
            #expect(shop.log.count(of: "could not be removed") == 0)
        }
    }

    @Test func `files whose jobs are gone are removed once no file would be kept any more`() async throws {
        try await Workshop.open { shop in
            let id = try await finish(shop, telling: "http://127.0.0.1:9/hook")
            let gone = UUID()
            var keys: [String] = []
            for (job, root) in [(id, "screenshots"), (gone, "screenshots"), (gone, "artifacts")] {
                keys.append("\(root)/gh/jobs/\(job.uuidString.lowercased())/final-1.png")
            }
            keys += ["screenshots/gh/jobs/somebodys/final-1.png", "resumes/\(gone.uuidString.lowercased())/a.pdf"]
            for key in keys { try await shop.blobs.put(key, data: Data("x".utf8), contentType: "image/png") }
            func left() async throws -> [Bool] {
                var left: [Bool] = []
                for key in keys { left.append(try await shop.blobs.get(key, limit: 9) != nil) }
                return left
            }
            let today = Orphans(store: shop.store, blobs: shop.blobs)
            #expect(try await today.remove(olderThan: 30) == 0)
            let later = Orphans(store: shop.store, blobs: shop.blobs, now: { Date().addingTimeInterval(31 * 86_400) })
            #expect(try await later.remove(olderThan: 30) == 2)
            #expect(try await left() == [true, false, false, true, true])
            let terms = Forgetting.Terms(jobs: 90, files: 30)
            await Forgetting(store: shop.store, blobs: shop.blobs, terms: terms, logger: shop.log.logger).once()
            #expect(shop.log.count(of: "could not be removed") == 0)
        }
    }
}
