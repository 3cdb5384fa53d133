import Foundation
import GhostHands
import Hands
import NIOConcurrencyHelpers
import TestSupport
import Testing

/// What neither profile nor form settles, a model does: with one call a page, checked line by line.
@Suite(.browser) struct AgentTests {
    static let price = ModelPrice(inputPerMillion: 0.14, outputPerMillion: 0.57)

    static let ada = Applicant(
        profile: [
            "first_name": "Ada", "last_name": "Lovelace", "email": "ada@example.com", "phone": "+44 20 7946 0000",
            "salary_": "90,000", "passport_number": "533380006", "gender": "Female",
            "work_authorization": "UK citizen", "years_of_experience": 9, "skills": ["Swift", "PostgreSQL"],
            "location": ["city": "London", "country": "UK"],
            "work_history": [["company": "Analytical Engines", "title": "Engineer", "start_date": "2017-01"]],
        ],
        answers: ["What is your notice period?": "4 weeks"]
    )

    static let questions = """
        <title>Apply</title><h1>Apply at Babbage &amp; Co</h1><form method="post" action="/send">
        <label for="n">First name</label><input id="n" name="first" required>
        <label for="w">Which tools have you worked with for long?</label>
        <textarea id="w" name="tools" required maxlength="300"></textarea>
        <label for="y">For how long have you done such things?</label>
        <select id="y" name="long" required><option value="">Select…</option><option>Under 5 years</option>
        <option>5 to 10 years</option><option>Longer</option></select>
        <label for="e">How soon after signing could you begin?</label><input id="e" name="soon" required>
        <button>Submit application</button></form>
        """

    static func script(_ asked: ScriptedModel.Asked) -> ScriptedModel.Reply {
        .plan(
            [
                (asked.field("Which tools"), ["Swift and PostgreSQL, for nine years."], [asked.fact("skills")]),
                (asked.field("For how long"), ["5 to 10 years"], [asked.fact("years_of_experience")]),
                (asked.field("How soon"), ["4 weeks"], [asked.fact("notice period") ?? asked.fact("work_history")]),
            ],
            thought: "Ada has the skills; answering the three open questions"
        )
    }

    /// Runs an attempt with a model behind a real server.
    static func run(
        _ html: String = questions,
        _ applicant: Applicant = ada,
        submits: Bool = true,
        watcher: Watcher = Watcher(),
        wire: ModelCatalog.Wire = .chatCompletions,
        mode: ExecutionMode = .auto,
        isLocked: Bool = false,
        sees: Bool = false,
        answering answer: @escaping @Sendable (Site.Request) -> Site.Answer = { _ in .html(Trial.thanks) },
        saying say: @escaping @Sendable (ScriptedModel.Asked) -> ScriptedModel.Reply
    ) async throws -> (trial: Trial, asked: [ScriptedModel.Asked]) {
        let heard = NIOLockedValueBox<[ScriptedModel.Asked]>([])
        return try await Site.open { request in
            ScriptedModel.answer(request) { asked in
                heard.withLockedValue { $0.append(asked) }
                return say(asked)
            }
        } _: { server in
            let model = chosen(wire, at: server.origin)
            let trial = try await Trial.run(
                html,
                applicant,
                submits: submits,
                watcher: watcher,
                mode: mode,
                model: model,
                lock: isLocked ? SiteLock() : nil,
                imageModel: sees ? model : nil,
                answering: answer
            )
            return (trial, heard.withLockedValue(\.self))
        }
    }

    static func chosen(_ wire: ModelCatalog.Wire, at origin: String) -> ChosenModel {
        let server = ModelServer(baseURL: origin + "/v1", key: ModelServer.Key("sk-secret"), jitter: { 0 })
        let model: any LanguageModel =
            wire == .messages
            ? MessagesModel("scripted", server: server) : ChatCompletionsModel("scripted", server: server)
        return ChosenModel(model, alias: "scripted", price: price)
    }

