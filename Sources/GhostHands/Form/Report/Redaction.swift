/// Takes an applicant's values out of a text that goes where they may not: errors, callbacks, events (R38).
public struct Redaction: Sendable {
    private let runs: Set<[String]>
    private let lengths: [Int]
    private let parts: Set<String>
    /// Values that are numbers, by their digits alone: a page parts them as it likes.
    private let numbers: Set<String>

    /// From this many words on, a value is an essay: its single words tell nothing, a few in a row do.
    private static let essay = 9
    private static let telling = 4

    /// Takes the values to hide.
    ///
    /// - Parameters:
    ///   - values: what was entered or was to be entered, each whole.
    ///   - choices: what was chosen of the form's own words, of which no part tells anything.
    public init(_ values: [String], choices: [String] = []) {
        let lists = Set(values.map { Self.tokens(of: $0).map(\.word) }).filter { $0.joined().count >= 3 }
        let short = lists.filter { $0.count < Self.essay }
        let windows = lists.subtracting(short).flatMap { list in
            (0...(list.count - Self.telling)).map { Array(list[$0..<($0 + Self.telling)]) }
        }
        let chosen = choices.map { Self.tokens(of: $0).map(\.word) }.filter { $0.joined().count >= Self.telling }
        runs = short.union(windows).union(chosen)
        lengths = Set(runs.map(\.count)).sorted()
        parts = Set(short.joined().filter { $0.count >= Self.telling })
        numbers = Set(
            short.filter { $0.allSatisfy(Self.isNumber) }.map { $0.joined() }.filter { $0.count >= Self.telling }
        )
    }

    /// The text with an ellipsis for every value, and for every word of one that is long enough to tell.
    ///
    /// - Parameter text: for example what a page says is wrong.
    /// - Returns: the text as it may be passed on.
    public func applied(to text: String) -> String {
        let tokens = Self.tokens(of: text)
        let words = tokens.map(\.word)
        var isHidden = words.map { word in parts.contains { word.contains($0) } }
        for start in words.indices {
            for length in lengths where start + length <= words.count {
                let run = start..<(start + length)
                if runs.contains(Array(words[run])) { for index in run { isHidden[index] = true } }
            }
            for end in start..<min(start + Self.telling, words.count) {
                guard Self.isNumber(words[end]) else { break }
                if numbers.contains(words[start...end].joined()) { for index in start...end { isHidden[index] = true } }
            }
        }
        return Self.join(text, tokens, isHidden)
    }

    /// The data with an ellipsis for every value in its texts.
    ///
    /// - Parameter data: for example what was read from a page.
    /// - Returns: the data as it may be passed on; a number that is a value is a text without it.
    public func applied(to data: JSON) -> JSON {
        switch data {
        case .string(let text): .string(applied(to: text))
        case .int(let number): hides(String(number)) ? "…" : data
        case .array(let elements): .array(elements.map { applied(to: $0) })
        case .object(let members):
            .object(Dictionary(members.map { (applied(to: $0.key), applied(to: $0.value)) }) { first, _ in first })
        default: data
        }
    }

    private static func isNumber(_ word: String) -> Bool { word.utf8.allSatisfy { (0x30...0x39).contains($0) } }

    private func hides(_ text: String) -> Bool { applied(to: text) != text }

    private static func join(_ text: String, _ tokens: [Token], _ isHidden: [Bool]) -> String {
        var joined = ""
        var end = text.startIndex
        for (index, token) in tokens.enumerated() {
            let isOneMore = isHidden[index] && index > 0 && isHidden[index - 1]
            if !isOneMore { joined += text[end..<token.range.lowerBound] + (isHidden[index] ? "…" : "") }
            if !isHidden[index] { joined += text[token.range] }
            end = token.range.upperBound
        }
        return joined + text[end...]
    }

    private struct Token {
        let word: String
        let range: Range<String.Index>
    }

    private static func tokens(of text: String) -> [Token] {
        text.split { !$0.isOfWord }.map {
            Token(word: $0.lowercased(), range: $0.startIndex..<$0.endIndex)
        }
    }
}

extension FillReport {
    /// A text of the page without anything that was entered into the form, or was to be.
    ///
    /// - Parameter text: what the page says.
    /// - Returns: the text as an error, an event or a callback may carry it (R38).
    public func redacted(_ text: String) -> String {
        let told = fields.filter { $0.field.kind != .checkbox }
        let held = told.filter { $0.field.isAnswered || $0.outcome != .unanswered }.map(\.value)
        return Redaction(told.compactMap(\.wanted) + held + secrets).applied(to: text)
    }

    /// Takes what was entered into the form out of its texts: what is left a manual may hold.
    ///
    /// What was chosen stays: it is the form's own.
    public var cleaning: Redaction {
        let entered = fields.filter { !$0.field.kind.isChoice && $0.field.kind != .checkbox }
        let values = (entered.compactMap(\.wanted) + entered.map(\.value)).map(Self.withoutSite)
        return Redaction(values + secrets)
    }

    /// "LinkedIn" is no secret because somebody's profile lies there.
    private static func withoutSite(_ value: String) -> String {
        guard let host = WebAddress(value)?.host, let range = value.firstRange(of: host) else { return value }
        return String(value[range.upperBound...])
    }
}
