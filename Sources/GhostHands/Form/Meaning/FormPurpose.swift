/// What a form is for, as far as it changes what its fields ask for.
public enum FormPurpose: String, Sendable, Hashable, CaseIterable {
    case signIn = "sign_in"
    case signUp = "sign_up"
    case payment
    case search
    case other

    /// Judges a form by its fields and by what is said around them.
    ///
    /// - Parameters:
    ///   - fields: the form's fields.
    ///   - marks: its `id`, `name`, `class`, `action` and heading.
    ///   - buttons: what its buttons say.
    ///   - text: what can be read in it.
    ///   - title: the page's title.
    /// - Returns: its purpose.
    public static func of(
        _ fields: [Field],
        marks: String,
        buttons: [String],
        text: String,
        title: String
    ) -> FormPurpose {
        if fields.contains(where: Guess.isOfCard) { return .payment }
        if isSearch(fields, buttons: buttons) { return .search }
        let passwords = fields.count { $0.kind == .password && !isTwin($0, of: fields) }
        let entries = fields.count { [.text, .email, .tel, .select, .date, .number].contains($0.kind) }
        var score = lean(Words(marks)) * 2 + lean(Words(title))
        score += buttons.map { lean(Words($0)) }.reduce(0, +).clamped(to: -1...1) * 3
        let words = Words(text)
        if words.mentions(returning) { score -= 2 }
        if words.mentions(joining) { score += 2 }
        let tokens = Set(fields.map { $0.autocomplete.lowercased() })
        if tokens.contains("new-password") { score += 2 }
        if tokens.contains("current-password") { score -= 2 }
        if passwords >= 2 { score += 3 }
        if entries >= 3 { score += 3 }
        if passwords == 1, entries <= 1 { score -= 2 }
        if passwords == 0, entries <= 1, score == 0 { return .other }
        if score == 0 { return passwords == 1 ? .signIn : .other }
        return score < 0 ? .signIn : .signUp
    }

    /// Whether words speak of entering an account, and none of making one.
    ///
    /// - Parameter texts: what is said about a form.
    /// - Returns: true when one of them does.
    public static func saysEntering(_ texts: [String]) -> Bool {
        texts.reduce(0) { $0 + lean(Words($1)) } < 0
    }

    /// Whether a password is shown a second time, for the eyes alone: it has no name of its own, and is called the same.
    public static func isTwin(_ field: Field, of fields: [Field]) -> Bool {
        field.kind == .password && field.name.isEmpty
            && fields.contains { $0.kind == .password && !$0.name.isEmpty && $0.label == field.label }
    }

    /// Whether a form only searches the site.
    ///
    /// - Parameters:
    ///   - fields: the form's fields.
    ///   - buttons: what its buttons say.
    /// - Returns: true when every button searches and nothing is uploaded or secret.
    public static func isSearch(_ fields: [Field], buttons: [String]) -> Bool {
        guard !buttons.isEmpty, !fields.contains(where: { $0.kind == .file || $0.kind == .password }) else {
            return false
        }
        return buttons.allSatisfy { Words($0).list.first.map(searching.contains) ?? false }
    }

    /// Whether fields pick jobs out of many, whatever their buttons say: they would be filled to no end.
    ///
    /// - Parameter fields: the fields of a form, or of what stands outside any.
    /// - Returns: true when several of them are known from searches only and none asks who somebody is.
    public static func filtersJobs(_ fields: [Field]) -> Bool {
        let isFilter =
            !fields.isEmpty && fields.allSatisfy { ["filter", "filters"].contains(Words($0.label).list.first) }
        if isFilter { return true }
        guard fields.count(where: { Words($0.label).mentions(picking) }) >= 2 else { return false }
        let personal: Set<Asked> = [.email, .phone, .firstName, .lastName, .fullName]
        return !fields.contains { $0.kind == .file || personal.contains(Classifier.classify($0)) }
    }

    /// Whether one field picks jobs out of many by what it says of itself, whatever stands around it.
    ///
    /// - Parameter field: a field of the page.
    /// - Returns: true for "Search by title, skill, or company" and "Filter by date posted".
    public static func picksJobs(_ field: Field) -> Bool {
        guard !field.isRequired, [.text, .combobox, .search, .radio, .checkboxGroup].contains(field.kind) else {
            return false
        }
        let words = Words(field.label).list.prefix(3).joined(separator: " ") + " "
        return ["search by ", "search jobs ", "search for jobs ", "filter by ", "filter results "]
            .contains(where: words.hasPrefix)
    }

