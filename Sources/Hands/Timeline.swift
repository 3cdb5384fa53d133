import Chromium
import FoundationEssentials
import GhostHands

/// Everything that an attempt tells: its events and its progress as they happen, its report and its cost in the end.
///
/// Confined to the attempt's task.
final class Timeline {
    /// What becomes of every field and page.
    var report = FillReport()
    private(set) var cost = CostBreakdown()
    private(set) var progress: JobProgress
    /// Whether a manual is replayed now or not; nil while that is undecided.
    private(set) var mode: FinalMode?
    /// What was done before the mode was known: it is told, and counted, once that is known.
    private var untold: [JobEvent.Step] = []
    private let supervisor: any Supervisor
    private let stepCost: NanoDollars
    private let showsValues: Bool

    init(_ attempt: Attempt) {
        supervisor = attempt.supervisor
        stepCost = attempt.task.replay.stepCost
        showsValues = attempt.task.may.showValues
        progress = JobProgress(startedAt: attempt.now())
    }

    func tell(_ event: JobEvent) async { await supervisor.report(event) }

    func reach(_ stage: JobProgress.Step) async {
        progress.reach(stage)
        await supervisor.progress(progress)
    }

    /// Refines how many actions there will be.
    func expect(more actions: Int) { progress.expect(more: actions) }

    /// Chooses what is at work from now on, and tells what was done before.
    ///
    /// - Parameters:
    ///   - mode: the mode, cookbook or magnitude.
    ///   - reason: why; nil where there was no choice, which is not told.
    ///   - manual: the manual that is replayed, or that is not fit to be.
    func select(_ mode: FinalMode, because reason: String?, _ manual: Manual? = nil) async {
        self.mode = mode
        if let reason {
            progress.mode = mode
            if mode == .cookbook { progress.manualID = manual?.id.uuidString.lowercased() }
            await supervisor.progress(progress)
            await tell(.modeSelected(mode, reason: reason, manual: manual))
        }
        let steps = untold
        untold = []
        for step in steps { await count(step, isReplayed: mode == .cookbook) }
    }

    /// Goes on without the manual.
    func giveUpManual(because reason: String, goesOn: Bool) async {
        await failed("Cookbook step", .cookbook, reason: reason)
        mode = .magnitude
        guard goesOn else { return }
        progress.mode = .magnitude
        await supervisor.progress(progress)
        await tell(.manualGivenUp(reason: reason))
    }

    // MARK: Steps

    /// Says that an action begins.
    func started(_ action: String) async {
        progress.act(action)
        await supervisor.progress(progress)
        await tell(.stepStarted(step(action, .start)))
    }

    /// Says that an action is done, and counts it (R39).
    ///
    /// - Parameters:
    ///   - action: what was done.
    ///   - kind: the same in one word.
    ///   - isReplayed: whether a manual said so; nil for what belongs to whatever mode is at work.
    func completed(_ action: String, _ kind: JobEvent.StepKind, isReplayed: Bool? = nil) async {
        let step = step(action, kind)
        guard let mode else {
            untold.append(step)
            return
        }
        await count(step, isReplayed: mode == .cookbook && isReplayed != false)
    }

    /// Says that an action could not be done.
    ///
    /// - Parameters:
    ///   - action: what was to be done.
    ///   - kind: the same in one word.
    ///   - reason: why it could not.
    ///   - isReplayed: whether a manual said so; nil for what belongs to whatever mode is at work.
    func failed(_ action: String, _ kind: JobEvent.StepKind, reason: String, isReplayed: Bool? = nil) async {
        var step = step(action, kind)
        step.mode = mode == .cookbook && isReplayed != false ? .cookbook : .magnitude
        await tell(.stepFailed(step, reason: reason))
    }

    private func count(_ step: JobEvent.Step, isReplayed: Bool) async {
        if isReplayed {
            cost.cookbookSteps += 1
            cost.cookbookCost = stepCost * cost.cookbookSteps
        } else {
            cost.magnitudeSteps += 1
        }
        var step = step
        step.mode = isReplayed ? .cookbook : .magnitude
        await tell(.stepCompleted(step))
    }

    private func step(_ action: String, _ kind: JobEvent.StepKind) -> JobEvent.Step {
        JobEvent.Step(action, kind, number: progress.actionIndex, mode: mode)
    }

    /// Compares every answer with what left the page, and tells of those that were sent as something else.
    ///
    /// - Parameters:
    ///   - activity: what the page has done since it was opened.
    ///   - isTheirs: whether a person has sent it: what they had put into a field is theirs, and no other notation.
    func noteSent(_ activity: PageActivity, byPerson isTheirs: Bool = false) async {
        let sent = SentComparison(activity.requests + activity.underWay)
        for index in report.fields.indices { report.fields[index].sent = sent.answer(of: report.fields[index]) }
        report.hasUnreadRequests = sent.hasUnread
        let changed = isTheirs ? report.takeChanges(from: activity.presses) : []
        if !changed.isEmpty { await tell(.changedByPerson(changed)) }
        let labels = report.sentDifferently.map(\.safeLabel)
        if !labels.isEmpty { await tell(.sentDifferently(labels)) }
    }

    // MARK: Models

    /// Counts what a model call came to.
    func spent(_ call: ModelCall) async {
        cost.magnitudeCost = cost.magnitudeCost + call.cost
        cost.inputTokens += call.usage.input
        cost.outputTokens += call.usage.output
        await tell(.tokensUsed(call.usage, model: call.model, cost: call.cost))
    }

    /// Shows what the agent thinks; it holds no applicant data any more.
    func think(_ thought: String) async {
        guard !thought.isEmpty else { return }
        progress.think(thought)
        await supervisor.progress(progress)
        await tell(.thought(thought))
    }

    // MARK: What may be shown

    /// What stands on a button, without what the page may have put there of what was entered.
    func said(by button: ReadButton) -> String { report.concealed(button.label) }

    /// An ordinary field's value as a timeline may show it (R38).
    func shown(_ value: String, _ target: ReadField) -> String? {
        guard showsValues, Classifier.isOrdinary(target.field, target.asked, answer: value) else { return nil }
        let line = value.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.isLonger(than: 80) ? line.clipped(79) + "…" : line
    }

    /// What the page says is wrong, without the values: a page may repeat what was entered, and a reason goes where the
    /// applicant's data may not (R38).
    ///
    /// - Parameters:
    ///   - reading: the page.
    ///   - said: what it has announced; empty for its alerts.
    /// - Returns: a sentence, or nil when it says nothing.
    func complaint(of reading: PageReading, _ said: [String] = []) -> String? {
        let fields = reading.form.compactMap { target -> String? in
            guard let flaw = target.field.flaw else { return nil }
            let isLacking = flaw == .valueMissing && !target.field.isAnswered
            return (isLacking ? "an answer is required" : flaw.told).map { "\"\(target.field.label)\": \($0)" }
        }
        let all = fields + (said.isEmpty ? reading.alerts.map(\.text) : said)
        let unique = all.enumerated().filter { all.firstIndex(of: $0.element) == $0.offset }.map(\.element)
        let safe = unique.prefix(5).map { report.redacted($0) }
        return all.isEmpty ? nil : "the form says: " + safe.joined(separator: "; ")
    }
}
