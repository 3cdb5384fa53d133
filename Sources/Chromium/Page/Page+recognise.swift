extension Page {
    private struct Candidate: Decodable {
        let id: Int
        let score: Double
    }

    /// Notes what is needed to know an element again.
    /// - Parameters:
    ///   - element: The element.
    ///   - timeout: How long it may take.
    /// - Returns: Its fingerprint, without an ordinal.
    /// - Throws: ``ChromiumError``: detached, timedOut.
    public func fingerprint(
        of element: ElementHandle,
        timeout: Duration = .seconds(10)
    ) async throws -> Fingerprint {
        let deadline = Deadline(after: timeout)
        let node = try node(of: element)
        let taken: Fingerprint? = try await ask("fingerprint", [.int(element.id)], in: node, by: deadline)
        guard let taken else { throw ChromiumError(.detached, "the element is gone") }
        return taken
    }

    /// Looks for the elements that fit fingerprints best, all with one look at each frame; it does not wait for any.
    /// - Parameters:
    ///   - fingerprints: What was noted of the elements.
    ///   - least: How well an element must fit, from 0 to 1.
    ///   - margin: How much better than the second it must fit.
    ///   - timeout: How long it may take.
    /// - Returns: What came of each fingerprint, in their order.
    /// - Throws: ``ChromiumError``: the page is gone, or timedOut.
    public func best(
        of fingerprints: [Fingerprint],
        least: Double = 0.5,
        margin: Double = 0.1,
        timeout: Duration = .seconds(10)
    ) async throws -> [Recognition] {
        let deadline = Deadline(after: timeout)
        let state = state.current
        if let end = state.end { throw end }
        var candidates = [[(element: ElementHandle, score: Double)]](repeating: [], count: fingerprints.count)
        let arguments: [JSONValue] = [.array(fingerprints.map(\.argument))]
        for node in state.frames.inOrder {
            let ranks: [[Candidate]]
            do {
                ranks = try await ask("rank", arguments, in: node, by: deadline)
            } catch let error as ChromiumError where error.code == .detached {
                continue
            }
            for (index, ranked) in ranks.enumerated() where index < candidates.count {
                candidates[index] += ranked.map { candidate in
                    (ElementHandle(frame: node.id, document: node.document, id: candidate.id), candidate.score)
                }
            }
        }
        return zip(fingerprints, candidates).map { fingerprint, candidates in
            Recognition(of: candidates, ordinal: fingerprint.ordinal, least: least, margin: margin)
        }
    }
}
