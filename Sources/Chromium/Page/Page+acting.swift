import NIOConcurrencyHelpers

extension Page {
    /// Takes note of what a page tells that was done to it.
    func hear(_ stir: Stir, from session: String) {
        // Hands that know of it know by then whether a person has done it.
        surroundings.stirring.note(stir)
        worlds.withLockedValue { _ = $0.hear(stir.number, session: session, context: stir.context) }
    }

    /// The elements into which something was entered since their document came, by a person or by the hands; none where
    /// hands do not give way.
    /// - Parameters:
    ///   - elements: Those that are asked about, of any frames.
    ///   - timeout: How long one frame may take.
    /// - Throws: ``ChromiumError``: timedOut, or the page is gone; of documents that are gone nothing is told.
    public func entered(
        among elements: [ElementHandle],
        timeout: Duration = .seconds(10)
    ) async throws
        -> Set<ElementHandle>
    {
        guard surroundings.options.stillness != nil else { return [] }
        var entered: Set<ElementHandle> = []
        for (_, ofFrame) in Dictionary(grouping: elements, by: \.frame) {
            let numbers = JSONValue.array(ofFrame.map { .int($0.id) })
            do {
                let node = try node(of: ofFrame[0])
                let told: [Int] = try await ask("entered", [numbers], in: node, by: Deadline(after: timeout))
                entered.formUnion(ofFrame.filter { Set(told).contains($0.id) })
            } catch let error as ChromiumError where error.code == .detached {
                continue
            }
        }
        return entered
    }

    /// Calls one of our own functions that does something to the page, or makes it ready for that.
    ///
    /// Beside a person it does nothing where anything was done to its document of which we have not heard: between what
    /// we know and what we do they may have come.
    /// - Returns: What it answered, of how much was done there meanwhile included.
    /// - Throws: ``Stirring/Overtaken`` where a person was seen since what is being done has begun; as
    ///   ``ask(_:_:in:knowing:by:)``.
    func act(
        _ function: String,
        _ arguments: [JSONValue],
        in node: FrameTree.Node,
        by deadline: Deadline
    ) async throws -> Readiness {
        guard surroundings.options.stillness != nil else {
            return try await ask(function, arguments, in: node, by: deadline)
        }
        let heard = worlds.withLockedValue { $0.heard(in: node) }
        if surroundings.stirring.isOvertaken { throw Stirring.Overtaken() }
        let answer: Readiness = try await ask(function, arguments, in: node, knowing: heard, by: deadline)
        // It is told before it is answered.
        if let stirred = answer.stirred, worlds.withLockedValue({ $0.hear(stirred, in: node) }) {
            surroundings.stirring.noteUntold()
        }
        return answer
    }

    /// Does something with the page, once no person has for a while.
    func asHands<R>(_ body: () async throws -> R) async throws -> R {
        try await surroundings.stirring.whileStill(surroundings.options.stillness, isEntry: false, body)
    }

    /// Enters something, unless a person is at the page: it was decided on what the page was before.
    func asEntry<R>(_ body: () async throws -> R) async throws -> R {
        try await surroundings.stirring.whileStill(surroundings.options.stillness, isEntry: true, body)
    }
}
