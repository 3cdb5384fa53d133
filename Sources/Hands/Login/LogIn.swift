import Chromium
import GhostHands

/// Logs in with what is stored, before a human is asked, and once in an attempt: sites lock accounts after a few wrong
/// passwords (R55).
struct LogIn {
    /// What has come of it.
    enum End {
        /// The page is to be read anew.
        case passed
        /// Only a human can go on: why, where there is something to say, and with what, where it is not the log-in itself.
        case human(String?, Blocker? = nil)
        /// The site has sent a link that logs in.
        case link
        /// The attempt is over.
        case end(AttemptEnd)
    }

    enum State: Hashable {
        case untried, nameEntered, sent
        case judged(CredentialVerdict)
        /// The page that answered was left before it came to anything.
        case unseen
        /// Nobody knows whether the site has judged it.
        case unclear
    }

    let supervisor: any Supervisor
    private var credential: Credential?
    var state = State.untried
    private var pressed: Set<String> = []
    private var hasToldForm = false
    /// How often the password was sent.
    private var sendings = 0
    /// How many codes were made, and whether a human was asked for one.
    var codes = 0
    var hasAskedForCode = false

    /// How many pages a log-in may have.
    private static let mostSteps = 6
    /// How often a password is sent: once more where the site wanted a challenge solved with it, or the account verified.
    private static let mostSendings = 2

    init(_ supervisor: any Supervisor) { self.supervisor = supervisor }

    /// Logs in with an account that was opened, or that a site says there is; never with what it has refused, unless the
    /// account was opened after that.
    mutating func begin(with credential: Credential, isOpened: Bool) {
        guard isOpened || state != .judged(.refused) || self.credential != credential else { return }
        self.credential = credential
        state = .untried
    }

    // MARK: Name and password

    /// Goes through the log-in that stands in the way.
    ///
    /// - Parameter visit: the page.
    /// - Returns: what came of it.
    /// - Throws: ``ChromiumError`` when the page is gone; `CancellationError`.
    mutating func pass(_ visit: Visit) async throws -> End {
        switch state {
        // The log-in stands there again: what was sent has led to nothing else.
        case .sent: return isItsHost(visit.page) ? await refused() : .human(nil)
        case .unseen: return .human("The site asks for a log-in again; the stored password is not sent again.")
        case .judged(.refused): return .human(Self.isRefused)
        case .judged, .unclear: return .human(nil)
        case .untried, .nameEntered: break
        }
        for _ in 0..<Self.mostSteps {
            let reading = try await visit.look()
            guard isInTheWay(reading, visit) else { return .passed }
            guard let credential = await find(for: visit.page) else { return .human(nil) }
            switch LoginPage(reading).step {
            case .human(let why): return .human(why)
            case .choose(let way):
                guard pressed.insert(way.label).inserted, try await visit.tryPress(way) else { return .human(nil) }
                _ = try await visit.look(atMost: visit.limits.arrival) { LoginPage.isForm($0) }
            case .enter(let form):
                if let end = try await enter(form, credential, reading, visit) { return end }
            }
        }
        return .human(nil)
    }

    /// Whether the page wants somebody to log in, or to open an account, which who has one does not.
    private func isInTheWay(_ reading: PageReading, _ visit: Visit) -> Bool {
        if visit.blocker(of: reading)?.kind == .login { return true }
        return state == .untried && (AccountForm.blocker(of: reading) != nil || SignUpForm(reading) != nil)
    }

    /// What is stored for the page, which may have led on to another host.
    mutating func find(for page: Page) async -> Credential? {
        guard let host = page.address.web.flatMap(HostName.init) else { return nil }
        if let credential, host.chain.contains(credential.domain) { return credential }
        guard state == .untried else { return credential }
        credential = await supervisor.credential(for: host)
        return credential
    }

