/// A sentence that asks whether somebody may work somewhere, or needs a sponsor for it.
///
/// The two have opposite answers, so only the plain shapes are read; every other is a question of its own.
struct WorkQuestion {
    let asked: Asked
    /// The country that it names, by its number among the known ones.
    let country: Int?

    init?(_ label: Words) {
        guard !label.isNegated else { return nil }
        if Self.asksForSponsorship(label) {
            asked = .sponsorship
            country = nil
        } else if let place = Self.placeOfAuthorization(label) {
            asked = .workAuthorization
            country = Synonyms.country(at: place.list)
        } else {
            return nil
        }
    }

    /// "(Will|do) you … (require|need) … sponsorship", with nothing between that could turn it round.
    private static func asksForSponsorship(_ label: Words) -> Bool {
        let others = [
            "authorized", "authorised", "authorization", "eligible", "hold", "held", "able", "can", "have", "had",
            "spouse", "partner", "family", "dependent", "dependents", "relocation", "refuse", "denied",
        ]
        guard !label.containsAny(others), let asked = label.rest(after: ["will you", "do you", "would you"]),
            let needed = asked.rest(after: ["require", "need"]), let rest = needed.rest(after: ["sponsorship"])
        else { return false }
        let adverbs = asked.list.dropLast(needed.list.count + 1)
        let kinds = needed.list.dropLast(rest.list.count + 1)
        return adverbs.allSatisfy(times.contains) && kinds.allSatisfy(sponsoring.contains)
    }

    private static let times: Set<String> = [
        "now", "or", "and", "in", "the", "future", "currently", "ever", "at", "any", "time", "point", "presently",
        "immediately", "today", "also", "later", "either", "will", "do", "you", "require", "need", "possibly",
    ]

    private static let sponsoring: Set<String> = [
        "a", "an", "any", "our", "us", "the", "company", "companys", "employer", "employers", "based", "employment",
        "immigration", "visa", "visas", "work", "permit", "h1b", "h", "1b", "h1", "b", "related", "other", "or",
        "status", "legal", "form", "of", "kind", "type", "to", "provide", "from", "support", "and", "need", "require",
        "new", "future", "continued", "for", "obtain",
    ]

    /// What follows "to work" in "are you authorized to work…", when it says where and no more.
    private static func placeOfAuthorization(_ label: Words) -> Words? {
        let others = ["sponsorship", "sponsor", "visa", "hold", "permit", "only", "spouse"]
        guard !label.containsAny(others),
            let asked = label.rest(after: ["are you", "do you have"]), let work = asked.rest(after: ["to work"])
        else { return nil }
        let kind = Words(list: asked.list.dropLast(work.list.count + 2))
        guard kind.areMade(of: rights, beside: manners) else { return nil }
        if work.list.isEmpty || work.text == "for any employer" { return work }
        guard let place = work.rest(after: ["in the", "in", "within the", "within"]) else { return nil }
        let isNamed = Synonyms.country(at: place.list) != nil
        return isNamed || ["this country", "country"].contains { place.text.hasPrefix($0) } ? place : nil
    }

    private static let rights: Set<String> = [
        "authorized", "authorised", "eligible", "permitted", "entitled", "allowed", "right", "authorization",
        "authorisation",
    ]
    private static let manners: Set<String> = [
        "legally", "currently", "lawfully", "presently", "now", "the", "legal", "fully",
    ]
}
