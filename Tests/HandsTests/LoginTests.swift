import Chromium
import GhostHands
import TestSupport
import Testing

@testable import Hands

/// Where a stored password may be typed, by addresses alone.
@Suite struct LoginPlaceTests {
    private func mayType(_ address: String, in around: String..., for domain: String = "acme.com") -> Bool {
        guard let domain = HostName(domain) else { return false }
        let credential = Credential(domain: domain, username: "ann", password: "secret-word")
        return LoginPlace.refusal(address, in: around, isMain: around.isEmpty, for: credential) == nil
    }

    @Test func `a password is typed at its host and those below it`() {
        #expect(mayType("https://acme.com/login"))
        #expect(mayType("https://careers.acme.com:8443/login"))
        #expect(mayType("https://login.acme.com/", in: "https://careers.acme.com/apply"))
        #expect(!mayType("https://jobs.acme.com/", for: "login.acme.com"))
    }

    @Test(arguments: [
        "http://acme.com/login", "https://acme.com.evil.example/", "https://acme-com.example/",
        "https://xn--cme-7cd.com/",
        "https://acme.co/", "https://evil.example/acme.com", "https://acme.com@evil.example/", "about:blank", "",
        "data:text/html,acme.com", "https:/acme.com\\@evil.example",
    ])
    func `no other address gets it`(address: String) {
        #expect(!mayType(address))
    }

    @Test func `a frame gets it only in pages of its own site`() {
        #expect(!mayType("https://acme.com/login", in: "https://evil.example/"))
        #expect(!mayType("https://acme.com/login", in: "https://acme.com/", "https://evil.example/"))
        #expect(!mayType("https://acme.com/login", in: "http://acme.com/"))
        #expect(!mayType("about:srcdoc", in: "https://acme.com/"))
    }

    @Test func `tenants of one host are strangers to each other`() {
        #expect(!mayType("https://evil.github.io/", for: "acme.github.io"))
        #expect(!mayType("https://evil.jobs.example/", for: "acme.jobs.example"))
    }

    @Test func `this very machine needs no encryption`() {
        #expect(mayType("http://127.0.0.1:4012/", for: "127.0.0.1"))
        #expect(mayType("http://localhost:4012/", for: "localhost"))
        #expect(!mayType("http://192.168.0.7/", for: "192.168.0.7"))
    }
}

extension HandsTests {
    @Suite struct LoggingIn {
        private static let canary = "Canary-pass-7731"

        private static func vault(_ password: String = canary, totp: Bool = false) throws -> Watcher.Vault {
            let domain: HostName = "127.0.0.1"
            let secret = totp ? TOTPSecret("JBSWY3DPEHPK3PXP") : nil
            var vault = Watcher.Vault()
            vault.credentials = [
                Credential(domain: domain, username: "ann@example.com", password: password, totp: secret)
            ]
            return vault
        }

        private static let form = """
            <title>Apply</title><h1>Apply</h1><form method=post action=/apply><label>First name <input name=first></label>
            <label>Last name <input name=last></label><label>E-mail <input name=email type=email></label>
            <button>Submit application</button></form>
            """

        private static func login(_ said: String = "") -> String {
            """
            <title>Sign in</title><h1>Sign in</h1><p role=alert>\(said)</p><form method=post action=/login>
            <label>E-mail <input name=user type=email></label><label>Password <input name=pass type=password></label>
            <label><input type=checkbox name=stay> Remember me</label><button>Sign in</button>
            <a href=/forgot>Forgot password?</a></form><a href=/signup>Create an account</a>
            """
        }

        /// A site whose form stands behind a log-in.
        @Sendable private static func site(_ request: Site.Request) -> Site.Answer {
            switch request.path {
            case "/login":
                let sent = Trial.fields(request.body)
                return sent["pass"] == [canary] ? .redirect(to: "/form") : .html(login("Wrong e-mail or password."))
            case "/form": return .html(form)
            default: return .html(Trial.thanks)
            }
        }

        private func passwords(_ trial: Trial) -> Int { trial.requests.count { $0.body.contains("pass") } }

        @Test func `a stored password opens the form, and nothing tells of it`() async throws {
            let watcher = Watcher(vault: try Self.vault())
            let trial = try await Trial.run(Self.login(), keeper, watcher: watcher, answering: Self.site)
            #expect(trial.end == .done)
            #expect(passwords(trial) == 1)
            #expect(watcher.verdicts == [.accepted])
            #expect(watcher.asked.isEmpty)
            let sent = Trial.fields(trial.posts[0].body)
            #expect(sent["user"] == ["ann@example.com"])
            #expect(sent["stay"] == nil)
            #expect(!watcher.transcript.contains("7731"))
            #expect(!trial.report.json(for: .applicant).text.contains("7731"))
        }

