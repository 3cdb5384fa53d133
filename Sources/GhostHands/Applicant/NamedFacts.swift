/// The plain facts that an applicant stated under a name of their own: "Date of birth" among the answers, or
/// `date_of_birth` beside the members of the profile that the contract names.
///
/// Such a fact answers whoever asks for it, in whatever language; where two differ it answers nobody.
struct NamedFacts: Sendable {
    private let answers: [Asked: Set<String>]
    private let members: [Asked: Set<String>]

    init(_ applicant: Applicant) {
        answers = Self.gathered(applicant.answers.map { (Self.asked(by: $0.key), $0.value) })
        members = Self.gathered(
            applicant.profile.further.compactMap { name, value in
                value.plainText.map { (Classifier.classify(phrase: name), $0) }
            }
        )
    }

    /// What was stated.
    ///
    /// - Parameter asked: the fact that a field asks for.
    /// - Returns: nil where nothing was, or several things that differ.
    subscript(asked: Asked) -> (text: String, source: Answer.Source)? {
        if let part = asked.partOfBirth {
            return self[.birthDate].flatMap { date in part.text(of: date.text).map { ($0, date.source) } }
        }
        let stated = [(answers[asked], Answer.Source.answers), (members[asked], .profile)]
        guard let (texts, source) = stated.first(where: { $0.0 != nil }), let texts, texts.count == 1 else {
            return nil
        }
        return texts.first.map { ($0, source) }
    }

    /// Pay for another time than a year, or in a currency that only the question names, is another fact.
    private static func asked(by question: String) -> Asked? {
        let asked = AskedRule.asked(by: Words(question))
        guard asked == .salary else { return asked }
        let isPlain = PayPeriod.named(in: question).subtracting([.year]).isEmpty && Currency([question]).codes.isEmpty
        return isPlain ? asked : nil
    }

    private static func gathered(_ stated: [(asked: Asked?, text: String)]) -> [Asked: Set<String>] {
        stated.reduce(into: [:]) { facts, one in
            guard let asked = one.asked, asked.isPlain, !one.text.allSatisfy(\.isWhitespace) else { return }
            facts[asked, default: []].insert(one.text)
        }
    }
}

extension Asked {
    /// Whether one text says all of it, whoever asks: no permission or price that depends on the job.
    var isPlain: Bool {
        switch self {
        case .birthDate, .city, .state, .country, .currentCompany, .currentTitle, .salary: true
        case .startDate, .noticePeriod, .howHeard: true
        case .username, .phoneCountryCode: false
        default: isPersonal
        }
    }

    fileprivate var partOfBirth: DatePart? {
        switch self {
        case .birthDay: .day
        case .birthMonth: .month
        case .birthYear: .year
        default: nil
        }
    }
}
