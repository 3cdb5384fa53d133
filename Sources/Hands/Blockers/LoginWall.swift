import GhostHands

/// Recognises a page that asks for an account before it shows the form.
enum LoginWall {
    /// The blocker, when the page is a log-in or a sign-up.
    ///
    /// A password field alone is none: application forms that open an account on the way have one too (R16).
    ///
    /// - Parameters:
    ///   - reading: the page.
    ///   - site: the hiring platform, where it is known.
    /// - Returns: the blocker, or nil.
    static func blocker(of reading: PageReading, on site: HiringSite? = nil) -> Blocker? {
        let entries = reading.form.filter { $0.field.kind != .checkbox }
        let hasPassword = entries.contains { $0.asked == .password }
        let sign: String
        if hasPassword, entries.count <= 3 || isSignUp(entries, on: site) {
            sign = "a log-in form"
        } else if !hasPassword, entries.count == 1, asksWho(entries[0], in: reading) {
            sign = "the first step of a log-in"
        } else if entries.isEmpty, offersAccounts(reading) {
            sign = "buttons to log in with an account"
        } else {
            return nil
        }
        return Blocker(kind: .login, confidence: 0.85, evidence: .field, sign: sign)
    }

    /// Platforms whose forms stand behind an account ask for it on a page with nothing else on it.
    private static func isSignUp(_ entries: [ReadField], on site: HiringSite?) -> Bool {
        let ofAccounts: [Asked] = [.password, .email, .username, .firstName, .lastName, .fullName]
        return site?.wantsAccount == true && entries.count <= 8
            && entries.allSatisfy { ofAccounts.contains($0.asked) || Classifier.namesAccount($0.field) }
    }

    /// Whether a form of one field asks who wants to log in, before it asks for the password on its next page.
    static func asksWho(_ field: ReadField, in reading: PageReading) -> Bool {
        guard [.email, .username, .phone].contains(field.asked) || Classifier.namesAccount(field.field) else {
            return false
        }
        return reading.contexts[field.key]?.purpose == .signIn && isHeaded(reading)
    }

    /// Whether a page has nothing but buttons to log in with an account that one has elsewhere.
    private static func offersAccounts(_ reading: PageReading) -> Bool {
        guard isHeaded(reading), Posting.applyButton(of: reading) == nil, reading.text.count < 1_500 else {
            return false
        }
        return reading.buttons.contains { button in
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
    ]
}
