extension Answerer {
    /// The answer to a question that the applicant answered in other words: the same words are left of both once those are
    /// gone that any question is made with.
    ///
    /// The field's heading counts where the answered question names it as well, so that "Level" under "English" is the
    /// level of English. What two fields would take goes to neither.
    ///
    /// - Parameters:
    ///   - index: the place of the field, for which nothing else was found.
    ///   - fields: the fields in reading order.
    ///   - asked: what each of them asks for.
    /// - Returns: nil where no answered question is left with the same words.
    func related(_ index: Int, _ fields: [Field], _ asked: [Asked]) -> Answer? {
        let field = fields[index]
        guard !answers.isEmpty, !asked[index].isPersonal, field.kind != .file, field.kind != .checkbox,
            !field.label.isEmpty, !Classifier.isDoubted(index, asked, fields)
        else { return nil }
        let headings = Headings(field)
        guard !headings.isOthers, !headings.isHistory, !Words(field.label).containsAny(Self.following) else {
            return nil
        }
        let cores = Self.cores(of: field)
        let meant = answers.indices.filter { place in
            cores.contains { answers[place].question.core.isSame(as: $0) }
                && isOfSameMeasure(answers[place].question, answers[place].answer, field)
        }
        guard !meant.isEmpty else { return nil }
        let isOne = fields.indices.allSatisfy { other in
            other == index
                || !Self.cores(of: fields[other]).contains { core in
                    meant.contains { answers[$0].question.core.isSame(as: core) }
                }
        }
        return isOne ? agreed(meant, on: field) : nil
    }

    /// What asks for more where the question before it was answered in a certain way.
    private static let following =
        FollowUp.ifSo + ["self describe", "if other", "if not", "if no", "please specify", "please explain"]

    /// Whether a field may take an answer that counts something: years with a language are no mark out of five for it.
    func isOfSameMeasure(_ question: Question, _ answer: String, _ field: Field) -> Bool {
        guard Amount(answer) != nil, Question.tellsTime(question.text) else { return true }
        let texts = [field.label, field.hint ?? "", field.placeholder] + field.options.map(\.label)
        return texts.contains { Question.tellsTime(Words($0)) || Words($0).containsAny(["long", "experience"]) }
            && !Words(field.label).containsAny(["rate", "rating", "scale"])
    }

    /// A bare "yes" tells nobody what something is.
    private func agreed(_ meant: [Int], on field: Field) -> Answer? {
        guard let answer = answer(of: meant.map { answers[$0].answer }) else { return nil }
        let isBare = answer.value.plainText.map { YesNo.said(by: $0) != nil && Words($0).list.count == 1 } ?? false
        let isAsked = YesNo.areOffered(by: field.options) || FrameWords.kind(field.label).isWhether
        return isBare && !isAsked ? nil : answer
    }

    static func cores(of field: Field) -> [Question.Core] { questions(of: field).map(\.core) }

    /// What a field asks, by its label and by its heading with it.
    static func questions(of field: Field) -> [Question] {
        let heading = field.section.map { Question("\($0) \(field.label)") }
        return Question.all(in: field.label) + [heading].compactMap(\.self)
    }
}
