extension DateNotation {
    /// The letters by which languages write the parts of a date: `TT.MM.JJJJ`, `jj/mm/aaaa`, `GG.AA.YYYY`, `ДД.ММ.ГГГГ`.
    private static let days: Set<Character> = Set("dtjgpnдη日")
    private static let months: Set<Character> = Set("mkahмμ月")
    private static let years: Set<Character> = Set("yjaråvгрéεe年")

    /// Reads a pattern of letters, or of the words for day, month and year, anywhere in a text.
    ///
    /// - Parameter pattern: for example `Format: TT.MM.JJJJ`.
    public init?(pattern: String) {
        let runs = Run.all(in: pattern)
        for start in runs.indices {
            for count in [3, 2] where start + count <= runs.count {
                let group = runs[start..<(start + count)]
                if let found = Self.read(Array(group)) {
                    self = found
                    return
                }
            }
        }
        return nil
    }

    private static func read(_ runs: [Run]) -> DateNotation? {
        guard runs.dropLast().allSatisfy({ $0.isJoined }), runs[0].begins, runs[runs.count - 1].ends else { return nil }
        let kinds = runs.map(\.kinds)
        let orders: [[Kind]] =
            runs.count == 3
            ? [[.day, .month, .year], [.month, .day, .year], [.year, .month, .day]]
            : [[.month, .year], [.year, .month]]
        let fitting = orders.filter { order in zip(order, kinds).allSatisfy { $1.contains($0) } }
        guard fitting.count == 1, Set(runs.map(\.text)).count == runs.count else { return nil }
        let parts = zip(fitting[0], runs).map { kind, run in run.part(kind) }
        return DateNotation(parts, by: runs.dropLast().map(\.separator), end: runs[runs.count - 1].unitAfter)
    }

    private enum Kind: Hashable { case day, month, year }

    /// One letter repeated, or one word for a part of a date.
    private struct Run {
        let text: String
        /// What stands between it and the next one.
        var separator: String
        let begins: Bool
        let isWord: Bool

        /// Whether it is parted from the next one as the parts of a date are.
        var isJoined: Bool {
            let bare = separator.filter { !$0.isWhitespace }
            return !separator.isEmpty && separator.count <= 3 && ["", "/", "-", ".", "–", "年", "月"].contains(bare)
        }

        var ends: Bool { separator.first?.isNumber != true }
        var unitAfter: String { separator.first == "日" ? "日" : separator.first == "月" ? "月" : isClosedByDot ? "." : "" }

        /// "(éééé.hh.nn.)": within brackets the dot ends no sentence.
        private var isClosedByDot: Bool { [".)", ".]", ".）"].contains { separator.hasPrefix($0) } }

        var kinds: Set<Kind> {
            guard !isWord, let letter = text.first else { return Self.words[text].map { [$0] } ?? [] }
            var kinds: Set<Kind> = []
            if days.contains(letter), text.count <= 2 { kinds.insert(.day) }
            if months.contains(letter), text.count <= (letter == "m" ? 4 : 2) { kinds.insert(.month) }
            if years.contains(letter), [2, 4].contains(text.count) { kinds.insert(.year) }
            return kinds
        }

        func part(_ kind: Kind) -> Part {
            switch kind {
            case .day: .day(isPadded: isWord || text.count == 2)
            case .month:
                !isWord && text.count > 2
                    ? .monthName(isShort: text.count == 3)
                    : .month(isPadded: isWord || text.count == 2)
            case .year: .year(digits: isWord || text.count == 4 ? 4 : 2)
            }
        }

        private static let words: [String: Kind] = [
            "day": .day, "tag": .day, "jour": .day, "dia": .day, "día": .day, "giorno": .day, "dag": .day,
            "month": .month, "monat": .month, "mois": .month, "mes": .month, "mês": .month, "mese": .month,
            "maand": .month, "måned": .month, "månad": .month, "year": .year, "jahr": .year, "année": .year,
            "año": .year, "ano": .year, "anno": .year, "jaar": .year, "år": .year,
        ]

        /// The runs of a text.
        static func all(in text: String) -> [Run] {
            var runs: [Run] = []
            var rest = text.lowercased()[...]
            var isAfterNumber = false
            while let first = rest.first {
                let word = rest.prefix { $0.isLetter && !"年月日".contains($0) }
                if word.isEmpty {
                    if !runs.isEmpty { runs[runs.count - 1].separator.append(first) }
                    isAfterNumber = first.isNumber
                    rest = rest.dropFirst()
                    continue
                }
                let isRun = Set(word).count == 1 && word.count <= 4
                runs.append(Run(text: String(word), separator: "", begins: !isAfterNumber, isWord: !isRun))
                isAfterNumber = false
                rest = rest.dropFirst(word.count)
            }
            return runs
        }
    }
}
