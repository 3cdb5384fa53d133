import Testing

@testable import GhostHands

/// What is agreed to on an applicant's behalf in other languages (docs/decisions/0005).
@Suite struct AgreementAbroadTests {
    @Test(arguments: [
        "Ich habe die Datenschutzerklärung gelesen und stimme der Verarbeitung meiner Daten zu.",
        "Hiermit bestätige ich, dass ich die Datenschutzhinweise zur Kenntnis genommen habe",
        "J'accepte que mes données personnelles soient traitées dans le cadre de ma candidature",
        "J’ai lu et j’accepte la politique de confidentialité", "He leído y acepto la política de privacidad",
        "Li e concordo com os termos de uso",
        "Ho letto l'informativa sulla privacy e acconsento al trattamento dei dati personali",
        "Ik heb de privacyverklaring gelezen en ga akkoord",
        "Wyrażam zgodę na przetwarzanie moich danych osobowych w celach rekrutacyjnych",
        "Jag har läst och accepterar integritetspolicyn", "Jeg har læst og accepterer privatlivspolitikken",
        "Jeg samtykker til behandling av mine personopplysninger", "Hyväksyn henkilötietojeni käsittelyn",
        "Souhlasím se zpracováním osobních údajů", "KVKK aydınlatma metnini okudum ve kabul ediyorum",
        "Я согласен на обработку персональных данных", "Я даю згоду на обробку моїх персональних даних",
        "個人情報の取り扱いに同意します", "プライバシーポリシーに同意する（必須）", "我已阅读并同意《隐私政策》",
        "개인정보 수집 및 이용에 동의합니다 (필수)", "أوافق على سياسة الخصوصية",
    ])
    func `the terms of an application are agreed to in every language`(label: String) {
        #expect(Agreement.isMere(label))
        #expect(Classifier.classify(Field(kind: .checkbox, label: label)) == .consent)
    }

    @Test(arguments: [
        "I confirm that the information given is true and I have read the privacy policy.",
        "I have read and accept the privacy notice of Harbour Freight Ltd.",
        "Jeg bekrefter at opplysningene er riktige og samtykker til at kommunen behandler dem.",
        "Ik verklaar dit formulier naar waarheid te hebben ingevuld",
        "J'accepte que mes données soient utilisées pour l'étude de ma candidature (RGPD).",
        "Dichiaro di aver preso visione dell'informativa privacy",
        "Ich versichere, dass alle Angaben richtig sind, und stimme der Datenschutzerklärung zu",
    ])
    func `clauses of which each only agrees are agreed to`(label: String) {
        #expect(Agreement.isMere(label))
    }

    @Test(arguments: [
        "I confirm that the information given is true and I am over 18",
        "I accept the privacy notice and wish to receive offers of Harbour Freight",
        "I have read the privacy notice of Harbour Freight and its partners",
        "Jeg samtykker til at kommunen deler opplysningene",
        "Ich akzeptiere die Datenschutzerklärung und möchte in den Talentpool",
        "Dichiaro di aver preso visione dell'informativa e di avere la patente",
    ])
    func `a clause that says more is not`(label: String) {
        #expect(!Agreement.isMere(label))
    }

    @Test(arguments: [
        "Ich stimme der Speicherung meiner Daten im Talentpool zu", "Ich möchte den Newsletter erhalten",
        "J'accepte que mes données soient transmises à des partenaires", "Acepto recibir publicidad",
        "Acconsento al trattamento dei dati personali per finalità di marketing",
        "Wyrażam zgodę na przetwarzanie moich danych osobowych w przyszłych rekrutacjach",
        "Согласен на обработку персональных данных и получение рассылки", "個人情報を第三者に提供することに同意します",
        "同意接收营销信息", "마케팅 정보 수신에 동의합니다", "Ich bin mindestens 18 Jahre alt", "Ik ga akkoord met een drugstest",
    ])
    func `one word more may give away what the applicant would not`(label: String) {
        #expect(!Agreement.isMere(label))
    }
}

@Suite struct OrderOfNamesTests {
    private func name(_ first: String, _ last: String, _ label: String, country: String? = nil) -> String? {
        var profile: [String: JSON] = ["first_name": .string(first), "last_name": .string(last)]
        if let country { profile["location"] = ["country": .string(country)] }
        let field = Field(kind: .text, label: label)
        return Answerer(Applicant(profile: Profile(.object(profile))))
            .answers(to: [field], asked: Classifier.classify(together: [field]))[0]?.value.plainText
    }

    @Test(arguments: [
        ("Surname, First name", "Whitfield, Nora"), ("Last name / First name", "Whitfield Nora"),
        ("Nachname und Vorname", "Whitfield Nora"), ("Full name", "Nora Whitfield"),
    ])
    func `a label may say in which order a name is wanted`(label: String, wanted: String) {
        #expect(name("Nora", "Whitfield", label) == wanted)
    }

