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
        // Where the job is lost nothing is let go ever.
        defer { if !journal.lost.isRaised { context.releaseRequests() } }
        guard try await journal.isHeld("pause", ["interaction": interaction.whole]) else { return .leaseLost }
        tools.logger.info("waiting for the person", metadata: ["for": "\(interaction.kind.rawValue)"])
        // What was said before is no answer to this.
        _ = tools.isDone()
        await tools.show(.waits(host: host, interaction.message, isReview: interaction.kind == .review))
        let help = try await wait(for: answered, context, watch, isReview: interaction.kind == .review)
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
            let kept = context.takeHeldRequests()
            if !journal.hasIntended, watch.hasSent() {
                await watch.lookLast()
                guard try await journal.noteSubmit(at: context.latestPage.map { PageAddress($0.url).plain }) else {
                    return .leaseLost
                }
                journal.report(.submitSeen)
                context.releaseRequests(once: true)
                for goOn in kept { goOn() }
                // They are done here: nobody has to say so as well.
                if isReview {
                    guard try await journal.isHeld("resume") else { return .leaseLost }
                }
            } else {
                for goOn in kept { goOn() }
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
}

/// The person has closed the window of a job.
struct WindowClosed: Error {}
