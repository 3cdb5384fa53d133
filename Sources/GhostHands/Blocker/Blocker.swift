/// Something on a page that only a human can pass.
public struct Blocker: Sendable, Hashable {
    /// The kinds, by their names in `interaction.type`.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        case captcha
        case twoFactor = "2fa"
        case login
        case botCheck = "bot_check"
    }

    /// What stands in the way.
    public var kind: Kind
    /// 0...1.
    public var confidence: Double
    /// What shows it, without text of the page.
    public var sign: String

    /// A blocker.
    public init(kind: Kind, confidence: Double, sign: String) {
        self.kind = kind
        self.confidence = confidence
        self.sign = sign
    }

    /// The code of a job that fails because nobody can be asked (R40).
    public var errorCode: ErrorCode {
        switch kind {
        case .captcha, .botCheck: .captchaBlocked
        case .login, .twoFactor: .loginRequired
        }
    }
}
