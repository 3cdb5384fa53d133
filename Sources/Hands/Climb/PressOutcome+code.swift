import Chromium
import GhostHands

/// Codes that are asked for after the press (R49).
extension PressOutcome {
    /// What only a human can give before the form takes the application, after the submit was pressed: a code, another
    /// than the one that was sent with it, or a challenge to be solved; nil where it may have been taken.
    var helpWanted: Blocker? {
        if let codeRequired { return codeRequired }
        if case .blocked(let blocker) = verdictOnSubmit { return blocker }
        // A page that the server has sent again has lost every entry, and not only a code that was wrong.
        guard isFormStill, confirmation == nil, !isServerError, isRejected, activity.navigations.isEmpty else {
            return nil
        }
        return CodeFields.blocker(of: reading)
    }

    /// The code that the form wants now and did not before, or wants again; nil when it may have taken what was sent.
    var codeRequired: Blocker? {
        guard isFormStill, confirmation == nil, !isServerError else { return nil }
        let known = Set(CodeFields.of(before).map(\.identity))
        let isNew = CodeFields.of(reading).contains { !known.contains($0.identity) }
        guard isPreconditionMissing || (isNew && keepsValues) else { return nil }
        return CodeFields.blocker(of: reading)
            ?? Blocker(
                kind: .twoFactor,
                grade: .posed,
                confidence: 0.8,
                evidence: .answer,
                sign: "an answer of HTTP status 428"
            )
    }

    /// Whether the server that was sent the form wants something first, and has taken nothing.
    private var isPreconditionMissing: Bool {
        let hosts = Set(sent.filter { $0.status == 428 }.map { PageAddress($0.url).host })
        return !hosts.isEmpty
            && !sent.contains { hosts.contains(PageAddress($0.url).host) && ($0.status.map { $0 < 400 } ?? true) }
    }
}
