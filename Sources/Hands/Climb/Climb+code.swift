import Chromium
import GhostHands

/// What only a human can give once the submit was pressed: a code (R49), a challenge.
extension Climb {
    /// What a request for help has come to.
    enum HelpStep {
        /// The submit may be pressed once more.
        case again(PageReading, ReadButton)
        case end(AttemptEnd)
    }

    /// Asks for help with the very page that wants it, and enters what is given there.
    ///
    /// What was sent was refused for want of it. That is written down only when the submit is pressed again: a page that
    /// is left meanwhile may have sent the application.
    ///
    /// - Parameters:
    ///   - pressed: what the press has come to.
    ///   - blocker: what is wanted.
    /// - Returns: the page to send again, or the attempt's end.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func seekHelp(after pressed: PressOutcome, with blocker: Blocker) async throws -> HelpStep {
        var asking = pressed.reading
        if blocker.kind == .twoFactor {
            await timeline.tell(.submitRejected(reason: Self.codeRequired))
            asking = try await visit.look(atMost: visit.limits.arrival) { CodeEntry.isThere(in: $0) }
        }
        let watch = try await PageWatch(visit, asking)
        switch try await visit.stop(for: .blocker(blocker)) {
        // Nobody may be asked, or not again: the form's refusal stands.
        case .end(.blocked): return .end(try await gate.rejected() ? .blocked(blocker) : .leaseLost)
        case .end(let end): return .end(end)
        case .goesOn(let resolution):
            try await visit.enterCode(of: resolution)
        }
        let reading = try await visit.lookWhenSettled()
        if let end = await judge(watch, now: reading, mustStand: true) { return .end(end) }
        guard let (ready, submit) = try await readySubmit(reading) else {
            return .end(.stuck(reason: "the button to send the form stays disabled"))
        }
        return try await gate.rejected() ? .again(ready, submit) : .end(.leaseLost)
    }

    /// Has somebody answer what is posed beside the form, now that everything else is filled.
    ///
    /// - Parameters:
    ///   - filled: the page; is read anew.
    ///   - filling: what was done to it.
    /// - Returns: the attempt's end; nil when nothing is posed any more.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func passPosed(_ filled: inout PageReading, _ filling: inout PageFilling) async throws -> AttemptEnd? {
        filled = try await visit.lookPast(filled)
        while let posed = filled.blockers.first {
            let watch = try await PageWatch(visit, filled)
            switch try await visit.stop(for: .blocker(posed)) {
            case .end(let end): return end
            case .goesOn(let resolution):
                try await visit.enterCode(of: resolution)
            }
            let reading = try await visit.lookWhenSettled()
            if let end = await judge(watch, now: reading, mustStand: false) { return end }
            filled = try await visit.lookPast(try await filling.fill(reading, &cookbook))
        }
        return nil
    }

    /// Asks for what the page demands and nobody answered.
    mutating func seekAnswers(_ filled: inout PageReading, _ filling: inout PageFilling) async throws -> AttemptEnd? {
        let watch = try await PageWatch(visit, filled)
        if let end = try await filling.seekAnswers(on: &filled, &cookbook) { return end }
        return await judge(watch, now: filled, mustStand: false)
    }

    /// The end of an attempt whose page went on while somebody helped: they may have sent the application themselves.
    ///
    /// - Parameters:
    ///   - watch: the page before.
    ///   - reading: the page now.
    ///   - mustStand: whether a page that is another by now may have taken what was sent before.
    /// - Returns: nil where nothing was sent.
    private mutating func judge(_ watch: PageWatch, now reading: PageReading, mustStand: Bool) async -> AttemptEnd? {
        let activity = watch.page.refreshed(watch.begun)
        let isSame = visit.page === watch.page && reading.form.first?.handle.document == watch.document
        let hasSent = activity.requests.contains(where: PressOutcome.isSubmit)
        guard hasSent || (mustStand && !isSame) else { return nil }
        let outcome = PressOutcome(
            before: watch.before,
            knownAlerts: watch.before.alerts,
            reading: reading,
            activity: activity,
            site: visit.site
        )
        if case .confirmed(let evidence) = outcome.verdictOnSubmit { return await confirm(evidence) }
        // A script of the form that only checks what was entered leaves it as it was.
        if !mustStand, isSame, outcome.isFormStill { return nil }
        return .unconfirmed
    }
}

/// A page that is in somebody's hands: what it was, and what it does meanwhile.
struct PageWatch {
    let page: Page
    let before: PageReading
    let begun: PageActivity
    /// The document that the form stands in.
    let document: Int?

    init(_ visit: Visit, _ reading: PageReading) async throws {
        page = visit.page
        before = reading
        document = reading.form.first?.handle.document
        (_, begun) = try await page.activity {}
    }
}
