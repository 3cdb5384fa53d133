import Foundation
import FoundationNetworking
import GhostHands
import TestSupport
import Testing

/// A running `ghosthands serve`, and the calls that callers make.
struct Server: Sendable {
    let program: Program
    private let base: String
    /// Where the worker answers for itself.
    let workerBase: String
    private static let key = "a-service-key-of-the-tests"

    /// Starts it on a free port and waits until it takes requests.
    ///
    /// - Parameters:
    ///   - home: where it lives.
    ///   - settings: what else it is told in its environment.
    /// - Throws: when it does not start.
    init(in home: Home, _ settings: [String: String] = [:]) async throws {
        let port = try await Server.freePort()
        base = "http://127.0.0.1:\(port)"
        let workerPort = try await Server.freePort()
        workerBase = "http://127.0.0.1:\(workerPort)"
        let program = try Program(
            ["serve"],
            in: home,
            [
                "GH_API_PORT": "\(port)", "GH_SERVICE_KEY": Self.key, "GH_ALLOW_PRIVATE_NETWORK": "true",
                "MAX_CONCURRENT_JOBS": "2", "GH_WORKER_PORT": "\(workerPort)",
            ].merging(settings) { $1 }
        )
        self.program = program
        try await eventually("the API is ready: \(program.errors)") { program.errors.contains("API ready") }
    }

    /// A port that nothing listened at a moment ago.
    static func freePort() async throws -> Int {
        try await Site.open { _ in
            .html("")
        } _: {
            try #require(URL(string: $0.origin)?.port)
        }
    }

    /// The settings by which another process finds it.
    var ports: [String: String] {
        ["GH_API_PORT": base, "GH_WORKER_PORT": workerBase].mapValues { String($0.split(separator: ":").last ?? "") }
    }

    /// Asks it to stop, as a service manager does.
    func stop() async throws {
        program.signal(SIGTERM)
        #expect(try await program.ending().code == 0)
    }

    /// Begins a call whose body does not come.
    ///
    /// - Returns: the connection, to be closed.
    func beginCall() throws -> Int32 {
        let port = try #require(URL(string: base)?.port)
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(connection, $0, length) == 0 }
        }
        try #require(isConnected)
        let head =
            "POST /api/v1/gh/valet/apply HTTP/1.1\r\nHost: localhost\r\nX-GH-Service-Key: \(Self.key)\r\n"
            + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
        try #require(write(connection, head, head.utf8.count) == head.utf8.count)
        return connection
    }

    struct Reply: Sendable {
        let status: Int
        let data: Data
        var json: JSON { (try? JSON(parsing: data)) ?? .null }
    }

    /// Calls the API, or any address that the API gave.
    func call(
        _ path: String,
        _ body: JSON? = nil,
        key: String? = Server.key,
        method: String = "POST"
    ) async throws -> Reply {
        let address = path.hasPrefix("http") ? path : "\(base)/api/v1/gh\(path)"
        var request = URLRequest(url: try #require(URL(string: address)), timeoutInterval: 20)
        if let key { request.setValue(key, forHTTPHeaderField: "X-GH-Service-Key") }
        if let body {
            request.httpMethod = method
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
            request.httpBody = body.data
        }
        let (data, response) = try await URLSession.shared.data(for: request)
        return Reply(status: try #require(response as? HTTPURLResponse).statusCode, data: data)
    }

    /// Where it is, without a path.
    var origin: String { base }

    /// Has something deleted.
    func delete(_ path: String) async throws -> Reply {
        var request = URLRequest(url: try #require(URL(string: "\(base)/api/v1/gh\(path)")), timeoutInterval: 20)
        request.httpMethod = "DELETE"
        request.setValue(Self.key, forHTTPHeaderField: "X-GH-Service-Key")
        let (data, response) = try await URLSession.shared.data(for: request)
        return Reply(status: try #require(response as? HTTPURLResponse).statusCode, data: data)
    }

    /// Puts a `fill_form` job in the queue.
    func submit(
        _ url: String,
        _ data: JSON,
        callback: String,
        _ members: [String: JSON] = [:]
    ) async throws -> String {
        let request: [String: JSON] = [
            "valet_task_id": "task-1", "valet_user_id": .id(UUID()), "job_type": "fill_form",
            "target_url": .string(url), "callback_url": .string(callback), "input_data": ["form_data": data],
        ]
        let reply = try await call("/valet/task", .object(request.merging(members) { $1 }))
        #expect(reply.status == 201, "\(reply.json)")
        return try #require(reply.json["job_id"].string)
    }

    /// Waits until a job has come to a status.
    func job(_ id: String, becomes status: String) async throws -> JSON {
        var job: JSON = [:]
        do {
            try await eventually("the job becomes \(status)") {
                job = try await call("/valet/status/\(id)").json
                return job["status"].string == status
            }
        } catch {
            Issue.record("the job is this: \(job)\n\(program.errors.suffix(2000))")
            throw error
        }
        return job
    }
}
