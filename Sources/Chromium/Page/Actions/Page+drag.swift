public import Foundation

extension Page {
    /// Drags an element onto another, whether the page follows the mouse or uses the browser's own dragging.
    /// - Parameters:
    ///   - source: What to drag, by its middle.
    ///   - target: Where to drop it, in its middle; something may be in front of it, such as what is dragged.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable with the reason, detached, timedOut.
    public func drag(_ source: ElementHandle, to target: ElementHandle, timeout: Duration = .seconds(10)) async throws {
        let deadline = Deadline(after: timeout)
        state.update { $0.intercepted.drag = nil }
        _ = try await session.call(.interceptDrags(true), by: deadline)
        do {
            try await pull(source, to: target, by: deadline)
        } catch {
            await session.post(.interceptDrags(false), by: Deadline(after: .seconds(1))).ended()
            throw error
        }
        _ = try await session.call(.interceptDrags(false), by: deadline)
    }

    private func pull(_ source: ElementHandle, to target: ElementHandle, by deadline: Deadline) async throws {
        let began: Readiness = try await ask("awaitDrag", [.int(source.id)], in: node(of: source), by: deadline)
        _ = try began.checked()
        let gesture = Gesture { [Command.move(x: $0, y: $1), Command.press(x: $0, y: $1)] }
        try await press(source, gesture, by: deadline) { node, budget, deadline in
            try await self.ask("prepare", [.int(source.id), budget], in: node, by: deadline)
        }
        let (x, y) = try await place(of: target, by: deadline)
        // The first step tells the browser that it is a drag, the others tell the page where it goes.
        try await send([.pull(x: x - 1, y: y - 1), .pull(x: x, y: y)], by: deadline)
        if let dragged = try await dragged(from: source, by: deadline) {
            try await drop(dragged, x: x, y: y, by: deadline)
        } else {
            try await send([.pull(x: x, y: y), .release(x: x, y: y)], by: deadline)
        }
    }

    /// What the browser drags; nil when the page sees to it itself.
    private func dragged(from source: ElementHandle, by deadline: Deadline) async throws -> DragData? {
        guard try await ask("isDragging", [], in: node(of: source), by: deadline) else { return nil }
        return try await state.wait(until: deadline, for: "the drag") { state in
            if let end = state.end { throw end }
            return state.intercepted.drag
        }
    }

    /// Drops files on a part of the page that takes them.
    /// - Parameters:
    ///   - files: The files; copied first where the browser runs as another user.
    ///   - element: Where to drop them.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable with the reason, also when a file is a folder; detached, timedOut.
    public func drop(_ files: [URL], on element: ElementHandle, timeout: Duration = .seconds(30)) async throws {
        let deadline = Deadline(after: timeout)
        let data = DragData(files: try surroundings.uploads.stage(files))
        let (x, y) = try await place(of: element, by: deadline)
        try await drop(data, x: x, y: y, by: deadline)
    }

    private func drop(_ data: DragData, x: Double, y: Double, by deadline: Deadline) async throws {
        let kinds: [JSONValue] = ["dragEnter", "dragOver", "dragOver", "drop"]
        try await send(kinds.map { .drag($0, x: x, y: y, data) }, by: deadline)
    }

    private func send(_ commands: [Command<Nothing>], by deadline: Deadline) async throws {
        for reply in commands.map({ session.post($0, by: deadline) }) { _ = try await reply.value() }
    }

    /// The middle of an element that is visible and at rest, as a point of the page.
    private func place(of element: ElementHandle, by deadline: Deadline) async throws -> (Double, Double) {
        let node = try node(of: element)
        let ready: Readiness = try await ask("place", [.int(element.id), deadline.budget], in: node, by: deadline)
        guard let x = try ready.checked().x, let y = ready.y else { return (0, 0) }
        let (point, frames) = try await outward(x, y, from: node, by: deadline)
        for frame in frames.dropFirst() { let _: Standing = try await ask("verdict", [], in: frame, by: deadline) }
        return point
    }
}

private struct Standing: Decodable {}
