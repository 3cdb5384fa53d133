import Chromium

extension ListDriver {
    /// The most options that are worth telling: of a longer list nobody chooses by reading it.
    private static let mostTold = 60

    /// What the list offers, without choosing.
    ///
    /// - Returns: the labels of its options, in their order; none where it has more than it shows.
    /// - Throws: ``ChromiumError``: notActionable or timedOut when it does not open; it is closed in any case.
    func offers() async throws -> [String] {
        try await watch.arm()
        do {
            let state = try await open()
            try await close(state)
            let isAll = !state.hasMore && !state.isBusy && state.options.count <= Self.mostTold
            return isAll ? state.options.filter { !$0.isDisabled && !$0.isCategory }.map(\.label) : []
        } catch let error as ChromiumError where error.code == .notActionable || error.code == .timedOut {
            try await withdraw()
            throw error
        }
    }

    /// Closes the list and sees it closed: some do so a moment after they were left, in the middle of the next choice.
    private func close(_ state: ListState) async throws {
        let patience = Duration.milliseconds(500)
        let bound = min(remaining, .seconds(2))
        let ways: [() async throws -> Void] = [
            { try await page.blur(box(state), timeout: bound) },
            { try await page.press("Escape", timeout: bound) },
            { try await page.click(box(state), timeout: bound) },
        ]
        for way in ways {
            try await way()
            if try await !watch.wait(atMost: patience, until: { !$0.isOpen }).isOpen { return }
        }
    }
}
