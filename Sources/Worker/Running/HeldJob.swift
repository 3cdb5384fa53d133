import Foundation
import GhostHands
import Logging
import Store
import Waiting

/// A job that a worker holds, before anybody has looked what it is.
struct HeldJob: Sendable {
    let lease: Lease
    /// Raised when the lease is lost or the job cancelled: stop at once.
    let lost: Signal
    let tools: WorkerTools
    /// How long the outcome of a job is held when the database is away: less than the time after which another worker
    /// would be given the job.
    let patience: Duration
    /// Names the job in what it logs.
    let logger: Logger
    /// The worker's jobs, of which this is one.
    let workload: Workload
    /// The place that it takes among them.
    var slot: Slot

    init(_ lease: Lease, lost: Signal, tools: WorkerTools, patience: Duration, workload: Workload, slot: Slot) {
        self.workload = workload
        self.slot = slot
        self.lease = lease
        self.lost = lost
        self.tools = tools
        self.patience = patience
        var logger = tools.logger
        logger[metadataKey: "job"] = "\(lease.jobID.uuidString.lowercased())"
        self.logger = logger
    }

    /// Does the job and writes down how it ended.
    func run() async {
        do {
            let job = try await start()
            // Its callback waits; perhaps also that of one which was refused by a commit whose answer was lost.
            tools.outboxSignal.raise()
            guard let job else { return }
            if job.status == .running { try await JobRun(job, held: self).run() } else { noteRefusal(of: job) }
        } catch {
            // The database is away: the lease runs out and another worker's rescue decides (R8).
            logger.error("job could not be recorded", metadata: ["error": "\(error)"])
        }
    }

    /// Begins the job; one whose row is none that may be done ends before anything acts on what it says (R67).
    private func start() async throws -> Job? {
        let rules = BodyRules(addressRule: tools.addresses)
        return try await insist {
            try await tools.store.jobs.start(lease) { JobFailure.refusing($0, rules: rules) }
        }
    }

    private func noteRefusal(of job: Job) {
        if !job.unreadable.isEmpty { logger.critical("a job's row cannot be read") }
        logger.info("job refused", metadata: ["code": "\(job.errorCode ?? "")"])
    }

    /// Tries again while the database is away; what was written twice is written once, for the lease ends with it.
    func insist<Value: Sendable>(_ write: () async throws -> Value) async throws -> Value {
        let end = tools.clock.now.advanced(by: patience)
        while true {
            do {
                return try await write()
            } catch let error as CancellationError {
                throw error
            } catch  where tools.clock.now < end && !Task.isCancelled {
                try await tools.clock.sleep(until: tools.clock.now.advanced(by: .seconds(1)), tolerance: nil)
            }
        }
    }
}
