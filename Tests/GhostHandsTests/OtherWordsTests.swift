import Testing

@testable import GhostHands

/// The same questions and answers in other words, languages and notations.
@Suite struct OtherWordsTests {
    private func asked(_ label: String, _ kind: FieldKind = .text) -> Asked {
        Classifier.classify(Field(kind: kind, label: label))
    }

    @Test(arguments: [
        "How did you first come across us?", "How did you find out about this vacancy?",
        "Wo haben Sie unsere Stellenanzeige gesehen?", "Comment avez-vous découvert notre annonce ?",
        "¿Cómo te enteraste de nuestra empresa?", "Como soube da nossa vaga?", "Hoe heb je van ons gehoord?",
        "Jak jste se o nás dozvěděla?", "Звідки ви дізналися про нашу вакансію?",
    ])
    func `where somebody heard of the job is asked in many ways`(label: String) {
        #expect(asked(label) == .howHeard)
    }

    @Test(arguments: [
        "How would you find a job here?", "Where do you see our company in five years?",
        "How did you find your last position?", "Wo haben Sie gearbeitet?",
    ])
    func `and what only sounds like it is not`(label: String) { #expect(asked(label) != .howHeard) }

    @Test(arguments: [
        ("Województwo zamieszkania", Asked.state), ("Distrito de residência", .state), ("County you live in", .state),
        ("Bopælsland", .country), ("Provincia di residenza", .state), ("Miasto zamieszkania", .city),
        ("First day you could work", .startDate), ("Data em que pode começar", .startDate),
        ("Дата возможного выхода на работу", .startDate), ("Notice you must give", .noticePeriod),
        ("Křestní", .firstName), ("Name* First Name", .firstName), ("Name (Last, First)", .fullName),
        ("Indirizzo e numero civico", .streetAddress), ("2 → And your email address?", .email),
        ("Et votre nom de famille ?", .lastName), ("Signature (type your full name)", .fullName),
        ("Logradouro (rua ou avenida, sem o número)", .streetAddress),
    ])
    func `plain facts in words of their own`(label: String, meant: Asked) { #expect(asked(label) == meant) }

    @Test func `a name is written in the order that its label shows`() {
        var applicant = Applicant(profile: ["first_name": "Wendell", "last_name": "Sorrell"])
        applicant.answers = [:]
        let field = Field(kind: .text, label: "Name (Last, First)")
        let found = Answerer(applicant).answers(to: [field], asked: [asked(field.label)])
        #expect(found[0]?.value.plainText == "Sorrell, Wendell")
    }

    @Test func `how a name is read goes where that is asked`() {
        var applicant = Applicant(profile: ["first_name": "美咲", "last_name": "高橋"])
        applicant.answers = ["お名前のフリガナ(セイ)": "タカハシ", "お名前のフリガナ(メイ)": "ミサキ"]
        var fields = ["セイ", "メイ", "ふりがな（姓）", "フリガナ"].map { Field(kind: .text, label: $0) }
        fields[0].sections = ["フリガナ"]
        fields[1].sections = ["フリガナ"]
        let found = Answerer(applicant).answers(to: fields, asked: fields.map { asked($0.label) })
        #expect(found.map { $0?.value.plainText } == ["タカハシ", "ミサキ", "たかはし", "タカハシ ミサキ"])
    }

    @Test func `what is none of the choices is other`() {
        var list = Field(kind: .select, label: "How did you find out about this vacancy?")
        list.options = ["- Select -", "Our website", "Newspaper", "Job centre", "Other…"].map {
            FieldOption(label: $0, value: $0 == "- Select -" ? "" : $0)
        }
        list.isRequired = true
        let box = Field(kind: .text, label: "Enter other…")
        var applicant = Applicant(profile: [:])
        applicant.answers = ["Where did you hear about this job?": "Podcast interview"]
        let found = Answerer(applicant).answers(to: [list, box], asked: [asked(list.label, .select), .question])
        #expect(found.map { $0?.value.plainText } == ["Other…", "Podcast interview"])
        applicant.answers = ["Where did you hear about this job?": "LinkedIn"]
        let named = Answerer(applicant).answers(to: [list], asked: [asked(list.label, .select)])
        #expect(named.map { $0?.value.plainText } == ["LinkedIn"])
        applicant.answers = ["Where did you hear about this job?": "Newspaper"]
        let plain = Answerer(applicant).answers(to: [list, box], asked: [asked(list.label, .select), .question])
        #expect(plain.map { $0?.value.plainText } == ["Newspaper", nil])
    }

    @Test(arguments: [
        ("six weeks to the end of the quarter", "6 Wochen zum Quartalsende"), ("4 Wochen zum Monatsende", "four weeks"),
        ("one month", "1 Monat"),
    ])
    func `a period of notice is the same in any language`(left: String, right: String) {
        #expect(TimeSpan(left) == TimeSpan(right))
        #expect(TimeSpan(left) != nil)
    }

    @Test(arguments: [
        ("The week beginning Monday 14 June 2027", "2027-W24"), ("2027-W07", "2027-W07"),
        ("1 January 2027", "2026-W53"),
        ("30 December 2024", "2025-W01"), ("31 December 2026", "2026-W53"),
    ])
    func `a day is in a week`(text: String, week: String) {
        #expect(Fit.fit(.text(text), to: Field(kind: .week, label: "Week")) == .text(week))
    }

    @Test(arguments: ["14 April 2027, 2:30 pm", "2027-04-14 14:30", "2027-04-14T14:30"])
    func `a day and its time`(text: String) {
        #expect(Fit.fit(.text(text), to: Field(kind: .dateTime, label: "Slot")) == .text("2027-04-14T14:30"))
    }

    @Test func `a number fits the length of its box`() {
        var field = Field(kind: .text, label: "휴대폰")
        (field.maxLength, field.language) = (11, "ko")
        #expect(Fit.fit(.text("+82 10 2234 5678"), to: field) == .text("01022345678"))
        var shown = Field(kind: .text, label: "Mobile")
        shown.maxLength = 9
        shown.beside.before = "+962"
        #expect(Fit.fit(.text("+962 7 9018 2244"), to: shown) == .text("790182244"))
    }

    @Test(arguments: [
        ("Female", "أنثى"), ("Not applicable", "해당없음"), ("Exempt", "Muaf"), ("Advanced", "Avancé"),
        ("Occasionally", "À l'occasion"), ("BSc (Hons)", "Bachelor's Degree"), ("Remote", "Da remoto"),
        ("Tuesday", "Dienstag"),
    ])
    func `a choice is the same in any language`(wanted: String, label: String) {
        let options = ["—", "Something else", label].map { FieldOption(label: $0, value: $0) }
        #expect(OptionMatcher.match(wanted, in: options) == 2)
    }

    @Test func `a box for the very opposite gets the opposite`() {
        let label = "Check this box if you do NOT want us to contact your present employer."
        var applicant = Applicant(profile: [:])
        applicant.answers = ["May we contact your present employer?": "No"]
        let found = Answerer(applicant).answers(to: [Field(kind: .checkbox, label: label)], asked: [.question])
        #expect(found[0]?.value == .yes(true))
    }

    @Test(arguments: [
        (
            "Nie zgadzam się na wykorzystanie mojej aplikacji w przyszłych rekrutacjach",
            "Czy zgadzasz się na udział w przyszłych rekrutacjach?", "Nie", true
        ),
        ("Je m'abonne à l'infolettre de l'auberge", "Subscribe to the newsletter?", "No", false),
        ("Send me interview reminders by text message", "Would you like text message reminders?", "No", false),
    ])
    func `a box that stands for or against it gets what was answered`(
        label: String,
        given: String,
        value: String,
        ticked: Bool
    ) {
        var box = Field(kind: .checkbox, label: label)
        box.isAnswered = !ticked
        var applicant = Applicant(profile: [:])
        applicant.answers = [given: value]
        let found = Answerer(applicant).answers(to: [box], asked: [.question])[0]
        #expect(found.map { Fit.fit($0.value, to: box) } == .checked(ticked))
    }

    @Test func `pay goes where the same pay is asked for`() {
        var applicant = Applicant(profile: [:])
        applicant.answers = ["Qual é a sua pretensão salarial por mês?": "9800"]
        let asked = { (label: String) in
            var field = Field(kind: .text, label: label)
            field.isRequired = true
            return Answerer(applicant).answers(to: [field], asked: [self.asked(label)])[0]?.value.plainText
        }
        #expect(asked("Pretensão salarial mensal (R$)") == "9800")
        #expect(asked("Pretensão salarial anual (R$)") == nil)
        #expect(asked("Salário atual por mês") == nil)
    }

    @Test func `the number of a house alone`() {
        let applicant = Applicant(profile: ["location": ["street": "Oudegracht 187", "zip": "3511 LN"]])
        var field = Field(kind: .text, label: "Huisnummer")
        field.isRequired = true
        #expect(Answerer(applicant).answers(to: [field], asked: [asked("Huisnummer")])[0]?.value.plainText == "187")
    }

    @Test(arguments: [("14 days", "weeks", "2"), ("2 months", "months", "2"), ("1 year", "months", "12")])
    func `a length of time is entered in the unit behind its box`(answer: String, unit: String, entered: String) {
        var field = Field(kind: .number, label: "Notice")
        field.beside.after = unit
        #expect(Fit.fit(.text(answer), to: field) == .text(entered))
    }

    @Test func `and not where it is no whole number of them`() {
        var field = Field(kind: .number, label: "Notice")
        field.beside.after = "weeks"
        guard case .refused = Fit.fit(.text("1 month"), to: field) else {
            Issue.record("a month is no number of weeks")
            return
        }
    }

    @Test func `boxes under one question are ticked as its answer lists them`() {
        let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"].map { name in
            var field = Field(kind: .checkbox, label: name)
            field.sections = ["On which days are you free?"]
            return field
        }
        var applicant = Applicant(profile: [:])
        applicant.answers = ["Available days": "Tuesday, Thursday"]
        let found = Answerer(applicant).answers(to: days, asked: days.map { _ in .question })
        #expect(found.map { $0?.value } == [nil, .yes(true), nil, .yes(true), nil])
    }

    @Test(arguments: [("Vuoi procedere?", "Procedi"), ("Are you sure?", "Yes"), ("Czy na pewno wysłać?", "Tak")])
    func `a page that asks whether it is meant is told so`(question: String, button: String) {
        #expect(Assent.isAsked(question))
        #expect(Assent.isYes(button))
    }

    @Test func `a follow-up is answered by what was said before it`() {
        var first = Field(kind: .radio, label: "Heb je een rijbewijs?")
        first.options = ["Ja", "Nee"].map { FieldOption(label: $0, value: $0) }
        var second = Field(kind: .checkboxGroup, label: "Welke categorie?")
        second.options = ["AM", "A", "B", "BE", "C"].map { FieldOption(label: $0, value: $0) }
        (first.isRequired, second.isRequired) = (true, true)
        var applicant = Applicant(profile: [:])
        applicant.answers = ["Do you hold a driving licence?": "Yes, category B"]
        let found = Answerer(applicant).answers(to: [first, second], asked: [.question, .question])
        #expect(found[1].map { Fit.fit($0.value, to: second) } == .options([2]))
    }

    @Test func `a form that is held back demands what it does not mark`() {
        let label = "Ho letto l'informativa e acconsento al trattamento dei miei dati per la selezione."
        let box = Field(kind: .checkbox, label: label)
        var answerer = Answerer(Applicant(profile: [:]))
        #expect(answerer.answers(to: [box], asked: [asked(label, .checkbox)])[0] == nil)
        answerer.isHeldBack = true
        #expect(answerer.answers(to: [box], asked: [asked(label, .checkbox)])[0]?.value == .yes(true))
    }
}
