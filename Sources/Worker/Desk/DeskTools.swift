public import Chromium
public import Foundation
public import GhostHands
public import Hands
public import Logging
public import Outbound

/// What a person's own browser works with (R62), put together by the program.
public struct DeskTools: Sendable {
    /// The way to the service.
    public var line: DeskLine
    /// The person's browser.
    public var browser: Browser
    /// How a job's browser context looks and where it may go, held by a lock where a model is asked.
    public var options: @Sendable (SiteLock?) async -> ContextOptions
    /// Keeps what sites have left in the browser, for the next job.
    public var keep: @Sendable (BrowserContext) async -> Void
    /// The person's own model, for what profile and answers leave open; nil where they have none.
    public var model: ChosenModel?
    /// What that model may cost for a job.
    public var budgets = Budgets()
    /// A folder for files on their way to a form.
    public var stagingFolder: URL
    /// Shows the person what happens.
    public var show: @Sendable (DeskNews) async -> Void
    /// Whether the person has said, since it was asked last, that they have done what was wanted of them.
    public var isDone: @Sendable () -> Bool
    /// Told what happens, without applicants' data.
    public var logger: Logger

    /// Puts the tools together.
    public init(
        line: DeskLine,
        browser: Browser,
        stagingFolder: URL,
        logger: Logger,
        options: @escaping @Sendable (SiteLock?) async -> ContextOptions,
        keep: @escaping @Sendable (BrowserContext) async -> Void,
        show: @escaping @Sendable (DeskNews) async -> Void,
        isDone: @escaping @Sendable () -> Bool
    ) {
        self.line = line
        self.browser = browser
        self.stagingFolder = stagingFolder
        self.logger = logger
        self.options = options
        self.keep = keep
        self.show = show
        self.isDone = isDone
    }

    let clock = ContinuousClock()
    let now: @Sendable () -> Date = { Date() }
}

/// What the person at the browser is told.
public enum DeskNews: Sendable, Hashable {
    /// There is nothing to do.
    case idle
    /// The hands are at work on a page of this host; the person had better watch.
    case filling(host: String)
    /// The person is to do something: what, in a sentence; whether the form is filled and waits to be sent.
    case waits(host: String, String, isReview: Bool)
    /// The job ended: how, in a sentence.
    case ended(host: String, String)
    /// The job is this browser's no more; nothing leaves its page.
    case lost(host: String)
    /// The service does not answer.
    case away(String)
    /// This browser is paired no more.
    case revoked

    /// The same in a line.
    public var line: String {
        switch self {
        case .idle: "Waiting for jobs."
        case .filling(let host): "Filling a form at \(host). While you do something in it, this keeps still."
        case .waits(let host, let what, _): "\(host): \(what)"
        case .ended(let host, let how): "\(host): \(how)"
        case .lost(let host):
            "\(host): this job is not this browser's any more. What the page holds stays, and nothing can be sent from it; "
                + "close its window to go on."
        case .away(let why): "The service does not answer (\(why)); trying again."
        case .revoked: "This browser is paired no more: ask for a code, then `ghosthands operator pair`."
        }
    }
}
