import Testing

@testable import GhostHands

/// What pages say in words of their own, and what it means.
@Suite struct OwnWordsOfPagesTests {
    @Test(arguments: [
        "This position has been filled.", "We are no longer accepting applications.", "Applications are closed",
        "Diese Stelle ist nicht mehr verfügbar.", "Cette offre n'est plus disponible.",
        "Esta oferta ya no está disponible.",
        "Hakuaika on päättynyt 15.3.2026. Kiitos!", "Die Bewerbungsfrist ist am 15. März abgelaufen.",
        "Ansökningstiden har gått ut", "Proceso cerrado el 30 de septiembre de 2026.", "No se admiten más candidaturas",
        "Applications for this role closed on 15 March 2024.", "募集は終了しました",
    ])
    func `a posting that is closed though its form stands there`(text: String) {
        #expect(PostingWording.closed(in: "Buyer\n\(text)\nFirst name", ofThis: true) != nil)
    }

    @Test(arguments: [
        "This position closes on 30 December 2026.", "Your application has been filled in from your resume.",
        "Has this position been filled?", "Applications will be closed once the position has been filled.",
        "Senior Buyer in Leeds: the role of the deputy has been filled by an agency already",
        "Вакансія «Перекладач» закрита", "The position “Night porter” has been filled.",
        "This role is closed to contractors.", "Applications to the programme of the year before last are closed",
    ])
    func `a posting that is open`(text: String) {
        #expect(PostingWording.closed(in: "Buyer\n\(text)\nFirst name", ofThis: true) == nil)
    }

    @Test(arguments: [
        (["Register"], "Register for our Career Open Day"), (["Reserve my seat"], "Hiring event in Denver"),
        (["Anmelden"], "Anmeldung zum Karrieretag"),
    ])
    func `an event is no application`(buttons: [String], heading: String) {
        #expect(PostingWording.registersForEvent(buttons, under: heading))
    }

    @Test(arguments: [
        (["Submit application"], "Career Day Coordinator"), (["Register Now"], "Workshop Registration"),
        (["Apply"], "Event manager for career fairs"), (["Send"], "Event manager for career fairs"),
    ])
    func `a job about events is one`(buttons: [String], heading: String) {
        #expect(!PostingWording.registersForEvent(buttons, under: heading))
    }

    @Test(arguments: [
        "Send me marketing emails about products", "Ich möchte den Newsletter erhalten", "Send me job alerts",
    ])
    func `news that a page ordered is called off`(label: String) {
        var field = Field(kind: .checkbox, label: label)
        (field.value, field.isAnswered) = ("true", true)
        let answers = Answerer(Applicant(profile: [:])).answers(to: [field], asked: [.question])
        #expect(answers[0]?.value == .yes(false))
    }

    @Test(arguments: ["I accept the terms and the newsletter", "I have a driving licence"])
    func `what else a page ticked stays`(label: String) {
        var field = Field(kind: .checkbox, label: label)
        (field.value, field.isAnswered) = ("true", true)
        #expect(Answerer(Applicant(profile: [:])).answers(to: [field], asked: [.question]) == [nil])
    }

    @Test(arguments: [
        "Why us? (max. 40 characters)", "Why us? (maximum 200 words)", "Why us? (up to 500 characters)",
        "Why us? (máx. 500 caracteres)",
    ])
    func `how long an answer may be changes no question`(label: String) {
        let applicant = Applicant(profile: [:], answers: ["Why us?": "Trucks."])
        let answer = Answerer(applicant).answers(to: [Field(kind: .textarea, label: label)], asked: [.question])[0]
        #expect(answer?.value.plainText == "Trucks.")
    }

    @Test func `a type that is asked for is no note`() {
        #expect(FormatNote.removed(from: "Phone (type)") == "Phone (type)")
        #expect(FormatNote.removed(from: "Signature (type your full name)") == "Signature")
    }

    @Test(arguments: [
        ("60 days", "2 Months"), ("2 weeks", "14 days"), ("3 Monate", "90 days"), ("Immediate", "0 days"),
    ])
    func `notice is told in other units`(wanted: String, label: String) {
        let options = ["15 days or less", label, "1 Month", "6 months"].map { FieldOption(label: $0, value: $0) }
        #expect(OptionMatcher.match(wanted, in: options) == 1)
    }

    @Test func `four weeks are no month`() {
        let options = ["1 month", "2 months"].map { FieldOption(label: $0, value: $0) }
        #expect(OptionMatcher.match("4 weeks", in: options) == nil)
    }

    @Test func `an agreement whose heading says to what`() {
        var field = Field(kind: .checkbox, label: "同意する")
        field.isRequired = true
        field.sections = ["個人情報の取り扱い必須"]
        #expect(Agreement.isMere(field))
        field.sections = ["給与の返還"]
        #expect(!Agreement.isMere(field))
    }

    @Test func `a page that only asks for agreement`() {
        #expect(Agreement.isGiven(by: "I Accept"))
        #expect(!Agreement.isGiven(by: "I Decline"))
        #expect(!Agreement.isGiven(by: "Accept and submit application"))
    }

