import Testing

@testable import GhostHands

@Suite struct AnswererTests {
    private func field(_ label: String, _ kind: FieldKind = .text, _ change: (inout Field) -> Void = { _ in }) -> Field
    {
        var field = Field(kind: kind, label: label)
        change(&field)
        return field
    }

    private func answers(_ applicant: Applicant, _ fields: [Field]) -> [Answer?] {
        Answerer(applicant).answers(to: fields, asked: fields.map(Classifier.classify))
    }

    private func values(_ applicant: Applicant, _ fields: [Field]) -> [String?] {
        answers(applicant, fields).map { $0?.value.plainText }
    }

    private let alice = Applicant(
        profile: [
            "first_name": "Alice", "last_name": "Smith", "email": "alice@example.com", "phone": "+1-555-0100",
            "location": ["city": "San Francisco", "state": "CA", "country": "US", "zip": "94102"],
            "salary_expectation": "$150,000", "years_of_experience": 8,
            "education": [
                ["institution": "MIT", "degree": "BS", "field": "Computer Science", "graduation_year": 2018]
            ],
            "work_history": [
                ["company": "Google", "title": "Engineer", "end_date": "2019-12"],
                ["company": "Acme", "title": "Senior Engineer"],
            ],
            "skills": ["Swift", "SQL"],
        ],
        files: ["resume": "/tmp/cv.pdf"]
    )

    @Test(arguments: [
        ("Are you authorized to work in the US?", "Are you legally authorised to work in the United States?"),
        ("Are you authorized to work in the U.S.", "are you currently authorized to work in the USA? *"),
        ("How many years of React experience?", "How many years of React experience do you have?"),
        ("Do you require sponsorship?", "Do you require sponsorship? (required)"),
        ("Wo wohnen Sie?", "wo wohnen sie"), ("Do you?", "Do you"),
    ])
    func `the same question in other words is the same`(left: String, right: String) {
        #expect(Question(left) == Question(right))
    }

    @Test(arguments: [
        ("Are you authorized to work in the US?", "Will you require sponsorship to work in the US?"),
        ("How many years of React experience?", "How many years of React Native experience?"),
        ("Are you authorized to work in the US?", "Are you authorized to work in the UK?"),
        ("Can you relocate?", "Can you not relocate?"), ("Do you have a car?", "Do you have a cat?"),
        ("Are you over 18?", "Are you over 21?"),
    ])
    func `a question that only looks alike is another`(left: String, right: String) {
        #expect(Question(left) != Question(right))
    }

    private func paid(_ given: String, _ fields: [Field]) -> [Answer?] {
        let profile: Profile = ["salary_expectation": .string(given), "location": ["country": "Germany"]]
        return answers(Applicant(profile: profile), fields)
    }

    @Test(arguments: [
        (["", "EUR / month", ""], "60000"), (["", "/hr", ""], "60000"), (["$", "", ""], "60000"),
        (["", "", "GBP"], "60000 EUR"), (["", "", "per hour"], "60000"), (["", "brutto/Monat", ""], "60000"),
    ])
    func `an amount is withheld that its surroundings would make another`(beside: [String], given: String) {
        let box = field("Salary expectation") { $0.beside = Beside(beside) }
        #expect(paid(given, [box]).first??.refusal != nil)
    }

    @Test(arguments: [
        (["", "K", ""], "60000", "60"), (["€", "", ""], "60000", "60000"),
        (["", "EUR / year", ""], "60000 EUR", "60000"),
        (["€", "K", ""], "60000 EUR per year", "60"), (["", "", ""], "60000 EUR", "60000 EUR"),
    ])
    func `an amount goes in the unit beside its box`(beside: [String], given: String, entry: String) {
        let box = field("Salary expectation") { $0.beside = Beside(beside) }
        #expect(paid(given, [box]).first??.value.plainText == entry)
        #expect(paid(given, [box]).first??.refusal == nil)
    }

    @Test func `lists of currencies and periods beside an amount say what it is in`() {
        let box = field("Salary expectation") { $0.beside = Beside(["", "", "USD per hour"]) }
        let list = { (names: [String]) in
            self.field("", .select) { $0.options = names.map { FieldOption(label: $0, value: $0) } }
        }
        let found = paid("60000 EUR", [list(["USD", "EUR"]), box, list(["per hour", "per year"])])
        #expect(found.map { $0?.value.plainText } == ["EUR", "60000", "per year"])
        let other = paid("60000 EUR", [list(["USD", "INR"]), box])
        #expect(other.last??.refusal != nil)
    }

