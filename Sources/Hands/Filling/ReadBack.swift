import Foundation
import GhostHands

/// Compares what a control holds with what was to be put into it (R26).
enum ReadBack {
    /// What was wanted of a control.
    struct Wanted {
        /// What was done to it.
        let fit: Fit
        /// The options that the fit means.
        let options: [FieldOption]
        /// The day that the answer says, where it says one.
        var day: CalendarDate?
        /// What a list showed right after the answer was chosen in it.
        var shown: String?
    }

    /// Whether the control holds what was wanted.
    ///
    /// - Parameter target: the field, read after it was filled.
    /// - Returns: true when it does, be it in other words of the page's own that mean the same.
    static func holds(_ target: ReadField, _ wanted: Wanted) -> Bool {
        let held = target.field.value
        if case .text(let text) = wanted.fit, isOtherNumber(text, target) { return false }
        switch wanted.fit {
        case .text(let text) where target.widget?.kind == .calendar:
            return wanted.shown.map { held == $0 && !isOtherDay($0, text) } ?? isDay(held, text)
        case .text(let text) where target.widget?.kind == .boxes: return held == WidgetDriver.code(text)
        case .text(let text) where target.entry == .tags: return hasTags(held, text) || isText(held, text, target)
        case .text(let text): return isText(held, text, target) || isChosen(target, wanted) || isDay(held, text, wanted)
        case .options(let indexes): return isChosen(indexes, of: wanted.options, in: target)
        case .picks(let words): return target.field.isAnswered && says(held, words, wanted.shown)
        case .checked(let on): return held == (on ? "true" : "false")
        case .file(let path): return isFile(held, URL(filePath: path).lastPathComponent)
        case .refused: return false
        }
    }

    /// Options are the same by what they say; by their places only among the very same options.
    private static func isChosen(_ indexes: [Int], of options: [FieldOption], in target: ReadField) -> Bool {
        if options == target.field.options { return Set(target.chosen) == Set(indexes) }
        return Set(target.chosen.map { target.field.options[$0] }) == Set(indexes.map { options[$0] })
    }

    /// A box shows what was chosen from what it offered, in the words of that.
    private static func isChosen(_ target: ReadField, _ wanted: Wanted) -> Bool {
        guard let shown = wanted.shown, !shown.isEmpty else { return false }
        return target.field.value == shown
    }

    /// A list that nobody has opened holds an answer only in the very words, or in ones that mean the same.
    private static func says(_ held: String, _ wanted: [String], _ shown: String?) -> Bool {
        if let shown { return held == shown }
        guard let only = wanted.first, wanted.count == 1 else { return false }
        return OptionMatcher.isSame(only, held)
    }

    /// Whether each entry is among the tags, which are a line each.
    private static func hasTags(_ held: String, _ wanted: String) -> Bool {
        let tags = held.split(whereSeparator: \.isNewline).map { Words(String($0)) }
        let entries = TagDriver.entries(of: wanted).map(Words.init)
        return !entries.isEmpty && entries.allSatisfy { entry in tags.contains(entry) }
    }

    /// A page that has taken a file over may say so beside its name.
    private static func isFile(_ shown: String, _ name: String) -> Bool { shown == name || shown.hasSuffix(" \(name)") }
}

// MARK: Days

extension ReadBack {
    /// Whether a text shows the day, in whatever order and words.
    private static func isDay(_ shown: String, _ wanted: String) -> Bool {
        guard let date = CalendarDate(wanted), let day = date.day else { return false }
        if CalendarDate(shown) == date { return true }
        let words = shown.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let numbers = numbers(in: words)
        return numbers.count == words.count && numbers.sorted() == [date.year, date.month, day].sorted()
    }

    /// Whether a box shows the day that was typed as the page writes days: with the month's name, with the year first, or
    /// with other noughts.
    private static func isDay(_ shown: String, _ typed: String, _ wanted: Wanted) -> Bool {
        guard let date = wanted.day, date.day != nil else { return false }
        let words = shown.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard words.count == 3 else { return false }
        let isSure = words.contains { $0.contains(where: \.isLetter) } || words[0].count == 4
        if isSure { return CalendarDate(shown) == date }
        return words.map { Int($0) } == typed.split { !$0.isLetter && !$0.isNumber }.map { Int($0) }
    }

    /// Whether a text shows a whole day, and another one; its year may be short.
    private static func isOtherDay(_ shown: String, _ wanted: String) -> Bool {
        guard let date = CalendarDate(wanted), let day = date.day else { return false }
        let numbers = numbers(in: shown.split { !$0.isLetter && !$0.isNumber }.map(String.init)).sorted()
        let same = [date.year, date.year % 100].map { [$0, date.month, day].sorted() }
        return numbers.count == 3 && !same.contains(numbers)
    }

    private static func numbers(in words: [String]) -> [Int] {
        words.compactMap { Int($0) ?? CalendarMonth.number(named: $0) }
    }
}

// MARK: Texts

extension ReadBack {
    /// Line ends and white space at the ends are the control's own business; so are the separators that it puts between
    /// letters and digits, and how it writes a number.
    private static func isText(_ held: String, _ wanted: String, _ target: ReadField) -> Bool {
        if held == wanted || lines(held) == lines(wanted) { return true }
        switch target.field.kind {
        case .number, .range: return Double(held) != nil && Double(held) == Double(wanted)
        case .tel: return isPhone(held, wanted) || isMasked(held, wanted)
        case .text:
            if target.asked == .phone || wanted.trimmingCharacters(in: .whitespaces).hasPrefix("+") {
                return isPhone(held, wanted) || isMasked(held, wanted)
            }
            if Amount.isSame(wanted, held) { return true }
            // A point that the box puts between the digits of a number makes it another number.
            if Amount(wanted) != nil, Amount(held) != nil, !held.contains(where: \.isLetter) { return false }
            let isNumber = Amount.isWhole(wanted) && wanted.contains { !$0.isNumber }
            return !isNumber && isMasked(held, wanted)
        default: return false
        }
    }

    /// Whether a text has the letters and digits of another, with other marks between them.
    private static func isMasked(_ held: String, _ wanted: String) -> Bool {
        let bare = { (text: String) in text.filter { $0.isLetter || $0.isNumber }.lowercased() }
        return bare(wanted).count >= 4 && bare(held) == bare(wanted)
    }

    /// Whether a text is the number, whole or as it is dialled within its country.
    private static func isPhone(_ held: String, _ wanted: String) -> Bool {
        guard let number = PhoneNumber(wanted) else { return false }
        return !held.contains(where: \.isLetter) && number.spellings.contains(held.filter(\.isNumber))
    }

    /// Whether a number stands behind the code of another country.
    private static func isOtherNumber(_ wanted: String, _ target: ReadField) -> Bool {
        guard target.asked == .phone, let number = PhoneNumber(wanted), let code = target.field.beside.dialCode else {
            return false
        }
        return code != number.code
    }

    /// The lines that say something: editors put a paragraph's end for a line's.
    private static func lines(_ text: String) -> [String] {
        text.replacingOccurrences(of: "\u{a0}", with: " ").split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
