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

extension Command where Result == Nothing {
    static func watchNodes(_ on: Bool) -> Command { Command(on ? "DOM.enable" : "DOM.disable") }
}
