/// Answers that a form takes in two boxes beside each other.
extension Answerer {
    /// An address of mail in two boxes with an `@` between them, the second of which may be a list of hosts.
    ///
    /// - Parameters:
    ///   - found: the answers so far.
    ///   - fields: the fields in reading order.
    ///   - asked: what each of them asks for.
    /// - Returns: the answers, with a part of the address for each box of such a pair.
    func mailed(_ found: [Answer?], _ fields: [Field], _ asked: [Asked]) -> [Answer?] {
        var found = found
        for (place, next) in zip(fields.indices, fields.indices.dropFirst()) where asked[place] == .email {
            let isPair = fields[place].beside.after.hasPrefix("@") || fields[next].beside.before.hasSuffix("@")
            guard isPair, fields[place].kind == .text || fields[place].kind == .email,
                let given = found[place]?.value.plainText ?? applicant.profile.fact(.email)
            else { continue }
            let parts = given.split(separator: "@").map(String.init)
            guard parts.count == 2 else { continue }
            if fields[next].kind.isChoice, OptionMatcher.match(parts[1], in: fields[next].options) == nil { continue }
            let source = found[place]?.source ?? .profile
            found[place] = Answer(.text(parts[0]), from: source)
            found[next] = Answer(.text(parts[1]), from: source)
        }
        return found
    }

    /// A length of time in a box for its number and a list of units, under one question.
    ///
    /// - Parameters:
    ///   - found: the answers so far.
    ///   - fields: the fields in reading order.
    /// - Returns: the answers, with number and unit where the answer to the question says both.
    func measured(_ found: [Answer?], _ fields: [Field]) -> [Answer?] {
        var found = found
        for (place, next) in zip(fields.indices, fields.indices.dropFirst()) where found[place] == nil {
            let (count, unit) = (fields[place], fields[next])
            guard found[next] == nil, [.number, .text].contains(count.kind), let question = count.section,
                unit.section == question, Self.isCount(count), Self.listsUnits(unit)
            else { continue }
            var whole = Field(kind: .text, label: question)
            whole.isRequired = count.isRequired
            let answer = answers(to: [whole], asked: [Classifier.classify(whole)])[0]
            guard let answer, answer.refusal == nil, let given = answer.value.plainText,
                let parts = Self.numberAndUnit(given), let option = OptionMatcher.match(parts.unit, in: unit.options),
                let span = TimeSpan("1 \(unit.options[option].label)"), span == TimeSpan("1 \(parts.unit)")
            else { continue }
            found[place] = Answer(.text(parts.number), from: answer.source)
            found[next] = Answer(.text(unit.options[option].label), from: answer.source)
        }
        return found
    }

    private static func isCount(_ field: Field) -> Bool {
        let words = Words(field.label)
        return words.list.isEmpty || words.areMade(of: counts, beside: AskedRule.harmless)
            || field.label == field.section
    }

    private static let counts: Set<String> = [
        "number", "amount", "quantity", "value", "length", "duration", "how many", "how long", "anzahl", "zahl",
        "dauer",
        "nombre", "duree", "quantite", "numero", "cantidad", "duracion", "quantidade", "duracao", "quantita", "durata",
        "aantal", "duur", "liczba", "ilosc", "antal", "antall", "maara", "pocet", "sayi", "количество", "число",
    ]

    static func listsUnits(_ field: Field) -> Bool {
        let real = field.options.filter { !$0.isPlaceholder }
        return field.kind.isChoice && real.count > 1 && real.allSatisfy { TimeSpan("1 \($0.label)") != nil }
    }

    /// "8 weeks" as its number and its unit.
    private static func numberAndUnit(_ text: String) -> (number: String, unit: String)? {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard TimeSpan(text) != nil, words.count == 2, let number = Int(words[0]) else { return nil }
        return (String(number), words[1])
    }
}
