import NIOConcurrencyHelpers

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
        let missed = NIOLockedValueBox<[Screencast.Frame]>([])
        let listener = listeners.add { event in
            guard case .frame(let number, let shown) = ViewEvent(event) else { return }
            let yielded = sink.yield(Screencast.Frame(shown, number: number))
            if case .dropped(let frame) = yielded { missed.withLockedValue { $0.append(frame) } }
        }
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
                // Until then the browser sends only a few more, of which the newest is kept.
                let seen = missed.withLockedValue { missed in
                    defer { missed = [] }
                    return missed + [frame]
                }
                for frame in seen {
                    _ = session.post(.acknowledgeFrame(frame.number), by: Deadline(after: .seconds(10)))
                }
                if !goesOn { return }
            }
            try await group.next()
        }
    }
}

extension Screencast.Frame {
    fileprivate init(_ shown: FrameShown, number: Int) {
        picture = shown.data
        width = shown.metadata.deviceWidth
        height = shown.metadata.deviceHeight
        self.number = number
    }
}
