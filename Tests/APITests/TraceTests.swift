import Foundation
import GhostHands
import Store
import TestSupport
import Testing

@Suite("Trace context") struct TraceTests {
    private static let header = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

    @Test(arguments: [(header, Optional(header)), ("00-nothing", nil)])
    func `a request's trace is kept with its job, and what is none is left out`(
        sent: String,
        kept: String?
    ) async throws {
        try await withAPI { api in
            let made = try await api.client.post(
                "/api/v1/gh/valet/apply",
                try Requests.apply(),
                headers: ["content-type": "application/json", "traceparent": sent]
            )
            #expect(made.status == 201)
            let id = try #require(made.json["job_id"].string.flatMap(UUID.init(uuidString:)))
            let job = try await api.store.jobs.find(id)
            #expect(job?.trace?.text == kept)
        }
    }
}
