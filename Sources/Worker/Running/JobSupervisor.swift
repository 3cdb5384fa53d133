import Chromium
import GhostHands
import Hands
import Store

/// Whom the hands of one job report to and ask: its journal, its purse, and what is remembered for its user.
struct JobSupervisor: Supervisor {
    let job: Job
    let journal: JobJournal
    let purse: JobPurse
    let store: Store
    let people: JobHelp
    let vault: JobVault
    /// Records what is reported; nil where nobody wants that.
    var record: (@Sendable (JobEvent) async -> Void)?

    func report(_ event: JobEvent) async {
        await record?(event)
        await journal.report(event)
    }

    func progress(_ progress: JobProgress) async { await journal.progress(progress) }

    func intendSubmit(on page: Page) async throws -> Bool {
        // Before anything is begun a database that has just come back costs no attempt.
        try await people.held.insist { try await journal.flush() }
        return try await journal.intendSubmit(on: page)
    }

    // Once a submit was begun an attempt that fails cannot be repeated: these are written again where it is not sure that
    // they were, and nothing is pressed before.

    func submitRejected() async throws -> Bool { try await people.held.insist { try await journal.submitRejected() } }

    func submitAgain() async throws -> Bool { try await people.held.insist { try await journal.submitAgain() } }

    func help(
        _ wanted: Interaction,
        with page: Page,
        in context: BrowserContext,
        watching watch: SubmitWatch
    ) async throws -> Help {
        try await people.ask(wanted, with: page, in: context, watching: watch)
    }

    /// What is asked for it is a log-in that the session did not spare.
    func credential(for host: HostName) async -> Credential? {
        await people.keeper.noteWall()
        return hidden(await vault.find(for: host))
    }

    func secrets(at host: HostName) async -> [String] {
        hidden(await vault.find(for: host)).map { [$0.password] } ?? []
    }

    func mayTry(_ credential: Credential) async throws -> CredentialTry { try await vault.mayTry(credential) }

    func loginWasAnswered(in context: BrowserContext) async {
        people.keeper.noteLogin()
        await people.keeper.keep(context)
    }

    func loginIsAnswered(in context: BrowserContext) async { await people.keeper.keepCookies(context) }

    func judged(_ credential: Credential, as verdict: CredentialVerdict) async {
        if verdict == .accepted { people.keeper.noteLogin() }
        await vault.note(verdict, of: credential)
    }

    func formWasReached() async {
        // An attempt before this one may have died between a log-in and its answer.
        if people.held.lease.token > 1 { await vault.noteLetIn() }
    }

    func keep(_ made: Credential) async -> Credential? { hidden(await vault.keep(made)) }

    func code(of credential: Credential) async throws -> String? {
        let code = try await vault.code(of: credential)
        if let code { people.camera.hide(code) }
        return code
    }

    /// Keeps a password out of all pictures before it is typed.
    private func hidden(_ credential: Credential?) -> Credential? {
        if let credential { people.camera.hide(credential.password) }
        return credential
    }

    func handsAreWanted() async -> Bool { people.held.workload.isWanted(people.held.lease) }

    func manuals(for key: ManualKey) async throws -> [Manual] { try await store.manuals.find(for: key) }

    func reserve(_ most: NanoDollars) async throws -> Allowance { try await purse.reserve(most) }

    func settle(_ call: ModelCall) async { await purse.settle(call) }

    func knownAnswers(to keys: [String]) async -> [LearnedAnswer] {
        (try? await store.learnedAnswers.find(keys, of: job.userID)) ?? []
    }

    func learned(_ answers: [LearnedAnswer]) async {
        try? await store.learnedAnswers.keep(answers, of: job.userID, from: job.id)
    }
}
