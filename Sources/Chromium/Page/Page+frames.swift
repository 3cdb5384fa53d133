import Foundation

extension Page {
    private static let frameScript = InPageScript(
        name: "ghosthandsFrames",
        source: String(decoding: PackageResources.frames_js, as: UTF8.self)
    )

    /// The page's frames in the order of their places in their documents, each before those within it.
    ///
    /// ``frames`` keeps that order afterwards, frames yet to come being last.
    /// - Parameter timeout: How long it may take.
    /// - Returns: The frames, the main one first.
    /// - Throws: ``ChromiumError`` when the page is gone or the time is up.
    public func framesInDocumentOrder(timeout: Duration = .seconds(10)) async throws -> [Frame] {
        let deadline = Deadline(after: timeout)
        for node in state.current.frames.inOrder where node.children.count > 1 {
            do {
                let ordered = try await order(of: node.children, in: node, by: deadline)
                state.update { $0.frames.order(ordered, in: node.id) }
            } catch let error as ChromiumError where error.code == .detached {
                continue
            }
        }
        if let end = state.current.end { throw end }
        return frames
    }

    private func order(
        of children: [String],
        in parent: FrameTree.Node,
        by deadline: Deadline
    ) async throws -> [String] {
        var numbers: [Int: String] = [:]
        for child in children {
            do {
                numbers[try await owner(of: child, in: parent, by: deadline)] = child
            } catch let error as ChromiumError where error.code == .detached || error.code == .protocol {
                guard session.connection.isOpen else { throw error }
            }
        }
        let arguments = String(decoding: try JSONEncoder().encode([numbers.keys.sorted()]), as: UTF8.self)
        let result = try await run(Self.frameScript, "inOrder", arguments, in: parent, by: deadline)
        let ordered = (try? JSONDecoder().decode([Int].self, from: result)) ?? []
        return ordered.compactMap { numbers[$0] }
    }
}
