import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import NIOConcurrencyHelpers
import Outbound
import Waiting

/// Tells the service what happens to one job in a person's own browser, under the job's lease.
final class DeskJournal: Sendable {
    private struct State {
        /// Whether a submit was begun whose end is not known (R8).
        var hasIntended = false
        /// Whether the service has said that the token proves nothing any more.
        var isRevoked = false
    }

    private static let mostAtOnce = 400

    let lease: Lease
    private let line: DeskLine
    private let clock: ContinuousClock
    private let now: @Sendable () -> Date
    private let state = NIOLockedValueBox(State())
    private let waiting = ReportQueue()
    /// Raised when the job is this browser's no more: everything stops at once.
    let lost = Signal()

    init(_ lease: Lease, _ tools: DeskTools) {
        self.lease = lease
        line = tools.line
        clock = tools.clock
        now = tools.now
    }

    var hasIntended: Bool { state.withLockedValue(\.hasIntended) }
    var isRevoked: Bool { state.withLockedValue(\.isRevoked) }

    func report(_ event: JobEvent) { waiting.report(event) }

    func progress(_ progress: JobProgress) { waiting.progress(progress) }

    /// Calls the service about the job.
    ///
    /// - Throws: `DeskLine.Fault`; one that says that the job is lost raises the signal first.
    func call(_ word: String, _ members: [String: JSON] = [:]) async throws -> JSON {
        let body = members.merging(["lease_token": .string(String(lease.token))]) { $1 }
        do {
            return try await line.call("jobs/\(lease.jobID.uuidString.lowercased())/\(word)", .object(body))
        } catch DeskLine.Fault.revoked {
            revoke()
            throw DeskLine.Fault.revoked
        }
    }

    /// The token proves nothing any more.
    func revoke() {
        state.withLockedValue { $0.isRevoked = true }
        lost.raise()
    }

    /// Calls until the service answers, for as long as the job may be ours.
    func insist(_ word: String, _ members: [String: JSON] = [:]) async throws -> JSON {
        while true {
            do {
                return try await call(word, members)
            } catch DeskLine.Fault.away where !lost.isRaised {
                try Task.checkCancellation()
                await lost.wait(atMost: .seconds(1), on: clock)
            }
        }
    }

    /// Calls, and stops everything where the answer is that the job is not ours.
    func isHeld(_ word: String, _ members: [String: JSON] = [:]) async throws -> Bool {
        let isHeld = try await insist(word, members)["held"].bool == true
        if !isHeld { lost.raise() }
        return isHeld
    }

    // MARK: The submit

    /// Records that the final submit will be pressed by the program (R8).
    func intendSubmit(on page: Page) async throws -> Bool {
        let picture = await keep(page, as: "submit")
        try await flush()
        guard !lost.isRaised else { return false }
        state.withLockedValue { $0.hasIntended = true }
        return try await isHeld(
            "submit",
            ["step": "intend", "picture": .optional(picture), "page_url": .string(page.url)]
        )
    }

    /// Records that the person has pressed it, or may have.
    func noteSubmit(at url: String?) async throws -> Bool {
        state.withLockedValue { $0.hasIntended = true }
        return try await isHeld("submit", ["step": "seen", "page_url": .optional(url)])
    }

    func submitAgain() async throws -> Bool { try await isHeld("submit", ["step": "again"]) }

    func submitRejected() async throws -> Bool {
        guard try await isHeld("submit", ["step": "rejected"]) else { return false }
        state.withLockedValue { $0.hasIntended = false }
        return true
    }

    // MARK: Writing

    /// Takes a picture of a page and hands it in; no job waits long for want of one.
    func keep(_ page: Page, as name: String) async -> String? {
        let (line, lease, milliseconds) = (line, lease, Int(now().timeIntervalSince1970 * 1000))
        return try? await withDeadline(.seconds(5), on: clock) {
            let data = try await HelpPicture.take(of: page, hiding: [], timeout: .seconds(5))
            return try await line.keep(data, as: "\(name)-\(milliseconds)", lease)
        }
    }

    /// Writes what comes, every half second at most, until it is cancelled.
    func run() async { await waiting.run(on: clock) { try await flush() } }

    /// Writes all that waits.
    ///
    /// - Throws: `DeskLine.Fault` when it cannot be written now.
    func flush() async throws {
        try await waiting.withWaiting { all, progress in
            let events = all.prefix(Self.mostAtOnce)
            guard !events.isEmpty || progress != nil, !lost.isRaised else { return }
            var members: [String: JSON] = ["events": .array(events.map(\.told))]
            if let progress { members["progress"] = progress.json(now: now()) }
            let isHeld = try await call("report", members)["held"].bool == true
            if !isHeld { lost.raise() }
            waiting.wrote(events: events.count)
            waiting.wrote(progress)
        }
    }
}
