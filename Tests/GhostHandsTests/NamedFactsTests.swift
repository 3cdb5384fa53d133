import Testing

@testable import GhostHands

/// Facts that the contract's profile has no member for, and that the applicant stated under a name of their own.
@Suite struct NamedFactsTests {
    private func values(_ applicant: Applicant, _ fields: [Field]) -> [String?] {
        Answerer(applicant).answers(to: fields, asked: Classifier.classify(together: fields))
            .map { $0?.value.plainText }
    }

    private let born = Applicant(profile: ["first_name": "Ann"], answers: ["Date of birth": "1990-04-27"])

    @Test(arguments: [
        "Birth date", "Geburtsdatum", "Date de naissance", "Fecha de nacimiento", "生年月日", "Дата рождения",
        "Doğum tarihi",
    ])
    func `a fact among the answers is given to whoever asks for it`(label: String) {
        #expect(values(born, [Field(kind: .date, label: label)]) == ["1990-04-27"])
    }

    @Test func `a member of the profile beside the contract's is one`() {
        let applicant = Applicant(profile: ["first_name": "Ann", "date_of_birth": "1990-04-27"])
        #expect(values(applicant, [Field(kind: .date, label: "Geburtsdatum")]) == ["1990-04-27"])
    }

    @Test func `a date of birth is given in parts`() {
        let fields = ["Tag", "Monat", "Jahr"].map { label in
            var field = Field(kind: .text, label: label)
            field.sections = ["Geburtsdatum"]
            return field
        }
        #expect(values(born, fields) == ["27", "04", "1990"])
    }

    @Test func `that of a child is not the applicant's`() {
        var field = Field(kind: .date, label: "Date of birth")
        field.sections = ["Your child"]
        #expect(values(born, [field]) == [nil])
    }

    @Test func `two that differ answer nobody`() {
        let applicant = Applicant(profile: [:], answers: ["Date of birth": "1990-04-27", "Birth date": "1991-04-27"])
        #expect(values(applicant, [Field(kind: .date, label: "Geburtsdatum")]) == [nil])
    }

    @Test(arguments: [
        ("E-mail", "Repite tu e-mail"), ("Correo electrónico", "Repite tu correo"),
        ("E-Mail-Adresse", "E-Mail-Adresse wiederholen"), ("メールアドレス", "メールアドレス再入力"), ("邮箱", "再次输入邮箱"),
        ("이메일", "이메일 재입력"), ("Adres e-mail", "Powtórz adres e-mail"), ("E-postadress", "Upprepa e-postadress"),
    ])
    func `an address that is asked for once more is the same`(first: String, again: String) {
        let applicant = Applicant(profile: ["email": "ann@example.com"])
        let fields = [first, again].map { Field(kind: .text, label: $0) }
        #expect(values(applicant, fields) == ["ann@example.com", "ann@example.com"])
    }

    @Test(arguments: ["请输入您的邮箱", "メールアドレス必須", "이메일입력"])
    func `what stands at the ends of a word says nothing`(label: String) {
        #expect(Classifier.classify(Field(kind: .text, label: label)) == .email)
    }
}

@Suite struct PayAbroadTests {
    private func given(_ pay: String, _ label: String, _ kind: FieldKind) -> String? {
        let field = Field(kind: kind, label: label)
        return Answerer(Applicant(profile: ["salary_expectation": .string(pay)]))
            .answers(to: [field], asked: [Classifier.classify(field)])[0]?.value.plainText
    }

    @Test(arguments: [
        "Gehaltsvorstellung (brutto/Jahr)", "Gehaltswunsch brutto pro Jahr in EUR", "Salaire souhaité brut annuel",
    ])
    func `pay for a year is asked for in other languages`(label: String) {
        #expect(given("65000 EUR", label, .text) != nil)
    }

    @Test(arguments: [
        "Gehaltsvorstellung (brutto/Monat)", "期望月薪", "Önskad lön per månad", "Salário pretendido mensal",
        "Желаемая зарплата в месяц",
    ])
    func `what is asked for a month is not given for a year`(label: String) {
        #expect(given("65000 EUR", label, .text) == nil)
    }

    @Test(arguments: [
        ("R$ 7.500,00", "brl", PayPeriod.month), ("42000 Kč", "czk", .month), ("€ 3.800", "eur", .month),
        ("$64,000", "usd", .year), ("28.000 € RAL", "eur", .year), ("$27.50", "usd", .hour), ("9500 €", "eur", .year),
        ("450万円", "jpy", .year), ("3800만원", "krw", .year), ("€ 52.000 pro Jahr", "eur", .year),
        ("38.000", "dkk", .month),
        ("18 LPA", "inr", .year), ("5200000", "jpy", .year),
    ])
    func `an amount is for the time for which people are paid so much`(given: String, code: String, period: PayPeriod) {
        #expect(PayPeriod.meant(by: given, in: Currency([code])) == period)
    }

    @Test func `what may only be a month's pay goes where a month's is asked for, and nowhere else`() {
        func given(_ label: String) -> String? {
            let profile: Profile = ["salary_expectation": "R$ 7.500,00", "location": ["country": "Brasil"]]
            let field = Field(kind: .text, label: label)
            let asked = Classifier.classify(together: [field])
            return Answerer(Applicant(profile: profile)).answers(to: [field], asked: asked)[0]?.value.plainText
        }
        #expect(given("Pretensão salarial mensal (R$)") != nil)
        #expect(given("Pretensão salarial (R$/mês)") != nil)
        #expect(given("Pretensão salarial anual") == nil)
    }

    @Test func `a bare number is money of the country whose language asks for it`() {
        #expect(given("95000 USD", "Gehaltsvorstellung", .number) == nil)
        #expect(given("65000 EUR", "Gehaltsvorstellung", .number) == "65000 EUR")
        #expect(given("95000 USD", "Gehaltsvorstellung", .text) == "95000 USD")
    }
}
