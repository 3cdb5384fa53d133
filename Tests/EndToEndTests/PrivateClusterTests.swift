import Foundation
import GhostHands
import Postgres
import TestSupport
import Testing

/// The private PostgreSQL of a server that lives, and what becomes of it when either ends.
@Suite(.serialized, .home) struct PrivateClusterTests {
    private func home() throws -> Home { try #require(Home.current) }

    private func postmaster(of home: Home) throws -> pid_t {
        let lines = Home.text(home.data.appending(path: "postgres/postmaster.pid").path).split(separator: "\n")
        return try #require(lines.first.flatMap { pid_t($0) })
    }

    private func nothingIsLeft(of home: Home) async throws {
        try await eventually("nothing is left: \(home.processes)") { home.processes.isEmpty }
    }

    @Test func `a PostgreSQL that was killed is started again, and health tells of it meanwhile`() async throws {
        let home = try home()
        let server = try await Server(in: home)
        #expect(try await server.call("/health", key: nil).json["status"] == "ok")
        let first = try postmaster(of: home)
        kill(first, SIGKILL)
        try await eventually("health tells: \(server.program.errors)") {
            try await server.call("/health", key: nil).json["status"] == "degraded"
                || server.program.errors.contains("runs again")
        }
        try await eventually("it runs again: \(server.program.errors)") {
            try await server.call("/jobs").status == 200 && server.program.errors.contains("runs again")
        }
        #expect(server.program.errors.contains("ended by itself"))
        #expect(try postmaster(of: home) != first)
        try await eventually("health is well") { try await server.call("/health", key: nil).json["status"] == "ok" }
        try await server.stop()
        try await nothingIsLeft(of: home)
    }

    @Test(arguments: [SIGHUP, SIGINT, SIGQUIT])
    func `a signal of the terminal leaves no PostgreSQL behind`(signal: Int32) async throws {
        let home = try home()
        let server = try await Server(in: home)
        server.program.signal(signal)
        let ending = try await server.program.ending()
        #expect(ending.code == (signal == SIGQUIT ? 128 + SIGQUIT : 0))
        #expect(!ending.errors.contains("Program crashed"), "\(ending.errors)")
        try await nothingIsLeft(of: home)
    }

    @Test func `a second SIGTERM does not wait for a caller who stopped half-way`() async throws {
        let home = try home()
        let server = try await Server(in: home)
        let caller = try server.beginCall()
        defer { close(caller) }
        // A later call that is answered was let in after it.
        #expect(try await server.call("/health", key: nil).status == 200)
        server.program.signal(SIGTERM)
        try await eventually("nobody is let in any more") { (try? await server.call("/health", key: nil)) == nil }
        server.program.signal(SIGTERM)
        let ending = try await server.program.ending(within: .seconds(8))
        #expect(ending.code == 1, "\(ending.errors)")
        try await nothingIsLeft(of: home)
    }

    @Test func `a second SIGTERM gives the jobs at hand back at once, whatever callbacks wait for`() async throws {
        let home = try home()
        let server = try await Server(in: home)
        try await Site.open { _ in
            .html("", after: Pages.never)
        } _: { site in
            _ = try await server.submit(site.origin + "/form", [:], callback: site.origin + "/hook")
            try await eventually("both hang") { site.wasAsked(for: "/form") && site.wasAsked(for: "/hook") }
            server.program.signal(SIGTERM)
            try await eventually("it stops: \(server.program.errors)") {
                server.program.errors.contains("waiting for jobs at hand")
            }
            server.program.signal(SIGTERM)
            let ending = try await server.program.ending(within: .seconds(20))
            #expect(ending.code == 1, "\(ending.errors)")
            #expect(ending.errors.contains("gave jobs back"), "\(ending.errors)")
            #expect(ending.errors.contains("exiting at once") == false)
        }
        try await nothingIsLeft(of: home)
    }

    @Test func `a lock whose number is another program's now does not keep the next start`() async throws {
        let home = try home()
        let server = try await Server(in: home)
        let lock = home.data.appending(path: "postgres/postmaster.pid")
        let text = Home.text(lock.path)
        try await server.stop()
        let bystander = try bystander()
        defer { bystander.terminate() }
        let rest = text.drop { $0 != "\n" }
        try Data("\(bystander.processIdentifier)\(rest)".utf8).write(to: lock)
        let ending = try await Program.run(["migrate"], in: home)
        #expect(ending.code == 0, "\(ending.errors)")
        try await nothingIsLeft(of: home)
    }

    @Test func `the log of the private PostgreSQL tells of no value that a statement held`() async throws {
        let home = try home()
        let server = try await Server(in: home)
        let user = geteuid() == 0 ? "postgres" : NSUserName()
        let url = "host=\(home.data.path)/postgres user=\(user) dbname=ghosthands"
        try await withPool(try PostgresConfiguration(url: url), logger: .silent) { pool in
            _ = try await pool.query("select 1")
            for statement: SQL in ["select 'canary'::uuid", "insert into gh_user_usage (user_id) values ('canary')"] {
                await #expect(throws: PostgresError.self) { try await pool.execute(statement) }
            }
        }
        try await server.stop()
        let log = Home.text(home.data.appending(path: "postgres/server.log").path)
        #expect(log.contains("ready to accept connections"), "\(log.suffix(1000))")
        #expect(!log.contains("canary"), "\(log.suffix(1000))")
    }

    @Test func `a start that fails stops its PostgreSQL`() async throws {
        let home = try home()
        let access = home.data.appending(path: "postgres/pg_hba.conf")
        let rules = Home.text(access.path)
        try #require(!rules.isEmpty)
        try rewrite(access, "local all all reject\n")
        defer { try? rewrite(access, rules) }
        let ending = try await Program.run(["migrate"], in: home)
        #expect(ending.code == 1, "\(ending.errors)")
        #expect(ending.errors.contains("the database cannot be created"), "\(ending.errors)")
        try await nothingIsLeft(of: home)
    }

    @Test func `a PostgreSQL that cannot be started again ends the server, with its words and no zero`() async throws {
        try await Home.open { home in
            let server = try await Server(in: home)
            try rewrite(home.data.appending(path: "postgres/global/pg_control"), "")
            kill(try postmaster(of: home), SIGKILL)
            let ending = try await server.program.ending()
            #expect(ending.code == 1, "\(ending.errors)")
            for word in ["ended by itself", "cannot be started again", "server.log"] {
                #expect(ending.errors.contains(word), "\(ending.errors)")
            }
            try await nothingIsLeft(of: home)
        }
    }

    /// Another program of the cluster's user, which waits for its input.
    private func bystander() throws -> Process {
        let other = geteuid() == 0 ? ["/usr/bin/setpriv", "--reuid=postgres", "--clear-groups"] : []
        let command = other + ["/bin/cat"]
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardInput = Pipe()
        try process.run()
        return process
    }

    /// In place, so that it stays its owner's.
    private func rewrite(_ file: URL, _ text: String) throws {
        let handle = try FileHandle(forWritingTo: file)
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }
}
