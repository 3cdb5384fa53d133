import Foundation
import GhostHands
import Hands
import TestSupport
import Testing

/// Do it once, then replay it: on the same form, on others like it, and on what has become of it.
@Suite(.browser) struct CookbookTests {
    static let alice = Applicant(
        profile: [
            "first_name": "Alice", "last_name": "Smith", "email": "alice@example.com", "phone": "+1 415 555 0100",
            "linkedin_url": "https://linkedin.com/in/alice", "location": ["city": "Reykjavik", "country": "Iceland"],
        ],
        answers: ["Why do you want to keep this lighthouse?": "I like the sea.", "Can you swim?": "Yes"]
    )

    static let bob = Applicant(
        profile: [
            "first_name": "Bob", "last_name": "Jones", "email": "bob@example.org", "phone": "+1 212 555 0199",
            "linkedin_url": "https://linkedin.com/in/bob", "location": ["city": "Lisbon", "country": "Portugal"],
        ],
        answers: ["Why do you want to keep this lighthouse?": "Quiet nights.", "Can you swim?": "No"]
    )

    static func form(_ fields: String, button: String = "Submit application", before: String = "") -> String {
        """
        <!doctype html><title>Apply</title><h1>Keeper of the light</h1>\(before)
        <form method="post" action="/apply">\(fields)<button>\(button)</button></form>
        """
    }

    static let fields = [
        "<label>First name * <input id=fn name=first_name required></label>",
        "<label>Last name * <input id=ln name=last_name required></label>",
        "<label>E-mail * <input id=em type=email name=email required></label>",
        "<label>Phone <input id=ph type=tel name=phone></label>",
        "<label>City <input id=ct name=city></label>",
        "<label>Why do you want to keep this lighthouse? <textarea id=why name=why></textarea></label>",
        "<label>Can you swim? <select id=sw name=swim required><option value=''>Select</option><option>Yes<option>No</select></label>",
    ]

    /// The manual that an application leaves behind.
    static func trained(_ html: String = form(fields.joined()), _ applicant: Applicant = alice) async throws -> Manual {
        let trial = try await Trial.run(html, applicant)
        #expect(trial.end == .done)
        #expect(trial.result.mode == .magnitude)
        #expect(trial.result.cookbook.status == .none)
        return try #require(trial.result.cookbook.recorded, "nothing was recorded")
    }

    static func replayed(
        _ manual: Manual,
        _ html: String,
        _ applicant: Applicant = bob,
        mode: ExecutionMode = .auto
    ) async throws -> Trial {
        try await Trial.run(html, applicant, watcher: Watcher(manuals: [manual]), mode: mode)
    }

