/// How a form wants a date written: which parts of it, in which order, with what between them.
public struct DateNotation: Sendable, Hashable {
    /// A part of a date as it is written.
    enum Part: Sendable, Hashable {
        case day(isPadded: Bool)
        case month(isPadded: Bool)
        /// The English name of the month; the first three letters of it where it is short.
        case monthName(isShort: Bool)
        case year(digits: Int)
    }

    /// The parts in their order.
    let parts: [Part]
    /// What stands between them, and after the last.
    let separators: [String]

    init(_ parts: [Part], by separators: [String], end: String = "") {
        self.parts = parts
        self.separators = separators + [end]
    }

    /// Reads how a field wants its date: by a pattern (`DD.MM.YYYY`, `jj/mm/aaaa`), by an example (`31/12/2026`), or as
    /// its language writes dates; nil when nothing tells.
    ///
    /// - Parameter field: its label, hint and placeholder are looked at, the nearest to the entry first.
    public init?(_ field: Field) {
        let texts = [field.placeholder, field.hint ?? "", field.label].filter { !$0.isEmpty }
        let said =
            texts.lazy.compactMap(DateNotation.init(pattern:)).first
            ?? texts.lazy.compactMap(DateNotation.init(example:)).first
        guard let said else { return nil }
        self = said
    }

    /// The same order in nothing but digits: 20260331.
    var bare: DateNotation {
        let padded = parts.map { part -> Part in
            switch part {
            case .day: .day(isPadded: true)
            case .month, .monthName: .month(isPadded: true)
            case .year: .year(digits: 4)
            }
        }
        return DateNotation(padded, by: padded.dropLast().map { _ in "" })
    }

    /// The date, written so.
    ///
    /// - Returns: nil when it wants a day that is not known.
    public func text(of date: CalendarDate) -> String? {
        var text = ""
        for (part, separator) in zip(parts, separators) {
            guard let written = written(part, of: date) else { return nil }
            text += written + separator
        }
        return text
    }

    private func written(_ part: Part, of date: CalendarDate) -> String? {
        switch part {
        case .day(let isPadded): date.day.map { Self.number($0, isPadded) }
        case .month(let isPadded): Self.number(date.month, isPadded)
        case .monthName(let isShort): CalendarMonth.englishName(date.month).map { isShort ? String($0.prefix(3)) : $0 }
        case .year(let digits): digits == 2 ? Self.number(date.year % 100, true) : String(date.year)
        }
    }

    private static func number(_ number: Int, _ isPadded: Bool) -> String {
        isPadded && number < 10 ? "0\(number)" : String(number)
    }
}

// MARK: Examples and languages

extension DateNotation {
    /// Reads how an example of a date is written, anywhere in a text; one that could be read in two ways tells nothing.
    ///
    /// - Parameter example: for example `For example, 31/12/2026`, `e.g. 27 3 1997`, `12 Mar 2026`.
    public init?(example: String) {
        let tokens = Token.all(in: example)
        for start in tokens.indices where start + 3 <= tokens.count {
            if let found = Self.read(Array(tokens[start..<(start + 3)])) {
                self = found
                return
            }
        }
        return nil
    }

