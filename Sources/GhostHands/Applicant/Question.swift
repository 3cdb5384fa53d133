/// A question as the words that matter in it, so that the same question in other words is found, and no other.
struct Question: Hashable {
    private let words: Set<String>
    private let isNegated: Bool
    /// All of its words.
    let text: Words
    /// The same in one spelling of what is written in several ways.
    let spelled: Words
    /// The same without what any question is made with: what agrees only here is asked for only where nothing else
    /// answers.
    let core: Core

    static func == (left: Question, right: Question) -> Bool {
        left.words == right.words && left.isNegated == right.isNegated && left.core.signs == right.core.signs
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(words)
        hasher.combine(isNegated)
        hasher.combine(core.signs)
    }

    /// The question that a label asks, and the same in each language where it asks in two.
    static func all(in label: String) -> [Question] {
        let pieces = label.split(separator: " / ").map(String.init)
        let isTwofold = pieces.count == 2 && pieces.allSatisfy { Words($0).list.count >= 3 }
        return [Question(label)] + (isTwofold ? pieces.map(Question.init) : [])
    }

    init(_ text: String) {
        let noted = FormatNote.removed(from: text, keeping: PayWords.tellsTime)
        let list = Words(list: Self.plain(Words(noted).list))
        let joined = Self.merged(list)
        isNegated = Words(list: joined).isNegated
        self.text = Words(text)
        spelled = Words(list: joined)
        let content = Set(joined).subtracting(Self.light)
        words = content.isEmpty ? Set(list.list) : content
        // In one piece: "JavaScript" is no Java.
        let kind = FrameWords.kind(text)
        let whole = Words((kind.isWhether ? Self.withoutExtent(noted) : noted).lowercased())
        let bare = Set(FrameWords.unopened(Self.merged(whole))).subtracting(Self.light)
            .filter { !FrameWords.contains($0) }
        core = Core(
            words: bare.union(Self.capitals(in: text)),
            isNegated: isNegated,
            kind: kind,
            signs: Self.signs(in: text),
            mood: Self.mood(list.list)
        )
    }

    /// What somebody would do is not what they have done.
    private static func mood(_ words: [String]) -> Mood? {
        guard let first = words.first else { return nil }
        if ["would", "will", "could", "can", "may", "shall"].contains(first) { return .wish }
        return words.contains("ever") && ["have", "has", "did", "were", "was"].contains(first) ? .past : nil
    }

    /// The time that an English question is asked in, where it says so.
    enum Mood { case wish, past }

    private static func merged(_ list: Words) -> [String] {
        var present = Set(list.list)
        return phrases.reduce(" \(list.text) ") { text, phrase in
            // Most begin with a word that a question has not.
            guard present.contains(phrase.first) else { return text }
            present.formUnion(phrase.words)
            return text.split(separator: phrase.said, omittingEmptySubsequences: false).joined(separator: phrase.meant)
        }
        .split(separator: " ").map(String.init)
    }

    /// Without how often or how long: whoever said that they work on call has said it for "(one week in five)" as well.
    ///
    /// How much experience somebody has is another matter.
    private static func withoutExtent(_ text: String) -> String {
        let lowered = text.lowercased()
        if experience.contains(where: lowered.contains) { return text }
        return FormatNote.removed(from: text) { _ in
            false
        } and: {
            let words = Words($0)
            return words.list.count <= 6 && !words.isNegated && words.list.contains(where: timeUnits.contains)
        }
    }

    /// Whether words name a unit of time.
    static func tellsTime(_ words: Words) -> Bool {
        words.list.contains { timeUnits.contains($0) || $0 == "yrs" }
    }

    private static let timeUnits = Set(
        Words.phrases(
            """
            day, days, week, weeks, weekly, month, months, monthly, year, years, tag, tage, tagen, woche, wochen, monat, \
            monate, monaten, jahr, jahre, jahren, jour, jours, semaine, semaines, mois, annee, annees, ans, dia, dias, \
            semana, semanas, meses, ano, anos, giorno, giorni, settimana, settimane, mese, mesi, anno, anni, dag, dagen, \
            weken, maand, maanden, jaar, vecka, veckor, manad, manader, ar, uge, uger, uke, uker, viikko, viikkoa, kk, \
            tydzien, tygodnie, miesiac, miesiecy, lat, tyden, tydny, mesic, mesicu, дней, неделя, недели, месяц, месяца, \
            месяцев, год, года, лет, тиждень, тижні, місяць, місяців, рік, років
            """
        )
    )

    private static let experience = [
        "experien", "expérien", "erfahr", "esperienz", "ervaring", "erfaren", "kokemus", "doświadcz", "zkušenost",
        "опыт", "досвід", "経験", "经验", "경력", "경험",
    ]

    private static func tokens(of text: String) -> [String] {
        text.split { $0.isWhitespace || "(),;?/:".contains($0) }.map(String.init)
    }