        @Test func `a password that is refused is sent once, and a human is asked with the reason`() async throws {
            let watcher = Watcher(vault: try Self.vault("stale-word-1"))
            let trial = try await Trial.run(Self.login(), keeper, watcher: watcher, answering: Self.site)
            #expect(passwords(trial) == 1)
            #expect(watcher.verdicts == [.refused])
            #expect(watcher.asked.map(\.kind) == [.login])
            #expect(watcher.asked.first?.message.contains("has refused the stored password") ?? false)
            guard case .blocked = trial.end else { return #expect(Bool(false), "\(trial.end)") }
        }

        @Test func `a human who takes over gets to the form with a password of theirs`() async throws {
            var vault = try Self.vault("stale-word-1")
            vault.answers = [.credentials(username: "ann@example.com", password: Self.canary)]
            let watcher = Watcher(vault: vault)
            let trial = try await Trial.run(Self.login(), keeper, watcher: watcher, answering: Self.site)
            #expect(trial.end == .done)
            #expect(passwords(trial) == 2)
            #expect(!watcher.transcript.contains("7731"))
        }

        @Test func `a script that sends the password and says why it was refused gets it once`() async throws {
            let page = """
                <title>Sign in</title><h1>Sign in</h1><div><label>User name <input id=u></label><label>Password
                <input id=p type=password></label><button type=button id=go>Log in</button><p id=e></p></div><script>
                go.onclick = async () => { const a = await fetch('/api', { method: 'POST', body: 'pass=' + p.value });
                  if (a.status == 401) { setTimeout(() => { e.textContent = 'Invalid credentials'; e.role = 'alert';
                    p.value = ''; }, 200); } else location = '/form'; };</script>
                """
            let watcher = Watcher(vault: try Self.vault("stale-word-1"))
            let trial = try await Trial.run(page, keeper, watcher: watcher) { request in
                request.path == "/api" ? .html("no", status: 401) : .html(Self.form)
            }
            #expect(passwords(trial) == 1)
            #expect(watcher.verdicts == [.refused])
        }

        @Test func `a server that fails has not refused anything`() async throws {
            let watcher = Watcher(vault: try Self.vault())
            let trial = try await Trial.run(Self.login(), keeper, watcher: watcher) { _ in
                .html(Self.login("Something went wrong."), status: 503)
            }
            #expect(passwords(trial) == 1)
            #expect(watcher.verdicts.isEmpty)
            #expect(watcher.asked.count == 1)
        }

        @Test func `name and password may be asked on two pages, after a choice`() async throws {
            let choice = """
                <title>Sign in</title><h1>Sign in</h1><button>Continue with Google</button>
                <button>Sign in with LinkedIn</button><a href=/name role=button>Continue with email</a>
                """
            let name = """
                <title>Sign in</title><h1>Sign in</h1><form method=post action=/user><label>E-mail address
                <input name=user type=email autocomplete=username></label><button>Next</button></form>
                """
            let word = """
                <title>Sign in</title><h1>Welcome back</h1><p>ann@example.com</p><form method=post action=/login>
                <label>Password <input name=pass type=password autocomplete=current-password></label>
                <button>Continue</button></form>
                """
            let watcher = Watcher(vault: try Self.vault())
            let trial = try await Trial.run(choice, keeper, watcher: watcher) { request in
                switch request.path {
                case "/name": .html(name)
                case "/user": .html(word)
                default: Self.site(request)
                }
            }
            #expect(trial.end == .done)
            #expect(trial.posts.map(\.path) == ["/user", "/login", "/apply"])
            #expect(watcher.verdicts == [.accepted])
        }

        /// Title, the name's label, what leads on, the second page's title, the password's label, what sends it.
        private static let tongues = [
            ["Connexion", "Adresse e-mail", "Suivant", "Connexion", "Mot de passe", "Se connecter"],
            ["Anmelden", "E-Mail-Adresse", "Weiter", "Passwort eingeben", "Passwort", "Anmelden"],
            ["Iniciar sesión", "Correo electrónico", "Siguiente", "Iniciar sesión", "Contraseña", "Entrar"],
            ["Entrar", "E-mail", "Continuar", "Entrar", "Senha", "Entrar"],
            ["Accedi", "Indirizzo e-mail", "Avanti", "Accedi", "Password", "Accedi"],
            ["Inloggen", "E-mailadres", "Volgende", "Inloggen", "Wachtwoord", "Inloggen"],
            ["Zaloguj się", "Adres e-mail", "Dalej", "Zaloguj się", "Hasło", "Zaloguj się"],
            ["Logga in", "E-post", "Nästa", "Logga in", "Lösenord", "Logga in"],
            ["Giriş yap", "E-posta", "Devam", "Giriş yap", "Şifre", "Giriş yap"],
            ["Přihlášení", "E-mail", "Pokračovat", "Přihlášení", "Heslo", "Přihlásit se"],
            ["Вход", "Электронная почта", "Далее", "Вход", "Пароль", "Войти"],
            ["ログイン", "メールアドレス", "次へ", "ログイン", "パスワード", "ログイン"],
            ["登录", "邮箱", "下一步", "登录", "密码", "登录"],
            ["로그인", "이메일", "다음", "로그인", "비밀번호", "로그인"],
        ]

        /// By a page of its own, or by the page's own script.
        @Test(arguments: tongues, [true, false])
        func `a log-in of two steps is passed in any language`(words: [String], isByScript: Bool) async throws {
            let second = """
                <title>\(words[3])</title><h1>\(words[3])</h1><form method=post action=/login>
                <label>\(words[4]) <input name=pass type=password></label><button>\(words[5])</button></form>
                """
            let way = isByScript ? "onsubmit='event.preventDefault(); next()'" : "method=post action=/name"
            let first = """
                <title>\(words[0])</title><h1>\(words[0])</h1><form \(way)>
                <label>\(words[1]) <input name=user type=email autocomplete=username></label>
                <button>\(words[2])</button></form>
                <script>function next() { document.body.innerHTML = `\(second)`; }</script>
                """
            let watcher = Watcher(vault: try Self.vault())
            let trial = try await Trial.run(first, keeper, watcher: watcher) { request in
                request.path == "/name" ? .html(second) : Self.site(request)
            }
            #expect(trial.end == .done, "\(watcher.asked.map(\.message))")
            #expect(passwords(trial) == 1)
        }

        @Test func `a password that has expired was not refused`() async throws {
            let expired = """
                <title>Password expired</title><h1>Your password has expired</h1><form method=post action=/change>
                <label>Current password <input name=old type=password required></label>
                <label>New password <input name=new type=password autocomplete=new-password required></label>
                <label>Confirm new password <input name=new2 type=password autocomplete=new-password required></label>
                <button>Change password</button></form><a href=/login>Log in</a>
                """
            let watcher = Watcher(vault: try Self.vault())
            let trial = try await Trial.run(Self.login(), keeper, watcher: watcher) { request in
                request.path == "/expired"
                    ? .html(expired)
                    : .html("<p>Signing you in…</p><script>setTimeout(() => location = '/expired', 1500)</script>")
            }
            #expect(trial.posts.map(\.path) == ["/login"])
            #expect(!watcher.verdicts.contains(.refused), "\(watcher.verdicts)")
            #expect(watcher.asked.count == 1)
        }

        @Test func `where only accounts of other sites are taken a human is told so`() async throws {
            let page = """
                <title>Sign in</title><h1>Sign in</h1><button>Continue with Google</button>
                <button>Sign in with LinkedIn</button>
                """
            let watcher = Watcher(vault: try Self.vault())
            _ = try await Trial.run(page, keeper, watcher: watcher)
            #expect(watcher.asked.first?.message.contains("account of another site") ?? false)
        }

        @Test func `a page that asks for the password twice gets none`() async throws {
            let page = """
                <title>Sign in</title><h1>Sign in</h1><form method=post action=/login><label>E-mail <input name=user
                type=email></label><label>Password <input name=pass type=password></label><label>Password again
                <input name=pass2 type=password></label><button>Continue</button></form>
                """
            let watcher = Watcher(vault: try Self.vault())
            let trial = try await Trial.run(page, watcher: watcher)
            #expect(!trial.requests.contains { $0.body.contains(Self.canary) })
            #expect(watcher.verdicts.isEmpty)
        }

        @Test func `a frame of another site that looks like the log-in gets nothing`() async throws {
            let watcher = Watcher(vault: try Self.vault())
            let trial = try await Trial.run(
                "<title>Sign in</title><h1>Sign in</h1><script>document.write('<iframe width=600 height=400 src=\"' "
                    + "+ location.origin.replace('127.0.0.1', 'localhost') + '/phish\"></iframe>')</script>",
                watcher: watcher
            ) { _ in .html(Self.login()) }
            #expect(trial.requests.contains { $0.path == "/phish" })
            #expect(trial.requests.allSatisfy { !$0.body.contains("7731") && !$0.path.contains("7731") })
            #expect(passwords(trial) == 0)
            #expect(watcher.verdicts.isEmpty)
        }
    }
}
