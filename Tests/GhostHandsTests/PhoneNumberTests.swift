@testable import GhostHands
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

@Suite struct PhoneBoxesTests {
    private func row(_ labels: [String], _ lengths: [Int], under section: String? = nil) -> [Field] {
        zip(labels, lengths).map { label, length in
            var field = Field(kind: .text, label: label)
            field.maxLength = length
            if let section { field.sections = [section] }
            return field
        }
    }

    private func values(_ phone: String, _ fields: [Field]) -> [String?] {
        Answerer(Applicant(profile: ["phone": .string(phone)]))
            .answers(to: fields, asked: Classifier.classify(together: fields)).map { $0?.value.plainText }
    }

    @Test func `a number is given in pieces to a row of boxes that it fills`() {
        #expect(values("+1-555-123-4567", row(["Phone", "", "-"], [3, 3, 4])) == ["555", "123", "4567"])
        #expect(values("+81 90 1234 5678", row(["電話番号", "", ""], [3, 4, 4])) == ["090", "1234", "5678"])
        let named = row(["Area code", "Prefix", "Line number"], [3, 3, 4], under: "Phone number")
        #expect(values("(555) 123-4567", named) == ["555", "123", "4567"])
    }

    @Test func `a number is given in the groups in which it is written`() {
        #expect(values("090-1234-5678", row(["電話番号", "", ""], [4, 4, 4])) == ["090", "1234", "5678"])
        #expect(values("+819012345678", row(["電話番号", "", ""], [4, 4, 4])) == ["090", "1234", "5678"])
        var first = Field(kind: .select, label: "휴대폰번호")
        first.options = ["010", "011", "016"].map { FieldOption(label: $0, value: $0) }
        let fields = [first] + row(["휴대폰번호", "휴대폰번호"], [4, 4])
        #expect(values("+82 10-5555-0177", fields) == ["010", "5555", "0177"])
    }

    @Test func `groups that leave a box short are given to none`() {
        #expect(values("+49 30 90 1820", row(["Phone", "", ""], [3, 3, 4])).dropFirst().allSatisfy { $0 == nil })
    }

    @Test func `one that would leave a box short is given to none`() {
        #expect(values("+49 30 901820", row(["Phone", "", ""], [3, 3, 4])).dropFirst().allSatisfy { $0 == nil })
    }

    @Test func `an extension is no piece of it`() {
        let fields = row(["Phone", "", "", "Extension"], [3, 3, 4, 5])
        #expect(values("+1-555-123-4567", fields)[3] == nil)
    }
}

@Suite struct PhoneNotationTests {
    private func entered(_ phone: String, _ placeholder: String, hint: String? = nil) -> Fit {
        var field = Field(kind: .tel, label: "Phone")
        field.placeholder = placeholder
        field.hint = hint
        return Fit.fit(.text(phone), to: field)
    }

    @Test func `digits stand together where a box says so or shows it`() {
        #expect(entered("+421 905 555 012", "+421901234567") == .text("+421905555012"))
        #expect(entered("+421 905 555 012", "", hint: "Digits only, without spaces") == .text("+421905555012"))
        #expect(entered("+421 905 555 012", "+421 901 234 567") == .text("+421 905 555 012"))
    }

    @Test func `a complaint that asks for the international form gets it`() {
        let asks = "must be in international format without spaces"
        #expect(PhoneNotation.international("+421 905 555 012", complaint: asks) == "+421905555012")
        #expect(PhoneNotation.international("+421 905 555 012", complaint: "Enter it without country code") == nil)
        #expect(PhoneNotation.international("+421 905 555 012", complaint: "Enter a valid number") == nil)
    }
}
