import GhostHands

extension AttemptRun {
    func tell(_ type: EventType, _ metadata: [String: JSON] = [:]) async {
        await attempt.supervisor.report(JobEvent(type, metadata))
    }

    mutating func reach(_ step: JobProgress.Step) async {
        progress.reach(step)
        await attempt.supervisor.progress(progress)
    }

    /// Says that an action begins.
    mutating func started(_ action: String) async {
        progress.act(action)
        await attempt.supervisor.progress(progress)
        await tell(.stepStarted, step(action, "start"))
    }

    /// Says that an action is done, and counts it (R39).
    ///
    /// What is done before it is known whether a manual fits is told, and counted, once that is known.
    ///
    /// - Parameters:
    ///   - action: what was done.
    ///   - kind: the same in one word.
    ///   - isReplayed: whether a manual said so; nil for what belongs to whatever mode is at work.
    mutating func completed(_ action: String, kind: String, isReplayed: Bool? = nil) async {
        let event = step(action, kind)
        guard let mode = cookbook.mode else {
            untold.append(JobEvent(.stepCompleted, event))
            return
        }
        await count(JobEvent(.stepCompleted, event), isReplayed: mode == .cookbook && isReplayed != false)
    }

    /// Tells what was done before the mode was known.
    mutating func catchUp() async {
        let events = untold
        untold = []
        for event in events {
            if event.type == .stepCompleted {
                await count(event, isReplayed: cookbook.isReplaying)
            } else {
                await tell(event.type, event.metadata)
            }
        }
    }

    private mutating func count(_ event: JobEvent, isReplayed: Bool) async {
        if isReplayed {
            cost.cookbookSteps += 1
            cost.cookbookCost = attempt.task.stepCost * cost.cookbookSteps
        } else {
            cost.magnitudeSteps += 1
        }
        let mode = isReplayed ? FinalMode.cookbook : .magnitude
        await tell(event.type, event.metadata.merging(["mode": .string(mode.rawValue)]) { $1 })
    }

    /// Says that an action could not be done.
    ///
    /// - Parameters:
    ///   - action: what was to be done.
    ///   - kind: the same in one word.
    ///   - reason: why it could not.
    ///   - isReplayed: whether a manual said so; nil for what belongs to whatever mode is at work.
    mutating func failed(_ action: String, kind: String, reason: String, isReplayed: Bool? = nil) async {
        let mode = cookbook.isReplaying && isReplayed != false ? FinalMode.cookbook : .magnitude
        await tell(
            .stepFailed,
            step(action, kind).merging(["reason": .string(reason), "mode": .string(mode.rawValue)]) { $1 }
        )
    }

    private func step(_ action: String, _ kind: String) -> [String: JSON] {
        [
            "action": .string(action), "kind": .string(kind), "action_count": .int(Int64(progress.actionIndex)),
            "mode": .optional((cookbook.mode == .hybrid ? .magnitude : cookbook.mode)?.rawValue),
        ]
    }

    /// What stands on a button, without what the page may have put there of what was entered.
    func said(by button: ReadButton) -> String { report.concealed(button.label) }

    /// An ordinary field's value as a timeline may show it (R38).
    func shown(_ value: String, _ target: ReadField) -> String? {
        guard attempt.task.showsValues, Classifier.isOrdinary(target.field, target.asked, answer: value) else {
            return nil
        }
        let line = value.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.isLonger(than: 80) ? line.clipped(79) + "…" : line
    }
}
