import Chromium
import GhostHands

/// Asking for what neither the applicant's data nor the form settles.
extension PageFilling {
    /// Settles it by what was derived for this user before, else by one call of the model, with only that.
    ///
    /// - Parameter reading: the page, everything else on it filled.
    /// - Returns: whether there is something new to be done on the page.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws when budgets cannot be looked at.
    mutating func consult(_ reading: PageReading) async throws -> Bool {
        // What other frames show may be anybody's.
        let open = ledger.open(in: reading, for: task.applicant).filter { reading.isOfMainFrame($0.target) }
        guard consultant.end == nil, isWorthAsking(open) else { return false }
        if !consultation.hasRemembered {
            consultation.hasRemembered = true
            if await recall(open) { return true }
        }
        guard let model = consultant.model, consultation.calls < Consultation.mostCalls else { return false }
        let wanted = open.filter { one in
            !consultation.asked.contains(one.key) || consultation.refused[one.key] != nil || isBack(one)
        }
        // What would not do is asked again only where the form demands it.
        guard
            wanted.contains(where: { $0.target.field.isRequired })
                || isWorthAsking(wanted.filter { !consultation.asked.contains($0.key) })
        else { return false }
        guard consultant.mayDecide else {
            consultant.stop()
            return false
        }
        return try await decide(wanted, on: reading, with: model)
    }

    /// A page that lacks nothing required is left as it is, unless the applicant told their story in prose: then every
    /// question may have its answer there.
    private func isWorthAsking(_ open: [PageLedger.Open]) -> Bool {
        open.contains { $0.target.field.isRequired } || (task.applicant.hasProse && !open.isEmpty)
    }

    /// What was given and would not stay.
    private func isBack(_ open: PageLedger.Open) -> Bool {
        consultation.given[open.key] != nil && open.tried != nil
    }

    // MARK: Memory

    private mutating func recall(_ open: [PageLedger.Open]) async -> Bool {
        let keys = Dictionary(open.map { (LearnedAnswer.key(of: $0.target.field), $0.key) }) { first, _ in first }
        let holding = await consultant.remembered(keys.keys.sorted())
        for answer in holding {
            guard let key = keys[answer.key] else { continue }
            ledger.give(Answer(answer.value, from: .memory), to: key)
        }
        if !holding.isEmpty { await timeline.tell(.answersRecalled(holding.count)) }
        return !holding.isEmpty
    }

    /// Takes note of the answers that their fields have kept.
    func learn() {
        guard let model = consultant.model else { return }
        for (key, given) in consultation.given where ledger.holds(key) && !given.isTied {
            guard let digest = FactSheet.digest(of: given.because, applicant: task.applicant) else { continue }
            let field = given.question.target.field
            consultant.keep(
                LearnedAnswer(
                    question: field.label,
                    key: LearnedAnswer.key(of: field),
                    values: given.values,
                    because: given.because,
                    digest: digest,
                    model: model.model.name
                )
            )
        }
    }

    // MARK: The model

    private mutating func decide(
        _ wanted: [PageLedger.Open],
        on reading: PageReading,
        with model: ChosenModel
    ) async throws -> Bool {
        let asked = wanted.map { one in
            (key: one.key, target: one.target, tried: consultation.refused[one.key] ?? one.tried)
        }
        let form = FormText(asked, buttons: reading.pressable)
        let facts = FactSheet(task.applicant, for: wanted.map { ($0.target.field, $0.target.asked) })
        consultation.calls += 1
        consultation.asked.formUnion(wanted.map(\.key))
        guard let answer = try await consultant.ask(model, AnswerPlan.question(form, facts)) else { return false }
        guard let plan = AnswerPlan(answer.json) else { return unusable(answer, wanted) }
        await consultant.think(plan.thought)
        if let reason = plan.givesUp { await consultant.think("Leaves the page to a human: \(reason)") }
        let checked = CheckedPlan(plan, form, facts)
        for reason in checked.offForm { await consultant.refuse(reason) }
        let fresh = take(checked)
        consultant.count(fresh)
        var isPressed = false
        if let click = checked.click {
            consultant.count()
            isPressed = try await pressStill(click)
        }
        // What would not do is asked again once.
        return isPressed || fresh > 0 || (!checked.refused.isEmpty && consultation.calls == 1)
    }

    /// Takes note of an answer that is no plan; asked once more, the second time that is the model's answer.
    ///
    /// - Returns: whether it is to be asked once more.
    private mutating func unusable(_ answer: ModelAnswer, _ wanted: [PageLedger.Open]) -> Bool {
        let said = answer.stop == .refused ? "the model declines to answer" : "the model gave no usable answer"
        for one in wanted { ledger.remark(said, on: one.key) }
        if consultation.calls == 1 { for one in wanted { consultation.refused[one.key] = one.tried } }
        return consultation.calls == 1 && answer.stop != .refused
    }

    /// Takes over what a model answers.
    ///
    /// - Returns: how many answers are new.
    private mutating func take(_ checked: CheckedPlan) -> Int {
        consultation.refused = [:]
        // Who says the same once more has nothing else to say.
        let fresh = checked.given.filter { consultation.given[$0.question.key]?.answer != $0.answer }
        for given in fresh {
            consultation.given[given.question.key] = given
            ledger.give(given.answer, to: given.question.key)
        }
        for (question, reason) in checked.refused {
            consultation.refused[question.key] = reason
            ledger.remark("the model's answer would not do: \(reason)", on: question.key)
        }
        for (question, why) in checked.asked {
            let reason = consultant.safe(why.isEmpty ? "it does not follow from the profile" : why)
            ledger.remark(reason, on: question.key)
        }
        return fresh.count
    }

    /// Presses a button that the model wants pressed: it may change the page, and neither leave it nor send anything off.
    private func pressStill(_ button: ReadButton) async throws -> Bool {
        guard visit.canHold else { return false }
        return try await visit.holdStill { try await visit.tryPress(button) }
    }
}

extension PageReading {
    /// The buttons that a model may have pressed: those of the form that neither send it nor lead anywhere.
    fileprivate var pressable: [ReadButton] {
        buttons.filter { $0.role == .other && !$0.posts && !$0.isLink && $0.key == main }
    }
}
