import Chromium
import GhostHands

/// What a page writes to its own site, by which a form that is filled may be sent however it is put.
struct OwnWrites: Sendable {
    /// The sites of the page and its frames; none where no form of it is filled.
    private let sites: Set<String>
    /// The addresses that the page's scripts had written to before: it keeps drafts, or counts what is done.
    private let known: Set<String>

    /// - Parameters:
    ///   - page: the page as it is given into somebody's hands.
    ///   - isFilled: whether a form of it holds the application.
    init(of page: Page, isFilled: Bool) {
        known = Set(page.pastActivity.requests.filter(PressOutcome.isSubmit).map(Self.address))
        let addresses = isFilled ? page.frames.map(\.url).filter { !ChallengeVendor.isOwn($0) } : []
        sites = Set(addresses.compactMap { WebAddress($0)?.site })
    }

    /// Whether a form of the page holds the application.
    var areOfFilledForm: Bool { !sites.isEmpty }

    /// Whether the page had written there before.
    func areUsual(to request: PageActivity.Request) -> Bool { known.contains(Self.address(request)) }

    /// Whether a request from a filled form may be the application though it carries nothing that can be read.
    func mayBe(_ request: PageActivity.Request) -> Bool {
        guard !sites.isEmpty, Self.isWrite(request) || Self.isQuery(request), !areUsual(to: request) else {
            return false
        }
        return (WebAddress(request.url)?.site).map(sites.contains) ?? false
    }

    /// Whether a request may change something, and is no challenge's own.
    static func isWrite(_ request: PageActivity.Request) -> Bool {
        !["GET", "HEAD", "OPTIONS"].contains(request.method) && !ChallengeVendor.isOwn(request.url)
    }

    /// A form may be sent by its address alone.
    private static func isQuery(_ request: PageActivity.Request) -> Bool {
        request.isDocument && request.url.contains("?")
    }

    static func address(_ request: PageActivity.Request) -> String { PageAddress(request.url).plain }

    /// Whether a request says by its address that what it carries is only kept, checked or counted.
    static func onlyKeeps(_ request: PageActivity.Request) -> Bool {
        let path = Words(PageAddress(request.url).path)
        return keeping.contains(where: path.contains)
    }

    private static let keeping = [
        "draft", "drafts", "autosave", "auto save", "validate", "validation", "check", "verify", "verification",
        "captcha", "challenge", "track", "tracking", "analytics", "collect", "telemetry", "metrics", "log", "logs",
        "events", "suggest", "partial", "progress",
    ]
}
