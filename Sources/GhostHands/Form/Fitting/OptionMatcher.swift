/// Finds the option that says what is wanted, or none: a near miss is a wrong answer.
public enum OptionMatcher {
    /// Finds an option.
    ///
    /// What a person reads comes first: the same label, in other words, a synonym, the same number, a range that holds
    /// the wanted number. Then the value that a machine reads, unless it contradicts the label; then the only option
    /// whose words hold all the wanted words, or whose words are all among them.
    ///
    /// - Parameters:
    ///   - wanted: the answer in words.
    ///   - options: the choices in their order.
    /// - Returns: the index of the one option that fits, or nil.
    public static func match(_ wanted: String, in options: [FieldOption]) -> Int? {
        let real = options.indices.filter { !options[$0].isPlaceholder }
        let words = Words(wanted)
        guard !words.list.isEmpty else { return real.first { options[$0].label == wanted } }
        if let found = named(wanted, options, real, \.label) { return found.index }
        if let found = number(wanted, options, real) ?? span(wanted, options, real) ?? range(wanted, options, real) {
            return found
        }
        let machine = isBareNumber(wanted) && real.contains { isNumeric(options[$0].label) } ? [] : real
        if let found = named(wanted, options, machine, \.value) { return found.index }
        return part(words, options, real) ?? (declines(words) ? decline(in: options) : nil)
    }

    /// Finds an option among places, where some are: of a town's namesakes only the one that is meant.
    ///
    /// - Parameters:
    ///   - wanted: the answer in words.
    ///   - options: the choices in their order.
    ///   - places: tells the place that is meant; nil where no place is chosen.
    /// - Returns: the index of the one option that fits, or nil.
    public static func match(_ wanted: String, in options: [FieldOption], _ places: PlaceMatcher?) -> Int? {
        guard let places, options.contains(where: { $0.label.contains(",") }) else { return match(wanted, in: options) }
        let same = options.indices.filter { isSame(wanted, options[$0].label) }
        return same.count == 1 ? same[0] : places.match(wanted, in: options.map(\.label))
    }

    /// Whether a choice says what is wanted, in its words or in ones that mean the same.
    ///
    /// - Parameters:
    ///   - wanted: the answer in words.
    ///   - label: the choice.
    /// - Returns: true when it does.
    public static func isSame(_ wanted: String, _ label: String) -> Bool {
        Words(wanted) == Words(label) || Synonyms.areEqual(wanted, label)
    }

    /// What was found by name; without an index several were, and nobody knows which is meant.
    private struct Found { let index: Int? }

    private static func named(
        _ wanted: String,
        _ options: [FieldOption],
        _ real: [Int],
        _ text: (FieldOption) -> String
    ) -> Found? {
        let words = Words(wanted)
        if let same = grouped(wanted, options, real) { return Found(index: same) }
        // "GitHub" is "Github", which is one word.
        let lower = Words(wanted.lowercased())
        let ways: [(String) -> Bool] = [
            { $0 == wanted }, { Words($0) == words }, { Words($0.lowercased()) == lower },
        ]
        for isSame in ways {
            let same = real.filter { isSame(text(options[$0])) }
            // "Berlin" of one group is not that of another.
            let groups = Set(same.map { options[$0].group })
            if let first = same.first { return Found(index: groups.count == 1 ? first : nil) }
        }
        for isAlike in [Synonyms.areEqual, Synonyms.isKind, Language.areSame, DegreeLevel.isNamed] {
            let alike = real.filter { isAlike(wanted, text(options[$0])) }
            // `CA` is Canada and California.
            guard let first = alike.first else { continue }
            return Found(index: Set(alike.map { Words(options[$0].label) }).count == 1 ? first : nil)
        }
        return nil
    }

