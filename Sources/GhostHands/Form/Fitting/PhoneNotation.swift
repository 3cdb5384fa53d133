/// How a form writes telephone numbers: with the country's code or without, with marks between the digits or none.
public enum PhoneNotation {
    /// A number as a box takes it.
    ///
    /// - Parameters:
    ///   - text: the number, with `+` and its country's code.
    ///   - field: the box.
    /// - Returns: nil where the box says nothing of it, and where the text is no such number.
    static func text(_ text: String, _ field: Field) -> String? {
        let written = dialled(text, field)
        guard field.kind == .tel || field.kind == .text, PhoneNumber(text) != nil, isUnbroken(field) else {
            return written
        }
        let bare = (written ?? text).filter { $0 == "+" || $0.isNumber }
        return field.takes(bare) ? bare : written
    }

    /// The number in international notation without any mark, where a page's complaint asks for that.
    ///
    /// - Parameters:
    ///   - text: the number, with `+` and its country's code.
    ///   - complaint: what the page says is wrong with what was entered.
    /// - Returns: nil where it asks for something else.
    public static func international(_ text: String, complaint: String) -> String? {
        let words = Words(complaint)
        guard let number = PhoneNumber(text), !words.containsAny(atHome),
            words.containsAny(abroad) || showsWhole(complaint)
        else { return nil }
        return "+\(number.code)\(number.national)"
    }

    /// Whether a box wants the digits without anything between them: it says so, or its example has it so.
    private static func isUnbroken(_ field: Field) -> Bool {
        if showsWhole(field.placeholder) { return true }
        return [field.label, field.hint ?? "", field.placeholder].contains { text in
            Words(text).containsAny(unbroken) || unbrokenTogether.contains(where: text.contains)
        }
    }

    /// Of languages that put no spaces between their words.
    private static let unbrokenTogether = ["없이", "ハイフンなし", "ハイフン不要", "ハイフンは不要", "数字のみ", "不要空格", "숫자만"]

    /// Whether a text has a whole number in it that is written so.
    private static func showsWhole(_ text: String) -> Bool { text.contains(/\+\d{9,15}(?!\d| ?\d)/) }

    private static let unbroken = [
        "without spaces", "no spaces", "without any spaces", "without spaces or dashes", "no spaces or dashes",
        "without dashes or spaces", "ohne leerzeichen", "sans espace", "sans espaces", "sin espacios", "sem espacos",
        "senza spazi", "zonder spaties", "bez spacji", "utan mellanslag", "uten mellomrom", "uden mellemrum",
        "ilman valilyonteja", "bez mezer", "bosluksuz", "без пробелов", "без пробілів",
    ]

    /// Whether a form is in a language of the number's country: elsewhere a box for ten digits means another country's.
    private static func isHome(_ number: PhoneNumber, _ field: Field) -> Bool {
        homes[field.language.prefix(2).lowercased()]?.contains(number.code) ?? false
    }

    private static let homes: [String: Set<String>] = [
        "de": ["49", "43", "41"], "fr": ["33", "32", "41"], "es": ["34", "52", "54", "56", "57", "51"],
        "pt": ["55", "351"],
        "it": ["39", "41"], "nl": ["31", "32"], "pl": ["48"], "sv": ["46"], "da": ["45"], "no": ["47"], "nb": ["47"],
        "nn": ["47"], "fi": ["358"], "cs": ["420"], "sk": ["421"], "tr": ["90"], "ru": ["7"], "uk": ["380"],
        "ja": ["81"],
        "ko": ["82"], "zh": ["86", "886", "852"], "he": ["972"], "el": ["30"], "hu": ["36"], "ro": ["40"],
    ]

    private static let atHome = [
        "without country code", "without the country code", "no country code", "ohne landervorwahl", "ohne vorwahl",
        "sans lindicatif", "sans indicatif", "sans l indicatif", "sin prefijo", "sin codigo de pais", "sem ddi",
        "sem indicativo",
        "sem codigo do pais", "senza prefisso internazionale", "zonder landcode", "utan landskod", "uden landekode",
        "uten landkode", "ilman maatunnusta", "bez kierunkowego", "bez numeru kierunkowego", "bez predvolby",
        "bez mezinarodni predvolby", "ulke kodu olmadan", "без кода страны", "без коду країни",
    ]

    private static let abroad = [
        "international", "country code", "e 164", "e164", "internationalen", "internationales", "landervorwahl",
        "internationale", "indicatif", "internacional", "codigo de pais", "internazionale", "prefisso internazionale",
        "landcode", "internationaal", "miedzynarodowym", "landskod", "landekode",
    ]

    /// A box that shows how many digits it takes gets the number as it is dialled within its country.
    private static func dialled(_ text: String, _ field: Field) -> String? {
        guard field.kind == .tel || field.kind == .text, let number = PhoneNumber(text) else { return nil }
        let hints = [field.label, field.hint ?? "", field.placeholder, field.beside.after].map(Words.init)
        let isBare = hints.contains { $0.containsAny(atHome) }
        // Another code may be one that the page changes once it sees the number.
        if isBare || field.beside.dialCode == number.code { return number.national }
        if field.beside.dialCode != nil { return nil }
        if !field.takes(text) || !field.holds(text) && isHome(number, field) {
            let isWhole = hints.contains {
                $0.containsAny(["with country code", "including country code", "incl country code"])
            }
            // Within most countries a nought is dialled first.
            let dialled = [number.national, "0\(number.national)"]
            let spellings = isWhole ? [] : number.hasTrunkNought ? dialled.reversed() : dialled
            let all = spellings + [number.code + number.national]
            if let taken = all.first(where: field.holds) { return taken }
        }
        let shown = [field.value, field.placeholder].first { $0.contains("_") || $0.contains(where: \.isNumber) } ?? ""
        guard !shown.contains("+"), !shown.contains(where: \.isLetter) else { return nil }
        let slots = shown.filter { $0.isNumber || "_#".contains($0) }
        // A mask of nothing but zeros begins with none.
        if slots.count == number.national.count, slots.first != "0" || Set(slots) == ["0"] { return number.national }
        return slots.count == number.national.count + 1 && slots.first == "0" ? "0\(number.national)" : nil
    }
}
