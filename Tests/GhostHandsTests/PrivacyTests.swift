import Testing

@testable import GhostHands

@Suite struct PrivacyTests {
    @Test(arguments: [
        "I agree to the privacy policy", "I have read and accept the Terms & Conditions", "Privacy Policy",
        "I certify that all information is true", "I confirm my details are correct",
        "I certify that the information provided in this application is true and complete to the best of my knowledge",
        "I consent to the processing of my personal data for recruitment purposes",
        "I've read the Privacy Notice below and consent the processing of my data as part of my job application",
        "By submitting this application, I agree that I have read Acme Corp's Privacy Policy",
        "I agree to the Globex Privacy Notice and terms of use", "I agree to Initech’s terms of service *",
        "I consent to my data being stored and processed", "I agree that my data is used for this application",
        "I agree that my data may be used for this application *", "I agree to my data being used for my application",
        "I consent to the use of my personal data for recruitment purposes",
        "I agree that Acme Robotics may use my data to process my application",
        "I agree that Acme Robotics uses my information for the hiring process",
        "I agree that you use the data I have provided only for this application",
        "I hereby consent to the collection and use of my personal data in connection with my job application",
        "I have read the privacy policy and agree that my personal data will be used for the application process",
        "I agree that my personal data is processed and stored as part of the recruiting process",
        "I hereby give consent for my personal data to be processed according to the Fastned privacy statement",
        "I consent to the processing of my data in order to assess my application",
    ])
    func `the terms of an application are agreed to`(label: String) {
        #expect(Agreement.isMere(label))
    }

    @Test(arguments: [
        "I confirm that I have not previously worked for Acme", "I confirm that I hold a driving licence",
        "I agree to a consumer credit check and marketing text messages", "Subscribe me to the newsletter",
        "I confirm that I am legally authorized to work", "I confirm that I am 18 or older", "I agree to relocate",
        "I certify that I have no criminal record", "I agree to drug testing", "I understand the role is unpaid",
        "I accept the arbitration terms", "I agree to the terms and to receive marketing", "I accept this position",
        "I have read the privacy policy and agree to share my data with third parties",
        "I Agree To Background Checks And The Privacy Policy", "I agree to the terms of a consumer credit check",
        "I confirm that I am complete", "I consent to the storage of my data for future vacancies", "I agree",
        "I certify that it is true that I have a degree", "I acknowledge the non-compete conditions",
        "I accept a reduced salary and the terms", "", "I do not agree to the terms",
        "I agree that my data is used", "I agree that my data is used for marketing",
        "I agree that my data is used for this application and future vacancies",
        "I agree that my data is not used for this application", "I agree to use my own car for this job",
        "I agree that my photo is used for this application",
        "I Agree Background Checks May Be Used For This Application",
        "I consent to the use, transfer and disclosure of my data for this application",
        "I agree that my data is used for this application and shared with partners", "I am used to this application",
        "I agree that my data is retained for 24 months", "I have used this application process before",
        "I confirm that my data may be used for talent pools", "I agree to work for the company and use my data",
    ])
    func `facts, checks and messages are not`(label: String) {
        #expect(!Agreement.isMere(label))
    }

