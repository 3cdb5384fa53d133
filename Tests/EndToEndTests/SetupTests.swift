import Foundation
import TestSupport
import Testing

/// What the program says before it does anything: settings, and what is missing.
@Suite(.serialized) struct SetupTests {
    private static let names = [
        "DATABASE_URL", "GH_SERVICE_KEY", "GH_CREDENTIAL_KEY", "GH_CALLBACK_SECRET", "GH_DATA_DIR", "GH_API_HOST",
        "GH_API_PORT", "GH_PUBLIC_URL", "GH_WORKER_ID", "MAX_CONCURRENT_JOBS", "GH_CHROMIUM", "GH_CHROMIUM_NO_SANDBOX",
        "GH_HEADLESS", "GH_ALLOW_PRIVATE_NETWORK", "GH_EVENT_VALUES", "GH_QUEUE_TTL_SECONDS", "GH_REQUIRE_KNOWN_USER",
        "SUPABASE_URL", "SUPABASE_KEY", "GH_LOG_LEVEL",
    ]

    private func expectWords(_ ending: Program.Ending, _ words: [String]) {
        #expect(ending.code == 1)
        let text = ending.output + ending.errors
        for word in words { #expect(text.contains(word), "\(text)") }
        for trace in ["Fatal error", "Stack dump", "Thread ", ".swift:", "Error("] {
            #expect(!text.contains(trace), "\(text)")
        }
    }

    @Test func `doctor shows every setting and where it comes from`() async throws {
        try await Home.open { home in
            let ending = try await Program.run(["doctor"], in: home, ["MAX_CONCURRENT_JOBS": "3"])
            #expect(ending.code == 0, "\(ending.output)")
            for name in Self.names { #expect(ending.output.contains("  \(name) "), "\(name) is missing") }
            #expect(ending.output.contains(/MAX_CONCURRENT_JOBS +3 \(from MAX_CONCURRENT_JOBS\)/))
            #expect(ending.output.contains(/GH_LOG_LEVEL +info \(default\)/))
            #expect(
                ending.output.contains(/Chromium +Chrome\/[0-9.]+, sandboxed/)
                    || ending.output.contains("HeadlessChrome/")
            )
        }
    }

    @Test func `doctor never prints a secret, and says how to mend what is wrong`() async throws {
        try await Home.open { home in
            let key = try home.write("key", "canary-from-a-file")
            let ending = try await Program.run(
                ["doctor"],
                in: home,
                [
                    "DATABASE_URL": "postgres://user:canary-password@127.0.0.1:1/nothing",
                    "GH_SERVICE_KEY_FILE": key, "GH_CREDENTIAL_KEY": "canary-credential",
                    "GH_CALLBACK_SECRET": "canary-callback", "SUPABASE_URL": "https://s.example.com",
                    "SUPABASE_KEY": "canary-supabase", "GH_CHROMIUM": "/dev/null/no-browser",
                ]
            )
            expectWords(
                ending,
                [
                    "does not answer", "DATABASE_URL", "no browser at /dev/null/no-browser", "GH_CHROMIUM",
                    "64 hex digits",
                ]
            )
            #expect(!ending.output.contains("canary"))
            #expect(!ending.errors.contains("canary"))
            #expect(ending.output.contains("set (from the file in GH_SERVICE_KEY_FILE)"))
        }
    }

    @Test func `a browser that is missing is said without a stack trace`() async throws {
        try await Home.open { home in
            let profile = try home.write("profile.json", "{}")
            let arguments = ["fill", "http://127.0.0.1:9/", "--profile", profile]
            let ending = try await Program.run(arguments, in: home, ["GH_CHROMIUM": "/dev/null/no-browser"])
            expectWords(ending, ["/dev/null/no-browser", "doctor"])
        }
    }

    @Test func `api and worker say what they need`() async throws {
        try await Home.open { home in
            for command in ["api", "worker"] {
                expectWords(try await Program.run([command], in: home), ["DATABASE_URL", "ghosthands serve"])
            }
            let port = try await Server.freePort()
            let database = [
                "DATABASE_URL": "postgres://user:canary@127.0.0.1:1/nothing", "GH_API_PORT": "\(port)",
            ]
            let keyless = try await Program.run(["api"], in: home, database)
            expectWords(keyless, ["GH_SERVICE_KEY is not set"])
            let half = database.merging(["GH_SERVICE_KEY": "key"]) { $1 }
            expectWords(try await Program.run(["api"], in: home, half), ["GH_CREDENTIAL_KEY is not set"])
            let keys = half.merging(["GH_CREDENTIAL_KEY": String(repeating: "a1", count: 32)]) { $1 }
            let ending = try await Program.run(["serve"], in: home, keys)
            expectWords(ending, ["the database cannot be used"])
            #expect(!ending.errors.contains("canary"))
        }
    }

    @Test func `a setting with an impossible value is named`() async throws {
        try await Home.open { home in
            for (name, value) in [
                "GH_API_PORT": "http", "MAX_CONCURRENT_JOBS": "0", "GH_HEADLESS": "maybe", "GH_LOG_LEVEL": "loud",
                "GH_DATA_DIR": "here",
            ] {
                expectWords(try await Program.run(["doctor"], in: home, [name: value]), [name])
            }
        }
    }

    @Test func `a database is migrated once, and again harmlessly`() async throws {
        try await withEmptyDatabase { database in
            try await Home.open { home in
                let settings = ["DATABASE_URL": database.url]
                let first = try await Program.run(["migrate"], in: home, settings)
                #expect(first.code == 0, "\(first.errors)")
                #expect(first.output.contains("applied 001_gh_automation_jobs"))
                let second = try await Program.run(["migrate"], in: home, settings)
                #expect(second.code == 0)
                #expect(second.output.contains("nothing to apply"))
            }
        }
    }

    @Test func `a port that is taken is named`() async throws {
        try await withDatabase { database in
            try await Home.open { home in
                try await Site.open { _ in
                    .html("")
                } _: { site in
                    let port = try #require(URL(string: site.origin)?.port)
                    let settings = [
                        "DATABASE_URL": database.url, "GH_API_PORT": "\(port)", "GH_SERVICE_KEY": "key",
                        "GH_CREDENTIAL_KEY": String(repeating: "a1", count: 32),
                    ]
                    let server = try Program(["serve"], in: home, settings)
                    expectWords(try await server.ending(within: .seconds(20)), ["\(port)", "GH_API_PORT"])
                }
            }
        }
    }
}
