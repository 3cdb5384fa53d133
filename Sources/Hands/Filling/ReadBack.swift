import Foundation
import GhostHands

/// Compares what a control holds with what was to be put into it (R26).
enum ReadBack {
    /// Whether the control holds what was wanted.
    ///
    /// - Parameters:
    ///   - target: the field, read after it was filled.
    ///   - fit: what was done to it.
    ///   - shown: what a list showed right after the answer was chosen in it.
    /// - Returns: true when it does.
    static func holds(_ target: ReadField, _ fit: Fit, shown: String? = nil) -> Bool {
        switch fit {
        case .text(let text) where target.widget?.kind == .calendar:
            shown.map { target.field.value == $0 && !isOtherDay($0, text) } ?? isDay(target.field.value, text)
        case .text(let text) where target.widget?.kind == .boxes: target.field.value == WidgetDriver.code(text)
        case .text(let text):
            sameText(target.field.value, text, target.field.kind)
                || (target.asked == .phone && PhoneNumber.national(text) == target.field.value.filter(\.isNumber))
        case .options(let indexes): Set(target.chosen) == Set(indexes)
        case .picks(let wanted): target.field.isAnswered && says(target.field.value, wanted, shown)
        case .checked(let on): target.field.value == (on ? "true" : "false")
        case .file(let path): isFile(target.field.value, URL(filePath: path).lastPathComponent)
        case .refused: false
        }
    }

    /// A list that nobody has opened holds an answer only in the very words, or in ones that mean the same.
    private static func says(_ held: String, _ wanted: [String], _ shown: String?) -> Bool {
        if let shown { return held == shown }
        guard let only = wanted.first, wanted.count == 1 else { return false }
        return OptionMatcher.isSame(only, held)
    }

    /// A page that has taken a file over may say so beside its name.
    private static func isFile(_ shown: String, _ name: String) -> Bool { shown == name || shown.hasSuffix(" \(name)") }

    /// Whether a text shows the day, in whatever order and words.
    private static func isDay(_ shown: String, _ wanted: String) -> Bool {
        guard let date = CalendarDate(wanted), let day = date.day else { return false }
        if CalendarDate(shown) == date { return true }
        let words = shown.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let numbers = numbers(in: words)
        return numbers.count == words.count && numbers.sorted() == [date.year, date.month, day].sorted()
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

    /// Line ends and white space at the ends are the control's own business; so are the separators that a phone or
    /// number field puts between digits.
    private static func sameText(_ held: String, _ wanted: String, _ kind: FieldKind) -> Bool {
        if held == wanted || lines(held) == lines(wanted) { return true }
        switch kind {
        case .number, .range: return Double(held) != nil && Double(held) == Double(wanted)
        case .tel, .text:
            let digits = wanted.filter(\.isNumber)
            return digits.count >= 4 && !wanted.contains(where: \.isLetter) && held.filter(\.isNumber) == digits
        default: return false
        }
    }

    private static func lines(_ text: String) -> String {
        text.replacingOccurrences(of: "\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
