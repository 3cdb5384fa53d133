extension Page {
    private static let longestText = 20_000

    /// Does to the page what a person does who sees it elsewhere; nothing is waited for or verified, they look themselves.
    /// - Parameters:
    ///   - input: What the person does.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable when the place is not in the page's visible part, or there is no such
    ///   key; closed, timedOut.
    public func dispatch(_ input: RemoteInput, timeout: Duration = .seconds(5)) async throws {
        _ = try await session.call(command(for: input), by: Deadline(after: timeout))
    }

    /// The browser's command for what a person does.
    func command(for input: RemoteInput) throws -> Command<Nothing> {
        switch input {
        case .mouse(let mouse):
            try checkPlace(mouse.x, mouse.y)
            return .mouse(mouse)
        case .wheel(let wheel):
            try checkPlace(wheel.x, wheel.y)
            return .wheel(wheel)
        case .key(let pressed):
            let placed = pressed.code.flatMap { Key(pressed.name, at: $0) }
            guard let key = placed ?? Key(pressed.name) ?? Key(modifier: pressed.name) else {
                throw ChromiumError(.notActionable, "there is no key \(pressed.name.prefix(40))")
            }
            let modifiers = Key.Modifiers(rawValue: pressed.modifiers.rawValue & 15)
            return pressed.isDown ? .keyDown(key, modifiers: modifiers) : .keyUp(key, modifiers: modifiers)
        case .text(let text):
            try checkLength(text)
            return .insert(text)
        case .composition(let text):
            try checkLength(text)
            return .composition(text)
        case .touch(let touch):
            guard touch.points.count <= 10 else { throw ChromiumError(.notActionable, "nobody has so many fingers") }
            for point in touch.points { try checkPlace(point.x, point.y) }
            return .touch(touch)
        }
    }

    private func checkLength(_ text: String) throws {
        guard text.utf8.count <= Self.longestText else {
            throw ChromiumError(.notActionable, "the text is longer than \(Self.longestText) bytes")
        }
    }

    private func checkPlace(_ x: Double, _ y: Double) throws {
        let size = surroundings.options.viewport
        guard (0..<Double(size.width)).contains(x), (0..<Double(size.height)).contains(y) else {
            throw ChromiumError(.notActionable, "the place is out of the page's visible part")
        }
    }
}
