/// The kinds of file that an upload takes, as its `accept` attribute lists them
/// (https://html.spec.whatwg.org/multipage/input.html#attr-input-accept).
struct FileKinds: Sendable {
    private let tokens: [String]

    /// - Parameter accept: the attribute; empty takes everything.
    init(accept: String) {
        tokens = accept.lowercased().split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
    }

    /// Whether a file is of one of the kinds, by its name; one whose type is not known here is left to the form.
    func take(_ path: String) -> Bool {
        let name = path.split(separator: "/").last.map(String.init)?.lowercased() ?? ""
        guard !tokens.isEmpty, let dot = name.lastIndex(of: ".") else { return true }
        guard let types = Self.types[String(name[name.index(after: dot)...])] else { return true }
        return tokens.contains { token in
            token.hasPrefix(".") ? name.hasSuffix(token) || isSame(token, types) : matches(token, types)
        }
    }

    /// `.jpeg` takes `.jpg`: one type, two names.
    private func isSame(_ token: String, _ types: [String]) -> Bool {
        Self.types[String(token.dropFirst())].map { $0 == types } ?? false
    }

    private func matches(_ token: String, _ types: [String]) -> Bool {
        token == "*/*" || token == "*" || types.contains(token)
            || (token.hasSuffix("/*") && types.contains { $0.hasPrefix(token.dropLast()) })
    }

    private static let types: [String: [String]] = [
        "pdf": ["application/pdf"], "doc": ["application/msword"], "txt": ["text/plain"], "png": ["image/png"],
        "docx": ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
        "rtf": ["application/rtf", "text/rtf"], "odt": ["application/vnd.oasis.opendocument.text"],
        "jpg": ["image/jpeg"], "jpeg": ["image/jpeg"], "md": ["text/markdown"], "html": ["text/html"],
    ]
}
