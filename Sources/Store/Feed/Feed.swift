public import Logging
import NIOConcurrencyHelpers
import Postgres
import Waiting

/// Tells a process of the changes that any process makes: one a process, at rest while nobody listens.
///
/// The changes come as the server commits them, over a temporary slot (decision 0027). Where the server does not allow
/// that they are looked for in the tables. Whoever begins to listen is told when the feed is live: what is written after
/// that is told.
public final class Feed: Sendable {
    /// How changes are heard of.
    public enum Mode: Sendable, Hashable {
        /// Nobody listens.
        case resting
        /// The stream is being opened.
        case starting
        /// They are streamed.
        case streaming
        /// They are read from a slot ten times a second, for this reason.
        case reading(String)
        /// They are looked for, for this reason.
        case polling(String)

        /// Whether what is written from now on is told.
        public var isLive: Bool {
            switch self {
            case .streaming, .reading, .polling: true
            case .resting, .starting: false
            }
        }

        /// A word for logs and health.
        public var name: String {
            switch self {
            case .resting: "resting"
            case .starting: "starting"
            case .streaming: "streaming"
            case .reading: "reading"
            case .polling: "polling"
            }
        }
    }

    private struct State {
        var mode = Mode.resting
        var listener: FeedListener?
    }

    /// Who watches which jobs.
    public let board: JobBoard
    let demand = Demand()
    let tables: FeedTables
    let pool: PostgresPool
    private let state = Waiters<State, Void>(State())

    /// How long the stream is kept when nobody listens any more.
    static let patience = Duration.seconds(600)

    /// The feed of a database.
    ///
    /// - Parameter store: the database.
    public init(_ store: Store) {
        pool = store.pool
        tables = FeedTables(pool: store.pool)
        board = JobBoard(demand)
    }

    /// How changes are heard of now.
    public var mode: Mode { state.change { $0.state.mode } }

    /// Who is told of changes themselves; there is one, which passes them on.
    public var listener: FeedListener? {
        get { state.change { $0.state.listener } }
        set { state.change { $0.state.listener = newValue } }
    }

    /// How many listen.
    public var listeners: Int { demand.count }

    /// The tables of which changes are told.
    ///
    /// - Throws: `PostgresError`.
    public func published() async throws -> [Change.Table] {
        if case .polling = mode { return try await tables.ours() }
        return try await tables.published()
    }

    /// The present moment, for somebody who begins to listen.
    ///
    /// - Throws: `PostgresError`.
    public func beginning() async throws -> FeedBeginning { FeedBeginning(snapshot: try await tables.snapshot()) }

    /// Somebody begins to listen.
    public func enter() { demand.enter() }

    /// Somebody who listened has gone.
    public func leave() { demand.leave() }

    /// Waits until what is written from now on is told; whoever waits has entered.
    ///
    /// - Parameter limit: how long to wait.
    /// - Returns: whether it is.
    public func isLive(within limit: Duration) async -> Bool {
        if mode.isLive { return true }
        let isOver = Signal()
        await withDiscardingTaskGroup { group in
            group.addTask {
                try? await self.state.wait { room, _ in
                    room.state.mode.isLive ? .success(()) : nil
                } cancelled: { _, _ in
                    .success(())
                }
                isOver.raise()
            }
            await isOver.wait(atMost: limit, on: ContinuousClock())
            group.cancelAll()
        }
        return mode.isLive
    }

    func become(_ mode: Mode) {
        state.change { room in
            room.state.mode = mode
            if mode.isLive { room.answerAll(.success(())) }
        }
    }

    /// Tells those who listen, until the task is cancelled.
    ///
    /// - Parameter logger: told how changes are heard of, when that changes.
    public func run(logger: Logger) async {
        var source = FeedSource(feed: self)
        var failures = 0
        while !Task.isCancelled {
            await demand.isThere.wait()
            if Task.isCancelled { return }
            do {
                try await source.stream { mode in
                    failures = 0
                    guard case .reading(let reason) = mode else { return }
                    logger.notice(
                        "changes are read from a slot ten times a second instead of streamed",
                        metadata: ["reason": "\(reason)"]
                    )
                }
                become(.resting)
            } catch {
                if Task.isCancelled { return }
                failures += 1
                let reason = source.reason(error)
                if failures == 1 || failures.isMultiple(of: 20) {
                    logger.notice("changes are looked for instead of streamed", metadata: ["reason": "\(reason)"])
                }
                // A stream that was lost is soon there again; a server that refuses one needs somebody first.
                await source.poll(for: .seconds(min(60, 1 << min(failures - 1, 6))), because: reason)
            }
        }
    }
}
