import Chromium
import GhostHands

/// Fills the form of one page, and again when the page does not take it: owns what was done to its fields.
struct PageFilling {
    let number: Int
    let visit: Visit
    let consultant: Consultant
    private let attempt: Attempt
    var ledger: PageLedger
    /// What the page does since the last entries.
    var started: PageActivity?
    /// What a model was asked about the page.
    var consultation = Consultation()
    /// How often a person had been seen at the page when it was read last.
    var stirs: Int

    init(_ attempt: Attempt, page number: Int, _ visit: Visit, _ consultant: Consultant, recall: PageRecall?) {
        self.number = number
        self.attempt = attempt
        self.visit = visit
        self.consultant = consultant
        let today = String(Timestamp.text(attempt.now()).prefix(10))
        ledger = PageLedger(attempt.task.applicant, today: today, recall: recall)
        ledger.theirs.isTold = attempt.task.company.isThere
        stirs = visit.stirs
    }

    var task: AttemptTask { attempt.task }
    var timeline: Timeline { visit.timeline }

    /// Whether the page demands what nobody answered, but for a code: that is asked for last.
    var isMissing: Bool {
        timeline.report.fields.contains { $0.page == number && $0.isMissing && $0.asked != .oneTimeCode }
    }

    /// What the page demands and nobody answered.
    func openQuestions(in reading: PageReading) -> OpenQuestions {
        OpenQuestions(
            in: reading,
            ledger,
            redacted: timeline.report.redacted,
            cleared: timeline.report.withoutSecrets
        )
    }

    /// Takes the answers that somebody gave; they are entered when the page is filled again.
    mutating func take(_ resolution: Resolution, to open: OpenQuestions) {
        guard case .answers(let answers, let isKept) = resolution else { return }
        for (key, answer) in open.matched(answers) { ledger.give(answer, to: key) }
        if isKept { consultant.keep(open.remembered(answers)) }
    }

    /// Fills the page's form, and reads it again until it reveals nothing new.
    ///
    /// - Parameters:
    ///   - first: the page as it was read.
    ///   - cookbook: what becomes of the manual.
    /// - Returns: the page as it stands at the end.
    /// - Throws: ``ChromiumError`` when the page is gone.
    mutating func fill(_ first: PageReading, _ cookbook: inout Cookbook) async throws -> PageReading {
        var reading = try await readOut(unfold(first))
        var step = FillStep(mostRounds: visit.limits.form.rounds)
        cookbook.trail.begin(number, first)
        ledger.reopen(for: first)
        try await keepEntered(in: reading)
        var last = first
        filling: while true {
            if isOvertaken {
                reading = try await giveWay(since: last, joining: step.entry)
                step.gaveWay()
            }
            last = reading
            switch step.next(for: reading, &ledger) {
            case .fill(let orders): reading = try await fill(orders, joining: step.entry)
            case .wait(let awaited): reading = try await wait(for: awaited)
            case .open(let fold):
                let after = try await open(fold, in: reading)
                reading = if let after { after } else { try await visit.look() }
            case .save(let entry): reading = try await save(entry, reading, &step)
            case .add(let button, let section):
                let entry: EntryForm?
                (reading, entry) = try await add(button, section, to: reading)
                step.added(entry)
            case .look(let lists):
                for list in lists { ledger.saw(try await filler.offers(of: list.target), in: list, on: reading) }
                reading = try await visit.look()
            case .consult:
                let bringsNew = try await consult(reading)
                step.consulted(bringsNew: bringsNew)
                if bringsNew { reading = try await visit.look() }
            case .rest:
                let before = reading
                reading = try await visit.lookAtRest(after: before)
                if let entry = step.entry { reading = entry.joined(to: reading) }
                step.rested(bringsNew: ledger.settle(reading, since: before))
            case .finish: break filling
            }
        }
        return try await finish(reading, &cookbook)
    }

    /// After how long without a sign a press is taken to have brought nothing.
    static let lull = Duration.milliseconds(900)

    /// How long a page may take to bring what an answer waits for, once it has nothing more under way.
    private static let patience = Duration.milliseconds(1_500)

    /// Waits until a field takes its answer that could not before, or offers others to choose from.
    private func wait(for awaited: [FieldKey: [FieldOption]]) async throws -> PageReading {
        if let started { _ = try await visit.page.settle(started, timeout: visit.limits.settling) }
        return try await visit.look(atMost: Self.patience) { ledger.awaited(in: $0) != awaited }
    }

    /// Does what is left once no field is to be filled any more, and writes down what came of the page.
    private mutating func finish(_ filled: PageReading, _ cookbook: inout Cookbook) async throws -> PageReading {
        var reading = filled
        if let worked = try await workWidgets(reading) {
            reading = worked
            ledger.check(reading)
        }
        let withdrawn = ledger.toEmpty(in: reading)
        for (key, target, emptying) in withdrawn {
            let applied = try await filler.apply(emptying, to: target, attempt: 0)
            if applied.refusal == nil { ledger.emptied(key) }
        }
        if !withdrawn.isEmpty { reading = try await visit.look(afterInput: true) }
        let held = ledger.trail(reading)
        cookbook.trail.note(held)
        if let match = ledger.match(reading.form) { cookbook.note(match, held) }
        learn()
        await report(reading)
        return reading
    }

    // MARK: Entries of a history

    /// Presses a button that adds a group of fields, and waits until they are there.
    private func add(
        _ button: ReadButton,
        _ section: HistorySection,
        to before: PageReading
    ) async throws -> (PageReading, EntryForm?) {
        guard try await visit.tryPress(button) else { return (try await visit.look(), nil) }
        let after = try await visit.look(atMost: visit.limits.control, lull: Self.lull) {
            EntryForm.isOpened(in: $0, after: before)
        }
        let entry = EntryForm(in: after, after: before, section)
        return (entry?.joined(to: after) ?? after, entry)
    }

    /// Saves an entry in the form within the form; one that is refused is closed, or it would hold up the whole.
    private mutating func save(
        _ entry: EntryForm,
        _ filled: PageReading,
        _ step: inout FillStep
    ) async throws -> PageReading {
        var after = filled
        if let save = entry.save(in: filled), try await visit.tryPress(save) {
            after = try await visit.look(atMost: visit.limits.control) { reading in
                entry.isClosed(in: reading) || reading.alerts.contains { $0.isError && !filled.alerts.contains($0) }
            }
        }
        if entry.isClosed(in: after) {
            ledger.close(entry.section, from: filled, to: after)
            return after
        }
        let reason = timeline.complaint(of: after) ?? "the page does not save the entry"
        await timeline.failed("Save an entry of \(entry.section)", .click, reason: reason)
        step.refused(entry.section)
        if let cancel = entry.cancel(in: after) { _ = try await visit.tryPress(cancel) }
        after = try await visit.look(atMost: visit.limits.control) { entry.isClosed(in: $0) }
        ledger.close(entry.section, from: filled, to: after, because: reason)
        return after
    }
}
