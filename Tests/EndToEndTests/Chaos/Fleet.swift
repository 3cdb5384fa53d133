import Foundation
import FoundationNetworking
import NIOConcurrencyHelpers
import TestSupport
import Testing

/// An API and several workers, each a process of its own, on one database; leases last a twentieth of the usual time.
struct Fleet: Sendable {
    let home: Home
    private let settings: [String: String]
    private let base: String
    private let api: NIOLockedValueBox<Program>
    private let running = NIOLockedValueBox<[Worker]>([])
    private let ids = NIOLockedValueBox(0)
    private static let key = "a-service-key-of-the-tests"

    init(of count: Int, on database: String, in home: Home) async throws {
        self.home = home
        let port = try await Server.freePort()
        base = "http://127.0.0.1:\(port)/api/v1/gh"
        settings = [
            "DATABASE_URL": database, "GH_API_PORT": "\(port)", "GH_SERVICE_KEY": Self.key,
            "GH_CREDENTIAL_KEY": String(repeating: "0a", count: 32), "GH_ALLOW_PRIVATE_NETWORK": "true",
            "GH_LEASE_PERCENT": "5", "GH_WORKER_PORT": "0", "MAX_CONCURRENT_JOBS": "2", "GH_LOG_LEVEL": "warning",
        ]
        api = NIOLockedValueBox(try Self.startAPI(in: home, settings))
        try await untilReady()
        for _ in 0..<count { try startWorker() }
    }

    struct Worker: Sendable {
        let id: String
        let program: Program
    }

    var workers: [Worker] { running.withLockedValue(\.self) }

    private func startWorker() throws {
        let id = ids.withLockedValue { number in
            number += 1
            return "w\(number)"
        }
        let program = try Program(["worker"], in: home, settings.merging(["GH_WORKER_ID": id]) { $1 })
        running.withLockedValue { $0.append(Worker(id: id, program: program)) }
    }

    private static func startAPI(in home: Home, _ settings: [String: String]) throws -> Program {
        try Program(["api"], in: home, settings.merging(["GH_LOG_LEVEL": "info"]) { $1 })
    }

    private func untilReady() async throws {
        let api = api.withLockedValue(\.self)
        try await eventually("the API is ready: \(api.errors)", within: .seconds(60)) {
            api.errors.contains("API ready")
        }
    }

    /// Kills the API, and puts another in its place.
    func replaceAPI() async throws {
        let old = api.withLockedValue(\.self)
        old.signal(SIGKILL)
        _ = try await old.ending()
        let new = try Self.startAPI(in: home, settings)
        api.withLockedValue { $0 = new }
        try await untilReady()
    }

    /// Kills a worker as a machine that loses its power does, and puts another in its place.
    func replace(_ worker: Worker) throws {
        worker.program.signal(SIGKILL)
        running.withLockedValue { $0.removeAll { $0.id == worker.id } }
        try startWorker()
    }

    /// Puts jobs in the queue, at most fifty at a time.
    func submit(_ jobs: [[String: Any]]) async throws {
        var request = URLRequest(url: try #require(URL(string: base + "/jobs/batch")), timeoutInterval: 30)
        request.httpMethod = "POST"
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue(Self.key, forHTTPHeaderField: "X-GH-Service-Key")
        request.httpBody = try JSONSerialization.data(withJSONObject: ["jobs": jobs])
        let (data, response) = try await URLSession.shared.data(for: request)
        let status = (response as? HTTPURLResponse)?.statusCode
        try #require(status == 201, "\(String(decoding: data.prefix(500), as: UTF8.self))")
    }

    /// Gives a job that waits for a human a code.
    func resume(_ id: UUID, code: String) async throws {
        let url = base + "/valet/resume/\(id.uuidString.lowercased())"
        var request = URLRequest(url: try #require(URL(string: url)), timeoutInterval: 10)
        request.httpMethod = "POST"
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue(Self.key, forHTTPHeaderField: "X-GH-Service-Key")
        let body: [String: Any] = ["resolution_type": "code_entry", "resolution_data": ["code": code]]
        request.httpBody = try JSONSerialization.data(withJSONObject: body)
        _ = try await URLSession.shared.data(for: request)
    }

    /// Stops every process the polite way; a worker that was killed is not waited for.
    func stop() async throws {
        let programs = workers.map(\.program) + [api.withLockedValue(\.self)]
        for program in programs { program.signal(SIGTERM) }
        for program in programs {
            let end = try await program.ending()
            #expect(end.code == 0, "\(end.errors.suffix(1000))")
        }
    }

    /// What the processes warned of.
    var warnings: String { workers.map { $0.program.errors.suffix(1500) }.joined(separator: "\n") }
}
