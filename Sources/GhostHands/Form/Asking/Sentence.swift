/// A label taken apart as a person reads it: the sentence that asks, what stands in brackets, what was said before.
struct Sentence {
    /// One word of the sentence that asks.
    struct Token: Hashable {
        let word: String
        /// Whether it is written as a name is; false where the whole label is written in capitals or in none.
        let isName: Bool
        /// What kind of mark stands before it.
        let followsComma: Bool
    }

    /// The words of the sentence that asks.
    let tokens: [Token]
    /// What stands in brackets anywhere in the label.
    let asides: Words
    /// The places that it names.
    let placesAside: [PlaceMention]
    /// Those that the other sentences list, where the one that asks points to a list: "in one of these states".
    let placesListed: [PlaceMention]
    /// Those that its condition and the other sentences name: "If you get the job in Toronto, will you …".
    let placesAround: [PlaceMention]
    /// The other sentences.
    let context: Words
    /// What it asks after that of whoever says yes, such as "In what branch?".
    let further: Words
    /// Whether it asks whether what is said before it is so, as "Do you meet this requirement?" does.
    let isApproving: Bool
    /// Whether it only asks where an earlier answer was this or that.
    let isDependent: Bool

    /// How many of its sentences ask something of their own.
    let questions: Int
    /// What it is written in.
    let book: Phrasebook
    /// What the brackets say of a condition: "(no dual citizenship)".
    let conditions: [String]

    /// The words of the sentence that asks.
    var words: Words { Words(list: tokens.map(\.word)) }

    init(_ label: String) {
        let (plain, asides) = Self.withoutAsides(FormatNote.removed(from: label))
        self.asides = Words(asides)
        conditions = Self.conditions(asides)
        placesAside = PlaceMention.all(in: Self.sentences(asides).flatMap(\.tokens)).places
        let all = Self.sentences(plain)
        questions = all.count { $0.isQuestion && !Self.follows($0.tokens) }
        let asking =
            all.lastIndex { $0.isQuestion && !Self.follows($0.tokens) } ?? all.lastIndex { $0.isQuestion }
            ?? all.lastIndex { Self.orders($0.tokens) } ?? all.indices.first
        let following = asking.map { all[($0 + 1)...].filter { $0.isQuestion && Self.follows($0.tokens) } } ?? []
        further = Words(list: following.flatMap(\.tokens).map(\.word))
        var own = asking.map { all[$0].tokens } ?? []
        var others = all.indices.filter { $0 != asking }.flatMap { all[$0].tokens }
        // "We check backgrounds. Are you comfortable with this?"
        let pointing: Set = ["this", "these", "that", "it", "so", "one"]
        let isList = Words(list: own.map(\.word)).containsAny(Self.listing)
        let refersBack =
            !isList && own.count <= 8
            && (own.suffix(2).contains { pointing.contains($0.word) }
                || Words(list: own.map(\.word)).containsAny(Self.approving))
        isApproving = refersBack && (asking ?? 0) > 0
        if isApproving, let asking {
            own = Self.withoutOpening(all[asking - 1].tokens) + own
            others = all.indices.filter { $0 != asking && $0 != asking - 1 }.flatMap { all[$0].tokens }
        }
        context = Words(list: others.map(\.word))
        placesListed = isList ? PlaceMention.all(in: others).places : []
        let whole = own
        own = Self.withoutPremise(own)
        placesAround = PlaceMention.all(in: others + whole.dropLast(own.count)).places
        isDependent = own.first.map { ["if", "wenn", "falls", "si", "om"].contains($0.word) } ?? false
        (tokens, book) = Phrasebook.read(own)
    }

    private static let listing = [
        "one of these", "one of the following", "any of these", "any of the following", "one of those", "these states",
        "these countries", "the following states", "the following countries", "the following locations",
    ]

    /// "Veeva is a Work Anywhere company, but this role requires …" says what matters behind the "but".
    private static func withoutOpening(_ tokens: [Token]) -> [Token] {
        guard let but = tokens.lastIndex(where: { $0.word == "but" && $0.followsComma }) else { return tokens }
        return Array(tokens[(but + 1)...])
    }

