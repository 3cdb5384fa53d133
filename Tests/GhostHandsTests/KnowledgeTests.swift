import Testing

@testable import GhostHands

/// What follows from a profile and from answers in other words, kind by kind.
@Suite struct KnowledgeTests {
    private let omar = Applicant(
        profile: [
            "first_name": "Omar", "last_name": "Haddad", "email": "omar@example.com",
            "location": ["city": "Denver", "state": "CO", "country": "US"], "work_authorization": "US Citizen",
            "salary_expectation": "$120,000", "years_of_experience": 7,
            "education": [
                ["institution": "Colorado State", "degree": "MS", "field": "Statistics", "graduation_year": 2018]
            ],
            "work_history": [["company": "Quarry Labs", "title": "Analyst", "start_date": "2019-01"]],
            "skills": ["R", "SQL"],
        ],
        answers: [
            "Do you need us to sponsor a visa?": "No", "Have you ever been convicted of a crime?": "No",
            "Years working with SQL": "5", "Are you willing to relocate?": "No",
            "How much notice do you give?": "3 weeks",
            "Have you worked for this company before?": "No", "Do you agree to a background check?": "Yes",
            "How did you find this job?": "Indeed", "When can you begin?": "2027-02-01",
            "How well do you speak English?": "Native",
            "Could you come to the office two days a week?": "Yes", "Are you over 18?": "Yes",
        ]
    )

    private func answer(_ label: String, _ kind: FieldKind = .radio, _ options: [String] = ["Yes", "No"]) -> String? {
        var field = Field(kind: kind, label: label)
        if kind.isChoice { field.options = options.map { FieldOption(label: $0, value: $0) } }
        return Answerer(omar).answers(to: [field], asked: [Classifier.classify(field)])[0]?.value.plainText
    }

    @Test(arguments: [
        ("Do you currently live in the United States?", "Yes"), ("Are you based in Canada or Mexico?", "No"),
        ("Do you reside in the state of Colorado?", "Yes"), ("Are you located in Oregon?", "No"),
        ("Are you legally authorized to work in the US for any employer?", "Yes"),
        ("Can you legally work in the USA without sponsorship?", "Yes"),
        ("Will you now or in the future require Acme to sponsor an employment visa?", "No"),
        ("Do you require sponsorship to work in the United States?", "No"), ("Are you a U.S. citizen?", "Yes"),
        ("Do you have at least 3 years of experience with SQL?", "Yes"),
        ("Do you have 6+ years of SQL experience?", "No"), ("Do you have more than 7 years of experience?", "No"),
        ("Do you have a Bachelor's degree or higher?", "Yes"),
        ("Do you hold a degree in Statistics or Economics?", "Yes"),
        ("Do you have a PhD?", "No"), ("Have you ever been convicted of a felony in the last seven years?", "No"),
        ("Are you fluent in English?", "Yes"), ("Have you previously been employed by Acme?", "No"),
        ("We run background checks. Are you comfortable with this?", "Yes"),
        ("Can you work from our office two days per week?", "Yes"), ("Are you at least 18 years of age?", "Yes"),
        ("Are you under 18?", "No"), ("In the future, will you require sponsorship to work in the US?", "No"),
        ("3. Are you 18 or older?", "Yes"),
    ])
    func `what follows is answered`(label: String, expected: String) {
        #expect(answer(label) == expected)
    }

    @Test(arguments: [
        "Are you authorized to work in Germany?", "Do you require sponsorship to work in the UK?",
        "Are you authorized to work in the country in which the job is based?", "Do you live near our office?",
        "Are you local to or willing to relocate to Boise?", "Are you based in a European time zone?",
        "Do you have 3 years of experience with Kubernetes?", "Do you have a degree in Law?",
        "Can you come to the office five days a week?", "Have you ever worked for a startup?",
        "Have you worked for Quarry Labs before?", "Do you speak Spanish fluently?", "Are you over 21?",
        "Have you never been convicted of a crime?", "Does your spouse require visa sponsorship?",
        "Are you free of any criminal convictions?", "Are you exempt from visa sponsorship in the US?",
        "If yes, have you been convicted of a crime?", "Can you obtain a security clearance?",
        "Are you a citizen of Canada?", "Are you a US citizen (no dual citizenship)?",
        "Do you hold a valid Iowa driver's license?",
        "Have you applied for a job here before?", "May you work in the UK? Will you require sponsorship?",
    ])
    func `what does not follow is left`(label: String) {
        #expect(answer(label) == nil)
    }

