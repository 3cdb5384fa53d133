import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import Outbound
import Waiting

/// Has a job wait for the person whose browser it is, or for whoever answers elsewhere.
struct DeskHelp: Sendable {
    let tools: DeskTools
    let journal: DeskJournal
    let time: JobTime
    let host: String

    /// How often the service is asked whether somebody has answered.
    private static let pause = Duration.seconds(1)

    func ask(
        _ wanted: Interaction,
        with page: Page,
        in context: BrowserContext,
        watching watch: SubmitWatch
    ) async throws -> Help {
        var interaction = wanted
        interaction.screenshot = await journal.keep(page, as: "blocker")
        try? await journal.flush()
        time.stop()
        defer { time.goOn() }
        let answered = Signal()
        // What may be the application leaves once that is written down, and not before.
        if !journal.hasIntended { context.holdRequests(watch.mayCarry) { answered.raise() } }
        var isOurs = false
        // What could not be written down does not leave.
        defer { isOurs ? context.releaseRequests() : context.refuseRequests() }
        guard try await journal.isHeld("pause", ["interaction": interaction.whole]) else { return .leaseLost }
        tools.logger.info("waiting for the person", metadata: ["for": "\(interaction.kind.rawValue)"])
        // What was said before is no answer to this.
        _ = tools.isDone()
        await tools.show(.waits(host: host, interaction.message, isReview: interaction.kind == .review))
        let help = try await wait(for: answered, context, watch, isReview: interaction.kind == .review)
        // Pressed at the very moment it was answered.
        if help.keepsPage, !journal.hasIntended, watch.hasSent() {
            guard try await noteSent(context, watch, isReview: false) else { return .leaseLost }
        }
        isOurs = help.keepsPage
        if case .given = help, [.login, .twoFactor].contains(wanted.kind) { await tools.keep(context) }
        if interaction.kind != .review { await tools.show(.filling(host: host)) }
        return help
    }

    private func wait(
        for answered: Signal,
        _ context: BrowserContext,
        _ watch: SubmitWatch,
        isReview: Bool
    ) async throws -> Help {
        while true {
            try Task.checkCancellation()
            guard !journal.lost.isRaised else { return .leaseLost }
            answered.lower()
            if !journal.hasIntended, watch.hasSent() {
                guard try await noteSent(context, watch, isReview: isReview) else { return .leaseLost }
            }
            guard !context.pages.isEmpty else { throw WindowClosed() }
            if !isReview, tools.isDone() { _ = try await journal.isHeld("resume") }
            switch try? await journal.call("waiting") {
            case let reply? where reply["state"] == "resumed":
                return .given(Resolution(reply["resolution"]) ?? .manual)
            case let reply? where reply["state"] == "unanswered": return .unanswered
            case let reply? where reply["state"] == "lost":
                journal.lost.raise()
                return .leaseLost
            default: await answered.wait(atMost: Self.pause, on: tools.clock)
            }
        }
    }

    /// Writes down that the person has sent the application, or may have, and lets it leave.
    ///
    /// - Returns: false where the job is somebody else's.
    private func noteSent(_ context: BrowserContext, _ watch: SubmitWatch, isReview: Bool) async throws -> Bool {
        await watch.lookLast()
        let url = context.latestPage.map { PageAddress($0.url).plain }
        guard try await journal.noteSubmit(at: url) else { return false }
        journal.report(.submitSeen)
        context.releaseRequests(once: true)
        // They are done here: nobody has to say so as well.
        return isReview ? try await journal.isHeld("resume") : true
    }
}

/// The person has closed the window of a job.
struct WindowClosed: Error {}
