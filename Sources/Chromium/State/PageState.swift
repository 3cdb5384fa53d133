/// All that is known of a page, built from its events alone.
struct PageState: Sendable {
    /// What must be done about an event.
    enum Action: Sendable {
        case answerDialog(DialogAnswer)
        case decide(RequestPaused)
        case judge(address: String)
        case adopt(TargetAttached)
        case forget(session: String)
        case fail(ChromiumError)
    }

    let session: String
    var frames = FrameTree()
    var main = MainDocument()
    var requests = RequestLog()
    var history = History()
    var end: ChromiumError?
    var intercepted = Interceptions()
    /// Whether it tells what people press.
    var tellsPresses = false

    init(session: String) {
        self.session = session
    }

    var mainFrame: String { frames.main ?? "" }

    /// The documents there are, and how far the outermost is.
    struct Landmarks: Equatable {
        let documents: [String: Int]
        let hasContent: Bool
        let isLoaded: Bool
    }

    var landmarks: Landmarks {
        Landmarks(documents: frames.documents, hasContent: main.hasContent, isLoaded: main.isLoaded)
    }

    /// What happened after a mark, and what has begun since then and goes on.
    func activity(since mark: Int) -> PageActivity {
        var activity = history.activity(since: mark)
        activity.requests += requests.open(after: mark, isLeft: true)
        activity.underWay = requests.open(after: mark, isLeft: false)
        return activity
    }

    mutating func apply(_ event: PageEvent, from session: String) -> Action? {
        switch event {
        case .frameAttached, .frameDetached, .frameNavigated, .navigatedWithinDocument:
            applyFrame(event, from: session)
        case .navigationRequested, .navigationStarted, .loadingStopped, .lifecycle:
            applyLoading(event)
        case .requestSent, .responseReceived, .dataReceived, .requestFinished, .requestFailed:
            return applyRequest(event)
        case .requestPaused(let paused):
            if let id = paused.networkId { requests.carry(id, paused.request.body) }
            return .decide(paused)
        case .dialogOpened(let dialog):
            history.add(.dialog(PageActivity.Dialog(kind: dialog.type, message: String(dialog.message.prefix(2_000)))))
            return (intercepted.dialogAnswer?.proposing(dialog.defaultPrompt)).map(Action.answerDialog)
        case .targetAttached(let attached):
            if attached.targetInfo.type == "iframe" {
                frames.moveOut(attached.targetInfo.targetId, to: attached.sessionId)
            }
            return .adopt(attached)
        case .targetDetached(let detached):
            frames.lose(session: detached.sessionId)
            return .forget(session: detached.sessionId)
        case .crashed, .connectionEnded:
            return applyEnd(event, from: session)
        case .fileChooserOpened(let opened):
            intercepted.chooser = Interceptions.Chooser(opened: opened, session: session, mark: history.next())
        case .pressed(let press):
            history.add(.pressed(press))
        case .downloadBegan, .downloadProgressed, .stirred:
            break
        }
        return nil
    }

    /// What the browser says when asked rather than by itself.
    mutating func adopt(_ tree: FrameTreeReply.Node, session: String) {
        if frames[tree.frame.id]?.loader != tree.frame.loaderId {
            applyFrame(.frameNavigated(FrameNavigated(frame: tree.frame)), from: session)
        }
        for child in tree.childFrames ?? [] { adopt(child, session: session) }
    }

    private mutating func applyFrame(_ event: PageEvent, from session: String) {
        switch event {
        case .frameAttached(let attached):
            frames.attach(attached.frameId, to: attached.parentFrameId, session: session)
        case .frameDetached(let detached):
            if detached.reason != "swap" { frames.remove(detached.frameId) }
        case .frameNavigated(let navigated):
            frames.commit(navigated.frame, session: session)
            guard navigated.frame.parentId == nil else { return }
            let mark = history.next()
            main.commit(navigated.frame, at: mark)
            history.add(.navigated(PageActivity.Navigation(url: main.url, status: main.status)))
        case .navigatedWithinDocument(let moved):
            frames.move(moved.frameId, to: moved.url)
            guard moved.frameId == mainFrame else { return }
            main.url = moved.url
            history.add(.sameDocument(moved.url))
        default:
            break
        }
    }

    private mutating func applyLoading(_ event: PageEvent) {
        switch event {
        case .navigationRequested(let requested):
            if requested.frameId == mainFrame, requested.disposition == "currentTab", main.pending == nil {
                main.pending = .requested
            }
        case .navigationStarted(let started):
            let isWithin = started.navigationType.lowercased().hasSuffix("samedocument")
            if started.frameId == mainFrame, !isWithin { main.pending = .started }
        case .loadingStopped(let stopped):
            if stopped.frameId == mainFrame { main.pending = nil }
        case .lifecycle(let lifecycle):
            if lifecycle.frameId == mainFrame { main.reach(lifecycle.name, loader: lifecycle.loaderId) }
        default:
            break
        }
    }

    private mutating func applyEnd(_ event: PageEvent, from session: String) -> Action? {
        if case .connectionEnded = event {
            end = end ?? ChromiumError(.closed, "the browser has ended")
            return nil
        }
        let error = ChromiumError(.crashed, "the page's process died")
        if session == self.session { end = end ?? error }
        return .fail(error)
    }
}