    @Test func `a question with its heading`() {
        var field = Field(kind: .text, label: "Name")
        field.sections = ["Professional Reference 1"]
        let applicant = Applicant(profile: ["first_name": "Ann"], answers: ["Professional reference 1: name": "Bo Li"])
        let asked = Classifier.classify(together: [field])
        #expect(Answerer(applicant).answers(to: [field], asked: asked)[0]?.value.plainText == "Bo Li")
    }

    @Test func `a plain request is no question`() {
        #expect(PlainRequest.isMade(by: "Please check one of the boxes below:"))
        #expect(!PlainRequest.isMade(by: "Please select your gender"))
        #expect(!PlainRequest.isMade(by: "Select"))
    }

    @Test func `a statement in the negative is true where its question was answered with no`() {
        var field = Field(kind: .radio, label: "I have no unspent criminal convictions")
        field.options = ["True", "False"].map { FieldOption(label: $0, value: $0) }
        let applicant = Applicant(profile: [:], answers: ["Do you have any unspent criminal convictions?": "No"])
        #expect(Answerer(applicant).answers(to: [field], asked: [.question])[0]?.value.plainText == "True")
    }

    @Test func `a form that only writes to somebody is no application`() {
        #expect(OtherAct.writes(["Send message"], under: "Contact our people team"))
        #expect(!OtherAct.writes(["Send"], under: "Contact form: apply for this job"))
        #expect(!OtherAct.writes(["Submit application"], under: "Contact us"))
        #expect(!OtherAct.writes(["Send"], under: "Your contact details"))
        #expect(!OtherAct.writes(["Absenden"], under: "Kontakt"))
        #expect(!OtherAct.writes(["Invia"], under: "Contatti"))
    }

    @Test(arguments: [
        "Date of birth (DD-MMM-YYYY)", "Date of birth (with slashes)", "Téléphone (10 chiffres)",
        "Mobile (with country code, digits only)",
    ])
    func `how something is to be written is no condition`(label: String) {
        #expect(FormatNote.removed(from: label) != label)
    }

    @Test(arguments: ["Mobile (work)", "Address (United Kingdom)", "Name (first)", "Phone (country code)"])
    func `what else stands in brackets is one`(label: String) {
        #expect(FormatNote.removed(from: label) == label)
    }

    @Test(arguments: ["Sì", "예", "Evet", "Ja", "Tak", "Oui"])
    func `a box is ticked by yes in any language`(yes: String) {
        #expect(Fit.fit(.text(yes), to: Field(kind: .checkbox, label: "Consenso")) == .checked(true))
    }

    @Test func `a closed posting is called by the page's own name`() {
        let text = "Night porter\nThe position “Night porter” has been filled."
        #expect(PostingWording.closed(in: text, ofThis: true) != nil)
    }

    @Test(arguments: ["İlan bildirimi al", "Értesítést kérek", "职位提醒", "Hakuvahti", "Recibir alertas"])
    func `news of jobs is no application in any language`(button: String) {
        #expect(PostingWording.asksForNews([button]))
    }

    @Test(arguments: [
        "Selecione", "Bitte wählen", "Wählen Sie ein Land", "-- Sélectionner --", "Seleccione una opción", "Seçiniz",
        "Выберите", "選択してください", "선택하세요", "请选择", "Επιλέξτε", "Please select", "Choose an option", "Kies een optie",
    ])
    func `what asks to choose is no choice`(label: String) {
        #expect(FieldOption(label: label, value: label).isPlaceholder)
    }

    @Test(arguments: ["Choose not to say", "Select Medical", "Alege Bank", "선택 안 함", "Kies & Co", "Pick n Pay Stores"])
    func `what begins like that may be one`(label: String) {
        #expect(!FieldOption(label: label, value: label).isPlaceholder)
    }

    @Test func `a box that opens a chat is no application`() {
        let mail = Field(kind: .email, label: "Chatta med oss")
        #expect(OtherAct.chats([mail], under: "Starta"))
        #expect(!OtherAct.chats([Field(kind: .email, label: "E-post")], under: "Skicka"))
        #expect(!OtherAct.chats([Field(kind: .email, label: "E-mail")], under: "Live Chat Agent Apply now"))
    }

    @Test func `a survey of applicants is no application`() {
        #expect(OtherAct.concernsApplication(["Submit"], under: "How was your application experience?"))
        #expect(!OtherAct.concernsApplication(["Submit application"], under: "Candidate Experience Manager"))
    }

    @Test func `what an agency fills in is not the applicant's`() {
        var field = Field(kind: .email, label: "Email")
        field.sections = ["Agency use only (leave blank if you apply yourself)"]
        #expect(Classifier.classify(field) == .question)
    }

    @Test func `pay that answers the very question is for the time that it names`() {
        let applicant = Applicant(profile: [:], answers: ["Pretensão salarial (R$ por mês)": "9500"])
        let field = Field(kind: .text, label: "Pretensão salarial (R$ por mês)")
        let answer = Answerer(applicant).answers(to: [field], asked: Classifier.classify(together: [field]))[0]
        #expect(answer?.value.plainText == "9500")
        #expect(answer?.refusal == nil)
    }

    @Test(arguments: ["2 měsíce", "2 kuukautta", "2 месяца"])
    func `months are told in more languages`(label: String) {
        let options = ["1", label, "3"].map { FieldOption(label: $0, value: $0) }
        #expect(OptionMatcher.match("2 months", in: options) == 1)
    }
}
