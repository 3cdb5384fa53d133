public import FoundationEssentials

extension CallerOrder {
    /// The body of `POST /valet/codes` (R57).
    ///
    /// Its description holds nothing of the code.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        /// Whose code it is.
        public var user: UUID
        /// The site that sent it; nil where the user waits for one code only.
        public var domain: HostName?
        /// The code.
        public var code: String
        /// When it came; nil for just now.
        public var receivedAt: Date?

        /// How long a code may be kept for its job, in seconds.
        public static let life = 600

        /// What it is, and nothing of the code.
        public var description: String { "a code" }
    }

    /// What reading the body of a code gave.
    public enum CodeReading: Sendable {
        case order(Reading<Code>)
        /// A mail in which no code is found: why, in words for the caller.
        case without(String)
    }

    /// The members of the body of a code, each said once.
    enum CodeMembers {
        static let domain = Member.text("domain", most: 255, nonEmpty: true)
        static let code = Member.text("code", most: 100, nonEmpty: true)
        static let content = Member.text("content", most: 500_000, nonEmpty: true)
        static let received = Member.time("received_at")
    }

    /// Reads the body of a code.
    ///
    /// - Parameter body: the request's JSON.
    /// - Returns: the order, everything that is wrong with it, or that the mail holds no code.
    public static func code(_ body: JSON) -> CodeReading {
        var found = MailedCode.none
        let reading = read(body) { reader in
            let user = reader.read(JobRequest.Members.valetUser) ?? UUID()
            let domain = reader.read(CodeMembers.domain)
            let host = domain.flatMap(HostName.init)
            if domain != nil, host == nil { reader.violate("domain", "Must be a host name", .invalidString) }
            let code = reader.read(CodeMembers.code)?.filter { !$0.isWhitespace }
            let content = reader.read(CodeMembers.content)
            if (code?.isEmpty ?? true) == (content == nil) {
                reader.violate("code", "Either code or content is required, and not both", .invalidType)
            }
            found = content.map { MailedCode($0) } ?? .code(code ?? "")
            var order = Code(user: user, domain: host, code: "", receivedAt: reader.read(CodeMembers.received))
            if case .code(let code) = found { order.code = code }
            return order
        }
        guard case .valid = reading else { return .order(reading) }
        switch found {
        case .code: return .order(reading)
        case .link:
            return .without("The content holds a link and no code: open it, then resume the job with manual")
        case .none: return .without("No code is found in the content, or several that may be meant: send it as code")
        }
    }
}
