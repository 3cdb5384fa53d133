import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import Outbound
import Waiting
import Worker

/// Opens the browser of a desk and puts together what works in it.
struct OperatorDesk: Sendable {
    private let paired: OperatorPairing
    private let settings: Settings
    private let session: String

    init(_ paired: OperatorPairing, _ settings: Settings) {
        self.paired = paired
        self.settings = settings
        session = OperatorPairing.folder(settings).appending(path: "session").path
    }

    /// Works until it is told to stop, the browser is closed, or it is paired no more.
    ///
    /// - Throws: ``SetupError`` when the browser does not come up.
    func work(until stopping: Signal) async throws -> Desk.End {
        try settings.dataFolder.prepare()
        let staging = try settings.dataFolder.stagingOfThisProcess()
        defer { try? FileManager.default.removeItem(at: staging) }
        // What cannot be read is said now, and not when a form stands there.
        _ = try LocalSession(session, settings)
        let logger = Terminal.logger(.error)
        do {
            return try await withFormBrowser(settings.browser(headed: true), logger: logger) { browser in
                try await browser.withContext { context in
                    context.tellPresses()
                    return try await context.withPage { page in
                        let window = DeskWindow(page, name: paired.name)
                        return await Desk(tools(browser, window, staging, logger)).run(until: stopping)
                    }
                }
            }
        } catch let error as ChromiumError where error.code == .notFound || error.code == .launchFailed {
            let display = "a window needs a display: set DISPLAY, as root also `xhost +SI:localuser:nobody`"
            let mend = error.code == .launchFailed ? display : "install Chromium, or set GH_CHROMIUM to it"
            throw SetupError(error.message, mend: mend)
        } catch is ChromiumError {
            return .closed
        }
    }

    private func tools(_ browser: Browser, _ window: DeskWindow, _ staging: URL, _ logger: Logger) -> DeskTools {
        var tools = DeskTools(
            line: DeskLine(server: paired.server, token: paired.token),
            browser: browser,
            stagingFolder: staging,
            logger: logger,
            options: { await options($0) },
            keep: { context in _ = try? await LocalSession(session, settings).keep(context) },
            show: { news in
                Terminal.say(news.line)
                await window.show(news, at: Date())
            },
            isDone: { window.isDone() }
        )
        tools.budgets = settings.budgets
        if case .chosen(let model) = settings.models.choose(nil, quality: .balanced) { tools.model = model }
        return tools
    }

    private func options(_ lock: SiteLock?) async -> ContextOptions {
        let rule = settings.addresses.allowance == .publicOnly ? AddressRule(.loopback) : settings.addresses
        var options = ContextOptions.guarded(by: rule, lookup: AddressResolver.system.addresses)
        options.stillness = .seconds(3)
        options.storageState = try? LocalSession(session, settings).storageState
        return lock.map { options.locked(by: $0) } ?? options
    }
}
