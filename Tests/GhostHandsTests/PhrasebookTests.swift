import Testing

@testable import GhostHands

/// Questions in other languages and in other turns of phrase are read by the same rules.
@Suite struct PhrasebookTests {
    private let ines = Applicant(
        profile: [
            "first_name": "Ines", "last_name": "Keller",
            "location": ["city": "Denver", "state": "CO", "country": "US"], "work_authorization": "US Citizen",
            "years_of_experience": 8,
            "work_history": [
                ["company": "Quarry Labs", "title": "Senior Software Engineer", "start_date": "2019-01"],
                ["company": "Fold", "title": "Software Engineer", "start_date": "2017-01", "end_date": "2018-12"],
            ],
            "skills": ["Ruby", "Node.js", "SQL"],
        ],
        answers: [
            "Do you need us to sponsor a visa?": "No", "Have you ever been convicted of a crime?": "No",
            "Are you willing to relocate?": "Yes", "How much notice do you give?": "3 weeks",
            "Have you worked for this company before?": "No", "How did you find this job?": "Indeed",
            "When can you begin?": "2027-02-01", "How well do you speak English?": "Native",
            "Do you have a valid driver's license?": "Yes", "Are you over 18?": "Yes",
            "Is some business travel fine with you?": "Yes", "Do you agree to a background check?": "Yes",
            "Years working with Ruby": "5",
        ]
    )

    private func answer(_ label: String, _ options: [String] = []) -> String? {
        var field = Field(kind: options.isEmpty ? .text : .radio, label: label)
        field.options = options.map { FieldOption(label: $0, value: $0) }
        return Answerer(ines).answers(to: [field], asked: [Classifier.classify(field)])[0]?.value.plainText
    }

    @Test(arguments: [
        ("Verfügst du über einen gültigen Führerschein?", ["Ja", "Nein"], "Ja"),
        ("Haben Sie schon einmal für unser Unternehmen gearbeitet?", ["Ja", "Nein"], "Nein"),
        ("Können Sie sich vorstellen, für diese Stelle umzuziehen?", ["Ja", "Nein"], "Ja"),
        ("Bist du volljährig?", ["Ja", "Nein"], "Ja"),
        ("Disposez-vous d'un permis de conduire valide ?", ["Oui", "Non"], "Oui"),
        ("As-tu déjà travaillé chez nous ?", ["Oui", "Non"], "Non"),
        ("Êtes-vous disposé à voyager ?", ["Oui", "Non"], "Oui"),
        ("¿Posee licencia de conducir?", ["Sí", "No"], "Sí"),
        ("¿Ha trabajado antes en nuestra empresa?", ["Sí", "No"], "No"),
        ("Você possui carteira de motorista?", ["Sim", "Não"], "Sim"),
        ("Sei disposto a trasferirti?", ["Sì", "No"], "Sì"),
        ("Ben je bereid te reizen voor werk?", ["Ja", "Nee"], "Ja"),
        ("Har du körkort?", ["Ja", "Nej"], "Ja"),
        ("Sind gelegentliche Dienstreisen für Sie in Ordnung?", ["Ja", "Nein"], "Ja"),
        ("Sind Sie jünger als 18 Jahre?", ["Ja", "Nein"], "Nein"),
        ("Haben Sie mindestens fünf Jahre Erfahrung mit Ruby?", ["Ja", "Nein"], "Ja"),
        ("Seriez-vous prêt(e) à déménager pour occuper ce poste ?", ["Oui", "Non"], "Oui"),
        ("Avez-vous moins de 18 ans ?", ["Oui", "Non"], "Non"),
        ("¿Requieres, ahora o más adelante, que la empresa patrocine tu visa?", ["Sí", "No"], "No"),
        ("Já trabalhou connosco anteriormente?", ["Sim", "Não"], "Não"),
        ("Hai già lavorato in passato per la nostra azienda?", ["Sì", "No"], "No"),
        ("Ben je jonger dan 18 jaar?", ["Ja", "Nee"], "Nee"),
        ("Behöver du visumsponsring, nu eller i framtiden?", ["Ja", "Nej"], "Nej"),
        ("Er det greit for deg med noe reisevirksomhet i jobben?", ["Ja", "Nei"], "Ja"),
        ("Czy posiada Pani/Pan ważne prawo jazdy?", ["Tak", "Nie"], "Tak"),
        ("您是否愿意为这份工作搬到其他城市？", ["愿意", "不愿意"], "愿意"), ("現在、アメリカにお住まいですか？", ["はい", "いいえ"], "はい"),
        ("現在または将来、就労ビザのスポンサーが必要ですか？", ["必要", "不要"], "不要"),
        ("업무상 가끔 출장을 가실 수 있습니까?", ["예", "아니오"], "예"),
    ])
    func `yes and no are found in other languages`(label: String, options: [String], expected: String) {
        #expect(answer(label, options) == expected)
    }

