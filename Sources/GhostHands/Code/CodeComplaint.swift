/// What a page says of a code that it did not take.
public enum CodeComplaint: Sendable, Hashable {
    /// It is not the code.
    case wrong
    /// It was, and came too late.
    case expired
    /// It was not taken; why is not said.
    case refused

    /// Judges by what a page says since the code was sent.
    ///
    /// - Parameter said: its messages, one by one.
    public init?(_ said: [String]) {
        let judged = Set(said.compactMap(Self.judge))
        guard let first = judged.first else { return nil }
        self = judged.count == 1 ? first : .refused
    }

    private static func judge(_ text: String) -> CodeComplaint? {
        let words = Words(text)
        let isWrong = words.mentions(wrongs)
        let isLate = words.mentions(lates) && !words.mentions(future)
        return isWrong && isLate ? .refused : isLate ? .expired : isWrong ? .wrong : nil
    }

    /// In a sentence, for whoever is asked next.
    public var told: String {
        switch self {
        case .wrong: "The code that was entered is wrong."
        case .expired: "The code that was entered has expired."
        case .refused: "The code that was entered was not taken."
        }
    }

    private static let wrongs = Mentions(
        words: [
            "incorrect", "invalid", "wrong", "not valid", "not correct", "doesnt match", "does not match", "isnt right",
            "didnt match", "did not match", "ungultig", "falsch", "nicht korrekt", "stimmt nicht", "incorrecte",
            "invalide",
            "errone", "non valide", "incorrecto", "no es valido", "invalido", "incorreto", "errato", "non valido",
            "non corretto", "onjuist", "ongeldig", "nieprawidlowy", "niepoprawny", "bledny", "felaktig", "ogiltig",
            "forkert",
            "ugyldig", "vaarin", "virheellinen", "neplatny", "nespravny", "hibas", "helytelen", "ervenytelen",
            "gecersiz",
            "hatali", "yanlis", "incorect", "gresit", "feil", "fel", "non corrispondono", "no coincide", "nao confere",
            "ne correspond pas", "klopt niet",
        ],
        roots: [
            "неверн", "неправильн", "невірн", "正しくありません", "間違って", "一致しません", "無効", "错误", "錯誤", "無效", "无效", "不正确",
            "不正確", "올바르지", "일치하지", "잘못", "غير صحيح", "שגוי", "ไม่ถูกต้อง",
        ]
    )

    private static let lates = Mentions(
        words: [
            "expired", "has expired", "no longer valid", "timed out", "abgelaufen", "nicht mehr gultig",
            "a expire",
            "perime", "caducado", "ha caducado", "expirado", "scaduto", "verlopen", "wygasl", "utgatt", "gatt ut",
            "udlobet",
            "utlopt", "vanhentunut", "expiree", "caducada", "expirou", "expirat", "scaduta", "vyprsel", "vyprsela",
            "vyprsela platnost", "lejart", "suresi doldu", "suresi dolmus", "forfallet",
        ],
        roots: ["истек", "закінчився", "期限切れ", "有効期限が切れ", "过期", "過期", "失效", "만료", "انتهت صلاحية", "פג תוקף", "หมดอายุ"]
    )

    private static let future = Mentions(words: ["expires in", "will expire", "expire in", "expires at", "expire dans"])
}