    /// "Berlin, Germany" is "Berlin" in the group "Germany", and "Monday, 9:00" is "9:00" in the group "Monday".
    private static func grouped(_ wanted: String, _ options: [FieldOption], _ real: [Int]) -> Int? {
        guard let comma = wanted.lastIndex(of: ",") else { return nil }
        let (first, last) = (wanted[..<comma].trimmed, wanted[wanted.index(after: comma)...].trimmed)
        let same = real.filter { place in
            let option = options[place]
            guard !option.group.isEmpty else { return false }
            return isSame(last, option.group) && isSame(first, option.label)
                || isSame(first, option.group) && isSame(last, option.label)
        }
        return same.count == 1 ? same[0] : nil
    }

    /// `12` is `12 months`, where no other option has that number.
    private static func number(_ wanted: String, _ options: [FieldOption], _ real: [Int]) -> Int? {
        guard isBareNumber(wanted), let number = Amount(wanted) else { return nil }
        let same = real.filter { Amount(options[$0].label) == number && NumberRange(options[$0].label) == nil }
        return same.count == 1 ? same[0] : nil
    }

    /// `60 days` is `2 months`.
    private static func span(_ wanted: String, _ options: [FieldOption], _ real: [Int]) -> Int? {
        guard let span = TimeSpan(wanted) else { return nil }
        let same = real.filter { TimeSpan(options[$0].label) == span }
        return same.count == 1 ? same[0] : nil
    }

    private static func isBareNumber(_ text: String) -> Bool {
        Amount(text) != nil && !text.contains(where: \.isLetter)
    }

    /// Whether a label says a number, in digits or in words: then its value is only a number for the machine.
    private static func isNumeric(_ label: String) -> Bool {
        label.contains(where: \.isNumber) || Words(label).list.contains(where: numerals.contains)
    }

    private static let numerals: Set<String> = [
        "zero", "none", "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "single", "couple", "few", "several", "dozen", "never", "once", "twice", "first", "second", "third",
        "more", "less", "under", "over",
    ]

    /// Finds the option by which a form lets a person not answer (R25).
    ///
    /// - Parameter options: the choices in their order.
    /// - Returns: its index, or nil when the form has none.
    public static func decline(in options: [FieldOption]) -> Int? {
        let declining = options.indices.filter { declines(Words(options[$0].label)) && !options[$0].isPlaceholder }
        // "Not declared" is what somebody else writes down; who fills the form declines in so many words.
        return declining.first { Words(options[$0].label).list.count > 2 } ?? declining.first
    }

    /// Who would rather not tell; "I do not wish to receive news" declines something else.
    private static func declines(_ words: Words) -> Bool {
        let will = ["prefer", "decline", "wish", "choose", "rather", "want", "opt", "like"]
        let telling = [
            "answer", "say", "disclose", "identify", "state", "specify", "respond", "share", "declare", "tell",
            "provide this information",
        ]
        let isLeft = words.contains("decline to") || words.containsAny(["not", "dont"])
        if isLeft && words.containsAny(will) && words.containsAny(telling) { return true }
        let others = [
            "keine angabe", "nicht angeben", "prefere ne pas", "ne souhaite pas", "prefiero no", "no deseo",
            "preferisco non", "prefiro nao", "no quiero", "prefiere no",
            "wil dit niet", "zeg ik liever niet", "onsker ikke", "ma ikke oppgis", "odmawiam", "nu doresc",
            "prefer sa nu", "не хочу відповідати", "не бажаю вказувати", "не указывать",
            "no vull", "prefereixo no", "preferisce non", "ne pas repondre",
            "sans reponse", "nao informar", "nao declarar", "ohne angabe", "keine auskunft", "lieber nicht",
            "vill inte", "wil ik niet", "vill ej", "wil niet zeggen", "liever niet",
            "en halua", "nie chce", "wole nie", "nechci uvest", "nechci uvadet",
            "nechci odpovedet", "nechci odpovidat",
            "belirtmek istemiyorum", "не хочу указывать", "предпочитаю не", "не бажаю", "prefere nao", "prefere no",
            "nao desejo", "nao quero", "non desidero", "ne desire pas", "mochte nicht",
            "أفضل عدم", "لا أرغب",
        ]
        if words.containsAny(others) { return true }
        let together = [
            "回答しない", "答えたくない", "回答を控え", "不愿透露", "不想透露", "不願透露", "응답하지않", "밝히고싶지", "답변하지않",
            "공개하지않", "말하고싶지", "무응답", "不便透露", "不便回答", "暂不透露", "保密", "無回答", "未回答", "お答えできません",
        ]
        if together.contains(where: words.squeezed.holds) { return true }
        return ["prefer not", "prefer not to", "i prefer not to", "not disclosed", "not declared"].contains(words.text)
    }