    private static func read(_ tokens: [Token]) -> DateNotation? {
        guard tokens.dropLast().allSatisfy(\.isJoined) else { return nil }
        let numbers = tokens.map(\.number)
        // Beside a month's name a day has no nought unless the example shows one.
        let isNamed = numbers.contains(nil)
        let isPadded = tokens.allSatisfy {
            $0.number == nil || $0.text.count > 1 && (!isNamed || $0.text.hasPrefix("0") || $0.text.count > 2)
        }
        let (day, month) = (Part.day(isPadded: isPadded), Part.month(isPadded: isPadded))
        let parts: [Part]? =
            switch (numbers[0], numbers[1], numbers[2]) {
            case ((1000...)?, (1...12)?, (1...31)?): [.year(digits: 4), month, day]
            case ((13...31)?, (1...12)?, (1000...)?): [day, month, .year(digits: 4)]
            case ((1...12)?, (13...31)?, (1000...)?): [month, day, .year(digits: 4)]
            case ((1...12)?, (1...12)?, (1000...)?) where tokens[0].separator == ".": [day, month, .year(digits: 4)]
            case ((1...31)?, nil, (1000...)?): tokens[1].month.map { [day, $0, .year(digits: 4)] }
            case (nil, (1...31)?, (1000...)?): tokens[0].month.map { [$0, day, .year(digits: 4)] }
            default: nil
            }
        return parts.map { DateNotation($0, by: tokens.dropLast().map(\.separator)) }
    }

    /// A number or a word.
    private struct Token {
        let text: String
        var separator = ""

        var number: Int? { text.count <= 4 ? Int(text) : nil }
        var isJoined: Bool {
            !separator.isEmpty && separator.count <= 3 && separator.allSatisfy { "/-., ".contains($0) }
        }
        /// Only names that can be written for every month.
        var month: Part? {
            guard let number = CalendarMonth.number(named: text), let name = CalendarMonth.englishName(number),
                name.lowercased().hasPrefix(text.lowercased())
            else { return nil }
            return .monthName(isShort: text.count == 3 && name.count > 3)
        }

        static func all(in text: String) -> [Token] {
            var tokens: [Token] = []
            var rest = text[...]
            while let first = rest.first {
                let isNumber = first.isNumber
                let run = rest.prefix { isNumber ? $0.isNumber : $0.isLetter }
                if run.isEmpty {
                    if !tokens.isEmpty { tokens[tokens.count - 1].separator.append(first) }
                    rest = rest.dropFirst()
                } else {
                    tokens.append(Token(text: String(run)))
                    rest = rest.dropFirst(run.count)
                }
            }
            return tokens
        }
    }

    /// As a language writes dates in numbers (Unicode CLDR, the short forms, with the year whole).
    ///
    /// - Parameter language: BCP 47 tags with spaces between them, for example `de en-GB`: the first that is known here
    ///   counts; nil where none is.
    public init?(language: String) {
        let found = language.split(separator: " ").lazy.compactMap { DateNotation(tag: String($0)) }.first
        guard let found else { return nil }
        self = found
    }

    private init?(tag language: String) {
        let tags = language.lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
        guard let first = tags.first else { return nil }
        let named = tags.count > 1 ? Self.languages["\(first)-\(tags[tags.count - 1])"] : nil
        guard let form = named ?? (first == "en" && tags.count > 1 ? "D/M" : Self.languages[first]) else { return nil }
        let (day, month) = (
            Part.day(isPadded: form != form.lowercased()), Part.month(isPadded: form != form.lowercased())
        )
        let separator = String(form[form.index(after: form.startIndex)])
        let year = Part.year(digits: 4)
        let parts: [Part] =
            switch form.first {
            case "M": [month, day, year]
            case "Y": [year, month, day]
            default: [day, month, year]
            }
        self.init(parts, by: [separator, separator])
    }

    /// The first two parts of the date with what stands between them; small letters where no noughts are filled in.
    private static let languages: [String: String] = {
        let groups = [
            "M/D": "en en-us en-ph", "Y-M": "sv lt en-ca fr-ca en-se", "Y/M": "ja zh en-za fa", "Y.M": "ko hu",
            "D/M": "fr es pt it vi id ms ar el he th nl-be ca eu gl hi ur", "D-M": "nl",
            "D.M": "de pl ru uk tr nb no nn da ro et lv bg hr sr be fr-ch it-ch", "d.m": "fi cs sk sl is",
        ]
        return groups.reduce(into: [:]) { all, group in
            for language in group.value.split(separator: " ") { all[String(language)] = group.key }
        }
    }()
}
