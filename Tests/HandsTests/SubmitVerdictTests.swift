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
                frame: 0,
                form: 0,
                ignored: nil
            )
        }
        return PageReading(
            version: 1,
            step: "",
            url: PageAddress(url),
            title: "",
            text: text,
            fields: read,
            buttons: [],
            alerts: alerts,
            blockers: [],
            marked: [],
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
    ) -> Pressed {
        var activity = PageActivity(mark: 0)
        activity.requests = requests
        activity.navigations = navigations
        let before = page(fields: [field("Name", "Ada"), field("City", "London")])
        return Pressed(before: before, knownAlerts: [], reading: after, activity: activity)
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
