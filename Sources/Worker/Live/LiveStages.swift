public import Chromium
public import Foundation
public import GhostHands
import NIOConcurrencyHelpers
import Waiting

/// The pages of a worker's paused jobs, which people may be shown.
public final class LiveStages: Sendable {
    private let stages = NIOLockedValueBox<[UUID: LiveStage]>([:])
    private let folder: URL
    private let isRevoked: @Sendable (UUID) async -> Bool

    /// No page yet.
    ///
    /// - Parameters:
    ///   - folder: where files lie on their way from a person to a page.
    ///   - isRevoked: whether a link was taken back: it keeps nobody else from control then.
    public init(
        folder: URL = FileManager.default.temporaryDirectory,
        isRevoked: @escaping @Sendable (UUID) async -> Bool = { _ in false }
    ) {
        self.folder = folder
        self.isRevoked = isRevoked
    }

    /// Lets people see and work a job's page while the job waits for them.
    ///
    /// - Parameters:
    ///   - job: which job.
    ///   - pause: when it was paused, in microseconds of 1970, as its row has it.
    ///   - context: the job's browser context.
    ///   - page: the page that it stopped at.
    ///   - sites: registrable domains that the person may go to besides the page's own, such as the target's.
    /// - Returns: the stage.
    @discardableResult
    public func open(
        job: UUID,
        pause: Int64,
        context: BrowserContext,
        page: Page,
        sites: Set<String> = []
    ) -> LiveStage {
        let stage = LiveStage(pause: pause, context: context, page: page, sites: sites, folder: folder, isRevoked)
        let before = stages.withLockedValue { stages in
            defer { stages[job] = stage }
            return stages[job]
        }
        before?.close()
        return stage
    }

    /// Ends what people see of a job's page: it goes on, or has ended.
    ///
    /// - Parameter job: which job.
    /// - Returns: the page where the person left off; nil where nobody was let in, or no page is left.
    @discardableResult
    public func close(job: UUID) -> Page? {
        let stage = stages.withLockedValue { $0.removeValue(forKey: job) }
        stage?.close()
        return stage?.page
    }

    /// A job's stage, while it is open.
    public func stage(of job: UUID) -> LiveStage? { stages.withLockedValue { $0[job] } }

    /// Shows a job's page to a person until they leave or the pause is over.
    ///
    /// - Parameters:
    ///   - ticket: who comes, and what they may do.
    ///   - incoming: what they send.
    ///   - send: sends them something; it ends when that is on its way.
    /// - Returns: what became of it.
    public func attend(
        _ ticket: LiveTicket,
        _ incoming: AsyncStream<SocketMessage>,
        send: @escaping @Sendable (SocketMessage) async throws -> Void
    ) async -> LiveVisit {
        guard let stage = stage(of: ticket.job), stage.pause == ticket.pause else { return LiveVisit(.unknown) }
        return await LiveSeat(stage, ticket, send).run(incoming)
    }
}

/// One paused job's pages, who sees them and in whose hands they are (R53).
public final class LiveStage: Sendable {
    /// Whose hands the pages are in.
    struct Control {
        /// The link of the person who has control, and the seat that they have it in.
        var holder: UUID?
        var seat: UUID?
        /// Counts the changes of hands: what was sent before the last one is not done.
        var epoch = 0
        var seats: [UUID: Signal] = [:]
    }

    static let mostSeats = 8
    let pause: Int64
    let view: LiveView
    let folder: URL
    let isOver = Signal()
    /// Those who look share what must be done once.
    let following = OneAtATime()
    private let control = NIOLockedValueBox(Control())
    private let sites: Set<String>
    private let isRevoked: @Sendable (UUID) async -> Bool

    init(
        pause: Int64,
        context: BrowserContext,
        page: Page,
        sites: Set<String>,
        folder: URL,
        _ isRevoked: @escaping @Sendable (UUID) async -> Bool
    ) {
        self.pause = pause
        self.folder = folder
        self.isRevoked = isRevoked
        view = LiveView(of: context, showing: page)
        let own = ([page] + context.pages).compactMap { WebAddress($0.url)?.site }
        self.sites = sites.union(own)
        view.fence { [sites = self.sites] scheme, host in
            (scheme == "https" || scheme == "http") && sites.contains { WebAddress.isHost(host, of: $0) }
        }
    }

    /// Where the person is.
    public var page: Page? { view.page }

    /// Whether a person has the pages in hand; nothing else may touch them then.
    public var isHeld: Bool { control.withLockedValue { $0.holder != nil } }

    /// Whether anybody looks at the pages.
    var isWatched: Bool { control.withLockedValue { $0.holder != nil || !$0.seats.isEmpty } }

    func close() {
        view.fence(nil)
        isOver.raise()
    }

    /// Gives a seat control if nobody else has it whose link still holds.
    func take(_ seat: UUID, _ link: UUID) async {
        let holder = control.withLockedValue(\.holder)
        if let holder, holder != link {
            guard await isRevoked(holder) else { return }
        }
        if await isRevoked(link) { return }
        change { control in
            guard control.holder == holder || control.holder == link else { return }
            if control.seat != seat { control.epoch += 1 }
            (control.holder, control.seat) = (link, seat)
        }
    }

    /// Takes control from a seat; nobody has it then.
    func release(_ seat: UUID) {
        change { control in
            guard control.seat == seat else { return }
            (control.holder, control.seat) = (nil, nil)
            control.epoch += 1
        }
    }

    /// Whether a seat has control, in which epoch, and whether anybody has.
    func standing(of seat: UUID) -> (isYours: Bool, epoch: Int, isTaken: Bool) {
        control.withLockedValue { ($0.seat == seat, $0.epoch, $0.holder != nil) }
    }

    func sit(_ seat: UUID, _ news: Signal) -> Bool {
        control.withLockedValue { control in
            guard control.seats.count < Self.mostSeats else { return false }
            control.seats[seat] = news
            return true
        }
    }

    /// A seat is left; who has control keeps it unless they gave it back.
    func leave(_ seat: UUID) { control.withLockedValue { $0.seats[seat] = nil } }

    private func change<R>(_ body: (inout Control) -> R) -> R {
        let (result, seats) = control.withLockedValue { control in
            let result = body(&control)
            return (result, Array(control.seats.values))
        }
        for news in seats { news.raise() }
        return result
    }
}
