public import Logging
public import Outbound
public import ServiceLifecycle
public import Store

/// Removes what was kept long enough (R64).
///
/// That is finished jobs with their events and callbacks, their pictures and files, files whose jobs are gone, and
/// workers that have gone. Every
/// process does it, now and then; they do not disturb each other.
public struct Forgetting: Service {
    /// How long things are kept, in days; nil for ever.
    public struct Terms: Sendable, Hashable {
        /// Finished jobs (`GH_RETENTION_DAYS`).
        public var jobs: Int?
        /// Their pictures and files (`GH_FILE_RETENTION_DAYS`).
        public var files: Int?

        /// Terms.
        ///
        /// - Parameters:
        ///   - jobs: for how many days finished jobs are kept; nil for ever.
        ///   - files: for how many days their pictures and files are; nil for as long as the jobs.
        public init(jobs: Int?, files: Int?) {
            self.jobs = jobs
            self.files = files
        }
    }

    private let store: Store
    private let blobs: any BlobStore
    private let terms: Terms
    private let clock: ContinuousClock
    private let logger: Logger

    /// How often it is done, give or take a fifth.
    private static let interval = Duration.seconds(6 * 3600)

    /// A duty that begins at once.
    ///
    /// - Parameters:
    ///   - store: where the jobs are.
    ///   - blobs: where their files are.
    ///   - terms: how long they are kept.
    ///   - clock: measures the pauses.
    ///   - logger: told of how many were removed.
    public init(
        store: Store,
        blobs: any BlobStore,
        terms: Terms,
        clock: ContinuousClock = ContinuousClock(),
        logger: Logger
    ) {
        self.store = store
        self.blobs = blobs
        self.terms = terms
        self.clock = clock
        self.logger = logger
    }

    /// Forgets until shutdown.
    public func run() async throws { await nowAndThen(every: Self.interval, on: clock) { await once() } }

    /// Removes all whose time is over; what cannot be removed now is tried again the next time.
    public func once() async {
        await attempt("files") {
            guard let days = terms.files else { return 0 }
            return try await forgetPictures(olderThan: days)
        }
        await attempt("jobs") {
            guard let days = terms.jobs else { return 0 }
            return try await inBatches {
                let old = try await store.retention.ended(olderThan: days)
                try await remove(old)
                return try await store.retention.forget(old.map(\.jobID))
            }
        }
        await attempt("orphans") {
            guard let days = terms.files ?? terms.jobs else { return 0 }
            return try await Orphans(store: store, blobs: blobs).remove(olderThan: days)
        }
        await attempt("sessions") { try await inBatches { try await store.sessions.forgetEnded() } }
        await attempt("workers") { try await store.retention.forgetWorkers() }
    }

    private func forgetPictures(olderThan days: Int) async throws -> Int {
        var (count, place): (Int, Retention.Place?) = (0, nil)
        repeat {
            let (old, next) = try await store.retention.pictured(olderThan: days, after: place)
            try await remove(old)
            if !old.isEmpty { try await store.retention.forgetPictures(of: old.map(\.jobID)) }
            (count, place) = (count + old.count, next)
        } while place != nil && !Task.isCancelled
        return count
    }

    private func remove(_ remains: [Retention.Remains]) async throws {
        for key in remains.flatMap(\.files) where BlobKey.isValid(key) { try await blobs.delete(key) }
    }

    private func inBatches(_ batch: () async throws -> Int) async throws -> Int {
        var count = 0
        while !Task.isCancelled {
            let some = try await batch()
            guard some > 0 else { break }
            count += some
        }
        return count
    }

    private func attempt(_ what: String, _ body: () async throws -> Int) async {
        do {
            let count = try await body()
            if count > 0 { logger.info("forgot what was kept long enough", metadata: ["\(what)": "\(count)"]) }
        } catch {
            guard !Task.isCancelled else { return }
            logger.warning("what was kept long enough could not be removed", metadata: ["error": "\(error)"])
        }
    }
}
