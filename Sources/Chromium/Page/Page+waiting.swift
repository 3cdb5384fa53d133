import NIOConcurrencyHelpers

extension Page {
    /// Does something and tells what the page did meanwhile.
    /// - Parameter body: What to do.
    /// - Returns: What the body returned, and what the page did from the moment before it.
    /// - Throws: Whatever the body throws.
    public func activity<R>(during body: () async throws -> R) async throws -> (R, PageActivity) {
        let mark = state.current.history.mark
        let result = try await body()
        return (result, state.current.activity(since: mark))
    }

    /// Tells what a page did from an activity's beginning until now.
    /// - Returns: The same activity, longer.
    public func refreshed(_ activity: PageActivity) -> PageActivity {
        state.current.activity(since: activity.mark)
    }

    /// All that the page has done since it was opened, as far as it is kept.
    public var pastActivity: PageActivity { state.current.activity(since: 0) }

    /// Whether anything is under way that the page has begun since an activity did: a navigation, or a request whose
    /// answer may change what it shows.
    ///
    /// - Parameter activity: what the page has done from that moment on.
    /// - Returns: true while it is.
    public func isBusy(since activity: PageActivity) -> Bool { isLeaving || isAsking(since: activity) }

    /// Whether another document is on its way into the main frame.
    public var isLeaving: Bool { state.current.main.pending != nil }

    /// Waits until the document that is on its way into the main frame is there, or has been given up.
    /// - Parameter timeout: How long to wait at most.
    /// - Returns: False when it is still on its way.
    /// - Throws: ``ChromiumError`` when the page is gone.
    public func arrive(timeout: Duration) async throws -> Bool {
        do {
            try await state.wait(until: Deadline(after: timeout), for: "the next document") { state -> Void? in
                if let end = state.end { throw end }
                return state.main.isBeingLeft ? nil : ()
            }
            return true
        } catch let error as ChromiumError where error.code == .timedOut {
            return false
        }
    }

    /// Waits until more of what the page has asked since an activity's beginning is answered: the heads of the answers
    /// have come, which is long before what they lead to may be there.
    /// - Parameters:
    ///   - activity: What the page has done from that moment on.
    ///   - known: How many answers were seen before.
    ///   - timeout: How long to wait at most.
    ///   - isMeant: Whether a request is one of those.
    /// - Returns: How many are answered now; nil when no more are.
    public func answers(
        since activity: PageActivity,
        moreThan known: Int,
        timeout: Duration,
        _ isMeant: @escaping @Sendable (PageActivity.Request) -> Bool
    ) async -> Int? {
        let mark = activity.mark
        return try? await state.wait(until: Deadline(after: timeout), for: "the answer") { state -> Int? in
            if let end = state.end { throw end }
            let done = state.activity(since: mark)
            let count = (done.requests + done.underWay).filter { $0.status != nil && isMeant($0) }.count
            return count > known ? count : nil
        }
    }

    /// Whether the page waits for an answer to something that it asked since an activity's beginning.
    public func isAsking(since activity: PageActivity) -> Bool {
        !state.current.requests.begun(after: activity.mark).isEmpty
    }

    /// Whether the page has gone elsewhere, or sent or begun to send anything, since an activity did.
    ///
    /// - Parameter activity: what the page has done from that moment on.
    /// - Returns: true also for what has not been answered yet.
    public func hasWritten(since activity: PageActivity) -> Bool {
        let now = refreshed(activity)
        let reads: Set = ["GET", "HEAD", "OPTIONS"]
        return !now.navigations.isEmpty || (now.requests + now.underWay).contains { !reads.contains($0.method) }
    }

    /// What the page has done since its document took its place.
    public var documentActivity: PageActivity {
        let state = state.current
        return state.activity(since: state.main.committed)
    }

    /// Waits until what an action started has come to an end.
    /// - Parameters:
    ///   - activity: The action's activity.
    ///   - timeout: How long to wait at most.
    /// - Returns: How the page came to rest.
    /// - Throws: ``ChromiumError`` when the page is gone.
    public func settle(_ activity: PageActivity, timeout: Duration = .seconds(10)) async throws -> Settlement {
        let deadline = Deadline(after: timeout)
        do {
            return try await settlement(after: activity.mark, by: deadline)
        } catch let error as ChromiumError where error.code == .timedOut {
            return .timedOut
        }
    }

