import Foundation
import NIOConcurrencyHelpers

extension Page {
    private static let groundwork = InPageScript.lean(
        [
            PackageResources.page_js, PackageResources.accessible_js, PackageResources.pointer_js,
            PackageResources.field_js, PackageResources.search_js, PackageResources.gesture_js,
        ].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    )

    /// Our functions, where the document began with them: those that we brought later came without the scripts.
    private static let preloaded = "globalThis.ghosthands?.isPreloaded ? ghosthands : undefined"

    /// Our functions, brought to a document that has none yet.
    private static let brought = String(decoding: PackageResources.bring_js, as: UTF8.self)
        .replacing("SCRIPTS", with: groundwork)

    /// What every document begins with: by the time anything is asked of it, our functions are there.
    ///
    /// - Parameter immediately: whether a blank page that is there already has them too: what is compiled for it is ready
    ///   for the documents to come.
    static func preload(_ scripts: [InPageScript], immediately: Bool = false) -> Command<Nothing> {
        let sources = ([groundwork] + scripts.map(\.sent)).joined(separator: "\n")
        return .preload(
            String(decoding: PackageResources.preload_js, as: UTF8.self).replacing("SCRIPTS", with: sources),
            immediately: immediately
        )
    }

    /// Calls a function in a frame's world, and gives its result as JSON.
    ///
    /// That no script answers while another document is on its way tells nothing of the page but that it is left.
    /// - Parameters:
    ///   - arguments: An array, or a JSON text of one where it was handed over as that.
    ///   - heard: Of how much that was done there whoever calls has heard, where the function asks for that.
    func run(
        _ script: InPageScript?,
        _ function: String,
        _ arguments: JSONValue,
        in node: FrameTree.Node,
        knowing heard: Int? = nil,
        by deadline: Deadline
    ) async throws -> Data {
        do {
            return try await dispatch(script, function, arguments, in: node, knowing: heard, by: deadline)
        } catch let error as ChromiumError where error.code == .timedOut && state.current.main.isBeingLeft {
            throw ChromiumError(.detached, "the document is being left")
        }
    }

    private func dispatch(
        _ script: InPageScript?,
        _ function: String,
        _ arguments: JSONValue,
        in node: FrameTree.Node,
        knowing heard: Int?,
        by deadline: Deadline
    ) async throws -> Data {
        var passed: [JSONValue] = [.string(script?.name ?? ""), .string(function), arguments]
        if let heard { passed.append(.int(heard)) }
        let arguments = passed.map { WorldCall.Argument.value($0) }
        let isPreloaded = script.map { surroundings.options.scripts.contains($0) } ?? true
        let (world, early) = try await world(of: node, calling: isPreloaded ? arguments : nil, by: deadline)
        let installing = script.flatMap { install($0, in: world, of: node, by: deadline) }
        let call = WorldCall(place: .object(world.object), function: "dispatch", arguments: arguments)
        let called = early ?? world.session.post(.text(call), by: deadline)
        if let script, let failure = try await installing?.value().exceptionDetails {
            throw failure.error(in: "\(script.name).js")
        }
        let reply = try await called.value()
        if let failure = reply.exceptionDetails {
            throw failure.error(in: "\(script?.name ?? "ghosthands").\(function)")
        }
        return Data((reply.result.value ?? "null").utf8)
    }

    /// Calls one of our own functions.
    func ask<R: Decodable>(
        _ function: String,
        _ arguments: [JSONValue],
        in node: FrameTree.Node,
        knowing heard: Int? = nil,
        by deadline: Deadline
    ) async throws -> R {
        let result = try await run(nil, function, .array(arguments), in: node, knowing: heard, by: deadline)
        do {
            return try JSONDecoder().decode(R.self, from: result)
        } catch {
            throw ChromiumError(.protocol, "\(function) answered with what it should not")
        }
    }

    func node(_ frame: String) throws -> FrameTree.Node {
        let state = state.current
        if let end = state.end { throw end }
        guard let node = state.frames[frame] else { throw ChromiumError(.detached, "the frame is gone") }
        return node
    }

    func node(of element: ElementHandle) throws -> FrameTree.Node {
        let node = try node(element.frame)
        guard node.document == element.document else { throw ChromiumError(.detached, "the document is gone") }
        worlds.withLockedValue { $0.latest = element.frame }
        return node
    }

    func world(of node: FrameTree.Node, by deadline: Deadline) async throws -> Worlds.World {
        try await world(of: node, calling: nil, by: deadline).world
    }

