/// A sentence of a mail, and what in it looks like a code.
struct MailSentence {
    /// The line it stands in.
    let line: Int
    private let text: String
    private let words: Words
    /// Whether it speaks of a code that was sent, and not of one of the many others.
    let speaksOfCode: Bool
    /// What looks like a code and is nothing else by what stands beside it.
    let candidates: [CodeCandidate]
    /// Whether nothing but a candidate stands in its line.
    let isAlone: Bool

    /// How many characters of a sentence are read as one.
    private static let most = 600

    /// The sentences of a line.
    static func all(of text: String, line: Int) -> [MailSentence] {
        var parts: [String] = []
        var part = ""
        var length = 0
        var previous: Character = " "
        for character in text {
            if character == " ", previous == "." || previous == "!" || previous == "?" || previous == ";", !part.isEmpty
            {
                parts.append(part)
                (part, length) = ("", 0)
            } else {
                part.append(character)
                length += 1
                if length == most || ["。", "！", "？", "；"].contains(character) {
                    length = 0
                    parts.append(part)
                    part = ""
                }
            }
            previous = character
        }
        if !part.isEmpty { parts.append(part) }
        return parts.map { MailSentence($0, line: line, isWhole: parts.count == 1) }
    }

    private init(_ text: String, line: Int, isWhole: Bool) {
        self.line = line
        self.text = text
        words = Words(text)
        let names = CodeWording.asks(text) || words.list.contains(where: Self.isCode) || words.mentions(Self.also)
        speaksOfCode = names && (CodeWording.names(text) || !words.mentions(Self.others))
        candidates = CodeCandidate.all(in: text)
        let letters = text.count(where: \.isOfWord)
        isAlone = isWhole && candidates.count == 1 && candidates[0].written.count(where: \.isOfWord) == letters
    }

    /// Whether it only says what not to do with a code, or what to do if one did not ask for it.
    var warns: Bool { words.mentions(Self.warning) }

    /// Whether what it speaks of is still to come.
    var introduces: Bool { text.hasSuffix(":") || text.hasSuffix("：") }

    /// Whether what was said just before, or after, leaves no doubt that this is the code.
    func points(to candidate: CodeCandidate) -> Bool {
        let front = text[..<candidate.range.lowerBound].suffix(CodeCandidate.reach)
        let before = front.last { $0 != " " && $0 != "\"" && $0 != "[" && $0 != "(" }
        if let before, ":：=".contains(before) { return true }
        let said = Words(String(front)).list.last ?? ""
        if Self.being.contains(said) || CodeWording.asks(said) { return true }
        let next = Words(String(text[candidate.range.upperBound...].prefix(CodeCandidate.reach))).list.first ?? ""
        return candidate.range.lowerBound == text.startIndex && Self.being.contains(next)
    }

    /// Languages that write words together end in the same few: "Einmalcode", "engangskode", "vahvistuskoodisi".
    private static func isCode(_ word: String) -> Bool {
        let ends = ["code", "kod", "kode", "koden", "kodet", "koodi", "koodisi", "kodunuz", "kody", "codes"]
        return ends.contains { word.hasSuffix($0) && word.count > $0.count } && !otherEnds.contains(word)
            || word == "kodunuz" || word == "koodisi" || word == "koden"
    }

    private static let otherEnds: Set<String> = [
        "postcode", "zipcode", "barcode", "promocode", "gutscheincode", "rabattcode", "aktionscode", "qrcode", "decode",
        "encode", "unicode", "kortingscode", "rabattkod", "kampanjkod", "rabatkode", "kampagnekode", "sourcecode",
    ]

    private static let also = Mentions(
        words: ["clave", "senha", "wachtwoord voor eenmalig gebruik"],
        roots: ["验证码", "驗證碼", "校验码", "動態碼", "动态码", "認証番号", "暗証番号", "인증번호", "код"]
    )

    private static let others = Mentions(
        words: [
            "zip code", "postal code", "post code", "area code", "country code", "promo code", "promotion code",
            "discount code", "coupon code", "voucher code", "gift code", "gift card", "referral code", "invite code",
            "dress code", "code of conduct", "code of ethics", "source code", "job code", "error code", "status code",
            "qr code", "bar code", "color code", "tax code", "sort code", "dial in", "meeting", "conference", "webinar",
            "code postal", "code promo", "code de reduction", "code de conduite", "codigo postal", "codigo promocional",
            "codigo de descuento", "codigo de desconto", "codice postale", "codice sconto", "codice fiscale",
            "codice di condotta", "kod pocztowy", "kod rabatowy", "postnummer", "postleitzahl", "verhaltenskodex",
        ],
        roots: ["邮政编码", "郵便番号", "优惠码", "우편번호"]
    )

    private static let warning = Mentions(
        words: [
            "share", "disclose", "forward", "ignore", "disregard", "did not request", "didnt request", "nobody",
            "anyone", "weitergeben", "ignorieren", "nicht angefordert", "communiquez", "partagez", "ignorer", "ignorez",
            "comparta", "compartas", "ignorar", "ignora", "compartilhe", "condividere", "ignorare", "negeer", "deel",
            "udostepniaj", "zignoruj", "dela inte", "ignorera", "del ikke",
        ],
        roots: ["泄露", "告诉他人", "共有しない"]
    )

    private static let being: Set<String> = [
        "is", "ist", "lautet", "est", "es", "e", "jest", "to", "ar", "er", "on", "le", "är", "é", "è", "为", "是",
    ]
}