    @Test func `facts of the profile answer the fields that ask for them`() {
        let fields = [
            field("First name"), field("Surname"), field("Your full name"), field("E-mail", .email),
            field("Mobile", .tel),
            field("City"), field("State / Province"), field("Zip code"), field("Country", .select), field("Location"),
            field("University"), field("Degree"), field("Major"), field("Graduation year"), field("Current employer"),
            field("Current job title"), field("Key skills"), field("Salary expectations"),
            field("Years of experience", .number), field("Resume/CV", .file), field("Cover letter", .file),
        ]
        #expect(
            values(alice, fields) == [
                "Alice", "Smith", "Alice Smith", "alice@example.com", "+1-555-0100", "San Francisco", "CA", "94102",
                "US",
                "San Francisco, CA, US", "MIT", "BS", "Computer Science", "2018", "Acme", "Senior Engineer",
                "Swift, SQL",
                "$150,000", "8", "/tmp/cv.pdf", nil,
            ]
        )
        #expect(answers(alice, fields).compactMap { $0?.source }.allSatisfy { $0 == .profile })
    }

    @Test(arguments: [
        "Emergency contact first name", "Reference e-mail", "Supervisor's phone", "Company name",
        "School name of child?",
        "Ethnicity", "Gender", "Are you a veteran?", "Why do you want this job?", "Hiring manager's name",
        "Current salary",
        "Years of experience with Rust", "Phone extension", "Country code", "Username",
        "How did you come to learn about us: LinkedIn, friends, press?", "Preferred first name",
        "E-mail of your manager",
    ])
    func `what the profile does not say stays unanswered`(label: String) {
        #expect(values(alice, [field(label)]) == [nil])
    }

    @Test func `a heading tells whose name is asked`() {
        let asked = field("First name") { $0.section = "Emergency contact" }
        let job = field("First name") { $0.section = "Reference 4711: Engineer" }
        #expect(values(alice, [asked, job]) == [nil, "Alice"])
    }

    @Test func `what stands beside a label tells it apart`() {
        let first = field("Name") { $0.placeholder = "First name" }
        let last = field("Name") { $0.name = "lastName" }
        #expect(values(alice, [first, last, field("Name")]) == ["Alice", "Smith", "Alice Smith"])
        var applicant = alice
        applicant.profile = ["start_date": "2026-09-01"]
        let dates = [
            field("Start date"), field("Start date") { $0.section = "Education" }, field("Start date year"),
        ]
        #expect(values(applicant, dates) == ["2026-09-01", nil, nil])
    }

    @Test func `a job that ended is not the current one`() {
        let former = Applicant(profile: ["work_history": [["company": "Google", "end_date": "2019-12"]]])
        #expect(values(former, [field("Current company")]) == [nil])
    }

    @Test func `a screening answer is found by its question, and comes before the profile`() {
        var applicant = alice
        applicant.answers = ["How many years of experience?": "12", "Are you authorized to work in the US?": "Yes"]
        let fields = [
            field("Are you legally authorized to work in the United States?", .radio),
            field("How many years of experience do you have?"), field("Are you authorized to work in Canada?", .radio),
        ]
        #expect(values(applicant, fields) == ["Yes", "12", nil])
        #expect(answers(applicant, fields)[0]?.source == .answers)
    }

    @Test func `flat data is found by name, label, then meaning, and each key serves one field`() {
        let applicant = Applicant(formData: [
            "applicant_mail": "by-name@x.com", "Favourite colour": "green", "surname": "Smith", "email": "a@x.com",
            "nothing": .null,
        ])
        let fields = [
            field("Contact", .email) { $0.name = "applicant_mail" }, field("Favourite Colour *"),
            field("Last name") { $0.name = "ln" }, field("E-mail address", .email),
            field("Another URL"),
            field("Nothing"),
        ]
        #expect(values(applicant, fields) == ["by-name@x.com", "green", "Smith", "a@x.com", nil, nil])
        #expect(answers(applicant, fields).compactMap { $0?.source }.allSatisfy { $0 == .formData })
    }

    @Test func `a loose likeness to two fields is one too many`() {
        let applicant = Applicant(formData: ["start date": "2020-01-01"])
        let two = [field("Start date (MM/DD/YYYY)") { $0.name = "a" }, field("Your start date") { $0.name = "b" }]
        let other = Applicant(formData: ["loan term": "60"])
        let terms = [field("Loan term in months"), field("Your loan term")]
        #expect(values(other, terms) == [nil, nil])
        #expect(values(other, [terms[0]]) == ["60"])
        #expect(values(applicant, two) == ["2020-01-01", nil])
    }

    @Test(arguments: [("city", "Ethnicity"), ("Name", "Company name"), ("Go", "Go karts"), ("age", "Language")])
    func `a key is no part of another word or question`(key: String, label: String) {
        #expect(values(Applicant(formData: [key: "x"]), [field(label)]) == [nil])
    }

    @Test func `a repeated field gets the same answer again`() {
        let flat = Applicant(formData: ["email": "a@x.com", "password": "s3cret"])
        let fields = [
            field("E-mail", .email), field("Confirm e-mail", .email), field("Password", .password),
            field("Re-enter password", .password), field("Confirm attendance"),
        ]
        #expect(values(flat, fields) == ["a@x.com", "a@x.com", "s3cret", "s3cret", nil])
    }

    private func choice(_ label: String, required: Bool, _ options: [String]) -> Field {
        field(label, .select) {
            $0.isRequired = required
            $0.options = options.map { FieldOption(label: $0, value: $0) }
        }
    }

    @Test func `the form's way not to answer is taken where an answer is demanded or nobody has to give one`() {
        let options = ["Male", "Female", "Prefer not to say"]
        let fields = [choice("Gender", required: true, options), choice("Gender", required: false, options)]
        #expect(values(alice, fields) == ["Prefer not to say", "Prefer not to say"])
        #expect(values(alice, [choice("Favourite season", required: false, options)]) == [nil])
        #expect(answers(alice, fields)[0]?.source == .defaultOfForm)
        #expect(values(alice, [choice("Gender", required: true, ["Male", "Female"])]) == [nil])
    }

    @Test func `flat data names no file of this machine`() {
        let applicant = Applicant(formData: ["resume": "/etc/passwd"], files: ["resume": "/tmp/cv.pdf"])
        #expect(answers(applicant, [field("Resume", .file)])[0]?.value == .file("/tmp/cv.pdf"))
        #expect(answers(Applicant(formData: ["resume": "/etc/passwd"]), [field("Resume", .file)]) == [nil])
    }

    @Test func `an applicant is read from a job of ours, one of the predecessor's, and a flat file`() {
        let ours = Applicant(inputData: ["profile": ["first_name": "A"], "qa_answers": ["Q?": "1"]])
        #expect(ours.profile.firstName == "A")
        #expect(ours.answers == ["Q?": "1"])
        let theirs = Applicant(inputData: [
            "user_data": ["first_name": "B", "city": "Rome"], "qa_overrides": ["Q?": "2"],
        ])
        #expect(theirs.profile.fact(.firstName) == "B")
        #expect(theirs.profile.fact(.city) == "Rome")
        #expect(theirs.answers == ["Q?": "2"])
        let flat = Applicant.read(file: ["Your colour": "red"], answers: ["Q?": 3])
        #expect(flat.formData["Your colour"] == "red")
        #expect(flat.profile == Profile())
        #expect(flat.answers == ["Q?": "3"])
    }

    @Test(arguments: [
        ("Idiomas", "Quais idiomas você fala?"), ("Notice period", "What notice period do you have?"),
        ("Sprachkenntnisse", "Welche Sprachkenntnisse haben Sie?"),
        ("Rozmiar koszulki", "Jaki jest Pani rozmiar koszulki?"),
        ("Permis de conduire", "Quels permis de conduire possédez-vous ?"),
        ("Shirt sizes", "Please state your shirt size"),
        ("Размер одежды", "Какой у вас размер одежды?"),
    ])
    func `an answer is found for the same question made into a sentence`(stated: String, label: String) {
        let applicant = Applicant(answers: [stated: "this"])
        #expect(values(applicant, [field(label)]) == ["this"])
    }

    @Test(arguments: [
        ("Idiomas", "Quais idiomas você não fala?"), ("Notice period", "What was your previous notice period?"),
        ("Shirt size", "What is your manager's shirt size?"), ("Level", "What do you want?"),
    ])
    func `a word more makes another question`(stated: String, label: String) {
        let applicant = Applicant(answers: [stated: "this"])
        #expect(values(applicant, [field(label)]) == [nil])
    }

    @Test func `what two fields would take goes to neither`() {
        let applicant = Applicant(answers: ["Shirt sizes": "M"])
        let fields = [field("Please state your shirt size"), field("Which shirt size do you prefer?")]
        #expect(values(applicant, fields) == [nil, nil])
    }

    @Test func `the heading over a field counts where the answer names it`() {
        let applicant = Applicant(answers: ["Nivel de inglés": "C1"])
        let level = field("Nivel", .text) { $0.sections = ["Inglés"] }
        #expect(values(applicant, [level]) == ["C1"])
    }

    @Test func `the particle that stands in a box of its own is not repeated in the name`() {
        let applicant = Applicant(
            profile: ["first_name": "Sanne", "last_name": "van der Meulen"],
            answers: ["Tussenvoegsel": "van der"]
        )
        let fields = ["Voornaam", "Tussenvoegsel", "Achternaam"].map { field($0) }
        #expect(values(applicant, fields) == ["Sanne", "van der", "Meulen"])
    }

    @Test(arguments: [
        ("List your employers, beginning with your first job.", ["Google", "Acme"]),
        ("Employers in reverse chronological order, not oldest first.", ["Acme", "Google"]),
    ])
    func `a form that asks for the first employer first gets it`(text: String, employers: [String]) {
        var answerer = Answerer(alice)
        answerer.formTexts = [text]
        let fields = ["Employer 1", "Employer 2"].map { heading in
            field("Company") { $0.sections = [heading, "Employment history"] }
        }
        let answers = answerer.answers(to: fields, asked: fields.map(Classifier.classify))
        #expect(answers.map { $0?.value.plainText } == employers)
    }

    private let aoife = Applicant(profile: [
        "first_name": "Aoife", "last_name": "Brennan", "work_authorization": "Irish citizen",
        "location": ["city": "Galway", "state": "Co. Galway", "zip": "H91 X2P3", "country": "Ireland"],
        "work_history": [["company": "Corrib Digital", "title": "Manager", "end_date": "Present"]],
    ])

    private func choice(_ label: String, _ options: [String]) -> Field {
        field(label, .radio) { $0.options = options.map { FieldOption(label: $0, value: $0) } }
    }

    @Test(arguments: [
        ("County", ["Cork", "Galway"], "Galway"), ("Where are you based?", ["Dublin", "Greater Galway"], "Galway"),
        ("Are you currently employed?", ["Yes", "No"], "Yes"), ("I am NOT currently employed", ["Yes", "No"], "No"),
        ("Are you eligible to work in Ireland without a permit?", ["Yes", "No"], "Yes"),
        ("Do you require a work permit for Ireland?", ["Yes", "No"], "No"),
    ])
    func `what follows from the profile is chosen`(label: String, options: [String], answer: String) {
        #expect(values(aoife, [choice(label, options)]) == [answer])
    }

    @Test(arguments: [
        ("Obywatelka Polski", "Poland", "Do you have the right to work in Poland?"),
        ("Norsk statsborger", "Norge", "Do you have the right to work in Norway?"),
        ("Mexicano", "México", "Do you have the right to work in Mexico?"),
        ("Občan ČR", "Česko", "Do you have the right to work in Czechia?"),
        ("日本国籍", "日本", "Do you have the right to work in Japan?"),
    ])
    func `a citizen is known in many languages`(status: String, country: String, label: String) {
        let applicant = Applicant(profile: [
            "work_authorization": .string(status), "location": ["country": .string(country)],
        ])
        #expect(values(applicant, [choice(label, ["Yes", "No"])]) == ["Yes"])
        #expect(values(applicant, [choice("Do you have the right to work in Canada?", ["Yes", "No"])]) == [nil])
    }

    @Test func `pay is entered in the unit of the box`() {
        let applicant = Applicant(profile: [
            "salary_expectation": "5200000 JPY per year", "location": ["country": "日本"],
        ])
        #expect(values(applicant, [field("希望年収（万円）")]) == ["520"])
    }

    @Test(arguments: [("Samtykke til behandling af ansøgningen", "Jeg giver samtykke", "Jeg giver ikke samtykke")])
    func `terms are agreed to where yes and no stand beside them`(label: String, yes: String, no: String) {
        var consent = choice(label, [yes, no])
        consent.isRequired = true
        #expect(values(Applicant(), [consent]) == [yes])
        consent.isRequired = false
        #expect(values(Applicant(), [consent]) == [nil])
    }

    @Test(arguments: [
        ("Disponibilidad para rolar turnos", "¿Puede rolar turnos?"),
        (
            "Background check and drug screen",
            "Will you consent to a pre-employment background check and drug screen?"
        ),
        ("Driver's license", "Driver's license state"), ("Driver's license", "Driver's license number"),
    ])
    func `any word more makes another question`(stated: String, label: String) {
        let applicant = Applicant(answers: [stated: "Sí"])
        #expect(values(applicant, [choice(label, ["Sí", "No"])]) == [nil])
    }

    @Test(arguments: [
        ("Years of C experience", "Years of C++ experience"), ("Years of SQL experience", "Years of NoSQL experience"),
        ("Experience with Java", "Experience with JavaScript"), ("Available from", "Available to"),
        ("How did you hear about us?", "What have you heard about us?"), ("ER experience", "OR experience"),
    ])
    func `a name is none of those that are spelled nearly so`(stated: String, label: String) {
        let applicant = Applicant(answers: [stated: "5"])
        #expect(values(applicant, [field(label)]) == [nil])
        #expect(values(applicant, [field(stated)]) == ["5"])
    }

    @Test func `a degree that is to come is not held`() {
        let applicant = Applicant(profile: ["education": [["degree": "Bachelor's degree", "graduation_year": 2030]]])
        let held = choice("Do you have a Bachelor's degree?", ["Yes", "No"])
        #expect(Answerer(applicant, today: "2026-11-30").answers(to: [held], asked: [.question])[0] == nil)
        #expect(Answerer(applicant, today: "2031-01-01").answers(to: [held], asked: [.question])[0] != nil)
    }
}