    @Test func `only a required box is checked`() {
        var box = Field(kind: .checkbox, label: "I agree to the privacy policy")
        let answerer = Answerer(Applicant())
        #expect(answerer.answers(to: [box], asked: [Classifier.classify(box)]) == [nil])
        box.isRequired = true
        #expect(
            answerer.answers(to: [box], asked: [Classifier.classify(box)]) == [Answer(true, from: .defaultOfForm)]
        )
    }

    @Test func `what may not be shown is known by its words too`() {
        let secret = [
            "Social Security Number", "Passport no.", "Current salary", "Date of birth", "Gender identity", "PIN",
            "Hourly pay", "Religion",
        ]
        for label in secret {
            #expect(Classifier.isSensitive(Field(kind: .text, label: label), .question), "\(label)")
        }
        for label in ["First name", "City", "Paying attention", "Spinning"] {
            #expect(!Classifier.isSensitive(Field(kind: .text, label: label), .question), "\(label)")
        }
    }

    @Test func `a sensitive answer is known by heading, hint, options, value and answer`() {
        let plain = Field(kind: .radio, label: "Please check one of the boxes below")
        let changes: [(inout Field) -> Void] = [
            { $0.section = "Voluntary self-identification of disability" }, { $0.hint = "About your race" },
            { $0.options = [FieldOption(label: "Yes, I have a disability", value: "1")] }, { $0.value = "Veteran" },
        ]
        #expect(!Classifier.isSensitive(plain, .question))
        for change in changes {
            var field = plain
            change(&field)
            #expect(Classifier.isSensitive(field, .question))
            #expect(!Classifier.labelTells(field, answer: "Yes, I have a disability"))
        }
        #expect(Classifier.isSensitive(plain, .question, answer: "I am a protected veteran"))
        let box = Field(kind: .checkbox, label: "I identify as a person with a disability")
        #expect(Classifier.isSensitive(box, .question))
        #expect(Classifier.labelTells(box, answer: "Yes"))
        var lone = Field(kind: .radio, label: "Yes, I have a disability")
        lone.options = [FieldOption(label: "Yes, I have a disability", value: "1")]
        #expect(Classifier.labelTells(lone, answer: "Yes"))
    }

    private func told(_ field: Field, _ fit: Fit, _ answer: String) -> [String] {
        let line = FillTimeline(field, Classifier.classify(field), fit, answer: answer, shown: answer)
        return [line.intent, line.success, line.failure, line.kind.rawValue]
    }

    @Test func `the timeline shows ordinary answers and no sensitive one`() {
        let box = Field(kind: .checkbox, label: "I identify as a person with a disability")
        let hidden = ["Answer a question", "Answered a question", "Could not answer a question", "select"]
        #expect(told(box, .checked(true), "Yes") == hidden)
        #expect(told(box, .checked(false), "No") == hidden)
        var radio = Field(kind: .radio, label: "Please check one of the boxes below")
        radio.options = ["Yes, I have a disability", "No"].map { FieldOption(label: $0, value: $0) }
        let form = "\"Please check one of the boxes below\""
        #expect(
            told(radio, .options([0]), "Yes, I have a disability")
                == ["Fill \(form)", "Answered \(form)", "Could not fill \(form)", "select"]
        )
        #expect(
            told(Field(kind: .text, label: "Salary expectation"), .text("9"), "9")[1] == "Filled \"Salary expectation\""
        )
        #expect(told(Field(kind: .text, label: "City"), .text("Rome"), "Rome")[1] == "Filled \"City\" with \"Rome\"")
        let terms = Field(kind: .checkbox, label: "I agree to the terms")
        #expect(
            told(terms, .checked(true), "Yes")[1...] == [
                "Checked \"I agree to the terms\"", "Could not fill \"I agree to the terms\"", "check",
            ]
        )
    }

    @Test(arguments: [
        ("The code SECRET-9981 is already registered", "The code … is already registered"),
        ("secret 9981 is taken", "… is taken"), ("Code 9981 is taken", "Code … is taken"),
        ("Dear Alice, smith@home is wrong", "Dear …@home is wrong"), ("(555) 010-0199 is no number", "(… is no number"),
        ("We saw that you said that I would like to lead here", "We saw that you said that … here"),
        ("Please enter a code", "Please enter a code"), ("A is wrong", "A is wrong"), ("", ""),
    ])
    func `a page that repeats what was entered is not believed to be harmless`(said: String, told: String) {
        let essay = "In the next ten years I would like to lead a small team by the sea"
        let redaction = Redaction(["SECRET-9981", "Alice Smith", "555.010.0199", "A", "", essay])
        #expect(redaction.applied(to: said) == told)
    }

    @Test func `a report hides its values, and no yes of a box`() {
        var report = FillReport()
        var name = FillReport.Entry(page: 1, frame: 0, field: Field(kind: .text, label: "Name"), asked: .fullName)
        name.wanted = "Wilhelmina"
        var box = FillReport.Entry(page: 1, frame: 0, field: Field(kind: .checkbox, label: "Terms"), asked: .consent)
        box.wanted = "true"
        var held = Field(kind: .text, label: "Code")
        held.value = "Canary77"
        held.isAnswered = true
        report.fields = [name, box, .init(page: 1, frame: 0, field: held, asked: .question)]
        #expect(report.redacted("WILHELMINA and canary77: is that true?") == "… and …: is that true?")
    }
}