    /// How a short question asks whether what was said before it suits somebody.
    private static let approving = [
        "is that something you", "is this something you", "does that suit", "does this suit", "will this work for you",
        "will that work for you", "does this work for you", "does that work for you", "would this work for you",
        "would that work for you", "ok with you", "okay with you", "can you live with", "fine with you", "is that you",
        "are you ok with", "are you okay with", "are you comfortable with", "are you fine with", "alright with you",
        "do you meet", "are you prepared to", "will you comply", "do you consent", "do you agree", "do you accept",
        "is that ok", "is that okay", "is this ok", "is this okay", "is that acceptable", "is this acceptable",
        "does that work", "does this work",
    ]

    /// Whether words ask whether something is so, and not whom anybody knows.
    static func isWhether(_ words: [String]) -> Bool {
        let second = words.dropFirst().first ?? ""
        let asking: Set = ["are", "do", "does", "did", "have", "has", "is", "was", "were", "will", "would", "can"]
        return asking.contains(words.first ?? "") && !["who", "whom"].contains(second) && words.last != "who"
    }

    /// Whether a sentence orders: "Please share the pronouns we should use for you".
    private static func orders(_ tokens: [Token]) -> Bool {
        let asking: Set = [
            "share", "state", "select", "enter", "tell", "confirm", "indicate", "provide", "give", "choose",
        ]
        let first = tokens.first?.word ?? ""
        return asking.contains(first)
            || ["please", "kindly"].contains(first)
                && tokens.dropFirst().first.map { asking.contains($0.word) } ?? false
    }

    /// "If so, who?" asks more of the same.
    private static func follows(_ tokens: [Token]) -> Bool {
        let first = tokens.prefix(3).map(\.word)
        guard first.count == 3 else { return true }
        // "In what branch?"
        let asksMore = ["in", "at", "from", "for"].contains(first[0]) && ["what", "which"].contains(first[1])
        return asksMore || ["if", "wenn"].contains(first[0]) || first.starts(with: ["and", "if"])
    }

    /// Brackets that narrow what is asked, and not how to answer.
    private static func conditions(_ asides: String) -> [String] {
        let words = Words(asides)
        let manners: Set = [
            "if", "enter", "select", "please", "check", "include", "e", "eg", "choose", "this", "visas", "note", "we",
        ]
        guard let first = words.list.first, !manners.contains(first), !words.list.allSatisfy(answering.contains) else {
            return []
        }
        return words.containsAny(["no", "not", "only", "except", "excluding", "without", "unless"]) ? words.list : []
    }

    /// "(Yes/No)".
    private static let answering: Set<String> = [
        "yes", "no", "y", "n", "or", "please", "write", "answer", "say", "true", "false", "state", "type", "with", "in",
        "years", "months", "numerals", "numbers", "digits", "figures", "only", "whole", "number", "use",
    ]

    /// The brackets of a label and what stands around them.
    private static func withoutAsides(_ label: String) -> (plain: String, asides: String) {
        if !label.utf8.contains(where: { "([".utf8.contains($0) }) { return (label, "") }
        var plain = ""
        var asides = ""
        var depth = 0
        for character in label {
            if "([".contains(character) { depth += 1 }
            if depth > 0 { asides.append(character) } else { plain.append(character) }
            if ")]".contains(character), depth > 0 {
                depth -= 1
                asides.append(" ")
                plain.append(" ")
            }
        }
        // A label that is nothing but brackets says it there.
        return Words(plain).list.isEmpty || depth > 0 ? (label, "") : (plain, asides)
    }

