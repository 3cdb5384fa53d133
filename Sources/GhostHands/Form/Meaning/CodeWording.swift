/// Tells by words whether a field takes a code that was sent to somebody, and not one of the many other codes.
public enum CodeWording: Sendable, Hashable {
    /// Its words say so by themselves.
    case sure
    /// A code, of which only what stands around it says what it is.
    case open
    /// It says nothing, or only which character of something it takes.
    case silent
    /// It takes something else.
    case other

    /// Judges a field by what it says of itself.
    ///
    /// - Parameter field: the field.
    public init(_ field: Field) {
        let own = [Words(field.label), Words(field.placeholder)]
        // Boxes of one code are counted: "otp1", "otp2".
        let names = Words(Self.uncounted("\(field.name) \(field.id)"))
        let over = field.sections.map { Words($0) }
        let isToken = field.autocomplete.lowercased().split(separator: " ").contains("one-time-code")
        let isShort = own.allSatisfy { $0.list.count <= 20 }
        if (own + [names]).contains(where: { $0.mentions(Self.others) }) || !isShort
            || own.contains(where: { $0.mentions(Self.promising) })
        {
            self = .other
        } else if isToken || names.mentions(Self.names)
            || own.contains(where: { $0.mentions(Self.naming) || Self.isSent($0) })
        {
            self = .sure
        } else if (own + [names]).contains(where: { $0.mentions(Self.asides) }) {
            self = .other
        } else if own.contains(where: { $0.mentions(Self.codes) }) {
            self = .open
        } else if own.allSatisfy(Self.isPlace) {
            let isOfOther = over.contains { $0.mentions(Self.others) || $0.mentions(Self.asides) }
            self = isOfOther ? .other : over.contains { $0.mentions(Self.naming) } ? .sure : .silent
        } else {
            self = .other
        }
    }

