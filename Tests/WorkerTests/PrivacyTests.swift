import Store
import Postgres
import Foundation
import GhostHands
import TestSupport
import Testing
import Worker

/// Values that must not be seen where people look who are not the applicant (R38).
@Suite struct PrivacyTests {
    private static let secrets = ["Hunter2Canary", "987654321", "Canarygender", "123-45-6789"]
    private static let input: JSON = [
        "form_data": [
            "first": "Alice", "last": "Smith", "password": "Hunter2Canary", "salary": "987654321",
            "gender": "Canarygender", "ssn": "123-45-6789",
        ]
    ]
    private static let fields =
        Pages.names + """
            <label>Choose a password <input type=password name=password></label>
            <label>Salary expectation <input name=salary></label>
            <label>Gender <select name=gender><option value="">Select…</option><option>Canarygender</option></select></label>
            <label>Social security number <input name=ssn></label>
            """

    private static func expectNoSecret(in text: String, _ place: String) {
        for secret in secrets { #expect(!text.contains(secret), "\(secret) stands in \(place)") }
    }

    private static func look(at id: UUID, _ shop: Workshop) async throws {
        let rows = try await shop.pool.query(
            """
            select concat_ws(' ', status_message, error_code, error_details::text, metadata::text, result_data::text,
                result_summary, interaction_data::text) as told
            from gh_automation_jobs where id = \(id)
            """
        )
        expectNoSecret(in: try rows.map { try $0.string("told") }.joined(), "the job's row")
        for body in try await shop.told(about: id) { expectNoSecret(in: body.text, "a callback") }
        for event in try await shop.events(of: id) { expectNoSecret(in: event.metadata.text, event.type) }
        for line in shop.log.lines { expectNoSecret(in: String(line), "the log") }
    }

    @Test func `events and log say what was filled, and of secrets only that`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board(Self.fields)) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.input)
                    try await shop.job(id, becomes: .completed)
                    let post = try #require(site.posts(to: "/submit").first)
                    for secret in Self.secrets { #expect(post.contains(secret)) }
                    let actions = try await shop.events(of: id, .stepCompleted).compactMap {
                        $0.metadata["action"].string
                    }
                    #expect(actions.contains(#"Filled "First Name" with "Alice""#))
                    #expect(actions.contains(#"Filled "Salary expectation""#))
                    try await eventually("the log names the job") { shop.log.count(of: id.uuidString.lowercased()) > 0 }
                    try await Self.look(at: id, shop)
                }
            }
        }
    }

    @Test func `a form that repeats the values in its complaint does not put them in the error`() async throws {
        try await Workshop.open { shop in
            let complaint = "<p role=alert>Salary 987654321 is too high, Canarygender 123-45-6789 Hunter2Canary</p>"
            try await Site.open { request in
                let page = Pages.form(Self.fields)
                return request.path == "/submit" ? .html(complaint + page, status: 422) : .html(page)
            } _: { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.input)
                    let job = try await shop.job(id, becomes: .failed)
                    #expect(job.errorCode == "validation_error")
                    #expect(!site.posts(to: "/submit").isEmpty)
                    try await Self.look(at: id, shop)
                }
            }
        }
    }
}
