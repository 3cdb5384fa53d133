/// What a box may be checked for on behalf of whoever asks us to apply (docs/decisions/0005).
///
/// Every word of the label must be one of agreeing, or of what may be agreed to: one word more could state a fact about
/// the applicant, or give away what they would not.
package enum Agreement {
    /// Whether a label agrees to the terms of the application and to nothing else.
    static func isMere(_ label: String) -> Bool { isWhole(label) || isOfClauses(label) }

    /// "I confirm that all of it is true, and have read the privacy policy": clauses of which each is one.
    private static func isOfClauses(_ label: String) -> Bool {
        guard label.utf8.count <= 600 else { return false }
        return joints.contains { joint in
            label.ranges(of: joint).contains { range in
                isWhole(String(label[..<range.lowerBound])) && isMere(String(label[range.upperBound...]))
            }
        }
    }

    private static let joints =
        [". ", "; ", ", ", " & "]
        + [
            "and", "und", "sowie", "et", "y", "e", "ed", "en", "og", "och", "samt", "ja", "sekä", "i", "oraz", "a", "и",
            "та", "і", "й", "ve",
        ].map { " \($0) " }

    private static func isWhole(_ label: String) -> Bool {
        let words = withoutNames(label)
        let mayAgree = !marks.isDisjoint(with: words.list)
        return mayAgree && words.areMade(of: objects, beside: agreeing, or: DataUse.purposes) || isTruth(words)
            || DataUse.isAgreed(to: words, or: objects, by: agreeing) || isMereAbroad(label, Words(label))
    }

    /// Whether a box agrees to that and to nothing else: also one that only says "I agree" under a heading which says to
    /// what.
    static func isMere(_ field: Field) -> Bool {
        isMere(field.label) || field.label.hasPrefix("Do you ") && isMere("I " + field.label.dropFirst(7))
            || [field.section, field.lines.first].contains { above in
                above.map { isMere("\($0) \(field.label)") } ?? false
            }
    }

    /// "All information is true": of this application, and with nothing about its content.
    private static func isTruth(_ words: Words) -> Bool {
        let told: Set = [
            "information", "application", "answers", "statements", "details", "data", "form", "everything",
        ]
        let held: Set = ["true", "accurate", "correct", "complete", "truthful", "truthfully"]
        return words.areMade(of: held, beside: agreeing.union(told).union(truthful))
            && !told.isDisjoint(with: words.list)
    }

    private static let marks = Words.marks(of: objects)

    private static let objects: Set<String> = [
        "terms", "terms of use", "terms of service", "terms of participation", "terms of application",
        "terms and conditions", "terms conditions", "conditions", "privacy policy", "privacy policies",
        "privacy notice", "privacy statement", "privacy terms", "data privacy", "data protection policy",
        "data protection notice", "data protection statement", "data protection declaration", "data policy",
        "processing of", "process", "processing", "processed", "storing", "storing of", "storage of", "stored",
        "collection of", "collection and use of", "collection and processing of",
        "collection storage and processing of",
        "be processed", "being processed", "be stored", "being stored", "stores", "store", "processes", "keeps", "keep",
    ]

    private static let agreeing: Set<String> = [
        "i", "we", "ive", "have", "hereby", "read", "and", "agree", "agreed", "accept", "accepted", "consent",
        "acknowledge", "it",
        "them", "understand", "understood", "certify", "confirm", "declare", "by checking this box",
        "by ticking this box", "by clicking this box", "by submitting this application", "by submitting this form",
        "by applying", "to", "the", "that", "with", "your", "our", "their", "its", "company", "companys", "above",
        "below",
        "following", "all", "fully", "please", "yes", "required", "of this", "of the application", "of this site",
        "of this website", "of the website", "in accordance with", "as described in", "as set out in", "as stated in",
        "as outlined in", "candidate", "applicant", "applicants", "job applicant", "for applicants",
        "for candidates", "for job applicants", "for job candidates", "for recruitment", "for recruiting", "candidates",
        "job applicants", "recruitment", "my", "personal",
        "data",
        "information", "details", "application", "of my", "of your", "click here", "being", "gdpr", "may", "will",
        "can",
        "this application", "give my consent", "give consent", "according to", "for my personal data", "for my data",
    ]

    private static let truthful: Set<String> = [
        "is", "are", "in", "on", "this", "provided", "given", "submitted", "entered", "contained", "herein", "i have",
        "to the best of my knowledge", "to the best of my knowledge and belief", "best of my knowledge",
        "as far as i know",
        "made", "have been", "answered",
    ]

    /// The words without the names of whom the data is given to.
    ///
    /// Whose document or whose store it is changes nothing: `Acme's` before anything, and names right before "privacy" or
    /// a verb of keeping; before what one will do only where capitals tell names from other words.
    private static func withoutNames(_ label: String) -> Words {
        let all = label.split(whereSeparator: \.isWhitespace).map(String.init)
        let isTitle = all.filter { $0.count > 3 }.allSatisfy { $0.first?.isLowercase != true }
        let tokens = isTitle ? all : withoutOwners(all)
        let marks = isTitle ? keeping : keeping.union(doing)
        var kept: [String] = []
        for token in tokens {
            let isOwner = token.hasSuffix("'s") || token.hasSuffix("’s")
            let word = Words(token).list.first ?? ""
            if isOwner || marks.contains(word) { dropNames(from: &kept) }
            if isOwner, token.first?.isUppercase == true { continue }
            kept.append(token)
        }
        return Words(kept.joined(separator: " "))
    }

    /// Without "of Acme Logistics".
    private static func withoutOwners(_ tokens: [String]) -> [String] {
        var kept: [String] = []
        var at = 0
        while at < tokens.count {
            let isLead = ["of", "by", "at"].contains(tokens[at])
            let names = isLead ? tokens[(at + 1)...].prefix { $0.first?.isUppercase == true && !knows($0) }.count : 0
            if names == 0 { kept.append(tokens[at]) }
            at += max(1, names + (isLead && names > 0 ? 1 : 0))
        }
        return kept
    }

    private static func knows(_ token: String) -> Bool {
        let word = Words(token).text
        return agreeing.contains(word) || objects.contains { Words($0).list.first == word }
    }

    private static let keeping: Set<String> = ["privacy", "stores", "store", "processes", "process", "keeps", "keep"]
    private static let doing: Set<String> = ["uses", "using", "saves", "handles", "collects", "may", "will", "can"]

    private static func dropNames(from kept: inout [String]) {
        while let last = kept.last, last.first?.isUppercase == true, !agreeing.contains(Words(last).text) {
            kept.removeLast()
        }
    }
}
