/// What the mouse does at a point once the page is ready for it.
struct Gesture {
    /// Whether the page may notice nothing, for example because the mouse is there already.
    var silenceCounts = false
    let messages: (Double, Double) -> [Command<Nothing>]
}

private struct Verdict: Decodable {
    let verdict: String
    let by: String
}

extension Page {
    /// Clicks the middle of an element, once it is visible, enabled, at rest and not covered.
    /// - Parameters:
    ///   - element: What to click.
    ///   - options: The button, how often, the keys held down, and where in the element.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable with the reason, detached, timedOut.
    public func click(
        _ element: ElementHandle,
        options: ClickOptions = ClickOptions(),
        timeout: Duration = .seconds(10)
    ) async throws {
        let gesture = Gesture { Command.clicks(x: $0, y: $1, options) }
        _ = try await asHands {
            try await press(element, gesture, by: Deadline(after: timeout)) { node, budget, deadline in
                let arguments: [JSONValue] = [.int(element.id), budget, options.position.argument]
                return try await self.act("prepare", arguments, in: node, by: deadline)
            }
        }
    }

    /// Presses the mouse where the page says, again if another element got in between.
    /// - Returns: Whether there was anything to press.
    @discardableResult
    func press(
        _ element: ElementHandle,
        _ gesture: Gesture = Gesture { Command.click(x: $0, y: $1) },
        by deadline: Deadline,
        prepare: (FrameTree.Node, JSONValue, Deadline) async throws -> Readiness
    ) async throws -> Bool {
        var last = Verdict(verdict: "nothing", by: "")
        for attempt in 0... {
            try await deadline.backOff(attempt)
            let node = try node(of: element)
            let ready = try await prepare(node, deadline.budget, deadline).checked()
            guard let x = ready.x, let y = ready.y else { return false }
            let (point, frames) = try await outward(x, y, from: node, by: deadline)
            last = try await strike(gesture.messages(point.0, point.1), in: frames, by: deadline)
            if last.verdict == "nothing", gesture.silenceCounts { return true }
            if last.verdict == "hit" { return true }
            // If the deadline ended an attempt in the middle, nobody could say whether the click was done.
            if deadline.remaining < .milliseconds(500) || (last.verdict == "nothing" && attempt > 0) { break }
        }
        let reason = last.verdict == "missed" ? "covered by \(last.by) at the last moment" : "the click did not arrive"
        throw ChromiumError(.notActionable, "the element is not ready: \(reason)")
    }

    /// A point of a frame as a point of the page, and the frames on the way, innermost first.
    func outward(
        _ x: Double,
        _ y: Double,
        from node: FrameTree.Node,
        by deadline: Deadline
    ) async throws -> (point: (Double, Double), frames: [FrameTree.Node]) {
        var point = (x, y)
        var frames = [node]
        surroundings.stirring.expect(x: x, y: y)
        while let inner = frames.last, let parentID = inner.parent {
            let parent = try self.node(parentID)
            let owner = try await owner(of: inner.id, in: parent, by: deadline)
            let arguments: [JSONValue] = [.int(owner), .double(point.0), .double(point.1), deadline.budget]
            let ready: Readiness = try await ask("through", arguments, in: parent, by: deadline)
            guard let x = try ready.checked().x, let y = ready.y else { break }
            point = (x, y)
            frames.append(parent)
            surroundings.stirring.expect(x: x, y: y)
        }
        return (point, frames)
    }

    /// Sends the mouse's messages in order, then asks every frame on the way who got them.
    private func strike(
        _ messages: [Command<Nothing>],
        in frames: [FrameTree.Node],
        by deadline: Deadline
    ) async throws -> Verdict {
        let hit = Verdict(verdict: "hit", by: "")
        do {
            let replies = messages.map { session.post($0, by: deadline) }
            for reply in replies { _ = try await reply.value() }
            let verdicts = try await verdicts(in: frames, by: deadline)
            return verdicts.first { $0.verdict == "missed" } ?? verdicts.first ?? hit
        } catch let error as ChromiumError where error.code == .detached || error.code == .closed {
            // A click on the wrong element would have been stopped before it could replace the document.
            guard session.connection.isOpen else { throw error }
            return hit
        }
    }

    /// Asks who got the messages.
    ///
    /// While another document is on its way nobody answers, however long that takes: a click
    /// that has brought it on the way has arrived.
    /// - Returns: What the frames say; nothing where the document is being left.
    private func verdicts(in frames: [FrameTree.Node], by deadline: Deadline) async throws -> [Verdict] {
        try await withThrowingTaskGroup(of: [Verdict].self) { group in
            group.addTask {
                var verdicts: [Verdict] = []
                for frame in frames { verdicts.append(try await self.ask("verdict", [], in: frame, by: deadline)) }
                return verdicts
            }
            group.addTask {
                try await self.untilLeft(by: deadline)
                return []
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }

    /// Waits until the page is left for another document, which then has a moment to be there.
    private func untilLeft(by deadline: Deadline) async throws {
        try await state.wait(until: deadline, for: "the answer") { $0.main.isBeingLeft ? () : nil }
        _ = try await arrive(timeout: deadline.atMost(.seconds(1)).remaining)
    }
}

extension Deadline {
    /// The milliseconds the page may spend, so that its reasons still reach us in time.
    var budget: JSONValue {
        .int(remainingMilliseconds - min(1_000, max(min(250, remainingMilliseconds / 2), remainingMilliseconds / 5)))
    }
}
