import Chromium
import GhostHands

extension AttemptRun {
    /// Settles what neither the applicant's data nor the form settles: by what was derived for this user before, else by
    /// one call of the model, with only that.
    ///
    /// - Parameters:
    ///   - reading: the page, everything else on it filled.
    ///   - ledger: what was done to it.
    ///   - number: its number.
    /// - Returns: whether there is something new to be done on the page.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws when budgets cannot be looked at.
    mutating func consult(_ reading: PageReading, _ ledger: inout PageLedger, _ number: Int) async throws -> Bool {
        // What other frames show may be anybody's.
        let open = ledger.open(in: reading, for: attempt.task.applicant).filter { reading.isOfMainFrame($0.target) }
        guard agent.end == nil, isWorthAsking(open) else { return false }
        var page = agent.pages[number] ?? AgentState.Consultation()
        defer { agent.pages[number] = page }
        if !page.hasRemembered {
            page.hasRemembered = true
            if await recall(open, &ledger) { return true }
        }
        guard let model, page.calls < AgentState.Consultation.mostCalls else { return false }
        let wanted = open.filter { !page.asked.contains($0.key) || page.refused[$0.key] != nil || isBack($0, page) }
        // What would not do is asked again only where the form demands it.
        guard
            wanted.contains(where: { $0.target.field.isRequired })
                || isWorthAsking(wanted.filter { !page.asked.contains($0.key) })
        else { return false }
        guard agent.decided < attempt.task.kind.actionLimit else {
            agent.end = .tooManyActions(limit: attempt.task.kind.actionLimit)
            return false
        }
        return try await decide(wanted, on: reading, with: model, &page, &ledger)
    }

    /// What is demanded and nobody answered.
    var missingEnd: AttemptEnd { agent.end ?? .unanswered }

    /// A page that lacks nothing required is left as it is, unless the applicant told their story in prose: then every
    /// question may have its answer there.
    private func isWorthAsking(_ open: [PageLedger.Open]) -> Bool {
        open.contains { $0.target.field.isRequired } || (attempt.task.applicant.hasProse && !open.isEmpty)
    }

    /// What was given and would not stay.
    private func isBack(_ open: PageLedger.Open, _ page: AgentState.Consultation) -> Bool {
        page.given[open.key] != nil && open.tried != nil
    }

    // MARK: Memory

    private mutating func recall(_ open: [PageLedger.Open], _ ledger: inout PageLedger) async -> Bool {
        let keys = Dictionary(open.map { (LearnedAnswer.key(of: $0.target.field), $0.key) }) { first, _ in first }
        let known = await attempt.supervisor.knownAnswers(to: keys.keys.sorted())
        let holding = known.filter { answer in
            FactSheet.digest(of: answer.because, applicant: attempt.task.applicant) == answer.digest
        }
        for answer in holding {
            guard let key = keys[answer.key] else { continue }
            ledger.give(Answer(.oneOrMany(answer.values), from: .memory), to: key)
        }
        if !holding.isEmpty { await tell(.answersRecalled, ["count": .int(Int64(holding.count))]) }
        return !holding.isEmpty
    }

