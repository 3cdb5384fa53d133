/// What looks like a one-time code in a sentence, and is nothing else by its shape and its neighbours.
struct CodeCandidate {
    /// The code, as it is to be entered.
    let code: String
    /// As it is written.
    let written: String
    let range: Range<String.Index>
    /// Whether it is of digits alone: anything else may be a word.
    let isPlain: Bool

    /// How many characters before and after one are looked at.
    static let reach = 60

    /// The candidates of a sentence, in their order.
    static func all(in text: String) -> [CodeCandidate] {
        let runs = runs(of: text)
        var candidates: [CodeCandidate] = []
        var place = 0
        while place < runs.count {
            var end = place + 1
            // Digits in groups are one number.
            if text[runs[place]].allSatisfy(\.isDigit) {
                while end < runs.count, text[runs[end]].allSatisfy({ $0.isDigit || $0 == "-" }),
                    text[runs[end - 1].upperBound..<runs[end].lowerBound] == " "
                {
                    end += 1
                }
            }
            let range = runs[place].lowerBound..<runs[end - 1].upperBound
            if let (code, isPlain) = code(String(text[range])) {
                let around = Surroundings(text, range)
                if !around.sayOther(than: code, isPlain) {
                    candidates.append(
                        CodeCandidate(code: code, written: String(text[range]), range: range, isPlain: isPlain)
                    )
                }
            }
            place = end
        }
        return candidates
    }

    /// What is written without a space, but for the signs around it.
    private static func runs(of text: String) -> [Range<String.Index>] {
        var runs: [Range<String.Index>] = []
        var start: String.Index?
        func add(upTo end: String.Index) {
            guard let begin = start else { return }
            start = nil
            var range = begin..<end
            while let last = text[range].last, !last.isPlainOfWord {
                range = range.lowerBound..<text.index(before: range.upperBound)
            }
            // "code:123456"
            if let colon = text[range].lastIndex(of: ":"), text[range.lowerBound..<colon].allSatisfy(\.isLetter) {
                range = text.index(after: colon)..<range.upperBound
            }
            if !range.isEmpty { runs.append(range) }
        }
        for index in text.indices {
            let character = text[index]
            if character.isPlainOfWord {
                if start == nil { start = index }
            } else if !"-.,:/@_=&?%+#".contains(character) {
                add(upTo: index)
            }
        }
        add(upTo: text.endIndex)
        return runs
    }

    /// The code that something written is; nil when no code is written so.
    private static func code(_ written: String) -> (String, Bool)? {
        let groups = written.split { $0 == " " || $0 == "-" }.map(String.init)
        let sizes = groups.map(\.count)
        let joined = groups.joined()
        guard joined.allSatisfy(\.isPlainOfWord), !joined.isEmpty else { return nil }
        if joined.allSatisfy(\.isDigit) {
            let isWhole = sizes.count == 1 && 4...8 ~= joined.count
            let isGrouped =
                [[3, 3], [4, 4], [2, 2, 2], [2, 2, 2, 2]].contains(sizes) && !(written.contains("-") && sizes[0] == 2)
            let isSpaced = 4...8 ~= sizes.count && sizes.allSatisfy { $0 == 1 }
            guard isWhole || isGrouped || isSpaced, !isYear(joined) else { return nil }
            return (joined, true)
        }
        if groups.count == 2, !written.contains(" ") {
            let (first, second) = (groups[0], groups[1])
            // The site shows the letters before the field.
            if 1...2 ~= first.count, first.allSatisfy(\.isUpper), 4...8 ~= second.count, second.allSatisfy(\.isDigit) {
                return (second, true)
            }
            let isCapital = joined.allSatisfy { $0.isDigit || $0.isUpper }
            return isCapital && first.count == second.count && 3...5 ~= first.count ? (written, false) : nil
        }
        guard groups.count == 1, 5...10 ~= joined.count else { return nil }
        if joined.contains(where: \.isDigit) { return (joined, false) }
        // No word has so many capitals, and letters beside that are none.
        let isMixed = joined.count(where: \.isUpper) >= 3 && joined.contains { !$0.isUpper }
        return isMixed && 6...8 ~= joined.count ? (joined, false) : nil
    }

    private static func isYear(_ digits: String) -> Bool {
        digits.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20"))
    }
}

/// What stands beside a number.
private struct Surroundings {
    private let before: Character?
    private let after: Character?
    private let said: [String]
    private let next: String
    private let follows: Substring

    init(_ text: String, _ range: Range<String.Index>) {
        let front = text[..<range.lowerBound].suffix(CodeCandidate.reach)
        let back = text[range.upperBound...].prefix(CodeCandidate.reach)
        before = front.last { $0 != " " }
        after = back.first { $0 != " " }
        said = Words(String(front)).list
        follows = back.drop { !$0.isOfWord && $0 != "," }
        next = Words(String(follows)).list.first ?? ""
    }

    /// Whether they say that it is another number than a code.
    func sayOther(than code: String, _ isPlain: Bool) -> Bool {
        if let before, "+$€£¥#№".contains(before) { return true }
        if let after, "$€£¥%".contains(after) { return true }
        let last = said.last ?? ""
        if Self.owned.contains(last), before?.isOfWord ?? false { return true }
        if Self.named.contains(last) || Self.measures.contains(next) { return true }
        let tail = said.suffix(4).filter { !Self.being.contains($0) }
        if tail.count >= 2, let number = tail.last, Self.numbers.contains(number) { return true }
        if said.suffix(2).contains(where: Self.ending.contains) { return true }
        return isPlain && 4...5 ~= code.count && isOfPlace(last)
    }

    /// "WA 98101", "10115 Berlin", "1012 AB".
    private func isOfPlace(_ last: String) -> Bool {
        if last.count == 2, before?.isUpper ?? false { return true }
        guard let first = follows.first, first.isUpper else { return false }
        return !Self.being.contains(next)
    }

    private static let being: Set<String> = ["is", "ist", "est", "es", "e", "jest", "lautet", "the"]
    private static let numbers: Set<String> = [
        "number", "no", "nr", "id", "nummer", "numero", "num", "numer", "n", "o", "ref",
    ]
    private static let ending: Set<String> = ["ending", "endet", "endend", "terminant", "terminado", "termina", "ends"]

    /// What has a number of its own when that follows at once: "for account 8837261".
    private static let owned: Set<String> = ["application", "account", "job", "konto", "compte", "cuenta", "conta"]

    private static let named: Set<String> = [
        "order", "invoice", "requisition", "req", "reference", "ref", "case", "ticket",
        "phone", "tel", "telephone", "call", "fax", "mobile", "zip", "postal", "plz", "suite", "room", "box", "id",
        "number", "no", "nr", "nummer", "numero", "num", "eur", "usd", "gbp", "chf", "bestellung", "rechnung",
        "auftrag", "commande", "facture", "pedido", "factura", "fatura", "ordine", "fattura", "bestelling", "faktura",
        "zamowienie", "telefon", "telefono", "telefone", "since", "year", "copyright", "kundennummer", "bestellnummer",
    ]

    private static let measures: Set<String> = [
        "minutes", "minute", "minuten", "min", "hours", "hour", "days", "stunden", "tage", "heures", "jours", "minutos",
        "horas", "eur", "usd", "euro", "euros", "dollars", "px", "kr", "zl", "people", "employees", "mitarbeiter",
    ]
}

extension Character {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
    /// A letter or digit that codes are made of: scripts without spaces write other words right beside them.
    fileprivate var isPlainOfWord: Bool { isASCII && isOfWord }
}
