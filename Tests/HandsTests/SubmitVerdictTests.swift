@testable import Chromium
import GhostHands
@testable import Hands
import Testing

/// What pressing a button proves, told without a browser.
@Suite struct SubmitVerdictTests {
    private static let form = "https://careers.acme.co.uk/apply"

    private func page(
        _ text: String = "",
        url: String = form,
        fields: [Field] = [],
        alerts: [PageAlert] = []
    ) -> PageReading {
        let handle = ElementHandle(frame: "main", document: 1, id: 1)
        let read = fields.map { field in
            ReadField(
                field: field,
                asked: .question,
                handle: handle,
                optionHandles: [],
                chosen: [],
                widget: nil,
                key: FormKey(frame: 0, form: 0),
                ignored: nil
            )
        }
        return PageReading(
            document: PageReading.Document(url: PageAddress(url)),
            text: text,
            fields: read,
            buttons: [],
            alerts: alerts,
            contexts: [:],
            main: read.first?.key
        )
    }

    private func field(_ label: String, _ value: String = "") -> Field {
        var field = Field(kind: .text, label: label)
        field.value = value
        return field
    }

    private func pressed(
        to after: PageReading,
        _ requests: [PageActivity.Request] = [],
        _ navigations: [PageActivity.Navigation] = []
    ) -> PressOutcome {
        var activity = PageActivity(mark: 0)
        activity.requests = requests
        activity.navigations = navigations
        let before = page(fields: [field("Name", "Ada"), field("City", "London")])
        return PressOutcome(before: before, knownAlerts: [], reading: after, activity: activity)
    }

    private func post(_ url: String, _ status: Int?) -> PageActivity.Request {
        PageActivity.Request(method: "POST", url: url, status: status, isDocument: false, isXHR: true)
    }

    @Test func `what the form's own site took is proof, once the form is gone`() throws {
        let pressed = pressed(to: page("Well done"), [post("https://api.acme.co.uk/applications", 201)])
        let evidence = try #require(pressed.evidence(isSubmit: true))
        #expect(evidence.responseStatus == 201)
    }

    @Test func `a beacon to another owner's name under the same suffix proves nothing`() {
        let requests = [post("https://api.vendor.io/applications", 500), post("https://stats.other.co.uk/b", 204)]
        let pressed = pressed(to: page("Well"), requests)
        #expect(pressed.evidence(isSubmit: true) == nil)
        #expect(!pressed.isRejected)
    }

    @Test func `a beacon that fails at another owner's name is no failure of the form`() {
        let requests = [post("https://api.acme.co.uk/applications", 201), post("https://stats.other.co.uk/b", 503)]
        #expect(pressed(to: page("Well done"), requests).evidence(isSubmit: true) != nil)
    }

    @Test func `a request whose address cannot be read is not the form's own`() {
        #expect(pressed(to: page("Well"), [post("https://", 204)]).evidence(isSubmit: true) == nil)
    }
}

/// What a press comes to, every case of the verdict, without a browser.
@Suite struct VerdictTests {
    private static let form = [ReadField.of(.text("Name", "Ada")), .of(.text("City", "London"))]
    private let next = ReadButton.of("Next", .next)
    private let send = ReadButton.of("Send", .submit)

    private func outcome(
        _ after: PageReading,
        sent: [(method: String, status: Int?)] = [],
        navigations: [PageActivity.Navigation] = []
    ) -> PressOutcome {
        var activity = PageActivity(mark: 0)
        activity.requests = sent.map { one in
            PageActivity.Request(
                method: one.method,
                url: "https://api.acme.co.uk/applications",
                status: one.status,
                isDocument: false,
                isXHR: true
            )
        }
        activity.navigations = navigations
        return PressOutcome(before: .of(Self.form), knownAlerts: [], reading: after, activity: activity)
    }

    @Test func `other fields are the next page`() {
        let after = PageReading.of([.of(.text("Why us?")), .of(.text("Salary"))], [next])
        #expect(outcome(after).verdictOnNext == .nextPage)
    }

    @Test func `a page to look over, with nothing but its button, is the next page too`() {
        #expect(outcome(.of([], [send])).verdictOnNext == .nextPage)
    }

