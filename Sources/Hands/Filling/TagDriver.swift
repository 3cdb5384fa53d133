import Chromium
import Foundation
import GhostHands

/// Enters what counts only once a key has confirmed it: types each entry, presses Enter or a comma, and looks whether it
/// has become a tag.
struct TagDriver: Sendable {
    private let page: Page
    private let target: ElementHandle
    private let watch: WidgetWatch<OfferState>

    /// - Parameters:
    ///   - page: the page of the box.
    ///   - clock: measures how long it takes.
    ///   - limit: how long it may take.
    /// - Throws: ``ChromiumError`` when the box's frame is gone.
    init(page: Page, target: ElementHandle, clock: ContinuousClock, limit: Duration) throws {
        self.page = page
        self.target = target
        watch = try WidgetWatch(target, in: page, function: .offers, clock: clock, limit: limit)
    }

    /// The entries of an answer.
    static func entries(of text: String) -> [String] {
        text.split { $0 == "," || $0 == ";" || $0.isNewline }
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// Enters all that an answer lists.
    ///
    /// A box on which neither key has any effect takes the text as it is.
    ///
    /// - Throws: ``ChromiumError``: notActionable when the box makes no tag of an entry; the box is left empty.
    func enter(_ text: String) async throws {
        for entry in Self.entries(of: text) where try await !has(entry, watch.state()) {
            try await page.clear(target, timeout: watch.remaining)
            try await watch.frame.tell(.armOffers, about: target)
            try await page.type(entry, into: target, timeout: watch.remaining)
            if try await isChosen(entry) { continue }
            if try await isConfirmed(entry, by: "Enter") { continue }
            if try await isConfirmed(entry, by: ",") { continue }
            try await takeBackOthers(than: text)
            let left = try await watch.state()
            if left.typed == "\(entry),", left.tags.isEmpty {
                return try await page.fill(target, with: text, timeout: watch.remaining)
            }
            try await page.clear(target, timeout: watch.remaining)
            throw ChromiumError(.notActionable, "the box makes no entry of what is typed")
        }
    }

    /// Where a list has opened, a key would choose its first row: the one that says the entry is pressed instead.
    private func isChosen(_ entry: String) async throws -> Bool {
        let before = try await watch.state()
        guard let row = before.rows.first(where: { Words($0.label) == Words(entry) }) else { return false }
        do {
            try await page.click(watch.frame.element(row.element), timeout: min(watch.remaining, .seconds(2)))
        } catch let error as ChromiumError where error.code == .notActionable || error.code == .timedOut {
            return false
        }
        return try await has(entry, watch.state())
    }

    /// The key may have chosen what the box offered first, and nobody meant.
    private func takeBackOthers(than text: String) async throws {
        let wanted = Set(Self.entries(of: text).map { Words($0) })
        let tags = try await watch.state().tags.split(separator: "\n").map { Words(String($0)) }
        guard let last = tags.last, !wanted.contains(last) else { return }
        try await page.clear(target, timeout: watch.remaining)
        try await watch.pressKeepingForm("Backspace", page)
    }

    private func isConfirmed(_ entry: String, by key: String) async throws -> Bool {
        try await page.focus(target, timeout: watch.remaining)
        let before = try await watch.state()
        try await watch.pressKeepingForm(key, page)
        let (_, activity) = try await page.activity {}
        let isTaken = { (state: OfferState) in
            has(entry, state) || (state.typed.isEmpty && (state.tags != before.tags || state.kept != before.kept))
        }
        let state = try await watch.wait(
            atMost: .seconds(2),
            lull: .milliseconds(300),
            since: activity,
            in: page,
            until: isTaken
        )
        return isTaken(state)
    }

    private func has(_ entry: String, _ state: OfferState) -> Bool {
        state.tags.split(separator: "\n").contains { Words(String($0)) == Words(entry) }
    }
}
