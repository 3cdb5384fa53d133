import Testing

@testable import GhostHands

@Suite struct FitTests {
    private func field(_ kind: FieldKind, _ options: [String] = [], _ change: (inout Field) -> Void = { _ in }) -> Field
    {
        var field = Field(kind: kind, label: "Label")
        field.options = options.map { FieldOption(label: $0, value: $0.lowercased()) }
        change(&field)
        return field
    }

    private func isRefused(_ fit: Fit) -> Bool { if case .refused = fit { true } else { false } }

    @Test(
        arguments: [
            (.number, "$150,000", "150000"), (.range, "7", "7"), (.date, "08/29/2020", "2020-08-29"),
            (.month, "Aug 2020", "2020-08"), (.week, "2026-W07", "2026-W07"), (.time, "4:05 PM", "16:05"),
            (.dateTime, "2020-08-29 16:05", "2020-08-29T16:05"), (.dateTime, "2020-08-29T4pm", "2020-08-29T16:00"),
            (.color, "#AABBCC", "#aabbcc"), (.email, "a@b.c", "a@b.c"), (.text, "one\n two ", "one, two"),
            (.textarea, "one\ntwo", "one\ntwo"),
        ] as [(FieldKind, String, String)]
    )
    func `a text takes the form that its control wants`(kind: FieldKind, answer: String, entry: String) {
        #expect(Fit.fit(.text(answer), to: field(kind)) == .text(entry))
    }

    @Test(arguments: [
        ("LinkedIn linkedin.com/in/", "ada-example"), ("Profile https://", "www.linkedin.com/in/ada-example"),
        ("https://www.linkedin.com/", "in/ada-example"),
    ])
    func `an address goes without what is printed before it`(before: String, entry: String) {
        let box = field(.text) { $0.beside.before = before }
        #expect(Fit.fit("https://www.linkedin.com/in/ada-example", to: box) == .text(entry))
    }

    @Test func `an address of another beginning than the printed one is refused`() {
        let box = field(.text) { $0.beside.before = "github.com/" }
        #expect(isRefused(Fit.fit("https://www.linkedin.com/in/ada-example", to: box)))
    }

    @Test func `a number of ten digits goes without its country's code, and no other is cut`() {
        let ten = field(.tel) { $0.maxLength = 10 }
        #expect(Fit.fit("+1-555-123-4567", to: ten) == .text("5551234567"))
        #expect(isRefused(Fit.fit("+49 30 901820", to: ten)))
        #expect(isRefused(Fit.fit("a name of many letters", to: ten)))
    }

