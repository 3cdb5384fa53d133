import Foundation
import GhostHands
import Hands
import NIOConcurrencyHelpers
import Outbound
import Postgres
import Store
import TestSupport
import Testing
import Worker

/// Jobs that a model has a hand in, from the queue to the user's month.
@Suite(.sharedBrowser) struct AgentJobTests {
    private static let form = """
        <title>Apply</title><form method="post" action="/submit">
        <label for="f">First name</label><input id="f" name="first" required>
        <label for="w">What have you built that you are proud of?</label><textarea id="w" name="built" required></textarea>
        <label for="y">How did that come about?</label><input id="y" name="how" required>
        <button>Submit application</button></form>
        """
    private static let profile: JSON = [
        "first_name": "Ada", "last_name": "Lovelace", "email": "ada@example.com", "skills": ["Swift", "PostgreSQL"],
    ]
    private static let price = ModelPrice(inputPerMillion: 0.137, outputPerMillion: 0.571)

    private static func say(_ asked: ScriptedModel.Asked) -> ScriptedModel.Reply {
        .plan(
            [
                (asked.field("What have you built"), ["A queue in Swift"], [asked.fact("skills")]),
                (asked.field("How did that"), ["With PostgreSQL"], [asked.fact("skills")]),
            ],
            thought: "Telling of Ada's queue"
        )
    }

    /// A workshop with a site and a model behind it.
    private static func open(
        _ wire: ModelCatalog.Wire = .chatCompletions,
        say: @escaping @Sendable (ScriptedModel.Asked) -> ScriptedModel.Reply = say,
        _ body: (Workshop, Site, NIOLockedValueBox<[ScriptedModel.Asked]>) async throws -> Void
    ) async throws {
        try await Workshop.open { shop in
            let heard = NIOLockedValueBox<[ScriptedModel.Asked]>([])
            try await Site.open { request in
                if request.path.hasPrefix("/v1/") {
                    return ScriptedModel.answer(request) { asked in
                        heard.withLockedValue { $0.append(asked) }
                        return say(asked)
                    }
                }
                return .html(request.path == "/submit" ? Pages.confirmation : form)
            } _: { site in
                var tools = shop.tools
                tools.models = Workshop.model(at: site.origin + "/v1", price: price, wire: wire)
                try await body(shop.with(tools), site, heard)
            }
        }
    }

    private static func submit(
        _ shop: Workshop,
        _ url: String,
        user: UUID,
        _ members: [String: JSON] = [:]
    ) async throws -> UUID {
        try await shop.submit(
            url,
            ["profile": profile],
            ["valet_user_id": .id(user)].merging(members) { $1 }
        )
    }

    /// A job that a model had one call of, and what that call used and cost.
    private struct Billed {
        let shop: Workshop
        let user: UUID
        let job: Job
        /// The event that tells of the call.
        let event: JSON
        let input: Int
        let output: Int
        let cost: NanoDollars
    }

