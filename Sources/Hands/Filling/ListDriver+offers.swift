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
            try await leave(state)
            let isAll = !state.hasMore && !state.isBusy && state.options.count <= Self.mostTold
            return isAll ? state.options.filter { !$0.isDisabled && !$0.isCategory }.map(\.label) : []
        } catch let error as ChromiumError where error.code == .notActionable || error.code == .timedOut {
            try await withdraw()
            throw error
        }
    }
}
