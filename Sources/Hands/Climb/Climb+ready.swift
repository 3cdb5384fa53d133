import Chromium
import GhostHands

/// What comes between a filled page and the press that leads on from it.
extension Climb {
    /// Lets a person have the page who wants it (R53), and has what is posed answered again where a former answer has
    /// outlived its token (R50), or the form poses it anew after a refusal.
    ///
    /// - Parameters:
    ///   - button: what is to be pressed; is found anew.
    ///   - before: the page; is read anew.
    ///   - filling: what was done to it.
    /// - Returns: where it leads instead; nil when the button may be pressed.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func makeReady(
        _ button: inout ReadButton,
        on before: inout PageReading,
        _ filling: inout PageFilling
    ) async throws -> Step? {
        if let step = try await passReady(&button, on: &before, &filling) { return step }
        if let step = try await judgeAgain() { return step }
        // From here on what leaves the page is ours.
        visit.helpDesk.handed = nil
        return nil
    }

    private mutating func passReady(
        _ button: inout ReadButton,
        on before: inout PageReading,
        _ filling: inout PageFilling
    ) async throws -> Step? {
        while filling.isOvertaken {
            // A person who is there without having been asked for.
            before = try await filling.fill(try await filling.giveWay(since: before), &cookbook)
            guard let again = before.button(button.role) else { return .nextPage }
            button = again
        }
        if await visit.helpDesk.handsAreWanted {
            if let step = try await handOver(&before, &filling) { return step }
            guard let again = before.button(button.role) else { return .nextPage }
            button = again
        }
        let isOld = visit.helpDesk.passedAt.map { visit.clock.now - $0 > visit.limits.challenge.tokenLife } ?? false
        if isOld { before = try await visit.look() }
        if before.blockers.isEmpty { return nil }
        if let step = try await passPosed(&before, &filling) { return step }
        if let again = before.button(button.role) { button = again }
        return nil
    }

    /// Leaves the page to a person, and takes it back as they leave it.
    private mutating func handOver(_ before: inout PageReading, _ filling: inout PageFilling) async throws -> Step? {
        let watch = try await PageWatch(visit, before, of: task.applicant)
        if case .end(let end) = try await visit.stop(for: .takeOver, watching: watch) { return .end(end) }
        visit.helpDesk.handed = watch
        if let step = try await judge(watch, at: .filled).step { return step }
        let reading = try await visit.look()
        filling.ledger.adopt(reading, since: before)
        before = try await filling.fill(reading, &cookbook)
        return nil
    }
}
