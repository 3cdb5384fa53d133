import GhostHands
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import TestSupport
import Testing

@testable import API

@Suite("A port that is handed over")
struct HandoverTests {
    @Test func `what comes goes to the one that stays, and what is open is answered once more`() async throws {
        try await withAPI { api in
            try await pair(api) { port, running in
                try await Wire.open(to: port) { wire in
                    // It may be at either; whoever leaves answers it once more.
                    try await wire.send(Self.health)
                    #expect(await wire.reply().status == 200)
                    await running.first.triggerGracefulShutdown()
                    try await allGoOn(port)
                    try await wire.send(Self.health)
                    #expect(await wire.reply().status == 200)
                }
            }
        }
    }

    @Test func `whoever came last can leave first`() async throws {
        try await withAPI { api in
            try await pair(api) { port, running in
                await running.second.triggerGracefulShutdown()
                try await allGoOn(port)
            }
        }
    }

    private static let health = "GET /health HTTP/1.1\nHost: x\n\n"

    /// Waits for the handover, and sees that all new connections then go to the one that stays.
    ///
    /// Until then either may answer, so one good answer says nothing: twenty in a row do.
    private func allGoOn(_ port: Int) async throws {
        try await eventually("new ones are answered by the one that stays") {
            for _ in 0..<20 where try await !Self.goesOn(port) { return false }
            return true
        }
        for _ in 0..<40 { #expect(try await Self.goesOn(port)) }
    }

    /// Whether a new connection is answered by a process that is not about to leave.
    private static func goesOn(_ port: Int) async throws -> Bool {
        try await Wire.open(to: port) { wire in
            try await wire.send(health)
            let reply = await wire.reply()
            return reply.status == 200 && reply.headers["connection"] != "close"
        }
    }

    /// Two servers at one port.
    private func pair(
        _ api: APIFixture,
        _ body: (Int, (first: ServiceGroup, second: ServiceGroup)) async throws -> Void
    ) async throws {
        let (ports, announce) = AsyncStream.makeStream(of: Int.self)
        func server(_ port: Int) -> ServiceGroup {
            var patience = Patience()
            patience.parting = .seconds(60)
            var server = APIServer(
                services: api.server.services,
                host: "127.0.0.1",
                port: port,
                maxConnections: 64,
                patience: patience,
                logger: .silent
            ) { announce.yield($0) }
            server.sharesPort = true
            var configuration = ServiceGroupConfiguration(services: [.init(service: server)], logger: .silent)
            configuration.maximumGracefulShutdownDuration = .seconds(90)
            return ServiceGroup(configuration: configuration)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            var ready = ports.makeAsyncIterator()
            let first = server(0)
            group.addTask { try await first.run() }
            let port = try #require(await ready.next())
            let second = server(port)
            group.addTask { try await second.run() }
            _ = await ready.next()
            try await body(port, (first, second))
            for one in [first, second] { await one.triggerGracefulShutdown() }
            try await group.waitForAll()
        }
    }
}
