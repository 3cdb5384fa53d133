import NIOConcurrencyHelpers

/// A page: a tab, or a popup.
public final class Page: Sendable {
    /// What a page shares with the others of its context.
    struct Surroundings: Sendable {
        let options: ContextOptions
        let identity: Identity
        let uploads: Uploads
        /// How long the browser may take for what nobody set a deadline for.
        let patience: Duration
        let judge: RequestJudge
        let origins = Origins()
        let downloads: DownloadFolder?
        let fence = Fence()
        let hold = RequestHold()
        let stirring = Stirring()
    }

    let session: Session
    let target: String
    let surroundings: Surroundings
    let state: Watched<PageState>
    let worlds = NIOLockedValueBox(Worlds())
    let listeners = Listeners()
    private let setup = NIOLockedValueBox<[Reply<Nothing>]>([])

    init(session: Session, target: String, surroundings: Surroundings) {
        self.session = session
        self.target = target
        self.surroundings = surroundings
        state = Watched(PageState(session: session.id ?? ""), on: session.connection.loop)
    }

    /// The address of the main frame's document.
    public var url: String { state.current.main.url }
    /// The headers that the main frame's document was answered with, by their names in lower case.
    public var documentHeaders: [String: String] { state.current.main.headers }
    /// The HTTP status of the main frame's document; nil where there was none.
    public var documentStatus: Int? { state.current.main.status }
    /// The page's frames in the order of their making, each before those within it, the main one first.
    public var frames: [Frame] { state.current.frames.inOrder.map { Frame(page: self, id: $0.id) } }
    /// The page's outermost frame.
    public var mainFrame: Frame { Frame(page: self, id: state.current.mainFrame) }
    /// Whether the page is neither closed nor crashed.
    public var isOpen: Bool { state.current.end == nil }

    func untilReady(_ deadline: Deadline) async throws {
        try await state.wait(until: deadline, for: "the new page") { state -> Void? in
            if let end = state.end { throw end }
            return state.frames.main == nil ? nil : ()
        }
    }

    /// Fails when one of the context's options is refused, such as a time zone that does not exist.
    func confirmSetup() async throws {
        for reply in setup.withLockedValue({ $0 }) { _ = try await reply.value() }
    }

    func setUp() {
        let deadline = Deadline(after: surroundings.patience)
        let options = surroundings.options
        var commands: [Command<Nothing>] = [.enablePage, .reportLifecycle, .enableNetwork, .attachToAll]
        commands += [.viewport(options.viewport), .emulateFocus, .noFileWindows]
        commands.append(Page.preload(options.scripts, immediately: true))
        commands += surroundings.looks
        if options.judgesRequests { commands.append(.intercept(options)) }
        if options.judgesRequests { commands.append(.bypassServiceWorkers) }
        if options.judgesAll { commands.append(.takeSocketsAway) }
        if let trace = options.trace {
            trace.follow(self)
            commands.append(.reportConsole)
        }
        let replies = commands.map { session.post($0, by: deadline) }
        askForFrames(session, deadline)
        let resumed = session.post(.resume, by: deadline)
        setup.withLockedValue { $0 = replies + [resumed] }
    }

    private func askForFrames(_ session: Session, _ deadline: Deadline) {
        session.post(.frameTree, by: deadline).then { [weak self] reply in
            self?.state.update { $0.adopt(reply.frameTree, session: session.id ?? "") }
        }
    }

    func receive(_ event: Event) {
        listeners.tell(event)
        guard let parsed = PageEvent(event) else { return }
        let from = event.session ?? session.id ?? ""
        if case .stirred(let stir) = parsed { hear(stir, from: from) }
        noteOrigins(parsed)
        let action = state.update { $0.apply(parsed, from: from) }
        if case .frameNavigated(let navigated) = parsed {
            openWorld(in: navigated.frame.id)
            if navigated.frame.id == state.current.mainFrame { worlds.withLockedValue { $0.forgetHeard() } }
        }
        bindPresses(after: parsed, in: from)
        guard let action else { return }
        perform(action, for: Session(connection: session.connection, id: from))
    }

    private func noteOrigins(_ event: PageEvent) {
        switch event {
        case .frameNavigated(let navigated):
            surroundings.origins.meet(navigated.frame.url)
            surroundings.origins.show(navigated.frame.url)
        case .requestSent(let sent) where sent.type == "Document": surroundings.origins.show(sent.request.url)
        default: break
        }
    }

    private func perform(_ action: PageState.Action, for session: Session) {
        let deadline = Deadline(after: surroundings.patience)
        switch action {
        case .answerDialog(let answer):
            _ = session.post(.answerDialog(answer), by: deadline)
        case .decide(let paused):
            decide(paused, for: session)
        case .judge(let address):
            judge(address, deadline)
        case .adopt(let attached):
            adopt(attached, deadline)
        case .forget(let lost):
            session.connection.drop(lost, ChromiumError(.detached, "the document is gone"))
        case .fail(let error):
            session.connection.drop(session.id ?? "", error)
        }
    }

    private func decide(_ paused: RequestPaused, for session: Session) {
        if paused.frameId == target, paused.resourceType == "Document", !surroundings.fence.allows(paused) {
            _ = session.post(.callOff(paused.requestId), by: Deadline(after: surroundings.patience))
            return
        }
        let goOn: @Sendable () -> Void = { [judge = surroundings.judge, patience = surroundings.patience] in
            judge.decide(paused) { command in _ = session.post(command, by: Deadline(after: patience)) }
        }
        let refuse: @Sendable () -> Void = { [patience = surroundings.patience] in
            _ = session.post(.callOff(paused.requestId), by: Deadline(after: patience))
        }
        if !surroundings.hold.keeps(paused, goOn, refuse: refuse) { goOn() }
    }

    /// The document has been fetched by then, but it does not stay.
    private func judge(_ address: String, _ deadline: Deadline) {
        guard let allowed = surroundings.options.allowedAddress, !allowed(address) else { return }
        let reason = "the address it comes from is not allowed"
        state.update { $0.main.refusal = ($0.history.next(), reason) }
        _ = session.post(.stopLoading, by: deadline)
        _ = session.post(.navigate(to: "about:blank"), by: deadline)
    }

    /// A frame in a process of its own, or a worker.
    private func adopt(_ attached: TargetAttached, _ deadline: Deadline) {
        let child = Session(connection: session.connection, id: attached.sessionId)
        child.connection.route(child.id) { [weak self] event in self?.receive(event) }
        let isFrame = attached.targetInfo.type == "iframe"
        var commands: [Command<Nothing>] = [.enableNetwork]
        let options = surroundings.options
        if isFrame {
            commands += [.enablePage, .reportLifecycle, .attachToAll, .noFileWindows, Page.preload(options.scripts)]
        }
        if isFrame { commands += surroundings.looks }
        if !isFrame, !options.extraHeaders.isEmpty { commands.append(.extraHeaders(options.extraHeaders)) }
        if options.judgesRequests { commands.append(.intercept(options)) }
        if options.judgesAll { commands.append(isFrame ? .takeSocketsAway : .takeSocketsFromWorker) }
        if options.trace != nil { commands.append(.reportConsole) }
        for command in commands { _ = child.post(command, by: deadline) }
        if isFrame, state.current.tellsPresses { tellPresses(in: child) }
        if isFrame { askForFrames(child, deadline) }
        _ = child.post(.resume, by: deadline)
    }

    /// The page is closed, and everyone who still waits for it is told.
    func leave() {
        let error = ChromiumError(.closed, "the page is closed")
        state.update { $0.end = $0.end ?? error }
        session.connection.drop(session.id ?? "", error)
    }
}
