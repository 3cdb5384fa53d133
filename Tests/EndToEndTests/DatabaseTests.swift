import Foundation
import GhostHands
import Postgres
import TestSupport
import Testing

/// Databases as they are found: behind a pooler, with settings and languages of their own, with too few rights.
@Suite(.serialized) struct DatabaseTests {
    private static let keys = [
        "GH_SERVICE_KEY": "a-service-key-of-the-tests", "GH_CREDENTIAL_KEY": String(repeating: "0a", count: 32),
    ]

    private func set(_ setting: String, of database: DatabaseFixture) async throws {
        let name = try await database.pool.query("select current_database() as name")[0].string("name")
        try await run("alter database \(name) set \(setting)", database)
    }

    private func run(_ script: String, _ database: DatabaseFixture) async throws {
        try await database.pool.withConnection { connection in
            try await connection.execute(script: script, timeout: .seconds(30))
        }
    }

    private func doctor(_ url: String, in home: Home) async throws -> String {
        try await Program.run(["doctor"], in: home, Self.keys.merging(["DATABASE_URL": url]) { $1 }).output
    }

    @Test(
        .enabled(if: Pooler.isInstalled, "PgBouncer is not installed (Debian: apt-get install pgbouncer)"),
        arguments: Pooler.Mode.allCases
    )
    func `serves behind PgBouncer as Debian installs it, whatever the database is set to`(
        mode: Pooler.Mode
    ) async throws {
        try await withEmptyDatabase { database in
            for setting in ["timezone = 'Asia/Tokyo'", "datestyle = 'SQL, DMY'"] {
                try await set(setting, of: database)
            }
            try await Home.open { home in
                try await Pooler.open(mode, before: database, in: home) { url in
                    let doctor = try await doctor(url, in: home)
                    #expect(doctor.contains("through a pooler"), "\(doctor)")
                    #expect(doctor.contains("GH_DB_POOLER"), "\(doctor)")
                    let settings = Self.keys.merging(["DATABASE_URL": url, "GH_DB_POOLER": mode.rawValue]) { $1 }
                    let server = try await Server(in: home, settings)
                    try await expectToServe(server)
                    try await server.stop()
                }
            }
        }
    }

    /// Takes jobs that need no browser, does them, and pages through the list of them.
    private func expectToServe(_ server: Server) async throws {
        for _ in 0..<3 {
            let made = try await submit(server)
            #expect(made.status == 201, "\(made.json)")
            let id = try #require(made.json["id"].string)
            _ = try await server.job(id, becomes: "failed")
        }
        var path = "/jobs?limit=1"
        for number in 1...3 {
            let page = try await server.call(path)
            #expect(page.status == 200, "\(page.json)")
            #expect(page.json["jobs"].array?.count == 1, "\(page.json)")
            guard number < 3 else { break }
            let cursor = try #require(page.json["next_cursor"].string)
            path = "/jobs?limit=1&cursor=\(cursor)"
        }
    }

    @Test(.enabled("no disk can be mounted here to be filled: that needs root") { try await Cluster.canMount() })
    func `a full disk is named at the start and to callers, and all goes on when there is room again`() async throws {
        try await Home.open { home in
            let cluster = try await Cluster(in: home, hasDisk: true)
            do {
                let settings = Self.keys.merging(["DATABASE_URL": cluster.url]) { $1 }
                try cluster.fillDisk()
                let ending = try await Program.run(["migrate"], in: home, settings)
                #expect(ending.code == 1, "\(ending.errors)")
                #expect(ending.errors.contains("free some room on the disk"), "\(ending.errors)")
                try cluster.freeDisk()
                let server = try await Server(in: home, settings)
                try cluster.fillDisk()
                var reply = try await submit(server)
                // What still fits into the tables as they are is taken.
                for _ in 0..<1000 where reply.status == 201 { reply = try await submit(server) }
                #expect(reply.status == 503, "\(reply.json)")
                #expect(reply.json["message"].string?.contains("no room left") == true, "\(reply.json)")
                try cluster.freeDisk()
                #expect(try await submit(server).status == 201)
                try await server.stop()
            } catch {
                try await cluster.stop()
                throw error
            }
            try await cluster.stop()
        }
    }

    /// A job that needs no browser, with something to keep.
    private func submit(_ server: Server) async throws -> Server.Reply {
        let body: JSON = [
            "user_id": .id(UUID()), "job_type": "custom", "target_url": "https://example.com/",
            "task_description": .string(String(repeating: UUID().uuidString, count: 27)),
        ]
        return try await server.call("/jobs", body)
    }

    @Test func `a column that is added meanwhile stops nothing, though the server speaks German`() async throws {
        try await Home.open { home in
            let cluster = try await Cluster(in: home, language: "de")
            do {
                let configuration = try PostgresConfiguration(url: cluster.url, applicationName: "german", poolSize: 1)
                try await withPool(configuration, logger: .silent) { pool in
                    let error = await #expect(throws: PostgresError.self) { try await pool.query("select x") }
                    #expect(error?.message.contains("existiert nicht") == true, "\(String(describing: error))")
                    try await pool.execute("create table t (a bigint)")
                    // Prepared the second time, and not yet anew.
                    for _ in 0..<3 { _ = try await pool.query("select * from t where a = \(1)") }
                    try await pool.execute("alter table t add column b bigint")
                    for _ in 0..<2 { _ = try await pool.query("select * from t where a = \(1)") }
                }
            } catch {
                try await cluster.stop()
                throw error
            }
            try await cluster.stop()
        }
    }

    @Test func `doctor and a start say what a database lacks`() async throws {
        try await withEmptyDatabase { database in
            try await Home.open { home in
                let role = "gh_poor_" + UUID().uuidString.lowercased().replacing("-", with: "")
                try await run("create role \(role) login", database)
                for command in ["doctor", "migrate"] {
                    let settings = Self.keys.merging(["DATABASE_URL": "\(database.url) user=\(role)"]) { $1 }
                    let ending = try await Program.run([command], in: home, settings)
                    let text = ending.output + ending.errors
                    #expect(ending.code == 1, "\(text)")
                    #expect(text.contains("grant create on schema public"), "\(text)")
                }
                try await run("drop role \(role)", database)
                let name = try await database.pool.query("select current_database() as name")[0].string("name") + "_l1"
                try await run(
                    "create database \(name) encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0",
                    database
                )
                for command in ["doctor", "migrate"] {
                    let settings = Self.keys.merging(["DATABASE_URL": "\(database.url) dbname=\(name)"]) { $1 }
                    let ending = try await Program.run([command], in: home, settings)
                    let text = ending.output + ending.errors
                    #expect(ending.code == 1, "\(text)")
                    #expect(text.contains("LATIN1"), "\(text)")
                    #expect(text.contains("createdb -E UTF8"), "\(text)")
                }
                try await run("drop database \(name)", database)
                try await set("default_transaction_read_only = on", of: database)
                let readOnly = try await doctor(database.url, in: home)
                #expect(readOnly.contains("takes no writes"), "\(readOnly)")
                #expect(readOnly.contains("primary"), "\(readOnly)")
            }
        }
    }
}
