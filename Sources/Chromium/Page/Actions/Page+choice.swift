public import Foundation

extension Page {
    /// Chooses options of a native select, and no others.
    /// - Parameters:
    ///   - element: The select.
    ///   - optionIndexes: The places of the options among all its options.
    ///   - timeout: How long it may take, including the wait for the options to appear.
    /// - Throws: ``ChromiumError``: notActionable when there is no such option, detached, timedOut.
    public func select(
        _ element: ElementHandle,
        optionIndexes: [Int],
        timeout: Duration = .seconds(10)
    ) async throws {
        try await select(element, optionIndexes.map { .index($0) }, timeout: timeout)
    }

    /// Turns a checkbox, radio button or switch on or off, by its label where it is hidden itself.
    /// - Parameters:
    ///   - element: The control; one with a `role` counts by its `aria-checked`.
    ///   - on: What it shall be.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable when it does not change, detached, timedOut.
    public func setChecked(_ element: ElementHandle, _ on: Bool, timeout: Duration = .seconds(10)) async throws {
        try await asEntry { try await turn(element, on, by: Deadline(after: timeout)) }
    }

    private func turn(_ element: ElementHandle, _ on: Bool, by deadline: Deadline) async throws {
        let pressed = try await press(element, by: deadline) { node, budget, deadline in
            try await self.act("prepareCheck", [.int(element.id), .bool(on), budget], in: node, by: deadline)
        }
        guard pressed else { return }
        let patience = deadline.atMost(.seconds(1)).budget
        let arguments: [JSONValue] = [.int(element.id), .bool(on), patience]
        let result: Readiness
        do {
            result = try await ask("becomes", arguments, in: node(of: element), by: deadline)
        } catch let error as ChromiumError where error.code == .detached {
            return
        }
        // A control that was replaced by another when it was clicked has done what it was to do.
        guard result.gone != true, result.holds != true else { return }
        throw ChromiumError(.notActionable, "the control was clicked but did not change")
    }

    /// Gives files to a file input, hidden or not.
    /// - Parameters:
    ///   - files: The files, none to take back what it has; copied first where the browser runs as another user.
    ///   - element: The input.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable when the element takes no files, detached, timedOut.
    public func upload(_ files: [URL], to element: ElementHandle, timeout: Duration = .seconds(30)) async throws {
        try await asEntry { try await give(files, to: element, by: Deadline(after: timeout)) }
    }

    private func give(_ files: [URL], to element: ElementHandle, by deadline: Deadline) async throws {
        let arguments: [JSONValue] = [.int(element.id), .int(files.count), deadline.budget]
        let ready = try await act("prepareFiles", arguments, in: node(of: element), by: deadline)
        _ = try ready.checked()
        guard !files.isEmpty else { return }
        let paths = try surroundings.uploads.stage(files)
        let (object, session) = try await object(of: element, by: deadline)
        _ = try await session.call(.setFiles(paths, of: object), by: deadline)
    }
}
