import Testing

@testable import GhostHands

@Suite struct ExplainTests {
    private func field(
        _ label: String,
        _ kind: FieldKind = .text,
        name: String = "",
        autocomplete: String = ""
    ) -> Field {
        var field = Field(kind: kind, label: label)
        field.name = name
        field.autocomplete = autocomplete
        return field
    }

    private func asked(_ field: Field, in purpose: FormPurpose = .other) -> Asked {
        Classifier.explain(field, in: purpose).asked
    }

    @Test func `what the classifier is sure of stays so, with the label as evidence`() {
        let meaning = Classifier.explain(field("First name"), in: .other)
        #expect(meaning.asked == .firstName)
        #expect(meaning.isSure)
        #expect(meaning.evidence == "label \"First name\"")
    }

    @Test func `a guess is never sure enough to fill by`() {
        for (label, meaning) in [
            ("Delivery ZIP for the invoice", Asked.postalCode), ("Card number", .cardNumber),
            ("Geburtsdatum der Kinder", .birthDate), ("Address: please say city and state as well", .streetAddress),
            ("Reference #1 - Email", .question), ("What is your current salary?", .question),
            ("Numéro de téléphone du candidat", .phone), ("Nombre de usuario", .username),
            ("How did you come to hear about our team?", .howHeard), ("Do you need a visa to work here?", .sponsorship),
        ] {
            let found = Classifier.explain(field(label), in: .signUp)
            #expect(found.asked == meaning, "\(label): \(found)")
            #expect(!found.isSure, "\(label): \(found)")
        }
    }

    @Test(arguments: [
        ("Benutzername", Asked.username), ("Identifiant", .username), ("Usuario", .username), ("Логин", .username),
        ("ユーザー名", .username), ("Postleitzahl", .postalCode), ("Code postal", .postalCode),
        ("Código postal", .postalCode),
        ("Woonplaats", .city), ("Cidade", .city), ("Voornaam", .firstName), ("Prénom", .firstName),
        ("Sobrenome", .lastName),
        ("Achternaam", .lastName), ("Apellidos", .lastName), ("Telefoonnummer", .phone), ("Correo electrónico", .email),
    ])
    func `labels are known in several languages`(_ label: String, _ meaning: Asked) {
        #expect(asked(field(label), in: .signUp) == meaning)
    }

    @Test func `whoever signs in names the account, whoever signs up gives an address`() {
        let email = field("Email", .email, name: "email")
        #expect(asked(email, in: .signIn) == .username)
        #expect(asked(email, in: .signUp) == .email)
        let password = field("Password", .password)
        #expect(asked(password, in: .signIn) == .currentPassword)
        #expect(asked(password, in: .signUp) == .newPassword)
        #expect(asked(field("Confirm password", .password), in: .signIn) == .newPassword)
    }

    @Test func `names keep one label from meaning another thing`() {
        #expect(
            asked(field("First name", name: "cardHolderFirstName", autocomplete: "cc-given-name"), in: .payment)
                == .question
        )
        #expect(asked(field("Enter the text", name: "captcha_email")) == .question)
        #expect(asked(field("", .tel, name: "cardNumber"), in: .payment) == .cardNumber)
        #expect(asked(field("Desired salary", .select, name: "salaryCurrency")) == .question)
        #expect(Classifier.classify(field("Desired salary", .select, name: "salaryCurrency")) == .question)
        #expect(Classifier.classify(field("Name", name: "username")) == .username)
        #expect(Classifier.classify(field("", .tel, name: "cardNumber")) == .question)
        #expect(asked(field("Are you Hispanic or Latino?", name: "hispanic_ethnicity")) == .hispanic)
    }

    @Test(arguments: [
        ("Please confirm the zip code of the location where you would be in this role.", Asked.postalCode),
        ("Where do you plan on working from (for tax purposes)?", .location), ("Attach your resume", .resume),
        ("Attach your transcript", .otherDocument), ("What is the zip code of your manager's office?", .postalCode),
        ("Where will you be working from with your team?", .question),
    ])
    func `a sentence may ask for a fact, and is no reason to give it`(_ label: String, _ meaning: Asked) {
        let found = Classifier.explain(field(label), in: .other)
        #expect(found.asked == meaning, "\(found)")
        #expect(!found.isSure, "\(found)")
    }

    @Test func `a security code is the card's in a form to pay and a one-time code elsewhere`() {
        #expect(asked(field("Security code"), in: .payment) == .cardSecurityCode)
        #expect(asked(field("Security code")) == .oneTimeCode)
    }

    @Test func `a date may come in parts`() {
        #expect(asked(field("Date of birth", .select, name: "dob_month"), in: .signUp) == .birthMonth)
        #expect(asked(field("Expiration date", .select, name: "exp_year"), in: .payment) == .cardExpiryYear)
        #expect(asked(field("Start date", .select, name: "start-month"), in: .signUp) == .startMonth)
        #expect(asked(field("End date year", name: "end-year"), in: .signUp) == .endYear)
        var days = field("", .select)
        days.options = (1...31).map { FieldOption(label: "\($0)", value: "\($0)") }
        let month = Classification(.birthMonth, 0.8, "")
        #expect(Classifier.explain(days, in: .other, after: month).asked == .birthDay)
        #expect(Classifier.explain(days, in: .other).asked == .question)
    }

    @Test func `a form's purpose shows in its fields and in what is said around them`() {
        let login = [field("Email", .email), field("Password", .password)]
        func purpose(_ fields: [Field], _ marks: String, _ button: String, _ text: String = "") -> FormPurpose {
            FormPurpose.of(fields, marks: marks, buttons: [button], text: text, title: "")
        }
        #expect(purpose(login, "login-form", "Log in", "Forgot your password?") == .signIn)
        #expect(purpose(login, "register", "Create account", "Already have an account? Sign in") == .signUp)
        #expect(purpose(login, "", "Anmelden") == .signIn)
        #expect(
            purpose([field("Email", .email)], "newsletter", "Anmelden", "Abonnieren Sie unseren Newsletter") == .signUp
        )
        #expect(purpose([field("Card number"), field("Name")], "", "Pay") == .payment)
        #expect(purpose([field("Comment", .textarea)], "", "Go") == .other)
        #expect(purpose([field("Job title"), field("Location")], "", "Search jobs") == .search)
    }
}
