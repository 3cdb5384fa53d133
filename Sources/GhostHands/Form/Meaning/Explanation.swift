/// How a field's meaning is found out, from the surest sign to the weakest.
struct Explanation {
    private let field: Field
    private let purpose: FormPurpose
    private let before: Classification?

    init(_ field: Field, _ purpose: FormPurpose, _ before: Classification?) {
        self.field = field
        self.purpose = purpose
        self.before = before
    }

    var classification: Classification {
        let best = told ?? Classification(.question, 0.3, "nothing tells")
        return inLogin(part(of: best))
    }

    private var told: Classification? {
        if let token, !contradicts(token) {
            return Classification(token, 0.95, "autocomplete \"\(field.autocomplete)\"")
        }
        let asked = Classifier.classify(field)
        let isCardCode = asked == .oneTimeCode && purpose == .payment
        guard asked != .question, asked != .password, !isCardCode else {
            let guess = Guess.likeliest(field, in: purpose)
            return guess.map { $0.asked == .question } ?? true ? topic ?? guess : guess
        }
        if let exact = narrower(than: asked) { return exact }
        return Classification(asked, 0.95, "label \"\(field.label)\"")
    }

    /// What the sentence asks about, whatever its condition.
    private var topic: Classification? {
        guard field.kind != .file, field.kind != .checkbox, field.kind != .password, purpose == .other,
            // What the label says by itself was taken back for its name or its options.
            Classifier.classify(phrase: field.label) == nil,
            let reading = QuestionReading(field.label), let topic = reading.matters.first?.topic,
            reading.matters.count == 1, let asked = topic.asked
        else { return nil }
        return Classification(asked, 0.6, "it asks about \(topic.rawValue)")
    }

    /// Authors use wrong tokens: an e-mail box is not for a user's name, nor for a telephone.
    private func contradicts(_ token: Asked) -> Bool {
        guard token == .username || token == .phone, purpose != .signIn else { return false }
        return (field.kind == .email || token == .phone) && Words(field.label).containsAny(["email", "e mail"])
    }

    /// One label over several boxes: their names tell which part each is.
    private func narrower(than asked: Asked) -> Classification? {
        let names = [field.name, field.id].map { Words($0).squeezed }
        func say(_ part: Asked) -> Classification {
            Classification(part, 0.8, "name \"\(field.name)\" or id \"\(field.id)\"")
        }
        if asked == .phone, names.contains(where: { $0.contains("countrycode") || $0.contains("dialcode") }) {
            return say(.phoneCountryCode)
        }
        if asked == .location, let part = Guess.named(field), [.country, .city, .state, .postalCode].contains(part) {
            return say(part)
        }
        return nil
    }

    /// A date may be asked for in parts: by their names, or by what there is to choose.
    private func part(of found: Classification) -> Classification {
        guard !found.isSure || found.asked.isDate, let part = DatePart(field) else { return found }
        if let span = part.ofHistory(field) { return Classification(span, 0.7, "part of a time span") }
        switch found.asked {
        case .birthDate, .birthDay, .birthMonth, .birthYear: return changed(found, to: part.ofBirth)
        case .cardExpiry: return changed(found, to: part.ofExpiry)
        case .question, .username, .fullName, .email:
            guard field.kind == .select || found.confidence <= 0.3 else { return found }
            if [.birthDay, .birthMonth, .birthYear].contains(before?.asked) {
                return Classification(part.ofBirth, 0.6, "follows a part of a date of birth")
            }
            if purpose == .payment { return Classification(part.ofExpiry, 0.5, "part of a date in a form to pay") }
            let isAsked = field.section?.contains("?") ?? false
            if purpose == .signUp, !isAsked {
                return Classification(part.ofBirth, 0.4, "part of a date in a form to sign up")
            }
            return found
        default: return found
        }
    }

    private func changed(_ found: Classification, to asked: Asked) -> Classification {
        Classification(asked, min(found.confidence, 0.85), "\(found.evidence), part of a date")
    }

    /// Whoever signs in names the account, whatever that is called by; so does a lone box before a password.
    private func inLogin(_ found: Classification) -> Classification {
        guard purpose == .signIn else { return found }
        if found.asked == .newPassword, !field.label.isEmpty, !Guess.isHidden(.newPassword, Words(field.label)) {
            return Classification(.currentPassword, 0.6, "\(found.evidence) in a form to sign in")
        }
        let isName = [.email, .phone, .fullName, .firstName].contains(found.asked)
        let isBlank = found.asked == .question && [.text, .email, .tel].contains(field.kind)
        guard isName || isBlank && found.confidence <= 0.3 else { return found }
        return Classification(.username, min(found.confidence, 0.85), "\(found.evidence) in a form to sign in")
    }

    private var token: Asked? { Vocabulary.term(of: field)?.asked }
}

extension Asked {
    fileprivate var isDate: Bool {
        switch self {
        case .birthDate, .birthDay, .birthMonth, .birthYear, .cardExpiry, .graduationYear, .startDate: true
        default: false
        }
    }
}
