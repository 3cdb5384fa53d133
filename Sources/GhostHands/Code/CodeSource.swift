/// Where a code comes from that a page asks for, by what the page says.
public enum CodeSource: Sendable, Hashable {
    /// Shown by an authenticator.
    case authenticator
    /// Sent by mail, message or call.
    case message
    /// The page does not say.
    case unknown

    /// Judges by what a page says.
    ///
    /// - Parameter text: what can be read on it.
    public init(_ text: String) {
        let words = Words(String(text.prefix(4000)))
        if words.mentions(Self.apps) {
            self = .authenticator
        } else {
            self = words.mentions(Self.messages) ? .message : .unknown
        }
    }

    private static let apps = Mentions(
        words: [
            "authenticator", "authenticator app", "authentication app", "authentifizierungs app", "authenticatie app",
            "application d authentification", "aplicacion de autenticacion", "aplicativo de autenticacao",
            "app di autenticazione", "aplikacja uwierzytelniajaca", "autentiseringsapp", "totp",
        ],
        roots: ["authenticator", "認証アプリ", "验证器", "身份验证器", "인증 앱"]
    )

    private static let messages = Mentions(
        words: [
            "we sent", "we have sent", "weve sent", "was sent", "has been sent", "we emailed", "we texted",
            "texted you",
            "text message", "sms", "check your email", "check your inbox", "check your phone", "gesendet", "geschickt",
            "zugesandt", "envoye", "envoyee", "enviado", "enviamos", "hemos enviado", "enviou", "inviato", "verzonden",
            "gestuurd", "wyslalismy", "wyslany", "skickat", "sendt",
        ],
        roots: ["发送", "發送", "送信", "전송", "발송", "отправ"]
    )
}
