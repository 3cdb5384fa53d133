import GhostHands

/// Recognises a page whose whole purpose is to enter an account that there is.
///
/// Told by what its form asks, never by a password field or a word alone (R16): who makes an account, changes a password
/// or applies with one has another form, and a box in a page's head is not what the page is for (``MainForm``).
enum LoginWall {
    /// The blocker, when the page is a log-in.
    ///
    /// - Parameters:
    ///   - reading: the page.
    ///   - site: the hiring platform, where it is known.
    /// - Returns: the blocker, or nil.
    static func blocker(of reading: PageReading, on site: HiringSite? = nil) -> Blocker? {
        guard reading.form.count <= mostFields else { return nil }
        let asked = entries(of: reading)
        let sign: String?
        if asked.isEmpty {
            sign = offersAccounts(reading) ? "buttons to log in with an account" : nil
        } else if let password = asked.first(where: \.isPassword) {
            sign =
                isSignUp(asked, on: site)
                ? "a form for an account"
                : entersAccount(password, among: asked, in: reading) ? "a log-in form" : nil
        } else {
            sign = asked.count == 1 && asksWho(asked[0], in: reading) ? "the first step of a log-in" : nil
        }
        return sign.map { Blocker(kind: .login, confidence: 0.85, evidence: .field, sign: $0) }
    }

    /// Nobody logs in with more, and what each of them asks takes its time to tell.
    private static let mostFields = 40

    /// What the form asks, each thing once: some show a form twice, or a password as text beside itself.
    private static func entries(of reading: PageReading) -> [ReadField] {
        let all = reading.form.filter {
            $0.field.kind != .checkbox && $0.asked != .oneTimeCode
                && ($0.field.kind == .password || CodeWording($0.field) != .sure)
        }
        // A list of languages or regions beside it is the page's.
        let own = all.filter { $0.key == reading.main }
        let asked = own.contains(where: \.isPassword) && own.count * 2 >= all.count ? own : all
        var seen: Set<String> = []
        let fields = asked.map(\.field)
        return asked.filter { field in
            if field.field.name.isEmpty { return !FormPurpose.isTwin(field.field, of: fields) }
            return field.field.kind.isChoice || seen.insert("\(field.field.kind) \(field.field.name)").inserted
        }
    }

    /// Whether a password opens an account that there is, and nothing else is asked than whose it is.
    private static func entersAccount(_ password: ReadField, among asked: [ReadField], in reading: PageReading) -> Bool
    {
        guard asked.count(where: \.isPassword) == 1, let context = reading.contexts[password.key],
            context.purpose == .signIn,
            Classifier.explain(password.field, in: .signIn).asked != .newPassword
        else { return false }
        let others = asked.filter { !$0.isPassword }
        guard others.isEmpty else {
            return others.count <= (context.saysEntering ? 5 : 3) && others.allSatisfy(tellsWho)
        }
        // The second step of a log-in shows whose password it wants, or says so; others ask for it before a change.
        let isKnown = reading.fields.contains { field in
            field.key == password.key && [.disabled, .readOnly].contains(field.ignored) && tellsWho(field)
        }
        return isKnown || context.saysEntering || isHeaded(reading)
    }

    /// Whether a field may tell whose account it is: a name, a number, which of several services.
    private static func tellsWho(_ field: ReadField) -> Bool {
        let telling: Set<Asked> = [
            .email, .username, .phone, .phoneCountryCode, .country, .lastName, .fullName, .nationalID, .question,
        ]
        return telling.contains(field.asked)
    }

    /// Platforms whose forms stand behind an account ask for it on a page with nothing else on it.
    private static func isSignUp(_ asked: [ReadField], on site: HiringSite?) -> Bool {
        let ofAccounts: [Asked] = [.password, .email, .username, .firstName, .lastName, .fullName]
        return site?.wantsAccount == true && asked.count <= 8
            && asked.allSatisfy { ofAccounts.contains($0.asked) || Classifier.namesAccount($0.field) }
    }

    /// Whether a form of one field asks who wants to log in, before it asks for the password on its next page.
    static func asksWho(_ field: ReadField, in reading: PageReading) -> Bool {
        let namesAccount =
            field.asked == .username || Classifier.namesAccount(field.field) || takesSeveral(field.field)
        guard namesAccount || [.email, .phone].contains(field.asked), let context = reading.contexts[field.key] else {
            return false
        }
        let said = Words(([context.marks, context.title] + context.buttons).joined(separator: " "))
        if recovering.contains(where: { said.contains($0) }) { return false }
        let (purpose, isHeaded) = (context.purpose, isHeaded(reading))
        if purpose != .signUp, namesAccount || purpose == .signIn && isHeaded { return true }
        // An address alone may be for a newsletter; with the password waiting behind it, it is not.
        let hasPassword = reading.fields.contains { $0.key == field.key && $0.isPassword && $0.ignored != nil }
        return (isHeaded || hasPassword && purpose != .signUp) && hasAccountButtons(reading)
    }

    /// Whether one box takes any of what an account may be known by: "E-mail or phone".
    private static func takesSeveral(_ field: Field) -> Bool {
        let words = Words([field.label, field.placeholder].joined(separator: " "))
        let ways = [
            ["email", "e mail", "mail"], ["phone", "mobile", "telefon", "telefone"], ["username", "user id", "id"],
        ]
        return words.list.count <= 12 && ways.count { $0.contains { words.contains($0) } } >= 2
    }

    /// Whether a page has nothing but buttons to log in with an account that one has elsewhere.
    private static func offersAccounts(_ reading: PageReading) -> Bool {
        guard isHeaded(reading), Posting.applyButton(of: reading) == nil, reading.text.count < 1_500 else {
            return false
        }
        return hasAccountButtons(reading)
    }

    private static func hasAccountButtons(_ reading: PageReading) -> Bool {
        reading.buttons.contains { button in
            LoginWording.isElsewhere(button.label) || LoginWording.leadsToPassword(button.label)
        }
    }

    /// Whether the page's title, or one of its first lines, says that it is for logging in.
    private static func isHeaded(_ reading: PageReading) -> Bool {
        let lines = reading.text.split(whereSeparator: \.isNewline).prefix(6).map(String.init)
        return ([reading.title] + lines).contains { line in
            let words = Words(line)
            return words.list.count <= 8 && entering.contains { words.text == $0 || words.text.hasPrefix("\($0) ") }
        }
    }

    private static let entering = [
        "log in", "login", "sign in", "signin", "log on", "please log in", "please sign in", "anmelden", "einloggen",
        "anmeldung", "connexion", "se connecter", "connectez vous", "iniciar sesion", "inicia sesion", "entrar",
        "accedi", "inloggen", "logga in", "logg inn", "log ind", "zaloguj", "kirjaudu", "prihlaseni", "giris yap",
        "welcome back", "enter password", "enter your password", "willkommen zuruck", "passwort eingeben",
        "geben sie ihr passwort ein", "saisissez votre mot de passe", "introduce tu contrasena", "insira sua senha",
    ]

    /// Whoever has lost a password is asked for a name too.
    private static let recovering = [
        "reset", "forgot", "forgotten", "recover", "recovery", "lost password", "find your account", "vergessen",
        "zurucksetzen", "oublie", "reinitialiser", "olvidaste", "olvide", "restablecer", "recuperar", "esqueci",
        "redefinir", "dimenticata", "vergeten",
    ]
}

extension ReadField {
    fileprivate var isPassword: Bool { field.kind == .password || asked == .password }
}