    private static func signs(in text: String) -> Set<String> {
        let marked = tokens(of: text.lowercased()).filter {
            $0.contains("#") || $0.dropFirst().contains("+")
        }
        let words = Words(text).list
        return Set(marked).union(words.count <= 3 ? words.filter(directions.contains) : [])
    }

    /// "Available from" and "Available to".
    private static let directions: Set<String> = [
        "from", "to", "until", "till", "since", "before", "after", "ab", "bis", "vanaf", "tot", "desde", "hasta",
        "jusqu", "depuis",
        "od", "do", "от", "до", "від",
    ]

    /// Short names, which are words elsewhere: "OR experience" in a hospital, "CDL Class A".
    private static func capitals(in text: String) -> Set<String> {
        let all = tokens(of: FormatNote.removed(from: text))
        guard all.contains(where: { $0.contains(where: \.isLowercase) }) else { return [] }
        let short = all.dropFirst().filter { (1...3).contains($0.count) && $0.allSatisfy(\.isUppercase) && $0 != "I" }
        return Set(
            (all.prefix(1).filter { (2...3).contains($0.count) && $0.allSatisfy(\.isUppercase) } + short).map {
                $0.lowercased()
            }
        )
    }

    /// "What is your hourly rate" asks for the hourly rate, and "What level of clearance" asks what clearance.
    private static func plain(_ list: [String]) -> [String] {
        let spelled = list.map { spellings[$0] ?? $0 }
        for opening in [["what", "is", "your"], ["what", "are", "your"], ["whats", "your"]]
        where spelled.starts(with: opening) && spelled.count > opening.count {
            return Array(spelled.dropFirst(opening.count))
        }
        guard spelled.first == "what" || spelled.first == "which" else { return spelled }
        return ["what"] + spelled.dropFirst().filter { !ofKind.contains($0) }
    }

    /// What one may leave out of a question that asks what something is.
    private static let ofKind: Set<String> = ["level", "type", "kind", "hold", "possess", "any"]

    private static let spellings = [
        "licence": "license", "organisation": "organization", "programme": "program", "labour": "labor",
        "present": "current", "favourite": "favorite", "centre": "center",
    ]

    /// Words that say the same as others, taken apart once.
    private struct Phrase {
        let said: String
        let first: String
        let meant: String
        let words: [String]

        init(_ said: String, _ meant: String) {
            self.said = " \(said) "
            first = said.pieces(between: " ")[0]
            self.meant = " \(meant) "
            words = meant.pieces(between: " ")
        }
    }

    private static let phrases = [
        ("united states of america", "us"), ("united states", "us"), ("u s a", "us"), ("u s", "us"), ("usa", "us"),
        ("united kingdom", "uk"), ("authorised", "authorized"), ("authorization", "authorized"),
        // By law it changes nothing of what somebody is able to do.
        ("with or without reasonable accommodations", "reasonably"), ("with or without accommodations", "reasonably"),
        ("with or without reasonable accommodation", "reasonably"), ("with or without accommodation", "reasonably"),
        ("patente di guida", "patente"), ("permis de conduire", "permis"), ("carnet de conducir", "carnet"),
        ("licencia de conducir", "licencia"), ("licencia de manejo", "licencia"), ("carta de conducao", "cnh"),
        ("carteira de motorista", "cnh"), ("carteira nacional de habilitacao", "cnh"), ("prawo jazdy", "prawojazdy"),
        ("driving licence", "driver license"), ("driving license", "driver license"),
        ("drivers license", "driver license"), ("drivers licence", "driver license"),
        ("driver licence", "driver license"),
    ].map(Phrase.init)

    /// Words that do not change what is asked.
    private static let light: Set<String> = [
        "a", "an", "the", "do", "does", "did", "you", "your", "are", "is", "have", "has", "of", "to", "in", "for", "at",
        "on", "be", "will", "would", "please", "currently", "legally", "this", "that", "with", "and", "we", "our",
        "required", "optional", "valid", "hold", "possess", "reasonably",
    ]
}

extension Question {
    /// What a question is about.
    struct Core: Hashable {
        let words: Set<String>
        let isNegated: Bool
        let kind: FrameWords.Kind
        /// What is written with signs: "C++" is no "C".
        let signs: Set<String>
        let mood: Mood?

        /// Whether the answer to one question answers the other: all the same words are left of both, and neither asks what
        /// where the other asks whether.
        func isSame(as other: Core) -> Bool {
            isLike(other) && words.count == other.words.count && holds(all: other.words) && other.holds(all: words)
        }

        /// Whether not one of them asks what somebody has done and the other what they would do.
        func isOfSameTime(as other: Core) -> Bool { mood == nil || other.mood == nil || mood == other.mood }

        private func isLike(_ other: Core) -> Bool {
            !words.isEmpty && isNegated == other.isNegated && isOfSameTime(as: other) && kind.isLike(other.kind)
                && signs == other.signs
        }

        private func holds(_ word: String) -> Bool { words.contains { FrameWords.areOne($0, word) } }
        private func holds(all others: Set<String>) -> Bool { others.allSatisfy(holds) }
    }
}
