import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import Outbound
import Store
import Waiting

/// One attempt at one job, as a value that goes down a short pipe: start → files → page → hands → outcome → record.
struct JobRun: Sendable {
    let job: Job
    let lease: Lease
    /// Raised when the lease is lost or the job cancelled: stop at once.
    let lost: Signal
    let tools: WorkerTools
    /// How long the outcome of a job is held when the database is away: less than the time after which another worker
    /// would be given the job.
    let patience: Duration

    /// How many browsers a job may lose before it fails with `browser_crashed`.
    private static let mostRecoveries = 2

    /// Does the job and writes down how it ended.
    func run() async {
        var logger = tools.logger
        logger[metadataKey: "job"] = "\(job.id.uuidString.lowercased())"
        do {
            if let refusal = JobFailure.refusing(job, rules: BodyRules(addressRule: tools.addresses)) {
                return try await refuse(refusal, logger)
            }
            guard let started = try await insist({ try await tools.store.jobs.start(lease) }) else { return }
            let camera = Camera(job: job.id, tools: tools)
            let journal = JobJournal(
                started,
                lease: lease,
                store: tools.store,
                camera: camera,
                lost: lost,
                now: tools.now
            )
            let outcome = await within(tools.timeLimit(started), started, journal, camera, logger)
            // A call that was cut off is written down now; the sweep of the queue finds what is not.
            try? await insist { try await journal.writeCalls() }
            try await insist { try await record(outcome, journal, logger) }
        } catch {
            // The database is away: the lease runs out and another worker's rescue decides (R8).
            logger.error("job could not be recorded", metadata: ["error": "\(error)"])
        }
    }

    /// Ends a job whose row is none that may be done, before anything acts on what it says (R67).
    private func refuse(_ refusal: JobFailure, _ logger: Logger) async throws {
        if !job.unreadable.isEmpty { logger.critical("a job's row cannot be read") }
        let end = try await insist { try await tools.store.jobs.fail(lease, refusal) }
        logger.info("job refused", metadata: ["code": "\(refusal.code.rawValue)", "end": "\(end)"])
        tools.outboxSignal.raise()
    }

    /// Races the job against its time limit and the loss of its lease; whoever is first stops the others.
    private func within(
        _ limit: Duration,
        _ job: Job,
        _ journal: JobJournal,
        _ camera: Camera,
        _ logger: Logger
    ) async -> JobOutcome {
        let clock = tools.clock
        let reached = Reached()
        return await withTaskGroup(of: JobOutcome?.self) { group in
            group.addTask { await drive(job, journal, camera, reached, logger) }
            group.addTask {
                await lost.wait()
                return Task.isCancelled ? nil : .leaseLost
            }
            group.addTask {
                try? await clock.sleep(until: clock.now.advanced(by: limit), tolerance: nil)
                return Task.isCancelled ? nil : await ended(job, journal, reached)
            }
            group.addTask {
                await journal.run(on: clock)
                return nil
            }
            var outcome: JobOutcome?
            while outcome == nil, let next = await group.next() { outcome = next }
            group.cancelAll()
            await group.waitForAll()
            return outcome ?? .leaseLost
        }
    }

    /// The end of a job whose time is up: what its hands have reached, else that it took too long, with a picture.
    private func ended(_ job: Job, _ journal: JobJournal, _ reached: Reached) async -> JobOutcome {
        if let outcome = reached.outcome { return outcome }
        journal.close()
        let picture = await reached.picture()
        if let outcome = reached.outcome { return outcome }
        let limit = String(tools.timeLimit(job).components.seconds)
        return .failed(JobFailure(.jobTooLong, limit, screenshots: [picture].compactMap(\.self)))
    }

