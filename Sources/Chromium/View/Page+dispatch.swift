extension Page {
    private static let longestText = 20_000

    /// Does to the page what a person does who sees it elsewhere; nothing is waited for or verified, they look themselves.
    /// - Parameters:
    ///   - input: What the person does.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable when the place is not in the page's visible part, or there is no such
    ///   key; closed, timedOut.
    public func dispatch(_ input: RemoteInput, timeout: Duration = .seconds(5)) async throws {
        let command: Command<Nothing>
        switch input {
        case .mouse(let mouse):
            try checkPlace(mouse.x, mouse.y)
            command = .mouse(mouse)
        case .wheel(let wheel):
            try checkPlace(wheel.x, wheel.y)
            command = .wheel(wheel)
        case .key(let pressed):
            guard let key = Key(pressed.name) ?? Key(modifier: pressed.name) else {
                throw ChromiumError(.notActionable, "there is no key \(pressed.name.prefix(40))")
            }
            let modifiers = Key.Modifiers(rawValue: pressed.modifiers.rawValue & 15)
            command = pressed.isDown ? .keyDown(key, modifiers: modifiers) : .keyUp(key, modifiers: modifiers)
        case .text(let text):
            guard text.utf8.count <= Self.longestText else {
                throw ChromiumError(.notActionable, "the text is longer than \(Self.longestText) bytes")
            }
            command = .insert(text)
        }
        _ = try await session.call(command, by: Deadline(after: timeout))
    }

    private func checkPlace(_ x: Double, _ y: Double) throws {
        let size = surroundings.options.viewport
        guard (0..<Double(size.width)).contains(x), (0..<Double(size.height)).contains(y) else {
            throw ChromiumError(.notActionable, "the place is out of the page's visible part")
        }
    }
}
