import Chromium
import GhostHands

extension LogIn {
    /// How many codes are made for an attempt: one that was refused may have come too late.
    private static var mostCodes: Int { 2 }

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
            // The page that refuses a second one may say the very same of it.
            complaint = CodeComplaint(in: reading, since: before) ?? complaint
            guard complaint == .expired else { break }
        }
        hasAskedForCode = true
        return .human(complaint?.told)
    }
}
