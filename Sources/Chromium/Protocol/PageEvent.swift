import NIOCore

/// What a page reports, as far as anybody here wants to know.
enum PageEvent: Sendable {
    case frameAttached(FrameAttached)
    case frameDetached(FrameDetached)
    case frameNavigated(FrameNavigated)
    case navigatedWithinDocument(WithinDocument)
    case navigationRequested(NavigationRequested)
    case navigationStarted(NavigationStarted)
    case loadingStopped(FrameOnly)
    case lifecycle(Lifecycle)
    case dialogOpened(DialogOpened)
    case requestSent(RequestSent)
    case responseReceived(ResponseReceived)
    case dataReceived(RequestOnly)
    case requestFinished(RequestOnly)
    case requestFailed(RequestOnly)
    case requestPaused(RequestPaused)
    case targetAttached(TargetAttached)
    case targetDetached(TargetDetached)
    case crashed
    case connectionEnded
    case fileChooserOpened(FileChooserOpened)
    case downloadBegan(DownloadBegan)
    case downloadProgressed(DownloadProgressed)
    case pressed(PageActivity.Press)
    /// A person may have done something.
    case stirred(Stir)

    private static let parsers: [String: @Sendable (Event) -> PageEvent?] = [
        "Page.frameAttached": { $0.decode(FrameAttached.self).map(PageEvent.frameAttached) },
        "Page.frameDetached": { $0.decode(FrameDetached.self).map(PageEvent.frameDetached) },
        "Page.frameNavigated": { $0.decode(FrameNavigated.self).map(PageEvent.frameNavigated) },
        "Page.navigatedWithinDocument": { $0.decode(WithinDocument.self).map(PageEvent.navigatedWithinDocument) },
        "Page.frameRequestedNavigation": { $0.decode(NavigationRequested.self).map(PageEvent.navigationRequested) },
        "Page.frameStartedNavigating": { $0.decode(NavigationStarted.self).map(PageEvent.navigationStarted) },
        "Page.frameStoppedLoading": { $0.decode(FrameOnly.self).map(PageEvent.loadingStopped) },
        "Page.lifecycleEvent": { $0.decode(Lifecycle.self).map(PageEvent.lifecycle) },
        "Page.javascriptDialogOpening": { $0.decode(DialogOpened.self).map(PageEvent.dialogOpened) },
        "Network.requestWillBeSent": { $0.decode(RequestSent.self).map(PageEvent.requestSent) },
        "Network.responseReceived": { $0.decode(ResponseReceived.self).map(PageEvent.responseReceived) },
        "Network.dataReceived": { $0.decode(RequestOnly.self).map(PageEvent.dataReceived) },
        "Network.loadingFinished": { $0.decode(RequestOnly.self).map(PageEvent.requestFinished) },
        "Network.loadingFailed": { $0.decode(RequestOnly.self).map(PageEvent.requestFailed) },
        "Fetch.requestPaused": { $0.decode(RequestPaused.self).map(PageEvent.requestPaused) },
        "Target.attachedToTarget": { $0.decode(TargetAttached.self).map(PageEvent.targetAttached) },
        "Target.detachedFromTarget": { $0.decode(TargetDetached.self).map(PageEvent.targetDetached) },
        "Runtime.bindingCalled": { event in
            guard let called = event.decode(BindingCalled.self) else { return nil }
            return called.stir.map(PageEvent.stirred) ?? called.press.map(PageEvent.pressed)
        },
        "Inspector.targetCrashed": { _ in .crashed },
        Event.connectionEnded: { _ in .connectionEnded },
        "Page.fileChooserOpened": { $0.decode(FileChooserOpened.self).map(PageEvent.fileChooserOpened) },
        "Browser.downloadWillBegin": { $0.decode(DownloadBegan.self).map(PageEvent.downloadBegan) },
        "Browser.downloadProgress": { $0.decode(DownloadProgressed.self).map(PageEvent.downloadProgressed) },
    ]

    init?(_ event: Event) {
        guard let parsed = Self.parsers[event.method]?(event) else { return nil }
        self = parsed
    }

    /// How many kinds of events there are.
    static var kinds: Int { parsers.count }

    /// Every kind of event, decoded from one message that has what any of them has.
    static func all(in message: ByteBuffer) -> [PageEvent] {
        parsers.keys.compactMap { PageEvent(Event(method: $0, session: nil, message: message)) }
    }
}

extension Event {
    /// Our own: every session hears it last.
    static let connectionEnded = "connection ended"
}
