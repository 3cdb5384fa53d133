extension PasswordRules {
    /// Reads what a page says of a new password: in the words around it, and by the field's attributes.
    ///
    /// - Parameters:
    ///   - field: the field that takes it.
    ///   - texts: what can be read near it, line by line.
    public init(_ field: Field, near texts: [String]) {
        self.init()
        most = field.maxLength.flatMap { (6...500).contains($0) ? $0 : nil }
        pattern = field.pattern.isEmpty || field.pattern.count > 300 ? nil : field.pattern
        let own = [field.label, field.hint, field.placeholder].compactMap(\.self)
        // How many lines are about it yet.
        var about = 0
        for line in own + texts {
            let words = Words(line)
            // What follows "Your password must have:" is about it too.
            about = words.mentions(Self.passwords) ? 10 : about - 1
            guard about > 0 || own.contains(line), line.count <= 600 else { continue }
            read(line, words)
        }
        if let most { least = min(least, most) }
    }

    private mutating func read(_ line: String, _ words: Words) {
        readLength(line)
        for sentence in Self.sentences(of: line) {
            readSigns(sentence, Words(sentence))
            readCounts(Words(sentence).list)
        }
        if words.mentions(Self.beginning) { beginsWithLetter = true }
    }

    // MARK: Length

    private mutating func readLength(_ line: String) {
        let words = Words(Self.parted(line)).list
        for (place, word) in words.enumerated() {
            guard let number = Int(word), 4...500 ~= number else { continue }
            let before = words[max(0, place - 5)..<place]
            let after = words[place...].dropFirst().prefix(5)
            guard (before + after).contains(where: Self.isCharacter), !after.prefix(3).contains(where: Self.isTime)
            else {
                continue
            }
            if let end = Self.number(in: after.prefix(2)), end > number {
                demand(number)
                most = min(most ?? end, end)
            } else if let start = Self.number(in: ArraySlice(before.suffix(2).reversed())), 4..<number ~= start {
                continue
            } else if Self.around(before, after).mentions(Self.atMost) {
                most = min(most ?? number, number)
            } else {
                demand(number)
            }
        }
    }

    private mutating func demand(_ number: Int) {
        if number <= Self.mostDemanded { least = max(least, number) }
    }

    /// More characters than these no page demands.
    private static let mostDemanded = 64

    /// The other end of "8 to 16", "8-16", "between 8 and 16".
    private static func number(in words: ArraySlice<String>) -> Int? {
        guard let first = words.first else { return nil }
        return Int(first) ?? (ranging.contains(first) ? words.dropFirst().first.flatMap { Int($0) } : nil)
    }

    /// What says of a number whether it is the least or the most: in scripts without spaces only what touches it.
    private static func around(_ before: ArraySlice<String>, _ after: ArraySlice<String>) -> Words {
        let touching = [before.last, after.first].compactMap(\.self)
        let isWithoutSpaces = touching.contains { $0.unicodeScalars.contains { $0.value >= 0x2E80 } }
        return Words(list: isWithoutSpaces ? touching : before.suffix(4) + after.prefix(4))
    }

    /// The line with its numbers parted from the letters that touch them.
    private static func parted(_ line: String) -> String {
        var parted = ""
        var wasDigit: Bool?
        for character in line {
            let isDigit = character.isASCII && character.isNumber
            if let wasDigit, wasDigit != isDigit { parted.append(" ") }
            parted.append(character)
            wasDigit = isDigit
        }
        return parted
    }

    private static func isCharacter(_ word: String) -> Bool { kinds.contains { word.hasPrefix($0) } }

    private static let kinds = [
        "character", "char", "zeichen", "caracter", "carater", "tecken", "tegn", "teken", "znak", "merkki", "letters",
        "digits", "stellen", "文字", "字符", "字元", "个字", "個字", "位", "자", "symbol", "length", "longueur",
    ]

    private static func isTime(_ word: String) -> Bool {
        ["days", "minutes", "hours", "tage", "passwords", "times", "attempts", "months"].contains(word)
    }

    private static let ranging: Set<String> = [
        "to", "and", "bis", "und", "a", "et", "y", "e", "en", "tot", "do", "till", "à",
    ]

    private static let atMost = Mentions(
        words: [
            "maximum", "max", "at most", "no more than", "not more than", "up to", "not exceed", "less than",
            "hochstens",
            "maximal", "au plus", "maximo", "como maximo", "no maximo", "massimo", "maximaal", "hogst", "maksymalnie",
            "or fewer", "or less",
        ],
        roots: ["以内", "以下", "最多", "이하"]
    )

    // MARK: Signs

    /// The sentences of a line: what one forbids, another may demand.
    ///
    /// A full stop among signs ends none.
    private static func sentences(of line: String) -> [String] {
        var sentences = [""]
        var last: [Character] = ["-", "-"]
        for character in line {
            let isBegin = character.isUppercase && last[1].isWhitespace && ".!:;".contains(last[0])
            sentences[sentences.count - 1].append(character)
            let ended = sentences[sentences.count - 1].dropLast(3).last
            if isBegin, ended.map({ $0.isLetter || $0.isNumber || $0 == ")" }) ?? false {
                sentences[sentences.count - 1].removeLast()
                sentences.append(String(character))
            }
            last = [last[1], character]
        }
        return sentences
    }

    private mutating func readSigns(_ line: String, _ words: Words) {
        let isDenied = words.mentions(Self.denying)
        let listed = Self.listed(in: line, evenOne: isDenied)
        if words.mentions(Self.onlyPlain) || (isDenied && words.mentions(Self.special) && listed.isEmpty) {
            signs = []
        } else if isDenied {
            forbidden.formUnion(listed)
            signs.removeAll { listed.contains($0) }
        } else if listed.count >= 2, words.mentions(Self.special) || words.mentions(Self.choosing) {
            let usual = Self.usualSigns.filter(listed.contains)
            signs = usual.count >= 2 ? usual : listed.sorted()
        }
        if words.mentions(Self.spaces) { forbidden.insert(" ") }
    }

    /// The signs that a line lists: those of a sentence stand by themselves, between words.
    private static func listed(in line: String, evenOne: Bool) -> Set<Character> {
        var found: Set<Character> = []
        for segment in line.split(whereSeparator: { $0.isLetter || $0.isNumber }) {
            var signs = segment.filter { $0.isASCII && !$0.isWhitespace }
            if signs.count(where: { $0 == "," }) >= 2 { signs.removeAll { $0 == "," } }
            if signs.hasPrefix("("), !signs.dropFirst().contains("(") { signs.removeFirst() }
            while let last = signs.last, ").,;".contains(last) { signs.removeLast() }
            if signs.hasPrefix(":") { signs.removeFirst() }
            if Set(signs).count >= 3 {
                found.formUnion(signs)
            } else if evenOne {
                found.formUnion(signs.filter { "<>&\\%$#@^*~`|{}[]=+_\"'".contains($0) })
            }
        }
        return found
    }

    private static let passwords = Mentions(
        words: [
            "password", "passwords", "passwort", "kennwort", "mot de passe", "contrasena", "clave", "senha",
            "palavra passe",
            "wachtwoord", "haslo", "losenord", "adgangskode", "passord", "salasana", "heslo", "sifre", "parola",
        ],
        roots: ["パスワード", "密码", "密碼", "비밀번호", "парол"]
    )

    private static let choosing = Mentions(
        words: [
            "one of", "one or more of", "any of", "eines der", "eines von", "eines dieser", "un des", "l un de",
            "uno de",
            "alguno de", "um dos", "um de", "uno dei", "uno tra", "een van", "jeden z", "jeden ze", "en av", "et af",
            "any of these",
        ],
        roots: ["いずれか", "之一", "중 하나"]
    )

    private static let special = Mentions(
        words: [
            "special", "symbol", "symbols", "non alphanumeric", "punctuation", "sonderzeichen", "caractere special",
            "caracteres speciaux", "caracter especial", "caracteres especiales", "caractere especial",
            "caracteres especiais",
            "carattere speciale", "caratteri speciali", "speciaal teken", "speciale tekens", "znak specjalny",
            "znaki specjalne", "specialtecken", "signs",
        ],
        roots: ["記号", "特殊", "특수", "специальн"]
    )

    private static let onlyPlain = Mentions(
        words: [
            "only letters and numbers", "letters and numbers only", "only letters and digits",
            "letters and digits only",
            "alphanumeric characters only", "only alphanumeric", "alphanumeric only", "nur buchstaben und zahlen",
            "nur buchstaben und ziffern", "uniquement des lettres et des chiffres", "solo letras y numeros",
            "apenas letras e numeros", "solo lettere e numeri", "alleen letters en cijfers", "no special characters",
            "keine sonderzeichen", "sin caracteres especiales", "sem caracteres especiais",
            "pas de caracteres speciaux",
        ],
        roots: ["英数字のみ"]
    )

    private static let denying = Mentions(
        words: [
            "not", "no", "cannot", "cant", "mustnt", "without", "except", "avoid", "darf nicht", "nicht", "keine",
            "ohne",
            "ne doit pas", "ne peut pas", "sans", "sin", "sem", "nao", "senza", "non", "niet", "geen", "zonder", "nie",
            "bez",
            "inte", "ikke",
        ],
        roots: ["使用できません", "不能", "不得", "不可"]
    )

    private static let spaces = Mentions(words: [
        "spaces", "space", "leerzeichen", "espaces", "espacios", "espacos", "spazi",
    ])

    private static let beginning = Mentions(
        words: [
            "start with a letter", "begin with a letter", "first character must be a letter", "starts with a letter",
            "begins with a letter", "mit einem buchstaben beginnen", "commencer par une lettre",
            "comenzar con una letra",
            "empezar por una letra", "comecar com uma letra", "iniziare con una lettera", "beginnen met een letter",
        ]
    )
}
