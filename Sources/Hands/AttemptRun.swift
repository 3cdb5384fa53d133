import Chromium
import Foundation
import GhostHands

/// The state of one running attempt, and the order of its rungs.
struct AttemptRun {
    let attempt: Attempt
    let context: BrowserContext
    var page: Page
    var report = FillReport()
    var cost = CostBreakdown()
    var progress: JobProgress
    /// What has been done to the fields of the page that was filled last.
    var ledger: (page: Int, ledger: PageLedger)?
    /// What becomes of the manual.
    var cookbook = Cookbook()
    /// What the manual knows of the page at work.
    var recall: PageRecall?
    /// What was read or done, of scrape and custom jobs.
    var data: JSON?
    /// What was asked of the model, and what came of it.
    var agent = AgentState()
    /// What was done before the mode was known, and is still to be told.
    var untold: [JobEvent] = []
    /// The presses that led from a posting, so that none is tried twice.
    private var followed: Set<String> = []
    /// The fields of the posting that was left last: a search box, a newsletter.
    private var posting: Set<String>?
    /// The banners that were answered.
    private var dismissed: Set<String> = []
    /// The hiring platform that the page belongs to, once that is known.
    var site: HiringSite?
    let begin: ContinuousClock.Instant
    let stopwatch: Stopwatch

    init(_ attempt: Attempt, context: BrowserContext, page: Page) {
        self.attempt = attempt
        self.context = context
        self.page = page
        begin = attempt.clock.now
        stopwatch = Stopwatch(attempt.clock)
        progress = JobProgress(startedAt: attempt.now())
    }

    /// Goes up rung by rung until the job is done or cannot go on.
    mutating func climb() async throws -> AttemptEnd {
        if attempt.task.mode == .aiOnly { await goWithout(.aiOnly, reason: "ai_only") }
        if let end = try await open() { return end }
        for number in 1...attempt.limits.pages {
            let reading = try await readPage(number)
            if let blocker = reading.blockers.first {
                await tell(
                    .blockerDetected,
                    ["blocker_type": .string(blocker.kind.rawValue), "sign": .string(blocker.sign)]
                )
                return .blocked(blocker)
            }
            if case .end(let end) = try await goUp(from: reading, number) { return end }
        }
        return .stuck(reason: "the form has more than \(attempt.limits.pages) pages")
    }

    private mutating func goUp(from reading: PageReading, _ number: Int) async throws -> Step {
        let hasFilled = !report.fields.isEmpty
        if let apply = untried(reading) {
            followed.insert(Self.press(of: apply, on: reading))
            posting = reading.signature
            return try await follow(apply, from: reading)
        }
        if let blocker = LoginWall.blocker(of: reading, on: site) { return .end(.blocked(blocker)) }
        // The last page of a wizard may only show what was entered, and the button to send it.
        let isFormless = reading.form.isEmpty || isStillPosting(reading)
        if isFormless, !(hasFilled && reading.leadsOn) { return try await findWay(from: reading) }
        return try await fillAndGoOn(reading, number)
    }

    /// The model to ask; nil when there is none, or when only a manual may be used.
    var model: ChosenModel? { attempt.task.mode == .cookbookOnly ? nil : attempt.model }

    /// Where a rung leads.
    enum Step {
        case nextPage
        case end(AttemptEnd)
    }

    mutating func result(_ end: AttemptEnd) async -> AttemptResult {
        if cookbook.mode == nil { await goWithout(.none, reason: nil) }
        report.elapsedMilliseconds = milliseconds(attempt.clock.now - begin)
        report.phases = stopwatch.milliseconds
        let record = record(end)
        await attempt.supervisor.learned(agent.learned)
        // What a model had a hand in was no mere replay.
        let isAided = cookbook.mode == .cookbook && agent.calls > 0
        let mode = isAided ? .hybrid : cookbook.mode ?? .magnitude
        return AttemptResult(end: end, report: report, cost: cost, mode: mode, cookbook: record, data: data)
    }

    mutating func open() async throws -> AttemptEnd? {
        await reach(.navigating)
        await started("Open the application page")
        switch try await navigate() {
        case .loaded(let status, _) where status.map { $0 >= 400 } ?? false:
            let reading = try await look()
            if let blocker = blocker(of: reading) { return .blocked(blocker) }
            return .unreachable(reason: "the page answers with HTTP status \(status ?? 0)", status: status)
        case .loaded: await completed("Navigated to application page", kind: "navigate")
        case .failed(let reason): return .unreachable(reason: reason, status: nil)
        case .refused(let reason): return .refused(reason: reason)
        }
        return nil
    }