    @Test(arguments: ModelCatalog.Wire.allCases)
    func `a form of free questions is filled with one call, and every token is counted`(
        _ wire: ModelCatalog.Wire
    ) async throws {
        let (trial, asked) = try await Self.run(wire: wire, saying: Self.script)
        #expect(trial.end == .done)
        let posted = try trial.posted()
        #expect(posted["first"] == ["Ada"])
        #expect(posted["long"] == ["5 to 10 years"])
        #expect(posted["soon"] == ["4 weeks"])
        #expect(posted["tools"] == ["Swift and PostgreSQL, for nine years."])
        try #require(asked.count == 1)
        #expect(asked[0].fields.count == 3, "the first name was settled already")
        let calls = trial.watcher.calls
        try #require(calls.count == 1)
        #expect(calls[0].usage.input == asked[0].tokens)
        #expect(!calls[0].usage.isEstimated)
        #expect(calls[0].cost == Self.price.cost(of: calls[0].usage))
        #expect(trial.result.cost.magnitudeCost == calls[0].cost)
        #expect(trial.result.cost.inputTokens == asked[0].tokens)
        #expect(trial.watcher.count(.tokensUsed) == 1)
        #expect(try trial.entry("tools").source == .model)
        let key = wire == .messages ? asked[0].headers["x-api-key"] : asked[0].headers["authorization"]
        #expect(key?.hasSuffix("sk-secret") ?? false)
    }

    @Test func `the model is told what its questions need and nothing else`() async throws {
        let (_, asked) = try await Self.run(saying: Self.script)
        let text = try #require(asked.first?.text)
        for needed in ["Swift", "Analytical Engines", "years_of_experience", "{{email}}"] {
            #expect(text.contains(needed))
        }
        for secret in ["90,000", "533380006", "Female", "ada@example.com", "7946", "UK citizen", "Lovelace"] {
            #expect(!text.contains(secret), "\(secret) was told")
        }
        #expect(!text.contains("<"))
    }

    @Test func `a thought is shown without the applicant's data`() async throws {
        let (trial, _) = try await Self.run(saying: Self.script)
        let thoughts = trial.watcher.events.filter { $0.type == .thought }.compactMap { $0.metadata["content"]?.string }
        #expect(thoughts == ["… has the skills; answering the three open questions"])
        let step = try #require(trial.watcher.progress.first { $0.currentAction?.contains("has the skills") ?? false })
        #expect(step.json(now: Date())["current_action"] == "… has the skills; answering the three open questions")
    }

    @Test func `an invented option is sent back once, with only what is wrong`() async throws {
        let (trial, asked) = try await Self.run { asked in
            if asked.text.contains("! ") {
                return .plan([(asked.field("For how long"), ["Longer"], [asked.facts.first?.id])])
            }
            return .plan([
                (asked.field("Which tools"), ["Swift"], [asked.fact("skills")]),
                (asked.field("For how long"), ["A decade"], [asked.fact("years_of_experience")]),
                (asked.field("How soon"), ["4 weeks"], [asked.facts.first?.id]),
            ])
        }
        #expect(trial.end == .done)
        #expect(try trial.posted()["long"] == ["Longer"])
        try #require(asked.count == 2)
        #expect(asked[1].fields.count == 1)
        #expect(asked[1].text.contains("the answer is not one of its options"))
    }

    @Test(arguments: ["nonsense", "empty", "broken", "refusal", "loop"])
    func `a model that answers nonsense is heard twice and never acted on`(_ kind: String) async throws {
        let (trial, asked) = try await Self.run { asked in
            switch kind {
            case "nonsense": .text("I am a teapot { \"answers\": ")
            case "empty": .plan([])
            case "broken": .broken(String(repeating: "{\"thought\": \"and so on", count: 40))
            case "refusal": .refusal
            default: .plan(asked.fields.map { ($0.id, ["no such option"], ["p1"]) } + [("f1", ["x"], [])])
            }
        }
        #expect(trial.end == .unanswered)
        #expect(trial.posts.isEmpty)
        #expect(asked.count <= 3)
        #expect(trial.watcher.calls.count == asked.count)
        if kind == "broken" {
            #expect(trial.watcher.calls[0].usage.isEstimated)
            #expect(trial.watcher.calls[0].usage.output > 0)
        }
    }

    @Test func `an answer without a fact it follows from is not believed`() async throws {
        let (trial, _) = try await Self.run { asked in
            .plan(asked.fields.map { ($0.id, ["5 to 10 years"], ["p99"]) })
        }
        #expect(trial.end == .unanswered)
        #expect(trial.posts.isEmpty)
    }

