import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import Outbound
import Store
import Waiting

/// Has a job wait for a human: writes the pause, gives its slot to others, and waits for the answer (R14, R51).
struct JobHelp: Sendable {
    let job: Job
    let held: HeldJob
    let journal: JobJournal
    let camera: Camera
    let time: JobTime
    let keeper: SessionKeeper

    private var tools: WorkerTools { held.tools }

    /// How often the row is looked at when nothing wakes.
    private static let pause = Duration.seconds(1)
    private static let betweenPictures = Duration.milliseconds(1_500)

    /// Asks for help, and waits.
    ///
    /// - Parameters:
    ///   - wanted: what is wanted.
    ///   - page: the page that it is wanted on.
    ///   - context: its browser context, whose state is kept for the worker that may have to go on without it.
    ///   - watch: looks whether the person sends the application.
    /// - Returns: what came of it.
    /// - Throws: `CancellationError` when the job is called off meanwhile; what the database throws when the pause cannot
    ///   be written.
    func ask(
        _ wanted: Interaction,
        with page: Page,
        in context: BrowserContext,
        watching watch: SubmitWatch
    ) async throws -> Help {
        if wanted.kind == .login { await keeper.noteWall() }
        guard job.humanHelp == .on else { return .unavailable }
        if let given = try await givenBefore(wanted.kind) { return hidden(.given(given)) }
        var interaction = wanted
        interaction.screenshot = try await camera.picture(of: page, called: "blocker", isForHelp: true)
        let link: String? = if let key = interaction.screenshot { await link(to: key) } else { nil }
        try? await journal.flush()
        let answered = held.workload.pause(held.lease)
        time.stop()
        held.slot.leave()
        defer {
            held.workload.goOn(held.lease)
            time.goOn()
            held.slot.take()
        }
        let live = tools.liveLink.map { link in { @Sendable in link(job.id, $0) } }
        let pause = try await held.insist {
            try await tools.store.jobs.pause(held.lease, interaction, links: .init(screenshot: link, live: live))
        }
        guard let pause else {
            held.lost.raise()
            return .leaseLost
        }
        tools.outboxSignal.raise()
        held.logger.info("waiting for a human", metadata: ["for": "\(interaction.kind.rawValue)"])
        let sites = Set([WebAddress(job.targetURL.text)?.site].compactMap(\.self))
        tools.live.open(job: job.id, pause: pause, context: context, page: page, sites: sites)
        defer { tools.live.close(job: job.id) }
        let help = try await handOver(context, watch, until: answered)
        if case .given = help, wanted.kind == .login || wanted.kind == .twoFactor { await keepLogin(context) }
        return hidden(help)
    }

    /// Waits for whoever helps: what may be the application leaves once that is written down, and not before.
    private func handOver(_ context: BrowserContext, _ watch: SubmitWatch, until answered: Signal) async throws -> Help
    {
        if !journal.hasIntended { context.holdRequests(watch.mayCarry) { answered.raise() } }
        var isOurs = false
        // What could not be written down does not leave.
        defer { isOurs ? context.releaseRequests() : context.refuseRequests() }
        let help = try await wait(for: answered, context, watch)
        // Pressed at the very moment it was answered.
        if help.keepsPage, !journal.hasIntended, watch.hasSent() { try await noteSent(context) }
        isOurs = help.keepsPage
        return help
    }

    /// Keeps what a log-in has left.
    private func keepLogin(_ context: BrowserContext) async {
        // What was typed on the page has left its mark already; what we are to type is kept at the end.
        keeper.noteLogin()
        // Scripts answer only once the page is there, which may take its time.
        await keeper.keepCookies(context)
        await keeper.keep(context)
    }

    /// Keeps what is about to be typed out of all pictures.
    private func hidden(_ help: Help) -> Help {
        switch help {
        case .given(.credentials(_, let password)): camera.hide(password)
        case .given(.code(let code)): camera.hide(code)
        default: break
        }
        return help
    }

    /// What a person gave when the job had no page: it was queued again for it.
    private func givenBefore(_ kind: Interaction.Kind) async throws -> Resolution? {
        let given = try await held.insist { try await tools.store.help.takeResolution(held.lease) }
        return given != .manual && kind.resolutions.contains(given.kind) ? given : nil
    }

    private func link(to picture: String) async -> String? {
        await tools.link(to: picture)
    }

    private func wait(
        for answered: Signal,
        _ context: BrowserContext,
        _ watch: SubmitWatch
    ) async throws -> Help {
        await keeper.keep(context, for: held.lease)
        var pictured = tools.clock.now
        while true {
            try Task.checkCancellation()
            answered.lower()
            if !journal.hasIntended, watch.hasSent() { try await noteSent(context) }
            // A page whose form was sent already is left only when the worker stops: nobody could go on without it.
            let most = journal.hasIntended ? Int.max : tools.mostPaused
            let mustPark = held.workload.mustPark(held.lease, most) { tools.live.stage(of: $0)?.isWatched ?? false }
            if mustPark { return try await park(context) }
            switch try? await tools.store.jobs.waiting(held.lease) {
            case .resumed:
                return .given(try await held.insist { try await tools.store.help.takeResolution(held.lease) })
            case .unanswered: return .unanswered
            case .lost:
                held.lost.raise()
                return .leaseLost
            // A database that is away for a moment: the heartbeat ends what is away for long.
            case .paused(let wantsPicture)?:
                if wantsPicture, tools.clock.now - pictured > Self.betweenPictures {
                    pictured = tools.clock.now
                    await keepPicture(context)
                }
                await answered.wait(atMost: Self.pause, on: tools.clock)
            case nil: await answered.wait(atMost: Self.pause, on: tools.clock)
            }
        }
    }

    /// Writes down that whoever helps has sent the application, or may have: should the worker die now, nobody sends it
    /// again.
    private func noteSent(_ context: BrowserContext) async throws {
        let url = context.latestPage.map { PageAddress($0.url).plain }
        try await held.insist { try await journal.noteSubmit(at: url) }
        await journal.report(.submitSeen)
        context.releaseRequests(once: true)
    }

    /// Keeps a picture for somebody whom no socket reaches; whoever has the page in hand sees it anyway.
    private func keepPicture(_ context: BrowserContext) async {
        let stage = tools.live.stage(of: job.id)
        guard stage?.isHeld != true, let page = stage?.page ?? context.latestPage,
            await camera.stillPicture(of: page)
        else { return }
        try? await tools.store.liveLinks.notePicture(of: job.id)
    }

    /// Closes the page: what sites have left in the browser is kept, and the job waits without a worker.
    private func park(_ context: BrowserContext) async throws -> Help {
        await keeper.keep(context, for: held.lease)
        held.logger.info("its page is closed while it waits for a human")
        return .parked
    }
}
