import Chromium
import GhostHands
import NIOConcurrencyHelpers

/// Pages that are in somebody's hands: what they were, what was pressed on them, and what left them meanwhile.
///
/// Whoever helps may send the application themselves, from the page or from one that they opened, in whatever way its
/// scripts send it. It is known by a press on a form that holds at least two facts of the applicant, so that a log-in is
/// none, or by a request that carries them. While a form that is filled is in somebody's hands, whatever the page writes
/// to its own site may be the application, however it is put: what they answered may have sent it.
struct PageWatch: Sendable {
    let before: PageReading
    private let page: Page
    private let context: BrowserContext
    /// Where each page was when it began.
    private let begun: [(page: Page, activity: PageActivity)]
    private let writes: OwnWrites
    private let facts: Set<Words>
    /// How many facts a form must hold for a press on it to be told: of a page that holds the application one will do.
    private let leastPressed: Int
    private let seen = NIOLockedValueBox(false)

    /// - Parameter isFilled: whether the page is known to hold the application.
    init(
        _ visit: Visit,
        _ reading: PageReading,
        of applicant: Applicant,
        isFilled: Bool = false
    ) async throws {
        before = reading
        leastPressed = isFilled ? 1 : 2
        (page, context) = (visit.page, visit.context)
        context.tellPresses()
        var begun: [(Page, PageActivity)] = []
        for page in context.everyPage { begun.append((page, try await page.activity {}.1)) }
        self.begun = begun
        let entered = reading.form.filter { $0.asked != .email && $0.field.kind != .password }.map(\.field.value)
        let facts = Set((applicant.tellingFacts + entered).filter { $0.count > 2 }.map(Words.init))
        self.facts = facts
        let held = CarriedFacts(in: reading.form.map(\.field.value), of: facts)
        writes = OwnWrites(of: visit.page, isFilled: held.isApplication)
    }

    /// Goes back to the page that was handed over, where nothing else took its place.
    func returns(_ visit: Visit) { if page.isOpen { visit.goTo(page) } }

    /// Whether the form still stands in the document that it stood in.
    func isSame(_ visit: Visit, _ reading: PageReading) -> Bool {
        visit.page === page && reading.form.first?.handle.document == before.form.first?.handle.document
    }

    // MARK: What was done

    /// What the pages have done since; those that were opened meanwhile first.
    var activity: PageActivity {
        let opened = context.everyPage.filter { one in !begun.contains { $0.page === one } }
        let all = (opened + begun.map(\.page)).map(activity(of:))
        return all.dropFirst().reduce(all[0]) { $0.joined(with: $1) }
    }

    private func activity(of one: Page) -> PageActivity {
        begun.first { $0.page === one }.map { one.refreshed($0.activity) } ?? one.pastActivity
    }

    /// Waits for the answers to what was sent and is still under way.
    ///
    /// - Returns: whether there was anything.
    func settle(atMost patience: Duration) async throws -> Bool {
        var hasWaited = false
        for one in context.everyPage where one.isOpen {
            let done = activity(of: one)
            guard done.underWay.contains(where: PressOutcome.isSubmit) else { continue }
            hasWaited = true
            _ = try await one.settle(done, timeout: patience)
        }
        return hasWaited
    }

    // MARK: What it may have been

    /// Whether the application was seen to leave: then that is written down.
    var hasSeenSubmit: Bool { seen.withLockedValue(\.self) }

    /// Looks whether the application may have been sent, and remembers that it may.
    func sees() -> Bool {
        let activity = activity
        let isSent = hasPressed(activity) || carriesApplication(activity) || hasWritten(activity)
        if isSent { seen.withLockedValue { $0 = true } }
        return isSent
    }

    /// What the supervisor looks at meanwhile.
    var submitWatch: SubmitWatch { submitWatch(looking: nil) }

