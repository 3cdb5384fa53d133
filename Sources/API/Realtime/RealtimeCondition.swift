import Foundation
import GhostHands
import Store

/// A condition against a column whose type is known.
struct RealtimeCondition: Sendable {
    let filter: RealtimeFilter
    private let values: [ComparableText]
    private let type: String

    /// - Throws: when there is no such column, or its type has no such value.
    init(_ filter: RealtimeFilter, of table: Change.Table) throws(RealtimeFilter.Fault) {
        guard let place = table.place(of: filter.column) else {
            throw RealtimeFilter.Fault(message: "invalid column for filter \(filter.column)")
        }
        let type = table.columns[place].type
        if filter.comparison == .is, filter.values != ["null"], type != "bool" {
            throw RealtimeFilter.Fault(message: "column \(filter.column) is no boolean")
        }
        var values: [ComparableText] = []
        let isTyped = ![.is, .like, .ilike].contains(filter.comparison)
        for text in filter.values where isTyped {
            guard let value = ComparableText(text, type) else {
                throw RealtimeFilter.Fault(message: "invalid value for a column of type \(type)")
            }
            values.append(value)
        }
        (self.filter, self.values, self.type) = (filter, values, type)
    }

    /// The one text that the column must hold; nil where the condition is no plain equality.
    var onlyText: String? {
        guard filter.comparison == .eq, !filter.isNegated, ["uuid", "text", "varchar"].contains(type) else {
            return nil
        }
        return values.first?.text
    }

    /// Whether a change fulfils it; one that does not tell the column does not.
    func holds(_ change: Change) -> Bool {
        guard let value = change[filter.column], value != .missing else { return false }
        guard let isSo = isSo(value.text) else { return false }
        return isSo != filter.isNegated
    }

    /// Nil where SQL would say NULL.
    private func isSo(_ text: String?) -> Bool? {
        if filter.comparison == .is {
            switch filter.values[0] {
            case "true": return text == "t"
            case "false": return text == "f"
            default: return text == nil
            }
        }
        if filter.comparison == .isdistinct { return text.flatMap { ComparableText($0, type) } != values.first }
        guard let text else { return nil }
        switch filter.comparison {
        case .like: return Self.isLike(Array(text), Array(filter.values[0]))
        case .ilike: return Self.isLike(Array(text.lowercased()), Array(filter.values[0].lowercased()))
        default: break
        }
        guard let own = ComparableText(text, type) else { return nil }
        if filter.comparison == .in { return values.contains(own) }
        guard let value = values.first else { return nil }
        switch filter.comparison {
        case .eq: return own == value
        case .neq: return own != value
        case .lt: return own < value
        case .lte: return own < value || own == value
        case .gt: return value < own
        default: return value < own || own == value
        }
    }

    /// SQL's LIKE, without going back more than once for each `%`.
    private static func isLike(_ text: [Character], _ pattern: [Character]) -> Bool {
        var (at, place) = (0, 0)
        var back: (pattern: Int, text: Int)?
        while at < text.count {
            if place < pattern.count, pattern[place] == "%" {
                back = (place, at)
                place += 1
                continue
            }
            let isEscaped = place + 1 < pattern.count && pattern[place] == "\\"
            let wanted = isEscaped ? place + 1 : place
            if wanted < pattern.count, pattern[wanted] == text[at] || (!isEscaped && pattern[wanted] == "_") {
                (at, place) = (at + 1, wanted + 1)
            } else if let last = back {
                (at, place) = (last.text + 1, last.pattern + 1)
                back = (last.pattern, last.text + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == "%" }
    }
}
