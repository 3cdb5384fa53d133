import Testing

@testable import GhostHands

@Suite struct ClassifierTests {
    private func field(_ label: String, _ kind: FieldKind = .text, _ change: (inout Field) -> Void = { _ in }) -> Field
    {
        var field = Field(kind: kind, label: label)
        change(&field)
        return field
    }

    @Test(arguments: [
        "Mother's maiden name", "Father's name", "Maiden name", "Previous name", "Recruiter name",
        "Employee name who referred you", "Name of your dog", "Name of your first school", "Business name",
        "Name on card", "Nickname of your brother", "Country of birth", "Country of citizenship", "City of birth",
        "Employer city", "City where you studied", "State of issue of license", "State which taxes you",
        "Company phone", "Work phone of employer", "School email", "Your boss's e-mail", "Email of a colleague",
        "Phone type", "Landlord phone number", "Previous job title", "Desired job title", "Job title of referrer",
        "Years of experience managing people", "Years of experience with Excel", "Years of experience in sales",
        "Tell us about a race condition", "Describe a race you won", "How did you hear (LinkedIn, Indeed)",
        "Do you have experience building products for disabled users?", "Do you have a LinkedIn account?",
        "What is your experience in compensation planning?", "Current salary", "Salary of your team", "High school",
        "School your child attends", "Degree of difficulty", "Region", "County", "Company address",
        "Shipping address city",
        "Permanent address", "Portfolio of properties managed", "Skills you lack", "Gender of your child",
        "Is your spouse a veteran?", "Do you care for a person with a disability?", "Current company size",
        "Who referred you?", "Your dog", "Twitter URL",
    ])
    func `a label that says more than the fact asks something else`(label: String) {
        #expect(Classifier.classify(field(label)) == .question)
        // What the page's author put into the attributes does not make it the applicant's.
        for attribute in ["name", "email", "phone", "country", "city", "state", "salary"] {
            #expect(Classifier.classify(field(label) { $0.name = attribute }) == .question, "\(attribute)")
        }
    }

    @Test(
        arguments: [
            ("Your current city", .city), ("City of residence", .city), ("Which city do you live in?", .city),
            ("Home phone", .phone), ("Primary contact number", .phone), ("Phone (with country code)", .phone),
            ("Mobile (e.g. +1 555 0100)", .phone), ("Personal e-mail address (required)", .email),
            ("What is your email?", .email), ("Please enter your legal first name", .firstName),
            ("Applicant's full legal name", .fullName), ("Candidate name", .fullName),
            ("Country / Region", .country), ("What is your current country of residence?", .country),
            ("State/Province/Region", .state), ("ZIP or postal code", .postalCode), ("Location (City)", .city),
            ("Where are you currently based?", .location), ("Desired annual salary (USD)", .salary),
            ("What are your salary expectations?", .salary), ("Link to your LinkedIn profile", .linkedIn),
            ("How many years of professional experience do you have?", .yearsOfExperience),
            ("Most recent school attended", .school), ("Highest level of education completed", .degree),
            ("Major / Field of study", .fieldOfStudy), ("When can you start?", .startDate),
            ("Current role or position", .currentTitle), ("Name of current employer", .currentCompany),
            ("Race / Ethnicity", .ethnicity), ("How do you describe your gender identity?", .gender),
            ("Do you have a disability?", .disability), ("Protected veteran status", .veteran),
            ("Are you a veteran?", .veteran), ("Vorname", .firstName),
        ] as [(String, Asked)]
    )
    func `a label that asks for the applicant's own fact is known`(label: String, asked: Asked) {
        #expect(Classifier.classify(field(label)) == asked)
    }

    @Test(arguments: [
        "Will you now or in the future require sponsorship?", "Do you require visa sponsorship?",
        "If hired, will you need employer sponsorship to work in the US?",
        "Will you now, or in the future, require sponsorship for employment visa status (e.g. H-1B visa)?",
        "Do you currently or will you in the future need immigration sponsorship?",
        "Will you require the company to provide visa sponsorship?",
    ])
    func `who needs a sponsor is asked`(label: String) {
        #expect(Classifier.classify(field(label, .radio)) == .sponsorship)
    }

    @Test(arguments: [
        "Are you authorized to work in the US without sponsorship?", "Do you hold a valid visa?",
        "Can you work without visa sponsorship now and in the future?", "Visa", "Visa type", "Sponsorship",
        "Do you not require sponsorship?", "Will you be able to work here and not need sponsorship?",
        "Do you hold a visa that does not require sponsorship?", "Will your spouse require sponsorship?",
        "Will you require sponsorship for your spouse?", "Are you free of any need for sponsorship?",
        "Do you have a visa, so that you do not need sponsorship?",
        "Would you decline any role that needs sponsorship?",
        "Will you require relocation or sponsorship?", "Are you legally authorized to work only with sponsorship?",
        "Do you have the right to work without restrictions?", "Are you eligible to work with children?",
        "Are you not authorized to work in the US?", "Is your spouse authorized to work in the US?",
    ])
    func `what could turn the answer round is a question of its own`(label: String) {
        for kind in [FieldKind.radio, .select, .text] {
            #expect(Classifier.classify(field(label, kind)) == .question)
        }
    }

