import Chromium
import GhostHands

extension PageFilling {
    /// Fills fields and reads the page again.
    ///
    /// - Parameters:
    ///   - orders: what is to be done.
    ///   - entry: the form within the form that is being filled.
    /// - Returns: the page afterwards; what its fields hold is compared with what they were to hold.
    /// - Throws: ``ChromiumError`` when the page is gone.
    mutating func fill(_ orders: [PageLedger.Order], joining entry: EntryForm?) async throws -> PageReading {
        timeline.expect(more: orders.count + 1)
        let (_, activity) = try await visit.page.activity {}
        started = activity
        try await carryOut(orders)
        if visit.page.isLeaving { _ = try await visit.page.settle(activity, timeout: visit.limits.settling) }
        var reading = try await visit.look(afterInput: true)
        if let entry { reading = entry.joined(to: reading) }
        ledger.check(reading)
        return reading
    }

    var filler: Filler {
        Filler(
            page: visit.page,
            timeout: visit.limits.control,
            clock: visit.clock,
            places: PlaceMatcher(task.applicant.profile)
        )
    }

    /// Fills in reading order: plain fields that stand together with one call, the others one by one.
    private mutating func carryOut(_ orders: [PageLedger.Order]) async throws {
        var rest = try await listening(orders)[...]
        // What a person does meanwhile may make the rest of it wrong.
        while let first = rest.first, !isOvertaken {
            let plain = rest.prefix { Self.isPlain($0) }
            // Beside a person nothing is entered in two steps that can be in one.
            if plain.count > 1 || visit.context.givesWay && !plain.isEmpty {
                try await fillTogether(plain)
                rest = rest.dropFirst(plain.count)
            } else {
                try await fillAlone(first)
                rest = rest.dropFirst()
            }
        }
    }

    /// The orders, with a note at boxes that the page listens to while they are typed into: a list may open beside them.
    private func listening(_ orders: [PageLedger.Order]) async throws -> [PageLedger.Order] {
        var orders = orders
        for (index, order) in orders.enumerated() where Filler.isWorthAsking(order.fit, order.target) {
            if try await filler.hears(order.target) { orders[index].target.entry = .heard }
        }
        return orders
    }

    private static func isPlain(_ order: PageLedger.Order) -> Bool {
        order.attempt == 0 && Filler.plainEntry(order.fit, order.target) != nil
    }

    /// Fills plain fields with one call, and those that it does not fill by themselves.
    private mutating func fillTogether(_ orders: ArraySlice<PageLedger.Order>) async throws {
        let begin = visit.clock.now
        let entries = orders.compactMap { Filler.plainEntry($0.fit, $0.target) }
        let turns = visit.context.turns
        let isDone = try await visit.stopwatch.time(.fill) { try await filler.applyAll(entries) }
        let each = (visit.clock.now - begin).inMilliseconds / Double(orders.count)
        for (order, isDone) in zip(orders, isDone) {
            if isDone {
                await note(order, await tellBegin(order), .done(shown: nil), milliseconds: each)
            } else if !isOvertaken {
                try await fillAlone(order)
            } else if visit.context.turns != turns {
                ledger.begin(order.key)
            }
        }
    }

    private mutating func fillAlone(_ order: PageLedger.Order) async throws {
        let told = await tellBegin(order)
        let (begin, turns) = (visit.clock.now, visit.context.turns)
        let applied = isOvertaken ? Self.overtaken : try await apply(order)
        let hasBegun = visit.context.turns != turns
        if isOvertaken, !hasBegun, let refusal = applied.refusal {
            return await timeline.failed(told.failure, told.kind, reason: refusal.reason, isReplayed: order.step != nil)
        }
        if hasBegun { ledger.begin(order.key) }
        await note(order, told, yielding(applied), milliseconds: (visit.clock.now - begin).inMilliseconds)
    }

    private func apply(_ order: PageLedger.Order) async throws -> Filler.Applied {
        try await visit.stopwatch.time(.fill) {
            try await filler.apply(order.fit, to: order.target, attempt: order.attempt)
        }
    }

    private static let overtaken = Filler.Applied.refused(
        Filler.Refusal(reason: "a person was at the page meanwhile", isStale: true)
    )

    /// What fails beside a person is tried again: it is not the control's doing.
    private func yielding(_ applied: Filler.Applied) -> Filler.Applied {
        guard isOvertaken, let refusal = applied.refusal else { return applied }
        return .refused(Filler.Refusal(reason: refusal.reason, isStale: true))
    }

    /// Says that a field is being filled.
    private func tellBegin(_ order: PageLedger.Order) async -> FillTimeline {
        if order.target.field.kind == .file { await timeline.reach(.uploadingResume) }
        if order.target.asked == .question { await timeline.reach(.answeringQuestions) }
        let value = order.answer.value.plainText ?? ""
        let (field, asked) = (order.target.field, order.target.asked)
        let shown = order.answer.source == .human ? nil : timeline.shown(value, order.target)
        let told = FillTimeline(field, asked, order.fit, answer: value, shown: shown)
        await timeline.started(told.intent)
        return told
    }

    private mutating func note(
        _ order: PageLedger.Order,
        _ told: FillTimeline,
        _ applied: Filler.Applied,
        milliseconds: Double
    ) async {
        ledger.note(order, applied, milliseconds: milliseconds)
        let isReplayed = order.step != nil
        if let refusal = applied.refusal {
            await timeline.failed(told.failure, told.kind, reason: refusal.reason, isReplayed: isReplayed)
        } else {
            await timeline.completed(told.success, told.kind, isReplayed: isReplayed)
        }
    }
}