    @Test(arguments: [
        ("Ab welchem Zeitpunkt sind Sie verfügbar?", "2027-02-01"), ("Wie lang ist deine Kündigungsfrist?", "3 weeks"),
        ("Quel est le délai de votre préavis ?", "3 weeks"), ("¿Cuándo puedes comenzar?", "2027-02-01"),
        ("Quanti anni di esperienza hai con Ruby?", "5"), ("Hoeveel jaar ervaring heb je met Ruby?", "5"),
        ("Earliest start date / Frühester Eintrittstermin", "2027-02-01"),
        ("How did you hear of us? Where did you find this job?", "Indeed"),
        ("Når kan du tidligst begynne hos oss?", "2027-02-01"),
        ("最早可到岗时间", "2027-02-01"), ("입사 가능일", "2027-02-01"), ("Unde locuiți?", "Denver, CO, US"),
    ])
    func `values are found in other languages`(label: String, expected: String) {
        #expect(answer(label) == expected)
    }

    @Test(arguments: [
        "Haben Sie einen Führerschein der Klasse C?", "Besitzen Sie einen Staplerschein?",
        "Hast du nicht schon bei uns gearbeitet?", "Avez-vous le permis poids lourd ?",
        "¿Tiene licencia de conducir profesional?", "Have you used Ruby on a team of fifty?",
        "Is it true that you do not need a visa sponsor?", "Do you have experience with Rust?",
    ])
    func `what narrows or denies is left in every language`(label: String) {
        #expect(answer(label, ["Ja", "Nein"]) == nil)
        #expect(answer(label, ["Yes", "No"]) == nil)
    }

    @Test(arguments: [
        ("Do you live in the greater Denver area?", "Yes"), ("Are you based in the San Francisco Bay Area?", "No"),
        ("Do you live in New York City?", "No"), ("Do you have experience with SQL and Node.js?", "Yes"),
        ("Have you been found guilty of any crime other than a traffic violation?", "No"),
        ("Are you eligible to work in the United States without restriction?", "Yes"),
        ("Do you have at least 7 years of software development experience?", "Yes"),
    ])
    func `conditions are held to the facts`(label: String, expected: String) {
        #expect(answer(label, ["Yes", "No"]) == expected)
    }

    @Test func `a choice that is a sentence is held to the facts`() {
        let options = [
            "I am authorized to work in the US and do not require sponsorship", "I require sponsorship",
            "I will require sponsorship in the future",
        ]
        #expect(answer("Work status", options) == nil || answer("Work status", options) == options[0])
        #expect(
            answer(
                "Which is true?",
                ["I can work in the US without sponsorship", "I need sponsorship now", "I will need sponsorship later"]
            ) == "I can work in the US without sponsorship"
        )
        #expect(answer("English level", ["Basic", "Good", "Fluent"]) == "Fluent")
    }

    @Test(arguments: [
        ("Confirmez-vous n'avoir besoin d'aucun parrainage de visa ?", ["Oui", "Non"]),
        ("Wurden Sie noch nie verurteilt?", ["Ja", "Nein"]), ("您是否从未在本公司任职？", ["是", "否"]),
        ("この求人について不満はありますか？", ["はい", "いいえ"]), ("이 직무를 싫어하십니까?", ["예", "아니오"]),
    ])
    func `a denial, or a word that is not known, leaves the question open`(label: String, options: [String]) {
        #expect(answer(label, options) == nil)
    }
}
