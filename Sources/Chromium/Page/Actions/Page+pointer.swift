extension Page {
    /// Moves the mouse over an element, once it is visible, at rest and not covered.
    /// - Parameters:
    ///   - element: The element; it may be disabled.
    ///   - position: Where in the element; nil is the middle of what is visible of it.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable with the reason, detached, timedOut.
    public func hover(
        _ element: ElementHandle,
        position: ClickOptions.Position? = nil,
        timeout: Duration = .seconds(10)
    ) async throws {
        let gesture = Gesture(silenceCounts: true) { [Command.move(x: $0, y: $1)] }
        _ = try await asHands {
            try await press(element, gesture, by: Deadline(after: timeout)) { node, budget, deadline in
                let arguments: [JSONValue] = [.int(element.id), budget, position.argument]
                return try await self.act("prepareHover", arguments, in: node, by: deadline)
            }
        }
    }

    /// Scrolls until an element is in the page's visible part.
    /// - Parameter timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable when it stays hidden or moves, detached, timedOut.
    public func scroll(to element: ElementHandle, timeout: Duration = .seconds(10)) async throws {
        try await perform("reveal", on: element, timeout: timeout)
    }

    /// Turns the mouse's wheel over an element, and so scrolls what is under it.
    /// - Parameters:
    ///   - element: What the mouse is over.
    ///   - right: How far to the right, in CSS pixels.
    ///   - down: How far down, in CSS pixels.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable with the reason, detached, timedOut.
    public func scroll(
        over element: ElementHandle,
        right: Double = 0,
        down: Double,
        timeout: Duration = .seconds(10)
    ) async throws {
        let gesture = Gesture(silenceCounts: true) { x, y in
            [Command.move(x: x, y: y), Command.wheel(x: x, y: y, right: right, down: down)]
        }
        _ = try await asHands {
            try await press(element, gesture, by: Deadline(after: timeout)) { node, budget, deadline in
                try await self.act("prepareHover", [.int(element.id), budget], in: node, by: deadline)
            }
        }
    }

    /// Gives an element the focus.
    /// - Parameter timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable when it does not take the focus, detached, timedOut.
    public func focus(_ element: ElementHandle, timeout: Duration = .seconds(10)) async throws {
        try await perform("focus", on: element, timeout: timeout)
    }

    /// Takes the focus from an element, if it has it.
    /// - Parameter timeout: How long it may take.
    /// - Throws: ``ChromiumError``: detached, timedOut.
    public func blur(_ element: ElementHandle, timeout: Duration = .seconds(10)) async throws {
        try await perform("blur", on: element, timeout: timeout)
    }

    /// Takes the focus out of whatever box the hands have left it in, and gives the page its turn; a person who is at the
    /// page keeps it.
    /// - Parameter timeout: How long it may take.
    /// - Throws: ``ChromiumError``: detached, also when a person is at the page; timedOut.
    public func leaveBox(timeout: Duration = .seconds(10)) async throws {
        try await asEntry {
            let deadline = Deadline(after: timeout)
            for frame in frames {
                do {
                    let ready = try await act("leaveUnlessOvertaken", [], in: node(frame.id), by: deadline)
                    _ = try ready.checked()
                } catch is ChromiumError where !frame.isMain {
                    continue
                }
            }
        }
    }

    private func perform(_ function: String, on element: ElementHandle, timeout: Duration) async throws {
        try await asHands {
            let deadline = Deadline(after: timeout)
            let arguments: [JSONValue] = [.int(element.id), deadline.budget]
            let ready = try await act(function, arguments, in: node(of: element), by: deadline)
            _ = try ready.checked()
        }
    }
}