    private static func uncounted(_ name: String) -> String {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return String(decoding: name.utf8.map { digits ~= $0 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }

    /// Whether a text says that a code was sent, or is to be read off something that only its owner has.
    ///
    /// - Parameter text: what stands around a field.
    public static func isSent(_ text: String) -> Bool { isSent(Words(text)) }

    private static func isSent(_ words: Words) -> Bool {
        guard words.mentions(codes) || words.mentions(naming) else { return false }
        return words.mentions(sending) && !words.mentions(promising)
    }

    /// Whether a text asks for a code.
    ///
    /// - Parameter text: what stands around a field.
    public static func asks(_ text: String) -> Bool {
        let words = Words(text)
        return words.mentions(naming) || words.mentions(codes)
    }

    /// Whether a text names a code that is sent, by words that are said of no other.
    static func names(_ text: String) -> Bool { Words(text).mentions(naming) }

    /// "Digit 3", "Character 2 of 6", "3", or nothing.
    private static func isPlace(_ words: Words) -> Bool {
        words.list.count <= 5
            && words.list.allSatisfy { word in
                word.allSatisfy(\.isNumber) || places.contains(word)
            }
    }

    private static let places: Set<String> = [
        "digit", "character", "char", "number", "box", "input", "of", "code", "please", "enter", "ziffer", "zeichen",
        "stelle", "von", "chiffre", "caractere", "sur", "de", "digito", "caracter", "cifra", "cijfer", "x", "otp",
        "pin",
        "verification",
    ]

    private static let naming = Mentions(
        words: [
            "verification code", "authentication code", "authenticator code", "authorization code", "security code",
            "confirmation code", "one time code", "one time password", "one time passcode", "one time pin", "otp",
            "passcode", "login code", "sign in code", "access code", "email code", "sms code", "2fa", "2fa code", "mfa",
            "two factor", "two factor code", "2 step", "two step", "activation code", "verify code", "validation code",
            "digit code", "character code", "totp",
            "bestatigungscode", "verifizierungscode", "sicherheitscode", "einmalcode", "einmalpasswort",
            "aktivierungscode",
            "prufcode", "anmeldecode", "freischaltcode", "zugangscode",
            "code de verification", "code de confirmation", "code de securite", "code d authentification",
            "code a usage unique", "code d acces", "code dacces", "code dauthentification",
            "codigo de verificacion", "codigo de confirmacion", "codigo de seguridad", "codigo de acceso",
            "codigo de verificacao", "codigo de confirmacao", "codigo de seguranca", "codigo de autenticacion",
            "codice di verifica", "codice di conferma", "codice di sicurezza", "verificatiecode", "bevestigingscode",
            "beveiligingscode", "kod weryfikacyjny", "kod potwierdzajacy", "verifieringskod", "bekraftelsekod",
            "bekreftelseskode", "bekraeftelseskode", "vahvistuskoodi", "overovaci kod", "dogrulama kodu",
        ],
        roots: [
            "код подтверждения", "код проверки", "проверочный код", "одноразовый код", "код підтвердження", "验证码",
            "驗證碼",
            "動態密碼", "确认码", "確認コード", "認証コード", "인증번호", "인증 코드", "رمز التحقق", "קוד אימות",
        ]
    )

    private static let names = Mentions(
        words: [
            "otp", "totp", "one time code", "verification code", "mfa code", "2fa", "tfa", "two factor", "auth code",
            "passcode", "otp code", "sms code", "email code", "mfa",
        ],
        roots: ["onetimecode", "verificationcode", "otpcode", "twofactor", "securityinput"]
    )

    private static let codes = Mentions(
        words: [
            "code", "pin", "codigo", "codice", "kod", "kode", "koodi", "kodu", "passwort per sms", "codes", "tan",
        ],
        roots: ["код", "コード", "코드", "代码", "رمز"]
    )

    private static let sending = Mentions(
        words: [
            "sent", "we emailed", "emailed", "texted", "text message", "check your email", "check your inbox",
            "check your phone", "check your mail", "authenticator", "authentication app", "authenticator app", "resend",
            "send again", "send a new code", "you received", "you have received", "youve received", "didnt receive",
            "did not receive", "didnt get", "enter the code",
            "gesendet", "geschickt", "zugesandt", "erneut senden", "authentifizierungs app", "per sms",
            "envoye", "envoyee", "envoyes", "renvoyer", "recu", "enviado", "enviamos", "hemos enviado", "reenviar",
            "enviou",
            "inviato", "invia di nuovo", "verzonden", "gestuurd", "opnieuw verzenden", "wyslalismy", "wyslany",
            "wyslano",
            "skickat", "sendt", "lahetetty", "odeslali", "gonderdik", "gonderildi",
        ],
        roots: ["отправ", "надісла", "发送", "發送", "送信", "전송", "발송", "أرسل", "نשלח"]
    )

    /// What is sent only once something else was done.
    private static let promising = Mentions(
        words: [
            "will be sent", "will send", "well send", "will receive", "youll receive", "may be sent", "can be sent",
            "will text", "well text", "will email", "well email", "wird gesendet", "wird zugesandt", "werden wir",
            "sera envoye",
            "sera enviado", "enviaremos", "verra inviato",
        ]
    )

    private static let others = Mentions(
        words: [
            "card", "credit card", "debit card", "cvv", "cvc", "cvv2", "cvc2", "csc", "zip", "zip code", "zipcode",
            "postal",
            "postal code", "postcode", "post code", "postleitzahl", "plz", "code postal", "codigo postal", "cap",
            "area code", "country code", "dial code", "dialing code", "calling code", "promo", "promotion",
            "promo code", "coupon", "voucher", "gift", "discount", "gutschein",
            "gutscheincode", "rabatt", "rabattcode", "bon", "cupon", "cupom", "referral", "refer", "invite",
            "invitation",
            "job", "jobs", "job code", "requisition", "req", "employee", "student", "course", "class", "tax", "fiscal",
            "codice fiscale", "sort code", "bank", "iban", "swift", "bic", "routing", "birth", "geburtsdatum", "born",
            "ssn", "social security", "national id", "national insurance", "passport", "license",
            "licence", "source code", "dress code", "code of conduct", "code sample", "colour", "color", "product",
            "serial", "barcode", "qr", "branch code", "company code", "campus", "school code", "department",
            "clearance",
            "naics", "sic", "currency", "language", "initial", "initials", "github", "repository", "programming",
            "coding",
            "who sent", "who gave", "portfolio", "password protected", "badge", "building", "door code", "alarm code",
            "visual verification", "in the picture", "in the image",
            "letters shown", "characters shown", "letters you see", "characters you see", "image verification",
            "coding languages", "gate code", "reference code", "tracking", "order number",
        ],
        roots: [
            "zipcode", "postalcode", "postcode", "cardcode", "cardnumber", "promocode", "couponcode", "jobcode",
            "pincode",
        ]
    )

    /// What takes something else, unless a code is named as well: where it was sent to.
    private static let asides = Mentions(
        words: [
            "phone", "telephone", "mobile", "telefon", "handy", "fax", "date", "datum", "experience", "year", "years",
            "month", "day", "tag", "monat", "jahr", "age", "time", "number of", "how many",
        ]
    )
}