    private mutating func enter(
        _ form: LoginForm,
        _ credential: Credential,
        _ seen: PageReading,
        _ visit: Visit
    ) async throws -> End? {
        guard form.password != nil || state == .untried else { return .human(nil) }
        if let warning = LoginWarning(in: seen, of: visit.timeline.report) { return .human(warning.told) }
        // What is sent together with an unsolved challenge is refused for that, or counts as a wrong try.
        let reading = try await visit.lookPast(seen)
        if let challenge = reading.challenge { return .human(Self.wantsChallenge, challenge) }
        if let field = form.password,
            let why = (try? await LoginPlace.refusal(of: field.handle, on: visit.page, for: credential)) ?? nil
        {
            return .human(why)
        }
        let entry = LoginEntry(visit, reading, form)
        visit.timeline.report.conceal(credential.password)
        // Before a character of it is typed: there are forms that send themselves.
        if form.password != nil, let end = try await stopBeforeTry(credential) { return end }
        let typed: PageActivity
        switch try await entry.enter(credential.username, credential.password, check: credential) {
        case .refused(let why):
            if form.password != nil { await undecided() }
            return .human(why)
        case .entered(let activity): typed = activity
        }
        state = form.password == nil ? .nameEntered : .sent
        if form.password != nil { sendings += 1 }
        let answer = try await entry.send(after: typed)
        if form.password != nil, let end = await judge(answer, visit) { return end }
        guard visit.blocker(of: answer.reading)?.kind == .login else { return await passed(answer, visit) }
        if form.password == nil {
            guard answer.reading.signature == reading.signature else { return nil }
            return answer.isRefusal ? await refused() : .human(nil)
        }
        if answer.isRefusal { return await refused() }
        // Nothing has left the page.
        await undecided()
        state = .unclear
        return .human(nil)
    }

    /// Asks whether the password may be sent; nil where it may.
    private mutating func stopBeforeTry(_ credential: Credential) async throws -> End? {
        switch try await supervisor.mayTry(credential) {
        case .granted: return nil
        case .changed:
            state = .judged(.refused)
            return .human(Self.isRefused)
        case .busy, .unjudged:
            state = .unclear
            return .human("The stored password was sent before, and the answer was not seen; it is not tried again.")
        }
    }

    /// What the page says after the password was sent, wherever it has led; nil where the page itself is to be judged.
    private mutating func judge(_ answer: LoginEntry.Answer, _ visit: Visit) async -> End? {
        let blocker = visit.blocker(of: answer.reading)?.kind
        guard blocker == .login || blocker == nil && answer.reading.form.isEmpty else { return nil }
        if answer.saysRefusal { return await refused() }
        if answer.wantsProof {
            // It knows the account: it is the address that it doubts.
            if let credential { await supervisor.judged(credential, as: .opened) }
            state = sendings < Self.mostSendings ? .untried : .unclear
            return .link
        }
        if blocker == .login, let challenge = answer.challenge {
            // It has judged the want of an answer, and no password.
            await undecided()
            state = sendings < Self.mostSendings ? .untried : .unclear
            return .human(Self.wantsChallenge, challenge)
        }
        guard answer.isBroken else { return nil }
        state = .unclear
        return .human("The site has not answered the log-in; the stored password is not sent again.")
    }

    private mutating func passed(_ answer: LoginEntry.Answer, _ visit: Visit) async -> End {
        switch visit.blocker(of: answer.reading)?.kind {
        case .captcha, .botCheck:
            state = .unclear
            await undecided()
        case .twoFactor: if state == .sent { await undecided() }
        case .login, nil:
            if state == .nameEntered, answer.sentLink { return .link }
            guard state == .sent else { break }
            guard answer.isAnswered else {
                state = .unclear
                return .human("The site has answered the log-in with an error; the stored password is not sent again.")
            }
            // A page with nothing on it may be on its way to the log-in again.
            if !answer.reading.form.isEmpty { await accepted() }
        }
        return .passed
    }

    /// Takes note that a page has come that only somebody sees whom the site has let in.
    mutating func letIn() async {
        if [.sent, .unseen].contains(state) { return await accepted() }
        guard state == .untried, !hasToldForm else { return }
        hasToldForm = true
        await supervisor.formWasReached()
    }

    /// Takes note that the page which answered the log-in is left for another.
    mutating func leave() { if state == .sent { state = .unseen } }

    private func isItsHost(_ page: Page) -> Bool {
        guard let credential, let host = page.address.web.flatMap(HostName.init) else { return false }
        return host.chain.contains(credential.domain)
    }

    private func undecided() async {
        if let credential { await supervisor.judged(credential, as: .undecided) }
    }

    mutating func accepted() async {
        state = .judged(.accepted)
        if let credential { await supervisor.judged(credential, as: .accepted) }
    }

    private mutating func refused() async -> End {
        state = .judged(.refused)
        if let credential { await supervisor.judged(credential, as: .refused) }
        return .human(Self.isRefused)
    }

    private static let isRefused = "The site has refused the stored password; it is not tried again."
    private static let wantsChallenge = "The site wants a challenge solved together with the log-in."
}

extension LoginPage {
    /// Whether a page has a form to log in with.
    static func isForm(_ reading: PageReading) -> Bool {
        if case .enter = LoginPage(reading).step { return true }
        return false
    }
}
