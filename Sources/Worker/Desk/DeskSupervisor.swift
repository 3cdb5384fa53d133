import Chromium
import GhostHands
import Hands
import NIOConcurrencyHelpers

/// Whom the hands in a person's own browser report to and ask: the service, over HTTP, and the person (R62).
struct DeskSupervisor: Supervisor {
    let journal: DeskJournal
    let people: DeskHelp
    /// What the person's own model may cost for the job.
    let budget: NanoDollars
    private let spent = NIOLockedValueBox(NanoDollars.zero)

    init(journal: DeskJournal, people: DeskHelp, budget: NanoDollars) {
        self.journal = journal
        self.people = people
        self.budget = budget
    }

    func report(_ event: JobEvent) async { journal.report(event) }

    func progress(_ progress: JobProgress) async { journal.progress(progress) }

    func intendSubmit(on page: Page) async throws -> Bool { try await journal.intendSubmit(on: page) }

    func submitRejected() async throws -> Bool { try await journal.submitRejected() }

    func submitAgain() async throws -> Bool { try await journal.submitAgain() }

    func help(
        _ wanted: Interaction,
        with page: Page,
        in context: BrowserContext,
        watching watch: SubmitWatch
    ) async throws -> Help {
        try await people.ask(wanted, with: page, in: context, watching: watch)
    }

    func loginWasAnswered(in context: BrowserContext) async { await people.tools.keep(context) }

    /// Nothing is learned at a desk, and nothing replayed: manuals stay with the service.
    func manuals(for key: ManualKey) async throws -> [Manual] { [] }

    /// The model is the person's own, and so is what it costs.
    func reserve(_ most: NanoDollars) async throws -> Allowance {
        spent.withLockedValue(\.self) + most <= budget ? .granted(reservation: 0) : .refused(.job(budget))
    }

    func settle(_ call: ModelCall) async { spent.withLockedValue { $0 = $0 + call.cost } }
}
