/// Something on a page that only a human can pass.
public struct Blocker: Sendable, Hashable {
    /// The kinds, by their names in `interaction.type`.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        case captcha
        case twoFactor = "2fa"
        case login
        case botCheck = "bot_check"
    }

    /// How far it stands in the way (R50).
    public enum Grade: String, Sendable, Hashable, CaseIterable {
        /// It waits to be answered beside a form that can be filled first: the human is asked last.
        case posed
        /// Nothing can be done on the page before it is passed.
        case inTheWay = "in_the_way"
    }

    /// What sort of thing shows it: never a word alone.
    public enum Evidence: String, Sendable, Hashable, CaseIterable {
        /// A header of the document's answer.
        case answer
        /// A frame or an element that only a challenge has.
        case element
        /// A field that takes what only a human can give: a code, a password, the letters of a picture.
        case field
        /// A page on which there is nothing but a check.
        case page
        /// A model saw it in a picture of the page.
        case picture
    }

    /// What stands in the way.
    public var kind: Kind
    /// How far.
    public var grade: Grade
    /// 0...1.
    public var confidence: Double
    /// What sort of thing shows it.
    public var evidence: Evidence
    /// What shows it in words, without text of the page.
    public var sign: String
    /// Whether it often passes by itself, and is waited for before a human is asked.
    public var mayPass: Bool
    /// How long the code may be that is wanted; nil where the page does not say, or wants none.
    public var codeRoom: CodeRoom?

    /// A blocker.
    public init(
        kind: Kind,
        grade: Grade = .inTheWay,
        confidence: Double,
        evidence: Evidence = .page,
        sign: String,
        mayPass: Bool = false,
        codeRoom: CodeRoom? = nil
    ) {
        self.kind = kind
        self.grade = grade
        self.confidence = confidence
        self.evidence = evidence
        self.sign = sign
        self.mayPass = mayPass
        self.codeRoom = codeRoom
    }

    /// The code of a job that fails because nobody can be asked (R40).
    public var errorCode: ErrorCode {
        switch kind {
        case .captcha, .botCheck: .captchaBlocked
        case .login, .twoFactor: .loginRequired
        }
    }
}
