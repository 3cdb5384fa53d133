import NIOConcurrencyHelpers
import NIOCore

/// Shows the pages of a browser context to a person who helps, and does to them what the person does.
///
/// The pictures come by themselves, the newest in the place of the one before, whether or not anybody takes them: who is
/// slow costs nobody memory. All else that changes is found by ``follow()``, which runs while somebody looks.
public final class LiveView: Sendable {
    /// What happens by events, beside the scene that is told of them.
    struct Backstage: Sendable {
        /// Which pages are heard.
        var listening: [String: Hearing] = [:]
        var dialogSession: String?
        var chooser: (opened: FileChooserOpened, session: String)?
        var pickerFrame: String?
        var armed: [String: [String: Int]] = [:]
        var count = 0
        var unanswered = 0
        /// When the page answered last, or was idle until.
        var answeredAt = ContinuousClock.now
        var quality = 60
    }

    /// How far hearing what a page reports has come.
    enum Hearing: Sendable {
        case begun
        /// The listener of this number hears it.
        case by(Int)
    }

    static let mostTabs = 10
    let context: BrowserContext
    let scene: Watched<LiveScene>
    let back = NIOLockedValueBox(Backstage())
    /// Counts what may have changed the page.
    let stirs: Watched<Int>
    private let begin = NIODeadline.now()

    /// A view of a context's pages.
    /// - Parameters:
    ///   - context: The context.
    ///   - page: The page to show first.
    public init(of context: BrowserContext, showing page: Page) {
        self.context = context
        var first = LiveScene()
        first.shown = page.target
        scene = Watched(first, on: context.browser.connection.loop)
        stirs = Watched(0, on: context.browser.connection.loop)
    }

    /// What is to be seen now.
    public var now: LiveScene { scene.current }

    /// The page that is shown; nil when none is left.
    public var page: Page? {
        let shown = scene.current.shown
        return context.pages.first { $0.target == shown } ?? context.latestPage
    }

    /// Waits until something has changed since a version was seen.
    /// - Parameter version: The version; nil for who has seen none.
    /// - Returns: What is to be seen then.
    /// - Throws: `CancellationError`.
    public func change(after version: Int?) async throws -> LiveScene {
        try await scene.wait(until: .never, for: "a change") { scene in
            version.map { scene.version > $0 } ?? true ? scene : nil
        }
    }

    /// How good the pictures are, from 0 to 100: one number for all who look.
    public var quality: Int {
        get { back.withLockedValue { $0.quality } }
        set {
            let isOther = back.withLockedValue { back in
                defer { back.quality = newValue }
                return back.quality != newValue
            }
            if isOther, let page { cast(page) }
        }
    }

    /// Lets only some documents into the pages while the person is at them; frames within the pages are free.
    ///
    /// Holds where the context's options judge requests.
    /// - Parameter rule: Asked with the address's scheme and host; nil lets all in again.
    public func fence(_ rule: (@Sendable (_ scheme: String, _ host: String) -> Bool)?) {
        guard let rule else { return context.surroundings.fence.set(nil) }
        context.surroundings.fence.set { [weak self] facts in
            if rule(facts.scheme, facts.host) { return true }
            self?.change { scene in
                scene.refusedHost = facts.host
                scene.refusals += 1
            }
            return false
        }
    }

    func change(_ body: (inout LiveScene) -> Void) {
        scene.update { scene in
            body(&scene)
            scene.version += 1
        }
    }

    func stir() { stirs.update { $0 += 1 } }

    func next() -> Int {
        back.withLockedValue { back in
            back.count += 1
            return back.count
        }
    }

    var age: Duration { .nanoseconds((NIODeadline.now() - begin).nanoseconds) }
}
