import Foundation
import GhostHands
import Testing

@Suite struct ManualTests {
    private func mark(
        _ label: String,
        _ name: String = "",
        _ asked: Asked = .question,
        _ kind: FieldKind = .text
    ) -> FieldMark {
        var field = Field(kind: kind, label: label)
        field.name = name
        return FieldMark(field, asked)
    }

    private func step(_ mark: FieldMark, _ template: Template.Value = .answer) -> Manual.Step {
        Manual.Step(page: 0, action: .fill, field: mark, template: Template(template), description: mark.label)
    }

    private func match(_ steps: [FieldMark], _ fields: [FieldMark]) -> ManualMatch {
        ManualMatch(steps.enumerated().map { ($0.offset, step($0.element)) }, in: fields)
    }

    @Test(arguments: [
        ("https://boards.greenhouse.io/acme/jobs/123?gh_src=1#app", "*.greenhouse.io/acme/jobs/*"),
        ("http://127.0.0.1:8080/jobs/42/apply", "127.0.0.1/jobs/*/apply"), ("https://example.com/", "example.com"),
        ("https://careers.firm.co.uk/en/x", "*.firm.co.uk/*/x"), ("https://firm.co.uk/de-DE/x", "firm.co.uk/*/x"),
        ("https://a.b.io/0b54ac86-38e6-4d2a-a4d3-3a9bd3a8a6f1/apply", "*.b.io/*/apply"),
    ]) func `an address is generalised, and fits its own pattern`(_ url: String, _ pattern: String) {
        let made = URLPattern.generalising(PageAddress(url))
        #expect(made?.text == pattern)
        #expect(made?.matches(PageAddress(url)) == true)
    }

