import Foundation

extension Page {
    private static let storage = InPageScript(
        name: "ghosthandsStorage",
        source: String(decoding: PackageResources.storage_js, as: UTF8.self)
    )

    /// What the main frame's origin has stored.
    func stored(by origin: String, deadline: Deadline) async throws -> StorageState.Origin {
        struct Dump: Decodable {
            let localStorage: [StorageState.Item]
            let sessionStorage: [StorageState.Item]
            let databases: [StorageState.Origin.Database]
            let omitted: Int
            let omittedDatabases: Int
        }
        let arguments = try JSONEncoder().encode([origin])
        let result = try await callStorage("read", arguments, by: deadline)
        guard let dump = try? JSONDecoder().decode(Dump.self, from: result) else {
            throw ChromiumError(.protocol, "the origin's storage cannot be read")
        }
        var stored = StorageState.Origin(
            origin,
            localStorage: dump.localStorage,
            sessionStorage: dump.sessionStorage,
            databases: dump.databases
        )
        stored.omitted = dump.omitted
        stored.omittedDatabases = dump.omittedDatabases
        return stored
    }

    private func store(_ origin: StorageState.Origin, by deadline: Deadline) async throws {
        let encoder = JSONEncoder()
        var arguments = Data("[".utf8)
        arguments += try encoder.encode(origin.origin) + Data(",".utf8) + encoder.encode(origin) + Data("]".utf8)
        _ = try await callStorage("write", arguments, by: deadline)
    }

    private func callStorage(_ function: String, _ arguments: Data, by deadline: Deadline) async throws -> Data {
        try await mainFrame.call(Self.storage, function, arguments: arguments, timeout: deadline.remaining)
    }

    /// Writes what origins shall find, so that it is there before any script of theirs runs.
    func furnish(_ origins: [StorageState.Origin], by deadline: Deadline) async throws {
        try await visiting(by: deadline) { visit in
            for origin in origins {
                // On a busy machine the first look may come too early.
                var isThere = try await visit(origin.origin)
                if !isThere { isThere = try await visit(origin.origin) }
                if isThere {
                    try await store(origin, by: deadline)
                } else {
                    surroundings.origins.lack(origin.origin)
                }
            }
        }
    }

    /// Lends a way to be at an origin without asking its site: every request is answered with an empty page.
    func visiting<R>(
        by deadline: Deadline,
        _ body: (_ visit: (String) async throws -> Bool) async throws -> R
    ) async throws -> R {
        session.connection.route(session.id) { [weak self] event in
            guard let self else { return }
            guard case .requestPaused(let paused) = PageEvent(event) else { return receive(event) }
            _ = session.post(.answerWithNothing(paused.requestId), by: deadline)
        }
        _ = try await session.call(.interceptRequests, by: deadline)
        _ = try await session.call(.bypassServiceWorkers, by: deadline)
        let result = try await body { origin in
            guard case .loaded = try await navigate(to: origin + "/", timeout: deadline.remaining) else { return false }
            return Origins.origin(of: url) == origin
        }
        _ = try await navigate(to: "about:blank", timeout: deadline.remaining)
        session.connection.route(session.id) { [weak self] event in self?.receive(event) }
        let options = surroundings.options
        _ = try await session.call(options.judgesRequests ? .intercept(options) : .interceptNothing, by: deadline)
        _ = try await session.call(.forgetHistory, by: deadline)
        return result
    }
}