    @Test(
        arguments: [
            (.number, "many"), (.number, "3-5"), (.date, "soon"), (.date, "2020-08"), (.month, "x"), (.week, "seventh"),
            (.time, "noon"), (.dateTime, "2020-08-29"), (.color, "red"), (.checkbox, "perhaps"), (.select, "Blue"),
            (.radio, ""), (.multiselect, "Red, Blue"), (.checkboxGroup, "Blue"),
        ] as [(FieldKind, String)]
    )
    func `an answer that the control cannot hold is refused without repeating it`(kind: FieldKind, answer: String) {
        let fit = Fit.fit(.text(answer), to: field(kind, ["Red", "Green"]))
        #expect(isRefused(fit))
        if case .refused(let reason) = fit, !answer.isEmpty { #expect(!reason.contains(answer)) }
    }

    @Test(
        arguments: [
            (true, true), (false, false), ("Yes", true), ("No", false), ("1", true), ("0", false),
            ("I agree", true), ("Yes, I agree to all of it", true), ("No, thank you", false), ("label", true),
            ("on", true),
        ] as [(Answer.Value, Bool)]
    )
    func `a box is checked for every way to say yes`(answer: Answer.Value, on: Bool) {
        #expect(Fit.fit(answer, to: field(.checkbox, ["on-value"])) == .checked(on))
    }

    @Test func `options are chosen by their index`() {
        let colours = ["Red", "Green", "Dark, deep blue"]
        #expect(Fit.fit("green", to: field(.select, colours)) == .options([1]))
        #expect(Fit.fit(["Red"], to: field(.radio, colours)) == .options([0]))
        #expect(Fit.fit(["Green", "Red", "Red"], to: field(.checkboxGroup, colours)) == .options([0, 1]))
        #expect(Fit.fit("Red; Green", to: field(.multiselect, colours)) == .options([0, 1]))
        #expect(Fit.fit("Dark, deep blue", to: field(.multiselect, colours)) == .options([2]))
        #expect(Fit.fit(true, to: field(.radio, ["No", "Yes"])) == .options([1]))
        #expect(isRefused(Fit.fit(["Red", "Green"], to: field(.select, colours))))
    }

    @Test func `a decimal has a comma where the form shows one`() {
        let german = field(.text) { $0.placeholder = "z. B. 2,3" }
        #expect(Fit.fit("1.7", to: german) == .text("1,7"))
        #expect(Fit.fit("1.7", to: field(.text) { $0.placeholder = "1,000.5" }) == .text("1.7"))
        #expect(Fit.fit("1.7", to: field(.text) { $0.placeholder = "48,000" }) == .text("1.7"))
    }

    @Test func `a date goes into a text field in the format it shows`() {
        #expect(Fit.fit("2020-08-29", to: field(.text) { $0.placeholder = "MM/DD/YYYY" }) == .text("08/29/2020"))
        #expect(Fit.fit("2020-08-29", to: field(.text) { $0.hint = "as dd.mm.yyyy, please" }) == .text("29.08.2020"))
        #expect(Fit.fit("29 Aug 2020", to: field(.text) { $0.label = "Born (MM/YYYY)" }) == .text("08/2020"))
        #expect(Fit.fit("whenever", to: field(.text) { $0.placeholder = "MM/DD/YYYY" }) == .text("whenever"))
    }

    @Test func `what is too long is refused and not cut`() {
        #expect(Fit.fit("12345", to: field(.text) { $0.maxLength = 5 }) == .text("12345"))
        #expect(isRefused(Fit.fit("123456", to: field(.text) { $0.maxLength = 5 })))
        #expect(isRefused(Fit.fit("👍👍👍", to: field(.textarea) { $0.maxLength = 5 })))
    }

    @Test func `a file is a path`() {
        #expect(Fit.fit(.file("/tmp/a.pdf"), to: field(.file)) == .file("/tmp/a.pdf"))
    }

    @Test func `a text that looks like a path is no file`() {
        #expect(isRefused(Fit.fit("/etc/passwd", to: field(.file))))
    }

    @Test(
        arguments: [
            (5, .text("5")), (1.5, .text("1.5")), ("a", .text("a")), (true, .yes(true)),
            (["a", 2], .many(["a", "2"])),
            ([], .many([])),
        ] as [(JSON, Answer.Value)]
    )
    func `a value of flat data is read in the kinds that answers come in`(given: JSON, value: Answer.Value) {
        #expect(Answer.Value(given) == value)
    }

    @Test func `what says nothing is no answer`() {
        #expect(Answer.Value(.null) == nil)
        #expect(Answer.Value(["a": 1]) == nil)
    }

    @Test func `parts of an answer are found between words that join them`() {
        let list = field(.checkboxGroup, ["Portugais", "Anglais", "Espagnol", "Allemand"])
        #expect(Fit.fit("Português, inglês e espanhol", to: list) == .options([0, 1, 2]))
        #expect(isRefused(Fit.fit("inglês e japonês", to: list)), "all of them or none")
    }

    @Test func `a degree and a language are known by their names in other languages`() {
        #expect(Fit.fit("English", to: field(.select, ["Angielski", "Niemiecki"])) == .options([0]))
        #expect(DegreeLevel("硕士研究生") == .master)
        #expect(Fit.fit("硕士", to: field(.select, ["本科", "硕士研究生", "博士研究生"])) == .options([1]))
        #expect(Fit.fit("Laurea magistrale", to: field(.select, ["Licence", "Master"])) == .options([1]))
        #expect(isRefused(Fit.fit("Bachelor of Arts", to: field(.select, ["Bachelor of Science", "Master"]))))
        #expect(LanguageLevel("ana dil") == .native)
    }

    @Test func `an amount is looked for in the unit that the ranges are in`() {
        let list = field(.select, ["10-15 LPA", "15-20 LPA", "Above 30 LPA"])
        #expect(Fit.fit("1800000 INR per year", to: list) == .options([1]))
        #expect(Fit.fit("18 LPA", to: list) == .options([1]))
        #expect(Fit.fit("5200000", to: field(.select, ["300~400万円", "500~600万円"])) == .options([1]))
    }
}
