import ArgumentParser
import Chromium
import Foundation
import GhostHands
import Hands
import Logging

/// The hands with no database: fills one form for the person at the keyboard.
struct FillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fill",
        abstract: "Fill the form at a URL. Does not press submit unless told to.",
        discussion: """
            The profile is the contract's profile object (first_name, last_name, email, phone, location, …) or any flat \
            JSON object, whose keys are then matched to the form's labels and field names. Its member `about` is prose, \
            which a language model answers questions from (--model).

            At a terminal you are asked for what only a human can give: a question that nobody has answered, a code, \
            a log-in, a CAPTCHA (with --headed you solve it in the window). Elsewhere nobody is asked, and the command \
            ends with what is missing.

            Exit codes: 0 done · 2 a required field is unanswered or refused · 3 blocked (CAPTCHA, login) · 4 page \
            unreachable or without a form · 5 submitted without confirmation · 64 wrong usage.
            """
    )

    @Argument(help: "The page with the form, or the posting that leads to it.")
    var url: String

    @Option(help: ArgumentHelp("JSON file with the profile, or with flat data.", valueName: "FILE.json"))
    var profile: String

    @OptionGroup var given: ApplicantOptions

    @Option(
        help: ArgumentHelp(
            "Replay this form's manual from the folder, and store one there after a proven submit.",
            valueName: "FOLDER"
        )
    )
    var cookbook: String?

    @Option(
        help: ArgumentHelp(
            "Ask this language model what the profile does not answer; `settings` means that of GH_MODEL.",
            valueName: "NAME"
        )
    )
    var model: String?

    @Option(help: ArgumentHelp("The most that the model may cost, in US dollars.", valueName: "USD"))
    var budget = 0.10

    @Flag(help: "Press the final submit, once, and ask for proof.")
    var submit = false

    @Option(
        help: ArgumentHelp(
            "Write the report of every field as JSON; `sent` in it says what left the page.",
            valueName: "OUT.json"
        )
    )
    var report: String?

    @Option(help: ArgumentHelp("Write a picture of the last page.", valueName: "OUT.png"))
    var screenshot: String?

    @Option(help: ArgumentHelp("Record the run for `ghosthands trace show`.", valueName: "OUT.zip"))
    var trace: String?

    @Option(
        help: ArgumentHelp(
            "Begin with the session that the file keeps, sealed with a key of yours, and keep it there anew.",
            valueName: "FILE"
        )
    )
    var session: String?

    @Flag(help: "Show the page first, in a window, for you to log in; the session then is kept (--session).")
    var login = false

    @Flag(help: "Show the browser's window.")
    var headed = false

    @Flag(help: "Print where the time went.")
    var timings = false

    @Flag(help: "Print nothing but the summary.")
    var quiet = false

    func validate() throws {
        if login, session == nil { throw ValidationError("--login needs --session FILE to keep the session in") }
    }

    func run() async throws {
        let settings = try Settings()
        var task = AttemptTask(
            url: PageAddress(try WebAddress(argument: url)),
            applicant: try given.applicant(profile: profile),
            submits: submit
        )
        task.replay.mode = cookbook == nil ? .aiOnly : .auto
        let recorder = trace.map { _ in TraceRecorder(title: "ghosthands fill \(url.prefix { $0 != "?" && $0 != "#" })")
        }
        let outcome: Outcome
        do {
            outcome = try await Interrupt.stopping { [task] in try await fill(task, settings, recorder) }
        } catch {
            // A recording is kept above all of a run that failed: it is the one somebody wants to see.
            try write(recorder)
            throw error
        }
        try write(recorder)
        try write(outcome)
        if let remark = try folder?.learn(outcome.result.cookbook), !quiet { Terminal.remark(remark) }
        FillSummary(outcome.result).show()
        if timings { FillTimings(outcome.result.report).show() }
        throw ExitCode(FillSummary.exitCode(outcome.result))
    }

    private var folder: ManualFolder? { cookbook.map(ManualFolder.init) }

    private struct Outcome: Sendable {
        let result: AttemptResult
        let picture: Data?
    }

    private func fill(_ task: AttemptTask, _ settings: Settings, _ recorder: TraceRecorder?) async throws -> Outcome {
        let chosen = try chosenModel(settings)
        let lock = chosen == nil ? nil : SiteLock()
        let kept = try session.map { try LocalSession($0, settings) }
        return try await LocalBrowser.withContext(
            settings,
            headed: headed || login,
            lock: lock,
            session: kept?.storageState,
            trace: recorder,
            retry: "try again, or with --headed to watch it"
        ) { context in
            let supervisor = TerminalSupervisor(
                isVerbose: !quiet,
                recorder: recorder,
                context: context,
                folder: folder,
                budget: NanoDollars(dollars: budget),
                person: PersonAtTerminal.isThere ? PersonAtTerminal(seesPage: headed || login) : nil
            )
            return try await context.withPage { page in
                if login, let kept { try await logIn(page, context, kept) }
                let result = try await Attempt(task, supervisor: supervisor, model: chosen, lock: lock)
                    .run(in: context, page: page)
                if result.end == .done || supervisor.wasHelped { try await kept?.keep(context) }
                let last = context.latestPage ?? page
                return Outcome(result: result, picture: screenshot == nil ? nil : try await last.screenshot())
            }
        }
    }

    /// Lets the person log in before anything is done, and keeps what came of it.
    private func logIn(_ page: Page, _ context: BrowserContext, _ kept: LocalSession) async throws {
        if case .failed(let reason) = try await page.navigate(to: try WebAddress(argument: url).text) {
            throw SetupError("the page cannot be reached: \(reason)", mend: "check the address")
        }
        _ = try await Terminal.ask("Log in in the browser's window, then press Return: ")
        try await kept.keep(context)
    }

    private func chosenModel(_ settings: Settings) throws -> ChosenModel? {
        guard let model else { return nil }
        switch settings.models.choose(model == "settings" ? nil : model, quality: .balanced) {
        case .chosen(let chosen): return chosen
        case .none(let reason): throw ValidationError("--model: \(reason)")
        }
    }

    private func write(_ recorder: TraceRecorder?) throws {
        guard let recorder, let trace else { return }
        try Self.write(try recorder.archive(), to: trace)
        Terminal.remark("Recorded in \(trace); `ghosthands trace show \(trace)` makes it a page")
    }

    private func write(_ outcome: Outcome) throws {
        if let report { try Self.write(outcome.result.report.json(for: .applicant).data + Data("\n".utf8), to: report) }
        if let screenshot, let picture = outcome.picture { try Self.write(picture, to: screenshot) }
    }

    private static func write(_ data: Data, to path: String) throws {
        do {
            try data.write(to: URL(filePath: path))
        } catch {
            throw SetupError("\(path) cannot be written", mend: "name a file in a folder that exists and is yours")
        }
    }
}
