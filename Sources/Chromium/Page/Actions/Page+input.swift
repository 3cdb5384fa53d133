import Foundation

extension Page {
    /// Replaces the text of a field, and reads it back.
    /// - Parameters:
    ///   - element: A text field, a text area, an editable element, or a date, time, colour or range input.
    ///   - text: The new text; for dates and the like in the input's own form (`2026-01-31`).
    ///   - isKept: Whether it must keep the very text; what the page makes of it is the caller's to judge where not.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable when the field does not keep the text, detached, timedOut.
    public func fill(
        _ element: ElementHandle,
        with text: String,
        asIs isKept: Bool = true,
        timeout: Duration = .seconds(10)
    ) async throws {
        try await asEntry { try await enter(text, into: element, asIs: isKept, by: Deadline(after: timeout)) }
    }

    private func enter(
        _ text: String,
        into element: ElementHandle,
        asIs isKept: Bool,
        by deadline: Deadline
    ) async throws {
        guard try await beginFill(element, text, by: deadline) else { return }
        if text.isEmpty {
            try await strike("Delete", by: deadline)
        } else {
            _ = try await session.call(.insert(text), by: deadline)
        }
        guard isKept else { return }
        if try await holds(element, text, by: deadline) { return }
        try await fillByKeys(element, text, by: deadline)
    }

    /// Some fields react only to keys.
    private func fillByKeys(_ element: ElementHandle, _ text: String, by deadline: Deadline) async throws {
        if text.count <= 200, !text.contains(where: \.isNewline), try await beginFill(element, text, by: deadline) {
            try await strike("Delete", by: deadline)
            try await strike(text.map { Key($0) }, by: deadline)
            if try await holds(element, text, by: deadline) { return }
        }
        throw ChromiumError(.notActionable, "the field does not keep the text")
    }

    /// Gets a field ready for text.
    /// - Returns: Whether the text is still to be entered.
    private func beginFill(_ element: ElementHandle, _ text: String, by deadline: Deadline) async throws -> Bool {
        let arguments: [JSONValue] = [.int(element.id), .string(text), deadline.budget]
        let ready = try await act("beginFill", arguments, in: node(of: element), by: deadline)
        return try ready.checked().insert == true
    }

    private func holds(_ element: ElementHandle, _ text: String, by deadline: Deadline) async throws -> Bool {
        let arguments: [JSONValue] = [.int(element.id), .string(text)]
        let ready: Readiness = try await ask("holds", arguments, in: node(of: element), by: deadline)
        return try ready.checked().holds == true
    }

    /// Types key by key at the end of a field's text, as type-aheads need it.
    /// - Parameters:
    ///   - text: What to type.
    ///   - element: Where to type it.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable, detached, timedOut.
    public func type(_ text: String, into element: ElementHandle, timeout: Duration = .seconds(10)) async throws {
        try await asEntry {
            let deadline = Deadline(after: timeout)
            let arguments: [JSONValue] = [.int(element.id), deadline.budget]
            let ready = try await act("beginTyping", arguments, in: node(of: element), by: deadline)
            _ = try ready.checked()
            try await strike(text.map { Key($0) }, by: deadline)
        }
    }

    /// Presses a key, or keys together, wherever the focus is.
    /// - Parameters:
    ///   - key: A key's name as in `KeyboardEvent.key` (`Enter`, `ArrowDown`, `a`), with `Control+`, `Shift+`, `Alt+`
    ///     or `Meta+` before it.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable when there is no such key, timedOut.
    public func press(_ key: String, timeout: Duration = .seconds(10)) async throws {
        try await asEntry { try await strike(key, by: Deadline(after: timeout)) }
    }

    private func strike(_ chord: String, by deadline: Deadline) async throws {
        guard let (key, modifiers) = Key.chord(chord) else {
            throw ChromiumError(.notActionable, "there is no key \(chord.prefix(40))")
        }
        try await strike([key], modifiers, by: deadline)
    }

    /// All keys are sent in order before the first answer is awaited.
    private func strike(_ keys: [Key], _ modifiers: Key.Modifiers = [], by deadline: Deadline) async throws {
        let held = Key.held(modifiers)
        var down: Key.Modifiers = []
        var commands: [Command<Nothing>] = held.map { key, modifier in
            down.insert(modifier)
            return .keyDown(key, modifiers: down)
        }
        commands += keys.flatMap { [.keyDown($0, modifiers: modifiers), .keyUp($0, modifiers: modifiers)] }
        commands += held.reversed().map { key, modifier in
            down.remove(modifier)
            return .keyUp(key, modifiers: down)
        }
        surroundings.stirring.expect(keys: held.count + keys.count)
        let replies = commands.map { session.post($0, by: deadline) }
        do {
            for reply in replies { _ = try await reply.value() }
        } catch let error as ChromiumError where error.code == .detached {
            return
        }
    }

    /// Empties a field.
    /// - Parameters:
    ///   - element: The field.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable, detached, timedOut.
    public func clear(_ element: ElementHandle, timeout: Duration = .seconds(10)) async throws {
        try await fill(element, with: "", timeout: timeout)
    }
}
