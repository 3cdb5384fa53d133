import Foundation
import GhostHands
import Store
import Waiting

/// The line in which jobs of one user wait for one-time codes: each has a step of its own, in the order in which they came.
struct CodeLine: Sendable {
    let kept: KeptCredential
    let totp: TOTPSecret
    let credentials: Credentials
    let job: UUID
    /// The time in seconds since 1970; nil for the database's own.
    var moment: @Sendable () -> Double? = { nil }

    /// How long the line may be: who waits longer on the page of a code is not known there any more.
    static let longest = Duration.seconds(1_800)
    /// A place that was overtaken is asked for again at once, but not without end.
    private static let mostQuestions = 200

    /// Waits for the job's turn, and makes its code.
    ///
    /// - Parameter clock: measures the wait.
    /// - Returns: the code; nil where the line is too long, or the database is away: then a human is asked.
    /// - Throws: `CancellationError`.
    func code<C: Clock>(on clock: C) async throws -> String? where C.Duration == Duration {
        let begun = clock.now
        for _ in 0..<Self.mostQuestions {
            guard let turn = try? await credentials.claimStep(of: kept, totp, for: job, at: moment()) else { break }
            switch turn {
            case .step(let step): return totp.code(at: step)
            case .wait(let seconds):
                guard begun.duration(to: clock.now) + .seconds(seconds) <= Self.longest else {
                    try? await credentials.leaveLine(of: kept, job)
                    return nil
                }
                await Signal().wait(atMost: .seconds(seconds), on: clock)
            }
            try Task.checkCancellation()
        }
        try Task.checkCancellation()
        try? await credentials.leaveLine(of: kept, job)
        return nil
    }
}
