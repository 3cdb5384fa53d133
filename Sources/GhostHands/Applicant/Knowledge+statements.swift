/// Choices that are sentences about the applicant: "I can work in the US without sponsorship".
extension Knowledge {
    /// The one choice that is true, where every other is false.
    func statement(_ field: Field) -> Answer? {
        let real = field.options.filter { !$0.isPlaceholder }
        guard field.kind.isChoice, 2...6 ~= real.count, !YesNo.areOffered(by: real) else { return nil }
        var truths: [Int] = []
        for index in real.indices {
            guard let isTrue = holds(real[index].label) else { return nil }
            if isTrue { truths.append(index) }
        }
        guard truths.count == 1, let index = truths.first, isAtHome(field.label) else { return nil }
        return Answer(.text(real[index].label), from: .profile)
    }

    /// "I have no convictions: true, false" is what "Do you have any?" is not.
    func denial(_ field: Field) -> Answer? {
        let said = field.options.filter { !$0.isPlaceholder }.map { Words($0.label).text }
        guard field.kind.isChoice, Set(said) == ["true", "false"] else { return nil }
        let opening = ["i have no ", "i do not have any ", "i dont have any "]
        let label = field.label.lowercased()
        guard let start = opening.first(where: label.hasPrefix),
            let asked = QuestionReading("Do you have any \(field.label.dropFirst(start.count))"), !asked.isNegated,
            let verdict = verdict(asked), let choice = YesNo.choice(!verdict, in: field.options)
        else { return nil }
        return Answer(.text(field.options[choice].label), from: .answers)
    }

    /// Whether a question speaks of no other country than the applicant's.
    private func isAtHome(_ label: String) -> Bool {
        PlaceMention.all(in: Sentence(label).tokens).places.allSatisfy { place in
            if case .country(let number) = place { return number == citizenship && number == home.country }
            return false
        }
    }

    /// Whether a sentence is true of the applicant; nil where that does not follow.
    private func holds(_ text: String) -> Bool? {
        let words = Words(text)
        if words.list.first == "i", isOtherStatus(words) { return citizenship == home.country ? false : nil }
        guard let reading = QuestionReading(text), reading.words.list.first == "i",
            reading.matters.allSatisfy({ Self.stated.contains($0.topic) }), let verdict = verdict(reading)
        else { return nil }
        guard reading.isNegated else { return verdict }
        // One denial turns it round; more are not counted.
        let denials = reading.words.list.count { ["not", "dont", "cannot", "cant", "wont"].contains($0) }
        return denials == 1 && !reading.words.contains("without") ? !verdict : nil
    }

    /// "I am a permanent resident", "I have a student visa": what a citizen has not.
    private func isOtherStatus(_ words: Words) -> Bool {
        let others = [
            "permanent resident", "green card", "visa", "ead", "opt", "cpt", "work permit", "asylee", "refugee", "daca",
        ]
        let isCitizen = Words(profile.fact(.workAuthorization) ?? "").containsAny([
            "citizen", "citizenship", "national",
        ])
        return isCitizen && words.containsAny(others) && !words.isNegated
            && !words.containsAny(["citizen", "citizens", "need", "require", "sponsorship", "any"])
    }

    private static let stated: Set<Topic> = [.workAuthorization, .sponsorship, .citizenship, .residence]
}
