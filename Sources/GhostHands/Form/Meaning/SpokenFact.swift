/// Facts that are asked for as people say it: "What's the best number to call you on?", "Who do you work for now?".
///
/// A fact has a few names, and a few verbs by which it is used; a label that is made of both and of its frame, and of
/// nothing else, asks for it. Whatever is left over may make it another's.
enum SpokenFact {
    /// The fact that a label asks for.
    ///
    /// - Parameter label: what a field says.
    /// - Returns: nil where it says anything else besides, or names two facts.
    static func asked(by label: Words) -> Asked? {
        guard 3...16 ~= label.list.count, !label.isNegated else { return nil }
        let found = facts.filter { fact in
            label.containsAny(fact.names) && !label.containsAny(fact.unless)
                && label.areMade(of: fact.phrases, beside: fact.uses, or: frame)
        }
        return found.count == 1 ? found[0].asked : nil
    }

    private struct Fact {
        let asked: Asked
        let names: [String]
        let phrases: Set<String>
        let uses: Set<String>
        let unless: [String]

        init(_ asked: Asked, _ names: String, uses: String, unless: String = "") {
            self.asked = asked
            self.names = Words.phrases(names)
            phrases = Set(self.names)
            self.uses = Set(Words.phrases(uses))
            self.unless = Words.phrases(unless)
        }
    }

    private static let facts = [
        Fact(
            .email,
            "email, e mail, email address, e mail address, mail address, inbox",
            uses:
                "reach, contact, write, best, use, check, address, send, get hold, type, put, updates, reply, regularly"
        ),
        Fact(
            .phone,
            """
            phone, telephone, phone number, telephone number, mobile number, cell number, cell phone, number to call, \
            number to reach, number we can call, number we can reach, number should we call, number can we call, \
            number can we reach, number should we ring, number to ring
            """,
            uses: "call, ring, reach, contact, best, use, dial, get hold, number, type, put, digits, daytime, by"
        ),
        Fact(
            .linkedIn,
            """
            linkedin profile, linkedin url, linkedin address, linkedin page, linkedin link, linkedin, \
            find you on linkedin, profile on linkedin
            """,
            uses:
                "paste, get, full, address, profile, url, link, page, share, find, see, look, public, copy, web, https, com"
        ),
        Fact(
            .school,
            "school, university, college",
            uses: "name, graduate, graduated, recently, latest, last, most, attend, attended, study, studied, went, go"
        ),
        Fact(
            .portfolio,
            """
            personal website, personal site, personal web site, personal homepage, own website, website of your own, \
            personal website or online portfolio, personal website or portfolio, portfolio or personal website, \
            website or portfolio, portfolio or website, personal site or portfolio
            """,
            uses:
                "got, drop, link, here, have, online, look, visit, see, share, url, link, address, browse, view, check, paste"
        ),
        Fact(
            .currentCompany,
            """
            current employer, current employers, current company, current companys, company you work for, employed by, \
            company where you work, company that you work for, organization you work for, current place of work, \
            currently work for, currently employed, working for now, work for now, work for at the moment, \
            firm you are with, firm youre with, company you are with, company youre with, company you are working with, \
            company you work with, work for right now, work for today, whom do you work for, employer right now, employer now, employed with, employer of today, employer at present, employer at the moment, \
            firm you work for, organisation you work for, name on your paycheck, \
            working for currently, work for currently, present employer, present employers
            """,
            uses:
                "name, now, today, currently, moment, company, works, full, called, work, working, organization, business, firm, time, paycheck",
            unless: "address, phone, email, location, website, manager, city, industry, size, long, since, when"
        ),
        Fact(
            .currentTitle,
            """
            current job title, present job title, official job title, current title, current position, current role, \
            present position, present role, present post, post held at present, position held at present, \
            title in your present position, title of your present position, title of your current position, \
            title of your current role, title of your current job, job title with your employer, job title at present, \
            title at present, title right now, job title right now
            """,
            uses: """
                hold, held, with, at, employer, official, present, today, type, name, title, position, job, company, now, \
                currently, moment, call, called, exact, there, of
                """,
            unless: "previous, desired, start, started, since, date, years, long, former, salary, level"
        ),
        Fact(
            .fullName,
            "full name, legal name, full legal name, first and last name, first and last, name and surname, whole name",
            uses: """
                middle name, first name, last name, put, badge, visitor, use, print, printed, badges, certificate, appear, appears, call, go by, type, sign, \
                name, first, last, surname, legal, write, exactly, documents, id, passport, middle
                """
        ),
    ]

    private static let frame = FrameWords.words.union(AskedRule.harmless).union([
        "should", "we", "can", "could", "us", "on", "to", "would", "like", "best", "at", "with", "that", "for", "by",
    ]).subtracting(["why", "when", "where", "whom", "or"])
        .union(["where"])
}