    /// The only option whose bounds hold the number.
    private static func range(_ wanted: String, _ options: [FieldOption], _ real: [Int]) -> Int? {
        guard let number = Amount(wanted).map({ $0.value * PayWords.scale(of: wanted) }) else { return nil }
        let units = units(wanted)
        let holding = real.filter {
            let others = Self.units(options[$0].label)
            let isAlike = units.isEmpty || others.isEmpty || !units.isDisjoint(with: others)
            return isAlike && NumberRange(options[$0].label)?.contains(number) ?? false
        }
        return holding.count == 1 ? holding[0] : nil
    }

    /// What a number counts: two weeks are not two months.
    private static func units(_ text: String) -> Set<String> {
        let names = ["hour", "day", "week", "month", "year"]
        return Set(names.filter { Words(text).containsAny([$0, $0 + "s"]) })
    }

    private static func part(_ words: Words, _ options: [FieldOption], _ real: [Int]) -> Int? {
        let wanted = Set(words.list).subtracting(filler)
        guard !wanted.isEmpty, !wanted.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return nil }
        let holding = real.filter { wanted.isSubset(of: Words(options[$0].label).list) && agree(words, options[$0]) }
        if holding.count == 1 { return holding[0] }
        guard holding.isEmpty else { return nil }
        let held = real.filter {
            let option = Set(Words(options[$0].label).list).subtracting(filler)
            return !option.isEmpty && option.isSubset(of: wanted) && agree(words, options[$0])
                && !option.allSatisfy { $0.allSatisfy(\.isNumber) }
        }
        return held.count == 1 ? held[0] : nil
    }

    /// Whether both deny or neither does: "a veteran" is not "not a veteran".
    private static func agree(_ words: Words, _ option: FieldOption) -> Bool {
        words.isNegated == Words(plain(option.label)).isNegated
    }

    /// A choice without what the forms of the EEO-1 survey add to every group but one: "(Not Hispanic or Latino)", and
    /// without a code, which may be Norway's.
    private static func plain(_ label: String) -> String {
        guard let open = label.firstIndex(of: "(") else { return label }
        let rest = label[open...]
        let isCode = rest.count <= 5 && rest.allSatisfy { $0.isUppercase || "()".contains($0) }
        return isCode || Words(String(rest)).contains("not hispanic") ? String(label[..<open]) : label
    }

    private static let filler: Set<String> = ["a", "an", "the", "of", "and", "or", "in", "to", "i", "am", "my", "is"]
}

extension Words {
    /// Whether the words deny something.
    var isNegated: Bool {
        !Self.denying.isDisjoint(with: list)
    }

    /// Whether they deny more than once, so that nobody should count.
    var isTwiceNegated: Bool { list.count(where: Self.denying.contains) > 1 }

    static let denying: Set<String> = [
        "not", "no", "non", "never", "none", "dont", "cannot", "isnt", "arent", "without", "neither", "nicht", "kein",
        "keine", "keinen", "ohne", "pas", "sans", "jamais", "aucun", "aucune", "nao", "sem", "nunca", "sin", "senza",
        "niet",
        "geen", "zonder", "nie", "bez", "inte", "ingen", "utan", "ikke", "uden", "uten", "ei", "ilman", "neni", "nemam",
        "degil", "yok", "не", "нет", "без", "немає", "nem", "nincs", "δεν", "χωρις", "לא", "لا", "ليس", "không",
    ]
}
