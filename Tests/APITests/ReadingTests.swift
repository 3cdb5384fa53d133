import Foundation
import GhostHands
import Outbound
import Store
import Testing

@Suite("Asking about a job")
struct ReadingTests {
    /// Makes a job and lets a worker take and start it.
    private func started(_ api: APIFixture) async throws -> (id: UUID, lease: Lease) {
        let reply = try await api.client.post("/api/v1/gh/valet/apply", Requests.apply())
        let id = try #require(reply.json["job_id"].string.flatMap(UUID.init(uuidString:)))
        let lease = try #require(try await api.store.jobs.claim(workerID: "worker-1", limit: 1).first)
        #expect(lease.jobID == id)
        _ = try #require(try await api.store.jobs.start(lease))
        return (id, lease)
    }

    /// Makes a job with 120 steps, and gives where its events are listed.
    private func walked(_ api: APIFixture) async throws -> (id: UUID, path: String) {
        let (id, lease) = try await started(api)
        let steps = (1...120).map { JobEvent(.stepStarted, ["action": "click", "action_count": JSON($0)]) }
        #expect(try await api.store.events.append(steps, under: lease))
        return (id, "/api/v1/gh/jobs/\(id.uuidString.lowercased())/events")
    }

    @Test func `lists a job's events, a hundred at a time or as many as asked for`() async throws {
        try await withAPI { api in
            let path = try await walked(api).path
            let first = try await api.client.get(path)
            #expect(first.status == 200)
            #expect(first.keys == ["events", "total", "limit", "offset"])
            #expect(first.json["limit"] == 100)
            #expect(first.json["offset"] == 0)
            #expect(first.json["events"].array?.count == 100)
            let total = try #require(first.json["total"].int)
            #expect(total >= 121)
            #expect(try await api.client.get(path + "?limit=500").json["events"].array?.count == total)
        }
    }

    @Test func `pages through a job's events in order and by kind`() async throws {
        try await withAPI { api in
            let path = try await walked(api).path
            let page = try await api.client.get(path + "?event_type=step_started&limit=50&offset=100")
            let events = page.json["events"].array ?? []
            #expect(page.json["total"] == 120)
            #expect(page.json["limit"] == 50)
            #expect(page.json["offset"] == 100)
            #expect(events.compactMap { $0["metadata"]["action_count"].int } == Array(101...120))
            #expect(try await api.client.get(path + "?event_type=nonsense").json["total"] == 0)
        }
    }

    @Test func `shows of each event whose it is, who made it, and all its members`() async throws {
        try await withAPI { api in
            let (id, path) = try await walked(api)
            let events = try await api.client.get(path + "?event_type=step_started").json["events"].array ?? []
            #expect(events.count == 100)
            for event in events {
                let members: Set = ["id", "job_id", "event_type", "metadata", "actor", "created_at", "seq"]
                #expect(Set((event.object ?? [:]).keys) == members)
                #expect(event["actor"] == "worker-1")
                #expect(event["job_id"].string == id.uuidString.lowercased())
            }
        }
    }

    @Test func `names every query parameter that is wrong`() async throws {
        try await withAPI { api in
            let path = "/api/v1/gh/jobs/\(UUID().uuidString)/events"
            let reply = try await api.client.get(path + "?limit=501&offset=-1")
            #expect(reply.status == 422)
            #expect(reply.fields == ["limit", "offset"])
            #expect(try await api.client.get(path + "?limit=ten").fields == ["limit"])
            #expect(try await api.client.get(path + "?limit=0").fields == ["limit"])
        }
    }

