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
    let begin: ContinuousClock.Instant

    init(_ attempt: Attempt, context: BrowserContext, page: Page) {
        self.attempt = attempt
        self.context = context
        self.page = page
        begin = attempt.clock.now
        progress = JobProgress(startedAt: attempt.now())
        progress.mode = .magnitude
    }

    /// Goes up rung by rung until the job is done or cannot go on.
    mutating func climb() async throws -> AttemptEnd {
        await tell(.modeSelected, ["mode": "magnitude", "reason": "no_manual_found"])
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
            let step: Step
            if let apply = Posting.applyButton(of: reading) {
                step = try await follow(apply, from: reading)
            } else if reading.form.isEmpty {
                return LoginWall.blocker(of: reading).map(AttemptEnd.blocked) ?? .noForm
            } else if let blocker = LoginWall.blocker(of: reading) {
                return .blocked(blocker)
            } else {
                step = try await fillAndGoOn(reading, number)
            }
            if case .end(let end) = step { return end }
        }
        return .stuck(reason: "the form has more than \(attempt.limits.pages) pages")
    }

    /// Where a rung leads.
    enum Step {
        case nextPage
        case end(AttemptEnd)
    }

    func result(_ end: AttemptEnd) async -> AttemptResult {
        var report = report
        report.elapsedMilliseconds = milliseconds(attempt.clock.now - begin)
        return AttemptResult(end: end, report: report, cost: cost)
    }

    private mutating func open() async throws -> AttemptEnd? {
        await reach(.navigating)
        await started("Open the application page")
        switch try await page.navigate(to: attempt.task.url, timeout: attempt.limits.navigation) {
        case .loaded(let status, _) where status.map { $0 >= 400 } ?? false:
            let reading = try await PageReader().read(page)
            if let blocker = reading.blockers.first { return .blocked(blocker) }
            return .unreachable(reason: "the page answers with HTTP status \(status ?? 0)", status: status)
        case .loaded: await completed("Navigated to application page", kind: "navigate")
        case .failed(let reason): return .unreachable(reason: reason, status: nil)
        case .refused(let reason): return .refused(reason: reason)
        }
        return nil
    }

    private mutating func readPage(_ number: Int) async throws -> PageReading {
        await reach(.analyzingPage)
        let reading = try await PageReader().read(page)
        report.pages.append(.init(number: number, url: Self.plain(reading.url), title: reading.title))
        report.buttons += reading.buttons.map { .init(page: number, label: $0.label, role: $0.role) }
        await tell(
            .pageRead,
            [
                "page": .int(Int64(number)), "fields": .int(Int64(reading.form.count)),
                "url": .string(Self.plain(reading.url)),
            ]
        )
        return reading
    }

    private mutating func follow(_ apply: ReadButton, from reading: PageReading) async throws -> Step {
        await started("Press \"\(apply.label)\"")
        let (_, activity) = try await page.activity { try await page.click(apply.handle) }
        _ = try await page.settle(activity, timeout: attempt.limits.settling)
        if let opened = context.latestPage, opened !== page { page = opened }
        await completed("Clicked \"\(apply.label)\"", kind: "click")
        return .nextPage
    }

    private mutating func fillAndGoOn(_ reading: PageReading, _ number: Int) async throws -> Step {
        await reach(.fillingForm)
        let filled = try await fill(reading, number)
        if !report.fields.filter({ $0.page == number && $0.isMissing }).isEmpty { return .end(.unanswered) }
        if let next = filled.button(.next) { return try await goOn(next, from: filled, number) }
        guard attempt.task.submits else { return .end(.done) }
        guard let submit = filled.button(.submit) else {
            return .end(.stuck(reason: "no button to send the form was found"))
        }
        return .end(try await self.submit(submit, from: filled, number))
    }

    /// An address without query and fragment: those may carry what nobody should read.
    static func plain(_ url: String) -> String { String(url.prefix { $0 != "?" && $0 != "#" }.prefix(500)) }

    func milliseconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
    }
}
