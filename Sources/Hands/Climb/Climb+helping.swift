import Chromium
import GhostHands

/// What only a human can give or pass, and what became of the page while it was in their hands.
extension Climb {
    /// What a request for help has come to.
    enum HelpStep {
        /// The submit may be pressed once more.
        case again(PageReading, ReadButton)
        case leaves(Step)

        static func end(_ end: AttemptEnd) -> HelpStep { .leaves(.end(end)) }
    }

    /// Has somebody pass what stands in the way, and enters what they gave.
    ///
    /// - Parameters:
    ///   - need: what stands in the way.
    ///   - reading: the page.
    /// - Returns: the page is to be read anew, or the attempt's end.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func pass(_ need: Visit.Need, on reading: PageReading) async throws -> Step {
        let watch = try await PageWatch(visit, reading, of: task.applicant)
        switch try await visit.stop(for: need, watching: watch) {
        case .end(let end): return .end(end)
        case .goesOn(let resolution):
            if case .end(let end) = try await judge(watch, at: .before, now: try await visit.lookWhenSettled()) {
                return .end(end)
            }
            try await visit.enter(resolution)
            return .nextPage
        }
    }

    /// Asks for help with the very page that wants it after the submit was pressed, and enters what is given there.
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
        let watch = try await PageWatch(visit, asking, of: task.applicant)
        switch try await visit.stop(for: .blocker(blocker), watching: watch) {
        // Nobody may be asked, or not again: the form's refusal stands.
        case .end(.blocked): return .end(try await gate.rejected() ? .blocked(blocker) : .leaseLost)
        case .end(let end): return .end(end)
        case .goesOn(let resolution):
            try await visit.enterCode(of: resolution)
        }
        let reading = try await visit.lookWhenSettled()
        switch try await judge(watch, at: .after, now: reading) {
        case .end(let end): return .end(end)
        case .anotherPage: return .leaves(.nextPage)
        case .goesOn: break
        }
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
    /// - Returns: where it leads; nil when the same form stands there and nothing is posed any more.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func passPosed(_ filled: inout PageReading, _ filling: inout PageFilling) async throws -> Step? {
        filled = try await visit.lookPast(filled)
        while let posed = filled.blockers.first {
            let watch = try await PageWatch(visit, filled, of: task.applicant)
            switch try await visit.stop(for: .blocker(posed), watching: watch) {
            case .end(let end): return .end(end)
            case .goesOn(let resolution):
                try await visit.enterCode(of: resolution)
            }
            let reading = try await visit.lookWhenSettled()
            if let step = try await judge(watch, at: .filled, now: reading).step { return step }
            filled = try await visit.lookPast(try await filling.fill(reading, &cookbook))
        }
        return nil
    }

    /// Asks for what the page demands and nobody answered, until it has it.
    ///
    /// - Parameters:
    ///   - filled: the page; is read anew with every answer.
    ///   - filling: what was done to it.
    /// - Returns: where it leads; nil when the same form stands there and everything is answered.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func seekAnswers(_ filled: inout PageReading, _ filling: inout PageFilling) async throws -> Step? {
        while filling.isMissing {
            let open = filling.openQuestions(in: filled)
            // A file, or what the page keeps changing, is nothing that anybody could answer.
            if open.list.isEmpty { return .end(consultant.end ?? .unanswered) }
            let watch = try await PageWatch(visit, filled, of: task.applicant)
            switch try await visit.stop(for: .answers(open.list), watching: watch) {
            // Why no model could be asked says more than that nobody has answered.
            case .end(.unanswered): return .end(consultant.end ?? .unanswered)
            case .end(let end): return .end(end)
            case .goesOn(let resolution):
                let reading = try await visit.lookWhenSettled()
                if let step = try await judge(watch, at: .filled, now: reading).step { return step }
                filling.take(resolution, to: open)
                filled = try await filling.fill(reading, &cookbook)
            }
        }
        return nil
    }

    /// How far a form is when a human gets the page.
    private enum Stage {
        /// The form has not been reached, or this is not it.
        case before
        /// It is filled, and was not sent.
        case filled
        /// It was sent and held back: whatever page stands there now may have taken it.
        case after
    }

    /// What became of a page in somebody's hands.
    private enum Judged {
        /// The same form stands there.
        case goesOn
        case anotherPage
        case end(AttemptEnd)

        var step: Step? {
            switch self {
            case .goesOn: nil
            case .anotherPage: .nextPage
            case .end(let end): .end(end)
            }
        }
    }

    /// Judges a page before anything more is done to it: whoever helped may have sent the application themselves.
    private mutating func judge(_ watch: PageWatch, at stage: Stage, now reading: PageReading) async throws -> Judged {
        let activity = watch.activity
        let outcome = PressOutcome(
            before: watch.before,
            knownAlerts: watch.before.alerts,
            reading: reading,
            activity: activity,
            site: visit.site
        )
        let isSame = watch.isSame(visit, reading) && outcome.isFormStill
        let hasLeft = watch.mayHaveSent(activity) || hasLeft(outcome, isSame, stage)
        // Words of thanks say nothing of this application where no form had been reached.
        if hasLeft || (stage == .filled && !isSame), case .confirmed(let evidence) = outcome.verdictOnSubmit {
            return .end(await confirm(evidence))
        }
        if hasLeft, !isMidway(outcome, stage) { return .end(.unconfirmed) }
        if stage != .after, watch.hasSeenSubmit, try await !gate.rejected() { return .end(.leaseLost) }
        return isSame ? .goesOn : .anotherPage
    }

    /// Whether the page may have sent what it held, though nothing of the applicant's was seen to leave.
    private func hasLeft(_ outcome: PressOutcome, _ isSame: Bool, _ stage: Stage) -> Bool {
        switch stage {
        case .before: false
        // A script that keeps a draft, or checks what was entered, leaves the form as it was. A form that is gone from
        // its document was sent in a way that nobody sees.
        case .filled:
            if isSame {
                !outcome.sent.isEmpty && !outcome.keepsValues
            } else {
                !outcome.sent.isEmpty || outcome.activity.navigations.isEmpty
            }
        case .after: !outcome.sent.isEmpty || !isSame
        }
    }

    /// Whether what was sent was one page of several, and the next of them stands there.
    private func isMidway(_ outcome: PressOutcome, _ stage: Stage) -> Bool {
        guard stage != .after, outcome.isNextPage else { return false }
        let pages = [outcome.before, outcome.reading]
        return pages.contains { $0.button(.next) != nil } || !outcome.reading.step.isEmpty
    }
}
