import NIOCore
import NIOHTTP1

/// Stands at a connection between the parser of HTTP and everything else: nothing that a client sends, or does not
/// send, or does not read may hold the connection for ever or come as anything but HTTP's own parts to a route.
///
/// It answers what is no valid request, says when to go on with a body, closes after the last reply and closes what
/// waits too long for its client. A connection has one timer, which an ordinary request does not touch.
final class ConnectionGuard: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// What the connection waits for.
    private enum Wait {
        case head, body, reader, farewell
        /// Our own work, which has deadlines of its own.
        case us
    }

    private let places: Places
    private let place: Places.Place
    private let key: ServiceKey
    private let patience: Patience
    private let sockets: SocketDoor?

    /// The request for a socket that is being read.
    private var socketHead: HTTPRequestHead?
    private var isSocket = false
    private var isKnown = false
    /// Requests that were passed on and whose replies are not complete.
    private var underWay = 0
    /// The last request's body has not ended.
    private var isReading = false
    /// No request is taken after the one that is being read or answered.
    private var isLast = false
    /// Nothing more that comes is passed on.
    private var isDeaf = false
    /// The last reply was written.
    private var isLeaving = false
    /// To be answered when the requests before it are.
    private var fault: APIError?

    private var wait = Wait.us
    private var deadline = NIODeadline.distantFuture
    private var timer: (rings: NIODeadline, task: Scheduled<Void>)?
    /// How many bytes of replies the client had not read at the last look.
    private var unread: Int?

    init(places: Places, place: Places.Place, key: ServiceKey, patience: Patience, sockets: SocketDoor? = nil) {
        self.sockets = sockets
        self.places = places
        self.place = place
        self.key = key
        self.patience = patience
    }
}

// MARK: What comes from the client

extension ConnectionGuard {
    func channelActive(context: ChannelHandlerContext) {
        reassess(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isDeaf else { return }
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head, data, context)
        case .body: if socketHead == nil { context.fireChannelRead(data) }
        case .end where socketHead != nil: becomeSocket(context)
        case .end:
            isReading = false
            context.fireChannelRead(data)
            reassess(context)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        reassess(context)
        context.fireChannelReadComplete()
        // From now on everything that arrives is discarded as fast as it comes, whether or not anybody asks for it.
        if isDeaf { context.read() }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else { return context.fireErrorCaught(error) }
        guard !isDeaf else { return }
        if isReading { fail(APIError(error), context) } else { refuse(APIError(error), context) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is Places.GiveWay:
            if underWay > 0, wait == .us { isLast = true } else { context.close(promise: nil) }
            return
        case is ChannelShouldQuiesceEvent where wait == .body:
            deadline = min(deadline, context.eventLoop.now + patience.bodyAtTheEnd)
            arm(context)
        case ChannelEvent.inputClosed where isLeaving: context.close(promise: nil)
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    private func begin(_ head: HTTPRequestHead, _ data: NIOAny, _ context: ChannelHandlerContext) {
        guard !isLast else {
            isDeaf = true
            return
        }
        let signs = HeadSigns(head)
        if let fault = signs.fault { return refuse(fault, context) }
        if signs.offersUpgrade, underWay == 0, let sockets, sockets.takes(head) {
            socketHead = head
            return
        }
        if !isKnown, let given = signs.key, key.matches(given) {
            isKnown = true
            place.showKey()
        }
        // NIO stops reading a connection whose client offered to upgrade it.
        isLast = !head.isKeepAlive || head.version.minor == 0 || signs.offersUpgrade || head.method == .CONNECT
        underWay += 1
        isReading = true
        context.fireChannelRead(data)
        // A body is not asked for when its sender is unknown or will be refused anyway: the reply comes at once.
        if signs.invites, isKnown, underWay == 1, head.version.minor > 0 {
            let goOn = HTTPResponseHead(version: .http1_1, status: .continue)
            context.writeAndFlush(wrapOutboundOut(.head(goOn)), promise: nil)
        }
    }

    /// Leaves HTTP: from here on the connection is bytes, of which the handlers behind this one hear nothing.
    private func becomeSocket(_ context: ChannelHandlerContext) {
        guard let head = socketHead, let sockets else { return }
        socketHead = nil
        let pipeline = context.pipeline.syncOperations
        let (handler, socket) = RawSocketHandler.pair(head, on: context.eventLoop)
        do {
            let parser = try pipeline.context(handlerType: ByteToMessageHandler<HTTPRequestDecoder>.self)
            let writer = try pipeline.context(handlerType: HTTPResponseEncoder.self)
            try pipeline.addHandler(handler, position: .before(self))
            isSocket = true
            place.waits(since: nil)
            pipeline.removeHandler(context: writer, promise: nil)
            pipeline.removeHandler(context: parser, promise: nil)
        } catch {
            return context.close(promise: nil)
        }
        sockets.arrive(socket)
    }

    /// The request that was being read will not be completed: its route is told, and answers.
    private func fail(_ error: APIError, _ context: ChannelHandlerContext) {
        (isLast, isDeaf) = (true, true)
        context.fireErrorCaught(error)
        reassess(context)
    }

    /// Answers what no route sees, after the requests before it.
    private func refuse(_ error: APIError, _ context: ChannelHandlerContext) {
        (isLast, isDeaf) = (true, true)
        guard underWay == 0 else {
            fault = error
            return
        }
        for part in error.lastReply() { context.write(wrapOutboundOut(part), promise: nil) }
        leave(context)
    }
}

// MARK: What goes to the client

extension ConnectionGuard {
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isLeaving else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let head): write(head, data, context, promise)
        case .body: context.write(data, promise: promise)
        case .end:
            context.write(data, promise: promise)
            underWay -= 1
            if underWay == 0 { answered(context) }
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        reassess(context)
        context.fireChannelWritabilityChanged()
    }

