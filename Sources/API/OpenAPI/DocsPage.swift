import GhostHands

/// The API as a page for people, drawn from the same document.
enum DocsPage {
    static let html: String = """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>GhostHands API</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"><style>
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a }
        h2 { margin: 2.5rem 0 .25rem; font-size: 1.1rem } code { font: 14px ui-monospace, monospace }
        b { display: inline-block; min-width: 3.2rem; color: #0a5 } table { border-collapse: collapse; width: 100% }
        td { border-top: 1px solid #ddd; padding: .3rem .6rem .3rem 0; vertical-align: top }
        td:first-child { width: 14rem } .quiet { color: #666 }
        @media (prefers-color-scheme: dark) { body { background: #111; color: #eee } td { border-color: #333 } }
        </style></head><body><h1>GhostHands API</h1>
        <p>Base path <code>/api/v1/gh</code>. Send the service key as <code>X-GH-Service-Key</code>, except where it says
        “no key”. Errors are <code>{"error", "message", "details", "request_id"}</code>. The same as a document for
        programs: <a href="/openapi.yaml">openapi.yaml</a>.</p>
        \(OpenAPIDocument.operations.map(section).joined(separator: "\n"))
        </body></html>
        """

    private static func section(_ operation: Operation) -> String {
        let rows =
            operation.query.map { row($0["name"].string ?? "", $0["description"].string ?? "", $0["schema"]) }
            + (operation.body.map { members($0.schema) } ?? [])
        let answers = operation.answers.map { "\($0.status) \(escaped($0.meaning))" }.joined(separator: " · ")
        return """
            <h2><b>\(operation.method.uppercased())</b> <code>\(escaped(operation.path))</code></h2>
            <p>\(escaped(operation.summary))\(operation.needsKey ? "" : " <span class=quiet>no key</span>")<br>
            <span class=quiet>\(answers)</span></p>
            \(rows.isEmpty ? "" : "<table>\(rows.joined())</table>")
            """
    }

    private static func members(_ schema: String) -> [String] {
        let shape = OpenAPIDocument.schemas[schema] ?? .null
        let required = Set(shape["required"].array?.compactMap(\.string) ?? [])
        let members = (shape["properties"].object ?? [:]).sorted { left, right in
            (required.contains(left.key) ? 0 : 1, left.key) < (required.contains(right.key) ? 0 : 1, right.key)
        }
        return members.map { name, schema in
            row(name, required.contains(name) ? "required" : "", schema)
        }
    }

    private static func row(_ name: String, _ note: String, _ schema: JSON) -> String {
        let words = [note, kind(schema), schema["description"].string ?? ""].filter { !$0.isEmpty }
        return "<tr><td><code>\(escaped(name))</code></td><td>\(escaped(words.joined(separator: ", ")))</td></tr>"
    }

    private static func kind(_ schema: JSON) -> String {
        if let reference = schema["$ref"].string { return String(reference.split(separator: "/").last ?? "") }
        if let choices = schema["enum"].array { return choices.compactMap(\.string).joined(separator: " | ") }
        var words = schema["format"].string ?? schema["type"].string ?? "object"
        if let least = schema["minimum"].int, let most = schema["maximum"].int { words += " \(least) to \(most)" }
        if let most = schema["maxLength"].int { words += " of at most \(most)" }
        if let standard = schema["default"].plainText { words += ", else \(standard)" }
        return words
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
