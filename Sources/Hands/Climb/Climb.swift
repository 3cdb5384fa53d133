import Chromium
import GhostHands

/// Applies to a job, or fills a form: page by page, from the posting to the proof that the form was sent.
struct Climb {
    let attempt: Attempt
    let visit: Visit
    let consultant: Consultant
    var cookbook = Cookbook()
    var gate: SubmitGate
    /// What is stored for log-ins.
    var login: LogIn
    /// The account that may be opened.
    var signUp: SignUp
    /// The way from the posting to the form.
    var way = WayToForm()

    init(_ attempt: Attempt, _ visit: Visit, _ consultant: Consultant) {
        self.attempt = attempt
        self.visit = visit
        self.consultant = consultant
        gate = SubmitGate(attempt, visit)
        login = LogIn(attempt.supervisor)
        signUp = SignUp(attempt, consultant)
    }

    var timeline: Timeline { visit.timeline }
    var task: AttemptTask { attempt.task }

    /// Where a page leads.
    enum Step {
        case nextPage
        case end(AttemptEnd)
    }

    /// Goes on page by page until the job is done or cannot go on.
    ///
    /// - Returns: how it ended.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func run() async throws -> AttemptEnd {
        do {
            return try await withoutDoubt(try await goThrough())
        } catch let error as ChromiumError {
            // Nobody can tell any more what the page did with the form.
            if let handed = visit.helpDesk.handed, handed.sees() { return .unconfirmed }
            throw error
        }
    }

    private mutating func goThrough() async throws -> AttemptEnd {
        if task.replay.mode == .aiOnly { await goWithout(.aiOnly, reason: "ai_only") }
        if let end = try await visit.open(task.url) { return end }
        for number in 1...visit.limits.form.pages {
            let reading = try await readPage(number)
            if let blocker = reading.inTheWay {
                if case .end(let end) = try await pass(.blocker(blocker), on: reading) { return end }
                continue
            }
            if case .end(let end) = try await goUp(from: reading, number) { return end }
        }
        return .stuck(reason: "the form has more than \(visit.limits.form.pages) pages")
    }

    /// The result of the run.
    mutating func result(_ end: AttemptEnd) async -> AttemptResult {
        // It ended before the form was read: what was done is still to be told.
        if cookbook.mode == nil { await timeline.select(.magnitude, because: nil) }
        // What a model had a hand in was no mere replay.
        let isAided = cookbook.replayed != nil && consultant.calls > 0
        return AttemptResult(end, mode: isAided ? .hybrid : cookbook.mode ?? .magnitude, record(end))
    }

    private mutating func goUp(from reading: PageReading, _ number: Int) async throws -> Step {
        // Before the form there is nothing to be lost; on it what was entered is handed over with it.
        if hasNoForm(reading), await visit.helpDesk.handsAreWanted { return try await pass(.takeOver, on: reading) }
        if let step = try await reopen(from: reading) { return step }
        if isBeforeForm, let apply = way.untried(reading) {
            way.take(apply, from: reading)
            return try await follow(apply, from: reading, number)
        }
        if let blocker = visit.blocker(of: reading) { return try await pass(.blocker(blocker), on: reading) }
        if isBeforeForm, let account = AccountForm.blocker(of: reading) {
            return try await pass(.blocker(account), on: reading)
        }
        if isBeforeForm, let closed = closed(reading) { return .end(.closed(reason: closed)) }
        if isBeforeForm, onlyWrites(reading) { return .end(.noForm) }
        if isBeforeForm, let elsewhere = LoginElsewhere.blocker(of: reading) {
            return try await passElsewhere(elsewhere, from: reading)
        }
        // The last page of a wizard may only show what was entered, and the button to send it.
        if hasNoForm(reading), isBeforeForm || !reading.leadsOn { return try await findWay(from: reading) }
        await login.letIn()
        await signUp.letIn()
        return try await fillAndGoOn(reading, number)
    }

    /// Whether no field of a form has been filled yet.
    var isBeforeForm: Bool { timeline.report.fields.isEmpty }

    /// Whether the page shows no form, or only what belongs to the posting that was to lead to one.
    private func hasNoForm(_ reading: PageReading) -> Bool {
        reading.form.isEmpty && reading.folds.isEmpty || (isBeforeForm && way.isStillPosting(reading))
    }

    /// What the page says of being closed: of this very posting, where something on it is for applying all the same.
    private func closed(_ reading: PageReading) -> String? {
        guard task.may.submit else { return nil }
        let said = reading.main.flatMap { reading.contexts[$0] }.map { [$0.marks] + $0.buttons } ?? []
        let isForApplying =
            reading.form.contains { $0.field.kind == .file } || said.contains(where: ButtonRole.speaksOfApplying)
        return PostingWording.closed(in: reading.text, ofThis: isForApplying)
    }

    /// Whether the page's form is for a message, or says itself that it is no application, and a job is to be applied for:
    /// flat data may fill any form.
    private func onlyWrites(_ reading: PageReading) -> Bool {
        guard task.kind == .apply, task.may.submit, task.applicant.formData.isEmpty,
            !reading.form.contains(where: { $0.field.kind == .file }),
            let context = reading.main.flatMap({ reading.contexts[$0] })
        else { return false }
        return OtherAct.writes(context.buttons, under: context.marks) || PostingWording.isNoApplication(reading.text)
    }

    // MARK: Reading

    private mutating func readPage(_ number: Int) async throws -> PageReading {
        await timeline.reach(.analyzingPage)
        var reading = try await visit.lookWhenThere { !isBare($0) }
        if !visit.hasJustWaited(), reading.inTheWay?.mayPass ?? false {
            reading = try await visit.lookPast(reading)
            if reading.inTheWay == nil { reading = try await visit.lookWhenThere { !isBare($0) } }
        }
        if let banner = CookieBanner.dismissal(of: reading) ?? reading.closer,
            way.dismissed.insert(banner.label).inserted
        {
            _ = try await visit.click(banner)
            reading = try await visit.look()
        }
        visit.recognise(reading)
        timeline.report.pages.append(.init(number: number, url: reading.url.plain, title: reading.title))
        timeline.report.buttons += reading.buttons.map { .init(page: number, label: $0.label, role: $0.role) }
        let fields = reading.form.count
        let (url, platform) = (reading.url.plain, visit.site?.name)
        await timeline.tell(
            .pageRead(
                number,
                url: url,
                fields: fields,
                platform: platform,
                place: place(of: reading),
                challenges: reading.obstacles.silent
            )
        )
        return reading
    }

    /// Which page of the form it is, where the form says so.
    private func place(of reading: PageReading) -> JobEvent.WizardPlace? {
        if reading.step.isEmpty { return nil }
        guard let site = visit.site, let number = site.place(of: reading.step) else {
            return JobEvent.WizardPlace(reading.step)
        }
        return JobEvent.WizardPlace(reading.step, number: number, of: site.form.sections.count)
    }

    /// Whether nothing on the page can be filled, pressed or told.
    private func isBare(_ reading: PageReading) -> Bool {
        let leadsOn = isBeforeForm ? way.untried(reading) != nil : reading.leadsOn
        return hasNoForm(reading) && reading.inTheWay == nil && !leadsOn
    }

    // MARK: Filling

    private mutating func fillAndGoOn(_ reading: PageReading, _ number: Int) async throws -> Step {
        let recall: PageRecall?
        switch try await openCookbook(reading, number) {
        case .recalls(let found): recall = found
        case .end(let end): return .end(end)
        }
        await timeline.reach(.fillingForm)
        var filling = PageFilling(attempt, page: number, visit, consultant, recall: recall)
        var filled = try await filling.fill(reading, &cookbook)
        if filling.isMissing {
            if let reason = cookbook.missing, let end = await giveUpManual(reason) { return .end(end) }
            if let step = try await seekAnswers(&filled, &filling) { return step }
        }
        let leads = task.may.submit || filled.button(.next).map { !$0.posts || !mayBeLast($0, of: filled) } ?? false
        if leads, let step = try await passPosed(&filled, &filling) { return step }
        if let next = filled.button(.next), task.may.submit || !next.posts || !mayBeLast(next, of: filled) {
            return try await goOn(next, from: filled, &filling)
        }
        guard task.may.submit else { return .end(.done) }
        var ready = try await readySubmit(filled)
        if ready == nil, filled.disabledSubmit != nil {
            filling.ledger.holdBack()
            filled = try await filling.fill(filled, &cookbook)
            ready = try await readySubmit(filled)
        }
        guard let (ready, submit) = ready else {
            if try await goesOnByItself(from: filled) { return .nextPage }
            // A page of a code's own that still stands there has not taken it.
            if let blocker = CodeFields.blocker(of: filled, isSent: true), blocker.grade == .inTheWay {
                return try await pass(.blocker(blocker), on: filled)
            }
            let isThere = filled.disabledSubmit != nil
            return .end(.stuck(reason: "the button to send the form \(isThere ? "stays disabled" : "was not found")"))
        }
        if isEmpty(ready) {
            return .end(.stuck(reason: "none of its fields could be answered, and an empty form is not sent"))
        }
        return try await self.submit(submit, from: ready, &filling)
    }

    /// Whether an application would go out of which nothing says whose it is.
    private func isEmpty(_ reading: PageReading) -> Bool {
        task.kind == .apply && !reading.form.isEmpty && timeline.report.filledCount == 0
            && task.applicant.profile.fact(.email) != nil
    }

    /// Whether a button that leads on may send the whole form: nothing says that more pages follow.
    func mayBeLast(_ next: ReadButton, of reading: PageReading) -> Bool {
        reading.step.isEmpty && !ButtonRole.saysNext(next.label)
    }

    /// The submit, once the form enables it: some check what was entered first.
    func readySubmit(_ filled: PageReading) async throws -> (PageReading, ReadButton)? {
        if let submit = filled.button(.submit) ?? filled.closingButton { return (filled, submit) }
        guard filled.disabledSubmit != nil else { return nil }
        var again = try await visit.lookWhenSettled()
        if again.disabledSubmit != nil {
            again = try await visit.look(atMost: visit.limits.control) { $0.button(.submit) != nil }
        }
        return again.button(.submit).map { (again, $0) }
    }

    /// Whether a page without a button goes on once its question is answered: some ask one after the other.
    private func goesOnByItself(from filled: PageReading) async throws -> Bool {
        guard filled.disabledSubmit == nil, !filled.form.isEmpty else { return false }
        let later = try await visit.look(atMost: visit.limits.control) { !$0.asksSame(as: filled) }
        return !later.asksSame(as: filled)
    }

    static let noReason = "the form refuses the submit and does not say why"
}
