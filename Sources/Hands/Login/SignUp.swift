import Chromium
import GhostHands

/// Opens an account where a platform wants one before its form, and the caller allows it (R56).
///
/// The password is made by the page's rules and kept before it is sent, so that whoever comes after a crash logs in with
/// it, or signs up with the very same: the site itself refuses a second account of one address.
struct SignUp {
    /// What has come of it.
    enum End {
        /// The page is to be read anew.
        case passed
        /// There is an account: what to log in with, and whether it was opened just now.
        case logIn(Credential, isOpened: Bool)
        /// The site has sent a link to prove the address.
        case link
        /// Only a human can go on: why, where there is something to say.
        case human(String?)
    }

    private let attempt: Attempt
    private let consultant: Consultant
    private var isTried = false
    /// Whether another job was waited for, and has opened none.
    private var hasWaited = false

    /// Whether the job's own address was opened again to log in, where the form to open an account led nowhere.
    var hasReturned = false
    /// Whether the site has said that there is an account already.
    private(set) var knowsAccount = false

    /// What is said then, where nobody has given its password.
    static let isRegistered = "The site has an account of the applicant's e-mail address already."
    /// What an account was opened with that is still to be proven.
    private var unproven: Credential?

    init(_ attempt: Attempt, _ consultant: Consultant) {
        self.attempt = attempt
        self.consultant = consultant
    }

    /// Takes note that a page has come that only somebody sees whom the site has let in.
    mutating func letIn() async {
        guard let proven = unproven else { return }
        unproven = nil
        await attempt.supervisor.judged(proven, as: .accepted)
    }

    /// Opens an account on the page that asks for one, once in an attempt.
    ///
    /// - Parameter visit: the page.
    /// - Returns: what came of it; nil where the page opens none, or none may be opened.
    /// - Throws: ``ChromiumError`` when the page is gone; `CancellationError`.
    mutating func run(_ visit: Visit) async throws -> End? {
        guard attempt.task.may.openAccount, !isTried, let (reading, form) = try await find(visit) else { return nil }
        isTried = true
        let frame = try visit.page.frame(of: form.password.handle)
        guard let host = WebAddress(frame.url).flatMap(HostName.init),
            let email = attempt.task.applicant.profile.fact(.email), !email.isEmpty
        else { return .human("No account is opened: the applicant has no e-mail address.") }
        let rules = PasswordRules(form.password.field, near: form.lines(of: reading))
        guard let password = makePassword(rules, email) else {
            return .human("No account is opened: no password keeps all rules of the page.")
        }
        let made = Credential(domain: host, username: email, password: password)
        if let why = try await LoginPlace.refusal(of: form.password.handle, on: visit.page, for: made) {
            return .human(why)
        }
        // From here on it exists for whoever comes next, whatever becomes of this attempt.
        guard let kept = await attempt.supervisor.keep(made) else { return nil }
        visit.timeline.report.conceal(kept.password)
        return try await open(form, reading, kept, isNew: kept == made, visit)
    }

    private func makePassword(_ rules: PasswordRules, _ email: String) -> String? {
        var generator = SystemRandomNumberGenerator()
        let profile = attempt.task.applicant.profile
        let names = [Asked.firstName, .lastName].compactMap { profile.fact($0) }
        return rules.make(with: &generator, unlike: names + [email])
    }

    // MARK: The form

    private func find(_ visit: Visit) async throws -> (PageReading, SignUpForm)? {
        let reading = try await visit.look()
        if let form = SignUpForm(reading) { return (reading, form) }
        let way = reading.buttons.first { button in
            !button.posts && !button.isDisabled && LoginWording.leadsToSignUp(button.label)
        }
        guard let way, try await visit.tryPress(way) else { return nil }
        let after = try await visit.look(atMost: visit.limits.arrival) { SignUpForm($0) != nil }
        return SignUpForm(after).map { (after, $0) }
    }

