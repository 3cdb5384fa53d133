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
            // A form to open an account is none to log in with.
            let isWall = visit.blocker(of: reading)?.kind == .login
            let end = isWall ? try await login.pass(visit) : .human(nil)
            guard case .human(let why) = end else { return end }
            return try await openAccount(unless: why)
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
        case .logIn(let credential):
            login.begin(with: credential)
            return try await login.pass(visit)
        case .link:
            let sent = Blocker(kind: .twoFactor, confidence: 0.8, sign: "a link that was sent")
            let told = "The site has sent a link to the applicant's e-mail address: it must be opened."
            if case .end(let end) = try await visit.stop(for: .blocker(sent), because: told) { return .end(end) }
            // The page that said so leads nowhere.
            way = WayToForm()
            return try await visit.open(task.url).map(LogIn.End.end) ?? .passed
        }
    }
}