    /// The same, with a last look at the page before anything leaves it.
    func submitWatch(looking last: LastLook?) -> SubmitWatch {
        SubmitWatch(
            // What is kept back may not be among what the page has done yet.
            hasSent: { hasSeenSubmit || sees() },
            mayCarry: { mayCarry($0) },
            // A page that is being left answers nobody until it has gone.
            lookLast: { if !activity.underWay.contains(where: \.isDocument) { await last?.look() } }
        )
    }

    /// Whether what is about to leave may be the application; remembers that it may.
    private func mayCarry(_ request: PageActivity.Request) -> Bool {
        guard carries(request) || writes.mayBe(request) || (OwnWrites.isWrite(request) && hasPressed(activity)) else {
            return false
        }
        seen.withLockedValue { $0 = true }
        return true
    }

    /// Whether somebody has pressed what sends the application.
    func hasPressed(_ activity: PageActivity) -> Bool {
        pressesOnForm(activity).contains { press in
            if press.kind != .click { return true }
            let role = ButtonRole.of(label: press.label, submitsForm: false, formHasFields: true)
            return role == .submit || role == .apply
        }
    }

    /// Whether somebody has pressed a button of the form that may have sent it: it says nothing else.
    func mayHavePressed(_ activity: PageActivity) -> Bool {
        pressesOnForm(activity).contains { press in
            press.kind == .click && press.label.contains(where: \.isLetter) && !ButtonRole.isAside(press.label)
        }
    }

    private func pressesOnForm(_ activity: PageActivity) -> some Sequence<PageActivity.Press> {
        activity.presses.lazy.filter {
            !$0.hasPassword && CarriedFacts(in: $0.values, of: facts).count >= leastPressed
        }
    }

    /// Whether what was sent carried the application, at once or in pieces, and the server has not refused that.
    func carriesApplication(_ activity: PageActivity) -> Bool {
        carried(by: activity).isApplication
    }

    /// Whether it carried it to an address that does not say that what comes there is only kept or checked.
    func sendsApplication(_ activity: PageActivity) -> Bool {
        carried(by: activity) { !OwnWrites.onlyKeeps($0) }.isApplication
    }

    private func carried(
        by activity: PageActivity,
        where isMeant: (PageActivity.Request) -> Bool = { _ in true }
    ) -> CarriedFacts {
        let all = activity.requests + activity.underWay
        let times = Dictionary(grouping: all, by: OwnWrites.address).mapValues(\.count)
        return all.filter(isMeant)
            .reduce(into: CarriedFacts()) { carried, request in
                // What is written again and again only counts what is done.
                let isOnce = times[OwnWrites.address(request), default: 0] < Self.timesOfCounting
                carried.add(facts(in: request, mayBeSealed: isOnce))
            }
    }

    private static let timesOfCounting = 3

    /// Whether the page has written to its own site what may be the application.
    func hasWritten(_ activity: PageActivity) -> Bool {
        (activity.requests + activity.underWay).contains { writes.mayBe($0) && !Self.isRefused($0) }
    }

    private static func isRefused(_ request: PageActivity.Request) -> Bool {
        request.status.map { (400...499).contains($0) } ?? false
    }

    private func carries(_ request: PageActivity.Request) -> Bool {
        facts(in: request, mayBeSealed: true).isApplication
    }

    /// What a request carries of the applicant, unless it is a log-in, was refused, or goes where the page writes anyway.
    private func facts(in request: PageActivity.Request, mayBeSealed: Bool) -> CarriedFacts {
        if ChallengeVendor.isOwn(request.url) || Self.isRefused(request) { return CarriedFacts() }
        if !request.isDocument, writes.areUsual(to: request) { return CarriedFacts() }
        let isSealable = mayBeSealed && writes.areOfFilledForm && OwnWrites.isWrite(request)
        return CarriedFacts(in: request, of: facts, mayBeSealed: isSealable && !OwnWrites.onlyKeeps(request))
    }
}
