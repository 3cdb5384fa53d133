/// What is to be done to a control so that it holds an answer.
public enum Fit: Sendable, Hashable {
    /// Enter this text.
    case text(String)
    /// Choose these options, by index, and no others.
    case options([Int])
    /// Choose what says this, in a list that shows its options only when it is open.
    case picks([String])
    /// Check or uncheck the box.
    case checked(Bool)
    /// Upload the file at this path.
    case file(String)
    /// The control cannot hold the answer; the reason is for a person and never repeats the value.
    case refused(String)

    /// Fits an answer to a field, in the form that its control takes.
    ///
    /// - Parameters:
    ///   - answer: what is wanted.
    ///   - field: the field as it was read.
    /// - Returns: what to do, or why it cannot be done.
    public static func fit(_ answer: Answer.Value, to field: Field) -> Fit {
        switch field.kind {
        case .file: file(answer, field)
        case .checkbox: box(answer, field)
        case .combobox where field.options.isEmpty: picks(answer)
        case .select, .radio, .combobox: one(answer, field)
        case .multiselect, .checkboxGroup: many(answer, field)
        default: entry(answer.plainText ?? "", field)
        }
    }

    private static func file(_ answer: Answer.Value, _ field: Field) -> Fit {
        guard case .file(let path) = answer else { return .refused("no file was given for it") }
        let isTaken = FileKinds(accept: field.accept).take(path)
        return isTaken ? .file(path) : .refused("the form takes only \(field.accept)")
    }

    private static func box(_ answer: Answer.Value, _ field: Field) -> Fit {
        if case .yes(let value) = answer { return .checked(value) }
        let words = Words(answer.plainText ?? "")
        let clause = answer.plainText?.prefix { $0 != "," } ?? ""
        if let value = truth[words.text] ?? truth[Words(String(clause)).text] { return .checked(value) }
        if words.list.count == 1, let value = YesNo.said(by: words.text) { return .checked(value) }
        let names = [field.label, field.options.first?.value ?? ""].map(Words.init)
        if !words.list.isEmpty && names.contains(words) { return .checked(true) }
        return .refused("the answer is neither yes nor no")
    }

    private static let truth: [String: Bool] = [
        "yes": true, "y": true, "true": true, "1": true, "on": true, "checked": true, "agree": true, "i agree": true,
        "agreed": true, "accept": true, "accepted": true, "no": false, "n": false, "false": false, "0": false,
        "off": false, "unchecked": false,
    ]

    private static func one(_ answer: Answer.Value, _ field: Field) -> Fit {
        guard let text = answer.plainText else { return .refused("the answer is not one value") }
        return OptionMatcher.match(text, in: field.options).map { .options([$0]) } ?? noOption
    }

    private static func picks(_ answer: Answer.Value) -> Fit {
        let wanted = texts(of: answer).map(\.trimmed).filter { !$0.isEmpty }
        return wanted.isEmpty || wanted.count > 20 ? .refused("the answer is not one value, nor a few") : .picks(wanted)
    }

    private static let noOption = Fit.refused("none of its options matches the answer")

    private static func many(_ answer: Answer.Value, _ field: Field) -> Fit {
        if case .text(let text) = answer, let whole = OptionMatcher.match(text, in: field.options),
            // A list of which only one part is an option must not pass for that option.
            split(text).count == 1 || Words(field.options[whole].label) == Words(text)
        {
            return .options([whole])
        }
        let given = if case .text(let text) = answer { split(text) } else { texts(of: answer) }
        let parts = given.flatMap { OptionMatcher.match($0, in: field.options) == nil ? joined($0) : [$0] }
        let indexes = parts.map { OptionMatcher.match($0, in: field.options) }
        let found = indexes.compactMap(\.self)
        guard found.count == parts.count else { return noOption }
        return .options(Array(Set(found)).sorted())
    }

    private static func texts(of answer: Answer.Value) -> [String] {
        if case .many(let texts) = answer { texts } else { [answer.plainText].compactMap(\.self) }
    }

    private static func split(_ text: String) -> [String] {
        text.split { $0 == "," || $0 == ";" || $0 == "\n" }.map { $0.trimmed }.filter { !$0.isEmpty }
    }

    /// The parts of "inglés y francés".
    private static func joined(_ text: String) -> [String] {
        let words = text.split { $0.isWhitespace || "、・".contains($0) }
        return words.split { conjunctions.contains(Words(String($0)).text) || $0 == "&" || $0 == "+" }
            .map { $0.joined(separator: " ") }
    }

    private static let conjunctions: Set<String> = [
        "and", "und", "et", "y", "e", "i", "en", "och", "og", "ja", "a", "ve", "и", "та", "i", "es", "si", "και", "וגם",
        "및", "和", "と",
    ]

