/// Whether a heading says that what follows is about another person than the applicant.
///
/// A wrong yes leaves a form unfilled, a wrong no sends the applicant's name as somebody else's. So a word that is
/// nobody's profession counts wherever it stands, and one that may be the job's own title only where nothing else is
/// said but whose.
enum Persons {
    /// Whether a heading is about another person.
    static func areNamed(by heading: Words, as text: String) -> Bool {
        guard heading.list.count <= 14 else { return false }
        return heading.mentions(occasions) || heading.list.count <= 8 && heading.mentions(kin)
            || roots.contains { text.holds($0) } || isRole(heading)
    }

    private static let occasions = Mentions(words: OtherParty.words(.occasion))
    private static let kin = Mentions(words: OtherParty.words(.anywhere))

    /// What stands within a heading of a language without spaces.
    private static let roots = [
        "緊急連絡", "緊急時", "保護者", "保証人", "配偶者", "推薦者", "推薦人", "紹介者", "紧急联系", "紧急联络", "緊急聯絡", "家长", "家長", "配偶",
        "推荐人", "证明人", "證明人", "介绍人", "家庭成员", "家庭成員", "비상연락", "비상 연락", "보호자", "배우자", "추천인", "가족",
    ]

    /// Those who may be somebody to the applicant, or the very job.
    private static func isRole(_ heading: Words) -> Bool { heading.areMade(of: roles, beside: whose) }

    private static let roles = Set(OtherParty.words([.alone, .job]))

    /// Whether a heading over a whole form may be the name of the job, and of nobody: whoever asks about another says so.
    static func mayBeJob(_ heading: Words) -> Bool { heading.areMade(of: jobs, beside: []) }

    private static let jobs = Set(OtherParty.words(.job))

    private static let whose = AskedRule.harmless.union(
        Words.phrases(
            """
            information, info, details, contact, contacts, current, present, former, previous, past, last, most, recent, \
            immediate, direct, line, hiring, family, professional, personal, academic, work, name, names, of, about, 1, 2, \
            3, 4, 5, one, two, three, first, second, third, number, no, s, data, section, ihr, ihre, dein, votre, su, tu, \
            seu, sua, uw, jouw, twoj, din, ditt, daten, angaben, kontakt, kontaktdaten, direkter, direkte
            """
        )
    )
}
