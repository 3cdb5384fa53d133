extension LoginWording {
    /// Whether a button leads to a form that opens an account, or sends it.
    ///
    /// - Parameter label: what it says.
    public static func leadsToSignUp(_ label: String) -> Bool {
        let words = Words(label)
        return words.list.count <= 7 && words.mentions(opening) && !isElsewhere(label) && !sends(label)
    }

    /// Whether a text says that there is an account already.
    ///
    /// - Parameter text: what the page says since it was asked for one.
    public static func saysRegistered(_ text: String) -> Bool {
        statements(of: text).contains { words in
            guard words.list.count <= 40 else { return false }
            // "Already registered" may head a log-in that everybody is shown.
            if words.mentions(registered) { return words.list.count >= 4 || words.mentions(accounts) }
            return words.mentions(accounts) && words.mentions(already) && words.mentions(taken)
        }
    }

    /// What a text states: whom it asks "Already registered?" it tells nothing.
    private static func statements(of text: String) -> [Words] {
        var statements: [Words] = []
        var sentence = ""
        let characters = Array(text)
        for (place, character) in characters.enumerated() {
            sentence.append(character)
            // The points of an address end nothing.
            let isLast = place + 1 == characters.count || characters[place + 1].isWhitespace
            guard "。！？".contains(character) || isLast && ".!?".contains(character) else { continue }
            if !"?？".contains(character) { statements.append(Words(sentence)) }
            sentence = ""
        }
        return (statements + [Words(sentence)]).filter { !$0.list.isEmpty }
    }

    private static let accounts = Mentions(
        words: [
            "account", "email", "e mail", "mail", "address", "user", "username", "konto", "adresse", "benutzer",
            "benutzername", "compte", "courriel", "utilisateur", "cuenta", "correo", "usuario", "conta", "endereco",
            "utente", "indirizzo", "gebruiker", "gebruikersnaam", "emailadres", "uzytkownik", "adres", "epost",
            "e post", "anvandare", "bruker", "bruger", "kayttaja", "sahkoposti", "tili", "ucet", "uzivatel", "fiok",
            "felhasznalo", "hesap", "hesabi", "eposta", "e posta", "kullanici", "cont", "utilizator", "adresa",
        ],
        roots: [
            "аккаунт", "почт", "пользовател", "акаунт", "користувач", "アカウント", "メール", "邮箱", "帐号", "账号", "帳號",
            "用户", "이메일", "계정", "الحساب", "البريد",
        ]
    )
    private static let already = Mentions(
        words: [
            "already", "bereits", "schon", "deja", "ya", "ja", "gia", "al", "juz", "redan", "allerede", "jo", "jiz",
            "uz", "mar", "zaten",
        ],
        roots: ["уже", "вже", "既に", "すでに", "已", "이미", "بالفعل"]
    )
    private static let taken = Mentions(
        words: [
            "exists", "exist", "registered", "taken", "used", "in use", "associated", "linked", "registriert",
            "vergeben", "vorhanden", "existiert", "verwendet", "benutzt", "existe", "utilise", "utilisee", "associe",
            "associee", "enregistre", "enregistree", "registrado", "registrada", "uso", "asociado", "asociada",
            "cadastrado", "cadastrada", "registrato", "registrata", "esiste", "usato", "geregistreerd", "bestaat",
            "gebruik", "istnieje", "zajety", "zajeta", "zarejestrowany", "uzywany", "registrerad", "finns", "anvands",
            "registrert", "finnes", "bruk", "registreret", "findes", "brug", "kaytossa", "rekisteroity", "existuje",
            "registrovan", "pouziva", "letezik", "regisztralt", "hasznalatban", "kayitli", "kullanimda", "mevcut",
            "exista", "inregistrat", "folosit",
        ],
        roots: [
            "зарегистрир", "существует", "используется", "зареєстров", "існує", "登録", "使用され", "注册", "註冊", "存在",
            "使用", "등록", "사용", "가입", "مسجل", "مستخدم",
        ]
    )

    /// Whether a text says that a log-in was refused: no such account, a wrong password, an account that is locked.
    ///
    /// - Parameter text: a line of what the page says since the log-in was sent.
    public static func saysRefused(_ text: String) -> Bool {
        let words = Words(text)
        guard words.list.count <= 40 else { return false }
        return statements(of: text).contains { $0.mentions(refusing) || $0.mentions(entered) && $0.mentions(wrong) }
    }

    /// What somebody enters to log in.
    private static let entered = Mentions(
        words: [
            "password", "passwords", "credentials", "username", "login", "log in", "sign in", "passwort", "kennwort",
            "zugangsdaten", "anmeldedaten", "benutzername", "mot de passe", "identifiant", "identifiants", "connexion",
            "contrasena", "clave", "credenciales", "usuario", "senha", "credenciais", "usuario ou senha", "credenziali",
            "wachtwoord", "inloggegevens", "gebruikersnaam", "haslo", "dane logowania", "losenord", "losenordet",
            "inloggningsuppgifter", "adgangskode", "adgangskoden", "kodeord", "passord", "passordet", "salasana",
            "heslo", "jelszo", "sifre", "parola", "mat khau", "kata sandi",
        ],
        roots: ["парол", "логин", "логін", "パスワード", "ログイン", "密码", "密碼", "비밀번호", "كلمة المرور", "סיסמ", "รหัสผ่าน"]
    )
    private static let wrong = Mentions(
        words: [
            "wrong", "incorrect", "invalid", "not correct", "not valid", "not recognized", "not recognised",
            "didnt match", "did not match", "doesnt match", "do not match", "dont match", "isnt right", "falsch",
            "ungultig", "nicht korrekt", "inkorrekt", "stimmt nicht", "stimmen nicht", "incorrecte", "incorrects",
            "invalide", "invalides", "errone", "errones", "incorrecto", "incorrecta", "incorrectos", "incorrectas",
            "invalido", "invalida", "invalidos", "invalidas", "erronea", "incorreto", "incorreta", "incorretos",
            "errato", "errata", "errati", "errate", "non corretta", "non corretti", "non valide", "non validi",
            "non valida", "onjuist", "onjuiste", "ongeldig", "verkeerd", "klopt niet", "kloppen niet", "nieprawidlowe",
            "nieprawidlowy", "bledne", "bledny", "niepoprawne", "fel", "felaktigt", "felaktig", "felaktiga", "ogiltigt",
            "forkert", "ugyldig", "feil", "vaarin", "vaara", "virheellinen", "nespravne", "neplatne", "hibas",
            "helytelen", "ervenytelen", "hatali", "yanlis", "gecersiz", "incorecta", "incorecte", "gresita",
            "khong dung",
            "salah",
        ],
        roots: [
            "неверн", "неправильн", "невірн", "неправильн", "正しくありません", "違います", "間違って", "一致しません", "错误",
            "不正确", "錯誤", "不正確", "올바르지", "일치하지", "잘못", "غير صحيح", "שגוי", "ไม่ถูกต้อง",
        ]
    )

    private static let refusing = Mentions(
        words: [
            "wrong password", "incorrect password", "invalid password", "password is wrong", "password is incorrect",
            "password is invalid", "password incorrect", "password was incorrect", "password you entered",
            "incorrect email", "incorrect username", "invalid email or password", "invalid username",
            "invalid login", "invalid credentials", "incorrect credentials", "wrong credentials", "bad credentials",
            "wrong email", "wrong username", "email or password", "username or password", "sign in failed",
            "login failed", "log in failed", "authentication failed", "unable to log in", "unable to sign in",
            "could not log you in", "could not sign you in", "no account found", "couldn t find your account",
            "account not found", "account has been locked", "account is locked", "account has been disabled",
            "account is disabled", "account has been suspended", "too many failed", "too many login attempts",
            "too many attempts", "invalid_credentials", "passwort ist falsch", "falsches passwort",
            "passwort falsch", "kennwort ist falsch", "falsches kennwort", "ungultiges passwort",
            "ungultige anmeldedaten", "anmeldung fehlgeschlagen", "benutzername oder passwort", "konto ist gesperrt",
            "konto wurde gesperrt", "mot de passe incorrect", "mot de passe est incorrect", "mot de passe invalide",
            "identifiants incorrects", "identifiants invalides", "echec de la connexion", "compte est bloque",
            "compte a ete bloque", "contrasena incorrecta", "contrasena es incorrecta", "credenciales incorrectas",
            "credenciales invalidas", "cuenta bloqueada", "senha incorreta", "senha invalida",
            "credenciais invalidas", "conta bloqueada", "password errata", "password non corretta",
            "credenziali non valide", "account bloccato", "onjuist wachtwoord", "wachtwoord is onjuist",
            "verkeerd wachtwoord", "inloggen mislukt", "fel losenord", "felaktigt losenord", "forkert adgangskode",
            "feil passord", "vaara salasana", "nieprawidlowe haslo", "bledne haslo", "nespravne heslo",
            "yanlis sifre", "неверный пароль", "невірний пароль",
        ],
        roots: ["パスワードが正しくありません", "パスワードが違います", "密码错误", "密码不正确", "密碼錯誤", "비밀번호가 올바르지", "비밀번호가 일치하지"]
    )

    /// Whether a text says that a link was sent, which proves an address.
    ///
    /// - Parameter text: what the page says.
    public static func asksToOpenLink(_ text: String) -> Bool { Words(text).mentions(linking) }

    /// Whether a text says that an account is there and must be verified before anybody is let in.
    ///
    /// - Parameter text: a line of what the page says since the log-in was sent.
    public static func wantsProof(_ text: String) -> Bool {
        let words = Words(text)
        return words.list.count <= 40 && words.mentions(proving) && !words.mentions(passwords)
    }

    /// "Please verify your e-mail and password" asks for no proof.
    private static let passwords = Mentions(
        words: [
            "password", "passwort", "kennwort", "mot de passe", "contrasena", "senha", "wachtwoord", "haslo",
            "losenord",
        ],
        roots: ["парол", "パスワード", "密码", "密碼", "비밀번호"]
    )

    private static let proving = Mentions(
        words: [
            "verify your account", "verify your email", "verify your e mail", "verify the email",
            "account verification",
            "not been verified", "not yet verified", "not verified", "isn t verified", "hasn t been verified",
            "unverified", "verification link", "activate your account", "not been activated", "not yet activated",
            "not activated", "isn t activated", "activation link", "confirm your email", "confirm your e mail",
            "confirm your account", "not been confirmed", "not yet confirmed", "not confirmed", "confirmation link",
            "bestatigen sie ihre e mail", "bestatigen sie ihr konto", "noch nicht bestatigt", "nicht bestatigt",
            "nicht verifiziert", "nicht aktiviert", "bestatigungslink", "aktivierungslink", "verifiez votre",
            "confirmez votre", "activez votre", "pas encore active", "pas ete verifie", "pas ete verifiee",
            "pas encore verifie", "lien de confirmation", "lien d activation", "verifica tu", "verifique su",
            "confirma tu", "activa tu cuenta", "no esta verificada", "no ha sido verificada", "no ha sido activada",
            "enlace de verificacion", "enlace de activacion", "verifique seu", "confirme seu", "nao foi verificada",
            "nao foi verificado", "nao foi ativada", "link de ativacao", "verifica il tuo", "conferma il tuo",
            "non e stato verificato", "non e stato attivato", "link di attivazione", "verifieer uw", "bevestig uw",
            "niet geverifieerd", "niet geactiveerd", "activatielink", "zweryfikuj", "nie zostalo aktywowane",
            "link aktywacyjny", "verifiera din", "bekraft din", "inte verifierat", "aktiveringslank",
        ],
        roots: ["подтвердите", "не подтвержд", "メールアドレスを確認", "認証されていません", "未验证", "未激活", "未驗證", "인증되지"]
    )

    private static let opening = Mentions(
        words: [
            "create account", "create an account", "create your account", "create my account", "create a new account",
            "create profile", "create new account", "sign up", "signup", "register", "register now", "new user",
            "new candidate", "join now", "konto erstellen", "konto anlegen", "registrieren", "neues konto",
            "profil anlegen",
            "creer un compte", "creer mon compte", "s inscrire", "inscription", "crear cuenta", "crear una cuenta",
            "registrarse", "registrate", "criar conta", "criar uma conta", "cadastre se", "cadastrar", "crea account",
            "crea un account", "registrati", "account aanmaken", "registreren", "maak een account", "zaloz konto",
            "utworz konto", "zarejestruj sie", "skapa konto", "registrera", "opret konto", "opprett konto", "luo tili",
        ],
        roots: ["新規登録", "アカウントを作成", "注册", "註冊", "회원가입"]
    )

    private static let registered = Mentions(
        words: [
            "already registered", "already exists", "already in use", "already been registered", "already used",
            "already taken",
            "account exists", "existing account was found", "has an account", "is registered", "bereits registriert",
            "bereits vergeben", "bereits vorhanden", "existiert bereits", "bereits verwendet", "deja utilise",
            "deja utilisee",
            "existe deja", "deja enregistre", "deja inscrit", "ya existe", "ya esta registrado", "ya esta registrada",
            "ya esta en uso", "ja existe", "ja cadastrado", "ja esta em uso", "ja esta cadastrado", "gia registrato",
            "gia registrata", "esiste gia", "gia in uso", "bestaat al", "al geregistreerd", "al in gebruik",
            "juz istnieje",
            "jest juz", "finns redan", "redan registrerad", "findes allerede", "finnes allerede",
        ],
        roots: ["既に登録", "すでに登録", "已注册", "已被注册", "已存在", "已註冊", "이미 등록", "이미 사용"]
    )

    private static let linking = Mentions(
        words: [
            "verification link", "activation link", "confirmation link", "verify your email", "verify your e mail",
            "confirm your email", "confirm your e mail", "activate your account", "click the link", "click on the link",
            "check your inbox", "check your email", "sign in link", "log in link", "login link", "magic link",
            "anmeldelink", "lien de connexion", "enlace de inicio de sesion", "link de acesso", "inloglink",
            "aktivierungslink", "bestatigungslink",
            "bestatigen sie ihre e mail",
            "lien de confirmation", "lien d activation", "verifiez votre", "confirmez votre", "enlace de confirmacion",
            "enlace de activacion", "enlace de verificacion", "verifica tu correo", "link de confirmacao",
            "link de ativacao",
            "link di conferma", "link di attivazione", "bevestigingslink", "activatielink", "link aktywacyjny",
            "bekraftelselank", "aktiveringslink",
        ],
        roots: ["確認メール", "验证邮件", "激活链接", "인증 메일"]
    )

    /// Whether a field takes the password that somebody has already.
    ///
    /// - Parameter field: the field.
    public static func asksForOldPassword(_ field: Field) -> Bool {
        Words("\(field.label) \(field.name)").mentions(old)
    }

    /// Whether a field of an account takes an e-mail address, for the first time or again.
    ///
    /// - Parameter field: the field.
    public static func namesAddress(_ field: Field) -> Bool {
        guard [.text, .email].contains(field.kind) else { return false }
        let words = Words(field.label)
        return words.list.count <= 8 && words.mentions(addresses)
    }

    private static let addresses = Mentions(
        words: [
            "email", "e mail", "mail address", "emailadresse", "mailadresse", "correo", "correo electronico",
            "courriel",
            "emailadres", "mailadres", "adres e mail", "epost", "e post", "sahkoposti",
        ],
        roots: ["メールアドレス", "邮箱", "電子郵件", "电子邮件", "이메일"]
    )

    /// Whether a text says that something may be left out.
    ///
    /// - Parameter text: what is said about a field.
    public static func saysOptional(_ text: String) -> Bool { Words(text).mentions(optional) }

    private static let optional = Mentions(
        words: [
            "optional", "optionally", "not required", "if you like", "if you wish", "freiwillig", "wahlweise",
            "facultatif", "facultative", "optionnel", "optionnelle", "opcional", "facultativo", "facoltativo",
            "optioneel", "valfritt", "valfri", "valgfri", "valgfritt", "valfrit", "vapaaehtoinen", "opcjonalne",
            "opcjonalnie", "nieobowiazkowe", "nepovinne", "volitelne", "opcionalis", "nem kotelezo", "istege bagli",
            "zorunlu degil", "optionale", "προαιρετικο",
        ],
        roots: ["необязательн", "необов", "任意", "可选", "選填", "选填", "선택 사항", "اختياري", "ไม่บังคับ"]
    )

    private static let old = Mentions(
        words: [
            "current password", "old password", "aktuelles passwort", "altes passwort", "mot de passe actuel",
            "contrasena actual",
        ]
    )
}