    private static func entry(_ text: String, _ field: Field) -> Fit {
        switch field.kind {
        // A postal code keeps its zero.
        case .number where text.count > 1 && text.hasPrefix("0") && text.allSatisfy(\.isNumber): .text(text)
        case .number, .range:
            counted(text, in: field) ?? Amount(text).map { .text($0.text) } ?? .refused("the answer is not one number")
        case .date: CalendarDate(text)?.isoDay.map(Fit.text) ?? .refused("the answer is not a date")
        case .month: CalendarDate(text).map { .text($0.isoMonth) } ?? .refused("the answer is not a month")
        case .time: ClockTime(text).map { .text($0.text) } ?? .refused("the answer is not a time of day")
        case .dateTime: moment(text)
        case .week:
            (text.contains("-W") ? text : CalendarDate(within: text)?.isoWeek).map(Fit.text)
                ?? .refused("the answer is not a week such as 2026-W07")
        case .color:
            text.hasPrefix("#") && text.count == 7 ? .text(text.lowercased()) : .refused("the answer is not a colour")
        default: free(text, field)
        }
    }

    private static func moment(_ text: String) -> Fit {
        // The time stands behind the day, as one word or as two: "2:30 pm".
        let cuts = text.indices.filter { text[$0] == "T" || text[$0] == " " || text[$0] == "," }
        for cut in cuts {
            let before = text[..<cut].split { $0 == "," }.joined(separator: ",")
            let after = text[text.index(after: cut)...].drop { !$0.isNumber }
            if let day = CalendarDate(before)?.isoDay, let time = ClockTime(String(after)) {
                return .text("\(day)T\(time.text)")
            }
        }
        return .refused("the answer is not a date with a time")
    }

    /// What a text field takes, in its own notation.
    private static func free(_ text: String, _ field: Field) -> Fit {
        if let start = field.beside.addressStart, isAddress(text) {
            guard let rest = Self.rest(of: text, after: start) else {
                return .refused("the form takes only an address that begins with what is printed before it")
            }
            return .text(rest)
        }
        let spelled = date(text, field) ?? decimal(text, field) ?? span(text, field) ?? number(text, field)
        var entry = spelled ?? counted(text, field) ?? PhoneNotation.text(text, field) ?? text
        if field.kind != .textarea && field.kind != .richText {
            entry = entry.split(whereSeparator: \.isNewline).map(\.trimmed).joined(separator: ", ")
        }
        entry = respelled(entry, field) ?? entry
        if let longest = field.maxLength, entry.utf16.count > longest {
            // "10 digits": without the country's code it may be what the form asks for.
            if let number = PhoneNumber(text)?.national, number.utf16.count == longest { return .text(number) }
            return .refused("the answer is longer than the \(longest) characters that the form takes")
        }
        return .text(entry)
    }

    /// A length of time in the unit that stands beside the box: "14 days" are 2 weeks.
    private static func counted(_ text: String, in field: Field) -> Fit? {
        let said = [field.beside.after, field.label].lazy.compactMap { TimeSpan.unit(in: Words($0)) }.first
        guard let unit = said, let span = TimeSpan(text), span.days > 0, !text.trimmed.allSatisfy(\.isNumber) else {
            return nil
        }
        guard span.days.isMultiple(of: unit) else {
            return .refused("the answer is not a whole number of what the form counts in")
        }
        return .text(String(span.days / unit))
    }

    /// "How many years …?" is answered "6", though the answer was "6 years".
    private static func counted(_ text: String, _ field: Field) -> String? {
        let words = Words(text).list
        guard words.count == 2, words[0].allSatisfy(\.isNumber), text.first?.isNumber == true else { return nil }
        let asking = Words(field.label)
        guard asking.containsAny(counting), asking.list.contains(where: { FrameWords.areOne($0, words[1]) }) else {
            return nil
        }
        return words[0]
    }

    private static let counting = Words.phrases(
        """
        how many, number of, wie viele, wieviele, anzahl, combien, nombre, cuantos, cuantas, numero de, quantos, \
        quantas, quanti, quante, hoeveel, aantal, hur manga, hvor mange, antal, antall, montako, ile, liczba, kolik, \
        pocet, kac, сколько, количество, скільки, кількість
        """
    )

    /// A date goes into a text field in the format that its placeholder, its hint or its label shows, else as dates are
    /// written in its language: what machines write, a page may read as the day before.
    private static func date(_ text: String, _ field: Field) -> String? {
        guard let date = CalendarDate(text), field.kind != .textarea, field.kind != .richText else { return nil }
        if let said = DateNotation(field)?.text(of: date) { return said }
        guard field.kind == .text, date.isoDay == text.trimmed, field.isOfDate else { return nil }
        return DateNotation(language: field.language)?.text(of: date)
    }

