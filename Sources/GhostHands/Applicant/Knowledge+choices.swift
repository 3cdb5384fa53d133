/// Facts that only the choices ask for: a label says less than they do.
extension Knowledge {
    /// "Seniority" over "Junior (0-1 years)", "Senior (6-10 years)": the one in whose years the applicant's lie.
    ///
    /// - Parameter field: a field to choose from.
    /// - Returns: nil where not every choice counts years, or the label asks for years with something.
    func levelOfExperience(_ field: Field) -> Answer? {
        guard field.kind.isChoice, Words(field.label).areMade(of: Self.levels, beside: Self.besideLevels),
            let years = profile.fact(.yearsOfExperience)
        else { return nil }
        return Self.offersYears(field) ? fitting((years, .profile), field) : nil
    }

    /// Whether the choices count years, all but one that may say "none".
    static func offersYears(_ field: Field) -> Bool {
        let real = field.options.filter { !$0.isPlaceholder }
        let counted = real.count { option in
            option.label.contains(where: \.isNumber)
                && Words(option.label).containsAny(["year", "years", "yr", "yrs", "yoe"])
        }
        return field.kind.isChoice && counted >= 2 && counted >= real.count - 1
    }

    private static let levels: Set<String> = [
        "level of experience", "experience level", "seniority", "seniority level", "level of seniority",
        "professional level", "level of professional experience", "career level", "level of work experience",
        "work experience", "professional experience", "years of experience", "career stage", "experience",
    ]

    private static let besideLevels = AskedRule.harmless.union([
        "your", "current", "overall", "total", "what", "is", "which", "best", "describes", "select", "choose", "please",
        "how", "much", "do", "you", "have", "would", "describe", "of", "the", "level",
    ])

    /// "How should we refer to you?" over "she/her", "he/him", "they/them".
    ///
    /// - Parameter field: a field to choose from.
    /// - Returns: the one choice that begins with the applicant's pronouns; nil where the choices are others, or others
    ///   are asked about.
    func ownPronouns(_ field: Field) -> Answer? {
        guard Self.offersPronouns(field), Classifier.isOwn(.pronouns, field), !Headings(field).isOthers,
            !QuestionReading.isOfAnother(Words(field.label).list),
            let said = claims.first(where: { $0.topic == .pronouns })?.text ?? profile.fact(.pronouns)
        else { return nil }
        let own = Words(said).list.prefix(2)
        guard own.count == 2 else { return nil }
        let same = field.options.filter { !$0.isPlaceholder && Words($0.label).list.starts(with: own) }
        let source: Answer.Source = isClaimed(.pronouns) ? .answers : .profile
        return same.count == 1 ? Answer(.text(same[0].label), from: source) : nil
    }

    /// Whether the choices are pronouns, which are told by their pairs in every language: "zij/haar".
    static func offersPronouns(_ field: Field) -> Bool {
        field.kind.isChoice
            && field.options.count { $0.label.split(separator: "/").count(where: { $0.trimmed.count <= 6 }) >= 2 } >= 2
    }
}

extension Answerer {
    /// What a row of a table of choices asks: "SQL" under "Please rate your experience in years".
    ///
    /// - Parameter field: a field to choose from.
    /// - Returns: nil where the heading asks nothing of the kind.
    static func row(_ field: Field) -> QuestionReading? {
        guard [.radio, .select].contains(field.kind), Words(field.label).list.count <= 4 else { return nil }
        let headings = (field.sections + field.lines).filter { Words($0).list.count >= 3 }
        return headings.lazy.compactMap { QuestionReading("\($0) \(field.label)") }.first { reading in
            reading.matters.count == 1 && [.experience, .skill, .language].contains(reading.matters[0].topic)
        }
    }
}
