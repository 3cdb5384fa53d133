import Chromium
import Foundation
import GhostHands

/// One named value of what a request carried.
struct SentPart: Hashable, Sendable {
    /// Its name: of a JSON object's member the innermost.
    let name: String
    /// Its value; of a file its name.
    let value: String
}

/// Takes apart what a request carries, whatever form it has.
///
/// Formats: `application/x-www-form-urlencoded` and `text/plain` of the HTML standard, `multipart/form-data` (RFC 7578),
/// JSON (RFC 8259), also within a value of any of these.
enum SentBody {
    /// So many values of one request are looked at; no form has more.
    private static let mostParts = 5_000
    /// Values within values are looked into so deep.
    private static let mostLevels = 2

    /// What a request carries.
    ///
    /// - Parameter request: the request.
    /// - Returns: its values; nil when it may carry what cannot be read.
    static func parts(of request: PageActivity.Request) -> [SentPart]? {
        let query = self.query(of: request.url)
        switch request.body {
        case .none: return query
        case .unseen: return nil
        case .text(let text, let type): return parts(of: text, type: type.lowercased()).map { query + $0 }
        }
    }

    private static func query(of url: String) -> [SentPart] {
        guard let mark = url.firstIndex(of: "?") else { return [] }
        return pairs(url[url.index(after: mark)...].prefix { $0 != "#" })
    }

    private static func parts(of text: String, type: String) -> [SentPart]? {
        if type.hasPrefix("multipart/") { return multipart(text).map { looked(into: $0) } }
        if type.contains("x-www-form-urlencoded") { return looked(into: pairs(text[...])) }
        if let json = json(text) { return json }
        if type.hasPrefix("text/") || type.contains("json") || type.isEmpty { return lines(text) }
        return nil
    }

    /// The values that hold JSON are looked into as well.
    private static func looked(into parts: [SentPart]) -> [SentPart] { parts.flatMap { [$0] + (json($0.value) ?? []) } }

    private static func pairs(_ text: Substring) -> [SentPart] {
        text.split(separator: "&").prefix(mostParts).map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return SentPart(name: decoded(halves[0]), value: halves.count > 1 ? decoded(halves[1]) : "")
        }
    }

    private static func decoded(_ text: Substring) -> String {
        let spaced = text.replacing("+", with: " ")
        return spaced.removingPercentEncoding ?? String(spaced)
    }

    private static func lines(_ text: String) -> [SentPart] {
        text.split(whereSeparator: \.isNewline).prefix(mostParts).map { line in
            let halves = line.split(separator: "=", maxSplits: 1).map(String.init)
            return halves.count == 2
                ? SentPart(name: halves[0], value: halves[1]) : SentPart(name: "", value: halves[0])
        }
    }

    // MARK: multipart/form-data

    private static func multipart(_ text: String) -> [SentPart]? {
        // Swift takes a line end of two characters for one, whatever stands around it.
        let text = text.replacing("\r\n", with: "\n")
        guard text.hasPrefix("--"), let end = text.firstIndex(of: "\n") else { return nil }
        let boundary = String(text[..<end])
        return text.components(separatedBy: boundary).prefix(mostParts).compactMap { part in
            guard let blank = part.range(of: "\n\n") else { return nil }
            let head = part[..<blank.lowerBound]
            guard let name = parameter("name", of: head) else { return nil }
            if let file = parameter("filename", of: head) { return SentPart(name: name, value: file) }
            let value = part[blank.upperBound...]
            return SentPart(name: name, value: String(value.hasSuffix("\n") ? value.dropLast() : value))
        }
    }

    private static func parameter(_ name: String, of head: Substring) -> String? {
        guard let start = head.range(of: " \(name)=\"") else { return nil }
        let value = head[start.upperBound...].prefix { $0 != "\"" }
        return String(value).replacing("%22", with: "\"").replacing("%0D%0A", with: "\n")
    }

    // MARK: JSON

    private static func json(_ text: String) -> [SentPart]? {
        guard let first = text.first(where: { !$0.isWhitespace }), first == "{" || first == "[",
            let value = try? JSON(parsing: Data(text.utf8))
        else { return nil }
        var parts: [SentPart] = []
        collect(value, name: "", level: 0, into: &parts)
        return parts
    }

    private static func collect(_ value: JSON, name: String, level: Int, into parts: inout [SentPart]) {
        guard parts.count < mostParts else { return }
        switch value {
        case .null: parts.append(SentPart(name: name, value: ""))
        case .bool(let isOn): parts.append(SentPart(name: name, value: String(isOn)))
        case .int(let number): parts.append(SentPart(name: name, value: String(number)))
        case .double(let number): parts.append(SentPart(name: name, value: String(number)))
        case .array(let items): for item in items { collect(item, name: name, level: level, into: &parts) }
        case .object(let members):
            for (key, member) in members.sorted(by: { $0.key < $1.key }) {
                collect(member, name: key, level: level, into: &parts)
            }
        case .string(let text):
            parts.append(SentPart(name: name, value: text))
            if level < mostLevels, let first = text.first, first == "{" || first == "[",
                let inner = try? JSON(parsing: Data(text.utf8))
            {
                collect(inner, name: name, level: level + 1, into: &parts)
            }
        }
    }
}

extension PageActivity.Request {
    /// Whether forms are sent so: by a document that takes the page's place, or by a script's own request.
    var isOfForm: Bool { isDocument || isXHR }
}