    private func settlement(after mark: Int, by deadline: Deadline) async throws -> Settlement {
        while !deadline.hasPassed {
            try await forgetEmptyRequest(by: deadline)
            if let arrived = try await newDocument(after: mark, by: deadline) { return arrived }
            try await untilQuiet(by: deadline)
            let state = state.current
            if state.main.pending != nil || state.main.committed > mark { continue }
            if try await untilAnswered(after: mark, by: deadline) { continue }
            return state.history.activity(since: mark).sameDocument.isEmpty ? .quiet : .sameDocument
        }
        return .timedOut
    }

    /// A page may ask for a navigation of which nothing comes, as for a mail address.
    private func forgetEmptyRequest(by deadline: Deadline) async throws {
        guard case .requested = state.current.main.pending else { return }
        do {
            try await state.wait(until: deadline.atMost(.seconds(1)), for: "the navigation") { state -> Void? in
                if let end = state.end { throw end }
                if case .requested = state.main.pending { return nil }
                return ()
            }
        } catch let error as ChromiumError where error.code == .timedOut {
            state.update { state in
                if case .requested = state.main.pending { state.main.pending = nil }
            }
        }
    }

    private func newDocument(after mark: Int, by deadline: Deadline) async throws -> Settlement? {
        try await state.wait(until: deadline, for: "the new document") { state -> Settlement?? in
            if let end = state.end { throw end }
            if case .started = state.main.pending { return nil }
            guard state.main.committed > mark else { return .some(nil) }
            guard state.main.hasContent else { return nil }
            return .navigated(url: state.main.url, status: state.main.status)
        }
    }

    /// Where the page never stops changing, its changes are not the action's: it counts as quiet after a while.
    private func untilQuiet(by deadline: Deadline) async throws {
        let latest = worlds.withLockedValue { $0.latest }
        let frames = state.current.frames
        let acted = latest.flatMap { frames[$0] }
        let isMain = acted?.id == frames.main
        for node in [acted, isMain ? nil : frames.mainNode].compactMap(\.self) {
            do {
                let patience = deadline.atMost(.milliseconds(1_500)).budget
                let _: Bool = try await ask("quiet", [patience], in: node, by: deadline)
            } catch let error as ChromiumError where error.code == .detached {
                continue
            }
        }
    }

    /// Waits for the answers to what was asked since a mark.
    /// - Returns: Whether any came, after which the page may change again.
    private func untilAnswered(after mark: Int, by deadline: Deadline) async throws -> Bool {
        let open = state.current.requests.begun(after: mark)
        guard !open.isEmpty else { return false }
        if open.allSatisfy(\.mayStayOpen) { return try await untilBrought(after: mark, by: deadline) }
        let onlyReads = open.allSatisfy(\.onlyReads)
        do {
            let patience = onlyReads ? deadline.atMost(.seconds(2)) : deadline
            try await state.wait(until: patience, for: "the answers") { state -> Void? in
                if let end = state.end { throw end }
                let isAnswered = state.requests.begun(after: mark).allSatisfy(\.mayStayOpen)
                return isAnswered || state.main.pending != nil ? () : nil
            }
            return true
        } catch let error as ChromiumError where error.code == .timedOut && onlyReads {
            return false
        }
    }

    /// How long the body of an answer may bring nothing before it is no more awaited.
    private static let silence = Duration.seconds(2)

    /// Waits for more of the bodies of what is answered: of one that no script reads the browser tells no end.
    /// - Returns: Whether anything more came, or ended.
    private func untilBrought(after mark: Int, by deadline: Deadline) async throws -> Bool {
        let known = state.current.requests.news(after: mark)
        let patience = deadline.atMost(Self.silence)
        do {
            try await state.wait(until: patience, for: "the answers' bodies") { state -> Void? in
                if let end = state.end { throw end }
                return state.requests.news(after: mark) != known || state.main.pending != nil ? () : nil
            }
            return true
        } catch let error as ChromiumError where error.code == .timedOut && !deadline.hasPassed {
            state.update { $0.requests.leave(known) }
            return false
        }
    }
}
