/// What a question asks: about which topics, of which place, with which number, in which direction, and which of its
/// words say something that nobody here understands.
struct QuestionReading {
    /// One topic that it asks about.
    struct Matter: Hashable {
        let topic: Topic
        /// Whether a "yes" to the question is a "no" to the topic.
        let isInverse: Bool
    }

    let matters: [Matter]
    let places: [PlaceMention]
    /// The words of its condition: what no rule explains.
    let scope: Set<String>
    /// The same in their order.
    let rest: Words
    /// What it calls by a name.
    let names: [String]
    /// Whether words that no rule explains come before what is asked about: "a team whose members hold a clearance" is
    /// about the team.
    let isLedByOthers: Bool
    /// A number with what it bounds.
    let bound: Bound?
    /// Whether it can be answered with yes or no.
    let asksWhether: Bool
    /// Whether it denies something that no rule knows how to turn round.
    let isNegated: Bool
    /// Whether it joins its parts by "or" rather than "and".
    let isAlternative: Bool
    let words: Words
    /// The sentences around the one that asks.
    let context: Words
    /// What it asks after that of whoever says yes.
    let further: Words
    /// What it is written in.
    let book: Phrasebook

    /// A number that something has to reach.
    struct Bound: Hashable {
        let number: Double
        /// "More than five" is not met by five.
        let isStrict: Bool
    }

    /// Reads a label; nil for one that asks about no known topic, or only where another answer was given.
    init?(_ label: String) {
        guard Phrasebook.isEastAsian(label) || Phrasebook.mayMean(Self.openings, in: label) else { return nil }
        if let same = Self.repeated(label) {
            self = same
            return
        }
        let sentence = Sentence(Self.inOnePiece(label))
        guard !sentence.isDependent, sentence.questions <= 1, !sentence.tokens.isEmpty, sentence.tokens.count <= 70
        else { return nil }
        let words = sentence.words
        let list = words.list
        self.words = words
        (context, further) = (sentence.context, sentence.further)
        book = sentence.book
        let found = TopicRule.candidates(list).compactMap { rule in rule.explained(list, words).map { (rule, $0) } }
        let told = Self.kept(found, words)
        guard !told.isEmpty, !words.containsAny(Self.essays), !Self.isOfAnother(list, told.map(\.0.topic)) else {
            return nil
        }
        (places, rest, names, matters) = Self.parts(sentence, told)
        scope = Set(rest.list)
        isLedByOthers = Self.isLed(list, by: scope, told.map(\.0))
        let isOfOffice = told.contains { $0.0.topic == .office }
        let aside = isOfOffice ? Self.bound(in: Sentence(sentence.asides.text).tokens) : nil
        bound = Self.bound(in: sentence.tokens) ?? aside ?? (isOfOffice ? Self.weekdays(in: list) : nil)
        // "What's" is read like "is", and asks for a value all the same.
        asksWhether = Self.asksWhether(list) && !Words(label).contains("whats")
        isNegated = Self.isNegated(list, told.map(\.0)) || Self.isDenied(in: book, list)
        isAlternative =
            !sentence.placesListed.isEmpty || words.containsAny(["or", "one of", "any of", "either of"])
    }

