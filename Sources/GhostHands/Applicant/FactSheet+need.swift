extension FactSheet {
    /// How much may be told of a fact.
    enum Kind: Sendable, Hashable {
        /// Told whenever a model is asked: work, schools, skills, where somebody lives.
        case open
        /// Told only to whom asks for it by name: money, nature, papers.
        case delicate
        /// Never told; its placeholder is, for it may be wanted anywhere: name, address, phone.
        case personal
        /// Never told, and its placeholder only where a field asks for it by name.
        case secret

        var isHidden: Bool { self == .personal || self == .secret }

        static func of(_ key: String, markedSensitive: Bool) -> Kind {
            let words = Words(key)
            // "code" alone opens an account; with another word it may be a country's or a street's.
            if markedSensitive || words.containsAny(secrets) || words.list == ["code"] { return .secret }
            let asked = Classifier.classify(phrase: key.split(separator: ".").last.map(String.init) ?? key)
            if asked?.isSecret ?? false || asked == .nationalID { return .secret }
            if words.containsAny(persons) { return .personal }
            if asked?.isSensitive ?? false || words.containsAny(delicates) { return .delicate }
            return .open
        }

        private static let secrets = [
            "password", "passcode", "pin", "secret", "token", "otp", "ssn", "social security", "national id",
            "passport",
            "tax id", "iban", "account number", "card number", "cvv", "verification code", "security code",
            "one time code", "access code", "confirmation code",
            "login code", "2fa", "mfa", "license number", "licence number", "api key",
        ]
        private static let persons = [
            "first name", "last name", "middle name", "full name", "preferred name", "name", "email", "phone", "mobile",
            "street", "address", "zip", "postal code", "linkedin url", "portfolio url", "github url", "website",
        ]
        private static let delicates = [
            "salary", "compensation", "gender", "sex", "pronouns", "ethnicity", "race", "hispanic", "veteran",
            "disability", "birth", "birthday", "dob", "age", "religion", "marital", "nationality", "citizenship",
            "criminal", "orientation", "visa", "authorization", "sponsorship",
        ]
    }

    /// What some questions ask for.
    struct Need: Sendable {
        private let asked: Set<Asked>
        private let words: Set<String>
        private let texts: [Words]
        private let hasText: Bool

        init(_ questions: [(field: Field, asked: Asked)]) {
            asked = Set(questions.map(\.asked))
            texts = questions.flatMap { field, _ in
                [field.label, field.section ?? "", field.hint ?? "", field.name, field.placeholder].map(Words.init)
            }
            words = Set(texts.flatMap(\.list)).subtracting(Self.light)
            hasText = questions.contains { !$0.field.kind.isChoice && $0.field.kind != .checkbox }
        }

        func includes(_ key: String, _ kind: Kind) -> Bool {
            switch kind {
            case .open: true
            case .personal: hasText
            case .delicate, .secret: names(key)
            }
        }

        /// Whether a question asks for something by name, or by one of its usual names.
        func names(_ key: String) -> Bool {
            let last = key.split(separator: ".").last.map(String.init) ?? key
            if let meant = Classifier.classify(phrase: last), meant != .question, asked.contains(meant) { return true }
            let own = Set(Words(last).list).subtracting(Self.light)
            if !own.isDisjoint(with: words) { return true }
            return Self.families.contains { !$0.isDisjoint(with: own) && !$0.isDisjoint(with: words) }
        }

        /// Whether an answer that was given to a question may help with one of these.
        func isNear(_ question: String) -> Bool {
            let own = Set(Words(question).list).subtracting(Self.light)
            return own.intersection(words).count >= min(2, own.count) && allows(question)
        }

        /// Whether a sentence holds nothing delicate that nobody asked for.
        func allows(_ sentence: String) -> Bool {
            if Self.isNumbered(sentence) { return false }
            let own = Set(Words(sentence).list)
            return Self.families.allSatisfy { $0.isDisjoint(with: own) || !$0.isDisjoint(with: words) }
        }

        /// Whether texts touch every delicate matter that a field asks about.
        static func covers(_ field: Field, by texts: [String]) -> Bool {
            let asking = Set(Words(field.label.isEmpty ? field.name : field.label).list)
            let told = Set(texts.flatMap { Words($0).list })
            return families.allSatisfy { $0.isDisjoint(with: asking) || !$0.isDisjoint(with: told) }
        }

        /// Whether a sentence holds a number by which an authority or a bank knows a person.
        private static func isNumbered(_ sentence: String) -> Bool {
            if sentence.contains(/\b\d{3}-\d{2}-\d{4}\b/) { return true }
            return sentence.contains(/\b(?:\d[ -]?){13,19}\b/)
        }

        /// Words of which one stands for the others: who asks with one may be told a fact called by another.
        private static let families: [Set<String>] = [
            ["salary", "compensation", "wage", "pay", "remuneration", "earn"],
            ["gender", "sex", "pronouns", "female", "male", "woman", "nonbinary", "transgender"],
            ["ethnicity", "race", "ethnic", "racial", "hispanic", "latino", "latina"],
            ["veteran", "veterans", "military"],
            ["disability", "disabled", "disabilities", "impairment"],
            ["birth", "birthday", "birthdate", "dob", "age", "born", "years old"],
            ["religion", "religious", "faith"],
            ["marital", "married", "spouse"],
            [
                "nationality", "citizenship", "authorization", "authorized", "authorised", "visa", "sponsorship",
                "sponsor", "permit", "eligible",
                "eligibility", "citizen", "legally",
            ],
            ["criminal", "convicted", "conviction", "felony", "arrest"],
            ["orientation", "gay", "lesbian", "bisexual", "heterosexual"],
        ]

        private static let light: Set<String> = [
            "a", "an", "the", "do", "does", "did", "you", "your", "are", "is", "have", "has", "of", "to", "in", "for",
            "at", "on", "be", "will", "would", "please", "this", "that", "with", "and", "we", "our", "or", "any", "if",
            "what", "which", "how", "why", "number", "id", "code", "field", "name", "date", "other", "url", "status",
        ]
    }
}
