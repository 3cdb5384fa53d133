public import Logging
import NIOConcurrencyHelpers

/// Starts a browser, lends it, and ends it: whatever happens, no process and no profile stay behind.
/// - Parameters:
///   - configuration: How the browser is started.
///   - logger: Where the browser's comings and goings are told.
///   - body: What is done with it.
/// - Returns: What the body returned.
/// - Throws: ``ChromiumError`` when the browser does not come up; whatever the body throws.
public func withBrowser<R: Sendable>(
    _ configuration: BrowserConfiguration,
    logger: Logger,
    _ body: (Browser) async throws -> R
) async throws -> R {
    Profile.sweep(configuration.profileParent)
    let browser = try await Browser.launch(configuration)
    logger.info("browser started", metadata: ["version": "\(browser.version)", "pid": "\(browser.processID)"])
    do {
        let result = try await body(browser)
        await browser.end()
        logger.info("browser ended", metadata: ["pid": "\(browser.processID)"])
        return result
    } catch {
        await browser.end()
        logger.info("browser ended", metadata: ["pid": "\(browser.processID)"])
        throw error
    }
}

/// A running browser.
public final class Browser: Sendable {
    /// The user a browser runs as.
    public struct User: Hashable, Sendable {
        /// The user's number.
        public let uid: UInt32
        /// The group's number.
        public let gid: UInt32
    }

    /// What the browser calls itself, such as `Chrome/156.0.8078.79`.
    public let version: String
    /// The number of the browser's first process, and of its session.
    public var processID: Int32 { process.id }
    /// Whether the browser still runs.
    public var isAlive: Bool { session.connection.isOpen && !process.state.current.hasEnded }
    /// The user the browser runs as when it is not ours; ``Page/upload(_:to:timeout:)`` copies files for it.
    public var uploadUser: User? { plan.user }

    let session: Session
    private let plan: LaunchPlan
    private let process: BrowserProcess
    private let userAgent: String
    private let patience: Duration
    private let contexts = NIOLockedValueBox<[String: BrowserContext]>([:])

    private init(
        plan: LaunchPlan,
        process: BrowserProcess,
        session: Session,
        version: BrowserVersion,
        patience: Duration
    ) {
        self.patience = patience
        self.plan = plan
        self.process = process
        self.session = session
        self.version = version.product
        userAgent = version.userAgent.replacing("HeadlessChrome", with: "Chrome")
    }

    static func launch(_ configuration: BrowserConfiguration) async throws -> Browser {
        let plan = try LaunchPlan(configuration)
        do {
            let (process, connection) = try await BrowserProcess.start(
                plan.command,
                environment: plan.environment,
                faults: configuration.faults
            )
            let session = Session(connection: connection, id: nil)
            do {
                let version = try await session.call(.version, by: Deadline(after: configuration.launchTimeout))
                let browser = Browser(
                    plan: plan,
                    process: process,
                    session: session,
                    version: version,
                    patience: configuration.patience
                )
                connection.route(nil) { [weak browser] event in browser?.receive(event) }
                _ = try await session.call(.attachToAll, by: Deadline(after: configuration.launchTimeout))
                return browser
            } catch {
                connection.close()
                await process.end()
                throw explained(error, process)
            }
        } catch {
            plan.profile.remove()
            throw error
        }
    }

    private static func explained(_ error: any Error, _ process: BrowserProcess) -> any Error {
        guard let error = error as? ChromiumError else { return error }
        return ChromiumError(.launchFailed, "the browser did not come up: \(error.message). \(process.lastWords)")
    }

    /// Lends a context of its own: its cookies, storage and pages are shared with nothing and end with the body.
    /// - Parameters:
    ///   - options: How the context looks to sites, and where it may go.
    ///   - body: What is done with it.
    /// - Returns: What the body returned.
    /// - Throws: ``ChromiumError`` when the browser is gone; whatever the body throws.
    public func withContext<R: Sendable>(
        _ options: ContextOptions = ContextOptions(),
        _ body: (BrowserContext) async throws -> R
    ) async throws -> R {
        let context = try await open(options)
        do {
            let result = try await context.surroundings.judge.atWork { try await body(context) }
            await close(context)
            return result
        } catch {
            await close(context)
            throw error
        }
    }

    /// Returns when the browser has ended, or when the task is cancelled.
    public func untilClosed() async {
        let ended = try? await process.state.wait(until: .never, for: "the browser's end") { $0.hasEnded ? true : nil }
        if ended == true { session.connection.end(ChromiumError(.closed, "the browser has ended")) }
    }

    private func open(_ options: ContextOptions) async throws -> BrowserContext {
        let deadline = Deadline(after: patience)
        let id = try await session.call(.createContext, by: deadline).browserContextId
        let context = try await equip(id, options, by: deadline)
        contexts.withLockedValue { $0[id] = context }
        guard let state = options.storageState else { return context }
        do {
            try await context.restore(state, by: deadline)
            return context
        } catch {
            await close(context)
            throw error
        }
    }

    private func equip(_ id: String, _ options: ContextOptions, by deadline: Deadline) async throws -> BrowserContext {
        do {
            let downloads = try options.downloads.map { rules in
                try DownloadFolder(rules, profile: plan.profile, user: plan.user, on: session.connection)
            }
            _ = session.post(
                downloads.map { .keepDownloads(of: id, in: $0.path) } ?? .denyDownloads(in: id),
                by: deadline
            )
            _ = session.post(.grant(options.permissions, in: id), by: deadline)
            let agent = options.userAgent ?? userAgent
            let surroundings = Page.Surroundings(
                options: options,
                identity: Identity(userAgent: agent, locale: options.locale, product: version),
                uploads: Uploads(profile: plan.profile, user: plan.user),
                patience: patience,
                judge: RequestJudge(options),
                downloads: downloads
            )
            return BrowserContext(id: id, browser: session, surroundings: surroundings)
        } catch {
            await session.post(.disposeContext(id), by: deadline).ended()
            throw error
        }
    }

    private func close(_ context: BrowserContext) async {
        contexts.withLockedValue { $0[context.id] = nil }
        await session.post(.disposeContext(context.id), by: Deadline(after: patience).atMost(.seconds(5))).ended()
        context.end()
    }

    private func receive(_ event: Event) {
        switch PageEvent(event) {
        case .targetAttached(let attached):
            adopt(attached)
        case .targetDetached(let detached):
            for context in contexts.withLockedValue({ $0.values }) { context.lose(detached) }
            session.connection.drop(detached.sessionId, ChromiumError(.closed, "the page is closed"))
        case .downloadBegan(let began):
            for context in contexts.withLockedValue({ $0.values }) { context.begin(began) }
        case .downloadProgressed(let progressed):
            for context in contexts.withLockedValue({ $0.values }) { context.progress(progressed) }
        default:
            break
        }
    }

    private func adopt(_ attached: TargetAttached) {
        let context = attached.targetInfo.browserContextId.flatMap { id in contexts.withLockedValue { $0[id] } }
        if let context, attached.targetInfo.type == "page" {
            context.adopt(attached)
        } else {
            let session = Session(connection: session.connection, id: attached.sessionId)
            context?.guardRequests(of: session)
            _ = session.post(.resume, by: Deadline(after: patience))
        }
    }

    /// Ends the browser without a farewell: a page that is closed lets go of what was kept back, and one that is gone with
    /// its browser does not.
    public func endAtOnce() { process.endAtOnce() }

    func end() async {
        session.connection.close()
        await process.end()
        plan.profile.remove()
    }
}