    /// A text in which names that programs' words are made of stay whole: "JavaScript" is no Java, "C++" no C.
    ///
    /// - Parameter text: a label, or a skill.
    static func inOnePiece(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { token -> String in
            let named = token.replacing("++", with: "plusplus").replacing("#", with: "sharp")
            let isHumped = zip(token, token.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
            return isHumped ? named.prefix(1) + named.dropFirst().lowercased() : String(named)
        }
        .joined(separator: " ")
    }

    /// The words of which a sentence has one that asks about any topic.
    private static let openings = Phrasebook.sources(of: TopicRule.openings)

    /// What a label asks that asks the same twice, in other words or in another language: the narrower of both.
    private static func repeated(_ label: String) -> QuestionReading? {
        let isBilingual = label.contains(" / ")
        let pieces = isBilingual ? label.split(separator: " / ") : label.split(separator: "?")
        guard pieces.count == 2, isBilingual || label.count(where: { $0 == "?" }) == 2 else { return nil }
        let found = pieces.compactMap { QuestionReading(String($0)) }
        guard found.count == 2, found[0].matters == found[1].matters, found[0].matters.count == 1,
            found[0].places == found[1].places, !isBilingual || found[0].book.yes != found[1].book.yes
        else { return nil }
        return found.max { $0.scope.count < $1.scope.count }
    }

    private static func parts(
        _ sentence: Sentence,
        _ told: [(TopicRule, Set<Int>)]
    ) -> ([PlaceMention], Words, [String], [Matter]) {
        let isOfPlace = told.contains { $0.0.topic.isOfPlace }
        let (named, at) = isOfPlace ? PlaceMention.all(in: sentence.tokens) : ([], [])
        let further = sentence.placesAside + sentence.placesListed
        // That form is the United States' own, and no town.
        let ofForm = sentence.words.contains("form i 9") ? Synonyms.country(code: "us").map(PlaceMention.country) : nil
        let own = ofForm.map { [$0] } ?? named + (isOfPlace ? further : [])
        let all = own.isEmpty && isOfPlace ? sentence.placesAround : own
        let places = all.indices.filter { !all[..<$0].contains(all[$0]) }.map { all[$0] }
        let explained = told.reduce(at) { $0.union($1.1) }
        let left = sentence.tokens.indices.filter { index in
            let word = sentence.tokens[index].word
            return !explained.contains(index) && !light.contains(word)
                && !(sentence.isApproving && ofDemands.contains(word))
        }
        // In German every noun is written as a name.
        let takesNames = !sentence.book.capitalizesNouns && told.contains { $0.0.topic.takesNames }
        let names = takesNames ? left.filter { sentence.tokens[$0].isName } : []
        let said = left.filter { !names.contains($0) }.map { sentence.tokens[$0].word }
        // A lone number is a bound.
        let bounds = said.filter { number($0) != nil }
        let rest = Words(list: (bounds.count == 1 ? said.filter { $0 != bounds[0] } : said) + sentence.conditions)
        let words = sentence.words
        let matters = told.reduce(into: [Matter]()) { matters, one in
            let rule = one.0
            let isWithout = rule.topic == .sponsorship && words.contains("without")
            let matter = Matter(topic: rule.topic, isInverse: isWithout || rule.isInverse(words.list))
            if !matters.contains(matter) { matters.append(matter) }
        }
        return (places, rest, names.map { sentence.tokens[$0].word }, matters)
    }

    /// How a job demands what the next sentence asks for, as in "We can only employ people who live in Texas".
    private static let ofDemands: Set<String> = [
        "only", "eligible", "meet", "criteria", "able", "employ", "hire", "individuals", "people", "candidates", "must",
        "requires", "require", "qualify", "who", "applicants", "persons", "considered", "consider", "accept",
        "accepting",
    ]

    /// Without what another topic only uses: sponsorship is "for work authorization".
    private static func kept(_ found: [(TopicRule, Set<Int>)], _ words: Words) -> [(TopicRule, Set<Int>)] {
        let topics = Set(found.map(\.0.topic))
        return found.filter { rule, _ in
            switch rule.topic {
            case .workAuthorization:
                topics.isDisjoint(with: [.immigrationStatus, .sponsorship, .visa, .restriction])
                    || words.contains("without")
                    || words.contains("and not")
            case .conviction: !topics.contains(.backgroundCheck)
            case .residence, .home:
                topics.isDisjoint(with: [
                    .sponsorship, .workAuthorization, .relocation, .experience, .degree, .citizenship,
                ])
            case .office: !topics.contains(.travel)
            case .citizenship: topics.isDisjoint(with: [.immigrationStatus, .sponsorship, .nationality])
            case .nationality: topics.isDisjoint(with: [.immigrationStatus, .sponsorship])
            case .skill: topics.count == 1
            case .immigrationStatus:
                topics.isSubset(of: [.immigrationStatus, .citizenship, .nationality, .workAuthorization])
            case .language: !topics.contains(.experience)
            case .formerEmployee:
                topics.isDisjoint(with: [.relatives, .nonCompete, .referral, .conviction, .sponsorship])
            case .relatives: topics.isDisjoint(with: [.sponsorship, .nonCompete])
            case .referral: topics.isDisjoint(with: [.relatives, .sponsorship])
            case .start: !topics.contains(.notice)
            case .source: !topics.contains(.referral)
            default: true
            }
        }
    }

    private static func asksWhether(_ list: [String]) -> Bool {
        guard let first = list.first else { return false }
        if asking.contains(first) { return true }
        // "In the future, will you …"
        let open: Set = ["who", "what", "which", "where", "when", "how", "why", "whom", "whose", "if"]
        let pairs = zip(list, list.dropFirst()).enumerated()
        guard let at = pairs.first(where: { asking.contains($1.0) && $1.1 == "you" })?.offset else { return false }
        return open.isDisjoint(with: list[..<at])
    }

    private static let asking: Set<String> = [
        "are", "do", "does", "did", "have", "has", "had", "is", "was", "were", "will", "would", "can", "could", "may",
        "should", "shall",
    ]

    private static func isLed(_ list: [String], by others: Set<String>, _ rules: [TopicRule]) -> Bool {
        let first = rules.compactMap { $0.cues.flatMap { $0 }.flatMap { $0.places(in: list) }.min() }.min() ?? 0
        let opening = list.prefix(2)
        if let auxiliary = opening.first, ["does", "has", "did"].contains(auxiliary), opening.last != "you" {
            return list[..<first].contains { others.contains($0) || $0 == "employer" }
        }
        guard let subject = list.firstIndex(of: "you") else { return false }
        let verb = list[(subject + 1)...].first { !adverbs.contains($0) }
        // Whom somebody knows is another matter, unless that is asked.
        let isOfKin = rules.contains { [.relatives, .referral, .skill].contains($0.topic) }
        return verb.map { others.contains($0) && !takers.contains($0) || $0 == "know" && !isOfKin } ?? false
    }

    /// What stands between "you" and what you do.
    private static let adverbs: Set<String> = [
        "within", "in", "last", "past", "previous", "years", "currently", "voluntarily", "freely", "previously",
        "since",
        "ever", "being", "an", "adult", "happen", "to", "under", "subject", "still", "presently", "knowingly", "over",
        "five", "seven",
        "ten", "5", "7", "10", "three", "3", "two", "2", "year", "months",
    ]
    /// Verbs whose object is what is asked about.
    private static let takers: Set<String> = [
        "entered", "hold", "held", "tried", "plead", "pled", "signed", "made", "agreed", "received", "got",
        "come", "carry", "face", "pleaded", "owe", "maintain", "bear", "possess", "party", "declare", "show", "prove",
        "demonstrate",
    ]

    /// Whether what is asked is asked of somebody who belongs to the applicant.
    static func isOfAnother(_ list: [String], _ topics: [Topic] = []) -> Bool {
        guard !topics.contains(where: { [.relatives, .referral, .source].contains($0) }) else { return false }
        return list.indices.contains { at in
            others.contains(list[at])
                && list[..<at].suffix(3).contains { ["your", "his", "her", "their"].contains($0) }
        }
    }

    private static let others: Set<String> = [
        "spouse", "partner", "wife", "husband", "family", "parents", "children", "emergency", "manager", "supervisor",
        "staff", "clients", "team", "colleagues", "referee", "reference", "dependents", "roommate", "guardian",
    ]

    /// Words after which an answer is a story of its own.
    private static let essays = [
        "describe", "explain", "elaborate", "tell us about", "why", "example of", "give an example", "walk us", "if so",
        "if yes", "if no", "provide details", "list all", "list any", "in detail",
    ]

    private static func isNegated(_ list: [String], _ rules: [TopicRule]) -> Bool {
        let marks: Set = [
            "not", "never", "dont", "cannot", "cant", "unable", "unwilling", "refuse", "refused", "refuses", "refusing",
            "decline", "declined",
            "denied", "neither", "without", "non", "isnt", "arent", "wont", "opposed", "objection", "lack", "lacking",
            "exempt", "ineligible", "unauthorized", "unauthorised", "false", "untrue", "barred", "forbidden",
        ]
        var list = list
        if rules.contains(where: { $0.topic == .sponsorship }) { list.removeAll { $0 == "without" } }
        if rules.contains(where: { $0.topic == .nonCompete }) { list.removeAll { $0 == "non" } }
        for rule in rules { list.removeAll { word in rule.inverse.contains { $0.words == [word] } } }
        // "… a crime that was not expunged" narrows the crime.
        if rules.allSatisfy({ $0.topic == .conviction }) {
            list = Array(list.prefix { !["that", "which", "whose"].contains($0) })
        }
        return !marks.isDisjoint(with: list)
            || Words(list: list).containsAny([
                "have no", "has no", "with no", "hold no", "no longer", "free of", "free from", "clear of",
            ])
    }

    /// Whether a word of the language itself denies; what its book knows stands in English.
    private static func isDenied(in book: Phrasebook, _ list: [String]) -> Bool {
        !book.isEnglish
            && list.contains { Words.denying.contains($0) && !["no", "not", "non", "without"].contains($0) }
    }

    /// "At least 5 years", "5+ years", "more than 5 years".
    private static func bound(in tokens: [Sentence.Token]) -> Bound? {
        let words = tokens.map(\.word)
        // "… or are you pursuing one?"
        let numbers = words.indices.filter {
            number(words[$0]) != nil && !($0 == words.count - 1 && words[$0] == "one")
        }
        guard numbers.count == 1, let at = numbers.first, let value = number(words[at]) else { return nil }
        let before = words[..<at].suffix(2)
        let isStrict = before.elementsEqual(["more", "than"]) || before.last == "over"
        return Bound(number: value, isStrict: isStrict)
    }

    /// "Tuesday through Thursday" and "Monday, Tuesday and Friday" are three days.
    private static func weekdays(in list: [String]) -> Bound? {
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday"]
        let named = list.compactMap { word in days.firstIndex { word == $0 || word == $0 + "s" } }
        guard named.count >= 2 else { return nil }
        let isRange = named.count == 2 && !Set(list).isDisjoint(with: ["through", "to", "thru", "until"])
        return Bound(number: Double(isRange ? abs(named[1] - named[0]) + 1 : Set(named).count), isStrict: false)
    }

    private static func number(_ word: String) -> Double? {
        let named = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        return Double(word) ?? named.firstIndex(of: word).map { Double($0 + 1) }
    }

    /// Words that narrow nothing.
    static let light: Set<String> = Set(
        """
        a an the do does did you your yours are am is was were have has had of to in for at on be been being will would
        can could may might shall should please currently presently now this that these those with and or we our ours us
        my me any if there so as it its having from by into about who which what when where how confirm indicate select state tell
        let know answer following below here yourself applicant candidate required position role job jobs company companys
        organization organisation today choose pick specify mention opportunity opening apply applying applied application
        posting posted employer ever also both either at all yes no i s e g etc one per such kindly time anywhere within
        through during while upon provide give share enter list note respect regard regards regarding terms
        whether something kindly purpose purposes order really simply just quick honestly
        prospective chosen entire whole ideally please state write type put case formality
        requirement requirements correct qualification qualifications criterion criteria
        suppose whatever whichever whoever ask asks asked asking everybody everyone simply truly sentence statement
        statements situation true applies comes closest
        hereby actually already otherwise else then just still vacancy offer advertised question questions option options
        box field form drop down dropdown above
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )
}