    private mutating func open(
        _ form: SignUpForm,
        _ reading: PageReading,
        _ kept: Credential,
        isNew: Bool,
        _ visit: Visit
    ) async throws -> End {
        await visit.timeline.started("Open an account")
        let number = 0
        var filling = PageFilling(attempt, page: number, visit, consultant, recall: nil)
        for (field, key) in zip(reading.fields, FieldKey.all(of: reading.fields)) {
            guard let text = form.text(for: field, kept) else { continue }
            filling.ledger.give(Answer(.text(text), from: .human), to: key)
        }
        // No manual learns of it.
        var unused = Cookbook()
        let filled = try await filling.fill(reading, &unused)
        let missing = visit.timeline.report.fields.filter { $0.page == number && $0.isMissing }.map(\.safeLabel)
        // What was entered here is no part of the application.
        visit.timeline.report.fields.removeAll { $0.page == number }
        guard missing.isEmpty else {
            return await unopened(
                kept,
                isNew,
                "The form to open an account asks for what nobody has answered: \(missing.joined(separator: ", "))."
            )
        }
        guard let now = SignUpForm(filled), let button = now.sender(in: filled) else {
            return await unopened(kept, isNew, "The form to open an account cannot be sent.")
        }
        return try await send(button, filled, kept, isNew: isNew, visit)
    }

    private mutating func send(
        _ button: ReadButton,
        _ filled: PageReading,
        _ kept: Credential,
        isNew: Bool,
        _ visit: Visit
    ) async throws -> End {
        let known = Set(filled.alerts)
        if let end = try await stopBeforeTry(kept) { return end }
        guard try await visit.tryPress(button) else {
            return await unopened(kept, isNew, "The form to open an account cannot be sent.")
        }
        let after = try await visit.look(atMost: visit.limits.arrival) { reading in
            !reading.text.isEmpty && reading.signature != filled.signature || !known.isSuperset(of: reading.alerts)
        }
        let new = after.lines(since: filled)
        let alerts = after.alerts.filter { !known.contains($0) }.map(\.text)
        if (alerts + new).contains(where: LoginWording.saysRegistered) {
            return await registered(kept, isNew)
        }
        let blocker = visit.blocker(of: after)?.kind
        switch blocker {
        case .captcha, .botCheck:
            unproven = kept
            return .passed
        case .twoFactor:
            await opened(kept)
            return .passed
        case .login, nil: break
        }
        if SignUpForm(after) != nil {
            // It stands there still: nothing was opened.
            let complaint = visit.timeline.complaint(of: after, alerts)
            return await unopened(kept, isNew, "The site opens no account" + (complaint.map { ": \($0)" } ?? "."))
        }
        if blocker == .login { return .logIn(kept, isOpened: true) }
        return await end(at: after, new, with: kept, visit)
    }

    /// How it ends where the site has an account of that name already.
    private mutating func registered(_ kept: Credential, _ isNew: Bool) async -> End {
        knowsAccount = true
        guard isNew else { return .logIn(kept, isOpened: false) }
        // Its password is another than one that was made just now: maybe what the user has given for the whole site.
        await attempt.supervisor.judged(kept, as: .taken)
        guard let own = await attempt.supervisor.credential(for: kept.domain), own != kept else { return .human(nil) }
        return .logIn(own, isOpened: false)
    }

    /// How it ends on a page without the form: the account is open, or was asked for at least.
    private mutating func end(
        at after: PageReading,
        _ new: [String],
        with kept: Credential,
        _ visit: Visit
    ) async -> End {
        if let status = visit.page.documentStatus, status >= 400 {
            // It may have opened one all the same.
            return await unopened(kept, false, "The site has answered the form to open an account with an error.")
        }
        if after.form.isEmpty, new.contains(where: LoginWording.asksToOpenLink) {
            await opened(kept)
            return .link
        }
        await visit.timeline.completed("Opened an account", .fill)
        await attempt.supervisor.judged(kept, as: .accepted)
        return .passed
    }
}

