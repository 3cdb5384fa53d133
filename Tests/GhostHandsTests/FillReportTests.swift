import GhostHands
import Testing

@Suite("What a report shows, and to whom") struct FillReportTests {
    private static func entry(
        _ label: String,
        _ asked: Asked,
        _ value: String,
        kind: FieldKind = .text,
        options: [String] = [],
        reason: String? = nil
    ) -> FillReport.Entry {
        var field = Field(kind: kind, label: label)
        field.name = "n"
        field.options = options.map { FieldOption(label: $0, value: $0) }
        var entry = FillReport.Entry(page: 1, frame: 0, field: field, asked: asked)
        entry.wanted = value
        entry.value = value
        entry.outcome = .filled
        entry.reason = reason
        return entry
    }

    private static let ordinary = entry("City", .city, "Paris")
    private static let hidden = [
        entry("Social security number", .nationalID, "078-05-1120"), entry("Desired pay", .salary, "98765"),
        entry("Gender", .gender, "Zargender", kind: .select, options: ["Zargender", "Other"]),
        entry("Tax ID for payroll", .question, "55-1234"), entry("Resume", .resume, "alice-cv.pdf", kind: .file),
        entry("Date of birth", .birthDate, "1987-11-23"),
        entry("Paste your résumé", .question, "Zarpasted by the page", kind: .textarea),
    ]
    private static let secret = [
        entry("Password", .password, "Hunter2", kind: .password),
        entry("Current password", .currentPassword, "Hunter3"),
        entry("Code", .oneTimeCode, "734912"), entry("New one", .newPassword, "Hunter4"),
        entry("Passphrase", .question, "Hunter5", kind: .password),
    ]

    private static func field(_ entry: FillReport.Entry, _ reader: FillReport.Reader) -> JSON {
        var report = FillReport()
        report.fields = [entry]
        return report.json(for: reader)["fields"].array?.first ?? .null
    }

    @Test func `others see the values of ordinary fields, and of the rest what became of them`() {
        #expect(Self.field(Self.ordinary, .others)["value"] == "Paris")
        for entry in Self.hidden + Self.secret {
            let field = Self.field(entry, .others)
            #expect(field["value"].isNull, "\(entry.field.label)")
            #expect(field["wanted"].isNull, "\(entry.field.label)")
            #expect(field["options"] == [], "\(entry.field.label)")
            #expect(field["label"] == .string(entry.field.label))
            #expect(field["outcome"] == "filled")
            #expect(!field.text.contains(entry.value))
        }
    }

    @Test func `the applicant sees all but passwords and codes`() {
        for entry in [Self.ordinary] + Self.hidden {
            #expect(Self.field(entry, .applicant)["value"] == .string(entry.value), "\(entry.field.label)")
        }
        for entry in Self.secret { #expect(!Self.field(entry, .applicant).text.contains(entry.value)) }
        var report = FillReport()
        report.fields = Self.secret + Self.hidden
        report.evidence = Evidence(text: "Thank you, 078-05-1120, your password is Hunter2")
        #expect(report.json(for: .applicant)["evidence"]["text"] == "Thank you, 078-05-1120, your password is …")
    }

    @Test func `a label that is the answer is not shown to others`() {
        let box = Self.entry("I am a protected veteran", .veteran, "true", kind: .checkbox)
        #expect(Self.field(box, .others)["label"] == "a question")
        #expect(Self.field(box, .others)["name"] == "")
        #expect(Self.field(box, .applicant)["label"] == "I am a protected veteran")
    }

    @Test func `what a page repeats of hidden values is taken out`() {
        var report = FillReport()
        report.fields = Self.hidden + [Self.entry("City", .city, "Paris", reason: "98765 is no Paris")]
        let choice = Self.entry("Disability", .disability, "No, I have no disability", kind: .select)
        report.fields.append(choice)
        report.pages = [.init(number: 1, url: "https://a.example/078-05-1120", title: "Zargender of Paris")]
        report.evidence = Evidence(
            text: "We have 078 05 1120 (98,765.00) of Paris: no, I have no disability",
            confirmationNumber: "078-05-1120"
        )
        let json = report.json(for: .others)
        for entry in Self.hidden { #expect(!json.text.contains(entry.value), "\(entry.value)") }
        #expect(json["evidence"]["text"] == "We have ….00) of Paris: …")
        #expect(json["evidence"]["confirmation_number"].isNull)
        #expect(json["pages"].array?.first?["title"] == "… of Paris")
    }
}
