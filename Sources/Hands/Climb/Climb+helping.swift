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

    /// Passes what stands in the way with what is stored, or has somebody pass it and enters what they gave.
    ///
    /// - Parameters:
    ///   - need: what stands in the way.
    ///   - reading: the page.
    /// - Returns: the page is to be read anew, or the attempt's end.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func pass(_ need: Visit.Need, on reading: PageReading) async throws -> Step {
        var (need, reading, reasons) = (need, reading, [String]())
        if case .blocker(let blocker) = need {
            let isLogin = [.login, .twoFactor].contains(blocker.kind)
            switch try await passAlone(blocker, on: reading) {
            case .passed, .link:
                way.hasLoggedIn = isLogin || way.hasLoggedIn
                return .nextPage
            case .human(let reason, let other):
                reasons = [reason].compactMap(\.self)
                need = .blocker(other ?? blocker)
            case .end(let end): return .end(end)
            }
            if isLogin { reading = try await visit.look() }
            reasons += [try await warning(of: need, on: reading)].compactMap(\.self)
            way.hasLoggedIn = isLogin || way.hasLoggedIn
        }
        let why = reasons.isEmpty ? nil : reasons.joined(separator: " ")
        let watch = try await PageWatch(visit, reading, of: task.applicant)
        switch try await visit.stop(for: need, because: why, watching: watch) {
        case .end(let end): return .end(end)
        case .goesOn(let resolution):
            if case .end(let end) = try await judge(watch, at: .before) { return .end(end) }
            try await visit.enter(resolution)
            visit.helpDesk.given(resolution, for: need.interaction.kind)
            switch resolution {
            case .credentials, .code: await visit.helpDesk.keep(visit.context)
            case .manual, .answers, .skip: break
            }
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
        let isAgain = CodeFields.of(pressed.before).contains(where: \.field.isAnswered)
        let why = isAgain ? CodeComplaint(in: asking, since: pressed.before)?.told : nil
        while true {
            let watch = try await PageWatch(visit, asking, of: task.applicant)
            switch try await visit.stop(for: .blocker(blocker), because: why, watching: watch) {
            case .end(.blocked) where gate.mayBeTaken: return .end(.unconfirmed)
            // Nobody may be asked, or not again: the form's refusal stands.
            case .end(.blocked): return .end(try await gate.rejected() ? .blocked(blocker) : .leaseLost)
            case .end(let end): return .end(end)
            case .goesOn(let resolution):
                visit.helpDesk.passed(blocker, at: visit.clock.now)
                if let step = try await enter(resolution, watch, at: .after) { return .leaves(step) }
            }
            asking = try await visit.look()
            // A code that the form cannot take or has refused by itself, or none: it is asked for again.
            let hasSentItself = watch.activity.requests.contains(where: PressOutcome.isSubmit)
            if hasSentItself { await timeline.tell(.submitRejected(reason: Self.codeRequired)) }
            if hasSentItself || CodeEntry(in: asking)?.isEmpty ?? false { continue }
            guard let (ready, submit) = try await readySender(asking) else { continue }
            gate.renew()
            return .again(ready, submit)
        }
    }

    /// The button that sends the form again, with the code.
    private func readySender(_ asking: PageReading) async throws -> (PageReading, ReadButton)? {
        if let button = CodeSender.button(in: asking) { return (asking, button) }
        return try await readySubmit(asking)
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
                visit.helpDesk.passed(posed, at: visit.clock.now)
                visit.helpDesk.handed = watch
                if let step = try await enter(resolution, watch, at: .filled) { return step }
            }
            filled = try await visit.lookPast(try await filling.fill(try await visit.look(), &cookbook))
        }
        return nil
    }

    /// Asks for what the page demands and nobody answered, until it has it; what somebody has answered before, on a page
    /// that has begun anew since, is entered once without asking.
    ///
    /// - Parameters:
    ///   - filled: the page; is read anew with every answer.
    ///   - filling: what was done to it.
    /// - Returns: where it leads; nil when the same form stands there and everything is answered.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func seekAnswers(_ filled: inout PageReading, _ filling: inout PageFilling) async throws -> Step? {
        var mayRecall = true
        while filling.isMissing {
            let open = filling.openQuestions(in: filled)
            // A file, or what the page keeps changing, is nothing that anybody could answer.
            if open.list.isEmpty { return .end(consultant.end ?? .unanswered) }
            if mayRecall, let known = visit.helpDesk.answers(to: open.list) {
                mayRecall = false
                filling.take(known, to: open)
                filled = try await filling.fill(try await visit.look(), &cookbook)
                continue
            }
            mayRecall = false
            let watch = try await PageWatch(visit, filled, of: task.applicant)
            switch try await visit.stop(for: .answers(open.list), watching: watch) {
            // Why no model could be asked says more than that nobody has answered.
            case .end(.unanswered): return .end(consultant.end ?? .unanswered)
            case .end(let end): return .end(end)
            case .goesOn(let resolution):
                visit.helpDesk.handed = watch
                visit.helpDesk.answered(open.list, resolution)
                if let step = try await judge(watch, at: .filled).step { return step }
                filling.take(resolution, to: open)
                filled = try await filling.fill(try await visit.look(), &cookbook)
            }
        }
        return nil
    }

    /// How far a form is when a human gets the page.
    enum Stage {
        /// The form has not been reached, or this is not it.
        case before
        /// It is filled, and was not sent.
        case filled
        /// It was sent and held back: whatever page stands there now may have taken it.
        case after
    }

    /// What became of a page in somebody's hands.
    enum Judged {
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

    /// Enters a code beside the form, and judges the page before and after: some send themselves with the last digit.
    private mutating func enter(_ resolution: Resolution, _ watch: PageWatch, at stage: Stage) async throws -> Step? {
        if let step = try await judge(watch, at: stage).step { return step }
        guard try await visit.enterCode(of: resolution) else { return nil }
        return try await judge(watch, at: stage).step
    }

    /// Judges a page before anything more is done to it: whoever helped may have sent the application themselves.
    mutating func judge(_ watch: PageWatch, at stage: Stage) async throws -> Judged {
        let opened = visit.page
        let reading = try await settled(watch, at: stage)
        let outcome = outcome(of: watch, in: reading)
        let isSame = watch.isSame(visit, reading) && outcome.isFormStill
        let hasLeft = hasLeft(watch, outcome, isSame, stage)
        // Words of thanks say nothing of this application where no form had been reached.
        if hasLeft || watch.hasSeenSubmit || (stage == .filled && !isSame) {
            if let evidence = outcome.evidence(isSubmit: true) {
                // Words of thanks behind a link that somebody has followed prove nothing of a form that was not sent.
                return .end(hasLeft || watch.hasSeenSubmit ? await confirm(evidence) : .unconfirmed)
            }
            // A form that is sent into a window of its own leaves its page as it was.
            if opened !== visit.page, opened.isOpen {
                let shown = visit.page
                visit.goTo(opened)
                let there = self.outcome(of: watch, in: try await visit.lookWhenSettled())
                if let evidence = there.evidence(isSubmit: true) { return .end(await confirm(evidence)) }
                visit.goTo(shown)
            }
        }
        if hasLeft, !isRefused(outcome, stage), !isMidway(outcome, stage) { return .end(.unconfirmed) }
        if stage != .after, watch.hasSeenSubmit, try await !gate.rejected() { return .end(.leaseLost) }
        if stage == .filled, isElsewhere(outcome, isSame) { return .end(.stuck(reason: Self.left)) }
        return isSame ? .goesOn : .anotherPage
    }

    /// How long a page may put off what it does once somebody has answered.
    private static let afterwards = Duration.seconds(4)
    private static let left = "the form was left for another page while a person had it"

    /// Whether the page is another posting's now: no next page of this form, nor the form's own once more.
    private func isElsewhere(_ outcome: PressOutcome, _ isSame: Bool) -> Bool {
        let (before, now) = (outcome.before.url, outcome.reading.url)
        return !isSame && before.path != now.path && !outcome.reading.form.isEmpty && outcome.sent.isEmpty
    }

    /// Judges a form once more that was in somebody's hands: before it is sent by us, and before the job is begun anew.
    ///
    /// - Returns: where it leads; nil where nothing may have left the page.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func judgeAgain() async throws -> Step? {
        guard let watch = visit.helpDesk.handed, watch.sees() else { return nil }
        return try await judge(watch, at: .filled).step
    }

    /// The end of the attempt, unless the application may have been sent from somebody's hands: then it is not begun anew.
    mutating func withoutDoubt(_ end: AttemptEnd) async throws -> AttemptEnd {
        switch end {
        case .unanswered, .blocked, .closed, .noForm, .stuck, .unreachable, .refused: break
        default: return end
        }
        guard let watch = visit.helpDesk.handed else { return end }
        switch try await judge(watch, at: .filled) {
        case .end(let judged): return judged
        case .goesOn: return end
        case .anotherPage: return watch.hasSeenSubmit ? .unconfirmed : end
        }
    }

    private func outcome(of watch: PageWatch, in reading: PageReading) -> PressOutcome {
        PressOutcome(
            before: watch.before,
            knownAlerts: watch.before.alerts,
            reading: reading,
            activity: watch.activity,
            site: visit.site
        )
    }

    /// The page to go on with, once what was sent from it is answered: the one that was handed over while it is one
    /// that can be gone on with, else the one that was opened last.
    private func settled(_ watch: PageWatch, at stage: Stage) async throws -> PageReading {
        let (opened, patience) = (visit.page, visit.limits.reaction.submit)
        watch.returns(visit)
        var reading = try await visit.lookWhenSettled()
        if try await watch.settle(atMost: patience) { reading = try await visit.lookWhenSettled() }
        // Some pages send a while after the press.
        let done = watch.activity
        if watch.hasPressed(done), done.requests.isEmpty, done.navigations.isEmpty {
            reading = try await visit.look(atMost: visit.limits.arrival) { shown in
                let outcome = outcome(of: watch, in: shown)
                return !outcome.isUnderWay && (outcome.wasSent || outcome.tells(isSubmit: true))
            }
            if try await watch.settle(atMost: patience) { reading = try await visit.lookWhenSettled() }
        }
        // "Verify, and we send it": what a page does once it is answered may be put off.
        if stage == .filled, reading.document.hasSetTimers, !watch.sees(), !reading.form.isEmpty {
            reading = try await visit.look(atMost: Self.afterwards) { $0.form.isEmpty || watch.sees() }
            if try await watch.settle(atMost: patience) { reading = try await visit.lookWhenSettled() }
        }
        let goesOn = stage == .before ? reading.inTheWay == nil && !reading.form.isEmpty : !reading.form.isEmpty
        guard opened !== visit.page, opened.isOpen, !goesOn else { return reading }
        visit.goTo(opened)
        return try await visit.lookWhenSettled()
    }

    /// Whether the page may have sent what it held.
    private func hasLeft(_ watch: PageWatch, _ outcome: PressOutcome, _ isSame: Bool, _ stage: Stage) -> Bool {
        if watch.hasPressed(outcome.activity) { return true }
        let carries = watch.carriesApplication(outcome.activity)
        switch stage {
        case .before: return carries
        // A script that keeps a draft, or checks what was entered, leaves the form as it was. A form that is gone from
        // its document was sent in a way that nobody sees.
        case .filled:
            if isSame, carries, watch.mayHavePressed(outcome.activity) || watch.sendsApplication(outcome.activity) {
                return true
            }
            if isSame { return (carries || !outcome.sent.isEmpty) && !outcome.keepsValues }
            return carries || !outcome.sent.isEmpty || outcome.activity.navigations.isEmpty
        case .after: return !outcome.sent.isEmpty || !isSame
        }
    }

    /// Whether the form has taken nothing, and says so.
    private func isRefused(_ outcome: PressOutcome, _ stage: Stage) -> Bool {
        if stage == .after { return outcome.helpWanted != nil || outcome.isRefused && outcome.isFormStill }
        return outcome.isRejected && (outcome.hasComplaint || outcome.isRefused)
    }

    /// Whether what was sent was one page of several, and the next of them stands there.
    private func isMidway(_ outcome: PressOutcome, _ stage: Stage) -> Bool {
        guard stage != .after, outcome.isNextPage else { return false }
        let pages = [outcome.before, outcome.reading]
        return pages.contains { $0.button(.next) != nil } || !outcome.reading.step.isEmpty
    }
}
