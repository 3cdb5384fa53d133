/// A way to reach the applicant that a box asks for in the middle of other words: "An email we can use to invite you".
///
/// Few things are written into a box beside the very words for a LinkedIn page, an e-mail address or a telephone number but
/// these; what may make them another's, or something else, is listed.
enum ContactMention {
    /// What a label asks for.
    ///
    /// - Parameter field: a box for a line of text.
    /// - Returns: nil where it mentions none of them, several, or a word that may turn it.
    static func asked(by field: Field) -> Asked? {
        guard [.text, .email, .tel, .url].contains(field.kind) else { return nil }
        let bare = withoutAsides(field.label)
        let label = Words(bare)
        guard 2...32 ~= label.list.count, !label.isNegated, !label.containsAny(others), !bare.hasSuffix("…"),
            Words(field.label).list.count <= 45, !Words(field.label).containsAny(conditions)
        else { return nil }
        let found = facts.filter { label.containsAny($0.names) }
        guard found.count == 1, let fact = found.first, !label.containsAny(fact.unless) else { return nil }
        let asks = sentences(bare).filter { $0.containsAny(fact.names) }
        guard !asks.contains(where: { $0.containsAny(questions) }) else { return nil }
        return label.containsAny(asking) && isOwn(fact, bare, label) ? fact.asked : nil
    }

    private struct Fact {
        let asked: Asked
        let names: [String]
        let unless: [String]

        init(_ asked: Asked, _ names: String, unless: String) {
            self.asked = asked
            self.names = Words.phrases(names)
            self.unless = Words.phrases(unless)
        }
    }

    /// Whether nobody is named whose it would be: not "your mentor's e-mail", "mentor e-mail" or "e-mail of your mentor".
    private static func isOwn(_ fact: Fact, _ text: String, _ label: Words) -> Bool {
        let owners = text.replacing("’", with: "'").matches(of: /(\w+)'s\b/).map { $0.output.1.lowercased() }
        guard owners.allSatisfy({ ["what", "here", "let", "it", "that", "applicant", "candidate"].contains($0) }) else {
            return false
        }
        let list = label.list
        return list.indices.allSatisfy { at in
            guard
                let name = fact.names.lazy.map({ Words($0).list }).filter({ list[at...].starts(with: $0) })
                    .max(by: { $0.count < $1.count })
            else { return true }
            let before = at > 0 ? list[at - 1] : "your"
            let after = at + name.count < list.count ? list[at + name.count] : ""
            return after != "of"
                && (plain.contains(before) || FrameWords.contains(before) || AskedRule.harmless.contains(before))
        }
    }

    /// What may stand before the thing.
    private static let plain = Set(
        Words.phrases(
            """
            personal, preferred, best, main, primary, own, daytime, contact, mobile, full, public, active, valid, cell, \
            private, working, reliable, an, a, the, your, on, in, by, electronic, got, correct, direct, us, via, to, e, \
            linked, profile, at, and, network, professional, our, please, regular, regularly, enter, provide, give, state, \
            paste, share, candidate, applicant
            """
        )
    )

    private static func sentences(_ text: String) -> [Words] {
        text.split(whereSeparator: { ".!?\n".contains($0) }).map { Words(String($0)) }
    }

    /// What stands in brackets says how to answer.
    private static func withoutAsides(_ text: String) -> String { text.replacing(/\([^)]*\)/, with: " ") }

    private static let facts = [
        Fact(
            .linkedIn,
            "linkedin, linkdin",
            unless: """
                website, github, twitter, portfolio, blog, facebook, xing, ads, ad, learning, campaign, recruiter, premium, \
                connections, followers, how, why, hear, heard, saw, apply, post, posts, message, experience, sales, navigator, \
                company page, sign in, log in, import, autofill
                """
        ),
        Fact(
            .email,
            "email, e mail, emails, email address, e mail address, electronic mail address",
            unless: """
                phone, telephone, confirm, again, repeat, verify, retype, password, second, secondary, alternate, alternative, \
                other, work, business, company, old, previous, paypal, subject, write, experience, marketing, campaigns, campaign, \
                newsletter, subscribe, consent, agree, how, many, tools, client, outlook, gmail, template, first contact, school, \
                code, hear, heard, linkedin, apple, account number
                """
        ),
        Fact(
            .phone,
            "phone, telephone, phone number, telephone number, mobile number, cell number, number to call, mobile phone, cell phone",
            unless: """
                email, extension, ext, country, code, type, time, second, secondary, alternate, alternative, other, work, business, \
                home, company, old, previous, model, brand, confirm, again, how, many, screen, skills, experience, interview, \
                android, iphone, do you own, own a, consent, agree, carrier, provider, operator, fax, whatsapp, linkedin
                """
        ),
    ]

    /// Somebody else, or another time.
    private static let others =
        OtherParty.words([.inNames, .anywhere, .occasion]).filter { $0 != "birth" && $0 != "license" }
        + Words.phrases(
            """
            his, her, their, recruiter, hiring, friend, colleague, client, customer, customers, doctor, landlord, former, boss, \
            team, office, agent, describe, based, support, examples, example, sample, draft, response, body, \
            delete, remove, want us, campaign, service, transcript, invoice, invoices, says, say, verification
            """
        )
    /// What makes another question of a sentence that mentions the thing.
    private static let questions = Words.phrases(
        "why, when, who, whom, which, whether, do you have, have you, are you, can you, would you like, do you use"
    )
    private static let conditions = ["if different", "if other", "if not", "if yes", "if so", "if applicable"]

    /// Words that order or offer the thing.
    private static let asking = Words.phrases(
        """
        what is, whats, your, yours, please, enter, provide, share, give, paste, link, url, pop, put, drop, send, type, let us, \
        we can, we could, on which, to which, at which, reach, profile, address, candidate, applicant, applicants, contact
        """
    )
}
