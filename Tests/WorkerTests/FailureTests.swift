import Chromium
import Foundation
import GhostHands
import Outbound
import Postgres
import Store
import TestSupport
import Testing

@testable import Worker

/// Every row of the table of failures, brought about from outside; docs/failures.md is held to the table.
@Suite(.sharedBrowser) struct FailureTests {
    @Test(arguments: FailureCause.allCases) func `a cause has its code and its words`(
        _ cause: FailureCause
    ) async throws {
        try await Workshop.open { shop in
            let job = try await Site.open {
                Self.answer($0)
            } _: { site in
                try await Self.job(of: cause, on: site.origin, in: shop)
            }
            #expect(job.status == .failed)
            #expect(job.errorCode == cause.code.rawValue)
            let message = try #require(job.errorDetails["message"].string)
            let parts = cause.told.split(separator: "…", omittingEmptySubsequences: false).map(String.init)
            #expect(message.hasPrefix(parts[0]), "\(message)")
            #expect(message.hasSuffix(parts[parts.count - 1]), "\(message)")
            #expect(!message.contains("…"))
            #expect(message.count > 10)
        }
    }

    @Test func `the document says what the table says`() throws {
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        let file = folder.appending(path: "docs/failures.md")
        let rows = FailureCause.allCases.map { cause in
            "| \(cause.seen) | `\(cause.code.rawValue)` | \(cause.isRetried ? "yes" : "no") | \(cause.told) |"
        }
        let document = """
            # Why a job fails

            Generated from `GhostHands/Job/FailureCause.swift`; a test holds it to the table and brings every row about \
            (`GH_WRITE_DOCS=1 swift test --filter FailureTests` writes it).

            `error.code` of a failed job is the code, `error.message` what the user is told; `…` stands for what only the \
            attempt knows. A code that is tried again goes back to `pending` after 5, 10, 20, 40, then always 60 seconds, \
            `max_retries` times. An attempt whose submit was begun is never tried again, whatever the code: it ends \
            `submission_unconfirmed`, with the code as `error.details.cause`.

            | Seen | Code | Tried again | Told |
            |---|---|---|---|
            \(rows.joined(separator: "\n"))

            What a language model may cost is docs/models.md.

            """
        if ProcessInfo.processInfo.environment["GH_WRITE_DOCS"] == "1" { try Data(document.utf8).write(to: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == document, "GH_WRITE_DOCS=1 writes it")
    }

    /// Brings a cause about; a new row without a way to it does not compile.
    private static func job(of cause: FailureCause, on site: String, in shop: Workshop) async throws -> Job {
        var tools = shop.tools
        switch cause {
        case .browserMissing:
            tools.browsers = BrowserKeeper(.init(binary: "/nowhere/chromium"), logger: shop.log.logger)
            return try await run(site + "/form", shop.with(tools))
        case .browserDied:
            tools.browsers = BrowserKeeper(BrowserConfiguration(), logger: shop.log.logger)
            return try await killed(site, shop.with(tools))
        case .pageUnreachable: return try await run("http://127.0.0.1:9/", shop)
        case .addressForbidden:
            tools.addresses = AddressRule(.publicOnly)
            return try await run(site + "/form", shop.with(tools))
        case .pageFrozen, .noForm, .formStuck, .formStuckMidway, .answersMissing, .formRejected, .submitUnproven,
            .captcha, .botCheck, .accountWanted, .codeWanted, .postingGone, .siteSlowsDown, .pageChanged:
            return try await run(site + "/" + cause.rawValue, shop)
        case .submitInterrupted: return try await run(site + "/" + cause.rawValue, shop, seconds: 12)
        case .jobTooLong: return try await run(site + "/" + cause.rawValue, shop, seconds: 6)
        case .fileUnreachable:
            return try await run(site + "/form", shop, ["resume": ["download_url": "http://127.0.0.1:9/cv.pdf"]])
        case .fileUnusable:
            return try await run(site + "/form", shop, ["resume": ["storage_path": "resumes/none.pdf"]])
        case .filesNotStaged:
            try await shop.blobs.put("resumes/cv.pdf", data: Data("%PDF-1.4".utf8), contentType: "application/pdf")
            let file = shop.folder.appending(path: "no-folder")
            try Data().write(to: file)
            tools.stagingFolder = file
            return try await run(site + "/form", shop.with(tools), ["resume": ["storage_path": "resumes/cv.pdf"]])
        case .manualMissing: return try await run(site + "/form", shop, ["execution_mode": "cookbook_only"])
        case .manualBroken: return try await outdated(site, shop)
        case .modelMissing: return try await run(site + "/form", shop, ["job_type": "custom"])
        case .modelRefused, .modelSlowsDown, .modelUnreachable, .modelTooSlow, .jobBudgetSpent, .monthBudgetSpent,
            .tooManyActions, .dataUnusable, .instructionUndone:
            return try await modelled(cause, site, shop)
        case .workerLost, .nobodyAnswered: return try await abandoned(cause, shop)
        case .requestRefused: return try await rewritten("target_url = 'file:///etc/passwd'", shop)
        case .rowUnreadable: return try await rewritten("input_data = '{\"a\": 1e400}'", shop)
        case .ownFault:
            // The store refuses what no worker can help: the submit may not be pressed without its intent.
            try await shop.pool.execute("alter table gh_automation_jobs add check (submit_intent_at is null)")
            return try await run(site + "/form", shop)
        }
    }

    private static func submit(
        _ url: String,
        _ shop: Workshop,
        _ members: [String: JSON] = [:]
    ) async throws -> UUID {
        let id = try await shop.submit(url, ["form_data": ["first": "Alice", "last": "Smith"]], members)
        try await shop.pool.execute("update gh_automation_jobs set max_retries = 0 where id = \(id)")
        return id
    }

    private static func run(
        _ url: String,
        _ shop: Workshop,
        _ members: [String: JSON] = [:],
        seconds: Int? = nil
    ) async throws -> Job {
        let shop = seconds.map(shop.limited) ?? shop
        let id = try await submit(url, shop, members)
        var ended: Job?
        try await shop.working { ended = try await shop.ended(id) }
        return try #require(ended)
    }

    /// A job whose row somebody has changed before it is claimed.
    private static func rewritten(_ change: SQL, _ shop: Workshop) async throws -> Job {
        let id = try await submit("http://127.0.0.1:9/", shop)
        try await shop.pool.execute("update gh_automation_jobs set \(change) where id = \(id)")
        var ended: Job?
        try await shop.working { ended = try await shop.ended(id) }
        return try #require(ended)
    }

    /// A job whose model does what leads to the cause.
    private static func modelled(_ cause: FailureCause, _ site: String, _ shop: Workshop) async throws -> Job {
        var tools = shop.tools
        let price = ModelPrice(inputPerMillion: cause == .jobBudgetSpent ? 10_000 : 0.1, outputPerMillion: 0.1)
        tools.models = Workshop.model(at: "\(site)/model/\(cause.rawValue)", price: price)
        tools.modelPatience = cause == .modelTooSlow ? .seconds(2) : .seconds(30)
        let shop = shop.with(tools)
        let input: JSON = cause == .dataUnusable ? ["schema": ["type": "object", "required": ["name"]]] : [:]
        let id = try await submit(
            site + "/form",
            shop,
            [
                "job_type": cause == .dataUnusable ? "scrape" : "custom", "input_data": input,
                "timeout_seconds": 120,
            ]
        )
        if cause == .monthBudgetSpent {
            try await shop.pool.execute(
                """
                insert into gh_user_usage (user_id, period_start, period_end, spent_nano, total_cost_usd)
                select user_id, date_trunc('month', now(), 'UTC'), now(), 499999999, 0.499999999
                from gh_automation_jobs where id = \(id)
                """
            )
        }
        var ended: Job?
        try await shop.working { ended = try await shop.ended(id) }
        return try #require(ended)
    }

    private static func say(_ cause: String, _ asked: ScriptedModel.Asked) -> ScriptedModel.Reply {
        switch FailureCause(rawValue: cause) {
        case .modelRefused:
            return .status(401, #"{"error": {"message": "Wrong key sk-abc", "code": "invalid_api_key"}}"#)
        case .modelSlowsDown: return .status(429, "", [("retry-after", "0")])
        case .modelUnreachable: return .status(503, "", [("retry-after", "0")])
        case .modelTooSlow: return .silence(Pages.never)
        case .dataUnusable: return .json(["nickname": "nobody"])
        case .instructionUndone:
            return .json(["thought": "", "do": "give_up", "element": .null, "value": "there is no way", "data": .null])
        default:
            let field = asked.text.split(separator: "\n").first { $0.contains("textbox") } ?? ""
            let number = Int(field.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" }) ?? 0
            return .json([
                "thought": "once more", "do": "fill", "element": .int(Int64(number)), "value": "x", "data": .null,
            ])
        }
    }

    private static func killed(_ site: String, _ shop: Workshop) async throws -> Job {
        let id = try await submit(site + "/silent", shop)
        var ended: Job?
        try await shop.working {
            for round in 1...3 {
                try await eventually("the page is open") {
                    let isRunning = try await shop.job(id).status == .running
                    return try await shop.events(of: id, .browserCrashRecovered).count == round - 1 && isRunning
                }
                kill(try await shop.tools.browsers.browser().processID, SIGKILL)
                try await eventually("the death is seen") {
                    try await shop.events(of: id, .browserCrashDetected).count == round
                }
            }
            ended = try await shop.ended(id)
        }
        return try #require(ended)
    }

    /// A job of the same first page as another, whose second page is not the one that was learned.
    private static func outdated(_ site: String, _ shop: Workshop) async throws -> Job {
        var ended: Job?
        try await shop.working {
            let learned = try await submit(site + "/manual_learned", shop)
            #expect(try await shop.ended(learned).status == .completed)
            let id = try await submit(site + "/manual_broken", shop, ["execution_mode": "cookbook_only"])
            ended = try await shop.ended(id)
        }
        return try #require(ended)
    }

    /// A job that no worker comes back for, and one whose question nobody answers.
    private static func abandoned(_ cause: FailureCause, _ shop: Workshop) async throws -> Job {
        let id = try await submit("http://127.0.0.1:9/", shop)
        _ = try await shop.store.jobs.claim(workerID: "w9", limit: 1)
        try await shop.pool.execute(
            """
            update gh_automation_jobs set last_heartbeat = now() - interval '121 seconds',
                status = \(cause == .workerLost ? "running" : "paused"), paused_at = now() - interval '1 day'
            """
        )
        _ = try await shop.store.jobs.rescue()
        return try await shop.job(id)
    }

    private static func answer(_ request: Site.Request) -> Site.Answer {
        if request.path.hasPrefix("/model/") {
            let cause = String(request.path.split(separator: "/")[1])
            return ScriptedModel.answer(request) { say(cause, $0) }
        }
        return page(request)
    }

    private static func page(_ request: Site.Request) -> Site.Answer {
        switch request.path {
        case "/form": .html(Pages.form(Pages.names))
        case "/submit": .html(Pages.confirmation)
        case "/silent", "/" + FailureCause.jobTooLong.rawValue: .html("", after: Pages.never)
        case "/" + FailureCause.submitInterrupted.rawValue: .html(Pages.form(Pages.names, to: "/silent"))
        case "/" + FailureCause.submitUnproven.rawValue: .html(Pages.form(Pages.names, to: "/blank"))
        case "/blank": .html("<title>Jobs</title><p>Welcome.</p>", status: 500)
        case "/" + FailureCause.postingGone.rawValue: .html("", status: 404)
        case "/" + FailureCause.siteSlowsDown.rawValue: .html("", status: 429)
        case "/" + FailureCause.noForm.rawValue: .html("<title>Jobs</title><h1>We build ships</h1>")
        case "/manual_learned", "/manual_broken":
            .html(Pages.form(Pages.names, to: request.path + "/2", button: "Continue"))
        case "/manual_learned/2": .html(Pages.form("<label>E-mail <input type=email name=mail></label>"))
        case "/manual_broken/2": .html(Pages.form("<label>City <input name=city></label>"))
        case "/" + FailureCause.formStuck.rawValue: .html(stuck)
        case "/" + FailureCause.formStuckMidway.rawValue:
            .html(Pages.form("<label>First Name <input name=first></label>", to: "/stuck", button: "Continue"))
        case "/stuck": .html(stuck)
        case "/" + FailureCause.answersMissing.rawValue:
            .html(Pages.form(Pages.names + "<label>Favourite colour <input name=colour required></label>"))
        case "/" + FailureCause.formRejected.rawValue: .html(Pages.form(Pages.names, to: "/again"))
        case "/again":
            .html(
                Pages.form(
                    "<p class=error role=alert>This name is invalid.</p>"
                        + Pages.names.replacing("\"first\"", with: "first value=Alice")
                        .replacing("\"last\"", with: "last value=Smith"),
                    to: "/again"
                )
            )
        case "/" + FailureCause.captcha.rawValue:
            .html(
                "<iframe src='/recaptcha/api2/anchor' width=300 height=80></iframe>" + Pages.form(Pages.names)
            )
        case "/" + FailureCause.botCheck.rawValue: .html("<title>Just a moment...</title><p>Checking your browser</p>")
        case "/" + FailureCause.accountWanted.rawValue:
            .html(
                """
                <h1>Sign in to continue</h1><form method=post><label>Email <input name=user type=email></label>
                <label>Password <input name=pass type=password></label><button>Sign in</button></form>
                """
            )
        case "/" + FailureCause.codeWanted.rawValue:
            .html(
                """
                <h1>Two-step verification</h1><form method=post><p>Enter the code that we have sent you.</p>
                <label>Verification code <input name=code autocomplete=one-time-code></label><button>Verify</button></form>
                """
            )
        case "/" + FailureCause.pageFrozen.rawValue:
            .html(Pages.form(Pages.names) + "<script>setTimeout(() => { while (true); }, 1)</script>")
        case "/" + FailureCause.pageChanged.rawValue:
            .html(
                Pages.form(Pages.names, button: "Continue")
                    + "<script>document.querySelector('button').onpointerover = (event) => event.target.remove()</script>"
            )
        default: .html("<p>box</p>")
        }
    }

    private static let stuck = """
        <title>Apply</title><h1>Apply</h1><form onsubmit="return false"><label>Last Name <input name=last></label>
        <button type=button>Next</button></form>
        """
}
