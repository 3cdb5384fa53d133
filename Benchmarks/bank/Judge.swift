import Foundation
import GhostHands

/// Puts the questions into forms and takes what the product would enter.
struct Asking {
    private let bank: Bank

    init(_ bank: Bank) { self.bank = bank }

    func verdicts() -> [Verdict] { forms().flatMap(fill) }

    /// Forms of at most 15 questions of one platform and language, none of which asks the same fact twice.
    private func forms() -> [[Bank.Question]] {
        var forms: [(kin: String, keys: Set<String>, questions: [Bank.Question])] = []
        for question in bank.questions {
            let kin = "\(question.platform) \(question.language)"
            let asked = question.asked ?? ""
            let key = asked.isEmpty || asked == "question" ? Words(question.field.label).text : asked
            let place = forms.firstIndex { $0.kin == kin && $0.questions.count < 15 && !$0.keys.contains(key) }
            if let place {
                forms[place].keys.insert(key)
                forms[place].questions.append(question)
            } else {
                forms.append((kin, [key], [question]))
            }
        }
        return forms.map(\.questions)
    }

    private func fill(_ form: [Bank.Question]) -> [Verdict] {
        let fields = form.map(\.field)
        let purpose = FormPurpose.of(
            fields,
            marks: "",
            buttons: ["Submit application"],
            text: fields.map(\.label).joined(separator: "\n"),
            title: "Application"
        )
        let answerer = Answerer(bank.applicant, today: "2026-11-29")
        let answers = answerer.answers(to: fields, asked: Classifier.classify(together: fields))
        var before: Classification?
        return form.indices.map { index in
            let meaning = Classifier.explain(fields[index], in: purpose, after: before)
            before = meaning
            return Verdict(form[index], meaning, answers[index])
        }
    }
}

/// What became of one question.
struct Verdict {
    let question: Bank.Question
    private(set) var misses: [(kind: String, text: String)] = []
    private(set) var reading: String?
    private(set) var isConditional = false
    private(set) var isBare = false
    private(set) var outcome: String?
    private(set) var isSettled = false

    init(_ question: Bank.Question, _ meaning: Classification, _ answer: Answer?) {
        self.question = question
        let value = answer.flatMap { Self.entered($0, question.field) }
        read(meaning, value, answer)
        judge(value, answer)
    }

    /// What would stand in the field; nil when nothing would.
    private static func entered(_ answer: Answer, _ field: Field) -> String? {
        guard answer.refusal == nil else { return nil }
        let value: String? =
            switch Fit.fit(answer.value, to: field) {
            case .text(let text): text
            case .options(let chosen): chosen.map { field.options[$0].label }.joined(separator: ", ")
            case .picks(let words): words.first
            case .checked(let isOn): isOn ? "true" : nil
            case .file(let path): path
            case .refused: nil
            }
        return value.flatMap { $0.trimmingSpace.isEmpty ? nil : $0 }
    }

    private mutating func read(_ meaning: Classification, _ value: String?, _ answer: Answer?) {
        guard let asked = question.asked else { return }
        let isSure = meaning.isSure && meaning.asked != .question
        reading = !isSure ? "left" : meaning.asked.rawValue == asked ? "surely right" : "surely wrong"
        if reading == "surely wrong" {
            miss("surely wrong", "\(meaning.asked.rawValue), not \(asked) \(question.form)")
        }
        isConditional = ["narrowed", "compound", "negated"].contains(question.form) && question.note != "entry"
        isBare = isConditional && value != nil && answer?.source == .profile
        if isBare {
            miss("bare fact", "\(value ?? "") for \(asked) \(question.form); expected \(question.expectation ?? "-")")
        }
    }

    private mutating func judge(_ value: String?, _ answer: Answer?) {
        guard let want = question.expectation else {
            if let value { miss("unjudged", "\(value) from \(answer?.source.rawValue ?? "")") }
            return
        }
        let may = want.drop { $0 != ":" }.dropFirst().split(separator: "|").map(String.init)
        switch want {
        case "none": outcome = value != nil && answer?.source != .defaultOfForm ? "WRONG" : "right"
        case "decline": outcome = value.map { Likeness.declines($0) ? "right" : "WRONG" } ?? "left"
        default:
            let isRight =
                value.map { value in
                    question.kind == "file"
                        ? may.contains("file") : may.contains { Likeness.areSame(value, $0) }
                }
            outcome = isRight.map { $0 ? "right" : "WRONG" } ?? (may.contains("none") ? "right" : "left")
        }
        isSettled = want != "none" && !may.contains("none")
        guard let outcome, outcome != "right" else { return }
        miss(outcome, "\(value ?? ""), not \(want); \(answer.map { "\($0)" }?.prefix(90) ?? "no answer")")
    }

