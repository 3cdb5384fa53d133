import Foundation
import GhostHands
import TestSupport
import Testing

/// Long runs, for `make soak`.
@Suite(.serialized, .home, .enabled(if: Soak.isWanted, "a long run: `make soak`")) struct SoakTests {
    private static let form = """
        <label>First Name <input name="first" required></label>
        <label>E-mail <input name="email" type="email" required></label>
        <label>Country <select name="country"><option value="">Select…</option><option>Germany</option></select></label>
        """

    @Test func `two hundred jobs leave the memory of the service as it was`() async throws {
        let home = try #require(Home.current)
        let server = try await Server(in: home)
        try await Site.board(Pages.form(Self.form)) { site in
            try await run(100, server, site)
            let before = try Soak.memory(of: server.program.id)
            try await run(200, server, site)
            let after = try Soak.memory(of: server.program.id)
            print("soak: the service had \(before >> 10) KB after 100 jobs and \(after >> 10) KB after 300")
            #expect(after - before < 8 << 20)
            #expect(site.posts(to: "/submit").count == 300)
            #expect(home.profiles.count < 2)
        }
        try await server.stop()
        #expect(home.profiles.isEmpty)
    }

    private func run(_ count: Int, _ server: Server, _ site: Site) async throws {
        var ids: [String] = []
        for _ in 0..<count {
            let alice: JSON = ["first": "Alice", "email": "alice@example.com", "country": "Germany"]
            ids.append(try await server.submit(site.origin + "/", alice, callback: site.origin + "/hook"))
        }
        for id in ids { _ = try await server.job(id, becomes: "completed") }
    }
}

extension Soak {
    /// How many bytes of memory are a process's own and resident.
    static func memory(of process: pid_t) throws -> Int {
        let map = Home.text("/proc/\(process)/smaps_rollup").split(separator: "\n")
        let line = try #require(map.first { $0.hasPrefix("Private_Dirty:") })
        return try #require(line.split(separator: " ").dropFirst().first.flatMap { Int($0) }) << 10
    }
}
