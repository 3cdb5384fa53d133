import Chromium
import GhostHands

/// Codes that are asked for after the press (R49).
extension PressOutcome {
    /// What only a human can give before the form takes the application, after the submit was pressed: a code, another
    /// than the one that was sent with it, or a challenge to be solved; nil where it may have been taken.
    var helpWanted: Blocker? {
        if let codeRequired { return codeRequired }
        if case .blocked(let blocker) = verdictOnSubmit { return blocker }
        guard isFormStill, confirmation == nil, !isServerError, isRejected else { return nil }
        if let challengeWanted { return challengeWanted }
        // A page that the server has sent again has lost every entry, and not only a code that was wrong.
        return activity.navigations.isEmpty ? CodeFields.blocker(of: reading) : nil
    }

    /// The challenge for want of which the server has refused what was sent: it stands there, unanswered.
    private var challengeWanted: Blocker? {
        guard isRefused, keepsValues else { return nil }
        return reading.blockers.first { [.captcha, .botCheck].contains($0.kind) }
    }

    /// The code that the form wants now and did not before, or wants again; nil when it may have taken what was sent.
    var codeRequired: Blocker? {
        if let codeOfStep { return codeOfStep }
        guard confirmation == nil, !isServerError else { return nil }
        let codes = CodeFields.of(reading)
        // A step of the code's own may have taken the form's place.
        guard isFormStill || !codes.isEmpty else { return nil }
        let known = Set(CodeFields.of(before).map(\.identity))
        let isNew = codes.contains { !known.contains($0.identity) }
        let isKept = isFormStill && keepsValues
        guard isPreconditionMissing || (isKept && (isNew || isCodeWrong)) else { return nil }
        return CodeFields.blocker(of: reading, isSent: isCodeWrong)
            ?? Blocker(
                kind: .twoFactor,
                grade: .posed,
                confidence: 0.8,
                evidence: .answer,
                sign: isPreconditionMissing ? "an answer of HTTP status 428" : "words about the code that was sent"
            )
    }

    /// The code that a step of its own asks for, in the form's place or at the next address, once the server has answered
    /// what it was sent; nil where none does.
    private var codeOfStep: Blocker? {
        guard Self.isCodeStep(reading), Self.isCodeStep(before) || !isFormStill, !isServerError else { return nil }
        guard !sent.isEmpty, !activity.underWay.contains(where: Self.isSubmit) else { return nil }
        return CodeFields.blocker(of: reading)
    }

    /// Whether the application may have been taken though a code is wanted: a site may have kept it, and make sure of the
    /// address only.
    var mayBeTaken: Bool { codeOfStep != nil && !Self.isCodeStep(before) && !isRefused }

    /// Whether a page asks for a code and for nothing else.
    private static func isCodeStep(_ reading: PageReading) -> Bool {
        !CodeFields.of(reading).isEmpty && CodeFields.others(in: reading).isEmpty
    }

    /// Whether the page says that the code it was given is wrong.
    private var isCodeWrong: Bool {
        guard CodeFields.of(before).contains(where: \.field.isAnswered) else { return false }
        // Whatever a page says that the server has sent anew is said of this code.
        return CodeComplaint(in: reading, since: activity.navigations.isEmpty ? before : nil) != nil
    }

    /// Whether the server that was sent the form wants something first, and has taken nothing.
    private var isPreconditionMissing: Bool {
        let hosts = Set(sent.filter { $0.status == 428 }.map { PageAddress($0.url).host })
        return !hosts.isEmpty
            && !sent.contains { hosts.contains(PageAddress($0.url).host) && ($0.status.map { $0 < 400 } ?? true) }
    }
}