    private mutating func miss(_ kind: String, _ text: String) {
        let options = question.field.options.prefix(5).map { String($0.label.prefix(24)) }
        let label = question.field.label.prefix(160).replacing("\n", with: " ")
        misses.append((kind, "\(question.id) \"\(label)\" \(question.field.kind) \(options): \(text)"))
    }
}

/// When two answers are the same, as the judge that works through a browser has it.
enum Likeness {
    static func declines(_ text: String) -> Bool {
        let marks = [
            "prefer not", "decline", "not wish to", "not want to", "not like to", "rather not", "don't wish",
            "don’t wish", "do not wish", "choose not", "not to say", "not to answer", "not to disclose", "not to self",
            "undisclosed", "keine angabe", "no deseo", "ne souhaite pas", "opt out", "not specified",
        ]
        let text = text.lowercased()
        return marks.contains(where: text.contains)
    }

    static func areSame(_ got: String, _ want: String) -> Bool {
        let plain = [got, want].map { alike[folded($0)] ?? folded($0) }
        if plain[0] == plain[1] { return true }
        if got.contains(","), !want.contains(","),
            folded(String(got.prefix { $0 != "," })) == folded(want)
        {
            return true
        }
        if let date = date(got), date == self.date(want) { return true }
        let digits = [got, want].map { $0.filter { $0.isASCII && $0.isNumber } }
        let others = (got + want).count { $0.isLetter }
        if !digits[0].isEmpty, digits[0] == digits[1], others <= 6 { return true }
        if digits[0].count >= 9, digits[1].hasSuffix(String(digits[0].suffix(9))) { return true }
        return got.lowercased().trimmingCharacters(in: ["/"]) == want.lowercased().trimmingCharacters(in: ["/"])
    }

    private static let alike = [
        "us": "united states", "usa": "united states", "u s": "united states", "u s a": "united states",
        "united states of america": "united states",
    ]

    private static func folded(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    private static func date(_ text: String) -> CalendarDay? { CalendarDay(text) }
}

/// A day in one of the notations that the judge knows.
struct CalendarDay: Equatable {
    let year, month, day: Int

    init?(_ text: String) {
        for format in ["yyyy-MM-dd", "MM/dd/yyyy", "dd/MM/yyyy", "dd.MM.yyyy", "MMMM d, yyyy", "d MMMM yyyy"] {
            let formatter = DateFormatter()
            formatter.locale = Locale(identifier: "en_US_POSIX")
            formatter.timeZone = .gmt
            formatter.dateFormat = format
            formatter.isLenient = false
            guard let date = formatter.date(from: text.trimmingSpace) else { continue }
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = .gmt
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            (year, month, day) = (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
            return
        }
        return nil
    }
}

/// The figures over some verdicts.
struct Figures {
    private let verdicts: [Verdict]

    init(_ verdicts: [Verdict]) { self.verdicts = verdicts }

    var summary: String {
        let judged = verdicts.filter { $0.outcome != nil }
        let settled = judged.filter(\.isSettled)
        let wrong = judged.count { $0.outcome == "WRONG" }
        let read = verdicts.filter { $0.reading != nil }
        let mistaken = read.count { $0.reading == "surely wrong" }
        return "right \(share(judged) { $0.outcome == "right" }), WRONG \(wrong) of \(judged.count); "
            + "of \(settled.count) that must be answered \(share(settled) { $0.outcome == "right" }) are; "
            + "surely right \(share(read) { $0.reading == "surely right" }), surely wrong \(mistaken) of \(read.count); "
            + "bare fact \(verdicts.count(where: \.isBare)) of \(verdicts.count(where: \.isConditional))"
    }

    private func share(_ all: [Verdict], _ test: (Verdict) -> Bool) -> String {
        let tenths = all.isEmpty ? 0 : (1000 * all.count(where: test) + all.count / 2) / all.count
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
