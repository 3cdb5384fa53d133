/// A script of ours that runs beside a page's own, unseen by it.
public struct InPageScript: Hashable, Sendable {
    /// The global its functions hang on: `globalThis.<name>.<function>`.
    public let name: String
    /// Its JavaScript.
    public let source: String
    /// What documents are given of it.
    let sent: String

    /// Makes a script.
    public init(name: String, source: String) {
        self.name = name
        self.source = source
        sent = Self.lean(source)
    }

    /// The same script without comments on lines of their own and without indents, in nothing but ASCII.
    ///
    /// Every document is given it, and a browser takes any other text at twice the size. Lines keep their numbers, by which
    /// failures tell their place.
    static func lean(_ source: String) -> String {
        var isComment = false
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let text = line.drop { $0 == " " }
            if !isComment, text.hasPrefix("//") { return "" }
            isComment = isComment || text.hasPrefix("/**")
            guard isComment else { return ascii(text) }
            guard let end = text.firstRange(of: "*/") else { return "" }
            isComment = false
            return ascii(text[end.upperBound...])
        }
        return lines.joined(separator: "\n")
    }

    private static func ascii(_ line: Substring) -> String {
        if line.utf8.allSatisfy({ $0 < 0x80 }) { return String(line) }
        return line.utf16.map { unit in
            guard unit >= 0x80 else { return String(UnicodeScalar(UInt8(unit))) }
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
