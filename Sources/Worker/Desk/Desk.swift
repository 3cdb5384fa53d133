import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import Outbound
public import Waiting

/// A person's own browser at work (R62): asks for jobs of its user, one at a time, and leaves the final press to them.
public struct Desk: Sendable {
    private let tools: DeskTools

    /// A desk.
    public init(_ tools: DeskTools) { self.tools = tools }

    /// Why a desk stopped.
    public enum End: Sendable, Hashable {
        /// It was asked to.
        case asked
        /// The person has closed the browser.
        case closed
        /// The token proves nothing any more.
        case revoked
    }

    /// How often it asks for a job.
    private static let pause = Duration.seconds(1)

    /// Works until it is asked to stop, the browser is closed, or it is paired no more.
    ///
    /// - Parameter stopping: raised when it is to stop.
    /// - Returns: why it stopped.
    public func run(until stopping: Signal) async -> End {
        // What the person has closed is not opened again under their hands.
        var declined: [UUID] = []
        await tools.show(.idle)
        var isAway = false
        while !stopping.isRaised, !Task.isCancelled {
            guard tools.browser.isAlive else { return .closed }
            do {
                let reply = try await tools.line.call("claim", ["but": .array(declined.suffix(100).map(JSON.id))])
                if isAway { await tools.show(.idle) }
                isAway = false
                if let order = DeskOrder(reply["job"]) {
                    let (end, journal) = await hold(order, until: stopping)
                    if case .closed = end { declined.append(order.job.id) }
                    if journal.isRevoked { return .revoked }
                    guard tools.browser.isAlive else { return .closed }
                    if case .recorded = end { continue }
                }
            } catch DeskLine.Fault.revoked {
                await tools.show(.revoked)
                return .revoked
            } catch let fault as DeskLine.Fault {
                if !isAway { await tools.show(.away(fault.words)) }
                isAway = true
            } catch {}
            await stopping.wait(atMost: Self.pause, on: tools.clock)
        }
        return .asked
    }

    /// Does a job, and confirms the right to it meanwhile.
    private func hold(_ order: DeskOrder, until stopping: Signal) async -> (DeskRun.End, DeskJournal) {
        let run = DeskRun(order, tools, until: stopping)
        let end = await withTaskGroup(of: DeskRun.End?.self) { group in
            group.addTask { await run.run() }
            group.addTask {
                await beat(run.journal, order)
                return nil
            }
            var end: DeskRun.End?
            while end == nil, let next = await group.next() { end = next }
            group.cancelAll()
            return end ?? .lost
        }
        return (end, run.journal)
    }

    /// Confirms the lease, and stops the job by itself long before somebody else is given it (R7).
    private func beat(_ journal: DeskJournal, _ order: DeskOrder) async {
        var fence = SelfFence(limit: order.times.selfFence, now: tools.clock.now)
        let lease: JSON = ["job_id": .id(order.lease.jobID), "lease_token": .string(String(order.lease.token))]
        while !journal.lost.isRaised, !Task.isCancelled {
            await journal.lost.wait(atMost: order.times.heartbeat, on: tools.clock)
            guard !Task.isCancelled, !journal.lost.isRaised else { return }
            let sent = tools.clock.now
            do {
                let reply = try await withDeadline(order.times.selfFence / 2, on: tools.clock) {
                    try await tools.line.call("pulse", ["leases": [lease]])
                }
                if reply["alive"].array?.isEmpty ?? true { journal.lost.raise() }
                fence.confirm(sent: sent)
            } catch DeskLine.Fault.revoked {
                journal.revoke()
            } catch {
                if fence.isDown(at: tools.clock.now) { journal.lost.raise() }
            }
        }
    }
}

extension DeskLine.Fault {
    /// What is the matter, in words.
    var words: String {
        switch self {
        case .revoked: "the browser is paired no more"
        case .refused(_, let words), .away(let words): words
        }
    }
}
