import Chromium
import Foundation
import GhostHands
import Hands
import NIOConcurrencyHelpers

/// Stands over the hands when a person runs `ghosthands fill`: shows what is done, records it, allows the submit.
struct TerminalSupervisor: Supervisor {
    /// Whether the timeline is shown.
    private let isVerbose: Bool
    private let recording: StepRecording?
    private let context: BrowserContext
    private let folder: ManualFolder?
    private let budget: NanoDollars
    /// Who may be asked; nil where nobody sits at the terminal.
    private let person: PersonAtTerminal?
    private let helped = NIOLockedValueBox(false)
    private let spent = NIOLockedValueBox(NanoDollars.zero)

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
        recording = recorder.map(StepRecording.init)
        self.context = context
        self.folder = folder
        self.budget = budget
    }

    /// Whether a person gave what only they can: what sites have left then is worth keeping, however it ends.
    var wasHelped: Bool { helped.withLockedValue(\.self) }

    func report(_ event: JobEvent) async {
        await recording?.hear(event, in: context)
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
}