    private func write(
        _ head: HTTPResponseHead,
        _ data: NIOAny,
        _ context: ChannelHandlerContext,
        _ promise: EventLoopPromise<Void>?
    ) {
        // The rest of a body whose request is answered is not waited for.
        if isReading || places.isParting, underWay == 1, !head.status.isInformational { isLast = true }
        guard isLast, underWay == 1, fault == nil else { return context.write(data, promise: promise) }
        var head = head
        head.headers.replaceOrAdd(name: "Connection", value: "close")
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }

    private func answered(_ context: ChannelHandlerContext) {
        if let fault {
            self.fault = nil
            refuse(fault, context)
        } else if isLast {
            leave(context)
        } else {
            reassess(context)
        }
    }

    /// Ends what is sent, and gives the client a moment to read it.
    private func leave(_ context: ChannelHandlerContext) {
        (isLast, isDeaf, isLeaving) = (true, true, true)
        context.flush()
        context.close(mode: .output, promise: nil)
        reassess(context)
        context.read()
    }
}

extension HTTPResponseStatus {
    fileprivate var isInformational: Bool { code < 200 }
}

// MARK: How long it waits

extension ConnectionGuard {
    /// Sees what the connection waits for now.
    private func reassess(_ context: ChannelHandlerContext) {
        guard context.channel.isActive, !isSocket else { return }
        let next: Wait =
            if isLeaving { .farewell } else if !context.channel.isWritable { .reader } else if isReading, !isDeaf {
                .body
            } else if underWay == 0 { .head } else { .us }
        guard next != wait else { return }
        wait = next
        guard next != .us else {
            deadline = .distantFuture
            return place.waits(since: nil)
        }
        let now = context.eventLoop.now
        place.waits(since: now)
        unread = next == .reader ? pending(context) : nil
        deadline = now + time(for: next)
        arm(context)
    }

    private func time(for wait: Wait) -> TimeAmount {
        switch wait {
        case .head: patience.head
        case .body: patience.body
        case .reader: patience.reader
        case .farewell: patience.farewell
        case .us: .nanoseconds(0)
        }
    }

    /// Sets the timer, unless an earlier one is set already and will check again.
    private func arm(_ context: ChannelHandlerContext) {
        if let timer {
            guard deadline < timer.rings else { return }
            timer.task.cancel()
        }
        let task = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { self.ring(context) }
        timer = (deadline, task)
    }

    private func ring(_ context: ChannelHandlerContext) {
        timer = nil
        guard wait != .us, !isSocket else { return }
        guard deadline <= context.eventLoop.now else { return arm(context) }
        if wait == .body { return fail(.bodyTooSlow, context) }
        let left = pending(context)
        guard left > 0, unread.map({ $0 - left >= patience.leastRead }) ?? true else {
            return context.close(promise: nil)
        }
        unread = left
        deadline = context.eventLoop.now + patience.reader
        arm(context)
    }

    /// The bytes of replies that the client has not taken.
    private func pending(_ context: ChannelHandlerContext) -> Int {
        (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }

    private func end() {
        timer?.task.cancel()
        timer = nil
        places.leave(place)
    }
}
