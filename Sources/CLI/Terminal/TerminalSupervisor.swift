import Chromium
import Foundation
import GhostHands
import Hands
import NIOConcurrencyHelpers

/// Stands over the hands when a person runs `ghosthands fill`: shows what is done, records it, allows the submit.
struct TerminalSupervisor: Supervisor {
    /// Whether the timeline is shown.
    private let isVerbose: Bool
    private let recorder: TraceRecorder?
    private let context: BrowserContext
    private let folder: ManualFolder?
    private let budget: NanoDollars
    /// Who may be asked; nil where nobody sits at the terminal.
    private let person: PersonAtTerminal?
    private let helped = NIOLockedValueBox(false)
    private let spent = NIOLockedValueBox(NanoDollars.zero)
    private let step = NIOLockedValueBox<TraceRecorder.Step?>(nil)

    init(
        isVerbose: Bool,
        recorder: TraceRecorder?,
        context: BrowserContext,
        folder: ManualFolder?,
        budget: NanoDollars,
        person: PersonAtTerminal? = nil
    ) {
        self.person = person
        self.isVerbose = isVerbose
        self.recorder = recorder
        self.context = context
        self.folder = folder
        self.budget = budget
    }

    /// Whether a person gave what only they can: what sites have left then is worth keeping, however it ends.
    var wasHelped: Bool { helped.withLockedValue(\.self) }

    func report(_ event: JobEvent) async {
        if let recorder { await record(event, recorder) }
        guard isVerbose, let line = EventLines().line(event, at: Date()) else { return }
        Terminal.remark(line)
    }

    func progress(_ progress: JobProgress) async {}

    /// The person said `--submit`, and nobody else holds the job.
    func intendSubmit(on page: Page) async throws -> Bool { true }

    func submitRejected() async throws -> Bool { true }

    func help(
        _ wanted: Interaction,
        with page: Page,
        in context: BrowserContext,
        watching watch: SubmitWatch
    ) async throws -> Help {
        let help = try await person?.ask(wanted) ?? .unavailable
        if case .given = help { helped.withLockedValue { $0 = true } }
        return help
    }

    func manuals(for key: ManualKey) async throws -> [Manual] { try folder?.manuals() ?? [] }

    func reserve(_ most: NanoDollars) async throws -> Allowance {
        spent.withLockedValue(\.self) + most <= budget ? .granted(reservation: 0) : .refused(.job(budget))
    }

    func settle(_ call: ModelCall) async { spent.withLockedValue { $0 = $0 + call.cost } }

    /// The hands say what they begin and what they have done; the recording shows the page at both moments.
    private func record(_ event: JobEvent, _ recorder: TraceRecorder) async {
        guard let page = context.latestPage else { return }
        switch event.type {
        case .stepStarted:
            let begun = await recorder.begin(event.action ?? "", in: page)
            step.withLockedValue { $0 = begun }
        case .stepCompleted, .stepFailed:
            let begun = step.withLockedValue { step in
                defer { step = nil }
                return step
            }
            guard let begun else { return }
            let reason = event.type == .stepFailed ? event.reason ?? "failed" : nil
            await recorder.end(begun, in: page, name: reason == nil ? event.action : nil, outcome: reason)
        default:
            break
        }
    }
}
