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

    @Test func `who keeps a profile sends no application`() {
        #expect(LoginWording.saves("Save changes") && LoginWording.saves("Speichern"))
        #expect(!LoginWording.saves("Save and continue") && !LoginWording.saves("Submit application"))
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
