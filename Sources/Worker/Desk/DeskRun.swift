import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import Outbound
import Waiting

/// One job in a person's own browser: files → page → hands → the person → record.
struct DeskRun: Sendable {
    let order: DeskOrder
    let tools: DeskTools
    let journal: DeskJournal
    /// Raised when the program is to end.
    let stopping: Signal
    private let time: JobTime
    private let host: String

    init(_ order: DeskOrder, _ tools: DeskTools, until stopping: Signal) {
        self.order = order
        self.tools = tools
        self.stopping = stopping
        journal = DeskJournal(order.lease, tools)
        time = JobTime(.seconds(order.job.timeoutSeconds), on: tools.clock)
        host = order.job.targetURL.web?.host ?? "the page"
    }

    /// How a job left this browser.
    enum End: Sendable {
        /// It was written down how it ended.
        case recorded
        /// The person has closed its window, or the browser: it waits, unless it was sent.
        case closed
        /// It is somebody else's, or the token proves nothing any more.
        case lost
        /// The program was asked to end.
        case calledOff
    }

    /// What became of the hands.
    private enum Ending: Sendable {
        case outcome(JobOutcome)
        case closed
        case lost
        case calledOff
    }

    func run() async -> End {
        await tools.show(.filling(host: host))
        let files: (StagedFolder?, Applicant)
        switch await fetchFiles() {
        case .failed(let failure): return await record(.failed(failure))
        case .ready(let folder, let applicant): files = (folder, applicant)
        }
        defer { files.0?.remove() }
        do {
            let lock = tools.model == nil ? nil : SiteLock()
            return try await tools.browser.withContext(await tools.options(lock)) { context in
                try await context.withPage { page in try await work(context, page, files.1, lock) }
            }
        } catch is CancellationError {
            return await giveBack(as: .calledOff)
        } catch {
            return await giveBack(as: .closed)
        }
    }

    private func work(
        _ context: BrowserContext,
        _ page: Page,
        _ applicant: Applicant,
        _ lock: SiteLock?
    ) async throws -> End {
        let ending = await race(context) { await attempt(context, page, applicant, lock) }
        switch ending {
        case .outcome(.leaseLost), .lost: return await leave(context)
        case .closed: return await giveBack(as: .closed)
        case .outcome(let outcome):
            let end = await record(outcome)
            if case .lost = end { return await leave(context) }
            return end
        case .calledOff, nil:
            // Before it is somebody else's: what was pressed just now could leave a page that is being closed.
            if stopping.isRaised { tools.browser.endAtOnce() }
            return await giveBack(as: .calledOff)
        }
    }

    /// Races the hands against the loss of the job, its time and the program's end.
    private func race(
        _ context: BrowserContext,
        _ hands: @escaping @Sendable () async -> Ending?
    ) async -> Ending? {
        await withTaskGroup(of: Ending?.self) { group in
            group.addTask { await hands() }
            group.addTask {
                await journal.lost.wait()
                return Task.isCancelled ? nil : .lost
            }
            group.addTask {
                await time.runOut()
                let seconds = String(order.job.timeoutSeconds)
                return Task.isCancelled ? nil : .outcome(.failed(JobFailure(.jobTooLong, seconds)))
            }
            group.addTask {
                await stopping.wait()
                return Task.isCancelled ? nil : .calledOff
            }
            group.addTask {
                await journal.run()
                return nil
            }
            var ending: Ending?
            while ending == nil, !Task.isCancelled, let next = await group.next() { ending = next }
            // Whoever presses now presses for nobody: it could not be written down.
            if journal.lost.isRaised { context.refuseRequests() }
            group.cancelAll()
            await group.waitForAll()
            return journal.lost.isRaised ? .lost : ending
        }
    }

