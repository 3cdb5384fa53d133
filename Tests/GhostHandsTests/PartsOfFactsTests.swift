import Testing

@testable import GhostHands

/// Facts that a form takes apart, or puts together, in other ways than the profile holds them.
@Suite struct PartsOfFactsTests {
    private func values(_ profile: Profile, _ fields: [Field]) -> [String?] {
        Answerer(Applicant(profile: profile)).answers(to: fields, asked: Classifier.classify(together: fields))
            .map { $0?.value.plainText }
    }

    private func boxes(_ labels: String...) -> [Field] { labels.map { Field(kind: .text, label: $0) } }

    private func living(_ street: String) -> Profile {
        ["location": ["street": .string(street), "zip": "80331", "city": "München", "country": "Germany"]]
    }

    @Test(arguments: [
        ("Lindenstraße 14", "Lindenstraße", "14"), ("Lindenstraße 14a", "Lindenstraße", "14a"),
        ("1450 Grant Street", "Grant Street", "1450"), ("Rua Augusta, 900, Apto 3", "Rua Augusta", "900"),
        ("Straße des 17. Juni 135", "Straße des 17. Juni", "135"), ("1450 17th Street", "17th Street", "1450"),
    ])
    func `the number of the house has a box of its own`(whole: String, street: String, number: String) {
        #expect(values(living(whole), boxes("Straße", "Hausnummer")) == [street, number])
    }

    @Test func `a street whose number nobody can tell stays whole`() {
        let text = "Block 7 Flat 12"
        #expect(values(living(text), boxes("Street address", "House number")) == [text, nil])
    }

    @Test func `street and number in one box stay together`() {
        #expect(values(living("Lindenstraße 14"), boxes("Straße und Hausnummer")) == ["Lindenstraße 14"])
    }

    @Test func `a label over two boxes names them in its order`() {
        #expect(values(living("Lindenstraße 14"), boxes("PLZ / Ort", "Ort")) == ["80331", "München"])
    }

    @Test func `a label over one box wants both`() {
        #expect(values(living("Lindenstraße 14"), boxes("PLZ, Ort")) == ["80331 München"])
    }

    @Test func `what else a label names is not guessed`() {
        #expect(values(living("Lindenstraße 14"), boxes("PLZ / Kundennummer")) == [nil])
    }

    private func row(_ label: String, _ lengths: Int...) -> [Field] {
        lengths.enumerated().map { index, length in
            var field = Field(kind: .text, label: index == 0 ? label : "-")
            field.maxLength = length
            return field
        }
    }

    @Test func `a postal code in two boxes`() {
        let profile: Profile = ["location": ["zip": "150-0041", "country": "Japan"]]
        #expect(values(profile, row("郵便番号", 3, 4)) == ["150", "0041"])
        #expect(values(profile, row("郵便番号", 3, 5)) == ["150-0041", nil])
    }

    @Test(arguments: [
        ("+55 19 99876-5432", "DDD", "Número", "19", "998765432"),
        ("+1 303-555-0142", "Area code", "Phone number", "303", "5550142"),
        ("+49 89 5550142", "Ortsvorwahl", "Rufnummer", "089", "5550142"),
    ])
    func `the code of the area before the number`(
        phone: String,
        code: String,
        number: String,
        area: String,
        rest: String
    ) {
        let profile: Profile = ["phone": .string(phone)]
        #expect(values(profile, boxes(code, number)) == [area, rest])
    }

    @Test func `where the code of an area ends is not guessed`() {
        #expect(values(["phone": "+49895550142"], boxes("Ortsvorwahl", "Rufnummer")).first == .some(nil))
    }

    @Test func `an amount under the heading of pay`() {
        var amount = Field(kind: .text, label: "Amount")
        var currency = Field(kind: .select, label: "Currency")
        var period = Field(kind: .select, label: "Period")
        currency.options = ["USD", "GBP"].map { FieldOption(label: $0, value: $0) }
        period.options = ["per hour", "per year"].map { FieldOption(label: $0, value: $0) }
        (amount.sections, currency.sections, period.sections) = (
            ["Expected salary"], ["Expected salary"], ["Expected salary"]
        )
        let profile: Profile = ["salary_expectation": "£42,000 per year", "location": ["country": "United Kingdom"]]
        #expect(values(profile, [amount, currency, period]) == ["42000", "GBP", "per year"])
    }

    @Test(arguments: [
        ("41000 SEK per month", "Löneanspråk (kr/mån)", true), ("41000 SEK per month", "Löneanspråk (kr/år)", false),
        ("$19.50 per hour", "Desired hourly wage ($)", true), ("$95,000 per year", "Desired hourly wage ($)", false),
    ])
    func `pay for the time that it was given for`(given: String, label: String, isAnswered: Bool) {
        let profile: Profile = ["salary_expectation": .string(given)]
        #expect((values(profile, boxes(label))[0] != nil) == isAnswered)
    }

    @Test func `the name and the day below a statement that is signed`() {
        let fields = ["Name", "Date"].map { label in
            var field = Field(kind: .text, label: label)
            field.sections = ["Voluntary Self-Identification of Disability"]
            return field
        }
        let all = boxes("First name", "Last name") + fields
        let answers = Answerer(Applicant(profile: ["first_name": "Ann", "last_name": "Ray"]), today: "2026-03-05")
            .answers(to: all, asked: Classifier.classify(together: all)).map { $0?.value.plainText }
        #expect(answers == ["Ann", "Ray", "Ann Ray", "2026-03-05"])
    }

    @Test func `the province that bears the city's name`() {
        var field = Field(kind: .select, label: "Provincia")
        field.options = ["Alicante", "Valencia"].map { FieldOption(label: $0, value: $0) }
        let home: Profile = [
            "location": ["city": "Valencia", "state": "Comunidad Valenciana", "country": "Spain"]
        ]
        #expect(values(home, [field]) == ["Valencia"])
        let other: Profile = ["location": ["city": "Valencia", "state": "California", "country": "United States"]]
        #expect(values(other, [field]) == ["California"])
    }

    @Test(
        arguments: [
            ("Fernández Ruiz", "Fernández", "Ruiz"), ("Fernández", "Fernández", nil), ("de la Cruz Ruiz", nil, nil),
        ] as [(String, String?, String?)]
    )
    func `two family names in two boxes`(name: String, first: String?, second: String?) {
        let profile: Profile = ["last_name": .string(name)]
        #expect(values(profile, boxes("Primer apellido", "Segundo apellido")) == [first, second])
        #expect(values(profile, boxes("Apellidos")) == [name])
    }

    @Test func `what stands before a Dutch family name has a box of its own`() {
        let fields = boxes("Voornaam", "Tussenvoegsel", "Achternaam")
        let dutch: Profile = ["first_name": "Sanne", "last_name": "van der Berg"]
        #expect(values(dutch, fields) == ["Sanne", "van der", "Berg"])
        #expect(values(["first_name": "Jan", "last_name": "Smit"], fields) == ["Jan", nil, "Smit"])
        #expect(values(dutch, boxes("Voornaam", "Achternaam")) == ["Sanne", "van der Berg"])
    }

    @Test func `a resume is one under whatever heading`() {
        var field = Field(kind: .file, label: "CV (PDF)")
        field.sections = ["Planner (maternity cover)"]
        #expect(Classifier.classify(field) == .resume)
    }

    @Test func `a label over two lists names them in its order`() {
        let fields = ["State and City", ""].map { Field(kind: .combobox, label: $0) }
        #expect(Classifier.classify(together: fields) == [.state, .city])
    }
}
