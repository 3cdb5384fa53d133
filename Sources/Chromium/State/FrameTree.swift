/// A page's frames, whichever processes they live in.
struct FrameTree: Sendable {
    struct Node: Sendable {
        let id: String
        var parent: String?
        var url = ""
        var loader = ""
        /// Counts the frame's documents.
        var document = 0
        /// The conversation that reaches the frame.
        var session: String
        var children: [String] = []
    }

    private(set) var main: String?
    private var nodes: [String: Node] = [:]

    subscript(id: String) -> Node? { nodes[id] }

    var mainNode: Node? { main.flatMap { nodes[$0] } }

    /// Which document each frame shows.
    var documents: [String: Int] { nodes.mapValues(\.document) }

    /// All frames, the main one first, each before those within it.
    var inOrder: [Node] {
        var result: [Node] = []
        var waiting = [main].compactMap(\.self)
        while let id = waiting.popLast() {
            guard let node = nodes[id] else { continue }
            result.append(node)
            waiting.append(contentsOf: node.children.reversed())
        }
        return result
    }

    mutating func attach(_ id: String, to parent: String?, session: String) {
        if var node = nodes[id] {
            node.session = session
            nodes[id] = node
            return
        }
        nodes[id] = Node(id: id, parent: parent, session: session)
        if let parent {
            nodes[parent]?.children.append(id)
        } else {
            main = id
        }
    }

    /// A new document took the frame's place, or the frame is heard of for the first time.
    mutating func commit(_ frame: FrameFacts, session: String) {
        attach(frame.id, to: frame.parentId, session: session)
        nodes[frame.id]?.url = (frame.unreachableUrl ?? frame.url) + (frame.urlFragment ?? "")
        guard nodes[frame.id]?.loader != frame.loaderId || nodes[frame.id]?.session != session else { return }
        nodes[frame.id]?.loader = frame.loaderId
        nodes[frame.id]?.document += 1
        for child in nodes[frame.id]?.children ?? [] { remove(child) }
    }

    mutating func move(_ id: String, to url: String) {
        nodes[id]?.url = url
    }

    mutating func remove(_ id: String) {
        guard let node = nodes[id] else { return }
        for child in node.children { remove(child) }
        nodes[id] = nil
        if let parent = node.parent {
            nodes[parent]?.children.removeAll { $0 == id }
        }
    }

    /// The frame moved into a process of its own.
    mutating func moveOut(_ id: String, to session: String) {
        nodes[id]?.session = session
        nodes[id]?.document += 1
    }

    /// The conversation is over, and with it the frames that it reached.
    mutating func lose(session: String) {
        for node in nodes.values where node.session == session { remove(node.id) }
    }
}