    @Test func `words of confirmation prove a submit, and a next that leads nowhere`() {
        let after = PageReading.of(text: "Your application has been submitted.")
        for verdict in [outcome(after).verdictOnSubmit, outcome(after).verdictOnNext] {
            guard case .confirmed(let evidence) = verdict else {
                Issue.record("\(verdict)")
                continue
            }
            #expect(evidence.text != nil)
        }
    }

    @Test func `a blocker after a press stops, and one after something was sent leaves the end unknown`() {
        let blocker = Blocker(kind: .captcha, confidence: 1, sign: "a puzzle")
        let after = PageReading.of(Self.form, blockers: [blocker])
        #expect(outcome(after).verdictOnNext == .blocked(blocker))
        #expect(outcome(after).verdictOnSubmit == .blocked(blocker))
        #expect(outcome(after, sent: [("POST", 200)]).verdictOnSubmit == .unconfirmed)
    }

    @Test func `what a challenge sends for itself is no part of the form`() {
        let blocker = Blocker(kind: .captcha, confidence: 1, sign: "a puzzle")
        var pressed = outcome(.of(Self.form, blockers: [blocker]))
        pressed.activity.requests = [request("POST", "https://api.hcaptcha.com/getcaptcha/x")]
        #expect(pressed.verdictOnSubmit == .blocked(blocker))
        for own in [
            "https://HCAPTCHA.com/x", "https://www.google.com/recaptcha/api2/x",
            "http://a.b/cdn-cgi/challenge-platform/h",
        ] {
            #expect(ChallengeVendor.isOwn(own), "\(own)")
        }
        for other in [
            "https://www.google.com/forms", "https://a.b/?u=https://hcaptcha.com/",
        ] {
            #expect(!ChallengeVendor.isOwn(other), "\(other)")
        }
    }

    @Test func `a box that stood there before the press and still does says nothing`() {
        let box = Blocker(kind: .captcha, grade: .posed, confidence: 1, sign: "a box")
        let before = PageReading.of(Self.form, blockers: [box])
        let activity = PageActivity(mark: 0)
        let pressed = PressOutcome(before: before, knownAlerts: [], reading: before, activity: activity)
        #expect(pressed.verdictOnSubmit == .rejected)
    }

    private func isCodeRequired(_ outcome: PressOutcome) -> Bool {
        if case .codeRequired(let blocker) = outcome.verdictOnSubmit { blocker.kind == .twoFactor } else { false }
    }

    @Test func `a form that newly asks for a code has not been sent`() {
        let code = ReadField.of(.text("Verification code"), .oneTimeCode)
        #expect(isCodeRequired(outcome(.of(Self.form + [code]), sent: [("POST", 200)])))
    }

    @Test func `an answer of 428 is a form that waits for a code, also one that shows none yet`() {
        #expect(isCodeRequired(outcome(.of(Self.form), sent: [("POST", 428)])))
        let code = ReadField.of(.text("Verification code", "123456"), .oneTimeCode)
        #expect(isCodeRequired(outcome(.of(Self.form + [code]), sent: [("POST", 428)])))
    }

    @Test
    func
        `a code that is asked for beside words of confirmation, or after another request was taken, proves no rejection`()
    {
        let code = ReadField.of(.text("Verification code"), .oneTimeCode)
        let thanks = PageReading.of(Self.form + [code], text: "Your application has been submitted.")
        #expect(!isCodeRequired(outcome(thanks, sent: [("POST", 200)])))
        #expect(!isCodeRequired(outcome(.of(Self.form), sent: [("POST", 428), ("POST", 201)])))
    }

    @Test func `a step that asks for nothing but a code is asked for, and what was sent may have been taken`() {
        let step = PageReading.of([ReadField.of(.text("Verification code"), .oneTimeCode)])
        let answered = outcome(step, sent: [("POST", 200)])
        #expect(isCodeRequired(answered))
        #expect(answered.mayBeTaken)
        #expect(!outcome(step, sent: [("POST", 422)]).mayBeTaken)
        #expect(!isCodeRequired(outcome(step, sent: [("POST", 500)])))
        #expect(!isCodeRequired(outcome(step)))
    }