    private static let picking = Mentions(
        words: [
            "keyword", "keywords", "sort by", "order by", "posting date", "date posted", "posted since", "job number",
            "requisition number", "match all", "mile", "miles", "radius", "recommended for you", "stichwort", "umkreis",
            "mots cles", "palabras clave", "trefwoord",
        ]
    )

    /// -1 for words of entering an account, 1 for those of making one, 0 for both and neither.
    private static func lean(_ words: Words) -> Int {
        (words.mentions(entering) ? -1 : 0) + (words.mentions(making) ? 1 : 0)
    }

    private static let searching: Set<String> = [
        "search", "find", "filter", "suche", "suchen", "rechercher", "buscar", "zoeken", "cerca", "pesquisar",
    ]
    private static let entering = Mentions(
        words: [
            "log in", "login", "sign in", "signin", "log on", "logon", "signon", "sign on", "anmelden", "anmeldung",
            "einloggen", "connexion", "se connecter", "connectez vous", "identification", "iniciar sesion",
            "inicia sesion", "acceder", "acceso", "entrar", "ingresar", "inloggen", "log ind", "logg inn", "logga in",
            "accedi", "accesso", "zaloguj", "logowanie", "prihlasit", "prihlaseni", "giris", "oturum ac", "masuk",
            "kirjaudu", "bejelentkezes", "autentificare", "conectare", "dang nhap", "auth", "authenticate", "sso",
        ],
        roots: [
            "login", "signin", "logon", "войти", "вход", "увійти", "ログイン", "サインイン", "登录", "登入", "登陆", "로그인",
            "تسجيل الدخول", "ورود", "היכנס", "เข้าสู่ระบบ", "σύνδεση",
        ]
    )
    private static let making = Mentions(
        words: [
            "sign up", "signup", "register", "registration", "create account", "create an account",
            "create your account", "join", "join now", "new account", "create", "subscribe", "newsletter",
            "get started", "registrieren", "registrierung", "konto erstellen", "inscription", "s inscrire",
            "inscrivez vous", "creer", "crear", "registrarse", "registro", "registrate", "cadastro", "cadastrar",
            "criar", "aanmelden", "registreren", "iscriviti", "registrati", "registrazione", "crea", "zarejestruj",
            "rejestracja", "registrovat", "registrace", "uye ol", "kayit ol", "daftar", "opret", "registrer", "skapa",
            "regisztracio", "inregistrare", "dang ky", "checkout", "reset password", "change password", "order",
            "contact", "application", "billing", "shipping", "payment",
        ],
        roots: [
            "signup", "register", "registration", "createaccount", "регистр", "реєстр", "зарегистр", "登録", "注册", "註冊",
            "가입", "إنشاء حساب", "ثبت نام", "สมัคร", "εγγραφή",
        ]
    )
    private static let returning = Mentions(
        words: [
            "forgot", "forgotten", "remember me", "keep me", "stay signed in", "lost password", "recover", "trouble",
            "passwort vergessen", "angemeldet bleiben", "mot de passe oublie", "se souvenir", "olvidaste", "olvide",
            "recordarme", "esqueceu", "esqueci", "lembrar", "vergeten", "dimenticata", "dimenticato", "ricordami",
            "zapomniales", "zapamietaj", "unuttum", "beni hatirla", "glemt", "glomt", "don t have an account",
            "dont have an account", "no account", "new to", "not a member", "not registered",
        ],
        roots: ["забыли", "запомнить", "忘れ", "忘记", "忘記", "찾기", "نسيت", "فراموش", "ลืม"]
    )
    private static let joining = Mentions(
        words: [
            "newsletter", "already have", "already a member", "already registered", "existing account", "terms",
            "i agree", "by clicking", "by signing", "by creating", "bereits registriert", "agb", "deja un compte",
            "deja inscrit", "ya tienes", "ya tengo", "ja tem", "al een account", "hai gia", "masz juz",
        ],
        roots: ["уже есть", "利用規約", "已有", "이미"]
    )
}

extension Int {
    fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
