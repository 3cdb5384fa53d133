import GhostHands

/// What a page wants of somebody who has an account, and what to do about it.
struct LoginPage {
    /// What to do next.
    enum Step {
        /// Enter a name, a password, or both.
        case enter(LoginForm)
        /// Press what leads to a form for them.
        case choose(ReadButton)
        /// Only a human can go on: why, in a sentence; nil where nothing is to be said of it.
        case human(String?)
    }

    let step: Step

    /// Judges a page.
    ///
    /// - Parameter reading: the page.
    init(_ reading: PageReading) {
        let entries = reading.fields.filter { $0.isForPeople && $0.field.kind != .checkbox }
        let groups = Dictionary(grouping: entries, by: \.key).sorted { $0.key < $1.key }
        let forms = groups.compactMap { LoginForm($0.value, in: reading) }
        if let form = forms.first {
            step = forms.count == 1 ? .enter(form) : .human("There are several forms to log in with on the page.")
        } else if let way = reading.buttons.first(where: { Self.leadsToForm($0, of: reading) }) {
            step = .choose(way)
        } else if entries.contains(where: { $0.field.kind == .password }) {
            step = .human("The page asks for a new password: it opens an account.")
        } else {
            step = .human("The site offers no log-in but with an account of another site.")
        }
    }

    /// Whether a button leads from other ways to log in, or from a form to sign up, to one for name and password.
    private static func leadsToForm(_ button: ReadButton, of reading: PageReading) -> Bool {
        guard !button.isDisabled, !button.posts else { return false }
        return LoginWording.leadsToPassword(button.label) || LoginWording.leadsToLogin(button.label)
    }
}

/// A form that takes a name, a password, or both.
struct LoginForm {
    let name: ReadField?
    let password: ReadField?

    var key: FormKey { (password ?? name)?.key ?? FormKey(frame: 0, form: nil) }
    /// The field that is entered last.
    var last: ReadField? { password ?? name }

    /// Finds what takes name and password among the fields of a form; nil where it is for something else: an account
    /// that is to be opened, a password that is to be changed.
    fileprivate init?(_ fields: [ReadField], in reading: PageReading) {
        let passwords = fields.filter { $0.field.kind == .password }
        let others = fields.filter { $0.field.kind != .password }
        guard passwords.count <= 1, others.count <= 1, others.allSatisfy(Self.takesName) else { return nil }
        if let password = passwords.first {
            let words = Words("\(password.field.autocomplete) \(password.field.name)")
            let isOther = ["new password", "one time code"].contains(where: words.contains)
            guard !isOther, password.asked != .oneTimeCode, reading.contexts[password.key]?.purpose != .signUp else {
                return nil
            }
            (name, self.password) = (others.first, password)
        } else {
            let isOnly = !reading.fields.contains { $0.isForPeople && $0.field.kind == .password }
            guard isOnly, let who = others.first, LoginWall.asksWho(who, in: reading) else { return nil }
            (name, password) = (who, nil)
        }
    }

    private static func takesName(_ field: ReadField) -> Bool {
        [.username, .email, .phone].contains(field.asked) || Classifier.namesAccount(field.field)
            || (field.asked == .question && [.text, .email].contains(field.field.kind))
    }

    /// What sends it, as the page stands once it is filled; nil where only a key does.
    func sender(in reading: PageReading) -> ReadButton? {
        let own = reading.buttons.filter { button in
            button.key == key && !button.isDisabled && !button.isLink && !LoginWording.isElsewhere(button.label)
        }
        return own.last { LoginWording.sends($0.label) } ?? own.last { $0.role == .next || $0.role == .submit }
            ?? own.last(where: \.posts)
    }
}
