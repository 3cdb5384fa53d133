import Chromium
import Foundation
import GhostHands

extension AttemptRun {
    /// Looks for a manual once the form is there, and for what it knows of each page.
    ///
    /// - Parameters:
    ///   - reading: the page, nothing on it filled.
    ///   - number: its number.
    /// - Returns: the end, where only a manual was to be used and none holds.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws when manuals cannot be looked for and
    ///   nothing else may be used.
    mutating func openCookbook(_ reading: PageReading, _ number: Int) async throws -> AttemptEnd? {
        recall = nil
        if cookbook.mode == nil, let end = try await chooseMode(reading) { return end }
        guard cookbook.isReplaying, let manual = cookbook.manual else { return nil }
        guard let page = cookbook.find(reading) else {
            return await fallBack("page \(number) of the form is not in the manual")
        }
        recall = PageRecall(manual, page: page, selected: try await select(manual.steps(on: page)))
        return nil
    }

    private mutating func chooseMode(_ reading: PageReading) async throws -> AttemptEnd? {
        let key = ManualKey(
            platform: site?.name ?? Manual.otherPlatform,
            task: attempt.task.kind.rawValue,
            marks: reading.marks,
            url: reading.url
        )
        switch ManualChoice.choose(from: try await candidates(key), for: key, marks: reading.marks) {
        case .replay(let manual):
            cookbook.replay(manual, key: key)
            progress.manualID = manual.id.uuidString.lowercased()
            await tell(
                .manualFound,
                [
                    "manual_id": .id(manual.id), "health_score": .number(manual.health.score),
                    "url_pattern": .string(manual.urlPattern), "version": .int(Int64(manual.version)),
                ]
            )
            await selected(.cookbook, "manual_found")
            return nil
        case .unfit(let manual):
            let reason = "the manual has failed too often"
            if attempt.task.mode == .cookbookOnly { return .noManual(reason: reason) }
            await goWithout(.none, reason: "health_too_low", key: key, manual)
            return nil
        case .none:
            if attempt.task.mode == .cookbookOnly { return .noManual(reason: "no manual fits this form") }
            await goWithout(.none, reason: "no_manual_found", key: key)
            return nil
        }
    }

    /// A database that is away for a moment is no reason not to apply.
    private func candidates(_ key: ManualKey) async throws -> [Manual] {
        do {
            return try await attempt.supervisor.manuals(for: key)
        } catch  where attempt.task.mode != .cookbookOnly && !(error is CancellationError) {
            return []
        }
    }

    /// Begins in the mode that needs no manual.
    mutating func goWithout(
        _ status: CookbookRecord.Status,
        reason: String?,
        key: ManualKey? = nil,
        _ manual: Manual? = nil
    ) async {
        cookbook.goWithout(status, key: key, reason: status == .aiOnly ? nil : reason)
        if let reason { await selected(.magnitude, reason, manual) } else { await catchUp() }
    }

    private mutating func selected(_ mode: FinalMode, _ reason: String, _ manual: Manual? = nil) async {
        progress.mode = mode
        await attempt.supervisor.progress(progress)
        let id = (cookbook.manual ?? manual).map { JSON.id($0.id) } ?? .null
        await tell(.modeSelected, ["mode": .string(mode.rawValue), "reason": .string(reason), "manual_id": id])
        await catchUp()
    }

    /// Goes on without the manual from the page as it is: nothing on it was disturbed.
    ///
    /// - Parameter reason: why.
    /// - Returns: the end, where only a manual was to be used.
    mutating func fallBack(_ reason: String) async -> AttemptEnd? {
        let safe = report.redacted(reason)
        await failed("Cookbook step", kind: "cookbook", reason: safe)
        cookbook.fallBack(safe)
        recall = nil
        if attempt.task.mode == .cookbookOnly { return .manualFailed(reason: safe) }
        progress.mode = .magnitude
        await attempt.supervisor.progress(progress)
        await tell(.modeSwitched, ["from_mode": "cookbook", "to_mode": "magnitude", "reason": .string(safe)])
        return nil
    }

    /// Takes note of the button by which a page is left.
    mutating func leave(by button: ReadButton) {
        cookbook.trail.leave(by: button)
        cookbook.leavePage()
    }

    /// The elements of the steps for which an imported manual has only a selector.
    private func select(_ steps: [(index: Int, step: Manual.Step)]) async throws -> [Int: ElementHandle] {
        var found: [Int: ElementHandle] = [:]
        for (index, step) in steps {
            guard let selector = step.selector, step.field != nil else { continue }
            let all = try await page.elements(selector.locator)
            // One that fits several elements says of none that it is meant.
            if all.count == 1 { found[index] = all[0] }
        }
        return found
    }

    /// What is to be written down of the manual.
    func record(_ end: AttemptEnd) -> CookbookRecord {
        let isFault =
            switch end {
            case .stuck, .rejected, .manualFailed: cookbook.manual != nil
            default: false
            }
        return cookbook.record(
            evidence: end == .done && report.submitted ? report.evidence : nil,
            isManualsFault: isFault,
            id: attempt.task.manualID,
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
