extension Page {
    private struct Found: Decodable {
        let id: Int
        let visible: Bool
    }

    /// The page looks for no more.
    private var mostFound: Int { 100 }

    /// Waits until exactly one element in the page's frames fits a description.
    ///
    /// Hidden elements count where no visible one fits.
    /// - Parameters:
    ///   - locator: The description.
    ///   - timeout: How long to wait.
    /// - Returns: The element.
    /// - Throws: ``ChromiumError``: notActionable when none or several fit until the time is up.
    public func locate(_ locator: Locator, timeout: Duration = .seconds(10)) async throws -> ElementHandle {
        let deadline = Deadline(after: timeout)
        var count: Int?
        do {
            var seen = state.current.landmarks
            for attempt in 0... {
                try await backOff(attempt, unlessLeft: seen, by: deadline)
                seen = state.current.landmarks
                let found = try await candidates(locator, by: deadline)
                if found.count == 1 { return found[0] }
                count = found.count
                // Only when nothing else fits, because it searches the whole document.
                if found.isEmpty, attempt == 2 || attempt % 5 == 4 { try await adoptClosedRoots(by: deadline) }
            }
        } catch let error as ChromiumError where error.code == .timedOut && count != nil {
            let said = count == mostFound ? "\(mostFound) or more" : "\(count ?? 0)"
            throw ChromiumError(.notActionable, "\(said) elements fit the description")
        }
        throw ChromiumError(.notActionable, "no element fits the description")
    }

    /// Finds the elements in the page's frames that fit a description now, without waiting for any.
    ///
    /// Hidden elements count where no visible one fits.
    /// - Parameters:
    ///   - locator: The description; a selector that is none finds nothing.
    ///   - timeout: How long it may take.
    /// - Returns: The elements, in the order of the frames.
    /// - Throws: ``ChromiumError``: the page is gone, or timedOut.
    public func elements(_ locator: Locator, timeout: Duration = .seconds(10)) async throws -> [ElementHandle] {
        do {
            return try await candidates(locator, by: Deadline(after: timeout))
        } catch let error as ChromiumError where error.code == .script {
            return []
        }
    }

    /// A document that arrives ends the wait before the next try.
    private func backOff(_ attempt: Int, unlessLeft seen: PageState.Landmarks, by deadline: Deadline) async throws {
        let pause = deadline.pause(before: attempt)
        guard pause > .zero else { return }
        do {
            try await state.wait(until: deadline.atMost(pause), for: "a new document") { state -> Void? in
                state.end != nil || state.landmarks != seen ? () : nil
            }
        } catch let error as ChromiumError where error.code == .timedOut {
            return
        }
    }

    private func candidates(_ locator: Locator, by deadline: Deadline) async throws -> [ElementHandle] {
        var visible: [ElementHandle] = []
        var hidden: [ElementHandle] = []
        let state = state.current
        if let end = state.end { throw end }
        for node in state.frames.inOrder {
            do {
                let found: [Found] = try await ask("find", locator.arguments, in: node, by: deadline)
                for one in found {
                    let handle = ElementHandle(frame: node.id, document: node.document, id: one.id)
                    if one.visible { visible.append(handle) } else { hidden.append(handle) }
                }
            } catch let error as ChromiumError where error.code == .detached {
                continue
            }
        }
        return visible.isEmpty ? hidden : visible
    }
}

extension Locator {
    fileprivate var arguments: [JSONValue] {
        switch self {
        case .role(let role, let name):
            var what: [String: JSONValue] = ["role": .string(role)]
            if let name { what["name"] = .string(name) }
            return ["role", .object(what)]
        case .label(let value): return ["label", ["value": .string(value)]]
        case .placeholder(let value): return ["placeholder", ["value": .string(value)]]
        case .text(let value): return ["text", ["value": .string(value)]]
        case .showing(let value): return ["showing", ["value": .string(value)]]
        case .testID(let value): return ["testID", ["value": .string(value)]]
        case .name(let value): return ["name", ["value": .string(value)]]
        case .id(let value): return ["id", ["value": .string(value)]]
        case .css(let value): return ["css", ["value": .string(value)]]
        case .xpath(let value): return ["xpath", ["value": .string(value)]]
        }
    }
}
