private struct FoundBoxes: Decodable {
    let gone: Bool?
    let boxes: [[Double]]
}

private struct Corner: Decodable {
    let x: Double
    let y: Double
    let scale: Double
    let width: Double
    let height: Double
}

/// What of the page is in view.
struct Outlook: Decodable {
    let x: Double
    let y: Double
    let width: Double
    let height: Double

    var box: Box { Box(left: x, top: y, right: x + width, bottom: y + height) }
}

extension Page {
    /// What of the main frame's document is in view.
    func outlook(by deadline: Deadline) async throws -> Outlook {
        try await look(.view, "place", in: node(state.current.mainFrame), by: deadline)
    }

    /// Where elements are, in the main frame's visible part.
    func boxes(of elements: [ElementHandle], passwords: Bool, by deadline: Deadline) async throws -> Set<Box> {
        var all: Set<Box> = []
        for element in elements { _ = try node(of: element) }
        for node in state.current.frames.inOrder {
            let numbers = elements.filter { $0.frame == node.id }.map { JSONValue.int($0.id) }
            guard passwords || !numbers.isEmpty else { continue }
            do {
                let found: FoundBoxes = try await look(
                    .view,
                    "boxes",
                    [.array(numbers), .bool(passwords)],
                    in: node,
                    by: deadline
                )
                if found.gone == true { throw ChromiumError(.detached, "the element is gone") }
                guard !found.boxes.isEmpty else { continue }
                let boxes = found.boxes.map { Box(left: $0[0], top: $0[1], right: $0[2], bottom: $0[3]) }
                all.formUnion(try await outward(boxes, from: node, by: deadline))
            } catch let error as ChromiumError where error.code == .detached && numbers.isEmpty {
                continue
            }
        }
        return all
    }

    /// Boxes of a frame as boxes of the main frame, as far as the frames on the way show them.
    private func outward(_ boxes: [Box], from node: FrameTree.Node, by deadline: Deadline) async throws -> [Box] {
        var boxes = boxes
        var inner = node
        while let parentID = inner.parent {
            let parent = try self.node(parentID)
            let owner = try await owner(of: inner.id, in: parent, by: deadline)
            let corner: Corner = try await look(.view, "corner", [.int(owner)], in: parent, by: deadline)
            let shown = Box(left: 0, top: 0, right: corner.width, bottom: corner.height)
            boxes = boxes.map { $0.within(shown) }.filter { !$0.isEmpty }
                .map { $0.moved(x: corner.x, y: corner.y, scale: corner.scale) }
            inner = parent
        }
        return boxes
    }
}
