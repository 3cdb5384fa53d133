public import Foundation

extension Page {
    /// Drops files on a part of the page that takes them.
    /// - Parameters:
    ///   - files: The files; copied first where the browser runs as another user.
    ///   - element: Where to drop them.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable with the reason, also when a file is a folder; detached, timedOut.
    public func drop(_ files: [URL], on element: ElementHandle, timeout: Duration = .seconds(30)) async throws {
        try await asEntry {
            let deadline = Deadline(after: timeout)
            let paths = try surroundings.uploads.stage(files)
            let (x, y) = try await place(of: element, by: deadline)
            let kinds: [JSONValue] = ["dragEnter", "dragOver", "dragOver", "drop"]
            let replies = kinds.map { session.post(.drag($0, paths, x: x, y: y), by: deadline) }
            for reply in replies { _ = try await reply.value() }
        }
    }

    /// The middle of an element that is visible and at rest, as a point of the page.
    private func place(of element: ElementHandle, by deadline: Deadline) async throws -> (Double, Double) {
        let node = try node(of: element)
        let ready = try await act("place", [.int(element.id), deadline.budget], in: node, by: deadline)
        guard let x = try ready.checked().x, let y = ready.y else { return (0, 0) }
        let (point, frames) = try await outward(x, y, from: node, by: deadline)
        for frame in frames.dropFirst() { let _: Standing = try await ask("verdict", [], in: frame, by: deadline) }
        return point
    }
}

private struct Standing: Decodable {}
