import Foundation

private struct DocumentSnapshot: Decodable {
    let html: String
    let cut: Bool
}

extension Page {
    /// A document this long is left where it is.
    private static let longestDocument = 2_000_000
    /// Nothing is fetched, run or sent, whatever the document says.
    private static let rules = """
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">\
        <meta charset="utf-8">
        """

    /// The document and those of the frames in it as harmless HTML that shows them as they are.
    ///
    /// Values typed into password fields are left out.
    /// - Parameter timeout: How long it may take.
    /// - Returns: The HTML.
    /// - Throws: ``ChromiumError``: detached when the page navigates meanwhile, timedOut.
    public func snapshot(timeout: Duration = .seconds(10)) async throws -> String {
        var room = Self.longestDocument
        return try await snapshot(node(state.current.mainFrame), &room, by: Deadline(after: timeout))
    }

    private func snapshot(_ node: FrameTree.Node, _ room: inout Int, by deadline: Deadline) async throws -> String {
        guard room > 0 else { return "" }
        let taken: DocumentSnapshot = try await look(.snapshot, "snapshot", [.int(room)], in: node, by: deadline)
        room -= taken.html.utf8.count
        // Ahead of everything, where no document can get in before it.
        var html = "<!DOCTYPE html>" + Self.rules + taken.html
        for (number, child) in try await framesByOwner(in: node, by: deadline) {
            let mark = "data-ghosthands-frame=\"\(number)\""
            guard html.contains(mark), let inner = try? await snapshot(child, &room, by: deadline) else { continue }
            let escaped = inner.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
            html = html.replacing(mark, with: "srcdoc=\"\(escaped)\"", maxReplacements: 1)
        }
        return html
    }
}