    private func attempt(
        _ context: BrowserContext,
        _ page: Page,
        _ applicant: Applicant,
        _ lock: SiteLock?
    ) async -> Ending? {
        let people = DeskHelp(tools: tools, journal: journal, time: time, host: host)
        let budget = tools.budgets.task(order.job.quality)
        let attempt = Attempt(
            task(applicant),
            supervisor: DeskSupervisor(journal: journal, people: people, budget: budget),
            model: tools.model,
            lock: lock,
            clock: tools.clock,
            now: tools.now
        )
        do {
            let result = try await attempt.run(in: context, page: page)
            if result.end == .leaseLost { return .lost }
            if result.end == .done { await tools.keep(context) }
            let last = context.latestPage ?? page
            let picture = await journal.keep(last, as: "final")
            return .outcome(result.outcome(screenshots: [picture].compactMap(\.self)))
        } catch is CancellationError {
            return nil
        } catch is WindowClosed {
            return .closed
        } catch let error as ChromiumError {
            if context.pages.isEmpty || !tools.browser.isAlive { return .closed }
            tools.logger.warning("browser failed", metadata: ["error": "\(error)"])
            return .outcome(.failed(error.failure))
        } catch {
            tools.logger.error("attempt failed", metadata: ["error": "\(type(of: error))"])
            return journal.lost.isRaised ? .lost : .outcome(.failed(JobFailure(.ownFault)))
        }
    }

    private func task(_ applicant: Applicant) -> AttemptTask {
        let job = order.job
        var task = AttemptTask(url: job.targetURL, applicant: applicant, submits: true, showsValues: order.showsValues)
        switch job.input {
        case .apply(_, let submits), .fillForm(_, let submits): task.may.submit = submits
        case .scrape, .custom: task.may.submit = false
        }
        task.company.submits = !job.operatorMaySubmit
        task.company.isThere = true
        task.kind = job.jobType
        task.replay.mode = .aiOnly
        return task
    }

    // MARK: Ends

    private func record(_ outcome: JobOutcome) async -> End {
        do {
            try? await journal.flush()
            let isHeld = try await journal.isHeld("end", ["outcome": outcome.json])
            await tools.show(isHeld ? .ended(host: host, outcome.told) : .lost(host: host))
            return isHeld ? .recorded : .lost
        } catch {
            await tools.show(.lost(host: host))
            return .lost
        }
    }

    /// How long the service has to take a job back; after that it notices by itself.
    private static let patience = Duration.seconds(5)

    /// Gives the job back: what was not sent waits for a browser again, what may have been ends (R8).
    private func giveBack(as end: End) async -> End {
        _ = try? await withDeadline(Self.patience, on: tools.clock) { try await journal.insist("release") }
        if case .closed = end {
            let words =
                journal.hasIntended
                ? "you closed its window after the form was sent: what became of it is not known."
                : "you closed its window: nothing was sent, and the job waits. `ghosthands operator run` takes it again."
            await tools.show(.ended(host: host, words))
        }
        return end
    }

    /// Leaves the page to the person: the hands have stopped, and nothing leaves it any more.
    private func leave(_ context: BrowserContext) async -> End {
        context.refuseRequests()
        if journal.isRevoked { await tools.show(.revoked) }
        await tools.show(.lost(host: host))
        while !stopping.isRaised, tools.browser.isAlive, !context.pages.isEmpty {
            await stopping.wait(atMost: .seconds(1), on: tools.clock)
        }
        if stopping.isRaised { tools.browser.endAtOnce() }
        return .lost
    }

    // MARK: Files

    private func fetchFiles() async -> FileStage.Outcome {
        var applicant = order.job.input.material.applicant
        guard !order.files.isEmpty else { return .ready(nil, applicant) }
        let folder = StagedFolder(in: tools.stagingFolder, named: order.job.id.uuidString.lowercased())
        do {
            for (number, name) in order.files.enumerated() {
                let file = try await tools.line.file(order.lease, number)
                applicant.files[name] = try folder.add(file.data, named: file.name, number: number).path
            }
            return .ready(folder, applicant)
        } catch DeskLine.Fault.refused(_, let words) {
            folder.remove()
            return .failed(JobFailure(.fileUnusable, words))
        } catch DeskLine.Fault.away(let words) {
            folder.remove()
            return .failed(JobFailure(.fileUnreachable, words))
        } catch {
            folder.remove()
            return .failed(JobFailure(.filesNotStaged))
        }
    }
}

extension JobOutcome {
    /// How it ended, for the person.
    fileprivate var told: String {
        switch self {
        case .completed(let result): result.summary
        case .failed(let failure): failure.message
        case .parked, .leaseLost: ""
        }
    }
}
