import Foundation
import GhostHands
import Store
import Testing

@Suite("Manuals over HTTP") struct ManualTests {
    private static let base = "/api/v1/gh/manuals"

    private static let steps: JSON = [
        ["action": "fill", "locator": ["name": "email"], "value": "{{email}}", "description": "E-mail"],
        ["action": "click", "locator": ["role": "button", "name": "Submit application"]],
    ]

    private static func manual(_ members: [String: JSON] = [:]) -> JSON {
        let body: [String: JSON] = [
            "url_pattern": "*.example.com/jobs/*", "task_pattern": "apply", "platform": "Lever", "steps": steps,
        ]
        return .object(body.merging(members) { $1 })
    }

    /// Takes the manual over, and gives its id.
    private func made(_ api: APIFixture) async throws -> String {
        try #require(try await api.client.post(Self.base, Self.manual()).json["id"].string)
    }

    @Test func `takes a manual over, shows it, and takes over what it has shown`() async throws {
        try await withAPI { api in
            #expect(try await api.client.get(Self.base).json["manuals"] == [])
            let made = try await api.client.post(Self.base, Self.manual())
            #expect(made.status == 201)
            #expect(made.json["version"] == 1)
            #expect(made.json["platform"] == "lever")
            let id = try #require(made.json["id"].string)
            let shown = try await api.client.get("\(Self.base)/\(id)")
            #expect(shown.status == 200)
            #expect(shown.json["steps"].array?.count == 2)
            #expect(shown.json["steps"].array?.last?["submit"] == true)
            // What was exported can be taken over again: a new version of the same.
            let again = try await api.client.post(Self.base, shown.json)
            #expect(again.status == 201)
            #expect(again.json["id"].string == id)
            #expect(again.json["version"] == 2)
        }
    }

    @Test func `lists manuals by platform`() async throws {
        try await withAPI { api in
            let id = try await made(api)
            let list = try await api.client.get(Self.base + "?platform=lever&limit=1")
            #expect(list.json["total"] == 1)
            #expect(list.json["manuals"].array?.first?["id"].string == id)
            #expect(try await api.client.get(Self.base + "?limit=0").status == 422)
        }
    }

    @Test func `keeps a manual from use until it is let go`() async throws {
        try await withAPI { api in
            let id = try await made(api)
            let kept = try await api.client.post("\(Self.base)/\(id)/quarantine", [:])
            #expect(kept.status == 200)
            #expect(kept.json["quarantined"] == true)
            #expect(try await api.client.get("\(Self.base)/\(id)").json["quarantined"] == true)
            let freed = try await api.client.post("\(Self.base)/\(id)/quarantine", ["quarantined": false])
            #expect(freed.json["quarantined"] == false)
        }
    }

    @Test func `deletes a manual once`() async throws {
        try await withAPI { api in
            let id = try await made(api)
            #expect(try await api.client.delete("\(Self.base)/\(id)").status == 200)
            #expect(try await api.client.delete("\(Self.base)/\(id)").status == 404)
            #expect(try await api.client.get(Self.base + "/none").status == 404)
        }
    }

    @Test func `a test is a job that fills from manuals alone and sends nothing`() async throws {
        try await withAPI { api in
            let made = try await api.client.post(Self.base, Self.manual())
            let id = try #require(made.json["id"].string)
            let body: JSON = [
                "target_url": "https://jobs.example.com/jobs/1", "user_id": .string(Requests.user),
                "data": ["first_name": "A", "last_name": "B", "email": "a@example.com"],
            ]
            let queued = try await api.client.post("\(Self.base)/\(id)/test", body)
            #expect(queued.status == 201, "\(queued.json)")
            let job = try await api.client.get("/api/v1/gh/jobs/\(queued.json["job_id"].string ?? "")").json
            #expect(job["execution_mode"] == "cookbook_only")
            #expect(job["max_retries"] == 0)
            #expect(job["input_data"]["submit"] == false)
            #expect(job["metadata"]["manual_test"].string == id)
            #expect(try await api.client.post("\(Self.base)/\(id)/test", ["target_url": "x"]).status == 422)
        }
    }

    /// Hostile and broken ones: the reason names the step.
    static let refused: [(String, JSON)] = [
        (
            "a value itself",
            ["steps": [["action": "fill", "locator": ["name": "email"], "value": "alice@example.com"]]]
        ),
        (
            "nothing is called \"salery\"",
            ["steps": [["action": "fill", "locator": ["name": "s"], "value": "{{salery}}"]]]
        ),
        ("opens an address", ["steps": [["action": "navigate", "value": "https://evil.example.com", "locator": [:]]]]),
        ("opens an address", ["steps": [["action": "navigate", "value": "javascript:alert(1)", "locator": [:]]]]),
        ("presses a key", ["steps": [["action": "press", "value": "Enter", "locator": ["name": "email"]]]]),
        ("a secret", ["steps": [["action": "fill", "locator": ["name": "password"], "value": "{{form_data}}"]]]),
        ("chooses an answer", ["steps": [["action": "click", "locator": ["role": "radio", "name": "Female"]]]]),
        ("not one of", ["steps": [["action": "evaluate", "value": "fetch('//evil')", "locator": ["css": "body"]]]]),
        ("format 2", ["format": 2]),
        (
            "same order",
            [
                "steps": [
                    ["order": 1, "action": "fill", "locator": ["name": "a"], "value": "{{email}}"],
                    ["order": 1, "action": "fill", "locator": ["name": "b"], "value": "{{email}}"],
                ]
            ]
        ),
        (
            "goes back",
            [
                "steps": [
                    ["page": 1, "action": "fill", "locator": ["name": "a"], "value": "{{email}}"],
                    ["page": 0, "action": "fill", "locator": ["name": "b"], "value": "{{email}}"],
                ]
            ]
        ),
        (
            "does not list",
            [
                "pages": [["signature": "a", "keys": ["l:a"]]],
                "steps": [
                    ["page": 7, "action": "fill", "locator": ["name": "a"], "value": "{{email}}"]
                ],
            ]
        ),
        ("which field", ["steps": [["action": "fill", "locator": [:], "value": "{{email}}"]]]),
        ("without a text", ["steps": [["action": "click", "locator": ["css": "a[onclick]"]]]]),
        ("one step at least", ["steps": []]), ("one step at least", ["steps": "fill"]),
        ("a host and a path", ["url_pattern": "https://example.com"]),
        ("apply or fill_form", ["task_pattern": "custom"]),
        ("at most 500", ["platform": .string(String(repeating: "x", count: 501))]),
    ]

    @Test func `refuses what it cannot hold to, with the reason`() async throws {
        try await withAPI { api in
            for (reason, members) in Self.refused {
                let reply = try await api.client.post(Self.base, Self.manual(members.object ?? [:]))
                #expect(reply.status == 422, "\(reason)")
                let said = reply.json["details"].array?.first?["message"].string ?? ""
                #expect(said.contains(reason), "\(said) does not say \(reason)")
            }
            #expect(try await api.store.manuals.list(limit: 10).total == 0)
        }
    }
}
