import Chromium
import GhostHands

/// A link that was sent when the form was: until it is opened the application is not complete.
extension Climb {
    /// Has somebody open it, and judges the page that they say it has led to; it may be open in a window of their own, and
    /// then nothing proves it.
    ///
    /// What was sent stays written down as sent: the site has it, and nobody sends it again.
    ///
    /// - Parameter pressed: what sending the form has come to.
    /// - Returns: the attempt's end.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func awaitLink(after pressed: PressOutcome) async throws -> AttemptEnd {
        gate.keep()
        let sent = Blocker(kind: .twoFactor, confidence: 0.8, sign: "a link that completes the application")
        let watch = try await PageWatch(visit, pressed.reading, of: task.applicant)
        switch try await visit.stop(for: .blocker(sent), asking: Self.asksForLink, watching: watch) {
        case .end(.blocked): return .unconfirmed
        case .end(let end): return end
        case .goesOn: break
        }
        let reading = try await visit.lookWhenSettled()
        let known = Set(pressed.reading.text.split(whereSeparator: \.isNewline))
        let new = reading.text.split(whereSeparator: \.isNewline).filter { !known.contains($0) }
        guard let text = Evidence.completion(in: new.joined(separator: "\n")) else { return .unconfirmed }
        return await confirm(
            Evidence(text: text, confirmationNumber: Evidence.number(in: reading.text), url: reading.url.plain)
        )
    }

    private static let asksForLink =
        "The form was sent, and the site has sent the applicant a link: the application is complete only once that was "
        + "opened. Open it in this page, then the job goes on with \"manual\"."
}
