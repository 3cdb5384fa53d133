public import Foundation

extension Page {
    /// The browser's surfaces end not far beyond; a longer picture is put together from strips.
    private static let longestStrip = 16_000.0
    private static let mostTries = 5

    /// Takes a picture of the page.
    /// - Parameters:
    ///   - fullPage: Whether all of it is taken rather than its visible part.
    ///   - timeout: How long it may take.
    /// - Returns: A PNG.
    /// - Throws: ``ChromiumError`` when the page is gone or the time is up.
    public func screenshot(fullPage: Bool = false, timeout: Duration = .seconds(15)) async throws -> Data {
        try await screenshot(Screenshot(fullPage ? .fullPage : .visible), timeout: timeout)
    }

    /// Takes a picture of the page, of all of it however long, or of one element.
    ///
    /// What is masked is painted over in the picture, before anybody gets it; the page does not change for it.
    /// - Parameters:
    ///   - picture: What is taken, and how.
    ///   - timeout: How long it may take.
    /// - Returns: The picture.
    /// - Throws: ``ChromiumError``: notActionable when the element is hidden, detached when it or a masked one is gone,
    ///   timedOut.
    public func screenshot(_ picture: Screenshot, timeout: Duration = .seconds(15)) async throws -> Data {
        let deadline = Deadline(after: timeout)
        let masks = !picture.masked.isEmpty || picture.masksPasswords
        if picture.area == .visible, !masks {
            return try await session.call(.picture(picture.format, of: nil, beyond: false), by: deadline).data
        }
        guard masks else { return try await take(picture, covering: [], by: deadline) }
        for attempt in 0..<Self.mostTries {
            try await deadline.backOff(attempt)
            let before = try await boxes(of: picture.masked, passwords: picture.masksPasswords, by: deadline)
            let taken = try await take(picture, covering: before, by: deadline)
            let after = try await boxes(of: picture.masked, passwords: picture.masksPasswords, by: deadline)
            // What moved meanwhile may show.
            if before == after { return taken }
        }
        throw ChromiumError(.notActionable, "what is to be masked does not come to rest")
    }

    private func take(_ picture: Screenshot, covering covered: Set<Box>, by deadline: Deadline) async throws -> Data {
        let (clip, outlook) = try await clip(of: picture, by: deadline)
        guard !clip.isEmpty else { throw ChromiumError(.notActionable, "there is nothing to take a picture of") }
        let isBeyond = clip.within(outlook.box) != clip
        if covered.isEmpty, clip.height <= Self.longestStrip {
            return try await session.call(.picture(picture.format, of: clip, beyond: isBeyond), by: deadline).data
        }
        var strips: [JSONValue] = []
        for top in stride(from: clip.top, to: clip.bottom, by: Self.longestStrip) {
            let strip = Box(
                left: clip.left,
                top: top,
                right: clip.right,
                bottom: min(clip.bottom, top + Self.longestStrip)
            )
            let data = try await session.call(.picture(.png, of: strip, beyond: isBeyond), by: deadline).data
            strips.append(["y": .double(top - clip.top), "data": .string(data.base64EncodedString())])
        }
        let boxes = covered.map { $0.moved(x: outlook.x - clip.left, y: outlook.y - clip.top).json }
        let arguments: [JSONValue] = [
            .array(strips), .double(clip.width), .double(clip.height), .array(boxes),
            .string("image/\(picture.format.name)"), .double(Double(picture.format.quality ?? 100) / 100),
        ]
        return try await look(.view, "paint", arguments, in: node(state.current.mainFrame), by: deadline)
    }

    /// What is taken, in whole pixels of the main frame's document.
    private func clip(of picture: Screenshot, by deadline: Deadline) async throws -> (Box, Outlook) {
        let longest = picture.format.longestSide
        var clip: Box
        var outlook = try await outlook(by: deadline)
        switch picture.area {
        case .visible:
            clip = outlook.box
        case .fullPage:
            let size = try await session.call(.layoutMetrics, by: deadline).cssContentSize
            clip = Box(left: 0, top: 0, right: size.width, bottom: size.height)
        case .element(let element):
            let ready: Readiness = try await look(
                .view,
                "bring",
                [.int(element.id)],
                in: node(of: element),
                by: deadline
            )
            _ = try ready.checked()
            guard let box = try await boxes(of: [element], passwords: false, by: deadline).first else {
                throw ChromiumError(.notActionable, "the element is not ready: out of its frame's visible part")
            }
            outlook = try await self.outlook(by: deadline)
            clip = box.moved(x: outlook.x, y: outlook.y)
        }
        clip.right = clip.left + min(clip.width.rounded(.up), longest)
        clip.bottom = clip.top + min(clip.height.rounded(.up), longest)
        clip.bottom = min(clip.bottom, clip.top + (Double(picture.mostPixels) / max(clip.width, 1)).rounded(.down))
        return (clip, outlook)
    }
}
