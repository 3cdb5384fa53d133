/// Tells the buttons of a log-in by their words.
public enum LoginWording {
    /// Whether a button leads from other ways to log in to one by name and password.
    ///
    /// - Parameter label: what it says.
    public static func leadsToPassword(_ label: String) -> Bool {
        let words = Words(label)
        return words.list.count <= 7 && words.mentions(byPassword)
    }

    /// Whether a button leads to a log-in, for example from a form to sign up.
    ///
    /// - Parameter label: what it says.
    public static func leadsToLogin(_ label: String) -> Bool {
        let words = Words(label)
        guard words.list.count <= 10, !isElsewhere(label) else { return false }
        if words.mentions(having) { return true }
        return words.list.count <= 6 && entering.contains { words.text == $0 || words.text.hasSuffix(" \($0)") }
            || words.list.count <= 3 && words.mentions(enteringElsewhere)
    }

    /// Somebody who has an account is spoken to.
    private static let having = Mentions(
        words: [
            "already have an account", "already registered", "have an account", "existing user", "existing account",
            "bereits registriert", "schon registriert", "bereits ein konto", "schon ein konto", "deja un compte",
            "deja inscrit", "ya tienes cuenta", "ya tienes una cuenta", "ja tem conta", "ja tem uma conta",
            "hai gia un account", "gia registrato", "al een account", "al geregistreerd", "masz juz konto",
            "redan ett konto", "allerede en konto", "allerede konto", "jo tili", "uz mate ucet", "zaten hesabim var",
        ],
        roots: ["уже есть аккаунт", "вже є акаунт", "アカウントをお持ち", "已有帐号", "已有账号", "已有帳號", "이미 계정"]
    )
    private static let enteringElsewhere = Mentions(
        words: ["prihlasit se", "giris yap", "bejelentkezes"],
        roots: ["войти", "увійти", "ログイン", "登录", "登入", "로그인"]
    )

    /// Whether a button sends a form to log in.
    ///
    /// - Parameter label: what it says.
    public static func sends(_ label: String) -> Bool {
        let words = Words(label)
        return entering.contains { words.text == $0 || words.text.hasPrefix("\($0) ") } && !isElsewhere(label)
    }

    /// Whether a button keeps what somebody has changed of their own account.
    ///
    /// - Parameter label: what it says.
    public static func saves(_ label: String) -> Bool {
        let words = Words(label)
        return words.list.count <= 4 && words.mentions(saving) && !ButtonRole.isExplicit(label)
    }

    private static let saving = Mentions(
        words: [
            "save", "save changes", "update", "speichern", "enregistrer", "guardar", "salvar", "salva", "opslaan",
            "zapisz", "spara", "gem", "lagre", "tallenna",
        ]
    )

    /// Whether a button logs in with an account that one has elsewhere.
    ///
    /// - Parameter label: what it says.
    public static func isElsewhere(_ label: String) -> Bool {
        let words = Words(label)
        guard words.list.count <= 6, !words.mentions(byPassword) else { return false }
        return with.contains { words.contains($0) } || words.mentions(ofCompany) || words.mentions(ofState)
    }

    /// What states, banks and telephone companies let people log in with: it is in an app or on a card.
    private static let ofState = Mentions(
        words: [
            "bankid", "bank id", "freja", "freja eid", "mitid", "nemid", "nemlog in", "vipps", "buypass", "smart id",
            "mobiil id", "mobile id", "mobil id", "id kaart", "suomi fi", "mobiilivarmenne", "digid", "eherkenning",
            "itsme", "franceconnect", "france connect", "bundid", "bund id", "ausweisapp", "online ausweis",
            "id austria", "handy signatur", "swissid", "swiss id", "agov", "spid", "chave movel digital",
            "cartao de cidadao", "gov br", "profil zaufany", "login gov pl", "mobywatel", "moje id", "mojeid",
            "identita obcana", "bankovni identita", "ugyfelkapu", "e devlet", "edevlet", "diia", "eidas", "eid",
            "singpass", "corppass", "mygovid", "uae pass", "nafath", "digilocker", "login gov", "id me",
        ],
        roots: ["госуслуг", "есиа", "дія", "マイナンバー", "공동인증서", "간편인증", "نفاذ", "الهوية الرقمية"]
    )

    /// An employer's own log-in.
    private static let ofCompany = Mentions(
        words: [
            "single sign on", "sso", "company account", "company login", "corporate account", "corporate login",
            "work account", "school account", "firmenkonto", "compte professionnel", "cuenta corporativa",
            "conta corporativa", "account aziendale", "bedrijfsaccount",
        ]
    )

    private static let byPassword = Mentions(
        words: [
            "with email", "with e mail", "with your email", "with my email", "using email", "use email",
            "use your email",
            "with password", "with a password", "use password", "use a password", "use your password",
            "password instead",
            "with username", "mit e mail", "per e mail", "mit passwort", "mit kennwort", "avec un e mail", "par e mail",
            "avec e mail", "avec votre e mail", "avec votre adresse e mail", "avec un mot de passe", "con correo",
            "con tu correo", "con el correo", "con contrasena", "com e mail", "com email", "com seu e mail",
            "com senha",
            "con e mail", "con email", "con la password", "met e mail", "met wachtwoord", "z e mail", "adresem e mail",
            "haslem", "med e post", "med losenord",
        ],
        roots: ["メールアドレスで", "使用邮箱", "邮箱登录", "이메일로"]
    )

    private static let entering = [
        "sign in", "log in", "login", "signin", "sign on", "log on", "existing account", "already have an account",
        "anmelden", "einloggen", "bereits registriert", "se connecter", "connexion", "iniciar sesion", "inicia sesion",
        "entrar", "accedi", "inloggen", "logga in", "logg inn", "log ind", "zaloguj sie", "kirjaudu",
    ]

    private static let with = [
        "continue with", "sign in with", "log in with", "login with", "signin with", "anmelden mit", "weiter mit",
        "se connecter avec", "continuer avec", "continuar con", "iniciar sesion con", "continuar com", "accedi con",
        "inloggen met", "continue to sign in", "sign in using", "log in using",
    ]
}
