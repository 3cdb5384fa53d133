extension LoginWording {
    /// Whether a page warns before a log-in: few tries are left, or the account is locked.
    ///
    /// - Parameter text: a line of the page, or what it announces.
    public static func warns(_ text: String) -> Bool {
        text.split { ".!".contains($0) }.contains { sentence in
            let words = Words(String(sentence))
            // What would be, or is asked, is help for everybody.
            guard words.list.count <= 30, !sentence.contains("?"), !words.mentions(supposing) else { return false }
            return words.mentions(locked) || words.mentions(running)
        }
    }

    /// Whether a page that was sent a log-in wants a challenge solved with it.
    ///
    /// - Parameter text: a line of what the page says since.
    public static func wantsChallenge(_ text: String) -> Bool {
        let words = Words(text)
        return words.list.count <= 40 && words.mentions(challenging)
    }

    private static let supposing = Mentions(
        words: [
            "if", "after", "when", "wenn", "falls", "nach", "si", "apres", "despues", "tras", "se", "apos", "dopo",
            "als", "na", "om", "efter", "hvis", "jesli", "po", "pokud",
        ]
    )

    private static let locked = Mentions(
        words: [
            "account is locked", "account has been locked", "account was locked", "account is temporarily locked",
            "account has been temporarily locked", "account is blocked", "account has been blocked",
            "account is disabled", "account has been disabled", "account has been suspended", "account is suspended",
            "temporarily locked out", "you are locked out", "you have been locked out", "konto ist gesperrt",
            "konto wurde gesperrt", "konto ist vorubergehend gesperrt", "konto wurde vorubergehend gesperrt",
            "compte est bloque", "compte est verrouille", "compte a ete bloque", "compte a ete verrouille",
            "cuenta esta bloqueada", "cuenta ha sido bloqueada", "conta esta bloqueada", "conta foi bloqueada",
            "account e bloccato", "account e stato bloccato", "account is geblokkeerd", "account is vergrendeld",
            "konto jest zablokowane", "konto zostalo zablokowane", "konto ar last", "konto er last",
        ],
        roots: ["アカウントがロック", "アカウントはロック", "账号已被锁定", "帐户已锁定", "帳號已被鎖定", "계정이 잠"]
    )

    private static let running = Mentions(
        words: [
            "attempt left", "attempts left", "attempt remaining", "attempts remaining", "try left", "tries left",
            "remaining attempt", "remaining attempts", "more attempt", "more attempts", "last attempt",
            "versuch ubrig", "versuche ubrig", "verbleibende versuche", "verbleibender versuch", "letzter versuch",
            "tentative restante", "tentatives restantes", "derniere tentative", "intento restante",
            "intentos restantes", "intentos mas", "ultimo intento", "tentativa restante", "tentativas restantes",
            "ultima tentativa", "tentativo rimasto", "tentativi rimasti", "tentativi rimanenti", "ultimo tentativo",
            "resterende pogingen", "poging over", "pogingen over", "pozostalo prob", "pozostala proba", "forsok kvar",
        ],
        roots: ["回失敗すると", "剩余次数", "剩餘次數", "남은 시도"]
    )

    private static let challenging = Mentions(
        words: [
            "not a robot", "are human", "are a human", "you re human",
            "kein roboter", "pas un robot", "no eres un robot", "no soy un robot", "nao sou um robo",
            "non sono un robot", "geen robot", "nie jestem robotem", "security check", "security challenge",
        ],
        roots: ["captcha", "ロボットではない", "人机验证", "人機驗證", "로봇이 아닙"]
    )
}