    @Test func `shows a completed job's screenshots as links that open, for as long as files are kept`() async throws {
        try await withAPI { api in
            let (id, lease) = try await started(api)
            let picture = Data([0x89, 0x50, 0x4e, 0x47])
            let key = "screenshots/gh/jobs/\(id.uuidString.lowercased())/final page.png"
            try await api.blobs.put(key, data: picture, contentType: "image/png")
            let result = JobResult(
                data: ["submitted": true, "confirmation_number": "APP-10001"],
                summary: "Application submitted",
                screenshots: [key, "https://old.example/x.png"],
                mode: .magnitude,
                cost: CostBreakdown(),
                submitted: true
            )
            #expect(try await api.store.jobs.intendSubmit(lease) == .recorded)
            #expect(try await api.store.jobs.complete(lease, result) == .completed)
            let reply = try await api.client.get("/api/v1/gh/valet/status/\(id.uuidString)")
            #expect(reply.json["status"] == "completed")
            #expect(reply.json["final_mode"] == "magnitude")
            #expect(reply.json["result"]["data"]["confirmation_number"] == "APP-10001")
            #expect(reply.json["cost_breakdown"]["total_cost_usd"].double == 0)
            let links = (reply.json["result"]["screenshots"].array ?? []).compactMap(\.string)
            #expect(links.count == 2)
            #expect(links.last == "https://old.example/x.png")
            let link = try #require(links.first).replacing("http://files.example", with: "")
            try await expectWorth(of: link, picture, api)
        }
    }

    /// Where a browser is led that is below a path of a proxy's at another host: it stays there.
    private func followed(_ reply: APIClient.Reply, from link: String) throws -> String {
        let home = "https://elsewhere.example/tools/gh"
        let way = try #require(reply.headers["location"])
        let place = try #require(URL(string: way, relativeTo: URL(string: home + link))?.absoluteString)
        #expect(place.hasPrefix(home + "/storage/"))
        return String(place.dropFirst(home.count))
    }

    private func expectWorth(of link: String, _ picture: Data, _ api: APIFixture) async throws {
        let led = try await api.client.get(link, key: nil)
        #expect(led.status == 302)
        #expect(led.headers["cache-control"] == "no-store")
        let fresh = try followed(led, from: link)
        let opened = try await api.client.get(fresh, key: nil)
        #expect(opened.status == 200)
        #expect(opened.body == picture)
        #expect(opened.headers["content-type"] == "image/png")
        #expect(opened.headers["x-content-type-options"] == "nosniff")
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        let otherEndings = alphabet.map { String(link.dropLast()) + String($0) }.filter { $0 != link }
        for forged in otherEndings + [
            link.replacing("final", with: "other"), String(link.prefix { $0 != "?" }),
            link.replacing("screenshots/", with: "screenshots/%2e%2e/"),
        ] {
            let reply = try await api.client.get(forged, key: nil)
            #expect(reply.status == 403, "\(forged)")
            #expect(reply.json["error"] == "forbidden", "\(forged)")
        }
        // The link of the store is good for minutes, ours for as long as the file is kept.
        api.time.pass(600)
        #expect(try await api.client.get(fresh, key: nil).status == 403)
        api.time.pass(30 * 24 * 3600 - 600)
        let again = try followed(try await api.client.get(link, key: nil), from: link)
        #expect(try await api.client.get(again, key: nil).body == picture)
        api.time.pass(24 * 3600)
        let late = try await api.client.get(link, key: nil)
        #expect(late.status == 403)
        #expect(late.json["message"].string?.contains("expired") == true)
    }

    @Test func `shows a failed job's reason`() async throws {
        try await withAPI { api in
            let (id, lease) = try await started(api)
            let failure = JobFailure(code: .validationError, message: "The resume file was not found in storage")
            _ = try await api.store.jobs.fail(lease, failure)
            let reply = try await api.client.get("/api/v1/gh/valet/status/\(id.uuidString)")
            #expect(reply.json["status"] == "failed")
            #expect(reply.json["error"]["code"] == "validation_error")
            #expect(reply.json["error"]["message"] == "The resume file was not found in storage")
            #expect(reply.json["result"].isNull)
            #expect(!reply.json["timestamps"]["completed_at"].isNull)
        }
    }
}
