import GhostHands
import Testing

@testable import Hands
@testable import Worker

/// What each end of an attempt means for the job.
struct OutcomeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let end: AttemptEnd
        let code: ErrorCode
        let words: String
        var testDescription: String { "\(end)" }
    }

    private static let cases = [
        Case(end: .unanswered, code: .validationError, words: "\"Expected pay\""),
        Case(end: blocked(.captcha), code: .captchaBlocked, words: "CAPTCHA"),
        Case(end: blocked(.botCheck), code: .captchaBlocked, words: "robots"),
        Case(end: blocked(.login), code: .loginRequired, words: "account"),
        Case(end: blocked(.twoFactor), code: .loginRequired, words: "one-time code"),
        Case(end: .unreachable(reason: "HTTP 404", status: 404), code: .validationError, words: "no longer there"),
        Case(end: .unreachable(reason: "HTTP 410", status: 410), code: .validationError, words: "no longer there"),
        Case(end: .unreachable(reason: "HTTP 429", status: 429), code: .rateLimited, words: "too many requests"),
        Case(end: .unreachable(reason: "HTTP 503", status: 503), code: .networkError, words: "HTTP 503"),
        Case(end: .unreachable(reason: "refused", status: nil), code: .networkError, words: "refused"),
        Case(end: .refused(reason: "private"), code: .validationError, words: "is not allowed: private"),
        Case(end: .noForm, code: .elementNotFound, words: "no form"),
        Case(end: .stuck(reason: "no button"), code: .elementNotFound, words: "no button"),
        Case(end: .rejected(reason: "too short"), code: .validationError, words: "too short"),
        Case(end: .unconfirmed, code: .submissionUnconfirmed, words: "duplicate"),
    ]

    private static func blocked(_ kind: Blocker.Kind) -> AttemptEnd {
        .blocked(Blocker(kind: kind, confidence: 0.9, sign: "a sign"))
    }

    /// The result of an attempt in a form that holds values nobody else may see.
    private func result(_ end: AttemptEnd, submitted: Bool = false) -> AttemptResult {
        var report = FillReport()
        var field = Field(kind: .select, label: "Expected pay")
        field.isRequired = true
        field.options = [FieldOption(label: "a lot", value: "1")]
        var entry = FillReport.Entry(page: 1, frame: 0, field: field, asked: .salary)
        entry.wanted = "CANARY"
        entry.value = "CANARY"
        entry.outcome = .refused
        entry.reason = "no such option"
        report.fields = [entry]
        report.pages = [.init(number: 1, url: "https://jobs.example.com/apply", title: "Apply")]
        report.submitted = submitted
        report.evidence = submitted ? Evidence(text: "Thank you", confirmationNumber: "APP-1") : nil
        var cost = CostBreakdown()
        cost.magnitudeSteps = 3
        return AttemptResult(end: end, report: report, cost: cost, mode: .magnitude, cookbook: CookbookRecord(.none))
    }

    @Test(arguments: cases) func `an end is a failure with a code and a sentence`(_ expected: Case) throws {
        let outcome = result(expected.end).outcome(screenshots: ["screenshots/1.png"])
        let failure = try #require(outcome.failure)
        #expect(failure.code == expected.code)
        #expect(failure.message.contains(expected.words))
        #expect(failure.message.hasSuffix("."))
        #expect(failure.screenshots == ["screenshots/1.png"])
        #expect(failure.cost.actionCount == 3)
        #expect(failure.details["page_url"] == "https://jobs.example.com/apply")
        #expect(!"\(failure)".contains("CANARY"))
    }

    @Test func `an unanswered question is told with its options, so that it can be answered`() throws {
        let failure = try #require(result(.unanswered).outcome(screenshots: []).failure)
        let question: JSON = [
            "label": "Expected pay", "kind": "select", "options": ["a lot"], "reason": "no such option",
        ]
        #expect(failure.details["unanswered"] == [question])
    }

    @Test(arguments: [true, false]) func `done is completed, and submitted only with proof`(submitted: Bool) throws {
        let outcome = result(.done, submitted: submitted)
            .outcome(screenshots: ["screenshots/1.png"], screenshotURL: "https://example.com/1.png")
        guard case .completed(let result) = outcome else { throw Flaw("not completed") }
        #expect(result.submitted == submitted)
        #expect(result.data["submitted"] == .bool(submitted))
        #expect(result.data["confirmation_number"] == (submitted ? "APP-1" : .null))
        #expect(result.summary.contains("not submitted") == !submitted)
        #expect(result.screenshots == ["screenshots/1.png"])
        #expect(result.screenshotURL == "https://example.com/1.png")
        #expect(result.data["fields"].array?.count == 1)
    }

    @Test func `a lost lease is neither`() {
        #expect(result(.leaseLost).outcome(screenshots: []) == .leaseLost)
    }
}
