/// Whoever logs in may have to go on elsewhere: by a link that was sent, or in an app.
extension LoginWording {
    /// Whether a page says that a link to log in was sent.
    ///
    /// - Parameter text: what the page says.
    public static func saysLinkSent(_ text: String) -> Bool {
        let words = Words(text)
        return words.mentions(loginLinks) && words.mentions(sent)
    }

    /// Whether a page asks to approve the log-in in an app, or on another device.
    ///
    /// - Parameter text: what the page says.
    public static func asksToApprove(_ text: String) -> Bool {
        let words = Words(text)
        return words.mentions(approving) && words.mentions(devices) && words.mentions(loggingIn)
    }

    private static let loginLinks = Mentions(
        words: [
            "sign in link", "signin link", "log in link", "login link", "magic link", "access link", "secure link",
            "one time link", "link to sign in", "link to log in", "anmeldelink", "anmelde link", "zugangslink",
            "link zum anmelden", "lien de connexion", "lien magique", "lien d acces", "enlace de inicio de sesion",
            "enlace de acceso", "enlace magico", "link de acesso", "link magico", "link de login", "link di accesso",
            "inloglink", "inlog link", "inloggningslank", "innloggingslenke", "login lenke", "loginlink",
            "kirjautumislinkki", "link do logowania", "link logowania", "prihlasovaci odkaz", "bejelentkezesi link",
            "giris baglantisi", "link dang nhap", "link de conectare",
        ],
        roots: [
            "ссылку для входа", "ссылка для входа", "посилання для входу", "登录链接", "登入連結", "ログインリンク",
            "サインインリンク", "ログイン用リンク", "로그인 링크", "رابط تسجيل الدخول", "קישור כניסה", "ลิงก์เข้าสู่ระบบ",
        ]
    )
    private static let sent = Mentions(
        words: [
            "sent", "emailed", "check your email", "check your inbox", "check your mail", "gesendet", "geschickt",
            "zugesandt", "envoye", "enviado", "enviamos", "inviato", "verzonden", "gestuurd", "skickat", "sendt",
            "lahetetty", "wyslalismy", "wyslany", "odeslali", "elkuldtuk", "gonderdik", "gonderildi", "da gui",
            "trimis",
        ],
        roots: ["отправ", "надісла", "发送", "發送", "送信", "お送り", "보냈", "전송", "أرسل", "שלח", "ส่ง"]
    )
    private static let approving = Mentions(
        words: [
            "approve", "accept", "confirm", "tap", "bestatigen", "bestatige", "genehmigen", "freigeben", "approuvez",
            "confirmez", "validez", "aprueba", "apruebe", "confirma", "confirme", "aprove", "approva", "conferma",
            "goedkeuren", "keur", "bevestig", "godkann", "bekrafta", "godkend", "bekraeft", "godkjenn", "bekreft",
            "hyvaksy", "vahvista", "zatwierdz", "potwierdz", "potvrdte", "schvalte", "onayla", "onaylayin", "aprobati",
        ],
        roots: ["подтверд", "підтверд", "承認", "批准", "确认", "確認", "승인", "확인", "وافق", "אשר", "อนุมัติ"]
    )
    private static let devices = Mentions(
        words: [
            "authenticator", "authenticator app", "your phone", "your device", "your mobile", "mobile app",
            "in the app",
            "your app", "push notification", "another device", "app", "smartphone", "handy", "mobilgerat",
            "telephone", "appareil mobile", "telefono", "telefone", "dispositivo", "celular", "movil", "telefoon",
            "mobil", "mobilen", "puhelin", "puhelimellasi", "telefonie", "telefonu", "telefonunuzda",
        ],
        roots: ["приложени", "телефон", "アプリ", "スマートフォン", "手机", "手機", "应用", "應用", "휴대", "앱", "التطبيق", "הטלפון"]
    )
    private static let loggingIn = Mentions(
        words: [
            "sign in", "signin", "signing in", "log in", "login", "logging in", "it s you", "its you", "identity",
            "anmeldung", "anmelden", "anmeldeanfrage", "connexion", "connecter", "inicio de sesion", "iniciar sesion",
            "acceso", "entrar", "login", "accesso", "accedere", "inloggen", "inlogverzoek", "inloggning", "logga in",
            "log ind", "logge inn", "innlogging", "kirjautuminen", "logowanie", "logowania", "prihlaseni", "giris",
            "conectare",
        ],
        roots: ["вход", "вхід", "ログイン", "サインイン", "登录", "登入", "로그인", "تسجيل الدخول", "כניסה", "เข้าสู่ระบบ"]
    )
}
