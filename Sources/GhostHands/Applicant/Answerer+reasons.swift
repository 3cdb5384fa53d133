extension Answerer {
    /// Why a field has no answer, for a person: what it was taken to ask, where that is known, and what is missing.
    ///
    /// - Parameter field: a field that ``answers(to:asked:recalled:)`` left.
    /// - Returns: the reason.
    public func reason(whyOpen field: Field) -> String {
        if field.kind == .file { return "no file was given for it" }
        let unknown = "neither profile nor answers say what to enter"
        guard let reading = QuestionReading(field.label), let topic = reading.matters.first?.topic else {
            guard let guess = Guess.likeliest(field, in: .other), guess.asked != .question, !guess.isSure,
                applicant.profile.fact(guess.asked) != nil
            else { return unknown }
            let fact = guess.asked.rawValue.split(separator: "_").joined(separator: " ")
            return "it may ask for the applicant's \(fact), but that is not sure"
        }
        let about = "it asks about \(topic.rawValue)"
        guard knowledge.isKnown(topic) else { return "\(about), and \(unknown)" }
        if reading.matters.count > 1 { return "\(about) and about something else at once" }
        if reading.isNegated { return "\(about) in the negative, which can be answered either way round" }
        return "\(about), under a condition that neither profile nor answers cover"
    }
}

extension Knowledge {
    /// Whether anything is known of a topic.
    func isKnown(_ topic: Topic) -> Bool {
        if claims.contains(where: { $0.topic == topic }) { return true }
        switch topic {
        case .workAuthorization, .citizenship, .immigrationStatus, .sponsorship:
            return profile.fact(.workAuthorization) != nil
        case .residence, .home: return profile.fact(.location) != nil
        case .pay: return profile.fact(.salary) != nil
        case .experience: return profile.fact(.yearsOfExperience) != nil
        case .degree: return heldLevel != nil
        default: return false
        }
    }

    /// Whether a text says the opposite of what follows for a field.
    ///
    /// - Parameters:
    ///   - text: an answer that somebody proposes.
    ///   - field: where it is to stand.
    /// - Returns: false also where nothing follows.
    func isContradicted(by text: String, in field: Field) -> Bool {
        guard let reading = QuestionReading(field.label), let answer = answer(reading, field)?.value.plainText else {
            return false
        }
        guard let known = YesNo.said(by: answer), let said = YesNo.said(by: text) else {
            return field.kind.isChoice && !field.options.isEmpty && Words(answer) != Words(text)
        }
        return known != said
    }
}