    @Test func `who may work in one country is not said to be allowed in another`() {
        let applicant = Applicant(profile: ["work_authorization": "Yes", "location": ["country": "US"]])
        let labels = [
            "Are you legally authorized to work in the United States?", "Do you have the right to work in the U.S.?",
            "Are you authorized to work in Canada?", "Do you have the right to work in the UK?",
            "Are you legally entitled to work in this country?", "Work authorization", "Right to work in Mars colonies",
        ]
        let fields = labels.map { field($0, .select) }
        let answers = Answerer(applicant).answers(to: fields, asked: fields.map(Classifier.classify))
        #expect(answers.map { $0?.value.plainText } == ["Yes", "Yes", nil, nil, "Yes", "Yes", nil])
    }

    @Test func `what stands around a field makes it another's`() {
        for section in [
            "References", "Reference 1", "Emergency contact information", "Previous employer", "Education",
            "Company details",
        ] {
            #expect(Classifier.classify(field("City") { $0.section = section }) == .question, "\(section)")
        }
        for section in ["Contact information", "Customer Experience Manager", "School teacher", "About you"] {
            #expect(Classifier.classify(field("City") { $0.section = section }) == .city, "\(section)")
        }
        #expect(Classifier.classify(field("Name") { $0.name = "manager_name" }) == .question)
        #expect(Classifier.classify(field("Address") { $0.autocomplete = "address-line2" }) == .question)
        #expect(Classifier.classify(field("Gender", .textarea)) == .question)
        #expect(Classifier.classify(field("What are your salary expectations?", .textarea)) == .question)
    }

    @Test func `a field without a label is known by its attributes`() {
        #expect(Classifier.classify(field("") { $0.name = "candidate[first_name]" }) == .firstName)
        #expect(Classifier.classify(field("") { $0.id = "email_1" }) == .email)
        #expect(Classifier.classify(field("name@example.com") { $0.id = "userEmail" }) == .email)
        #expect(Classifier.classify(field("Your answer", .tel)) == .question)
        #expect(Classifier.classify(field("Required", .tel)) == .phone)
        #expect(Classifier.classify(field("Prenom?") { $0.autocomplete = "section-a given-name" }) == .firstName)
        #expect(Classifier.classify(field("") { $0.name = "username" }) == .question)
    }

    @Test(arguments: [
        ("Reference full name", "Full name"), ("manager_phone", "Phone"), ("recruiterEmail", "E-mail"),
        ("emergency contact phone", "Contact phone"), ("mother's last name", "Last name"), ("birth city", "City"),
        ("phone number 2", "Phone number"), ("school e-mail", "E-mail"), ("previous job title", "Job title"),
        ("name", "Name (of your dog)"), ("full name", "Full name of referee"),
    ])
    func `a key about another never answers for the applicant`(key: String, label: String) {
        let fields = [field(label)]
        let answers = Answerer(Applicant(formData: [key: "x"])).answers(
            to: fields,
            asked: fields.map(Classifier.classify)
        )
        #expect(answers == [nil])
    }

    @Test(arguments: [
        ("loan term", "Loan term (months)"), ("your bid amount", "Bid amount"), ("first_name", "Your first name"),
        ("surname", "Last name"), ("applicant email", "E-mail address"), ("Monthly income", "Monthly income in USD"),
    ])
    func `a key with harmless words beside it still answers`(key: String, label: String) {
        let fields = [field(label)]
        let answers = Answerer(Applicant(formData: [key: "x"])).answers(
            to: fields,
            asked: fields.map(Classifier.classify)
        )
        #expect(answers == [Answer("x", from: .formData)])
    }

    @Test(arguments: [("Nombre y apellidos", "nombre"), ("Vor- und Nachname", "vorname"), ("Nom et prénom", "prenom")])
    func `a label that names both parts of a name asks for both, whatever the box is called`(
        label: String,
        name: String
    ) {
        var field = Field(kind: .text, label: label)
        field.name = name
        #expect(Classifier.classify(field) == .fullName)
    }

    @Test(arguments: [
        ("Löneanspråk (SEK/månad)", Asked.salary), ("希望年収（万円）", .salary), ("희망연봉 (만원)", .salary),
        ("Pretensiones salariales (€ brutos/año)", .salary), ("Anno di laurea", .graduationYear),
        ("卒業年（西暦）", .graduationYear), ("Mezun olduğunuz üniversite", .school), ("최종학교", .school),
        ("Número de teléfono móvil", .phone), ("이름", .question),
    ])
    func `labels of many languages are known`(label: String, asked: Asked) {
        #expect(Classifier.classify(Field(kind: .text, label: label)) == asked)
    }

    @Test func `first and last in boxes side by side are names`() {
        let fields = ["First", "Last", "Email"].map { Field(kind: .text, label: $0) }
        #expect(Classifier.classify(together: fields) == [.firstName, .lastName, .email])
    }

    @Test(arguments: [
        ("Bonjour ! Quel est votre prénom ?", Asked.firstName), ("3. E-mail", .email),
        ("Hvad hedder du (fulde navn)?", .fullName),
        ("Prénom préféré", .question), ("Which city do you prefer?", .question), ("Gewünschte Stadt", .question),
        ("Phone type", .question), ("Celular com DDD", .phone), ("Degree subject", .fieldOfStudy),
    ])
    func `a fact is asked in a sentence, and a wish is none`(label: String, asked: Asked) {
        let found = Classifier.classify(Field(kind: .text, label: label))
        #expect(found == asked || asked == .question && found == .preferredName)
    }
}
