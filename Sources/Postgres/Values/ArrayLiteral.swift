/// Arrays as the server reads and writes them in text: `{a,"b \"c\"",NULL}`.
enum ArrayLiteral {
    static func plain(_ elements: [String]) -> String { "{" + elements.joined(separator: ",") + "}" }

    static func text(_ elements: [String]) -> String { plain(elements.map(quoted)) }

    static func text(_ elements: [String?]) -> String { plain(elements.map { $0.map(quoted) ?? "NULL" }) }

    private static func quoted(_ element: String) -> String {
        let escaped = element.withoutNull.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"" + escaped + "\""
    }

    /// Reads a one-dimensional array, whatever its first index is; nil when the text is none.
    static func elements(_ literal: String) -> [String?]? {
        var rest = Substring(literal)
        if rest.first == "[" { rest = rest.drop { $0 != "=" }.dropFirst() }
        guard rest.popFirst() == "{", rest.popLast() == "}" else { return nil }
        var elements: [String?] = []
        while !rest.isEmpty {
            guard let element = next(&rest) else { return nil }
            elements.append(element.isQuoted || element.text != "NULL" ? element.text : nil)
            guard rest.isEmpty || rest.popFirst() == "," else { return nil }
        }
        return elements
    }

    private static func next(_ rest: inout Substring) -> (text: String, isQuoted: Bool)? {
        guard rest.first == "\"" else {
            let end = rest.firstIndex(of: ",") ?? rest.endIndex
            defer { rest = rest[end...] }
            return (String(rest[..<end]), false)
        }
        rest.removeFirst()
        var text = ""
        while let character = rest.popFirst() {
            if character == "\"" { return (text, true) }
            guard character == "\\" else {
                text.append(character)
                continue
            }
            guard let escaped = rest.popFirst() else { return nil }
            text.append(escaped)
        }
        return nil
    }
}
