import Foundation
import GhostHands
import Logging
import NIOConcurrencyHelpers
import ServiceLifecycle
import TestSupport
import Testing

@testable import API

@Suite("The worker's own port")
struct WorkerPortTests {
    private static let drain = "POST /worker/drain HTTP/1.1\nHost: x\n"

    /// Lends a worker's port and how often it was asked to drain.
    private func withPort(_ body: @escaping @Sendable (Int, Counter) async throws -> Void) async throws {
        try await withAPI { api in
            let (ports, announce) = AsyncStream.makeStream(of: Int.self)
            let drained = Counter()
            var port = WorkerPort(services: api.server.services, host: "127.0.0.1", port: 0, logger: .silent) {
                WorkerPort.Standing(workerID: "w", activeJobs: 0, maxConcurrent: 2, isDraining: drained.count > 0)
            } drain: {
                drained.add()
            }
            port.onReady = { announce.yield($0) }
            let running = gracefully(port)
            try await withThrowingTaskGroup(of: Void.self) { group in
                defer { group.cancelAll() }
                group.addTask { do { try await running.run() } catch is CancellationError {} }
                guard let number = await ports.first(where: { _ in true }) else { throw ServerDidNotStart() }
                try await body(number, drained)
                await running.triggerGracefulShutdown()
                try await group.waitForAll()
            }
        }
    }

    @Test func `answers what is not asked as it should be as the API does`() async throws {
        try await withPort { port, drained in
            for (text, status) in [
                (Self.drain + "Content-Length: 104857600\n\n{", 401), (Self.drain + "Transfer-Encoding: x\n\n", 501),
                (Self.drain + "Content-Length: x\n\n", 400), ("FLY / HTTP/1.1\n\n", 400),
                ("GET /worker/health HTTP/1.0\n\n", 200),
            ] {
                try await Wire.open(to: port) { wire in
                    try await wire.send(text)
                    let reply = await wire.reply()
                    #expect(reply.status == status, "\(text): \(reply)")
                    #expect(reply.headers["connection"] == "close", "\(text): \(reply)")
                    #expect(await wire.end() == "")
                }
            }
            try await Wire.open(to: port) { wire in
                for (line, status, isBodiless) in [
                    ("HEAD /worker/health", 200, true), ("OPTIONS /worker/drain", 204, true),
                    ("GET /worker/drain", 405, false), ("HEAD /worker/status", 401, true), ("GET /nowhere", 404, false),
                ] {
                    try await wire.send("\(line) HTTP/1.1\nHost: x\n\n")
                    #expect(await wire.reply(isBodiless: isBodiless).status == status, "\(line)")
                }
                try await wire.send(Self.drain + "X-GH-Service-Key: \(APIClient.key)\nContent-Length: 2\n\n{}")
                #expect(await wire.reply().json["status"] == "draining")
            }
            #expect(drained.count == 1)
        }
    }

    @Test func `answers however many strangers hold connections to it`() async throws {
        try await withPort { port, _ in
            try await withThrowingTaskGroup(of: Void.self) { strangers in
                let crowd = Counter()
                for _ in 0..<100 {
                    strangers.addTask {
                        try await Wire.open(to: port) { wire in
                            try? await wire.send("GET /worker/he")
                            crowd.add()
                            _ = await wire.end()
                        }
                    }
                }
                try await eventually("the crowd is there") { crowd.count == 100 }
                try await Wire.open(to: port) { wire in
                    try await wire.send("GET /worker/health HTTP/1.1\nHost: x\n\n")
                    #expect(await wire.reply().json["status"] == "idle")
                }
                strangers.cancelAll()
            }
        }
    }
}
