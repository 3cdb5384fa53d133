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
    mutating func completed(_ action: String, kind: String) async {
        cost.magnitudeSteps += 1
        await tell(.stepCompleted, step(action, kind))
    }

    mutating func failed(_ action: String, reason: String) async {
        await tell(.stepFailed, step(action, "fill").merging(["reason": .string(reason)]) { _, new in new })
    }

    private func step(_ action: String, _ kind: String) -> [String: JSON] {
        [
            "action": .string(action), "kind": .string(kind), "action_count": .int(Int64(progress.actionIndex)),
            "mode": "magnitude",
        ]
    }

    /// An ordinary field's value as a timeline may show it (R38).
    func shown(_ value: String, _ target: ReadField) -> String? {
        guard attempt.task.showsValues, target.field.kind != .file,
            !Classifier.isSensitive(target.field, target.asked)
        else { return nil }
        let line = value.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > 80 ? String(line.prefix(79)) + "…" : line
    }
}
