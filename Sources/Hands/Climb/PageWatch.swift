import Chromium
import GhostHands
import NIOConcurrencyHelpers

/// Pages that are in somebody's hands: what they were, and what was sent from them meanwhile.
///
/// Whoever helps may send the application themselves, from the page or from one that they opened. It is known by what
/// it carries: two facts of the applicant's at least, so that a log-in is none.
struct PageWatch: Sendable {
    let before: PageReading
    private let page: Page
    private let context: BrowserContext
    /// Where each page was when it began.
    private let begun: [(page: Page, activity: PageActivity)]
    /// The addresses that the page's scripts had written to before: it keeps drafts, or counts what is done.
    private let known: Set<String>
    private let facts: Set<Words>
    private let seen = NIOLockedValueBox(false)

    init(_ visit: Visit, _ reading: PageReading, of applicant: Applicant) async throws {
        before = reading
        (page, context) = (visit.page, visit.context)
        var begun: [(Page, PageActivity)] = []
        for page in context.everyPage { begun.append((page, try await page.activity {}.1)) }
        self.begun = begun
        known = Set(page.pastActivity.requests.filter(PressOutcome.isSubmit).map(Self.address))
        let entered = reading.form.filter { $0.asked != .email && $0.field.kind != .password }.map(\.field.value)
        facts = Set((applicant.tellingFacts + entered).filter { $0.count > 2 }.map(Words.init))
    }

    /// Whether the form still stands in the document that it stood in.
    func isSame(_ visit: Visit, _ reading: PageReading) -> Bool {
        visit.page === page && reading.form.first?.handle.document == before.form.first?.handle.document
    }

    /// What the pages have done since; those that were opened meanwhile first.
    var activity: PageActivity {
        let opened = context.everyPage.filter { one in !begun.contains { $0.page === one } }.map(\.pastActivity)
        let all = opened + begun.map { $0.page.refreshed($0.activity) }
        return all.dropFirst().reduce(all[0]) { $0.joined(with: $1) }
    }

    /// Whether the application was seen to leave: then that is written down.
    var hasSeenSubmit: Bool { seen.withLockedValue(\.self) }

    /// Looks whether the application may have been sent, and remembers that it may.
    func sees() -> Bool {
        let isSent = mayHaveSent(activity)
        if isSent { seen.withLockedValue { $0 = true } }
        return isSent
    }

    /// Whether the application may have been sent: something carried it, and the server has not refused that.
    func mayHaveSent(_ activity: PageActivity) -> Bool {
        let sent = activity.requests + activity.underWay
        let times = Dictionary(grouping: sent, by: Self.address).mapValues(\.count)
        return sent.contains { request in
            if ChallengeVendor.isOwn(request.url) { return false }
            if let status = request.status, (400...499).contains(status) { return false }
            if !request.isDocument, known.contains(Self.address(request)) { return false }
            if let parts = SentBody.parts(of: request) { return isApplication(parts) }
            // What is sent again and again is no application.
            return PressOutcome.isSubmit(request) && isHome(request) && times[Self.address(request), default: 0] < 4
        }
    }

    private func isApplication(_ parts: [SentPart]) -> Bool {
        if parts.contains(where: { Words($0.name).contains("password") }) { return false }
        let told = facts.intersection(parts.map { Words($0.value) })
        let hasFile = parts.contains { part in Self.documents.contains { part.value.lowercased().hasSuffix($0) } }
        return told.count + (hasFile ? 1 : 0) >= 2
    }

    private static let documents = [".pdf", ".doc", ".docx", ".odt", ".rtf", ".txt"]

    private func isHome(_ request: PageActivity.Request) -> Bool {
        before.url.site.map { PageAddress(request.url).site == $0 } ?? true
    }

    private static func address(_ request: PageActivity.Request) -> String { PageAddress(request.url).plain }
}