    /// "1.7" is "1,7" where the form shows such a number: a box may drop a point as a mark of thousands.
    private static func decimal(_ text: String, _ field: Field) -> String? {
        let parts = text.trimmed.split(separator: ".", omittingEmptySubsequences: false)
        guard field.kind == .text, parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) })
        else { return nil }
        let shown = [field.placeholder, field.hint ?? "", field.label]
        let hasComma = shown.contains { $0.firstMatch(of: /[0-9],[0-9]{1,2}(?![0-9])/) != nil }
        let hasPoint = shown.contains { $0.firstMatch(of: /[0-9]\.[0-9]{1,2}(?![0-9])/) != nil }
        return hasComma && !hasPoint ? parts.joined(separator: ",") : nil
    }

    /// The same without what a field's own pattern leaves no room for: a date or a code as bare digits.
    private static func respelled(_ text: String, _ field: Field) -> String? {
        let isTooLong = field.maxLength.map { text.utf16.count > $0 } ?? false
        guard !field.takes(text) || isTooLong, field.kind == .text || field.kind == .tel else { return nil }
        let day = field.isOfDate || isTooLong ? CalendarDate(text) : nil
        let isCode = text.allSatisfy { $0.isNumber || "- ".contains($0) }
        return [
            day.flatMap { DateNotation(language: field.language)?.bare.text(of: $0) },
            isCode ? text.filter(\.isNumber) : nil,
        ]
        .compactMap(\.self).first { $0.utf16.count <= field.maxLength ?? .max && field.takes($0) }
    }

    private static func isAddress(_ text: String) -> Bool { text.contains("/") && text.contains(".") }

    /// What is left of an address behind the beginning that a form prints: neither scheme nor `www.` tells addresses
    /// apart.
    private static func rest(of text: String, after start: String) -> String? {
        let bare = { (text: String) in
            var rest = text.trimmed
            for prefix in ["https://", "http://", "www."] where rest.lowercased().hasPrefix(prefix) {
                rest = String(rest.dropFirst(prefix.count))
            }
            return rest
        }
        if start.hasSuffix("://") {
            let scheme = ["https://", "http://"].first { text.trimmed.lowercased().hasPrefix($0) } ?? ""
            return String(text.trimmed.dropFirst(scheme.count))
        }
        let (whole, begin) = (bare(text), bare(start))
        guard whole.lowercased().hasPrefix(begin.lowercased()), whole.count > begin.count else { return nil }
        return String(whole.dropFirst(begin.count))
    }

    /// The same where a box for digits has its unit behind it.
    private static func span(_ text: String, _ field: Field) -> String? {
        guard field.takesDigitsOnly, TimeSpan.unit(in: Words(field.beside.after)) != nil,
            case .text(let number) = counted(text, in: field)
        else { return nil }
        return number
    }

    /// A box for digits takes the number without its unit.
    private static func number(_ text: String, _ field: Field) -> String? {
        guard field.takesDigitsOnly, field.kind == .text, !text.trimmed.hasPrefix("+") else { return nil }
        let isBare = text.allSatisfy { $0.isNumber || $0.isWhitespace || "-./".contains($0) }
        return isBare ? nil : Amount(text)?.text
    }
}

extension Field {
    /// Whether a text fits its pattern, which is that of HTML: the whole text, by the rules of JavaScript.
    func takes(_ text: String) -> Bool {
        guard !pattern.isEmpty, let rule = try? Regex("^(?:\(pattern))$") else { return true }
        return text.wholeMatch(of: rule) != nil
    }

    /// The same, and no longer than it may be.
    func holds(_ text: String) -> Bool { takes(text) && text.utf16.count <= maxLength ?? .max }

    /// Whether its names say that it holds a whole date.
    fileprivate var isOfDate: Bool {
        [label, placeholder, name, id].map(Words.init).contains { $0.mentions(Self.dates) }
    }

    private static let dates = Mentions(
        words: ["date", "datum", "fecha", "data", "dato", "dob", "birthday", "geburtstag", "tarih", "pvm", "dag"],
        roots: ["datum", "birthdate", "startdate", "paivamaara", "дата", "日付", "年月日", "日期", "날짜", "تاريخ"]
    )

    /// Whether it says that digits are all it takes.
    fileprivate var takesDigitsOnly: Bool {
        let bare = pattern.filter { !"^$".contains($0) }
        let isOfDigits = ["[0-9]*", "[0-9]+", "\\d*", "\\d+"].contains(bare)
        return inputMode == "numeric" || inputMode == "decimal" || isOfDigits
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
