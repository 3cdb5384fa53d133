import Foundation
import GhostHands
import Store

/// One condition of a subscription: `id=eq.550e…`, `status=in.(failed,expired)`.
struct RealtimeFilter: Sendable {
    enum Operator: String, Sendable {
        case eq, neq, lt, lte, gt, gte, `in`, like, ilike, `is`, isdistinct
    }

    struct Fault: Error {
        let message: String
    }

    let column: String
    let isNegated: Bool
    let comparison: Operator
    let values: [String]

    private static let mostValues = 100

    /// Reads the conditions of a filter, all of which must hold.
    static func parse(_ text: String) throws(Fault) -> [RealtimeFilter] {
        if text.isEmpty { return [] }
        var filters: [RealtimeFilter] = []
        for segment in split(text) { filters.append(try RealtimeFilter(segment, in: text)) }
        return filters
    }

    private init(_ segment: String, in whole: String) throws(Fault) {
        let trimmed = segment.trimmingCharacters(in: .whitespaces)
        guard !trimmed.isEmpty else {
            throw Fault(message: "filter must not contain empty segments (check for extra commas)")
        }
        guard let sign = trimmed.firstIndex(of: "=") else { throw Self.unreadable(whole) }
        column = String(trimmed[..<sign])
        var rest = trimmed[trimmed.index(after: sign)...]
        isNegated = rest.hasPrefix("not.")
        if isNegated { rest = rest.dropFirst(4) }
        guard let dot = rest.firstIndex(of: "."), let comparison = Operator(rawValue: String(rest[..<dot])) else {
            throw Self.unreadable(whole)
        }
        self.comparison = comparison
        let value = String(rest[rest.index(after: dot)...])
        switch comparison {
        case .in:
            guard value.hasPrefix("("), value.hasSuffix(")") else {
                throw Fault(message: "`in` filter value must be wrapped by parentheses")
            }
            values = Self.split(String(value.dropFirst().dropLast())).map(Self.unquoted)
            guard values.count <= Self.mostValues else {
                throw Fault(message: "`in` filter takes \(Self.mostValues) values at most")
            }
        case .is:
            guard ["null", "true", "false", "unknown"].contains(value.lowercased()) else {
                throw Self.unreadable(whole)
            }
            values = [value.lowercased()]
        default: values = [Self.unquoted(value)]
        }
    }

    private static func unreadable(_ text: String) -> Fault {
        Fault(message: "Error parsing `filter` params: [\(JSON.string(text).text)]")
    }

    /// Splits at commas that stand in no brackets and in no quotes; a quote opens behind `.`, `(` and `,` alone.
    private static func split(_ text: String) -> [String] {
        var (parts, part) = ([String](), "")
        var (depth, isQuoted, isEscaped) = (0, false, false)
        var last: Character = ","
        for character in text {
            defer { last = character }
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                if character == "\\" { isEscaped = true }
                if character == "\"" { isQuoted = false }
            } else if character == "\"", [".", "(", ","].contains(last) {
                isQuoted = true
            } else if character == "(" {
                depth += 1
            } else if character == ")" {
                depth -= 1
            } else if character == ",", depth == 0 {
                parts.append(part)
                part = ""
                continue
            }
            part.append(character)
        }
        return parts + [part]
    }

    private static func unquoted(_ text: String) -> String {
        let text = text.trimmingCharacters(in: .whitespaces)
        guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
        var (plain, isEscaped) = ("", false)
        for character in text.dropFirst().dropLast() {
            if !isEscaped, character == "\\" {
                isEscaped = true
            } else {
                plain.append(character)
                isEscaped = false
            }
        }
        return plain
    }
}