    private static func bill(_ wire: ModelCatalog.Wire, _ check: (Billed) async throws -> Void) async throws {
        try await open(wire) { shop, site, heard in
            let user = UUID()
            var done: Job?
            try await shop.working {
                let id = try await Self.submit(shop, site.origin + "/", user: user)
                done = try await shop.ended(id)
            }
            let job = try #require(done)
            #expect(job.status == .completed, "\(job.errorDetails)")
            let asked = heard.withLockedValue(\.self)
            try #require(asked.count == 1)
            let event = try #require(try await shop.events(of: job.id, .tokensUsed).first?.metadata)
            let (input, output) = (asked[0].tokens, try #require(event["output_tokens"].int))
            let cost = price.cost(of: TokenUsage(input: input, output: output))
            try await check(
                Billed(shop: shop, user: user, job: job, event: event, input: input, output: output, cost: cost)
            )
        }
    }

    @Test(arguments: ModelCatalog.Wire.allCases)
    func `the events tell of a call, of its thought, and of what all has cost`(_ wire: ModelCatalog.Wire) async throws {
        try await Self.bill(wire) { billed in
            #expect(billed.event["input_tokens"].int == billed.input)
            #expect(billed.event["cost_usd"].double == billed.cost.dollars)
            #expect(billed.event["model"] == "scripted")
            let (shop, id) = (billed.shop, billed.job.id)
            let thought = try #require(try await shop.events(of: id, .thought).first?.metadata["content"].string)
            #expect(thought == "Telling of …'s queue")
            let end = try #require(try await shop.events(of: id, .jobCompleted).first?.metadata)
            #expect(end["cost_cents"].double == billed.cost.cents)
            #expect(end["final_mode"] == "magnitude")
        }
    }

    @Test(arguments: ModelCatalog.Wire.allCases)
    func `job and callback say to the last digit what was used and paid`(_ wire: ModelCatalog.Wire) async throws {
        try await Self.bill(wire) { billed in
            let breakdown = JobView(billed.job).costBreakdown
            #expect(breakdown["magnitude_cost_usd"].double == billed.cost.dollars)
            #expect(breakdown["total_cost_usd"].double == billed.cost.dollars)
            #expect(breakdown["total_tokens"].int == billed.input + billed.output)
            #expect(billed.job.resultData["cost"]["input_tokens"].int == billed.input)
            #expect(billed.job.resultData["cost"]["output_tokens"].int == billed.output)
            let told = try #require(try await billed.shop.told(about: billed.job.id).last)
            #expect(told["cost_breakdown"]["total_cost_usd"].double == billed.cost.dollars)
            #expect(told["cost"]["total_tokens"].int == billed.input + billed.output)
        }
    }

    @Test(arguments: ModelCatalog.Wire.allCases)
    func `the month is right to the last digit, and nothing stays reserved`(_ wire: ModelCatalog.Wire) async throws {
        try await Self.bill(wire) { billed in
            let month = try await billed.shop.store.usage.month(of: billed.user)
            #expect(month.costUSD == billed.cost.dollars)
            #expect(month.jobCount == 1)
            #expect(month.inputTokens == Int64(billed.input))
            #expect(month.outputTokens == Int64(billed.output))
            #expect(try await billed.shop.pool.query("select 1 from gh_model_reservations").isEmpty)
        }
    }

    @Test func `what was derived once is remembered for its user and for nobody else`() async throws {
        try await Self.open { shop, site, heard in
            let (ada, other) = (UUID(), UUID())
            try await shop.working {
                for (user, calls, isFree) in [(ada, 1, false), (ada, 1, true), (other, 2, false)] {
                    let id = try await Self.submit(shop, site.origin + "/", user: user, ["execution_mode": "ai_only"])
                    let job = try await shop.ended(id)
                    #expect(job.status == .completed)
                    #expect(heard.withLockedValue(\.count) == calls)
                    #expect((JobView(job).costBreakdown["magnitude_cost_usd"].double == 0) == isFree)
                }
            }
        }
    }

    @Test func `a job that is cancelled in the midst of a call pays what was read`() async throws {
        try await Self.open(say: { _ in .silence(.seconds(60)) }) { shop, site, heard in
            let user = UUID()
            try await shop.working {
                let id = try await Self.submit(shop, site.origin + "/", user: user)
                try await eventually("the model is asked") { heard.withLockedValue(\.count) == 1 }
                _ = try await shop.store.jobs.cancel(id)
                shop.workload.stop(jobID: id)
                try await eventually("the call is settled") {
                    try await shop.pool.query("select 1 from gh_model_reservations").isEmpty
                }
                #expect(try await shop.job(id).status == .cancelled)
                let month = try await shop.store.usage.month(of: user)
                #expect(month.costUSD > 0)
                #expect(JobView(try await shop.job(id)).costBreakdown["total_cost_usd"].double == month.costUSD)
            }
        }
    }

    @Test func `the budget of a job holds over its attempts`() async throws {
        try await Self.open(say: { _ in .status(503, "", [("retry-after", "0")]) }) { shop, site, _ in
            let user = UUID()
            try await shop.working {
                let id = try await Self.submit(shop, site.origin + "/", user: user, ["quality": "speed"])
                try await shop.pool.execute(
                    """
                    update gh_automation_jobs set metadata = metadata || '{"cost_breakdown": {"magnitude_cost_usd": 0.0199}}'
                    where id = \(id)
                    """
                )
                let job = try await shop.ended(id)
                #expect(job.errorCode == "budget_exceeded", "\(job.errorDetails)")
            }
        }
    }

    @Test func `a file that a custom job fetches is kept with it`() async throws {
        try await Workshop.open { shop in
            try await Site.open { request in
                if request.path.hasPrefix("/v1/") {
                    return ScriptedModel.answer(request) { asked in
                        let line = asked.text.split(separator: "\n").first {
                            $0.contains("Statement") && $0.contains("[")
                        }
                        let number = Int(line?.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" } ?? "") ?? -1
                        return asked.text.contains("click [")
                            ? .json(["thought": "", "do": "done", "element": .null, "value": "Fetched", "data": .null])
                            : .json([
                                "thought": "", "do": "click", "element": .int(Int64(number)), "value": .null,
                                "data": .null,
                            ])
                    }
                }
                if request.path == "/statement" {
                    let headers = [("content-disposition", "attachment; filename=\"Statement März.csv\"")]
                    return .any("a,b\n1,2\n", type: "text/csv", headers: headers)
                }
                return .html("<title>Bank</title><a href=\"/statement\">Statement</a>")
            } _: { site in
                var tools = shop.tools
                tools.models = Workshop.model(at: site.origin + "/v1", price: Self.price)
                let shop = shop.with(tools)
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", [:], ["job_type": "custom"])
                    let job = try await shop.ended(id)
                    #expect(job.status == .completed)
                    #expect(job.resultData["summary"] == "Fetched")
                    let file = try #require(job.resultData["files"].array?.first)
                    #expect(file["bytes"] == 8)
                    #expect(file["url"].string?.hasPrefix("http") ?? false)
                    let key = try #require(file["storage_path"].string)
                    #expect(try await shop.blobs.get(key, limit: 100) == Data("a,b\n1,2\n".utf8))
                    #expect(shop.staged.isEmpty, "\(shop.staged)")
                }
            }
        }
    }

    @Test func `a scrape job gives its data, and one without a model says what to set`() async throws {
        try await Self.open(say: { _ in .json(["heading": "Apply"]) }) { shop, site, _ in
            try await shop.working {
                let schema: JSON = ["type": "object", "properties": ["heading": ["type": "string"]]]
                let members: [String: JSON] = ["job_type": "scrape", "input_data": ["schema": schema]]
                let id = try await shop.submit(site.origin + "/", [:], members)
                let job = try await shop.ended(id)
                #expect(job.status == .completed)
                #expect(job.resultData["extracted_data"] == ["heading": "Apply"])
                #expect(job.resultData["cost"]["input_tokens"].int ?? 0 > 0)
            }
        }
        try await Workshop.open { shop in
            try await Site.open({ _ in .html(Self.form) }) { site in
                try await shop.working {
                    let schema: JSON = ["type": "object"]
                    let members: [String: JSON] = ["job_type": "scrape", "input_data": ["schema": schema]]
                    let id = try await shop.submit(site.origin + "/", [:], members)
                    let job = try await shop.ended(id)
                    #expect(job.errorCode == "llm_unavailable")
                    #expect(job.errorDetails["message"].string?.contains("GH_MODEL_URL") ?? false)
                }
            }
        }
    }
}
