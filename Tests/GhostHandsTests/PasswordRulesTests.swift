import Testing

@testable import GhostHands

@Suite struct PasswordRulesTests {
    /// What a page says, and a check of its own that no password may fail.
    struct Page: Sendable {
        let lines: [String]
        var least = 8
        var most = 500
        var signs = "!@#$%*-_?"
        var forbidden = ""

        init(_ lines: String..., least: Int = 8, most: Int = 500, signs: String = "!@#$%*-_?", not: String = "") {
            (self.lines, self.least, self.most, self.signs, forbidden) = (lines, least, most, signs, not)
        }

        func takes(_ password: String) -> Bool {
            let others = password.filter { !$0.isLetter && !$0.isNumber }
            return least...most ~= password.count && others.allSatisfy(signs.contains)
                && others.isEmpty == signs.isEmpty && !password.contains(where: forbidden.contains)
        }
    }

    @Test(arguments: [
        Page("Your password must be 8-16 characters", most: 16),
        Page("Password must contain:", "At least 12 characters", "One uppercase letter", "One number", least: 12),
        Page("Password: between 10 and 14 characters, at least one special character (!@#$%)", least: 10, most: 14),
        Page("Passwords must not exceed 12 characters and may contain only letters and numbers", most: 12, signs: ""),
        Page("Password requirements: minimum of 24 characters", least: 24),
        Page("Password: use one of the following special characters: + = ~ ^", signs: "+=~^"),
        Page("Your password cannot contain spaces or the characters < > & %", not: "%<>&"),
        Page(
            "Das Passwort muss mindestens 10 Zeichen lang sein und darf höchstens 15 Zeichen haben",
            least: 10,
            most: 15
        ),
        Page("Passwort: nur Buchstaben und Zahlen, 8 bis 12 Zeichen", most: 12, signs: ""),
        Page("Le mot de passe doit comporter entre 9 et 13 caractères", least: 9, most: 13),
        Page("Mot de passe : au moins 12 caractères dont un caractère spécial", least: 12),
        Page("La contraseña debe tener un mínimo de 10 caracteres y un máximo de 14 caracteres", least: 10, most: 14),
        Page("A senha deve ter de 8 a 12 caracteres, sem caracteres especiais", most: 12, signs: ""),
        Page("La password deve contenere almeno 11 caratteri", least: 11),
        Page("Wachtwoord: minimaal 12 tekens", least: 12),
        Page("Hasło musi mieć od 8 do 14 znaków", most: 14),
        Page("Lösenordet måste vara minst 12 tecken", least: 12),
        Page("パスワードは8文字以上16文字以内で入力してください", most: 16),
        Page("密码长度为8-16个字符", most: 16), Page("密码至少10个字符", least: 10), Page("비밀번호는 8자 이상", least: 8),
        Page("Password (6-12 characters)", most: 12), Page("Your password must be at least 8 characters long."),
        Page("Choose a password. It expires after 90 days. We keep 24 passwords."),
        Page("Call 555 0100 characters welcome", "Company of 5000 people"),
    ])
    func `a password keeps the rules that a page says`(page: Page) throws {
        let rules = PasswordRules(Field(kind: .password, label: "Password"), near: page.lines)
        var generator = SystemRandomNumberGenerator()
        let made = (0..<50).compactMap { _ in rules.make(with: &generator) }
        #expect(made.count == 50)
        #expect(made.allSatisfy(page.takes), "\(made) \(rules)")
    }

    /// What a page says, and how many digits, signs, capital and small letters that demands.
    struct Counted: Sendable {
        let line: String
        let counts: [Int]
        var signs = "!@#$%*"
    }

    @Test(arguments: [
        Counted(line: "Password: at least 2 digits and 2 symbols", counts: [2, 2, 1, 1]),
        Counted(line: "Your password must have two numbers, three upper case letters", counts: [2, 1, 3, 1]),
        Counted(line: "Passwort: mindestens zwei Ziffern und 2 Sonderzeichen", counts: [2, 2, 1, 1]),
        Counted(line: "Mot de passe : au moins 2 chiffres et deux majuscules", counts: [2, 1, 2, 1]),
        Counted(line: "La contraseña debe tener 3 dígitos y dos mayúsculas", counts: [3, 1, 2, 1]),
        Counted(line: "A senha deve ter pelo menos 2 dígitos e 2 símbolos", counts: [2, 2, 1, 1]),
        Counted(line: "Password must use 3 of 4 kinds of characters", counts: [1, 1, 1, 1]),
        Counted(
            line: "Password: one of (!, ?, %), and 2 digits at most",
            counts: [1, 1, 1, 1],
            signs: "!%?"
        ),
        Counted(
            line: "Das Passwort muss ein Sonderzeichen (!, ?, %) enthalten. Leerzeichen sind nicht erlaubt.",
            counts: [1, 1, 1, 1],
            signs: "!%?"
        ),
        Counted(line: "Le mot de passe doit contenir un des signes + = ~", counts: [1, 1, 1, 1], signs: "+=~"),
    ])
    func `a password has as many of each kind as a page demands`(page: Counted) {
        let rules = PasswordRules(Field(kind: .password, label: "Password"), near: [page.line])
        var generator = SystemRandomNumberGenerator()
        let made = (0..<30).compactMap { _ in rules.make(with: &generator) }
        #expect(made.count == 30)
        for password in made {
            let signs = password.filter { !$0.isLetter && !$0.isNumber }
            #expect(password.count(where: \.isNumber) >= page.counts[0], "\(password)")
            #expect(signs.count >= page.counts[1], "\(password)")
            #expect(signs.allSatisfy(page.signs.contains), "\(password)")
            #expect(password.count(where: \.isUppercase) >= page.counts[2], "\(password)")
            #expect(password.count(where: \.isLowercase) >= page.counts[3], "\(password)")
        }
    }

    @Test func `the field's attributes are rules too`() throws {
        var field = Field(kind: .password, label: "Password")
        field.maxLength = 12
        field.pattern = "(?=.*[A-Z])(?=.*\\d)[A-Za-z\\d!]{8,12}"
        let rules = PasswordRules(field, near: ["Password: use one of the special characters ! $ %"])
        var generator = SystemRandomNumberGenerator()
        let password = try #require(rules.make(with: &generator))
        #expect(password.count <= 12)
        #expect(!password.contains("$"))
    }

    @Test func `the applicant's name is in no password, and nothing stands twice in a row`() throws {
        let rules = PasswordRules(Field(kind: .password, label: "Password"), near: [])
        for _ in 0..<200 {
            var generator = SystemRandomNumberGenerator()
            let password = try #require(rules.make(with: &generator, unlike: ["Ann Lee", "ann.lee@example.com"]))
            #expect(password.count == 16)
            #expect(!password.lowercased().contains("ann"))
            #expect(!password.lowercased().contains("lee"))
            #expect(zip(password, password.dropFirst()).allSatisfy { $0 != $1 })
            #expect(password.first?.isLetter ?? false)
        }
    }

    @Test func `rules that nothing can keep are told`() {
        var rules = PasswordRules(Field(kind: .password, label: "Password"), near: [])
        rules.most = 3
        var generator = SystemRandomNumberGenerator()
        #expect(rules.make(with: &generator) == nil)
    }
}