    /// Our world in a frame.
    ///
    /// In a new one the call goes along with the question whether our functions are there: its reply counts when they were.
    private func world(
        of node: FrameTree.Node,
        calling arguments: [WorldCall.Argument]?,
        by deadline: Deadline
    ) async throws -> (world: Worlds.World, called: Reply<TextEvaluation>?) {
        if let known = worlds.withLockedValue({ $0[node] }) { return (known, nil) }
        let session = Session(connection: session.connection, id: node.session)
        let opened = worlds.withLockedValue { $0.opened }
        let context =
            if let opened, opened.frame == node.id, opened.document == node.document { opened.context } else {
                try await session.call(.isolatedWorld(in: node.id), by: deadline).executionContextId
            }
        let probe = session.post(.evaluate(Self.preloaded, in: context), by: deadline)
        let called = arguments.map { arguments in
            let call = WorldCall(place: .context(context), function: "dispatch", arguments: arguments)
            return session.post(.text(call), by: deadline)
        }
        let there = try await probe.value().result.objectId
        let object = if let there { there } else { try await ground(of: context, session, by: deadline) }
        let world = Worlds.World(
            document: node.document,
            session: session,
            object: object,
            context: context,
            installed: there == nil ? [] : Set(surroundings.options.scripts.map(\.name))
        )
        let frames = state.current.frames
        // A document that came meanwhile would be taken for the one before.
        guard frames[node.id]?.document == node.document else { throw ChromiumError(.detached, "the document is gone") }
        worlds.withLockedValue { $0.keep(world, for: node.id, among: frames) }
        return (world, there == nil ? nil : called)
    }

    /// Asks for our world in the main frame's new document while that loads: the first question need not wait for it.
    func openWorld(in frame: String) {
        let state = state.current
        guard frame == state.mainFrame, let node = state.frames[frame] else { return }
        let session = Session(connection: session.connection, id: node.session)
        session.post(.isolatedWorld(in: frame), by: Deadline(after: surroundings.patience)).then { [worlds] world in
            worlds.withLockedValue { $0.opened = (node.id, node.document, world.executionContextId) }
        }
    }

    /// Puts the object that our functions hang on into a document older than the page's setup.
    private func ground(of context: Int, _ session: Session, by deadline: Deadline) async throws -> String {
        let ground = try await session.call(.evaluate(Self.brought, in: context), by: deadline)
        if let failure = ground.exceptionDetails { throw failure.error(in: "page.js") }
        guard let object = ground.result.objectId else { throw ChromiumError(.protocol, "page.js gave no object") }
        return object
    }

    /// Sent ahead of the call that needs it, once a document.
    private func install(
        _ script: InPageScript,
        in world: Worlds.World,
        of node: FrameTree.Node,
        by deadline: Deadline
    ) -> Reply<Evaluation>? {
        let isNew = worlds.withLockedValue { worlds in
            worlds.byFrame[node.id]?.installed.insert(script.name).inserted ?? true
        }
        return isNew ? world.session.post(.evaluate(script.sent, in: world.context), by: deadline) : nil
    }

    /// The number, in the parent's registry, of the element a frame is shown in.
    func owner(of frame: String, in parent: FrameTree.Node, by deadline: Deadline) async throws -> Int {
        let world = try await world(of: parent, by: deadline)
        if let known = worlds.withLockedValue({ $0[parent]?.owners[frame] }) { return known }
        let element = try await world.session.call(.owner(of: frame), by: deadline).backendNodeId
        let object = try await world.session.call(.resolve(element, in: world.context), by: deadline).object.objectId
        let call = WorldCall(place: .object(world.object), function: "register", arguments: [.object(object)])
        guard let number = try await world.session.call(.number(call), by: deadline).result.value else {
            throw ChromiumError(.detached, "the frame is gone")
        }
        worlds.withLockedValue { $0.byFrame[parent.id]?.owners[frame] = number }
        return number
    }

    /// An element itself, for commands that want one.
    func object(of element: ElementHandle, by deadline: Deadline) async throws -> (String, Session) {
        let world = try await world(of: try node(of: element), by: deadline)
        let call = WorldCall(place: .object(world.object), function: "node", arguments: [.value(.int(element.id))])
        let reply = try await world.session.call(.object(call), by: deadline)
        guard let object = reply.result.objectId else { throw ChromiumError(.detached, "the element is gone") }
        return (object, world.session)
    }
}

extension ScriptFailure {
    func error(in function: String) -> ChromiumError {
        let kind = exception?.className ?? "exception"
        return ChromiumError(.script, "\(kind) in \(function), line \(lineNumber + 1), column \(columnNumber + 1)")
    }
}
