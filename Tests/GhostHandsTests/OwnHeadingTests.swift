import GhostHands
import Testing

/// A second block of the same labels is the applicant's own only where its heading says so.
@Suite struct OwnHeadingTests {
    private func asked(under heading: String, labels: [String] = ["First name", "Last name", "Email"]) -> [Asked] {
        func block(_ heading: String) -> [Field] {
            labels.map { label in
                var field = Field(kind: .text, label: label)
                field.sections = [heading]
                return field
            }
        }
        return Array(Classifier.classify(together: block("Your details") + block(heading)).suffix(labels.count))
    }

    @Test(arguments: [
        "Your present team leader", "Accountant or payroll contact", "Votre tuteur ou maître de stage",
        "Details of your trainer", "Did one of our people point you here?",
    ])
    func `somebody of the applicant's is somebody else`(heading: String) {
        #expect(asked(under: heading).allSatisfy { $0 == .question })
    }

    @Test(arguments: [
        "Where you study", "Where you grew up", "Your employer's head office", "Where you work at present",
    ])
    func `a place of the applicant's is not their home`(heading: String) {
        #expect(asked(under: heading, labels: ["Street", "City", "Postal code"]).allSatisfy { $0 == .question })
    }

    @Test(arguments: ["Mailing address", "Where do you live?", "Your address"])
    func `their home is`(heading: String) {
        #expect(asked(under: heading, labels: ["Street", "City", "Postal code"]).contains { $0 != .question })
    }

    @Test(arguments: [
        "Date of birth (DD/MM/YYYY)", "Earliest start date (MM/DD/YYYY)", "Last name (in capitals)", "電話番号（ハイフンなし）",
    ])
    func `how something is written does not change what is asked`(label: String) {
        let plain = String(label.prefix { !"(（".contains($0) })
        func asked(_ label: String) -> Asked { Classifier.classify(Field(kind: .text, label: label)) }
        #expect(asked(label) == asked(plain))
    }
}