    private func drive(
        _ job: Job,
        _ journal: JobJournal,
        _ camera: Camera,
        _ reached: Reached,
        _ logger: Logger
    ) async -> JobOutcome? {
        let choice = tools.models.choose(job.model, quality: job.quality)
        // Without a model such a job is over before a browser is troubled.
        if needsModel(job), case .none(let reason) = choice {
            return .failed(JobFailure(.modelMissing, reason))
        }
        switch await FileStage(tools: tools, job: job).fetch() {
        case .failed(let failure): return Task.isCancelled ? nil : .failed(failure)
        case .ready(let folder, let applicant):
            defer { folder?.remove() }
            let stage = PageStage(
                tools: tools,
                job: job,
                applicant: applicant,
                journal: journal,
                camera: camera,
                reached: reached,
                choice: choice
            )
            do {
                return try await recovering(stage, journal)
            } catch is CancellationError {
                return nil
            } catch {
                return .failed(failure(error, logger))
            }
        }
    }

    private func needsModel(_ job: Job) -> Bool {
        job.jobType == .custom || (job.jobType == .scrape && job.inputData["schema"].object != nil)
    }

    /// Begins the form anew in another browser when the one at work dies, unless its submit was begun (R8).
    private func recovering(_ stage: PageStage, _ journal: JobJournal) async throws -> JobOutcome {
        var crashes = 0
        while true {
            do {
                return try await stage.run { if crashes > 0 { await recovered(crashes, journal) } }
            } catch let error as ChromiumError where error.code == .crashed || error.code == .closed {
                crashes += 1
                await journal.report(
                    JobEvent(
                        .browserCrashDetected,
                        ["attempt": .int(Int64(crashes)), "error_message": .string(error.failure.message)]
                    )
                )
                if journal.hasIntended || crashes > Self.mostRecoveries { throw error }
            }
        }
    }

    private func recovered(_ attempt: Int, _ journal: JobJournal) async {
        await journal.report(JobEvent(.browserCrashRecovered, ["attempt": .int(Int64(attempt))]))
    }

    private func failure(_ error: any Error, _ logger: Logger) -> JobFailure {
        if let error = error as? ChromiumError {
            logger.warning("browser failed", metadata: ["error": "\(error)"])
            return error.failure
        }
        logger.error("attempt failed", metadata: ["error": "\(type(of: error))"])
        return JobFailure(.ownFault)
    }

    /// Tries again while the database is away; what was written twice is written once, for the lease ends with it.
    private func insist<Value: Sendable>(_ write: () async throws -> Value) async throws -> Value {
        let end = tools.clock.now.advanced(by: patience)
        while true {
            do {
                return try await write()
            } catch  where tools.clock.now < end && !Task.isCancelled {
                try await tools.clock.sleep(until: tools.clock.now.advanced(by: .seconds(1)), tolerance: nil)
            }
        }
    }

    private func record(_ outcome: JobOutcome, _ journal: JobJournal, _ logger: Logger) async throws {
        switch outcome {
        case .leaseLost:
            logger.info("lease lost, job left alone")
        case .completed(let result):
            try await journal.flush()
            let end = try await tools.store.jobs.complete(lease, result)
            logger.info("job ended", metadata: ["end": "\(end)", "actions": "\(result.cost.actionCount)"])
        case .failed(let failure):
            try await journal.flush()
            let end = try await tools.store.jobs.fail(lease, failure)
            logger.info("job attempt failed", metadata: ["code": "\(failure.code.rawValue)", "end": "\(end)"])
        }
        tools.outboxSignal.raise()
    }
}

extension ChromiumError {
    /// The failure that a caller is told of; the browser's own words stay in the log.
    fileprivate var failure: JobFailure {
        switch code {
        case .crashed, .closed: JobFailure(.browserDied)
        case .notFound, .launchFailed: JobFailure(.browserMissing)
        case .timedOut: JobFailure(.pageFrozen)
        case .navigation: JobFailure(.pageUnreachable, "the browser gave the navigation up")
        case .detached, .notActionable, .script, .protocol: JobFailure(.pageChanged, message)
        }
    }
}
