import Foundation
import GhostHands
import TestSupport
import Testing

/// The program with a language model behind a real server.
@Suite(.serialized) struct ModelTests {
    private static let form = """
        <title>Apply</title><form method="post" action="/send"><label for="n">First name</label>
        <input id="n" name="first" required><label for="w">What drives you?</label>
        <textarea id="w" name="drive" required></textarea><button>Submit application</button></form>
        """

    private func open(_ body: @Sendable (Home, Site, [String: String]) async throws -> Void) async throws {
        try await Home.open { home in
            try await Site.open { request in
                if request.path.hasPrefix("/v1/") {
                    return ScriptedModel.answer(request) { asked in
                        .plan([(asked.field("What drives you"), ["Engines"], [asked.fact("about the applicant")])])
                    }
                }
                return .html(
                    request.method == "POST"
                        ? "<title>Thanks</title><h1>Your application has been submitted.</h1>" : Self.form
                )
            } _: { site in
                let settings = [
                    "GH_MODEL_URL": site.origin + "/v1", "GH_MODEL": "my-model", "GH_MODEL_PRICE": "1000/1000",
                    "GH_ALLOW_PRIVATE_NETWORK": "true",
                ]
                try await body(home, site, settings)
            }
        }
    }

    @Test func `fill asks a model what the profile leaves open, within a budget`() async throws {
        try await open { home, site, settings in
            let path = try home.write(
                "me.json",
                #"{"first_name": "Ada", "about": "I love engines. My SSN is 078-05-1120."}"#
            )
            let arguments = ["fill", site.origin + "/", "--profile", path, "--submit", "--model", "settings"]
            let poor = try await Program.run(arguments, in: home, settings)
            #expect(poor.code == 2, "\(poor)")
            #expect(poor.output.contains("budget of $0.1 for language models is used up"), "\(poor)")
            #expect(!site.requests.contains { $0.path.hasPrefix("/v1/") })
            let rich = try await Program.run(arguments + ["--budget", "50"], in: home, settings)
            #expect(rich.code == 0, "\(rich.errors)")
            #expect(site.requests.contains { $0.body.contains("drive=Engines") })
            #expect(site.requests.allSatisfy { !$0.body.contains("078-05-1120") })
        }
    }

    @Test func `fill says which model it cannot ask`() async throws {
        try await Home.open { home in
            let path = try home.write("me.json", "{\"first_name\": \"Ada\"}")
            let arguments = ["fill", "http://127.0.0.1:9/", "--profile", path, "--model"]
            let unset = try await Program.run(arguments + ["claude-haiku"], in: home)
            #expect(unset.code == 64, "\(unset)")
            #expect(unset.errors.contains("ANTHROPIC_API_KEY"), "\(unset)")
            let unknown = try await Program.run(arguments + ["gpt-99"], in: home)
            #expect(unknown.code == 64)
            #expect(unknown.errors.contains("no model \"gpt-99\""))
            let wrong = try await Program.run(["doctor"], in: home, ["GH_TASK_BUDGETS": "speed=lots"])
            #expect((wrong.output + wrong.errors).contains("GH_TASK_BUDGETS"))
        }
    }
}