    @Test func `a pattern fits no other address`() {
        let pattern = URLPattern("*.greenhouse.io/*/jobs/*")
        #expect(pattern.matches("https://boards.greenhouse.io/acme/jobs/7"))
        for url in [
            "https://greenhouse.io.evil.com/acme/jobs/7", "https://boards.greenhouse.io/acme/jobs/7/extra",
            "https://boards.greenhouse.io/acme/job/7", "https://greenhouse.io/acme/jobs/7", "nonsense",
        ] { #expect(!pattern.matches(PageAddress(url)), "\(url)") }
        #expect(URLPattern("*.greenhouse.io/x").isOfSite("https://a.greenhouse.io/y"))
        #expect(!URLPattern("*.greenhouse.io/x").isOfSite("https://a.lever.co/x"))
    }

    @Test func `a template is read as it is written, and what is none is refused`() throws {
        for text in [
            "{{first_name}}", "{{phone|national}}", "{{work_history.0.title}}", "{{education.2.end_year}}",
            "{{qa_answers}}",
            "{{form_data}}", "{{file}}", "{{target_url}}", "{{form_default}}",
        ] { #expect(try Template(text).text == text) }
        #expect(try Template(" {{ zip }} ").text == "{{postal_code}}")
        for text in [
            "Alice", "{{}}", "{{password}}", "{{one_time_code}}", "{{card_number}}", "{{question}}", "{{x}}",
            "{{email|shout}}",
            "{{email|lower|upper}}", "{{work_history.x.title}}", "{{education.0.salary}}", "Dear {{first_name}}", "",
        ] { #expect(throws: Template.Fault.self) { try Template(text) } }
    }

    @Test func `health moves as the contract says`() {
        var health = ManualHealth()
        for _ in 0..<6 { health.learn(.failed) }
        #expect(health.score == 60)
        #expect(health.failures == 6)
        health.learn(.clean)
        #expect(health.score == 62)
        health.score = 30
        #expect(!health.isFit)
        health.score = 30.5
        #expect(health.isFit)
        for verdict in [ManualLesson.Verdict.healed, .healed, .clean, .healed, .healed] { health.learn(verdict) }
        #expect(health.isFit)
        #expect(health.heals == 2)
        health.learn(.healed)
        #expect(health.isQuarantined)
        #expect(!health.isFit)
    }

    @Test func `what a page makes up anew does not count`() {
        #expect(StableName("question_4821") == StableName("question_77"))
        #expect(!StableName("question_4821").isTelling)
        #expect(!StableName(":r1a:").isTelling)
        #expect(StableName("first_name").isTelling)
        #expect(StableName("first_name").isWhole)
        #expect(StableName("name--81f3a2").text == "name")
        #expect(!StableName("name--81f3a2").isWhole)
        let left = [mark("First name", "first_name"), mark("E-mail", "email_93ab21")]
        let right = [mark("E-mail", "email_11cc90"), mark("First Name *", "first_name")]
        #expect(FormSignature.of(left) == FormSignature.of(right))
        #expect(FormSignature.of(left) != FormSignature.of(left + [mark("City")]))
    }

    @Test func `a step takes the field that is best by a margin, or none`() {
        let first = mark("First name", "fn", .firstName)
        let last = mark("Last name", "ln", .lastName)
        let swapped = match([first, last], [mark("Last name", "fn", .lastName), mark("First name", "ln", .firstName)])
        #expect(swapped.fields == [0: 1, 1: 0])
        #expect(match([mark("Motto")], [mark("Motto"), mark("Motto")]).ambiguous == [0])
        #expect(match([mark("Motto"), mark("Motto")], [mark("Motto"), mark("Motto")]).fields == [0: 0, 1: 1])
        #expect(match([mark("Motto")], [mark("Favourite animal")]).absent == [0])
        #expect(match([mark("CV", "cv", .resume, .file)], [mark("CV", "cv", .resume)]).absent == [0])
        #expect(
            match([mark("Plan", "plan", .question, .select)], [mark("Plan", "plan", .question, .combobox)]).fields == [
                0: 0
            ]
        )
        #expect(match([mark("City", "city", .city)], [mark("City of birth")]).absent == [0])
        #expect(match([], [mark("City")]).coverage == 0)
    }

    @Test func `the manual of the same form is chosen, then the one of which most is there`() {
        let marks = [mark("Motto", "motto"), mark("Animal", "animal"), mark("Colour", "colour")]
        func manual(_ marks: [FieldMark], platform: String = "lever", site: String = "*.lever.co/*") -> Manual {
            Manual(
                id: UUID(),
                platform: platform,
                task: "apply",
                urlPattern: site,
                pages: [.init(marks)],
                steps: marks.map { step($0) }
            )
        }
        let key = ManualKey(platform: "lever", task: "apply", marks: marks, url: "https://jobs.lever.co/x")
        let (same, most, least) = (
            manual(marks), manual(Array(marks[0...1])), manual(marks + [mark("A"), mark("B"), mark("C"), mark("D")])
        )
        #expect(ManualChoice.choose(from: [least, most, same], for: key, marks: marks) == .replay(same))
        #expect(ManualChoice.choose(from: [least, most], for: key, marks: marks) == .replay(most))
        #expect(ManualChoice.choose(from: [manual(marks, platform: "other")], for: key, marks: marks) == .none)
        var worn = same
        worn.health.score = 12
        #expect(ManualChoice.choose(from: [worn], for: key, marks: marks) == .unfit(worn))
        #expect(ManualChoice.choose(from: [worn, most], for: key, marks: marks) == .replay(most))
        let other = ManualKey(platform: "other", task: "apply", marks: marks, url: "https://jobs.lever.co/x")
        let elsewhere = manual(Array(marks[0...1]), platform: "other", site: "example.com/x")
        #expect(ManualChoice.choose(from: [elsewhere], for: other, marks: marks) == .none)
    }

    /// What is taken for the same question, and what is not.
    @Test(arguments: [
        ("Can you swim?", "Can you swim", true), ("Please enter your motto", "Motto", true),
        ("Can you swim?", "Can you sing?", false), ("Are you 18?", "Are you 21?", false),
        ("License number", "License no.", false), ("License no.", "Your license no.", true),
        ("Work in the US?", "Work in Germany?", false), ("May we call?", "May we not call?", false),
    ]) func `a question is the same only in the words that matter`(_ one: String, _ other: String, _ isSame: Bool) {
        #expect(match([mark(one)], [mark(other)]).fields.isEmpty == !isSame)
    }
}
