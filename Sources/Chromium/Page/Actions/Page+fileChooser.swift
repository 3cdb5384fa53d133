public import Foundation

extension Page {
    /// Clicks what opens the window for choosing files, and chooses them; no window is shown.
    ///
    /// For buttons whose file input is made only when it is needed, or cannot be found.
    /// - Parameters:
    ///   - files: The files; copied first where the browser runs as another user.
    ///   - element: What to click.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable when no window was wanted or it takes one file only, detached,
    ///   timedOut.
    public func upload(
        _ files: [URL],
        byClicking element: ElementHandle,
        timeout: Duration = .seconds(30)
    ) async throws {
        let deadline = Deadline(after: timeout)
        let paths = try surroundings.uploads.stage(files)
        let mark = state.current.history.mark
        try await click(element, timeout: deadline.remaining)
        let chooser = try await chooser(after: mark, by: deadline)
        guard files.count < 2 || chooser.opened.takesSeveral else {
            throw ChromiumError(.notActionable, "the element is not ready: takes one file only")
        }
        guard let node = chooser.opened.backendNodeId else {
            throw ChromiumError(.notActionable, "the window for choosing files belongs to no input")
        }
        let session = Session(connection: session.connection, id: chooser.session)
        _ = try await session.call(.setFiles(paths, ofNode: node), by: deadline)
    }

    /// A page may ask its server before it opens the window.
    private func chooser(after mark: Int, by deadline: Deadline) async throws -> Interceptions.Chooser {
        do {
            return try await state.wait(until: deadline.atMost(.seconds(10)), for: "the window") { state in
                if let end = state.end { throw end }
                guard let chooser = state.intercepted.chooser, chooser.mark > mark else { return nil }
                return chooser
            }
        } catch let error as ChromiumError where error.code == .timedOut {
            throw ChromiumError(.notActionable, "the click opened no window for choosing files")
        }
    }
}
