import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import Outbound
import Store
import Waiting

/// Lends the hands a page of the shared browser, and keeps a picture of where they stopped.
struct PageStage: Sendable {
    let run: JobRun
    /// The applicant, with the paths of their files.
    let applicant: Applicant
    /// The job's model, or what to set.
    let choice: ModelShelf.Choice

    private var job: Job { run.job }
    private var tools: WorkerTools { run.tools }

    /// Runs the hands.
    ///
    /// - Parameter onReady: called when there is a page to work in.
    /// - Returns: the outcome with its picture.
    /// - Throws: what ``Attempt/run(in:page:)`` throws.
    func work(onReady: () async -> Void) async throws -> JobOutcome {
        try await tools.browsers.withBrowser { browser in
            let lock = SiteLock()
            // Whoever asks no model needs none; judging documents costs each a moment.
            var options = ContextOptions.guarded(by: tools.addresses, lookup: tools.names.addresses)
            options.trace = run.recording?.steps.recorder
            options.storageState = await run.keeper.restored(run.held.lease)
            if job.jobType == .custom { options.downloads = try artifacts.rules() }
            defer { if job.jobType == .custom { artifacts.clear() } }
            return try await browser.withContext(usesLock ? options.locked(by: lock) : options) { context in
                try await context.withPage { page in
                    await onReady()
                    return try await attempt(context, page, lock)
                }
            }
        }
    }

    private func attempt(_ context: BrowserContext, _ page: Page, _ lock: SiteLock) async throws -> JobOutcome {
        run.state.show { try? await run.camera.picture(of: context.latestPage ?? page, called: "final") }
        run.state.hold { await run.keeper.keep(context) }
        defer {
            run.state.show(nil)
            run.state.hold(nil)
        }
        var limits = Attempt.Limits()
        limits.answering = tools.modelPatience
        let attempt = Attempt(
            task,
            supervisor: supervisor(context),
            model: model,
            imageModel: model.flatMap { tools.models.chooseForImages(job.imageModel, beside: $0) },
            lock: usesLock ? lock : nil,
            clock: tools.clock,
            now: tools.now,
            limits: limits
        )
        var result = try await attempt.run(in: context, page: page)
        if let data = result.data?.object, job.jobType == .custom {
            let files = await artifacts.keep(await context.settledDownloads(timeout: .seconds(10)))
            if !files.isEmpty { result.data = .object(data.merging(["files": .array(files)]) { $1 }) }
        }
        // While the picture is taken.
        let end = result.end
        async let kept: Void = keepSession(context, after: end)
        run.state.end(result.outcome(screenshots: []))
        // Where it stopped before the end, what it was given may still stand on the page.
        let mayShow = result.end == .done
        let picture = try await run.camera.picture(of: context.latestPage ?? page, called: "final", isForHelp: !mayShow)
        await kept
        guard let picture else { return result.outcome(screenshots: []) }
        let link = await tools.link(to: picture)
        return result.outcome(screenshots: [picture], screenshotURL: link)
    }

    private func keepSession(_ context: BrowserContext, after end: AttemptEnd) async {
        if end == .done || run.keeper.hasLogin { await run.keeper.keep(context) }
    }

    private func supervisor(_ context: BrowserContext) -> JobSupervisor {
        let people = JobHelp(
            job: job,
            held: run.held,
            journal: run.journal,
            camera: run.camera,
            time: run.time,
            keeper: run.keeper
        )
        var record: (@Sendable (JobEvent) async -> Void)?
        if let steps = run.recording?.steps { record = { await steps.hear($0, in: context) } }
        return JobSupervisor(
            job: job,
            journal: run.journal,
            purse: run.purse,
            store: tools.store,
            people: people,
            vault: JobVault(
                job: job.id,
                user: job.userID,
                tools: tools,
                time: run.time,
                logger: run.held.logger
            ),
            record: record
        )
    }

    private var artifacts: Artifacts {
        Artifacts(
            job: job.id,
            parent: tools.stagingFolder,
            blobs: tools.blobs,
            links: tools.links,
            now: tools.now,
            logger: run.held.logger
        )
    }

    private var usesLock: Bool { model != nil || job.jobType == .scrape || job.jobType == .custom }

    /// The job's model, where there is one: what needs none is done all the same.
    private var model: ChosenModel? {
        guard job.executionMode != .cookbookOnly, case .chosen(let model) = choice else { return nil }
        return model
    }

    private var task: AttemptTask {
        var task = AttemptTask(
            url: job.targetURL,
            applicant: applicant,
            submits: true,
            showsValues: tools.showsValues
        )
        switch run.input {
        case .apply(_, let submits), .fillForm(_, let submits): task.may.submit = submits
        case .scrape(_, let schema, let mostPages): (task.wanted.schema, task.wanted.mostPages) = (schema, mostPages)
        case .custom(_, let schema): task.wanted.schema = schema
        }
        task.may.openAccount = job.accountCreation == .allowed
        task.kind = job.jobType
        task.replay.mode = job.executionMode
        task.replay.stepCost = tools.stepCost
        task.wanted.instruction = job.taskDescription
        if case .none(let reason) = choice { task.whyNoModel = reason }
        return task
    }
}
