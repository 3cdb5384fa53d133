import Testing

@testable import GhostHands

/// Answers given to a question in another form's words.
@Suite struct LikelyAnswerTests {
    private func answer(
        _ label: String,
        _ options: [String] = [],
        _ answers: [String: String],
        required: Bool = true
    )
        -> String?
    {
        var field = Field(kind: options.isEmpty ? .textarea : .radio, label: label)
        field.options = options.map { FieldOption(label: $0, value: $0) }
        field.isRequired = required
        var applicant = Applicant(profile: [:])
        applicant.answers = answers
        return Answerer(applicant).answers(to: [field], asked: [.question])[0]?.value.plainText
    }

    private static let yesNo = ["Yes", "No"]

    @Test(arguments: [
        ("Have you managed people before?", "Do you have experience managing people?"),
        ("Can you work on call (one week in five)?", "Can you work on call?"),
        ("Do you have your own transport?", "Do you have transport?"),
    ])
    func `a yes belongs where both questions are about the same`(label: String, given: String) {
        #expect(answer(label, Self.yesNo, [given: "Yes"]) == "Yes")
    }

    @Test(arguments: [
        ("Sind Sie zur Schichtarbeit bereit?", "Schichtbereitschaft", ["Ja", "Nein"], "Ja"),
        ("Чи готові працювати у нічні зміни?", "Готовність до нічних змін", ["Так", "Ні"], "Так"),
        ("Disposez-vous d'un véhicule personnel ?", "Disposez-vous d'un véhicule ?", ["Oui", "Non"], "Oui"),
    ])
    func `also in other languages`(label: String, given: String, options: [String], value: String) {
        #expect(answer(label, options, [given: value]) == value)
    }

    @Test(arguments: [
        ("Are you willing to relocate to Texas?", "Are you willing to relocate?"),
        ("Have you managed a budget?", "Do you have experience managing people?"),
        ("Do you have no transport?", "Do you have transport?"),
        ("Do you have experience with children?", "Do you have children?"),
        ("Do you have experience with Java (at least 5 years)?", "Do you have experience with Java?"),
    ])
    func `and nowhere else`(label: String, given: String) {
        #expect(answer(label, Self.yesNo, [given: "Yes"]) == nil)
    }

