import Foundation
import FoundationNetworking
import TestSupport
import Testing

/// What the program does when it may not open much.
@Suite struct DescriptorTests {
    private func withAPI(limits: String, _ body: (Program, Int) async throws -> Void) async throws {
        try await withDatabase { database in
            try await Home.open { home in
                let port = try await Server.freePort()
                let settings = [
                    "DATABASE_URL": database.url, "GH_API_PORT": "\(port)", "GH_SERVICE_KEY": "key",
                    "GH_CREDENTIAL_KEY": String(repeating: "a1", count: 32),
                ]
                let limited = ["/bin/sh", "-c", "ulimit \(limits); exec \"$0\" \"$@\""]
                let program = try Program(under: limited, ["api"], in: home, settings)
                try await eventually("the API is ready: \(program.errors)") { program.errors.contains("API ready") }
                try await body(program, port)
                program.signal(SIGTERM)
                #expect(try await program.ending().code == 0)
            }
        }
    }

    /// Holds so many connections of which nothing comes while something is done.
    private func withCrowd(_ count: Int, _ port: Int, _ body: () async throws -> Void) async throws {
        let (signs, arrival) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<count {
                group.addTask {
                    try await Wire.open(to: port) { wire in
                        arrival.yield()
                        _ = await wire.end()
                    }
                }
            }
            var here = 0
            for await _ in signs {
                here += 1
                if here == count { break }
            }
            try await body()
            group.cancelAll()
        }
    }

    private func isHealthy(_ port: Int) async throws -> Bool {
        try await Wire.open(to: port) { wire in
            try await wire.send("GET /health HTTP/1.1\nHost: x\nConnection: close\n\n")
            return await wire.reply().status == 200
        }
    }

    private func count(_ words: String, _ program: Program) -> Int { program.errors.ranges(of: words).count }

    @Test func `the soft limit is raised as far as the hard one`() async throws {
        try await withAPI(limits: "-S -n 256") { program, _ in
            let limits = try String(contentsOfFile: "/proc/\(program.id)/limits", encoding: .utf8)
            let line = try #require(limits.split(separator: "\n").first { $0.hasPrefix("Max open files") })
            let numbers = line.split(separator: " ").compactMap { Int($0) }
            try #require(numbers.count == 2, "\(line)")
            #expect(numbers[0] == min(numbers[1], 65_536), "\(line)")
        }
    }

    @Test func `fewer connections are taken than may be open, and the last to come is answered`() async throws {
        try await withAPI(limits: "-n 200") { program, port in
            try await withCrowd(300, port) {
                let isHealthy = try await isHealthy(port)
                #expect(isHealthy)
            }
            #expect(count("all connections are taken", program) == 1)
            #expect(count("out of descriptors", program) == 0)
        }
    }

    @Test func `out of descriptors it rests, says so once, and goes on when there are some again`() async throws {
        try await withAPI(limits: "-n 40") { program, port in
            try await withCrowd(100, port) {
                try await eventually("it is said: \(program.errors)") { count("out of descriptors", program) == 1 }
            }
            let isHealthy = try await isHealthy(port)
            #expect(isHealthy)
            #expect(count("out of descriptors", program) == 1, "\(program.errors)")
        }
    }
}