extension SignUp {
    /// Nothing was opened with a credential: one that was made just now is worth nothing, another may be tried again.
    private func unopened(_ kept: Credential, _ isNew: Bool, _ why: String) async -> End {
        await attempt.supervisor.judged(kept, as: isNew ? .unopened : .undecided)
        return .human(why)
    }

    /// Notes that there is an account, whose address is still to be proven: should nobody do so in time, it is there for
    /// the next job.
    private mutating func opened(_ kept: Credential) async {
        unproven = kept
        await attempt.supervisor.judged(kept, as: .opened)
    }

    /// Waits while another job of the applicant's opens the account; nil where this one is to open it.
    private mutating func stopBeforeTry(_ kept: Credential) async throws -> End? {
        switch try await attempt.supervisor.mayTry(kept) {
        case .granted:
            if await attempt.supervisor.keep(kept) != nil { return nil }
            await attempt.supervisor.judged(kept, as: .undecided)
        case .changed: break
        case .busy, .unjudged:
            return .human("The form to open an account was sent before, and the answer was not seen.")
        }
        if let stored = await attempt.supervisor.credential(for: kept.domain) {
            return .logIn(stored, isOpened: false)
        }
        // Who was waited for has opened none, and left nothing: once more from the beginning.
        guard !hasWaited else { return .human(nil) }
        (hasWaited, isTried) = (true, false)
        return .passed
    }
}

/// A form that opens an account.
struct SignUpForm {
    let password: ReadField
    private let fields: [ReadField]

    private var key: FormKey { password.key }

    /// Finds the one on a page; nil where there is none, or more than one.
    init?(_ reading: PageReading) {
        let entries = reading.fields.filter { $0.ignored == nil && $0.field.kind != .checkbox }
        let groups = Dictionary(grouping: entries, by: \.key).values.filter { fields in
            let passwords = fields.filter { $0.field.kind == .password }
            let isNew = passwords.contains { Words($0.field.autocomplete).contains("new password") }
            return passwords.count == 2
                || passwords.count == 1 && (isNew || reading.contexts[fields[0].key]?.purpose == .signUp)
        }
        guard groups.count == 1, let fields = groups.first, fields.count <= Self.mostFields,
            !fields.contains(where: { $0.field.kind == .file }),
            let password = fields.first(where: { $0.field.kind == .password }),
            !fields.contains(where: { LoginWording.asksForOldPassword($0.field) })
        else { return nil }
        self.password = password
        self.fields = fields
    }

    /// What has more fields is more than an account.
    private static let mostFields = 15

    /// What stands in a field of the account, and not in the profile.
    func text(for field: ReadField, _ credential: Credential) -> String? {
        guard field.key == key, field.ignored == nil else { return nil }
        if field.field.kind == .password { return credential.password }
        let isName =
            [.email, .username].contains(field.asked) || Classifier.namesAccount(field.field)
            || LoginWording.namesAddress(field.field)
        return isName ? credential.username : nil
    }

    /// What is said on the page about the password.
    func lines(of reading: PageReading) -> [String] {
        let own = fields.filter { $0.field.kind == .password }.flatMap { [$0.field.label, $0.field.hint ?? ""] }
        return own + reading.text.split(whereSeparator: \.isNewline).map(String.init)
    }

    /// What sends it; nil where nothing does.
    func sender(in reading: PageReading) -> ReadButton? {
        let own = reading.buttons.filter { button in
            button.key == key && !button.isDisabled && !button.isLink && !LoginWording.isElsewhere(button.label)
                && !LoginWording.sends(button.label)
        }
        return own.last { LoginWording.leadsToSignUp($0.label) } ?? own.last { $0.role == .submit || $0.role == .next }
            ?? own.last(where: \.posts)
    }
}
