import GhostHands
import Testing

@Suite struct LoginWordingTests {
    @Test(arguments: [
        "Invalid email or password. 1 attempt left before your account is locked.", "2 attempts remaining",
        "Your account is locked. Try again in 30 minutes.", "Ihr Konto ist gesperrt.", "Noch 2 Versuche übrig",
        "Il vous reste 1 tentative restante", "Le queda 1 intento restante", "Konto zostało zablokowane.",
        "アカウントがロックされました",
    ])
    func `a page warns before a log-in`(line: String) {
        #expect(LoginWording.warns(line))
    }

    @Test(arguments: [
        "If your account is locked, contact support.", "Is your account locked?", "Sign in with email or password",
        "After 5 wrong attempts your account is locked.", "Wenn Ihr Konto gesperrt ist, rufen Sie uns an.",
        "Make an attempt today", "What to do when an account is locked",
    ])
    func `help for everybody is no warning`(line: String) {
        #expect(!LoginWording.warns(line))
    }

    @Test(arguments: ["Please complete the CAPTCHA to sign in.", "Confirm that you are human", "Ich bin kein Roboter"])
    func `a page wants a challenge solved`(line: String) {
        #expect(LoginWording.wantsChallenge(line))
    }

    @Test(arguments: [
        "Usuario o contraseña incorrectos", "Adresse e-mail ou mot de passe incorrect.", "E-mail ou senha incorretos.",
        "Nome utente o password errati", "E-mailadres of wachtwoord is onjuist.", "Nieprawidłowy login lub hasło",
        "Fel användarnamn eller lösenord.", "E-posta adresi veya şifre hatalı", "Nesprávné jméno nebo heslo",
        "Hibás felhasználónév vagy jelszó!", "メールアドレスまたはパスワードが間違っています。", "用户名或密码不正确",
        "아이디 또는 비밀번호가 일치하지 않습니다.", "Неправильный логин или пароль", "The credentials did not match ours",
        "Die Zugangsdaten sind nicht korrekt.", "The password for ann@example.com is incorrect.",
    ])
    func `a log-in that is refused is known in many languages`(text: String) { #expect(LoginWording.saysRefused(text)) }

    @Test(arguments: [
        "Enter your password", "Wrong password? Reset it here", "Welcome back, Alice", "Passwort vergessen?",
        "Your password was changed", "Log out", "Signing you in…", "Please wait",
    ])
    func `what refuses nobody is no refusal`(text: String) { #expect(!LoginWording.saysRefused(text)) }

    @Test(arguments: [
        "An account with this email address already exists.", "Account already exists",
        "The user ann@example.com already exists.", "このメールアドレスは既に登録されています。ログインしますか？",
        "Diese E-Mail-Adresse wird bereits verwendet.", "Cette adresse e-mail est déjà associée à un compte.",
        "Este correo ya está asociado a una cuenta", "Este e-mail já está em uso.", "L'indirizzo e-mail esiste già",
        "Dit e-mailadres is al in gebruik", "Konto z tym adresem e-mail już istnieje",
        "Bu e-posta adresi zaten kayıtlı.",
        "Účet s tímto e-mailem již existuje", "Пользователь с такой почтой уже существует",
        "このメールアドレスは既に登録されています", "该邮箱已被注册", "이미 사용 중인 이메일입니다",
    ])
    func `a site says that there is an account`(text: String) { #expect(LoginWording.saysRegistered(text)) }

    /// What stands over a log-in that everybody is led to once an account was opened.
    @Test(arguments: [
        "Already registered?", "Already registered? Sign in below", "Already registered", "Schon registriert?",
        "Already have an account? Log in", "Welcome! Your account was created. Please sign in.", "Déjà inscrit ?",
        "既に登録済みの方はこちら？",
    ])
    func `who is only asked is told nothing`(text: String) { #expect(!LoginWording.saysRegistered(text)) }

    @Test(arguments: [
        "Already have an account? Sign in", "Already registered? Log in here", "Schon registriert? Anmelden",
        "Vous avez déjà un compte ?", "¿Ya tienes cuenta?", "Já tem uma conta? Entrar", "Hai già un account? Accedi",
        "Heb je al een account?", "Masz już konto? Zaloguj się", "アカウントをお持ちの方はログイン", "Login",
    ])
    func `a link leads whoever has an account to the log-in`(label: String) {
        #expect(LoginWording.leadsToLogin(label))
    }

    @Test func `who keeps a profile sends no application`() {
        #expect(LoginWording.saves("Save changes"))
        #expect(LoginWording.saves("Speichern"))
        #expect(!LoginWording.saves("Save and continue"))
        #expect(!LoginWording.saves("Submit application"))
    }

    @Test(arguments: [
        ("You must verify your account before you sign in.", true),
        ("Your email address has not been verified yet.", true),
        ("Ihr Konto ist noch nicht bestätigt. Wir haben Ihnen einen Bestätigungslink gesendet.", true),
        ("Votre compte n'est pas encore activé.", true), ("Please verify your email and password.", false),
        ("Invalid username or password.", false), ("Verify your identity", false),
    ])
    func `an account that must be verified is no wrong password`(text: String, wants: Bool) {
        #expect(LoginWording.wantsProof(text) == wants)
    }
}
