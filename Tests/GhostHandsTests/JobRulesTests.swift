import Foundation
import GhostHands
import Testing

@Suite struct JobRulesTests {
    /// The whole table: where each change leads from each status, and from nowhere else.
    private static let table: [Transition: (from: [JobStatus], to: JobStatus)] = [
        .claim: ([.pending], .queued), .start: ([.queued], .running), .pause: ([.running], .paused),
        .resume: ([.paused], .running), .complete: ([.running], .completed),
        .fail: ([.queued, .running, .paused], .failed), .requeue: ([.queued, .running], .pending),
        .release: ([.queued, .running, .paused], .pending),
        .cancel: ([.pending, .queued, .running, .paused], .cancelled), .expire: ([.pending], .expired),
        .retry: ([.failed, .cancelled], .pending),
    ]

    @Test(arguments: Transition.allCases)
    func `a change is allowed from its origins only`(transition: Transition) throws {
        let row = try #require(Self.table[transition])
        #expect(transition.target == row.to)
        for status in JobStatus.allCases {
            #expect(transition.isAllowed(from: status, openIntent: false) == row.from.contains(status))
        }
    }

    @Test func `with an open submit intent nothing may let the job run again or hide it`() {
        let allowed = Transition.allCases.filter { transition in
            JobStatus.allCases.contains { transition.isAllowed(from: $0, openIntent: true) }
        }
        #expect(Set(allowed) == [.complete, .fail, .pause, .resume])
    }

    @Test func `a completed or expired job changes no more`() {
        for status in [JobStatus.completed, .expired] {
            #expect(!Transition.allCases.contains { $0.isAllowed(from: status, openIntent: false) })
            #expect(status.isFinal)
            #expect(!status.isHeld)
        }
    }

    @Test func `the wait doubles from five seconds to a minute`() {
        #expect((0...6).map(ErrorCode.backoffSeconds) == [5, 10, 20, 40, 60, 60, 60])
        #expect(ErrorCode.backoffSeconds(retryCount: -1) == 5)
        #expect(ErrorCode.backoffSeconds(retryCount: 10_000) == 60)
    }

    @Test func `nothing that a human must settle is retried by itself`() {
        #expect(
            Set(ErrorCode.allCases.filter(\.isRetried)) == [
                .timeout, .rateLimited, .elementNotFound, .networkError, .browserCrashed, .internalError,
            ]
        )
    }

    @Test func `progress without actions shows the predecessor's percents`() {
        let percents = JobProgress.Step.allCases.map { step -> Int in
            var progress = JobProgress(startedAt: .distantPast)
            progress.reach(step)
            return progress.percent
        }
        #expect(percents == [0, 6, 12, 18, 24, 30, 36, 42, 48, 54, 100])
    }

    @Test func `progress never falls, whatever is learnt on the way`() {
        var progress = JobProgress(startedAt: .distantPast)
        var last = 0
        var generator = SystemRandomNumberGenerator()
        for _ in 1...500 {
            switch Int.random(in: 0...2, using: &generator) {
            case 0: progress.act("Fill")
            case 1: progress.expect(more: Int.random(in: 0...60, using: &generator))
            default: progress.reach(JobProgress.Step.allCases.dropLast().randomElement(using: &generator) ?? .queued)
            }
            #expect(progress.percent >= last)
            #expect(progress.percent <= 99)
            #expect(progress.totalActionsEstimate >= progress.actionIndex)
            last = progress.percent
        }
        progress.reach(.completed)
        #expect(progress.percent == 100)
        progress.reach(.navigating)
        #expect(progress.step == .completed)
    }

    @Test func `progress is shown as the contract shows it`() {
        let start = Date(timeIntervalSince1970: 1_771_243_201)
        var progress = JobProgress(startedAt: start)
        progress.mode = .magnitude
        progress.reach(.fillingForm)
        progress.expect(more: 8)
        progress.act("Fill \"Email\"")
        #expect(progress.json(now: start)["eta_ms"] == .null)
        progress.act("Fill \"Phone\"")
        let json = progress.json(now: start.addingTimeInterval(3.5))
        #expect(
            Set((json.object ?? [:]).keys) == [
                "step", "progress_pct", "description", "action_index", "total_actions_estimate", "current_action",
                "started_at", "elapsed_ms", "eta_ms", "execution_mode", "manual_id",
            ]
        )
        #expect(json["manual_id"] == .null)
        #expect(json["step"] == "filling_form")
        #expect(json["progress_pct"] == 34)
        #expect(json["description"] == "Filling out form fields")
        #expect(json["current_action"] == "Fill \"Phone\"")
        #expect(json["started_at"] == "2026-02-16T12:00:01.000Z")
        #expect(json["elapsed_ms"] == 3500)
        #expect(json["eta_ms"] == 6794)
        progress.reach(.completed)
        let done = progress.json(now: start.addingTimeInterval(4))
        #expect(done["eta_ms"] == .null)
        #expect(done["current_action"] == .null)
        #expect(done["progress_pct"] == 100)
    }
}
