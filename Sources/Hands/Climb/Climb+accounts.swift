import Chromium
import GhostHands

/// What stands in the way and needs nobody, where what it wants is stored or may be made.
extension Climb {
    /// Passes it with what is stored.
    ///
    /// - Parameters:
    ///   - blocker: what stands in the way.
    ///   - reading: the page.
    mutating func passAlone(_ blocker: Blocker, on reading: PageReading) async throws -> LogIn.End {
        switch blocker.kind {
        case .login:
            // A form about an account says nothing of a password that was sent: only who has sent none looks there for a
            // way to the log-in.
            let isWall = visit.blocker(of: reading)?.kind == .login
            var end = isWall || login.state == .untried ? try await login.pass(visit) : .human(nil)
            // Who has an account that only a challenge keeps shut opens no other.
            if case .human(let why, nil) = end { end = try await openAccount(unless: why) }
            if case .human(let why, let other) = end, signUp.knowsAccount {
                return .human([SignUp.isRegistered, why].compactMap(\.self).joined(separator: " "), other)
            }
            if case .link = end { return try await awaitLink() }
            return end
        case .twoFactor: return try await login.passCode(visit)
        case .captcha, .botCheck: return .human(nil)
        }
    }

    /// Opens an account where there is none to log in with.
    private mutating func openAccount(unless why: String?) async throws -> LogIn.End {
        switch try await signUp.run(visit) {
        case nil: return .human(why)
        case .human(let reason): return .human(reason ?? why)
        case .passed: return .passed
        case .logIn(let credential, let isOpened):
            login.begin(with: credential, isOpened: isOpened)
            let end = try await login.pass(visit)
            guard case .human(_, nil) = end, login.state == .untried, !signUp.hasReturned else { return end }
            // The page has no way to a log-in; the job's own address may lead to one.
            signUp.hasReturned = true
            way = WayToForm()
            return try await visit.open(task.url).map(LogIn.End.end) ?? .passed
        case .link: return .link
        }
    }

    /// Has somebody open a link that the site has sent.
    private mutating func awaitLink() async throws -> LogIn.End {
        let sent = Blocker(kind: .twoFactor, confidence: 0.8, sign: "a link that was sent")
        let told = "The site has sent a link to the applicant: it must be opened, then the job goes on with \"manual\"."
        if case .end(let end) = try await visit.stop(for: .blocker(sent), asking: told) { return .end(end) }
        // The page that said so leads nowhere.
        login.leave()
        way = WayToForm()
        return try await visit.open(task.url).map(LogIn.End.end) ?? .passed
    }

    /// Opens the job's own address again, once after a log-in, where the page that the site shows then is none to apply
    /// on: a dashboard with a search box, the applicant's own profile.
    ///
    /// - Parameter reading: the page.
    /// - Returns: where that leads; nil where the page is gone on with.
    mutating func reopen(from reading: PageReading) async throws -> Step? {
        guard isBeforeForm, way.hasLoggedIn, visit.blocker(of: reading) == nil, AccountForm.blocker(of: reading) == nil
        else { return nil }
        way.hasLoggedIn = false
        guard reading.url.plain != task.url.plain, !reading.isToApplyOn else { return nil }
        login.leave()
        way = WayToForm()
        return try await visit.open(task.url).map(Step.end) ?? .nextPage
    }

    /// What whoever gives a password or a code must know of where it goes.
    ///
    /// - Parameters:
    ///   - need: what they are asked for.
    ///   - reading: the page.
    /// - Returns: a warning; nil where it stays, encrypted, with the job's own site.
    func warning(of need: Visit.Need, on reading: PageReading) async throws -> String? {
        guard case .blocker(let blocker) = need else { return nil }
        let element: ElementHandle?
        switch blocker.kind {
        case .login:
            if case .enter(let form) = LoginPage(reading).step { element = form.last?.handle } else { element = nil }
        case .twoFactor: element = CodeEntry(in: reading)?.first
        case .captcha, .botCheck: return nil
        }
        return try await LoginPlace.warning(about: element, on: visit.page, of: task.url)
    }

    /// Has somebody log in where the page itself has no place for it, and begins again where it stays as it was.
    ///
    /// - Parameters:
    ///   - blocker: what the page waits for.
    ///   - reading: the page.
    mutating func passElsewhere(_ blocker: Blocker, from reading: PageReading) async throws -> Step {
        let watch = try await PageWatch(visit, reading, of: task.applicant)
        let why = LoginElsewhere.told(blocker)
        if case .end(let end) = try await visit.stop(for: .blocker(blocker), because: why, watching: watch) {
            return .end(end)
        }
        if case .end(let end) = try await judge(watch, at: .before) { return .end(end) }
        guard LoginElsewhere.blocker(of: try await visit.look()) != nil else { return .nextPage }
        // A page that waits may not hear of it.
        way = WayToForm()
        return try await visit.open(task.url).map(Step.end) ?? .nextPage
    }
}

extension PageReading {
    /// Whether somebody applies on it: it takes a file, or asks who they are and keeps more than that of them.
    fileprivate var isToApplyOn: Bool {
        if form.contains(where: { $0.field.kind == .file }) { return true }
        let who: Set<Asked> = [.firstName, .lastName, .fullName, .phone]
        guard form.count >= 2, form.contains(where: { who.contains($0.asked) }) else { return false }
        return button(.submit).map { !LoginWording.saves($0.label) } ?? true
    }
}
