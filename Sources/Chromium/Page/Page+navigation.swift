extension Page {
    /// Goes to an address and waits until the document's content is there, then shortly for the rest.
    /// - Parameters:
    ///   - url: Where to go.
    ///   - timeout: How long it may take until the content is there.
    /// - Returns: How it ended.
    /// - Throws: ``ChromiumError`` when the page is gone, the time is up, or the address is none.
    public func navigate(to url: String, timeout: Duration = .seconds(30)) async throws -> NavigationOutcome {
        let deadline = Deadline(after: timeout)
        let before = state.current.history.mark
        let reply = try await begin(url, by: deadline)
        if let reason = reply.errorText { return try await failed(reason, after: before, by: deadline) }
        guard let loader = reply.loaderId else { return try await moved(after: before, by: deadline) }
        let outcome = try await arrival(of: loader, after: before, by: deadline)
        if case .loaded = outcome { try await untilLoaded(deadline.atMost(.seconds(3))) }
        return outcome
    }

    private func begin(_ url: String, by deadline: Deadline) async throws -> NavigationReply {
        do {
            return try await session.call(.navigate(to: url), by: deadline)
        } catch let error as ChromiumError where error.code == .protocol {
            throw ChromiumError(.navigation, "the address is none a browser can go to")
        }
    }

    private func failed(_ reason: String, after mark: Int, by deadline: Deadline) async throws -> NavigationOutcome {
        if let refusal = state.current.main.refusal, refusal.mark > mark {
            return try await refused(refusal.reason, by: deadline)
        }
        return reason == "net::ERR_BLOCKED_BY_CLIENT"
            ? .refused(reason: "the address is not allowed") : .failed(reason: reason)
    }

    /// The refused document makes way for an empty one, which must not be mistaken for whatever comes next.
    private func refused(_ reason: String, by deadline: Deadline) async throws -> NavigationOutcome {
        try await state.wait(until: deadline, for: "leaving the refused document") { state in
            if let end = state.end { throw end }
            return state.main.url == "about:blank" && state.main.hasContent ? .refused(reason: reason) : nil
        }
    }

    /// The address changed within the document.
    private func moved(after mark: Int, by deadline: Deadline) async throws -> NavigationOutcome {
        try await state.wait(until: deadline, for: "the new address") { state -> NavigationOutcome? in
            if let end = state.end { throw end }
            let activity = state.history.activity(since: mark)
            guard !activity.sameDocument.isEmpty || !activity.navigations.isEmpty else { return nil }
            return .loaded(status: state.main.status, url: state.main.url)
        }
    }

    /// The document may be followed by another at once, by script; then that one counts.
    private func arrival(of loader: String, after mark: Int, by deadline: Deadline) async throws -> NavigationOutcome {
        let outcome = try await state.wait(until: deadline, for: "the document") { state -> NavigationOutcome? in
            if let end = state.end { throw end }
            if let refusal = state.main.refusal, refusal.mark > mark { return .refused(reason: refusal.reason) }
            guard state.main.arrivals[loader] != nil, state.main.hasContent else { return nil }
            return .loaded(status: state.main.status, url: state.main.url)
        }
        guard case .refused(let reason) = outcome else { return outcome }
        return try await refused(reason, by: deadline)
    }

    /// Pictures and the like may take their time; the content is there.
    private func untilLoaded(_ deadline: Deadline) async throws {
        do {
            try await state.wait(until: deadline, for: "the rest of the document") { state in
                state.main.isLoaded || state.end != nil ? () : nil
            }
        } catch let error as ChromiumError where error.code == .timedOut {
            return
        }
    }
}