    private static func sentences(_ text: String) -> [(tokens: [Token], isQuestion: Bool)] {
        var found: [(tokens: [Token], isQuestion: Bool)] = []
        var tokens: [Token] = []
        var followsComma = false
        let isCased = hasCase(text)
        for line in text.split(whereSeparator: \.isNewline) {
            var pieces = line.split(whereSeparator: \.isWhitespace)
            // "11." and "b)" number the question.
            if pieces.count > 2, found.isEmpty, tokens.isEmpty, let first = pieces.first, first.count <= 3,
                first.hasSuffix(".") || first.hasSuffix(")"),
                first.dropLast().allSatisfy({ $0.isNumber || $0.isLowercase })
            {
                pieces.removeFirst()
            }
            for (index, piece) in pieces.enumerated() {
                let list = Words(elided(unitedStates(piece))).list
                let isName = isCased && !tokens.isEmpty && (piece.first { $0.isLetter }?.isUppercase ?? false)
                for word in list {
                    tokens.append(Token(word: word, isName: isName && word != "i", followsComma: followsComma))
                    followsComma = false
                }
                followsComma = piece.hasSuffix(",") || piece.hasSuffix(";") || piece.hasSuffix(":")
                let isLast = index == pieces.count - 1
                let isEnd =
                    isLast || piece.hasSuffix("?") || piece == "//" || ends(piece, before: pieces[index + 1])
                    || piece.hasSuffix(":") && tokens.count >= 4 && isAsking(pieces[index + 1])
                if isEnd, !tokens.isEmpty {
                    found.append((tokens, piece.contains("?") || piece.contains("？")))
                    tokens = []
                }
            }
        }
        return found
    }

    /// "US" in capitals is the country; "us" is who asks.
    private static func unitedStates(_ piece: Substring) -> String {
        let letters = piece.filter(\.isLetter)
        let isCountry =
            ["US", "USA"].contains(letters) || ["u.s", "u.s.a"].contains { piece.lowercased().hasPrefix($0) }
        return isCountry && letters.count <= 3 ? "usa" : String(piece)
    }

    /// "d'expérience" is two words.
    private static func elided(_ piece: String) -> String {
        guard let first = piece.first, "dljnsctDLJNSCT".contains(first), piece.count > 3,
            let second = piece.dropFirst().first, second == "'" || second == "’"
        else { return piece }
        return "\(first) \(piece.dropFirst(2))"
    }

    private static func ends(_ piece: Substring, before next: Substring) -> Bool {
        guard piece.hasSuffix(".") || piece.hasSuffix("!") else { return false }
        let word = piece.dropLast().lowercased()
        return !word.contains(".") && !["e", "g", "i", "inc", "co", "st", "no", "vs", "etc", "mr", "ms"].contains(word)
            && next.first.map { !$0.isLowercase } ?? true
    }

    /// "We ask every applicant: do you have …" asks behind the colon.
    private static func isAsking(_ piece: Substring) -> Bool {
        ["do", "does", "did", "are", "is", "have", "has", "will", "would", "can", "could"].contains(piece.lowercased())
    }

    /// Whether capitals tell names: where most words have one, or none has, they do not.
    private static func hasCase(_ text: String) -> Bool {
        let words = text.split(whereSeparator: \.isWhitespace).filter { $0.first?.isLetter ?? false }
        let capitals = words.count { $0.first?.isUppercase ?? false }
        return capitals * 5 < max(words.count, 1) * 3
    }

    /// "If you are offered the job, when could you start?" asks everybody.
    private static func withoutPremise(_ tokens: [Token]) -> [Token] {
        guard let comma = tokens.dropFirst().firstIndex(where: \.followsComma) else { return tokens }
        let clause = tokens[..<comma].map(\.word)
        let isPremise =
            (clause[0] == "if" || clause[0] == "should" || clause[0] == "once")
            && clause.contains(where: premises.contains)
            && !Words(list: clause).containsAny(["you selected", "you have selected", "you picked", "you chose"])
        return isPremise || purposes.contains { clause.starts(with: $0) } ? Array(tokens[comma...]) : tokens
    }

    /// How a clause begins that says why something is asked.
    private static let purposes = [
        "in order to", "so that we", "so we can", "to help us", "to ensure", "to make sure", "for planning purposes",
        "for the avoidance of", "for compliance", "for legal reasons", "for our records", "for record keeping",
        "just so we", "just so that we", "to complete the", "as required for", "before we go", "to begin",
        "to start with",
        "quick one", "confirm", "please confirm", "if all goes well", "as of the date of this application",
    ].map { $0.split(separator: " ").map(String.init) }

    private static let premises: Set<String> = [
        "offered", "offer", "hired", "hire", "selected", "successful", "employed", "accepted", "appointed",
        "job", "picked", "invited",
    ]
}