    @Test func `a name in Chinese or Korean begins with the family's`() {
        #expect(name("小明", "王", "姓名") == "王小明")
        #expect(name("민준", "김", "성명") == "김민준")
        #expect(name("太郎", "山田", "氏名", country: "Japan") == "山田 太郎")
    }

    @Test func `a box for an initial gets one letter`() {
        var field = Field(kind: .text, label: "M.I.")
        field.maxLength = 1
        let applicant = Applicant(profile: ["first_name": "Nora"], answers: ["Middle name": "Jane"])
        let asked = Classifier.classify(field)
        #expect(Answerer(applicant).answers(to: [field], asked: [asked])[0]?.value.plainText == "J")
    }
}

@Suite struct LatestFirstTests {
    private func ends(_ entries: JSON...) -> [String?] {
        Engagement.latestFirst(entries.map { Engagement($0.object ?? [:]) }).map(\.organization)
    }

    @Test func `a history is told from its end, however it was listed`() {
        let old: JSON = ["institution": "A", "degree": "BS", "graduation_year": 2017]
        let new: JSON = ["institution": "B", "degree": "MBA", "graduation_year": 2021]
        #expect(ends(old, new) == ["B", "A"])
        #expect(ends(new, old) == ["B", "A"])
        let past: JSON = ["company": "C", "title": "x", "start_date": "2017-09", "end_date": "2020-05"]
        let now: JSON = ["company": "D", "title": "y", "start_date": "2020-06"]
        #expect(ends(past, now) == ["D", "C"])
    }

    @Test func `one that does not tell when it ended leaves the order as it was`() {
        let undated: JSON = ["institution": "A", "degree": "BS"]
        let dated: JSON = ["institution": "B", "degree": "MBA", "graduation_year": 2021]
        #expect(ends(undated, dated) == ["A", "B"])
    }
}

@Suite struct QuestionsInOtherWordsTests {
    private func answer(_ key: String, _ value: String, _ field: Field) -> String? {
        Answerer(Applicant(profile: [:], answers: [key: value]), today: "2026-11-29")
            .answers(to: [field], asked: [Classifier.classify(field)])[0]?.value.plainText
    }

    private func choice(_ label: String, _ options: String...) -> Field {
        var field = Field(kind: .radio, label: label)
        field.options = options.map { FieldOption(label: $0, value: $0) }
        return field
    }

    @Test func `who told the day of their birth told their age`() {
        let field = choice("Are you 18 years of age or older?", "Yes", "No")
        #expect(answer("What is your date of birth?", "1994-03-12", field) == "Yes")
        #expect(answer("Date of birth", "2009-03-12", field) == "No")
    }

    @Test(arguments: [
        ("What level of security clearance do you hold?", "What security clearance do you currently hold?"),
        ("May we contact your present employer?", "May we contact your current employer?"),
        ("Desired hourly rate", "What is your desired hourly rate?"),
        (
            "Are you legally entitled to work in Canada?",
            "Are you legally entitled to work in Canada? / Êtes-vous légalement autorisé à travailler au Canada ?"
        ),
    ])
    func `a question in other words is the same`(given: String, asked: String) {
        #expect(answer(given, "Secret", Field(kind: .text, label: asked)) == "Secret")
    }

    @Test(arguments: [
        ("What salary do you have?", "What is your current salary?"),
        ("Do you hold a security clearance?", "What security clearance do you hold?"),
    ])
    func `one that asks something else is not`(given: String, asked: String) {
        #expect(answer(given, "Yes", Field(kind: .text, label: asked)) == nil)
    }

    @Test func `a heading over a field alone is its question`() {
        var field = choice("Position", "Driver", "Dispatcher")
        field.sections = ["Choose the position you want to apply for"]
        #expect(answer("Choose the position you want to apply for", "Dispatcher", field) == "Dispatcher")
    }

    @Test func `a driver's license of a class is asked for in other languages`() {
        let field = choice("Haben Sie einen Führerschein der Klasse B?", "Ja", "Nein")
        #expect(answer("Do you have a class B driver's licence?", "Yes", field) == "Ja")
    }

    @Test func `a status is chosen from a list by what the profile says of it`() {
        var field = choice(
            "What is your current US work authorization status?",
            "U.S. citizen or national",
            "Lawful permanent resident",
            "H-1B",
            "Other"
        )
        field.kind = .select
        let applicant = Applicant(profile: ["work_authorization": "US Citizen"])
        #expect(QuestionReading(field.label)?.scope == [])
        let answers = Answerer(applicant).answers(to: [field], asked: [Classifier.classify(field)])
        #expect(answers[0]?.value.plainText == "U.S. citizen or national")
    }

    @Test func `a community of talents is no application`() {
        #expect(PostingWording.keepsInTouch(["Join"], under: "Join our talent community"))
        #expect(!PostingWording.keepsInTouch(["Apply"], under: "Join our talent community"))
        #expect(!PostingWording.keepsInTouch(["Submit application"], under: "Talent community manager"))
    }
}
