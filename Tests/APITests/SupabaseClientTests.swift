import Foundation
import GhostHands
import Postgres
import Store
import TestSupport
import Testing

@testable import API

/// Runs the contract's 6.2 and 6.3 with Supabase's client for Python, where there is one.
///
/// `GH_TEST_PYTHON` names an interpreter that has the package `supabase`. `GH_REALTIME_ROUNDS` says how often (20).
@Suite("Supabase's own client")
struct SupabaseClientTests {
    private static let python = Python.having("supabase")

    private static let rounds = ProcessInfo.processInfo.environment["GH_REALTIME_ROUNDS"].flatMap { Int($0) } ?? 20

    @Test(.enabled(if: python != nil, "needs an interpreter with the package supabase"))
    func `is told all that is written after its subscription, once`() async throws {
        let python = try #require(Self.python)
        try await withAPI { api in
            let reply = try await api.client.post("/api/v1/gh/valet/apply", try Requests.apply())
            let text = try #require(reply.json["job_id"].string)
            let job = try #require(UUID(uuidString: text))
            let soon = JSON.double(Date().timeIntervalSince1970 + 3600)
            let key = TestToken.signed(["role": "service_role", "exp": soon])
            let client = try LineProcess(
                python,
                [
                    Python.fixture("realtime/client.py"), "http://127.0.0.1:\(api.client.port)", key, text,
                    "\(Self.rounds)",
                ]
            )
            var told: [String: [Int]] = [:]
            for await line in client.lines {
                let words = line.split(separator: " ", maxSplits: 2).map(String.init)
                guard words.count >= 2, let round = Int(words[1]) else { continue }
                switch words[0] {
                case "SUBSCRIBED":
                    try await api.pool.execute(
                        """
                        insert into gh_job_events (job_id, event_type, metadata)
                        values (\(job), 'step_started', jsonb_build_object('action_count', \(round)))
                        """
                    )
                    try await api.pool.execute(
                        """
                        update gh_automation_jobs set updated_at = now(), metadata =
                            jsonb_build_object('progress', jsonb_build_object('progress_pct', \(round)))
                        where id = \(job)
                        """
                    )
                case "INSERT":
                    let record = JSON(passingOn: Data(words[2].utf8))["record"]
                    told["INSERT", default: []].append(record["metadata"]["action_count"].int ?? -1)
                case "UPDATE":
                    let record = JSON(passingOn: Data(words[2].utf8))["record"]
                    told["UPDATE", default: []].append(record["metadata"]["progress"]["progress_pct"].int ?? -1)
                    client.say("next")
                case "CLOSED": break
                default: Issue.record("\(line)")
                }
            }
            #expect(told["INSERT"] == Array(0..<Self.rounds))
            #expect(told["UPDATE"] == Array(0..<Self.rounds))
        }
    }
}