    @Test func `a form that the server refused and that is still there is rejected`() {
        let after = PageReading.of(Self.form, text: "Something is wrong")
        #expect(outcome(after, sent: [("POST", 422)]).verdictOnSubmit == .rejected)
        #expect(outcome(after, sent: [("POST", 422)]).verdictOnNext == .rejected)
    }

    @Test func `a form that the browser's own check stopped is rejected`() {
        let invalid = [ReadField.of(.text("Name", "Ada", flaw: .patternMismatch)), Self.form[1]]
        #expect(outcome(.of(invalid)).verdictOnSubmit == .rejected)
    }

    @Test func `a next that does nothing stays, and a submit of which nothing leaves the page was not sent`() {
        #expect(outcome(.of(Self.form)).verdictOnNext == .stays)
        #expect(outcome(.of(Self.form)).verdictOnSubmit == .rejected)
    }

    @Test func `what has left and is not answered yet may be the form`() {
        var pressed = outcome(.of(Self.form))
        pressed.activity.underWay = [request("POST", "https://api.acme.co.uk/applications")]
        #expect(pressed.verdictOnSubmit == .unconfirmed)
    }

    @Test func `an address that carries what was entered is the form, and one that carries nothing of it is not`() {
        let entered = [ReadField.of(.text("Name", "Ada Lovelace")), .of(.text("City", "London"))]
        var activity = PageActivity(mark: 0)
        let home = "https://acme.co.uk/apply"
        activity.requests = [request("GET", "\(home)?name=Ada+Lovelace&city=London")]
        let carried = PressOutcome(before: .of(entered), knownAlerts: [], reading: .of(entered), activity: activity)
        #expect(carried.verdictOnSubmit == .unconfirmed)
        activity.requests = [request("GET", "\(home)/options?list=countries")]
        let asked = PressOutcome(before: .of(entered), knownAlerts: [], reading: .of(entered), activity: activity)
        #expect(asked.verdictOnSubmit == .rejected)
    }

    private func request(_ method: String, _ url: String) -> PageActivity.Request {
        let body: RequestBody = method == "GET" ? .none : .unseen
        return PageActivity.Request(method: method, url: url, status: nil, isDocument: false, isXHR: true, body: body)
    }

    @Test func `what was sent and neither proven nor refused is unconfirmed`() {
        let after = PageReading.of(Self.form)
        #expect(outcome(after, sent: [("POST", 500)]).verdictOnSubmit == .unconfirmed)
        #expect(outcome(after, sent: [("POST", nil)]).verdictOnNext == .unconfirmed)
        #expect(outcome(.of(text: "Welcome"), sent: [("POST", 500)]).verdictOnSubmit == .unconfirmed)
    }

    /// Browsers keep a backslash in a query, and our own rule for addresses of callers refuses it.
    @Test func `an address that confirms does so whatever stands in its query`() {
        let after = PageReading.of(text: "Welcome", url: "https://careers.acme.co.uk/thank-you?ret=a\\b")
        guard case .confirmed = outcome(after).verdictOnSubmit else {
            Issue.record("not confirmed")
            return
        }
    }

    @Test func `words that stood in the form's own address prove nothing, whatever stands in its query`() {
        let form = PageReading.of(Self.form, url: "https://careers.acme.co.uk/complete-application?t=a\\b")
        let after = PageReading.of(text: "Welcome", url: "https://careers.acme.co.uk/complete-application/step")
        let activity = PageActivity(mark: 0)
        let outcome = PressOutcome(before: form, knownAlerts: [], reading: after, activity: activity)
        #expect(outcome.verdictOnSubmit == .unconfirmed)
    }

    @Test func `the form's own acceptance proves a submit once the form is gone, but not with words of failure`() {
        guard case .confirmed = outcome(.of(text: "Welcome"), sent: [("POST", 201)]).verdictOnSubmit else {
            Issue.record("not confirmed")
            return
        }
        let failed = PageReading.of(text: "We could not submit your application.")
        #expect(outcome(failed, sent: [("POST", 201)]).verdictOnSubmit == .unconfirmed)
    }
}