    @Test func `an answer that is word for word a choice belongs to it`() {
        let rights = ["British citizen", "Settled status under the EU Settlement Scheme", "Skilled Worker visa"]
        let label = "What is the basis of your right to work in the UK?"
        #expect(answer(label, rights, ["Right to work in the UK": rights[1]]) == rights[1])
        #expect(
            answer("Preferred office", ["Austin", "Boston"], ["Which of our offices would you like?": "Austin"])
                == "Austin"
        )
        let modes = ["On site", "Hybrid", "Remote"]
        let given = ["Do you want to work on site, hybrid or remote?": "Hybrid"]
        #expect(answer("How would you like to work?", modes, given, required: false) == "Hybrid")
    }

    @Test(arguments: [
        ("Preferowana forma współpracy", "Jaką formę zatrudnienia Pani/Pan preferuje?", "B2B", "Kontrakt B2B"),
        ("Arbetsform (distans eller kontor)", "Vill du arbeta på kontor, hybrid eller på distans?", "Hybrid", "Hybrid"),
        ("Work arrangement", "Home office or office?", "Remote", "Remote only"),
        ("SÜRÜCÜ BELGENİZ", "Hangi sınıf ehliyetiniz var?", "B", "B sınıfı"),
        ("Führerscheinklasse", "Which driving licence do you hold?", "B", "Klasse B"),
        ("Talla de camiseta", "T-shirt size", "M", "M"),
    ])
    func `a subject is the same in any words and languages`(label: String, given: String, value: String, chosen: String)
    {
        let choices = ["Umowa o pracę", "Hybrid", "Kontrakt B2B", "Remote only", "B sınıfı", "Klasse B", "M"]
        var field = Field(kind: .select, label: label)
        field.options = (choices.filter { $0 == chosen || !$0.contains("B") }).map { FieldOption(label: $0, value: $0) }
        field.isRequired = true
        var applicant = Applicant(profile: [:])
        applicant.answers = [given: value]
        let found = Answerer(applicant).answers(to: [field], asked: [.question])[0]?.value
        guard let found, case .options(let places) = Fit.fit(found, to: field) else {
            Issue.record("nothing was found")
            return
        }
        #expect(places.map { field.options[$0].label } == [chosen])
    }

    @Test(arguments: [
        ("Seyahat engeliniz var mı?", ["Var", "Yok"], "Seyahat etmenize engel bir durum var mı?", "Hayır, yok"),
        ("Can you work at weekends?", ["Yes", "No"], "Können Sie am Wochenende arbeiten?", "Ja"),
    ])
    func `a yes or no as well`(label: String, options: [String], given: String, value: String) {
        #expect(answer(label, options, [given: value]) == value)
    }

    @Test(arguments: [
        ("Can you work nights?", "Can you work at weekends?"), ("Do you own a car?", "Do you have a driving licence?"),
        ("Do you work with children?", "Do you have relatives here?"),
        ("Can you work remotely?", "Can you work on site?"),
    ])
    func `another subject is another question`(label: String, given: String) {
        #expect(answer(label, Self.yesNo, [given: "Yes"]) == nil)
    }

    @Test(arguments: [("Why this job?", "Why do you want to work with us?"), ("Cover letter", "Motivation letter")])
    func `free words go to a question about the same`(label: String, given: String) {
        #expect(answer(label, [], [given: "I like the trails."]) == "I like the trails.")
    }

    @Test func `another language, another time and another person are another question`() {
        let levels = ["A1", "B2", "C1"]
        #expect(answer("Level of Spanish", levels, ["Level of English": "C1"]) == nil)
        #expect(answer("Previous office", ["Austin", "Boston"], ["Office": "Austin"]) == nil)
        #expect(answer("Your partner's office", ["Austin", "Boston"], ["Office": "Austin"]) == nil)
    }

    @Test func `what two answers would fit gets neither`() {
        let given = ["Which office would you choose?": "Austin", "Office of choice": "Boston"]
        #expect(answer("Nearest office", ["Austin", "Boston"], given) == nil)
    }

    @Test func `words of one's own go where both ask about the same`() {
        let label = "What makes you a good fit for this role?"
        #expect(
            answer(label, [], ["Why are you a good fit?": "I have run it for years."]) == "I have run it for years."
        )
        #expect(answer("Why do you want to leave?", [], ["Why do you want to join?": "The team."]) == nil)
    }

    @Test(arguments: [
        ("How many years of experience do you have with Go?", "6 years", "6"),
        ("Wie viele Jahre Berufserfahrung haben Sie?", "6 Jahre", "6"),
        ("How long have you worked with Go?", "6 years", "6 years"),
    ])
    func `how many is answered with a number`(label: String, given: String, entered: String) {
        #expect(Fit.fit(.text(given), to: Field(kind: .text, label: label)) == .text(entered))
    }

    @Test(arguments: [("twee maanden", "2 maanden"), ("drei Monate", "3 Monate"), ("due settimane", "2 settimane")])
    func `times in words are those in figures`(words: String, figures: String) {
        #expect(TimeSpan(words) == TimeSpan(figures))
        #expect(TimeSpan(words) != nil)
    }

    @Test(arguments: [
        ("Diese Stellenausschreibung ist abgelaufen.", true), ("Bewerbungen werden nicht mehr angenommen.", true),
        ("Les candidatures ne sont plus acceptées.", true), ("Bewerbungen werden gern angenommen.", false),
    ])
    func `closed postings say so in more words`(text: String, isClosed: Bool) {
        #expect((PostingWording.closed(in: "Einkauf\n\(text)\nVorname", ofThis: true) != nil) == isClosed)
    }

    @Test func `what says that it is no application is none`() {
        #expect(
            PostingWording.isNoApplication("La inscripción a la visita no constituye una candidatura a ningún puesto.")
        )
        #expect(!PostingWording.isNoApplication("Send us your application by Friday."))
    }

    @Test(arguments: [
        "Wyrażam zgodę na przetwarzanie moich danych osobowych w celu prowadzenia niniejszej rekrutacji.",
        "Ich willige in die Verarbeitung meiner Daten zur Bearbeitung dieser Bewerbung ein.",
        "Hyväksyn tietosuojaselosteen ja tietojeni käsittelyn rekrytointia varten.",
        "Jeg giver samtykke til behandling af mine personoplysninger i forbindelse med denne ansøgning",
        "Vakuutan antamani tiedot oikeiksi",
    ])
    func `consents to this very application are mere`(label: String) { #expect(Agreement.isMere(label)) }

    @Test(arguments: [
        "Wyrażam zgodę na przetwarzanie moich danych osobowych w przyszłych rekrutacjach.",
        "Ich willige in die Verarbeitung meiner Daten für weitere Stellen ein.",
        "Hyväksyn tietojeni käsittelyn markkinointia varten.",
        "Jeg giver samtykke til behandling af mine personoplysninger i op til fem år",
    ])
    func `consents to more are not`(label: String) { #expect(!Agreement.isMere(label)) }
}
