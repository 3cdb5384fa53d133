import Chromium
import GhostHands

extension ListDriver {
    /// Picks an option with the pointer, or where that does nothing with the keyboard.
    ///
    /// - Throws: ``ChromiumError``: notActionable when the control does not take it.
    func pick(_ option: ListState.Option, _ options: [ListState.Option], _ before: ListState) async throws {
        if try await click(option) {
            if try await isTaken(option, before, atMost: .milliseconds(400)) { return }
            if try await takeOver(), try await isTaken(option, before) { return }
            // Some hear no press in the first moment that they stand open.
            let now = try await watch.state()
            if now.isOpen, now.shown == before.shown { _ = try await click(option) }
            if try await isTaken(option, before) { return }
        }
        if try await pickByKeyboard(option, options.count), try await isTaken(option, before) { return }
        throw ChromiumError(.notActionable, "the list did not keep the choice")
    }

    /// Presses what takes over the choice, where the list stands open and waits for it.
    private func takeOver() async throws -> Bool {
        let state = try await watch.state()
        guard state.isOpen, !state.popup.takesSeveral else { return false }
        let taker: Int? = try await watch.ask(.listTaker)
        guard let taker else { return false }
        try await page.click(watch.frame.element(taker), timeout: min(remaining, .seconds(2)))
        return true
    }

    /// - Returns: false where the option cannot be reached by the pointer.
    private func click(_ option: ListState.Option) async throws -> Bool {
        do {
            try await page.click(watch.frame.element(option.element), timeout: min(remaining, .seconds(2)))
            return true
        } catch let error as ChromiumError where error.code == .notActionable || error.code == .timedOut {
            return false
        }
    }

    private func isTaken(
        _ option: ListState.Option,
        _ before: ListState,
        atMost patience: Duration = WidgetWatch<ListState>.patience
    ) async throws -> Bool {
        let state = try await watch.wait(atMost: patience) {
            Self.shows($0, option, before) || Self.shownBeside($0, option) != nil
        }
        if Self.shows(state, option, before) { return true }
        guard let beside = Self.shownBeside(state, option) else { return false }
        return try await watch.ask(.keepList, .string(beside))
    }

    /// What has come to stand beside the control since it was opened, and says the option, once the list has closed.
    private static func shownBeside(_ state: ListState, _ option: ListState.Option) -> String? {
        state.isOpen ? nil : state.beside.first { Words($0) == Words(option.label) }
    }

    /// Whether the control shows the option: in its words, with others, or, once it has closed, in some of them.
    private static func shows(_ state: ListState, _ option: ListState.Option, _ before: ListState) -> Bool {
        let (shown, label) = (Words(state.shown), Words(option.label))
        guard !shown.list.isEmpty else { return false }
        if shown == label { return true }
        if shown.contains(label.text), state.shown != before.shown { return state.typed.isEmpty || !state.isOpen }
        return !state.isOpen && state.shown != before.shown && label.contains(shown.text)
    }

    private func pickByKeyboard(_ option: ListState.Option, _ count: Int) async throws -> Bool {
        if try await !watch.state().isOpen { _ = try await open() }
        try await page.focus(box(watch.state()), timeout: remaining)
        for _ in 0...min(count, Self.mostSteps) {
            if let active = try await watch.state().options.first(where: \.isActive), active.label == option.label {
                try await page.press("Enter", timeout: remaining)
                return true
            }
            try await page.press("ArrowDown", timeout: remaining)
        }
        return false
    }
}
