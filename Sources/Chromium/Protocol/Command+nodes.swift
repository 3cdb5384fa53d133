struct AllNodes: Decodable, Sendable {
    struct Node: Decodable, Sendable {
        let backendNodeId: Int
        let shadowRootType: String?
    }

    let nodes: [Node]
}

extension Command where Result == AllNodes {
    /// All nodes of the frames in one process, in one flat list however deep they are.
    static var allNodes: Command { Command("DOM.getFlattenedDocument", ["depth": -1, "pierce": true]) }
}

extension Command where Result == Nothing {
    static func watchNodes(_ on: Bool) -> Command { Command(on ? "DOM.enable" : "DOM.disable") }
}
