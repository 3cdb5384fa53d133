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
    /// How much of what was done in each of the main document's worlds was heard of.
    private var heard: [Place: Int] = [:]

    /// A world by its numbers.
    private struct Place: Hashable {
        let session: String
        let context: Int
    }

    private static let mostHeard = 1_000

    subscript(_ node: FrameTree.Node) -> World? {
        guard let world = byFrame[node.id], world.document == node.document else { return nil }
        return world
    }

    /// How much of what was done in a frame was heard of.
    func heard(in node: FrameTree.Node) -> Int {
        self[node].flatMap { heard[Place(session: node.session, context: $0.context)] } ?? 0
    }

    /// Takes note of what was done in a world.
    ///
    /// - Returns: whether it was not heard of yet.
    @discardableResult
    mutating func hear(_ number: Int, session: String, context: Int) -> Bool {
        let place = Place(session: session, context: context)
        guard number > heard[place] ?? 0 else { return false }
        if heard.count >= Self.mostHeard { heard = [:] }
        heard[place] = number
        return true
    }

    /// Takes note of what was done in a frame.
    ///
    /// - Returns: whether it was not heard of yet.
    mutating func hear(_ number: Int, in node: FrameTree.Node) -> Bool {
        guard let world = self[node] else { return true }
        return hear(number, session: node.session, context: world.context)
    }

    /// Forgets what was heard of: the page has another document.
    mutating func forgetHeard() { heard = [:] }

    mutating func keep(_ world: World, for frame: String, among frames: FrameTree) {
        byFrame = byFrame.filter { frames[$0.key] != nil }
        byFrame[frame] = world
    }
}