    @Test func `a question that only the applicant can answer is left to them, with the reason`() async throws {
        let (trial, _) = try await Self.run { asked in
            .plan([], asks: asked.fields.map { ($0.id, "the profile does not say") })
        }
        #expect(trial.end == .unanswered)
        #expect(try trial.entry("soon").reason == "the profile does not say")
    }

    @Test func `permission to work and one's nature are answered from facts about just that`() async throws {
        let form = """
            <form method="post" action="/send">
            <label for="a">Could you sign on without us applying for a visa?</label>
            <select id="a" name="visa" required><option value="">-</option><option>Yes</option><option>No</option></select>
            <button>Submit application</button></form>
            """
        for (fact, isDone) in [("skills", false), ("work_authorization", true)] {
            let (trial, _) = try await Self.run(form) { asked in
                .plan([(asked.field("Could you"), ["Yes"], [asked.fact(fact)])])
            }
            #expect((trial.end == .done) == isDone, "by \(fact)")
        }
    }

    @Test func `a budget that could be exceeded stops the call before it is made`() async throws {
        let (trial, asked) = try await Self.run(watcher: Watcher(budget: NanoDollars(1000)), saying: Self.script)
        #expect(trial.end == .overBudget(.job(NanoDollars(1000))))
        #expect(asked.isEmpty)
        #expect(trial.watcher.calls.isEmpty)
        #expect(trial.posts.isEmpty)
    }

    @Test func `an answer is remembered for the same question, as long as its facts hold`() async throws {
        let (first, _) = try await Self.run(saying: Self.script)
        let known = first.watcher.remembered
        #expect(known.count == 3)
        let (again, asked) = try await Self.run(watcher: Watcher(known: known), saying: Self.script)
        #expect(again.end == .done)
        #expect(asked.isEmpty)
        #expect(try again.entry("tools").source == .memory)
        #expect(again.watcher.count(.answersRecalled) == 1)
        var older = Self.ada
        older.profile.skills = ["COBOL"]
        let (changed, more) = try await Self.run(
            Self.questions,
            older,
            watcher: Watcher(known: known),
            saying: Self.script
        )
        #expect(changed.end == .done, "the skills have changed")
        #expect(more.first?.fields.count == 1, "the skills have changed")
    }

    @Test func `a name or a number to be reached at is never made up`() async throws {
        let form = """
            <form method="post" action="/send"><label for="p">Phone</label><input id="p" name="phone" required>
            <label for="w">What moves you?</label><textarea id="w" name="why" required></textarea>
            <button>Submit application</button></form>
            """
        let (trial, asked) = try await Self.run(form, Applicant(profile: ["first_name": "Ada", "skills": ["Swift"]])) {
            asked in
            .plan([
                (asked.field("Phone"), ["555 0100"], [asked.fact("skills")]),
                (asked.field("What moves"), ["Swift"], [asked.fact("skills")]),
            ])
        }
        #expect(trial.end == .unanswered)
        #expect(asked.count == 2)
        #expect(try trial.entry("phone").value == "")
        #expect(try trial.entry("why").value == "Swift")
    }

    @Test func `an answer about the employer is kept for nobody else's form`() async throws {
        let form = Self.questions.replacing(
            "How soon after signing could you begin?",
            by: "Have you ever worked for us?"
        )
        let (trial, _) = try await Self.run(form) { asked in
            .plan([
                (asked.field("Which tools"), ["Swift"], [asked.fact("skills")]),
                (asked.field("For how long"), ["Longer"], [asked.fact("years_of_experience")]),
                (asked.field("for us"), ["No"], [asked.fact("work_history")]),
            ])
        }
        #expect(trial.end == .done)
        #expect(!trial.watcher.remembered.contains { $0.question.contains("for us") })
        #expect(trial.watcher.remembered.count == 2)
    }

    @Test func `a secret gets only into a field of its own, and the model never sees it`() async throws {
        let form = """
            <form method="post" action="/send">
            <label for="a">The number in the passport that you travel with</label><input id="a" name="pass" required>
            <label for="b">Anything else?</label><textarea id="b" name="more" required></textarea>
            <button>Submit application</button></form>
            """
        let (trial, asked) = try await Self.run(form) { asked in
            .plan([
                (asked.field("passport"), ["{{passport_number}}"], [asked.fact("passport_number")]),
                (asked.field("Anything"), ["My passport is {{passport_number}}"], [asked.fact("passport_number")]),
            ])
        }
        #expect(asked.allSatisfy { !$0.text.contains("533380006") })
        #expect(try trial.entry("pass").value == "533380006")
        #expect(try trial.entry("more").value == "")
        #expect(trial.end == .unanswered)
        #expect(trial.watcher.count(.offFormInstruction) >= 1)
    }

