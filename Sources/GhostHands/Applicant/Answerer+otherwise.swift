/// What none of the choices says: "Other", and the answer itself in the box beside it.
extension Answerer {
    /// Chooses "Other" where the applicant's own answer to the question is none of its choices, and enters the answer where
    /// the form asks for it then.
    ///
    /// Only where a question has no scale of its own: a degree, a number of years or a yes and no have none beside them that
    /// would be true.
    ///
    /// - Parameters:
    ///   - found: the answers so far.
    ///   - fields: the fields in reading order.
    ///   - asked: what each of them asks for.
    /// - Returns: the same with what was found so.
    func otherwise(_ found: [Answer?], _ fields: [Field], _ asked: [Asked]) -> [Answer?] {
        var found = found
        for index in fields.indices where fields[index].kind == .select || fields[index].kind == .radio {
            let box = Self.boxOfOther(after: index, fields)
            guard let other = Self.other(among: fields[index].options),
                let text = unmatched(index, found[index], fields[index], asked[index], hasBox: box != nil)
            else { continue }
            found[index] = Answer(.text(fields[index].options[other].label), from: .answers)
            if let box, found[box] == nil { found[box] = Answer(.text(text), from: .answers) }
        }
        return found
    }

    /// The applicant's answer to the question, which is none of its choices.
    private func unmatched(_ index: Int, _ answer: Answer?, _ field: Field, _ asked: Asked, hasBox: Bool) -> String? {
        let isSource =
            asked == .howHeard || QuestionReading(field.label).map { $0.matters.map(\.topic) == [.source] } ?? false
        let said = answer.flatMap { $0.source == .answers ? $0.value.plainText : nil }
        let text = said ?? (answer == nil && isSource ? named[.howHeard]?.text ?? knowledge.source : nil)
        let choices = field.options.count { !$0.isPlaceholder }
        // A name alone may be of one of the choices: "LinkedIn" of "Social media".
        guard let text, isSource && (hasBox || Words(text).list.count > 2) || hasBox && asked == .question,
            YesNo.said(by: text) == nil,
            !text.contains(where: \.isNumber), choices >= 3
        else { return nil }
        if case .refused = Fit.fit(.text(text), to: field) { return text }
        return nil
    }

    private static func other(among options: [FieldOption]) -> Int? {
        let all = options.indices.filter { isOther(options[$0].label) }
        return all.count == 1 ? all[0] : nil
    }

    private static func isOther(_ label: String) -> Bool {
        let words = Words(label)
        guard let first = words.list.first, words.list.count <= 6 else { return false }
        return others.contains(first)
            && words.list.dropFirst().allSatisfy { telling.contains($0) || FrameWords.contains($0) }
            || othersTogether.contains { label.trimmed.hasPrefix($0) }
    }

    /// The box for what is other: right behind the list, and not about anything else.
    private static func boxOfOther(after index: Int, _ fields: [Field]) -> Int? {
        guard let next = fields.indices.dropFirst(index + 1).first, [.text, .textarea].contains(fields[next].kind)
        else {
            return nil
        }
        let words = Words(fields[next].label)
        let isTold =
            words.list.contains(where: others.contains)
            || othersTogether.contains(where: fields[next].label.contains)
        let isOwn = words.list.allSatisfy { others.contains($0) || telling.contains($0) || FrameWords.contains($0) }
        return isTold && isOwn ? next : nil
    }

    private static let others = Set(
        Words.phrases(
            """
            other, others, andere, anderes, anderer, sonstige, sonstiges, autre, autres, otro, otra, otros, otras, \
            outro, outra, outros, altro, altra, anders, overig, overige, annat, annan, ovrigt, andet, anden, annet, \
            muu, muut, inne, inny, inna, jine, jiny, jinak, diger, baska, другое, другой, иное, інше, інший, أخرى, \
            غير
            """
        )
    )

    /// The same in languages that put no spaces between their words.
    private static let othersTogether = ["その他", "其他", "기타"]

    private static let telling = Set(
        Words.phrases(
            """
            please, specify, response, answer, text, option, details, enter, namely, bitte, angeben, angabe, \
            prazisieren, antwort, precisez, preciser, reponse, especificar, especifique, indicar, respuesta, \
            especifique, resposta, specificare, specifica, risposta, namelijk, geef, toelichting, antwoord, ange, \
            specificera, svar, angiv, spesifiser, tarkenna, vastaus, podaj, jakie, odpowiedz, upresnete, odpoved, \
            belirtiniz, lutfen, cevap, укажите, ответ, уточните, вкажіть, відповідь, source, quelle
            """
        )
    )
}