    /// Takes note of the answers that their fields have kept.
    mutating func learn(from ledger: PageLedger) {
        guard let model = attempt.model else { return }
        for page in agent.pages.values {
            for (key, given) in page.given where ledger.holds(key) && !given.isTied {
                guard let digest = FactSheet.digest(of: given.because, applicant: attempt.task.applicant) else {
                    continue
                }
                let field = given.question.target.field
                agent.keep(
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
    }

    // MARK: The model

    private mutating func decide(
        _ wanted: [PageLedger.Open],
        on reading: PageReading,
        with model: ChosenModel,
        _ page: inout AgentState.Consultation,
        _ ledger: inout PageLedger
    ) async throws -> Bool {
        let asked = wanted.map { (key: $0.key, target: $0.target, tried: page.refused[$0.key] ?? $0.tried) }
        let form = FormText(asked, buttons: reading.pressable)
        let facts = FactSheet(
            attempt.task.applicant,
            for: wanted.map { ($0.target.field, $0.target.asked) }
        )
        page.calls += 1
        page.asked.formUnion(wanted.map(\.key))
        guard let answer = try await ask(model, question(form, facts)) else { return false }
        guard let plan = AnswerPlan(answer.json) else {
            let said = answer.stop == .refused ? "the model declines to answer" : "the model gave no usable answer"
            for one in wanted { ledger.remark(said, on: one.key) }
            // Asked once more; the second time that is its answer.
            if page.calls == 1 { for one in wanted { page.refused[one.key] = one.tried } }
            return page.calls == 1 && answer.stop != .refused
        }
        await think(plan.thought)
        if let reason = plan.givesUp { await think("Leaves the page to a human: \(reason)") }
        let checked = CheckedPlan(plan, form, facts)
        for reason in checked.offForm { await tell(.offFormInstruction, ["reason": .string(reason)]) }
        page.refused = [:]
        // Who says the same once more has nothing else to say.
        let fresh = checked.given.filter { page.given[$0.question.key]?.answer != $0.answer }
        for given in fresh {
            page.given[given.question.key] = given
            ledger.give(given.answer, to: given.question.key)
        }
        for (question, reason) in checked.refused {
            page.refused[question.key] = reason
            ledger.remark("the model's answer would not do: \(reason)", on: question.key)
        }
        for (question, why) in checked.asked {
            ledger.remark(safe(why.isEmpty ? "it does not follow from the profile" : why), on: question.key)
        }
        agent.decided += fresh.count
        var isPressed = false
        if let click = checked.click {
            agent.decided += 1
            isPressed = try await press(click)
        }
        // What would not do is asked again once.
        return isPressed || !fresh.isEmpty || (!checked.refused.isEmpty && page.calls == 1)
    }

    private func question(_ form: FormText, _ facts: FactSheet) -> ModelQuestion {
        ModelQuestion(
            instructions: AnswerPlan.instructions,
            text: "FACTS\n\(facts.text)\n\nFORM\n\(form.text)",
            schema: AnswerPlan.schema,
            schemaName: "plan",
            mostOutput: min(4000, 300 + 120 * form.questions.count)
        )
    }

    /// Presses a button that the model wants pressed: it may change the page, and neither leave it nor send anything off.
    private mutating func press(_ button: ReadButton) async throws -> Bool {
        guard let lock = attempt.lock else { return false }
        return try await lock.holdStill(&self) { try await $0.isPressed(button) }
    }

    /// Asks the model within the budgets, and settles what it came to.
    ///
    /// - Parameters:
    ///   - chosen: the model.
    ///   - question: what is asked.
    /// - Returns: the answer; nil when there is none, and then ``AgentState/end`` says why.
    /// - Throws: ``CancellationError`` when it is called off; what the supervisor throws.
    mutating func ask(_ chosen: ChosenModel, _ question: ModelQuestion) async throws -> ModelAnswer? {
        let most = chosen.price.most(
            inputBytes: question.mostBytes,
            images: question.images.count,
            mostOutput: question.mostOutput
        )
        let reservation: Int64
        switch try await attempt.supervisor.reserve(most) {
        case .granted(let number): reservation = number
        case .refused(let refusal):
            agent.end = .overBudget(refusal)
            return nil
        case .leaseLost:
            agent.end = .leaseLost
            return nil
        }
        agent.calls += 1
        var question = question
        question.patience = attempt.limits.answering
        do {
            let answer = try await chosen.model.answer(question)
            await settle(reservation, chosen, answer.usage)
            return answer
        } catch let error as ModelError {
            await settle(reservation, chosen, error.usage ?? TokenUsage())
            agent.end = .modelFailed(error)
            return nil
        } catch {
            // Called off in the midst of it: what was sent was read.
            await settle(reservation, chosen, .estimated(inputBytes: question.mostBytes, outputBytes: 0))
            throw error
        }
    }

    private mutating func settle(_ reservation: Int64, _ chosen: ChosenModel, _ usage: TokenUsage) async {
        let price = chosen.price.cost(of: usage)
        cost.magnitudeCost = cost.magnitudeCost + price
        cost.inputTokens += usage.input
        cost.outputTokens += usage.output
        await attempt.supervisor.settle(
            ModelCall(reservation: reservation, model: chosen.model.name, usage: usage, cost: price)
        )
        await tell(
            .tokensUsed,
            [
                "model": .string(chosen.model.name), "input_tokens": .int(Int64(usage.input)),
                "output_tokens": .int(Int64(usage.output)), "cached_tokens": .int(Int64(usage.cached)),
                "cost_usd": .number(price.dollars), "estimated": .bool(usage.isEstimated),
            ]
        )
    }

    /// Shows what the agent thinks, without the applicant's data.
    mutating func think(_ thought: String) async {
        let text = safe(thought)
        guard !text.isEmpty else { return }
        progress.think(text)
        await attempt.supervisor.progress(progress)
        await tell(.thought, ["content": .string(text)])
    }

    /// A model's words as everybody may read them.
    func safe(_ text: String) -> String {
        let line = String(text.oneLine.prefix(300))
        return String(report.redacted(Redaction(attempt.task.applicant.values).applied(to: line)).prefix(200))
    }
}

extension PageReading {
    /// Whether a field stands in the frame of the form that the page is for.
    func isOfMainFrame(_ field: ReadField) -> Bool { field.frame == main?.frame ?? 0 }

    /// The buttons that a model may have pressed: those of the form that neither send it nor lead anywhere.
    fileprivate var pressable: [ReadButton] {
        buttons.filter { $0.role == .other && !$0.posts && !$0.isLink && $0.key == main }
    }
}
