/// One conversation over a connection: with a page, a frame in another process, or the browser itself.
struct Session: Sendable {
    let connection: Connection
    let id: String?

    func post<R>(_ command: Command<R>, by deadline: Deadline) -> Reply<R> {
        connection.post(command, to: id, by: deadline)
    }

    func call<R>(_ command: Command<R>, by deadline: Deadline) async throws -> R {
        try await post(command, by: deadline).value()
    }
}
