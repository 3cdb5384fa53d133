import Chromium
import Foundation
import GhostHands

/// Puts one answer into one control, the way a person would.
struct Filler: Sendable {
    let page: Page
    /// How long one control may take.
    let timeout: Duration
    let clock: ContinuousClock
    /// Tells the place that is meant from its namesakes.
    let places: PlaceMatcher

    /// How many ways of entering an answer are tried on a control.
    ///
    /// A choice has two as well, though they are the same: another field may have reset it in between.
    static func strategies(for fit: Fit, asked: Asked) -> Int {
        switch fit {
        case .file, .picks: 1
        case .text(let text) where asked == .phone && PhoneNumber.national(text) != nil: 3
        default: 2
        }
    }

    /// Why a control would not take its answer.
    struct Refusal: Sendable {
        let reason: String
        /// Whether the control was only rendered again: then the new one may take the answer.
        let isStale: Bool
    }

    /// How it went.
    enum Applied: Sendable {
        /// Done; a list says what it shows now, which may be its own words for the answer.
        case done(shown: String?)
        case refused(Refusal)

        /// Why the control would not take it, if it would not.
        var refusal: Refusal? {
            if case .refused(let refusal) = self { refusal } else { nil }
        }
    }

    /// Does to a control what its answer asks for.
    ///
    /// What it then holds is read back by the next reading.
    ///
    /// - Parameters:
    ///   - fit: what is to be done.
    ///   - target: the control.
    ///   - attempt: which strategy to use, from 0.
    /// - Returns: that it is done, or why the control would not take it.
    /// - Throws: ``ChromiumError`` when the page itself is gone.
    func apply(_ fit: Fit, to target: ReadField, attempt: Int) async throws -> Applied {
        do {
            if case .picks(let wanted) = fit {
                let driver = try ListDriver(
                    page: page,
                    target: target.handle,
                    clock: clock,
                    limit: timeout * 3,
                    places: Self.isPlace(target.asked) ? places : nil
                )
                return .done(shown: try await driver.choose(wanted))
            }
            if let widget = target.widget {
                return .done(shown: try await perform(fit, on: target, widget))
            }
            if case .text(let text) = fit, Self.isOffered(text, target) {
                return .done(shown: try await offer(text, to: target, attempt))
            }
            try await perform(fit, on: target, attempt)
            return .done(shown: nil)
        } catch let error as ChromiumError where Self.isOfControl(error) {
            return .refused(Refusal(reason: error.message, isStale: error.code == .detached))
        }
    }

    /// What a plain field is to hold, where nothing more is to be done than to enter it.
    static func plainEntry(_ fit: Fit, _ target: ReadField) -> FieldEntry? {
        guard target.widget == nil, target.field.kind != .richText else { return nil }
        switch fit {
        case .text(let text): return isOffered(text, target) ? nil : FieldEntry(target.handle, .text(text))
        case .options(let indexes) where [.select, .multiselect].contains(target.field.kind):
            return FieldEntry(target.handle, .options(choices(indexes, of: target)))
        case .options, .picks, .checked, .file, .refused: return nil
        }
    }

    /// Fills plain fields, all with one call.
    ///
    /// - Parameter entries: what they are to hold, in reading order.
    /// - Returns: for each whether it does; one that does not is to be filled by itself.
    /// - Throws: ``ChromiumError`` when the page itself is gone.
    func applyAll(_ entries: [FieldEntry]) async throws -> [Bool] {
        do {
            return try await page.fillAll(entries, timeout: timeout)
        } catch let error as ChromiumError where Self.isOfControl(error) {
            return entries.map { _ in false }
        }
    }

    static func isOfControl(_ error: ChromiumError) -> Bool {
        switch error.code {
        case .notActionable, .detached, .timedOut, .script, .protocol: true
        case .notFound, .launchFailed, .closed, .crashed, .navigation: false
        }
    }

    private func perform(_ fit: Fit, on target: ReadField, _ widget: Widget) async throws -> String? {
        let driver = try WidgetDriver(page: page, of: target.handle, timeout: timeout)
        switch (widget.kind, fit) {
        case (.slider, .text(let text)): try await driver.slide(target.handle, to: Double(text) ?? .nan)
        case (.stepper, .text(let text)): try await driver.count(widget.parts, to: Double(text) ?? .nan)
        case (.segments, .text(let text)): try await driver.set(text, in: widget)
        case (.boxes, .text(let text)): try await driver.enter(text, in: widget.parts)
        case (.pressed, .options(let indexes)): try await driver.press(target.optionHandles, wanted: Set(indexes))
        case (.calendar, .text(let text)):
            guard let date = CalendarDate(text) else { throw ChromiumError(.notActionable, "the answer is not a date") }
            return try await CalendarDriver(page: page, field: target.handle, clock: clock, limit: timeout * 3)
                .pick(date)
        case (.chooser, .file(let path)):
            try await upload(to: target) {
                try await page.upload([URL(filePath: path)], byClicking: target.handle, timeout: uploading)
            }
        case (.zone, .file(let path)):
            let isPressed = try await isOnlyPressed(target.handle)
            try await upload(to: target) {
                if isPressed {
                    try await page.upload([URL(filePath: path)], byClicking: target.handle, timeout: uploading)
                } else {
                    try await page.drop([URL(filePath: path)], on: target.handle, timeout: uploading)
                }
            }
        case (.twin, .options(let indexes)):
            let labels = indexes.map { target.field.options[$0].label }
            let list = try ListDriver(page: page, target: widget.parts[0], clock: clock, limit: timeout * 3)
            _ = try await list.choose(labels)
        default: throw ChromiumError(.notActionable, "the control cannot hold this kind of answer")
        }
        return nil
    }

