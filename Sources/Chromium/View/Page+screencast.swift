extension Page {
    /// Shows the page live, for as long as somebody looks.
    ///
    /// The browser sends the next frame when one has been taken; who is slow misses frames and sees the newest.
    /// - Parameters:
    ///   - cast: How the page is shown.
    ///   - body: Takes a frame, and says whether to go on.
    /// - Throws: ``ChromiumError`` when the page is gone; whatever the body throws.
    public func screencast(
        _ cast: Screencast = Screencast(),
        each body: (Screencast.Frame) async throws -> Bool
    ) async throws {
        let (frames, sink) = AsyncStream.makeStream(of: Screencast.Frame.self, bufferingPolicy: .bufferingNewest(1))
        let listener = listeners.add { event in self.pass(event, to: sink) }
        defer {
            listeners.remove(listener)
            _ = session.post(.stopScreencast, by: Deadline(after: .seconds(5)))
        }
        _ = try await session.call(.startScreencast(cast), by: Deadline(after: .seconds(10)))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { sink.finish() }
                try await self.state.wait(until: .never, for: "the page's end") { state -> Void? in
                    if let end = state.end { throw end }
                    return nil
                }
            }
            defer { group.cancelAll() }
            for await frame in frames {
                let goesOn = try await body(frame)
                acknowledge(frame)
                if !goesOn { return }
            }
            try await group.next()
        }
    }

    private func pass(_ event: Event, to sink: AsyncStream<Screencast.Frame>.Continuation) {
        guard case .frame(let number, let shown) = ViewEvent(event) else { return }
        let size = shown.metadata
        let frame = Screencast.Frame(
            picture: shown.data,
            width: size.deviceWidth,
            height: size.deviceHeight,
            number: number
        )
        if case .dropped(let missed) = sink.yield(frame) { acknowledge(missed) }
    }

    /// Frames nobody acknowledges are soon followed by no others.
    private func acknowledge(_ frame: Screencast.Frame) {
        _ = session.post(.acknowledgeFrame(frame.number), by: Deadline(after: .seconds(10)))
    }
}