    @Test func `learns a form and replays it for another`() async throws {
        let manual = try await Self.trained()
        #expect(
            manual.steps.map(\.action) == [.navigate, .fill, .fill, .fill, .fill, .fill, .fill, .select, .click]
        )
        #expect(
            manual.steps.compactMap(\.template?.text) == [
                "{{target_url}}", "{{first_name}}", "{{last_name}}", "{{email}}", "{{phone}}", "{{city}}",
                "{{qa_answers}}", "{{qa_answers}}",
            ]
        )
        let trial = try await Self.replayed(manual, Self.form(Self.fields.joined()), mode: .cookbookOnly)
        #expect(trial.end == .done)
        #expect(trial.result.mode == .cookbook)
        #expect(trial.result.cookbook.status == .success)
        #expect(trial.result.cookbook.lesson?.verdict == .clean)
        #expect((trial.result.cost.cookbookSteps, trial.result.cost.magnitudeSteps) == (9, 0))
        #expect(trial.result.cost.total == .cookbookStep * 9)
        let posted = try trial.posted()
        #expect(posted["first_name"] == ["Bob"])
        #expect(posted["why"] == ["Quiet nights."])
        #expect(posted["swim"] == ["No"])
        let selected = try #require(trial.watcher.events.first { $0.type == .modeSelected })
        #expect(selected.metadata["reason"] == "manual_found")
        #expect(trial.watcher.count(.manualFound) == 1)
        #expect(
            trial.watcher.events.filter { $0.type == .stepCompleted }.allSatisfy { $0.metadata["mode"] == "cookbook" }
        )
    }

    @Test func `holds no value of anybody`() async throws {
        let manual = try await Self.trained(
            Self.form(Self.fields.joined(), before: "<p>Hello</p>")
        )
        let text = manual.json.text
        for value in ["Alice", "Smith", "alice", "415 555", "Reykjavik", "I like the sea", "linkedin"] {
            #expect(!text.contains(value), "\(value) stands in the manual")
        }
        #expect(try ManualReader.manual(manual.json, id: UUID()) == manual)
    }

    /// Other companies word, order and add as they like.
    @Test(arguments: 0..<6) func `replays on another posting`(_ variant: Int) async throws {
        let manual = try await Self.trained()
        var fields = Self.fields
        switch variant {
        case 0: fields.reverse()
        case 1: fields.insert("<label>LinkedIn profile <input name=linkedin></label>", at: 2)
        case 2:
            fields = fields.map { $0.replacing("E-mail", by: "Your e-mail address").replacing("Phone", by: "Mobile") }
        case 3:
            fields = fields.map {
                $0.replacing("id=", by: "data-x=").replacing("Why do you want", by: "Tell us why you want")
            }
        case 4: fields.remove(at: 3)
        default:
            fields = fields.enumerated().map { "<div><div>\($1.replacing("id=", by: "id=x\($0 * 7919)_"))</div></div>" }
        }
        let trial = try await Self.replayed(manual, Self.form(fields.joined(), button: "Send it"))
        #expect(trial.end == .done, "\(trial.watcher.transcript)")
        #expect(trial.result.mode == .cookbook, "\(trial.watcher.transcript)")
        let posted = try trial.posted()
        #expect(posted["first_name"] == ["Bob"])
        #expect(posted["email"] == ["bob@example.org"])
        #expect(posted["why"] == ["Quiet nights."])
        #expect(posted["swim"] == ["No"])
        if variant == 1 {
            #expect(posted["linkedin"] == ["https://linkedin.com/in/bob"])
            #expect(trial.result.cost.magnitudeSteps == 1)
        }
    }

    @Test func `knows a field whose label says nothing any more`() async throws {
        let manual = try await Self.trained()
        let fields = Self.fields.map { $0.replacing("City", by: "Where?").replacing("Can you swim?", by: "Water?") }
        let trial = try await Self.replayed(manual, Self.form(fields.joined()))
        #expect(trial.end == .done)
        let posted = try trial.posted()
        #expect(posted["city"] == ["Lisbon"])
        #expect(posted["swim"] == ["No"])
    }

    @Test func `does not take one question for another`() async throws {
        let manual = try await Self.trained()
        let fields = Self.fields.map {
            $0.replacing("Can you swim?", by: "Can you not swim?").replacing("First name", by: "Phone of your doctor")
        }
        let trial = try await Self.replayed(manual, Self.form(fields.joined()))
        #expect(trial.end == .unanswered)
        #expect(try trial.entry("swim").outcome == .unanswered)
        #expect(trial.posts.isEmpty)
    }

    /// Questions that differ in what they name, on another posting with the same names of fields or without.
    @Test(arguments: [
        ("Are you authorized to work in the US?", "Are you authorized to work in Germany?"),
        ("Do you have 5 years of Java experience?", "Do you have 5 years of Python experience?"),
        ("Do you have 5 years of Java experience?", "Do you have 9 years of Java experience?"),
        ("Can you swim?", "Can you sing?"), ("May we call your employer?", "May we not call your employer?"),
    ]) func `gives no answer to a question that it was not given to`(_ asked: String, _ other: String) async throws {
        func form(_ label: String, _ name: String) -> String {
            let question = """
                <label>\(label) <select name=\(name) required><option value=''>Select</option><option>Yes<option>No</select>
                </label>
                """
            return Self.form(Self.fields[0...3].joined() + question)
        }
        var applicant = Self.alice
        applicant.answers[asked] = "Yes"
        for name in ["question_1", "experience_check"] {
            let manual = try await Self.trained(form(asked, name), applicant)
            let same = try await Self.replayed(manual, form(asked, name), applicant)
            #expect(same.end == .done)
            #expect(same.result.mode == .cookbook)
            // A name that says something, on a label that says nothing else, is the same question.
            if asked == "Can you swim?" && name == "experience_check" { continue }
            let trial = try await Self.replayed(
                manual,
                form(other, name == "question_1" ? "question_2" : name),
                applicant
            )
            #expect(trial.end == .unanswered, "\(other) was answered")
            #expect(trial.posts.isEmpty, "\(other) was answered")
        }
    }

    @Test func `heals a step that the reader finds anew`() async throws {
        let manual = try await Self.trained()
        let fields = Self.fields.map {
            $0.replacing("<label>City <input id=ct name=city>", by: "<label>Stadt <input id=zz name=attr_zq>")
                .replacing(
                    "E-mail * <input id=em type=email name=email",
                    by: "E-mail * <input id=q1 type=email name=q2"
                )
        }
        let trial = try await Self.replayed(manual, Self.form(fields.joined(), button: "Finish"))
        #expect(trial.end == .done)
        #expect(trial.result.mode == .cookbook)
        let lesson = try #require(trial.result.cookbook.lesson)
        #expect(lesson.verdict == .healed)
        let mended = try #require(lesson.mended)
        #expect(mended.steps.contains { $0.field?.label == "Stadt" && $0.template?.text == "{{city}}" })
        let again = try await Self.replayed(mended, Self.form(fields.joined(), button: "Finish"))
        #expect(again.result.cookbook.lesson?.verdict == .clean)
        #expect(again.result.cost.magnitudeSteps == 0)
        // What it was is not forgotten: two companies do not heal it to and fro.
        #expect(try ManualReader.manual(mended.json, id: UUID()).steps == mended.steps)
        let before = try await Self.replayed(mended, Self.form(Self.fields.joined()))
        #expect(before.result.cookbook.lesson?.verdict == .clean)
        #expect(before.result.cost.magnitudeSteps == 0)
    }

    /// A run through a form of two pages; of the second page there are two.
    private static func wizard(
        _ second: String,
        _ applicant: Applicant,
        by manuals: [Manual] = [],
        mode: ExecutionMode = .auto
    ) async throws -> Trial {
        let first = form(fields[0...3].joined() + "<input type=hidden name=step value=1>", button: "Next")
        return try await Trial.run(first, applicant, watcher: Watcher(manuals: manuals), mode: mode) { request in
            .html(request.body.contains("step=1") ? form(second) : Trial.thanks)
        }
    }

    private static let other = """
        <label>LinkedIn profile <input name=li></label><label>Country <input name=country></label>
        """

    private static func ofTwoPages() async throws -> Manual {
        let training = try await wizard(fields[4...6].joined(), alice)
        let manual = try #require(training.result.cookbook.recorded)
        #expect(manual.pages.count == 2)
        return manual
    }

    @Test func `goes on without the manual from where it stands`() async throws {
        let trial = try await Self.wizard(Self.other, Self.bob, by: [try await Self.ofTwoPages()])
        #expect(trial.end == .done)
        #expect(trial.result.mode == .hybrid)
        #expect(trial.result.cookbook.status == .fallback)
        #expect(trial.result.cookbook.fallbackReason == "page 2 of the form is not in the manual")
        #expect(trial.watcher.count(.modeSwitched) == 1)
        #expect(trial.result.cost.cookbookSteps == 6)
        #expect(trial.result.cost.magnitudeSteps == 3)
        let lesson = try #require(trial.result.cookbook.lesson)
        #expect(lesson.verdict == .failed)
        // The run that went on repairs the manual.
        let again = try await Self.wizard(Self.other, Self.alice, by: [try #require(lesson.mended)])
        #expect(again.result.mode == .cookbook)
        #expect(again.result.cookbook.lesson?.verdict == .clean)
    }

    @Test func `does not go on without the manual where only one is allowed`() async throws {
        let manual = try await Self.ofTwoPages()
        let only = try await Self.wizard(Self.other, Self.bob, by: [manual], mode: .cookbookOnly)
        #expect(only.end == .manualFailed(reason: "page 2 of the form is not in the manual"))
        #expect(only.posts.count == 1)
    }

    @Test func `honours the mode that was asked for`() async throws {
        let manual = try await Self.trained()
        let html = Self.form(Self.fields.joined())
        let without = try await Self.replayed(manual, html, mode: .aiOnly)
        #expect(without.result.mode == .magnitude)
        #expect(without.result.cookbook.status == .aiOnly)
        #expect(without.result.cookbook.recorded == nil)
        let none = try await Trial.run(html, Self.bob, mode: .cookbookOnly)
        #expect(none.end == .noManual(reason: "no manual fits this form"))
        #expect(none.posts.isEmpty)
        var unfit = manual
        unfit.health.score = 30
        let failed = try await Self.replayed(unfit, html)
        #expect(failed.result.mode == .magnitude)
        #expect(failed.watcher.events.first { $0.type == .modeSelected }?.metadata["reason"] == "health_too_low")
    }

    @Test func `takes a form elsewhere for another unless it is the same`() async throws {
        var manual = try await Self.trained()
        manual.urlPattern = "jobs.example.com/apply"
        let same = try await Self.replayed(manual, Self.form(Self.fields.joined()))
        #expect(same.result.mode == .cookbook)
        let other = try await Self.replayed(
            manual,
            Self.form((Self.fields + ["<label>Motto <input name=m></label>"]).joined())
        )
        #expect(other.result.mode == .magnitude)
    }

    @Test func `replays an imported manual`() async throws {
        let steps: JSON = [
            ["order": 0, "action": "click", "locator": ["role": "textbox", "name": "First name"]],
            [
                "order": 1, "action": "fill", "locator": ["role": "textbox", "name": "First name"],
                "value": "{{first_name}}",
            ],
            ["order": 2, "action": "fill", "locator": ["name": "last_name"], "value": "{{last_name}}"],
            ["order": 3, "action": "wait", "value": "1000", "locator": ["css": "body"]],
            ["order": 4, "action": "fill", "locator": ["css": "#em"], "value": "{{email}}"],
            ["order": 5, "action": "select", "locator": ["xpath": "//select"], "value": "{{qa_answers}}"],
            ["order": 6, "action": "click", "locator": ["role": "button", "name": "Submit application"]],
        ]
        let manual = try ManualReader.manual(
            ["url_pattern": "127.0.0.1", "task_pattern": "apply", "platform": "other", "steps": steps],
            id: UUID()
        )
        #expect(manual.steps.count == 5)
        let trial = try await Self.replayed(manual, Self.form(Self.fields.joined()))
        #expect(trial.result.mode == .cookbook, "\(trial.watcher.transcript)")
        #expect(try trial.posted()["email"] == ["bob@example.org"])
        #expect(trial.result.cost.cookbookSteps == 6)
    }

    @Test func `keeps two that are the same apart`() async throws {
        let manual = try await Self.trained()
        let twice = Self.fields + ["<label>City <input id=ct name=city></label>"]
        let trial = try await Self.replayed(manual, Self.form(twice.joined()))
        #expect(trial.end == .done)
        #expect(trial.result.cookbook.lesson?.missed.isEmpty == false)
    }
}
