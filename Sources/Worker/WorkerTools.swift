import Chromium
public import Hands
public import Foundation
public import GhostHands
public import Logging
public import Outbound
public import Store
public import Waiting

/// What a worker works with: everything live, put together by the program.
public struct WorkerTools: Sendable {
    /// Where jobs are taken from and written down.
    public var store: Store
    /// Where resumes come from and screenshots go.
    public var blobs: any BlobStore
    /// Fetches resumes.
    public var resumes: ResumeFetcher
    /// Keeps the browser.
    public var browsers: BrowserKeeper
    /// Which addresses pages may be loaded from.
    public var addresses: AddressRule
    /// Looks names up, so that no page is asked for at a name that stands for a forbidden address.
    public var names = AddressResolver.system
    /// Whether events may show the values of ordinary fields (R38).
    public var showsValues: Bool
    /// What a step replayed from a manual costs (R20).
    public var stepCost = NanoDollars.cookbookStep
    /// The models that may be asked.
    public var models = ModelShelf.empty
    /// How long one question to a model may take.
    public var modelPatience = Duration.seconds(90)
    /// How long one attempt may take: what the job says.
    public var timeLimit: @Sendable (Job) -> Duration = { .seconds($0.timeoutSeconds) }
    /// How many jobs that wait for a human keep their pages (`GH_MAX_PAUSED`).
    public var mostPaused = 8
    /// Which attempts are recorded beside those whose jobs ask for it.
    public var traces = TraceRule.off
    /// The link to a job's page, from its id and from when it was paused; nil where callbacks name none.
    public var liveLink: (@Sendable (UUID, Int64) -> Jobs.LiveLink)?
    /// Links to stored files; nil where nobody could follow them, and then they are the store's own.
    public var links: FileLinks?
    /// A folder for files on their way to a form.
    public var stagingFolder: URL
    /// The pages of paused jobs, which people may be shown.
    public var live: LiveStages
    /// Raised when a callback waits to be delivered.
    public var outboxSignal: Signal
    /// Measures time limits.
    public var clock: ContinuousClock
    /// Tells the time that progress shows.
    public var now: @Sendable () -> Date
    /// Told what happens, without applicants' data.
    public var logger: Logger

    /// Puts the tools together.
    public init(
        store: Store,
        blobs: any BlobStore,
        resumes: ResumeFetcher,
        browsers: BrowserKeeper,
        addresses: AddressRule,
        showsValues: Bool,
        stagingFolder: URL,
        outboxSignal: Signal,
        clock: ContinuousClock = ContinuousClock(),
        now: @escaping @Sendable () -> Date = { Date() },
        logger: Logger
    ) {
        self.store = store
        self.blobs = blobs
        self.resumes = resumes
        self.browsers = browsers
        self.addresses = addresses
        self.showsValues = showsValues
        self.stagingFolder = stagingFolder
        self.outboxSignal = outboxSignal
        self.clock = clock
        self.now = now
        self.logger = logger
        live = LiveStages(
            folder: stagingFolder,
            isRevoked: { link in
                let answer = try? await Store.within(Self.patience) { try await store.liveLinks.isRevoked(link) }
                return answer ?? false
            }
        )
    }

    /// How long the database has to say whether a link was taken back.
    private static let patience = Duration.seconds(2)

    /// The link to a stored file that a callback names.
    func link(to key: String) async -> String? { await blobs.link(to: key, by: links, now: now()) }
}
