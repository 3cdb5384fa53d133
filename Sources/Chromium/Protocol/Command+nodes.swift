struct AllNodes: Decodable, Sendable {
    struct Node: Decodable, Sendable {
        let shadowRoots: [Root]?
    }

    struct Root: Decodable, Sendable {
        let backendNodeId: Int
        let shadowRootType: String?
    }

    let nodes: [Node]

    var closedRoots: [Root] {
        nodes.flatMap { $0.shadowRoots ?? [] }.filter { $0.shadowRootType == "closed" }
    }
}

extension Command where Result == AllNodes {
    /// All nodes of the frames in one process, in one flat list however deep they are.
    static var allNodes: Command { Command("DOM.getFlattenedDocument", ["depth": 100_000, "pierce": true]) }
}

/// The listeners of one element.
struct ElementListeners: Decodable, Sendable {
    struct Listener: Decodable, Sendable {
        let type: String
    }

    let listeners: [Listener]
}

extension Command where Result == ElementListeners {
    /// Those of all worlds: by default only our own would be told.
    static func listeners(of object: String) -> Command {
        Command("DOMDebugger.getEventListeners", ["objectId": .string(object), "depth": 1, "pierce": true])
    }
}

extension Command where Result == Nothing {
    static func watchNodes(_ on: Bool) -> Command { Command(on ? "DOM.enable" : "DOM.disable") }
}
