import Chromium
import GhostHands

/// The page that an attempt works in, in its browser context: what is read of it, and what is done to it.
///
/// Confined to the attempt's task.
final class Visit {
    private var place: Place
    let context: BrowserContext
    let timeline: Timeline
    let stopwatch: Stopwatch
    private var seen = Seen()
    let limits: Attempt.Limits
    var helpDesk: HelpDesk
    private let lock: SiteLock?

    init(_ attempt: Attempt, context: BrowserContext, page: Page, timeline: Timeline) {
        place = Place(page: page)
        self.context = context
        self.timeline = timeline
        stopwatch = Stopwatch(attempt.clock)
        limits = attempt.limits
        lock = attempt.lock
        helpDesk = HelpDesk(attempt.supervisor)
    }

    /// Where the attempt is.
    private struct Place {
        var page: Page
        var site: HiringSite?
    }

    /// What was seen of the page besides its form.
    private struct Seen {
        /// When it was last seen to have set a timer.
        var timersSetAt: ContinuousClock.Instant?
        /// Whether what stands in the way of the page that was opened was given its time to pass.
        var hasWaited = false
        /// How often a person had been seen at it when it was read last.
        var stirs = 0
    }

    var page: Page { place.page }
    /// The hiring platform that the page belongs to, once that is known.
    var site: HiringSite? { place.site }

    var clock: ContinuousClock { stopwatch.clock }

    /// Opens the first page.
    ///
    /// - Parameter url: its address.
    /// - Returns: the attempt's end, where it does not open.
    /// - Throws: ``ChromiumError`` when the page is gone.
    func open(_ url: PageAddress) async throws -> AttemptEnd? {
        await timeline.reach(.navigating)
        await timeline.started("Open the application page")
        switch try await navigate(url) {
        case .loaded(let status, _) where status.map { $0 >= 400 } ?? false:
            let reading = try await lookPast(try await look())
            // What stands in the way is passed like on any other page.
            if blocker(of: reading) != nil {
                seen.hasWaited = reading.inTheWay?.mayPass ?? false
                return nil
            }
            // The check has passed, and what was asked for stands there now.
            if let status = page.documentStatus, status < 400 { break }
            return .unreachable(reason: "the page answers with HTTP status \(status ?? 0)", status: status)
        case .loaded: break
        case .failed(let reason): return .unreachable(reason: reason, status: nil)
        case .refused(let reason): return .refused(reason: reason)
        }
        await timeline.completed("Navigated to application page", .navigate)
        return nil
    }

    private func navigate(_ url: PageAddress) async throws -> NavigationOutcome {
        do {
            return try await stopwatch.time(.open) { try await page.visit(url, timeout: limits.navigation) }
        } catch let error as ChromiumError where error.code == .timedOut {
            return .failed(reason: "the page does not load in time")
        }
    }

    /// Goes on in another page of the context.
    func goTo(_ page: Page) { place.page = page }

    /// Goes on in the page that an action opened, once it has come to rest.
    ///
    /// - Parameters:
    ///   - acted: the page that was acted on.
    ///   - known: how many pages there were before.
    ///   - patience: how long the new page may take.
    /// - Throws: ``ChromiumError`` when the new page is gone.
    func goToOpened(from acted: Page, known: Int, settling patience: Duration) async throws {
        guard context.pages.count > known, let opened = context.latestPage, opened !== acted else { return }
        place.page = opened
        let (_, arrival) = try await opened.activity {}
        _ = try await opened.settle(arrival, timeout: patience)
    }

    /// Learns which hiring platform the page belongs to; a posting may lead from one to another.
    func recognise(_ reading: PageReading) {
        guard timeline.report.fields.isEmpty, let found = HiringSite.of(page, reading) else { return }
        place.site = found
        timeline.report.platform = found.name
    }

    /// Whether what stands in the way has had its time already, when the page was opened; told once.
    func hasJustWaited() -> Bool {
        defer { seen.hasWaited = false }
        return seen.hasWaited
    }

    // MARK: What the page has begun

    /// Takes note of what a reading tells of timers.
    func noteTimers(_ reading: PageReading) {
        if reading.document.hasSetTimers { seen.timersSetAt = clock.now }
    }

    /// Until when a timer of the page's may be waited for; nil when it has set none lately.
    var reactionEnd: ContinuousClock.Instant? {
        seen.timersSetAt.map { $0 + limits.reaction.timer }.flatMap { $0 > clock.now ? $0 : nil }
    }

    /// Whether the page was seen to have set a timer since a moment.
    func hasSetTimers(since moment: ContinuousClock.Instant) -> Bool { seen.timersSetAt.map { $0 >= moment } ?? false }

    /// How often a person had been seen at the page when it was read last.
    var stirs: Int { seen.stirs }

    /// Takes note of how often a person had been seen at the page before it was read.
    func noteStirs(_ stirs: Int) { seen.stirs = stirs }

    // MARK: Holding the page

    /// Whether the page can be held on its site: only then may a model act in it.
    var canHold: Bool { lock != nil }

    /// Lets no document of another site in while something is done.
    func hold<R>(_ body: () async throws -> R) async rethrows -> R {
        guard let lock else { return try await body() }
        return try await lock.hold(page.address.site, body)
    }

    /// Lets no document in at all while something is done: what the page shows stays, and no form is sent.
    func holdStill<R>(_ body: () async throws -> R) async rethrows -> R {
        guard let lock else { return try await body() }
        return try await lock.holdStill(body)
    }
}
