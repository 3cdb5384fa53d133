/// A browser's separate memory: pages in it share cookies and storage with no other context.
public final class BrowserContext: Sendable {
    struct State: Sendable {
        var pages: [Page] = []
        /// How many pages there have ever been.
        var opened = 0
        /// Pages of our own making that nobody else shall see.
        var helpers: Set<String> = []
        /// Whether pages tell what people press.
        var tellsPresses = false
        /// The pages that were closed last, oldest first.
        var closed: [Page] = []

        mutating func removeClosed() {
            closed = (closed + pages.filter { !$0.isOpen }).suffix(Self.mostClosed)
            pages.removeAll { !$0.isOpen }
        }

        private static let mostClosed = 10
    }

    let id: String
    let browser: Session
    let surroundings: Page.Surroundings
    let state: Watched<State>

    init(id: String, browser: Session, surroundings: Page.Surroundings) {
        self.id = id
        self.browser = browser
        self.surroundings = surroundings
        state = Watched(State(), on: browser.connection.loop)
    }

    /// The open pages, oldest first; popups are among them.
    public var pages: [Page] {
        let state = state.current
        return state.pages.filter { $0.isOpen && !state.helpers.contains($0.target) }
    }
    /// The page opened last that is still open.
    public var latestPage: Page? { pages.last }

    /// The open pages and those that were closed last: what they did is still known.
    public var everyPage: [Page] {
        let state = state.current
        return (state.closed + state.pages).filter { !state.helpers.contains($0.target) }
    }

    /// Has every page, and those to come, tell what people press from now on.
    public func tellPresses() {
        let isNew = state.update { state in
            defer { state.tellsPresses = true }
            return !state.tellsPresses
        }
        if isNew { for page in pages { page.tellPresses() } }
    }

    /// Lends a page, and closes it after.
    /// - Parameter body: What is done with it.
    /// - Returns: What the body returned.
    /// - Throws: ``ChromiumError`` when the page cannot be opened; whatever the body throws.
    public func withPage<R: Sendable>(_ body: (Page) async throws -> R) async throws -> R {
        let page = try await openFurnished()
        do {
            let result = try await body(page)
            await close(page)
            return result
        } catch {
            await close(page)
            throw error
        }
    }

    /// Does something that opens a page, and waits for that page.
    /// - Parameters:
    ///   - timeout: How long to wait for the page once the body is done.
    ///   - body: What opens it.
    /// - Returns: The new page, or nil when none was opened in time.
    /// - Throws: Whatever the body throws.
    public func newPage(timeout: Duration = .seconds(5), after body: () async throws -> Void) async throws -> Page? {
        let before = state.current.opened
        try await body()
        do {
            let page = try await state.wait(until: Deadline(after: timeout), for: "a new page") { state in
                state.opened > before ? state.pages.last : nil
            }
            try await page.untilReady(Deadline(after: timeout))
            return page
        } catch let error as ChromiumError where error.code == .timedOut {
            return nil
        }
    }

    /// Session storage belongs to a page, and is there before anybody gets to see the page.
    private func openFurnished() async throws -> Page {
        let deadline = Deadline(after: surroundings.patience)
        let page = try await open(deadline)
        let origins = surroundings.options.storageState?.origins.filter { !$0.sessionStorage.isEmpty } ?? []
        guard !origins.isEmpty else { return page }
        do {
            try await page.furnish(origins.map { .init($0.origin, sessionStorage: $0.sessionStorage) }, by: deadline)
            return page
        } catch {
            await close(page)
            throw error
        }
    }

    /// Lends a page that is not among the context's.
    func withHelper<R: Sendable>(by deadline: Deadline, _ body: (Page) async throws -> R) async throws -> R {
        let page = try await open(deadline, isHelper: true)
        do {
            let result = try await body(page)
            await close(page)
            return result
        } catch {
            await close(page)
            throw error
        }
    }

    private func open(_ deadline: Deadline, isHelper: Bool = false) async throws -> Page {
        let target = try await browser.call(.createPage(in: id), by: deadline).targetId
        if isHelper { state.update { _ = $0.helpers.insert(target) } }
        let page = try await state.wait(until: deadline, for: "the new page") { state in
            state.pages.first { $0.target == target }
        }
        try await page.untilReady(deadline)
        try await page.confirmSetup()
        return page
    }

    private func close(_ page: Page) async {
        guard page.isOpen else { return }
        await browser.post(.closePage(page.target), by: Deadline(after: surroundings.patience).atMost(.seconds(5)))
            .ended()
        page.leave()
    }

    func adopt(_ attached: TargetAttached) {
        guard !state.current.pages.contains(where: { $0.session.id == attached.sessionId }) else { return }
        let session = Session(connection: browser.connection, id: attached.sessionId)
        let page = Page(session: session, target: attached.targetInfo.targetId, surroundings: surroundings)
        session.connection.route(attached.sessionId) { [weak page] event in page?.receive(event) }
        page.setUp()
        if state.current.tellsPresses || surroundings.options.stillness != nil { page.tellPresses() }
        state.update { state in
            state.removeClosed()
            state.pages.append(page)
            state.opened += 1
        }
    }

    /// A page that closed by itself.
    func lose(_ detached: TargetDetached) {
        state.current.pages.first { $0.session.id == detached.sessionId }?.leave()
        state.update { $0.removeClosed() }
    }

    /// Closes a page as its own close button would, without waiting for it.
    func close(_ target: String) {
        _ = browser.post(.closePage(target), by: Deadline(after: .seconds(5)))
    }

    /// Applies the same rules to what is not a page, such as a worker that several pages share, and tells the pages of its
    /// requests: nobody can see which of them had it send something.
    func guardRequests(of session: Session) {
        let options = surroundings.options
        session.connection.route(session.id) { [weak self] event in self?.receive(event, from: session) }
        var commands: [Command<Nothing>] = [.enableNetwork]
        if !options.extraHeaders.isEmpty { commands.append(.extraHeaders(options.extraHeaders)) }
        if options.judgesAll { commands += [.intercept(options), .takeSocketsFromWorker] }
        for command in commands { _ = session.post(command, by: Deadline(after: surroundings.patience)) }
    }

    private func receive(_ event: Event, from session: Session) {
        guard case .requestPaused(let paused) = PageEvent(event) else {
            for page in state.current.pages { page.receive(event) }
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

    func end() {
        for page in state.current.pages { page.leave() }
        surroundings.uploads.remove()
        surroundings.downloads?.end()
    }
}