    /// What a drawn list offers, as far as it tells all of it at once.
    ///
    /// - Parameter target: the list, which is opened and closed again.
    /// - Returns: the labels of its options; none where it does not open or has more of them.
    /// - Throws: ``ChromiumError`` when the page itself is gone.
    func offers(of target: ReadField) async throws -> [String] {
        do {
            return try await ListDriver(page: page, target: target.handle, clock: clock, limit: timeout * 3)
                .offers()
        } catch let error as ChromiumError where error.code != .closed && error.code != .crashed {
            return []
        }
    }

    /// Whether a place for files hears presses and no drops.
    private func isOnlyPressed(_ zone: ElementHandle) async throws -> Bool {
        if try await page.listens(zone, toAnyOf: ["drop"]) { return false }
        return try await page.listens(zone, toAnyOf: ["click"])
    }

    private func perform(_ fit: Fit, on target: ReadField, _ attempt: Int) async throws {
        switch fit {
        case .text(let text) where attempt > 0:
            // Some fields react to every key, and lose text that arrives all at once.
            let entry = attempt > 1 ? PhoneNumber.national(text) ?? text : text
            try await page.clear(target.handle, timeout: timeout)
            try await page.type(entry, into: target.handle, timeout: timeout)
            // Some calendars take a typed day only once it is entered.
            if target.field.kind == .text, CalendarDate(text) != nil {
                let watch = try WidgetWatch<OfferState>(
                    target.handle,
                    in: page,
                    function: .offers,
                    clock: clock,
                    limit: timeout
                )
                try await watch.pressKeepingForm("Enter", page)
            }
        case .text(let text):
            // What the page makes of it may mean the same, and is read back.
            try await page.fill(target.handle, with: text, asIs: text.isEmpty, timeout: timeout)
        case .options(let indexes): try await choose(indexes, of: target)
        case .checked(let on): try await page.setChecked(target.handle, on, timeout: timeout)
        case .file(let path):
            try await upload(to: target) {
                try await page.upload([URL(filePath: path)], to: target.handle, timeout: uploading)
            }
        case .picks, .refused: return
        }
    }

    /// Many pages send a file off as soon as they have it, and some once a button is pressed that comes with it; a form that
    /// goes before that goes without it.
    private func upload(to target: ReadField, _ body: () async throws -> Void) async throws {
        let frame = try page.frame(of: target.handle)
        let _: Bool = try await frame.ask(.armUpload, .int(Int64(target.handle.id)))
        let (_, activity) = try await page.activity(during: body)
        _ = try await page.settle(activity, timeout: uploading)
        let offered: Offered = try await frame.ask(.startUpload)
        guard offered.buttons.count == 1 else { return }
        let (_, sent) = try await page.activity {
            try await page.click(frame.element(offered.buttons[0]), timeout: timeout)
        }
        _ = try await page.settle(sent, timeout: uploading)
    }

    private struct Offered: Decodable { let buttons: [Int] }

    private var uploading: Duration { timeout * 6 }

    /// Options by what they say: their places are those of the reading, and the page may have drawn others meanwhile.
    private static func choices(_ indexes: [Int], of target: ReadField) -> [OptionChoice] {
        indexes.map { target.field.options[$0] }.map { .option(label: $0.label, value: $0.value) }
    }

    private func choose(_ indexes: [Int], of target: ReadField) async throws {
        switch target.field.kind {
        case .radio:
            for index in indexes { try await page.setChecked(target.optionHandles[index], true, timeout: timeout) }
        case .checkboxGroup:
            for index in target.optionHandles.indices where target.chosen.contains(index) != indexes.contains(index) {
                try await page.setChecked(target.optionHandles[index], indexes.contains(index), timeout: timeout)
            }
        default:
            // Options that are not there, or not yet, are not insisted on: the page is read again, and fitted anew.
            let patience = min(timeout, .milliseconds(300))
            try await page.select(target.handle, Self.choices(indexes, of: target), timeout: patience)
        }
    }
}
