/// Notes on how something is to be written, which change nothing of what is asked.
///
/// "(MM/DD/YYYY)", "(in capitals)", "（ハイフンなし）".
enum FormatNote {
    /// A label without such notes.
    ///
    /// - Parameters:
    ///   - label: what a field says.
    ///   - isKept: of a note, whether it changes what is asked all the same.
    ///   - isDropped: of anything else in brackets, whether it changes nothing either.
    /// - Returns: the label without them; the same where it has none.
    static func removed(
        from label: String,
        keeping isKept: (String) -> Bool = { _ in false },
        and isDropped: (String) -> Bool = { _ in false }
    ) -> String {
        let label = unnumbered(label)
        guard label.contains(where: { "([（［".contains($0) }) else { return label }
        var text = ""
        var rest = label[...]
        while let open = rest.firstIndex(where: { "([（［".contains($0) }),
            let close = rest[open...].firstIndex(where: { ")]）］".contains($0) })
        {
            text += rest[..<open]
            let aside = String(rest[rest.index(after: open)..<close])
            let isSaidAgain = isInitials(aside, of: text) || Words(aside).containsAny(likes)
            let isNothing = isNote(aside) || isDropped(aside)
            if !isSaidAgain, !isNothing || isKept(aside) { text += rest[open...close] }
            rest = rest[rest.index(after: close)...]
        }
        text += rest
        return text.contains(where: \.isLetter) ? text.trimmed : label
    }

    /// "Qualified Teacher Status (QTS)" and "QTS (qualified teacher status)": the short form of the words beside it.
    private static func isInitials(_ aside: String, of text: String) -> Bool {
        let last = text.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
        if 2...6 ~= last.count, last.allSatisfy(\.isUppercase) {
            return String(Words(aside).list.compactMap(\.first)) == last.lowercased()
        }
        guard 2...6 ~= aside.count, aside.allSatisfy(\.isLetter), aside.contains(where: \.isUppercase) else {
            return false
        }
        let initials = Words(text).list.suffix(aside.count).compactMap(\.first)
        return String(initials) == Words(aside.lowercased()).text
    }

    /// What says that the aside only gives an example.
    private static let likes = Words.phrases(
        """
        or similar, or equivalent, or comparable, oder ähnlich, oder ähnliches, oder vergleichbar, ou similaire, ou équivalent, \
        o similar, o equivalente, ou similar, ou equivalente, o simile, of vergelijkbaar, of gelijkwaardig, eller liknande, \
        eller motsvarande, eller lignende, eller tilsvarende, tai vastaava, lub podobny, lub podobne, nebo podobný, veya benzeri, \
        или аналог, или аналогичный
        """
    )

    /// Without the number that a question begins with.
    private static func unnumbered(_ label: String) -> String {
        let digits = label.prefix { $0.isNumber }
        let rest = label.dropFirst(digits.count)
        if 1...2 ~= digits.count, let arrow = rest.trimmed.first, "→➔➜➝›".contains(arrow) {
            return String(rest.trimmed.dropFirst()).trimmed
        }
        guard 1...2 ~= digits.count, let mark = rest.first, ".)".contains(mark),
            rest.dropFirst().first.map({ $0 == " " || $0.isUppercase }) ?? false, rest.contains(where: \.isLetter)
        else { return label }
        return String(rest.dropFirst()).trimmed
    }

    private static func isNote(_ text: String) -> Bool {
        // "(muodossa +358…)": the beginning of a number.
        if let plus = text.firstIndex(of: "+"), text[plus...].dropFirst().first?.isNumber == true, text.count <= 24 {
            return true
        }
        let words = Words(text.lowercased()).list
        // A star, and nothing else.
        if words.isEmpty || PayWords.areAll(of: text) { return true }
        // "(1-5)": the ends of a scale.
        if words.count >= 2, words.allSatisfy({ $0.allSatisfy(\.isNumber) && $0.count <= 3 }) { return true }
        // "(P)", which the page explains elsewhere.
        if words.count == 1, words[0].count == 1 { return true }
        if text.count <= 16, notes.contains(where: text.contains) { return true }
        let isTelling = words.contains(where: telling.contains) || words.starts(with: ["type", "your"])
        return !words.isEmpty && words.count <= 8 && isTelling
            && words.allSatisfy {
                telling.contains($0) || linking.contains($0) || $0 == "type" || $0.allSatisfy(\.isNumber)
            }
    }

    /// What such notes have in them where words are written together.
    private static let notes = ["西暦", "ハイフン", "桁", "半角", "全角", "없이", "숫자만", "하이픈", "不含", "半形"]

    private static let telling = Set(
        Words.phrases(
            """
            dd, mm, mmm, yy, yyyy, d, m, y, jj, jjjj, aa, aaaa, tt, gg, rr, rrrr, ddmmyyyy, mmddyyyy, yyyymmdd, дд, мм, гг, гггг, рррр, \
            eeee, ee, hh, nn, pp, kk, vvvv, vv, åååå, ηη, μμ, εεεε, \
            capitals, capital, uppercase, block, digits, dashes, hyphens, spaces, slashes, leerzeichen, bindestriche, \
            majuscules, tirets, mayusculas, guiones, hifens, ハイフンなし, ハイフン不要, 半角, 全角, 半角数字, カタカナ, ひらがな, \
            全角カタカナ, characters, character, chars, char, word, words, zeichen, worter, caracteres, caracteri, caratteri, \
            palabras, palavras, mots, ddd, tekens, tecken, ord, tegn, merkkia, znaku, znakow, karakter, символов, знаков, \
            слов, 文字以内, 字以内, press, apply, comma, commas, separated, separate, semicolon, semicolons, numbers, chiffres, ziffern, cifre, \
            cifras, digitos, cyfr, cijfers, siffror, sifre, rakam, цифр
            """
        )
    )

    private static let linking = Set(
        Words.phrases(
            """
            in, letters, only, no, without, format, numbers, eg, e, g, example, as, use, please, ohne, en, sans, sin, sem, z, b, \
            ex, p, and, or, with, by, enter, after, each, per, line, one, every, return, key, choose, select, tick, check, all, that, any, options, several, multiple, present, com, avec, mit, con, incl, \
            including, codigo, area, country, code, the, uk, us, international, max, maximum, min, minimum, up, to, at, \
            least, most, than, less, more, fewer, limit, of, your, full, name, names, first, last, legal, about, approx, between, \
            hochstens, maximal, mindestens, bis, zu, jusqu, a, au, plus, hasta, ate, de, maximo, massimo, maksymalnie, maks, do, \
            maximaal, hogst, enimmaint, nejvyse, en fazla, не более, до
            """
        )
    )
}