    /// A list that opens only by a button beside it, as no driver would think of.
    static let odd = """
        <form method="post" action="/send"><label id="l">Preferred engine</label>
        <div role="combobox" tabindex="0" id="c" aria-labelledby="l" aria-required="true" aria-expanded="false">Select…</div>
        <button type="button" id="open">Reveal engines</button>
        <div id="box" hidden><button type="button" class="o">Analytical</button>
        <button type="button" class="o">Difference</button></div>
        <input type="hidden" name="engine" id="v"><button>Submit application</button></form>
        <form action="/other"><button type="button" onclick="fetch('/pressed')">Elsewhere</button></form>
        <script>
        document.getElementById("open").onclick = () => { document.getElementById("box").hidden = false; };
        for (const one of document.querySelectorAll(".o")) one.onclick = () => {
            document.getElementById("c").textContent = one.textContent;
            document.getElementById("v").value = one.textContent;
            document.getElementById("box").hidden = true;
        };
        </script>
        """

    @Test func `a control that no driver understands is worked step by step, and nothing else`() async throws {
        let applicant = Applicant(answers: ["Preferred engine": "Difference"])
        let (trial, asked) = try await Self.run(Self.odd, applicant, isLocked: true) { asked in
            guard asked.text.hasPrefix("CONTROL") else { return .plan([]) }
            if asked.text.contains("\"Difference\"\n") == false { return .plan([]) }
            if !asked.text.contains("DONE SO FAR") {
                return TaskTests.step("click", TaskTests.element("Elsewhere", in: asked))
            }
            if !asked.text.contains(": done") { return TaskTests.step("click", TaskTests.element("Reveal", in: asked)) }
            return TaskTests.step("click", TaskTests.element("button \"Difference", in: asked))
        }
        #expect(trial.end == .done, "\(trial.end) \(asked.map(\.text))")
        #expect(try trial.posted()["engine"] == ["Difference"])
        #expect(!trial.requests.contains { $0.path == "/pressed" })
        #expect(trial.watcher.count(.offFormInstruction) == 1)
    }

    @Test func `the way to a form that no known button shows is found on the outline`() async throws {
        let posting = """
            <title>Engineer</title><h1>Engineer</h1><p>We build engines.</p>
            <a href="/form">I am the one you look for</a><a href="http://localhost:9/x">Elsewhere</a>
            """
        for (text, isFound) in [("I am the one", true), ("Elsewhere", false)] {
            let (trial, asked) = try await Self.run(
                posting,
                isLocked: true,
                answering: { $0.path == "/form" ? .html(Self.questions) : .html(Trial.thanks) },
                saying: { asked in
                    guard asked.text.hasPrefix("PAGE") else { return Self.script(asked) }
                    return .json(["thought": "There it goes", "element": .int(TaskTests.element(text, in: asked))])
                }
            )
            #expect((trial.end == .done) == isFound, "\(trial.end)")
            #expect(!trial.requests.contains { ($0.headers["host"] ?? "").hasPrefix("localhost") })
            #expect(asked.count <= 4)
        }
    }

    @Test func `what stands in a form's place is looked at once, by a model that sees`() async throws {
        let wall = "<title>Hm</title><canvas width=300 height=100></canvas><p>Please help us with this puzzle.</p>"
        let (trial, asked) = try await Self.run(wall, isLocked: true, sees: true) { asked in
            .json(asked.images == 1 ? ["blocker": "captcha"] : ["thought": "", "element": .null])
        }
        guard case .blocked(let blocker) = trial.end else { throw Wrong(end: trial.end) }
        #expect(blocker.kind == .captcha)
        #expect(asked.map(\.images) == [0, 1])
        let (blind, _) = try await Self.run(wall, isLocked: true) { _ in .json(["thought": "", "element": .null]) }
        #expect(blind.end == .noForm)
    }

    @Test func `without a model everything else is done, and what is missing is said`() async throws {
        let trial = try await Trial.run(Self.questions, Self.ada)
        #expect(trial.end == .unanswered)
        #expect(try trial.entry("first").value == "Ada")
    }
}
