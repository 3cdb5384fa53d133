import GhostHands
import Testing

@Suite struct PhoneNumberTests {
    @Test(arguments: [
        ("+49 30 901820", "49", "30901820"), ("+1 (555) 010-0199", "1", "5550100199"),
        ("+353 1 234 5678", "353", "12345678"),
    ])
    func `an international number is taken apart`(_ text: String, _ code: String, _ national: String) throws {
        let number = try #require(PhoneNumber(text))
        #expect(number.code == code)
        #expect(number.national == national)
    }

    @Test(arguments: ["555 010 0199", "+999 12345", "+49", "", "0049 30 901820"])
    func `what does not say its country is not`(_ text: String) {
        #expect(PhoneNumber(text) == nil)
    }

    private static let options = ["Canada (+1)", "United States (+1)", "Germany (+49)"]

    @Test(arguments: [
        ("United States", options, "United States (+1)"), ("Canada", options, "Canada (+1)"),
        ("United States", ["+1", "+49"], "+1"), ("Canada", ["CA", "US"], "CA"), ("United States", ["+44", "+49"], nil),
    ])
    func `the code is one of the options`(_ country: String, _ options: [String], _ wanted: String?) {
        var code = Field(kind: .select, label: "Country code")
        code.options = options.map { FieldOption(label: $0, value: $0) }
        let fields = [code, Field(kind: .tel, label: "Phone")]
        let applicant = Applicant(profile: ["phone": "+1-555-123-4567", "country": .string(country)])
        let answers = Answerer(applicant).answers(to: fields, asked: fields.map(Classifier.classify))
        #expect(answers[0]?.value.plainText == wanted)
        #expect(answers[1]?.value.plainText == (wanted == nil ? "+1-555-123-4567" : "5551234567"))
    }
}
