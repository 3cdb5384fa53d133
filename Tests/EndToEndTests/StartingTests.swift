import Foundation
import Postgres
import TestSupport
import Testing

/// Starting where others have not: odd folders, odd users, odd languages.
@Suite struct StartingTests {
    private static let foreign = [
        "LANG": "xx_YY.nonsense", "LANGUAGE": "de", "LC_MESSAGES": "de_DE.UTF-8", "PGHOST": "/nowhere", "PGPORT": "7",
        "PGHOSTADDR": "192.0.2.1", "PGOPTIONS": "nonsense", "PGSERVICE": "nobody", "PGDATABASE": "other",
        "TZ": "Nowhere/Land",
    ]

    @Test(arguments: [
        "with space, comma", "um läute und leer", "at@sign", "quote'd\"twice", "back\\slash", "dollar$HOME`id`$(id)",
        "100%25", String(repeating: "long", count: 40),
    ])
    func `a private PostgreSQL lives in a folder of any name, twice`(name: String) async throws {
        try await Home.open { home in
            let data = home.folder.appending(path: name).path
            let settings = Self.foreign.merging(["GH_DATA_DIR": data]) { $1 }
            let first = try await Program.run(["migrate"], in: home, settings)
            #expect(first.code == 0, "\(first.errors)")
            #expect(first.output.contains("applied 001"), "\(first.errors)")
            let second = try await Program.run(["migrate"], in: home, settings)
            #expect(second.code == 0, "\(second.errors)")
            #expect(second.output.contains("nothing to apply"), "\(second.errors)")
            try await eventually("nothing is left") { home.processes.isEmpty }
        }
    }

    @Test func `doctor comes to an end for a folder that goes up with dots`() async throws {
        try await Home.open { home in
            let folder = home.folder.path + "/nothing/../../nowhere/../data"
            let ending = try await Program.run(["doctor"], in: home, ["GH_DATA_DIR": folder])
            #expect(ending.output.contains(/data folder +\/tmp\/data\n/), "\(ending.output)")
        }
    }

    @Test func `doctor shows all that is wrong with settings, and goes on`() async throws {
        try await Home.open { home in
            let key = try home.write("key", "a-key")
            let ending = try await Program.run(
                ["doctor"],
                in: home,
                [
                    "DATABASE_URL": "postgres://u:canary@pass@h/d", "GH_PUBLIC_URL": "nowhere", "GH_CHROMIUM": "/tmp",
                    "GH_API_HOST": "192.0.2.1", "GH_SERVICE_KEY_FILE": key,
                ]
            )
            #expect(ending.code == 1)
            #expect(!ending.output.contains("canary"))
            for word in [
                "%40", "GH_PUBLIC_URL is not", "no browser at /tmp", "192.0.2.1 cannot be listened on", "chmod 600",
            ] { #expect(ending.output.contains(word), "\(ending.output)") }
        }
    }

    @Test func `doctor and the start say that files are in a folder that others need too`() async throws {
        try await withDatabase { database in
            try await Home.open { home in
                let port = try await Server.freePort()
                let settings = [
                    "DATABASE_URL": database.url, "GH_API_PORT": "\(port)", "GH_SERVICE_KEY": "key",
                    "GH_CREDENTIAL_KEY": String(repeating: "a1", count: 32),
                ]
                let doctor = try await Program.run(["doctor"], in: home, settings)
                #expect(doctor.output.contains(/files +\/tmp.*needs the same folder/), "\(doctor.output)")
                let api = try Program(["api"], in: home, settings)
                try await eventually("it says so: \(api.errors)") {
                    api.errors.contains("needs the same, or SUPABASE_URL") && api.errors.contains("API ready")
                }
                api.signal(SIGTERM)
                #expect(try await api.ending().code == 0)
            }
        }
    }

    @Test func `a start that waits for another's migration ends when it is asked to`() async throws {
        try await withDatabase { database in
            try await Home.open { home in
                try await database.pool.withTransaction { transaction in
                    try await transaction.execute("lock table gh_migrations in access exclusive mode")
                    let port = try await Server.freePort()
                    let settings = [
                        "DATABASE_URL": database.url, "GH_API_PORT": "\(port)", "GH_SERVICE_KEY": "key",
                        "GH_CREDENTIAL_KEY": String(repeating: "a1", count: 32),
                    ]
                    let server = try Program(["serve"], in: home, settings)
                    try await eventually("it waits") {
                        let waiting: SQL = """
                            select 1 from pg_stat_activity
                            where datname = current_database() and wait_event_type = 'Lock'
                            """
                        return try await !database.pool.query(waiting).isEmpty
                    }
                    server.signal(SIGTERM)
                    #expect(try await server.ending(within: .seconds(10)).code == 130)
                }
            }
        }
    }

    @Test(arguments: [
        ["GH_CHROMIUM": "/dev/null/no-browser"], ["GH_API_HOST": "192.0.2.1"], ["GH_DATA_DIR": "/proc/nothing"],
    ])
    func `what is missing keeps a server from starting, in words`(settings: [String: String]) async throws {
        try await Home.open { home in
            let ending = try await Program.run(["serve"], in: home, ["GH_API_PORT": "39471"].merging(settings) { $1 })
            #expect(ending.code == 1, "\(ending.errors)")
            #expect(ending.errors.contains("→ "), "\(ending.errors)")
            let names = settings.keys.allSatisfy(ending.errors.contains)
            #expect(names, "\(ending.errors)")
            #expect(!ending.errors.contains("Error("), "\(ending.errors)")
            try await eventually("nothing is left") { home.processes.isEmpty }
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can be somebody else"))
    func `a user id without a name is told what to do`() async throws {
        try await Home.open { home in
            try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: home.folder.path)
            let nameless = ["/usr/bin/setpriv", "--reuid=54321", "--regid=54321", "--clear-groups"]
            for command in ["migrate", "doctor"] {
                let ending = try await Program(under: nameless, [command], in: home).ending()
                let text = ending.output + ending.errors
                #expect(
                    ending.code == 1,
                    "\(text)"
                )
                #expect(
                    text.contains("54321 has no name"),
                    "\(text)"
                )
                #expect(
                    text.contains("DATABASE_URL"),
                    "\(text)"
                )
            }
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can be somebody else"))
    func `a user whose home cannot be written is told where to turn`() async throws {
        try await Home.open { home in
            let nobody = ["/usr/bin/setpriv", "--reuid=nobody", "--clear-groups"]
            let settings = ["GH_DATA_DIR": "", "HOME": home.folder.path]
            let ending = try await Program(under: nobody, ["migrate"], in: home, settings).ending()
            #expect(ending.code == 1, "\(ending.errors)")
            #expect(ending.errors.contains("GH_DATA_DIR"), "\(ending.errors)")
            #expect(ending.errors.contains("\(home.folder.path)/.local/share/ghosthands cannot be created"))
        }
    }
}
