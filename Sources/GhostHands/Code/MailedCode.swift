/// What a mail has for somebody who waits for a code (R57).
public enum MailedCode: Sendable, Hashable, CustomStringConvertible {
    /// The code, as it is to be entered.
    case code(String)
    /// Only a link, by which somebody is to prove that the address is theirs.
    case link
    /// Nothing, or more than one that may be meant.
    case none

    /// Reads a mail.
    ///
    /// A number counts only where words about a code are said with it: postal codes, telephone numbers, dates, years,
    /// amounts and the numbers of orders stand in mails too. Where two may be meant, none is.
    ///
    /// - Parameter content: its text or its HTML; what is longer than most mails is cut.
    public init(_ content: String) {
        let mail = MailText(content)
        let sentences = mail.lines.enumerated().flatMap { line, text in
            MailSentence.all(of: text, line: line)
        }
        var found: Set<String> = []
        for (place, sentence) in sentences.enumerated() {
            for candidate in sentence.candidates {
                let isAnchored =
                    sentence.isAlone
                    ? Self.isAnchored(place, of: sentences) || sentence.speaksOfCode
                    : sentence.speaksOfCode && (candidate.isPlain || sentence.points(to: candidate))
                if isAnchored { found.insert(candidate.code) }
            }
        }
        if found.count == 1, let code = found.first {
            self = .code(code)
        } else {
            self = found.isEmpty && Self.hasLink(mail) ? .link : .none
        }
    }

    /// Whether what stands alone in its line stands by a line that says what it is.
    private static func isAnchored(_ place: Int, of sentences: [MailSentence]) -> Bool {
        let line = sentences[place].line
        let before = sentences[..<place].reversed().prefix { $0.line >= line - 2 }
        let after = sentences[(place + 1)...].prefix { $0.line <= line + 1 }
        // What stands between belongs to something else, an address say, unless it is about the code too.
        let last = before.first.map(\.line)
        let near = before.filter { $0.line == last || $0.introduces }
        return (near + after).contains { $0.speaksOfCode && !$0.warns }
    }

    private static func hasLink(_ mail: MailText) -> Bool {
        mail.links.contains { address, line in
            let around = line.map { mail.lines[max(0, $0 - 1)...$0].joined(separator: " ") } ?? ""
            let path = address.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" && $0 != "?" }
            return Words(String(path)).mentions(confirming) || Words(around).mentions(confirming)
        }
    }

    private static let confirming = Mentions(
        words: ["confirm", "confirming", "validate", "validar", "potwierdz", "bekrafta"],
        roots: [
            "verif", "confirmation", "confirmar", "confirmez", "activat", "aktivier", "bestatig", "bestaetig",
            "valider",
            "conferma", "bevestig", "验证", "驗證", "確認",
        ]
    )

    /// Which it is, and nothing more.
    public var description: String {
        switch self {
        case .code: "code"
        case .link: "link"
        case .none: "none"
        }
    }
}