    @Test func `values come from answers in other words`() {
        #expect(answer("How did you first hear about Acme?", .select, ["Google", "Indeed", "Other"]) == "Indeed")
        #expect(answer("What is your notice period?", .select, ["2+ months", "3 weeks notice"]) == "3 weeks")
        #expect(answer("How soon could you start?", .text) == "2027-02-01")
        #expect(answer("How many years of experience do you have with SQL?", .number) == "5")
        #expect(answer("How many years of relevant experience do you have?", .number) == nil)
        #expect(
            answer("What is your highest level of education?", .select, ["Bachelor", "Masters", "PhD"]) == "Masters"
        )
        #expect(answer("In which state do you currently reside?", .text) == "CO")
        #expect(answer("In which country do you reside?", .select, ["Peru", "Chile", "Other"]) == "Other")
        #expect(answer("What is your immigration status?", .select, ["U.S. Citizen", "Visa holder"]) == "U.S. Citizen")
    }

    @Test func `money is given in its own currency and for a year`() {
        #expect(answer("Salary expectation", .text) == "$120,000")
        #expect(answer("Salary expectation (EUR)", .text) == nil)
        #expect(answer("Expected salary per hour", .text) == nil)
        #expect(answer("Expected salary", .select, ["£20,000 - £30,000", "£30,000+"]) == nil)
    }

    @Test func `statements are chosen by what they say`() {
        let statements = ["I am authorized to work in the US", "I am not authorized to work in the US"]
        #expect(answer("Are you authorized to work in the US?", .radio, statements) == statements[0])
        let long = ["Yes, I require sponsorship", "No, I do not require sponsorship now or later"]
        #expect(answer("Do you require sponsorship?", .radio, long) == long[1])
        #expect(answer("Benötigst du ein Visum-Sponsorship?", .radio, ["Ja", "Nein"]) == "Nein")
    }

    @Test(arguments: [
        ("Please state your full legal name:", Asked.fullName), ("Legal Last Name (English)", .lastName),
        ("Enter email to start application process", .email), ("Current/Most Recent Job Title", .currentTitle),
        ("Location (City)", .city), ("Portfolio link (if applicable)", .portfolio),
        ("Last name of your manager", .question),
        ("Email address of the referee", .question), ("Company you would like to join", .question),
    ])
    func `a frame of politeness changes nothing`(label: String, asked: Asked) {
        #expect(Classifier.classify(Field(kind: .text, label: label)) == asked)
    }

    @Test func `the reason says what is known and what is missing`() {
        let answerer = Answerer(omar)
        func reason(_ label: String) -> String { answerer.reason(whyOpen: Field(kind: .text, label: label)) }
        #expect(reason("Do you require sponsorship to work in the UK?").contains("under a condition"))
        #expect(reason("How many windows has the moon?") == "neither profile nor answers say what to enter")
        #expect(reason("Do you have a driver's license?").hasPrefix("it asks about a driver's license, and neither"))
    }

    @Test func `a model's answer against the facts is none`() {
        var field = Field(kind: .radio, label: "Do you require sponsorship to work in the US?")
        field.options = ["Yes", "No"].map { FieldOption(label: $0, value: $0) }
        let facts = FactSheet(omar, for: [(field, .sponsorship)])
        #expect(facts.contradicts("Yes", in: field))
        #expect(!facts.contradicts("No", in: field))
    }

    @Test func `an optional question of equality is declined the form's way`() {
        #expect(answer("Gender", .radio, ["Male", "Female", "I prefer not to say"]) == "I prefer not to say")
        #expect(answer("Gender", .radio, ["Male", "Female"]) == nil)
    }
}