    /// Reads the page as it is now.
    ///
    /// - Parameter afterInput: whether something was just entered.
    /// - Returns: the page.
    /// - Throws: ``ChromiumError`` when the page is gone.
    func look(afterInput: Bool = false) async throws -> PageReading {
        let reader = PageReader(marks: report.fields.isEmpty ? HiringSite.marks : [])
        return try await stopwatch.time(.read) { try await reader.read(page, afterInput: afterInput) }
    }

    /// Reads the page, again with every change, until it is as wanted or the patience is at its end.
    func look(atMost patience: Duration, until isThere: (PageReading) -> Bool) async throws -> PageReading {
        let deadline = attempt.clock.now + patience
        var reading = try await look()
        while !isThere(reading), attempt.clock.now < deadline {
            let patience = deadline - attempt.clock.now
            guard try await PageReader().awaitChange(of: page, since: reading, atMost: patience) else { break }
            reading = try await look()
        }
        return reading
    }

    /// What stands before the form, or in its place.
    func blocker(of reading: PageReading) -> Blocker? {
        reading.blockers.first ?? LoginWall.blocker(of: reading, on: site)
    }

    private func navigate() async throws -> NavigationOutcome {
        do {
            return try await stopwatch.time(.open) {
                try await page.visit(attempt.task.url, timeout: attempt.limits.navigation)
            }
        } catch let error as ChromiumError where error.code == .timedOut {
            return .failed(reason: "the page does not load in time")
        }
    }

    private mutating func readPage(_ number: Int) async throws -> PageReading {
        await reach(.analyzingPage)
        var reading = try await readWhenThere()
        if let banner = CookieBanner.dismissal(of: reading), dismissed.insert(banner.label).inserted {
            _ = try await click(banner)
            reading = try await look()
        }
        recognise(reading)
        report.pages.append(.init(number: number, url: reading.url.plain, title: reading.title))
        report.buttons += reading.buttons.map { .init(page: number, label: $0.label, role: $0.role) }
        await tell(
            .pageRead,
            [
                "page": .int(Int64(number)), "fields": .int(Int64(reading.form.count)),
                "url": .string(reading.url.plain), "platform": .optional(site?.name),
            ].merging(step(of: reading)) { $1 }
        )
        return reading
    }

    /// Learns which hiring platform the page belongs to; a posting may lead from one to another.
    private mutating func recognise(_ reading: PageReading) {
        guard report.fields.isEmpty, let found = HiringSite.of(page, reading) else { return }
        site = found
        report.platform = found.name
    }

    /// Which page of the form it is, where the form says so.
    private func step(of reading: PageReading) -> [String: JSON] {
        guard !reading.step.isEmpty else { return [:] }
        var members: [String: JSON] = ["step": .string(reading.step)]
        if let site, let place = site.place(of: reading.step) {
            members["step_number"] = .int(Int64(place))
            members["step_count"] = .int(Int64(site.sections.count))
        }
        return members
    }

    /// Reads the page once there is something to act on: forms are often rendered after the page has loaded.
    private func readWhenThere() async throws -> PageReading {
        let site = site ?? HiringSite.of(page.address)
        return try await look(atMost: max(attempt.limits.arrival, site?.arrival ?? .zero)) { !isBare($0) }
    }

    /// Whether nothing on the page can be filled, pressed or told.
    private func isBare(_ reading: PageReading) -> Bool {
        let leadsOn = !report.fields.isEmpty && reading.leadsOn
        return (reading.form.isEmpty || isStillPosting(reading)) && reading.blockers.isEmpty && !leadsOn
            && untried(reading) == nil
    }

    /// Whether the page shows no other form than the posting that was to lead to one.
    private func isStillPosting(_ reading: PageReading) -> Bool {
        report.fields.isEmpty && posting.map { $0 == reading.signature } ?? false
    }

    /// The button of a posting that leads to the form and has not been pressed yet.
    private func untried(_ reading: PageReading) -> ReadButton? {
        guard report.fields.isEmpty, let apply = Posting.applyButton(of: reading) else { return nil }
        return followed.contains(Self.press(of: apply, on: reading)) ? nil : apply
    }

    private static func press(of button: ReadButton, on reading: PageReading) -> String {
        "\(reading.url.plain) \(button.label)"
    }

