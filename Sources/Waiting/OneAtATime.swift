/// Lets one task at a time do something; the others wait in the order in which they came.
public final class OneAtATime: Sendable {
    private struct Line {
        var isBusy = false
        var next: [Ticket] = []
    }

    private let waiters = Waiters<Line, Void>(Line())

    /// Nobody is at it yet.
    public init() {}

    /// Does something while nobody else does.
    ///
    /// - Parameter body: what is done; it must not ask for its own turn again.
    /// - Returns: what the body returned.
    /// - Throws: what the body throws; `CancellationError` when the task is cancelled before its turn has come.
    public func run<R>(_ body: () async throws -> R) async throws -> R {
        try await waiters.wait { room, ticket in
            guard room.state.isBusy else {
                room.state.isBusy = true
                return .success(())
            }
            room.state.next.append(ticket)
            return nil
        } cancelled: { room, ticket in
            room.state.next.removeAll { $0 == ticket }
            return .failure(CancellationError())
        }
        defer { handOn() }
        return try await body()
    }

    private func handOn() {
        waiters.change { room in
            guard !room.state.next.isEmpty else {
                room.state.isBusy = false
                return
            }
            room.answer(room.state.next.removeFirst(), .success(()))
        }
    }
}
