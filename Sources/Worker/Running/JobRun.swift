import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import Outbound
import Store
import Waiting

/// One attempt at one job, as a value that goes down a short pipe: files → page → hands → outcome → record.
struct JobRun: Sendable {
    /// The row as the attempt began, with what its caller sent.
    let job: Job
    /// What it works from.
    let input: JobInput
    let held: HeldJob
    let camera: Camera
    let journal: JobJournal
    let purse: JobPurse
    let keeper: SessionKeeper
    /// Records it; nil where nobody wants that.
    let recording: Recording?
    /// How far it has come.
    let state = AttemptState()
    /// How long it may still work.
    let time: JobTime
    private let begun: ContinuousClock.Instant

    /// How many browsers a job may lose before it fails with `browser_crashed`.
    private static let mostRecoveries = 2

    init(_ job: Job, held: HeldJob) {
        let tools = held.tools
        self.job = job
        input = job.input
        self.held = held
        camera = Camera(job: job.id, blobs: tools.blobs, clock: tools.clock, now: tools.now, logger: held.logger)
        journal = JobJournal(
            job,
            lease: held.lease,
            store: tools.store,
            camera: camera,
            lost: held.lost,
            now: tools.now
        )
        recording = Recording(job, tools: tools, logger: held.logger)
        keeper = SessionKeeper(job, store: tools.store, journal: journal, now: tools.now, logger: held.logger)
        begun = tools.clock.now
        time = JobTime(tools.timeLimit(job), on: tools.clock)
        purse = JobPurse(job, lease: held.lease, spending: tools.store.spending, journal: journal)
    }

    var tools: WorkerTools { held.tools }

    /// Does the job and writes down how it ended.
    ///
    /// - Throws: when that could not be written down.
    func run() async throws {
        let outcome = await withinItsTime()
        // A call that was cut off is written down now; the sweep of the queue finds what is not.
        try? await held.insist { try await purse.writeCalls() }
        if let recording {
            // What it shows was told before it.
            try? await journal.flush()
            await recording.keep(outcome)
        }
        try await held.insist { try await record(outcome) }
    }

    /// Races the job against its time limit and the loss of its lease; whoever is first stops the others.
    private func withinItsTime() async -> JobOutcome {
        let clock = tools.clock
        return await withTaskGroup(of: JobOutcome?.self) { group in
            group.addTask { await drive() }
            group.addTask {
                await held.lost.wait()
                guard !Task.isCancelled else { return nil }
                // The worker stops, and the job's browser with it.
                if held.workload.isDraining { await state.keepSession() }
                return .leaseLost
            }
            group.addTask {
                await time.runOut()
                return Task.isCancelled ? nil : await outcomeAtTheLimit(tools.timeLimit(job))
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
    private func outcomeAtTheLimit(_ limit: Duration) async -> JobOutcome {
        if let outcome = state.outcome { return outcome }
        journal.close()
        let picture = await state.picture()
        if let outcome = state.outcome { return outcome }
        let seconds = String(limit.components.seconds)
        return .failed(JobFailure(.jobTooLong, seconds, screenshots: [picture].compactMap(\.self)))
    }

    /// Gets the files and runs the hands; nil when it was called off.
    private func drive() async -> JobOutcome? {
        let choice = tools.models.choose(job.model, quality: job.quality)
        // Without a model such a job is over before a browser is troubled.
        if input.needsModel, case .none(let reason) = choice {
            return .failed(JobFailure(.modelMissing, reason))
        }
        let files = FileStage(job, input, files: tools.resumes, parent: tools.stagingFolder, logger: held.logger)
        switch await files.fetch() {
        case .failed(let failure): return Task.isCancelled ? nil : .failed(failure)
        case .ready(let folder, let applicant):
            defer { folder?.remove() }
            do {
                return try await recovering(PageStage(run: self, applicant: applicant, choice: choice))
            } catch is CancellationError {
                return nil
            } catch {
                return .failed(failure(error))
            }
        }
    }

    /// Begins the form anew in another browser when the one at work dies, unless its submit was begun (R8).
    private func recovering(_ stage: PageStage) async throws -> JobOutcome {
        var crashes = 0
        while true {
            do {
                return try await stage.work { if crashes > 0 { await recovered(crashes) } }
            } catch let error as ChromiumError where error.code == .crashed || error.code == .closed {
                crashes += 1
                await journal.report(.browserCrashDetected(attempt: crashes, message: error.failure.message))
                if journal.hasIntended || crashes > Self.mostRecoveries { throw error }
            }
        }
    }

    private func recovered(_ attempt: Int) async {
        await journal.report(.browserCrashRecovered(attempt: attempt))
    }

    private func failure(_ error: any Error) -> JobFailure {
        if let error = error as? ChromiumError {
            held.logger.warning("browser failed", metadata: ["error": "\(error)"])
            return error.failure
        }
        held.logger.error("attempt failed", metadata: ["error": "\(type(of: error))"])
        return JobFailure(.ownFault)
    }

    private func record(_ outcome: JobOutcome) async throws {
        switch outcome {
        case .leaseLost:
            held.logger.info("lease lost, job left alone")
        case .parked:
            try await journal.flush()
            let end = try await tools.store.jobs.park(held.lease)
            note(end)
        case .completed(let result):
            try await journal.flush()
            let end = try await tools.store.jobs.complete(held.lease, result)
            note(end, result.cost, result.mode)
        case .failed(let failure):
            try await journal.flush()
            let end = try await tools.store.jobs.fail(held.lease, failure)
            note(end, failure.cost, failure.mode, failure.code)
        }
        tools.outboxSignal.raise()
    }

    /// Logs how an attempt ended, in one line with all that whoever looks into it asks first.
    private func note(_ end: JobEnd, _ cost: CostBreakdown? = nil, _ mode: FinalMode? = nil, _ code: ErrorCode? = nil) {
        var told: Logger.Metadata = [
            "end": "\(end.word)", "type": "\(job.jobType.rawValue)", "attempt": "\(job.retryCount + 1)",
            "ms": "\(Int((tools.clock.now - begun) / .milliseconds(1)))",
        ]
        if let waited = job.startedAt.map({ $0.timeIntervalSince(job.createdAt) }), job.retryCount == 0 {
            told["waited_ms"] = "\(Int(max(0, min(waited, 1e9)) * 1000))"
        }
        if let cost {
            told["actions"] = "\(cost.actionCount)"
            told["tokens"] = "\(cost.totalTokens)"
            told["cost_usd"] = "\(cost.total.text)"
        }
        told["mode"] = mode.map { "\($0.rawValue)" }
        told["code"] = code.map { "\($0.rawValue)" }
        told["trace"] = job.trace.map { "\($0.traceID)" }
        held.logger.info("job ended", metadata: told)
    }
}

extension JobEnd {
    /// A word for the log.
    fileprivate var word: String {
        switch self {
        case .completed: "completed"
        case .failed: "failed"
        case .requeued: "requeued"
        case .disowned: "paused"
        case .leaseLost: "lost"
        }
    }
}

extension ChromiumError {
    /// The failure that a caller is told of; the browser's own words stay in the log.
    var failure: JobFailure {
        switch code {
        case .crashed, .closed: JobFailure(.browserDied)
        case .notFound, .launchFailed: JobFailure(.browserMissing)
        case .timedOut: JobFailure(.pageFrozen)
        case .navigation: JobFailure(.pageUnreachable, "the browser gave the navigation up")
        case .detached, .notActionable, .script, .protocol: JobFailure(.pageChanged, message)
        }
    }
}
