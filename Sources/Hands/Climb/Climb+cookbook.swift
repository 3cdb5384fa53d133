import Chromium
import GhostHands

/// Whether a manual is replayed, and what it knows of each page.
extension Climb {
    enum Opened {
        /// What the manual knows of the page; nil without one.
        case recalls(PageRecall?)
        /// Only a manual was to be used, and none holds.
        case end(AttemptEnd)
    }

    /// Looks for a manual once the form is there, and for what it knows of each page.
    ///
    /// - Parameter reading: the page, nothing on it filled.
    /// - Returns: what the manual knows.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws when manuals cannot be looked for and
    ///   nothing else may be used.
    mutating func openCookbook(_ reading: PageReading, _ number: Int) async throws -> Opened {
        if cookbook.mode == nil, let end = try await chooseMode(reading) { return .end(end) }
        guard let manual = cookbook.replayed else { return .recalls(nil) }
        guard let page = cookbook.find(reading) else {
            let end = await giveUpManual("page \(number) of the form is not in the manual")
            return end.map(Opened.end) ?? .recalls(nil)
        }
        let selected = try await select(manual.steps(on: page))
        return .recalls(PageRecall(manual, page: page, selected: selected))
    }

    private mutating func chooseMode(_ reading: PageReading) async throws -> AttemptEnd? {
        let key = ManualKey(
            platform: visit.site?.name ?? Manual.otherPlatform,
            task: task.kind.rawValue,
            marks: reading.marks,
            url: reading.url
        )
        let isRequired = task.replay.mode == .cookbookOnly
        switch ManualChoice.choose(from: try await candidates(key), for: key, marks: reading.marks) {
        case .replay(let manual):
            cookbook.replay(manual, key: key)
            await timeline.tell(.manualFound(manual))
            await timeline.select(.cookbook, because: "manual_found", manual)
            return nil
        case .unfit(let manual):
            if isRequired { return .noManual(reason: "the manual has failed too often") }
            await goWithout(.none, reason: "health_too_low", key: key, manual)
            return nil
        case .none:
            if isRequired { return .noManual(reason: "no manual fits this form") }
            await goWithout(.none, reason: "no_manual_found", key: key)
            return nil
        }
    }

    /// A database that is away for a moment is no reason not to apply.
    private func candidates(_ key: ManualKey) async throws -> [Manual] {
        do {
            return try await attempt.supervisor.manuals(for: key)
        } catch  where task.replay.mode != .cookbookOnly && !(error is CancellationError) {
            return []
        }
    }

    /// Begins in the mode that needs no manual.
    mutating func goWithout(
        _ status: CookbookRecord.Status,
        reason: String,
        key: ManualKey? = nil,
        _ manual: Manual? = nil
    ) async {
        cookbook.goWithout(status, key: key, reason: status == .aiOnly ? nil : reason)
        await timeline.select(.magnitude, because: reason, manual)
    }

    /// Goes on without the manual from the page as it is: nothing on it was disturbed.
    ///
    /// - Parameter reason: why.
    /// - Returns: the end, where only a manual was to be used.
    mutating func giveUpManual(_ reason: String) async -> AttemptEnd? {
        let safe = timeline.report.redacted(reason)
        let isRequired = task.replay.mode == .cookbookOnly
        await timeline.giveUpManual(because: safe, goesOn: !isRequired)
        cookbook.giveUp(safe)
        return isRequired ? .manualFailed(reason: safe) : nil
    }

    /// The elements of the steps for which an imported manual has only a selector.
    private func select(_ steps: [(index: Int, step: Manual.Step)]) async throws -> [Int: ElementHandle] {
        var found: [Int: ElementHandle] = [:]
        for (index, step) in steps {
            guard let selector = step.selector, step.field != nil else { continue }
            let all = try await visit.page.elements(selector.locator)
            // One that fits several elements says of none that it is meant.
            if all.count == 1 { found[index] = all[0] }
        }
        return found
    }

    /// What is to be written down of the manual.
    func record(_ end: AttemptEnd) -> CookbookRecord {
        let report = timeline.report
        let isFault =
            switch end {
            case .stuck, .rejected, .manualFailed: cookbook.hadManual
            default: false
            }
        return cookbook.record(
            evidence: end == .done && report.submitted ? report.evidence : nil,
            isManualsFault: isFault,
            id: task.replay.manualID,
            clean: report.cleaning.applied(to:)
        )
    }
}

extension Manual.Selector {
    fileprivate var locator: Locator {
        switch self {
        case .css(let text): .css(text)
        case .xpath(let text): .xpath(text)
        case .testID(let text): .testID(text)
        }
    }
}
