import Foundation
import TestSupport
import Testing

/// What packages, images and whoever deploys ask of the program.
@Suite(.serialized) struct ShippingTests {
    @Test func `its version is a number, and the commit where a release was built`() async throws {
        try await Home.open { home in
            let ending = try await Program.run(["--version"], in: home)
            #expect(ending.output.contains(/^[0-9]+\.[0-9]+\.[0-9]+(\+[0-9a-f]{12})?\n$/), "\(ending.output)")
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func `every shell can complete every command`(shell: String) async throws
    {
        try await Home.open { home in
            let ending = try await Program.run(["completions", shell], in: home)
            #expect(ending.code == 0)
            for command in ["serve", "doctor", "rewrap", "completions"] { #expect(ending.output.contains(command)) }
        }
    }

    @Test func `an image needs a database of others, and neither port nor memory`() async throws {
        try await Home.open { home in
            let ending = try await Program.run(["doctor", "--image"], in: home)
            #expect(ending.code == 1)
            let checks = try #require(ending.output.firstRange(of: "\nChecks")).upperBound
            #expect(ending.output[checks...].contains("DATABASE_URL is not set"))
            for name in ["port ", "memory "] { #expect(!ending.output[checks...].contains(name)) }
        }
    }

    @Test func `an image without a browser can be an API`() async throws {
        try await Home.open { home in
            let settings = ["GH_CHROMIUM": "/dev/null/no-browser"]
            let ending = try await Program.run(["doctor", "--image"], in: home, settings)
            #expect(ending.output.contains("for the API alone"))
        }
    }

    @Test func `health tells by its exit code who answers`() async throws {
        try await Home.open { home in
            let server = try await Server(in: home)
            for (role, word) in [("api", "ok"), ("worker", "idle")] {
                let ending = try await Program.run(["health", role], in: home, server.ports)
                #expect(ending.code == 0, "\(ending.errors)")
                #expect(ending.output == word + "\n")
            }
            try await server.stop()
            #expect(try await Program.run(["health", "api"], in: home, server.ports).code == 1)
        }
    }
}
