extension Page {
    /// Most closed shadow roots taken up in one look.
    private static let mostRoots = 200

    /// Shows our scripts the closed shadow roots of all frames.
    ///
    /// - Parameter timeout: how long that may take.
    /// - Throws: ``ChromiumError`` when the page is gone or does not answer.
    package func openClosedRoots(timeout: Duration) async throws {
        try await adoptClosedRoots(by: Deadline(after: timeout))
    }

    /// Shows our scripts the closed shadow roots of all frames, which no script could find by itself.
    func adoptClosedRoots(by deadline: Deadline) async throws {
        for node in state.current.frames.inOrder {
            do {
                try await adoptClosedRoots(of: node, by: deadline)
            } catch let error as ChromiumError where error.code == .detached || error.code == .protocol {
                continue
            }
        }
    }

    private func adoptClosedRoots(of node: FrameTree.Node, by deadline: Deadline) async throws {
        let world = try await world(of: node, by: deadline)
        let enabled = world.session.post(.watchNodes(true), by: deadline)
        let nodes = world.session.post(.allNodes, by: deadline)
        let disabled = world.session.post(.watchNodes(false), by: deadline)
        _ = try await enabled.value()
        let closed = try await nodes.value().closedRoots
        _ = try await disabled.value()
        for root in closed.prefix(Self.mostRoots) {
            let resolved = world.session.post(.resolve(root.backendNodeId, in: world.context), by: deadline)
            // Those of other frames in the same process are among them.
            guard let object = try? await resolved.value().object.objectId else { continue }
            let call = WorldCall(place: .object(world.object), function: "adoptRoot", arguments: [.object(object)])
            _ = try await world.session.call(.number(call), by: deadline)
        }
    }
}
