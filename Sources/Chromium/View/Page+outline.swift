extension Page {
    /// Describes the page in few words, its frames within where they are shown.
    /// - Parameters:
    ///   - mostCharacters: How long the text may become; the rest is left out.
    ///   - earlier: An outline of the page from before, whose elements keep their numbers.
    ///   - timeout: How long it may take.
    /// - Returns: The outline.
    /// - Throws: ``ChromiumError``: detached when the main frame navigates meanwhile, timedOut.
    public func outline(
        mostCharacters: Int = 60_000,
        after earlier: Outline? = nil,
        timeout: Duration = .seconds(10)
    ) async throws -> Outline {
        let deadline = Deadline(after: timeout)
        var writer = OutlineWriter(mostCharacters: mostCharacters, after: earlier)
        try await outline(node(state.current.mainFrame), indent: 0, &writer, by: deadline)
        return writer.outline
    }

    private func outline(
        _ node: FrameTree.Node,
        indent: Int,
        _ writer: inout OutlineWriter,
        by deadline: Deadline
    ) async throws {
        let most = JSONValue.int(writer.mostCharacters)
        let frame: FrameOutline = try await look(.outline, "outline", [most], in: node, by: deadline)
        let inner = try await framesByOwner(in: node, by: deadline)
        for line in frame.lines where !writer.isFull {
            let element = line.id.map { ElementHandle(frame: node.id, document: node.document, id: $0) }
            let child = line.id.flatMap { inner[$0] }
            writer.write(line, indent: indent, element: child == nil ? element : nil)
            guard let child else { continue }
            do {
                try await outline(child, indent: indent + line.depth + 1, &writer, by: deadline)
            } catch let error as ChromiumError where error.code == .detached {
                continue
            }
        }
        if frame.cut { writer.cut() }
    }

    /// The frames directly within a frame, by the number of the element each is shown in.
    func framesByOwner(in node: FrameTree.Node, by deadline: Deadline) async throws -> [Int: FrameTree.Node] {
        var frames: [Int: FrameTree.Node] = [:]
        for id in state.current.frames[node.id]?.children ?? [] {
            do {
                let owner = try await owner(of: id, in: node, by: deadline)
                frames[owner] = try self.node(id)
            } catch let error as ChromiumError where error.code == .detached {
                continue
            }
        }
        return frames
    }
}
