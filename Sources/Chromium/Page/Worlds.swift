/// Our world in every frame's document, as far as it has been needed.
struct Worlds: Sendable {
    struct World: Sendable {
        let document: Int
        let session: Session
        /// The object our functions hang on.
        let object: String
        let context: Int
        var installed: Set<String> = []
        /// The numbers of the elements that frames within are shown in.
        var owners: [String: Int] = [:]
    }

    var byFrame: [String: World] = [:]
    /// The number of our world in the main frame's document, once it is known and until something is asked there.
    var opened: (frame: String, document: Int, context: Int)?
    /// The frame acted upon last.
    var latest: String?

    subscript(_ node: FrameTree.Node) -> World? {
        guard let world = byFrame[node.id], world.document == node.document else { return nil }
        return world
    }

    mutating func keep(_ world: World, for frame: String, among frames: FrameTree) {
        byFrame = byFrame.filter { frames[$0.key] != nil }
        byFrame[frame] = world
    }
}