    /// Presses the button that leads to the form.
    ///
    /// One that sends something may be the whole application: then it counts as the submit, until a form shows (R8).
    private mutating func follow(_ apply: ReadButton, from reading: PageReading) async throws -> Step {
        guard apply.posts else {
            _ = try await click(apply)
            return .nextPage
        }
        guard attempt.task.submits else {
            return .end(.stuck(reason: "\"\(apply.label)\" may send the application itself, and it was not to be sent"))
        }
        guard try await intend(apply, on: report.pages.count) else { return .end(.leaseLost) }
        let pressed = try await press(apply, from: reading, reading.alerts)
        if let evidence = pressed.evidence(isSubmit: true) { return .end(await confirm(evidence)) }
        if pressed.reading.form.isEmpty { return .end(.unconfirmed) }
        return try await attempt.supervisor.submitRejected() ? .nextPage : .end(.leaseLost)
    }

    /// Presses a button and waits until what it started has come to an end, also in a page that it opened.
    ///
    /// - Parameters:
    ///   - button: the button.
    ///   - settling: how long that may take; nil for the usual time.
    /// - Returns: what the page it stood on did.
    /// - Throws: ``ChromiumError`` when the button cannot be pressed or the page is gone.
    mutating func click(_ button: ReadButton, settling: Duration? = nil) async throws -> PageActivity {
        let patience = settling ?? attempt.limits.settling
        let name = said(by: button)
        await started("Press \"\(name)\"")
        let known = context.pages.count
        let acted = page
        let activity = try await stopwatch.time(.press) {
            let (_, activity) = try await acted.activity { try await Self.press(button, in: acted) }
            _ = try await acted.settle(activity, timeout: patience)
            return activity
        }
        try await goToOpened(from: acted, known: known, settling: patience)
        await completed("Clicked \"\(name)\"", kind: "click")
        return acted.refreshed(activity)
    }

    /// Goes on in the page that an action opened, once it has come to rest.
    ///
    /// - Parameters:
    ///   - acted: the page that was acted on.
    ///   - known: how many pages there were before.
    ///   - patience: how long the new page may take.
    /// - Throws: ``ChromiumError`` when the new page is gone.
    mutating func goToOpened(from acted: Page, known: Int, settling patience: Duration) async throws {
        guard context.pages.count > known, let opened = context.latestPage, opened !== acted else { return }
        page = opened
        let (_, arrival) = try await opened.activity {}
        _ = try await opened.settle(arrival, timeout: patience)
    }

    /// Clicks a button; one that lies under a bar at the page's edge is pressed as a keyboard would.
    private static func press(_ button: ReadButton, in page: Page) async throws {
        do {
            try await page.click(button.handle)
        } catch let error as ChromiumError where error.code == .notActionable {
            let arguments = JSON.array([.int(Int64(button.handle.id))]).data
            let isBarred = try await page.frame(of: button.handle).call(
                PageReader.script,
                "barred",
                arguments: arguments
            )
            guard try JSONDecoder().decode(Bool.self, from: isBarred) else { throw error }
            try await page.focus(button.handle)
            try await page.press("Enter")
        }
    }

    private mutating func fillAndGoOn(_ reading: PageReading, _ number: Int) async throws -> Step {
        if let end = try await openCookbook(reading, number) { return .end(end) }
        await reach(.fillingForm)
        let filled = try await fill(reading, number)
        if isMissing(on: number) {
            if let reason = cookbook.missing, cookbook.isReplaying, let end = await fallBack(reason) {
                return .end(end)
            }
            return .end(missingEnd)
        }
        if let next = filled.button(.next) { return try await goOn(next, from: filled, number) }
        guard attempt.task.submits else { return .end(.done) }
        guard let (ready, submit) = try await readySubmit(filled) else {
            let isThere = filled.disabledSubmit != nil
            return .end(.stuck(reason: "the button to send the form \(isThere ? "stays disabled" : "was not found")"))
        }
        return .end(try await self.submit(submit, from: ready, number))
    }

    /// The submit, once the form enables it: some check what was entered first.
    private func readySubmit(_ filled: PageReading) async throws -> (PageReading, ReadButton)? {
        if let submit = filled.button(.submit) { return (filled, submit) }
        guard filled.disabledSubmit != nil else { return nil }
        let (_, activity) = try await page.activity {}
        _ = try await page.settle(activity, timeout: attempt.limits.settling)
        let again = try await look()
        return again.button(.submit).map { (again, $0) }
    }

    func milliseconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
    }
}
