import Testing

@testable import GhostHands

@Suite struct ClaimTests {
    private func field(_ label: String, _ options: [String], chosen: String, _ kind: FieldKind = .radio) -> Field {
        var field = Field(kind: kind, label: label)
        field.options = options.map { FieldOption(label: $0, value: $0) }
        (field.value, field.isAnswered) = (chosen, true)
        return field
    }

    @Test func `a yes or no that the page chose is its own word`() {
        #expect(field("Do you hold a CAMS certificate?", ["Yes", "No"], chosen: "No").isClaim(.question))
        #expect(field("Haben Sie einen Führerschein?", ["Ja", "Nein"], chosen: "Ja", .select).isClaim(.question))
        #expect(field("Gender", ["Male", "Female"], chosen: "Male", .select).isClaim(.gender))
    }

    @Test func `what says nothing of the applicant is none`() {
        #expect(!field("Preferred contact", ["E-mail", "Phone"], chosen: "E-mail").isClaim(.question))
        #expect(!field("Country", ["Austria", "Belgium"], chosen: "Austria", .select).isClaim(.country))
        #expect(!field("Gender", ["Male", "Prefer not to say"], chosen: "Prefer not to say").isClaim(.gender))
        #expect(!field("Would you like our newsletter?", ["Yes", "No"], chosen: "No").isClaim(.question))
        var open = field("Do you hold a CAMS certificate?", ["Yes", "No"], chosen: "")
        open.isAnswered = false
        #expect(!open.isClaim(.question))
    }

    @Test(arguments: [("Nuvarande eller senaste anställning", HistorySection.work), ("Høyeste utdanning", .education)])
    func `a heading may say which entry it wants, in any language`(heading: String, section: HistorySection) {
        #expect(HistorySection(heading: heading) == section)
    }

    @Test func `a name that is a common word elsewhere is one only where it is spoken`() {
        func asked(_ label: String, _ language: String) -> Asked {
            var field = Field(kind: .text, label: label)
            field.language = language
            return Classifier.classify(field)
        }
        #expect(asked("İl", "tr-TR") == .city)
        #expect(asked("il", "it") == .question)
        #expect(asked("Grad", "nb-NO") == .question)
    }
}
