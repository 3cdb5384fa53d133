import Chromium
import GhostHands

/// Logs in with what is stored, before a human is asked, and once in an attempt: sites lock accounts after a few wrong
/// passwords (R55).
struct LogIn {
    /// What has come of it.
    enum End {
        /// The page is to be read anew.
        case passed
        /// Only a human can go on: why, where there is something to say.
        case human(String?)
        /// The attempt is over.
        case end(AttemptEnd)
    }

    private enum State: Hashable {
        case untried, nameEntered, sent
        case judged(CredentialVerdict)
        /// Nobody knows whether the site has judged it.
        case unclear
    }

    private let supervisor: any Supervisor
    private var credential: Credential?
    private var state = State.untried
    private var pressed: Set<String> = []
    /// How many codes were made, and whether a human was asked for one.
    private var codes = 0
    private var hasAskedForCode = false

    /// How many pages a log-in may have.
    private static let mostSteps = 6
    /// How many codes are made for an attempt: one that was refused may have come too late.
    private static let mostCodes = 2

    init(_ supervisor: any Supervisor) { self.supervisor = supervisor }

    /// Logs in with an account that was opened, or that a site says there is; never with what it has refused.
    mutating func begin(with credential: Credential) {
        guard state != .judged(.refused) || self.credential != credential else { return }
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
        // The log-in stands there again.
        case .sent: return await refused()
        case .judged(.refused): return .human(Self.isRefused)
        case .judged, .unclear: return .human(nil)
        case .untried, .nameEntered: break
        }
        for _ in 0..<Self.mostSteps {
            let reading = try await visit.look()
            guard visit.blocker(of: reading)?.kind == .login else { return .passed }
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

    /// What is stored for the page, which may have led on to another host.
    private mutating func find(for page: Page) async -> Credential? {
        guard let host = page.address.web.flatMap(HostName.init) else { return nil }
        if let credential, host.chain.contains(credential.domain) { return credential }
        guard state == .untried else { return credential }
        credential = await supervisor.credential(for: host)
        return credential
    }

    private mutating func enter(
        _ form: LoginForm,
        _ credential: Credential,
        _ reading: PageReading,
        _ visit: Visit
    ) async throws -> End? {
        guard form.password != nil || state == .untried else { return .human(nil) }
        // What is sent together with an unsolved challenge is refused for that, or counts as a wrong try.
        guard reading.blockers.isEmpty else { return .human("The log-in wants a challenge solved with it.") }
        let entry = LoginEntry(visit, reading, form)
        visit.timeline.report.conceal(credential.password)
        switch try await entry.enter(credential.username, credential.password, check: credential) {
        case .refused(let why): return .human(why)
        case .entered: break
        }
        if form.password != nil, let end = try await stopBeforeTry(credential) { return end }
        state = form.password == nil ? .nameEntered : .sent
        let answer = try await entry.send()
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
        if blocker == .login, !answer.reading.blockers.isEmpty {
            state = .unclear
            await undecided()
            return .human("The site wants a challenge solved first.")
        }
        if answer.saysRefusal { return await refused() }
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
            guard state == .sent else { break }
            guard answer.isAnswered else {
                state = .unclear
                return .human("The site has answered the log-in with an error; the stored password is not sent again.")
            }
            await accepted()
        }
        return .passed
    }

    private func undecided() async {
        if let credential { await supervisor.judged(credential, as: .undecided) }
    }

    private mutating func accepted() async {
        state = .judged(.accepted)
        if let credential { await supervisor.judged(credential, as: .accepted) }
    }

    private mutating func refused() async -> End {
        state = .judged(.refused)
        if let credential { await supervisor.judged(credential, as: .refused) }
        return .human(Self.isRefused)
    }

    private static let isRefused = "The site has refused the stored password; it is not tried again."

    // MARK: Codes

    /// Enters a code that the applicant's authenticator would show, where its secret is stored (R57).
    ///
    /// - Parameter visit: the page.
    /// - Returns: what came of it.
    /// - Throws: ``ChromiumError`` when the page is gone; `CancellationError`.
    mutating func passCode(_ visit: Visit) async throws -> End {
        var reading = try await visit.look()
        var complaint = hasAskedForCode ? CodeComplaint(in: reading) : nil
        // Whose password was refused may not be who logs in now.
        while codes < Self.mostCodes, state != .judged(.refused) {
            guard let credential = await find(for: visit.page), let totp = credential.totp,
                let place = CodeEntry(in: reading), place.takes(totp.digits),
                CodeSource(reading.text) != .message,
                LoginPlace.refusal(of: try visit.page.frame(of: place.first), for: credential) == nil
            else { break }
            codes += 1
            guard let code = try await supervisor.code(of: credential) else { break }
            visit.timeline.report.conceal(code)
            try await visit.enter(.code(code))
            let before = reading
            reading = try await visit.look(atMost: visit.limits.arrival) { after in
                CodeFields.blocker(of: after) == nil || CodeComplaint(in: after, since: before) != nil
            }
            if let status = visit.page.documentStatus, status >= 400 {
                return .human("The site has answered the code with an error; no other is made.")
            }
            guard CodeFields.blocker(of: reading) != nil else {
                if state == .sent || state == .untried { await accepted() }
                return .passed
            }
            // Only what came too late is worth another.
            complaint = CodeComplaint(in: reading, since: before)
            guard complaint == .expired else { break }
        }
        hasAskedForCode = true
        return .human(complaint?.told)
    }
}

extension LoginPage {
    /// Whether a page has a form to log in with.
    static func isForm(_ reading: PageReading) -> Bool {
        if case .enter = LoginPage(reading).step { return true }
        return false
    }
}
