import Chromium
import GhostHands
@testable import Hands
import Testing

/// What left the page, and how it compares with what was entered: without a browser.
@Suite struct SentTests {
    private func request(
        _ text: String,
        _ type: String,
        url: String = "https://acme.example/apply"
    ) -> PageActivity.Request {
        PageActivity.Request(
            method: "POST",
            url: url,
            status: 200,
            isDocument: false,
            isXHR: true,
            body: .text(text, type: type)
        )
    }

    private func entry(
        _ name: String,
        _ value: String,
        kind: FieldKind = .text,
        asked: Asked = .question,
        options: [FieldOption] = []
    ) -> FillReport.Entry {
        var field = Field(kind: kind, label: "Label of \(name)")
        field.name = name
        field.options = options
        var entry = FillReport.Entry(page: 1, frame: 0, field: field, asked: asked)
        entry.wanted = value
        entry.value = value
        entry.outcome = .filled
        return entry
    }

    private static let urlencoded = "application/x-www-form-urlencoded; charset=UTF-8"

    @Test(arguments: [
        ("first=Ada+L.&mail=ada%40example.org", urlencoded),
        (#"{"applicant": {"first": "Ada L.", "mail": "ada@example.org"}}"#, "application/json"),
        (
            #"{"query": "mutation", "variables": "{\"first\": \"Ada L.\", \"mail\": \"ada@example.org\"}"}"#,
            "text/plain"
        ),
        (
            "--b\r\nContent-Disposition: form-data; name=\"first\"\r\n\r\nAda L.\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"mail\"\r\n\r\nada@example.org\r\n--b--\r\n",
            "multipart/form-data; boundary=b"
        ),
        ("first=Ada L.\r\nmail=ada@example.org\r\n", "text/plain"),
    ])
    func `what carries a form is read in each of its notations`(text: String, type: String) {
        let sent = SentComparison([request(text, type)])
        #expect(sent.answer(of: entry("first", "Ada L.")) == .asEntered)
        #expect(sent.answer(of: entry("mail", "ada@example.org")) == .asEntered)
        #expect(sent.answer(of: entry("mail", "bob@example.org")) == .differently("ada@example.org"))
        #expect(sent.answer(of: entry("city", "Reykjavik")) == .notSeen)
    }

    @Test(arguments: [
        ("+49 30 901820", "030901820", Asked.phone), ("+1 (512) 555-0147", "5125550147", .phone),
        ("2027-03-05", "03/05/2027", .startDate), ("2027-03-05", "2027-03-04T23:00:00.000Z", .startDate),
        ("$165,000", "165000", .salary), ("One\nTwo", "<p>One</p><p>Two</p>", .question),
    ])
    func `the same in another notation is sent as entered`(entered: String, sent: String, asked: Asked) {
        let body = #"{"field": "\#(sent)"}"#
        let comparison = SentComparison([request(body, "application/json")])
        #expect(comparison.answer(of: entry("field", entered, asked: asked)) == .asEntered)
    }

    @Test(arguments: [
        ("2027-03-05", "03/06/2027", Asked.startDate), ("165000", "16500", .salary), ("Ada", "", .firstName),
        ("+49 30 901820", "030901821", .phone),
    ])
    func `something else under the field's own name is sent differently`(entered: String, sent: String, asked: Asked) {
        let body = #"{"field": "\#(sent)"}"#
        let comparison = SentComparison([request(body, "application/json")])
        #expect(comparison.answer(of: entry("field", entered, asked: asked)) == .differently(sent))
    }

    @Test func `a choice is sent by its value or its label`() {
        let options = [FieldOption(label: "Punjab", value: "PB"), FieldOption(label: "Sindh", value: "SD")]
        let chosen = entry("state", "Punjab", kind: .select, options: options)
        #expect(SentComparison([request("state=PB", Self.urlencoded)]).answer(of: chosen) == .asEntered)
        #expect(SentComparison([request("state=Punjab", Self.urlencoded)]).answer(of: chosen) == .asEntered)
        #expect(SentComparison([request("state=SD", Self.urlencoded)]).answer(of: chosen) == .differently("SD"))
    }

    @Test func `a box that is not checked sends nothing`() {
        let sent = SentComparison([request("news=on&a=b", Self.urlencoded)])
        #expect(sent.answer(of: entry("news", "true", kind: .checkbox)) == .asEntered)
        #expect(sent.answer(of: entry("terms", "false", kind: .checkbox)) == .asEntered)
        #expect(sent.answer(of: entry("news", "false", kind: .checkbox)) == .differently("checked"))
    }

    @Test func `of what was sent twice the last counts`() {
        let sent = SentComparison([request("city=Oslo", Self.urlencoded), request("city=Bergen", Self.urlencoded)])
        #expect(sent.answer(of: entry("city", "Bergen")) == .asEntered)
        #expect(sent.answer(of: entry("city", "Oslo")) == .differently("Bergen"))
    }

    @Test func `a body that was not looked at may carry anything, and proves nothing`() {
        let unseen = PageActivity.Request(
            method: "POST",
            url: "https://acme.example",
            status: 200,
            isDocument: false,
            isXHR: true,
            body: .unseen
        )
        #expect(SentComparison([unseen]).hasUnread)
        #expect(SentComparison.mayCarry(unseen, ["Ada"], from: "https://acme.example/"))
        #expect(SentComparison([unseen]).answer(of: entry("first", "Ada")) == .notSeen)
    }

    @Test(arguments: ["{", "--", "--b\r\n", "%%%=%", "[[[[", "a=b=c&&=&", "\u{0}\u{1}"])
    func `a body of nonsense is read without an error`(text: String) {
        for type in ["application/json", Self.urlencoded, "multipart/form-data", "text/plain", "x/y", ""] {
            #expect(SentComparison([request(text, type)]).answer(of: entry("first", "Ada")) == .notSeen)
        }
    }
}
