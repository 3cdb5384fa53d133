extension Vocabulary {
    /// How the applicant is reached.
    static let contact = [
        Term(
            .oneTimeCode,
            alone: ["verification code", "one time code", "security code"],
            tokens: ["one-time-code"]
        ),
        Term(
            .email,
            ["email", "e mail", "mail", "user email", "correo electronico", "courriel", "email adresse"],
            beside: ["address", "contact", "preferred", "best", "id", "adresse", "e mail adresse"],
            tokens: ["email"],
            guess: Clue(
                words: [
                    "correo", "eposta", "e posta", "epost", "sahkoposti", "e mailadres", "emailadres",
                    "posta elettronica",
                ],
                roots: [
                    "email", "mailaddress", "correoelectronico", "メール", "邮箱", "郵箱", "电子邮件", "電子郵件", "이메일",
                    "почт", "емейл", "ایمیل", "البريد", "อีเมล", "イーメール",
                ],
                unless: [
                    "username", "user name", "phone", "mobile", "telephone", "nickname", "login", "account",
                    "username or", "id", "or user", "member", "subject", "message", "receive", "updates", "verify",
                    "benutzername", "usuario", "identifiant", "telefon", "telefono", "celular", "userid", "number",
                    "customer",
                ],
                unlessRoots: ["username", "phone", "手机", "電話", "ユーザー", "тел"]
            )
        ),
        Term(
            .phone,
            [
                "phone", "telephone", "mobile", "cellphone", "tel", "telefon", "telefono", "handy", "phone number",
                "contact number", "mobile number", "cell phone", "user phone", "telefonnummer",
            ],
            alone: ["cell", "primary number"],
            beside: [
                "number", "no", "nr", "home", "contact", "preferred", "best", "with country code", "with area code",
                "including country code", "include country code", "incl country code", "including area code",
                "10 digits", "10 digit", "without country code", "com ddd", "cellular", "daytime", "day time", "main",
            ],
            tokens: ["tel", "tel-national"],
            guess: Clue(
                words: [
                    "telefone", "handynummer", "mobilnummer", "celular", "movil", "telemovel", "portable",
                    "numero de telephone", "telefoon", "telefoonnummer", "cellulare", "komorka", "mobiltelefon",
                ],
                roots: [
                    "phone", "mobilenumber", "telefon", "電話", "手机", "휴대", "телефон", "мобильн", "تلفن", "الهاتف", "โทร",
                ],
                unless: [
                    "email", "e mail", "mail", "username", "user name", "country code", "code", "type", "extension",
                    "ext", "or",
                ],
                unlessRoots: ["email", "phonetype", "countrycode", "phoneext"]
            )
        ),
        Term(
            .phoneCountryCode,
            alone: [
                "country code", "phone country code", "country phone code", "dial code", "dialing code", "calling code",
                "phone code", "landervorwahl", "indicatif", "codigo de pais",
                "phone prefix", "telephone prefix", "vorwahl", "landesvorwahl", "indicatif telephonique",
                "indicatif pays", "prefijo", "prefijo telefonico", "prefisso", "prefisso internazionale", "landnummer",
                "landsnummer", "landskod", "landekode", "landskode", "kierunkowy", "numer kierunkowy", "ulke kodu",
                "код страны", "код країни", "国番号", "国家代码", "국가번호", "رمز الدولة",
            ],
            beside: ["phone", "telephone", "mobile", "number", "international"],
            guess: Clue(
                words: ["indicatif", "lindicatif", "prefijo", "prefisso", "vorwahl", "landesvorwahl", "kierunkowy"],
                roots: ["phonecountry", "countrycallingcode", "dialcode", "callingcode"]
            )
        ),
    ]
}
