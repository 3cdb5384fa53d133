import Foundation
import GhostHands
import Postgres
import Store
import Testing

@Suite("Manuals") struct ManualsTests {
    static func mark(_ label: String, _ name: String, _ asked: Asked = .question) -> FieldMark {
        var field = Field(kind: .text, label: label)
        field.name = name
        return FieldMark(field, asked)
    }

    static let marks = [
        mark("First name", "first_name", .firstName), mark("E-mail", "email", .email), mark("Why?", "why"),
    ]

    static func manual(
        _ marks: [FieldMark] = marks,
        platform: String = "greenhouse",
        id: UUID = UUID()
    ) -> Manual {
        var steps = [Manual.Step(page: 0, action: .navigate, template: Template(.target), description: "Open")]
        steps += marks.map {
            let template = $0.asked == .question ? Template(.answer) : Template(.fact($0.asked))
            return Manual.Step(page: 0, action: .fill, field: $0, template: template, description: $0.label)
        }
        let button = ButtonMark(label: "Submit", role: .submit)
        steps.append(Manual.Step(page: 0, action: .click, button: button, description: "Submit", isSubmit: true))
        return Manual(
            id: id,
            platform: platform,
            task: "apply",
            urlPattern: "*.greenhouse.io/*/jobs/*",
            pages: [.init(marks)],
            steps: steps
        )
    }

    static func key(
        _ marks: [FieldMark] = marks,
        platform: String = "greenhouse",
        url: String = "https://a.io/1"
    ) -> ManualKey {
        ManualKey(platform: platform, task: "apply", marks: marks, url: PageAddress(url))
    }

    /// A running job, and its end with what was learned.
    private func complete(_ store: Store, _ record: CookbookRecord?, under given: Lease? = nil) async throws -> Job {
        let lease = if let given { given } else { try await store.running().lease }
        var result = Sample.result(submitted: true)
        result.cookbook = record
        #expect(try await store.jobs.complete(lease, result) == .completed)
        return try #require(try await store.jobs.find(lease.jobID))
    }

    @Test func `keeps one manual for a form, and finds it by the form and by fields that it shares`() async throws {
        try await withStore { store, pool in
            let first = try await store.manuals.save(Self.manual(), because: ["reason": "test"])
            let again = try await store.manuals.save(Self.manual(), because: ["reason": "test"])
            #expect(first.id == again.id)
            #expect(again.version == 2)
            let same = try await store.manuals.find(for: Self.key())
            #expect(same.map(\.id) == [first.id])
            #expect(same.first?.steps == first.steps)
            #expect(same.first?.pages == first.pages)
            let near = try await store.manuals.find(
                for: Self.key(Array(Self.marks.prefix(2)) + [Self.mark("Motto", "m")])
            )
            #expect(near.map(\.id) == [first.id])
            #expect(try await store.manuals.find(for: Self.key(platform: "lever")).isEmpty)
            #expect(try await store.manuals.find(for: Self.key([Self.mark("Motto", "m")])).isEmpty)
            let versions = try await pool.query("select version from gh_manual_versions order by version")
            #expect(try versions.map { try $0.int("version") } == [1, 2])
        }
    }

    @Test func `finds the predecessor's by their address among many, and leaves those with values alone`() async throws
    {
        try await withStore { store, pool in
            let good = #"[{"order":0,"action":"fill","locator":{"name":"email"},"value":"{{email}}"}]"#
            let bad = #"[{"order":0,"action":"fill","locator":{"name":"email"},"value":"alice@example.com"}]"#
            for number in 0..<30 {
                try await pool.execute(
                    """
                    insert into gh_action_manuals (url_pattern, task_pattern, platform, steps)
                    values (\("*.greenhouse.io/company\(number)/jobs/*"), 'apply', 'greenhouse', \(json: Data(good.utf8)))
                    """
                )
            }
            try await pool.execute(
                """
                insert into gh_action_manuals (url_pattern, task_pattern, platform, steps)
                values ('*.greenhouse.io/company7/jobs/*', 'apply', 'greenhouse', \(json: Data(bad.utf8)))
                """
            )
            let url = "https://boards.greenhouse.io/company7/jobs/1234?gh_src=x"
            let found = try await store.manuals.find(for: Self.key(url: url))
            #expect(found.map(\.urlPattern) == ["*.greenhouse.io/company7/jobs/*"])
            #expect(found.first?.steps.first?.template == Template(.fact(.email)))
            let all = try await store.manuals.list(limit: 100)
            #expect(all.total == 31)
            #expect(all.rows.count == 31)
        }
    }

    @Test func `a job's end writes down what it taught`() async throws {
        try await withStore { store, pool in
            var record = CookbookRecord(.none)
            record.recorded = Self.manual()
            let first = try await complete(store, record)
            #expect(first.metadata["engine"]["manual_status"] == "no_manual_available")
            let kept = try #require(try await store.manuals.find(for: Self.key()).first)
            let types = try await store.events.list(jobID: first.id, limit: 100).entries.map(\.type)
            #expect(types.contains("manual_created"))
            // Another first run at the same time: nothing is added, and nothing is told.
            let second = try await complete(store, record)
            #expect(
                try await !store.events.list(jobID: second.id, limit: 100).entries.map(\.type).contains(
                    "manual_created"
                )
            )
            #expect(try await store.manuals.list(limit: 10).total == 1)
            try await pool.execute("update gh_action_manuals set health_score = 90")
            var replayed = CookbookRecord(.success)
            replayed.manual = kept
            replayed.lesson = ManualLesson(.clean, of: kept, worked: [0, 1, 4], missed: [2])
            let third = try await complete(store, replayed)
            #expect(third.metadata["engine"]["manual_id"].string == kept.id.uuidString.lowercased())
            #expect(third.metadata["engine"]["health_score"] == 92)
            #expect(JobView(third).manual["status"] == "cookbook_success")
            let after = try #require(try await store.manuals.find(kept.id))
            #expect(after.health.score == 92)
            #expect(after.health.successes == 1)
            #expect(after.steps[2].health == 0.85)
            #expect(after.steps[1].health == 1)
        }
    }

    @Test func `health falls by five, then by fifteen, and three healed runs quarantine it`() async throws {
        try await withStore { store, _ in
            var manual = try await store.manuals.save(Self.manual(), because: [:])
            for expected in [95.0, 90, 85, 80, 75, 60, 45, 30] {
                let lease = try await store.running().lease
                var failure = JobFailure(code: .manualFailed, message: "No.")
                failure.cookbook = CookbookRecord(.fallback)
                failure.cookbook?.manual = manual
                failure.cookbook?.lesson = ManualLesson(.failed, of: manual)
                _ = try await store.jobs.fail(lease, failure)
                #expect(try await store.manuals.find(manual.id)?.health.score == expected)
            }
            #expect(try await store.manuals.find(manual.id)?.health.isFit == false)
            manual = try await store.manuals.save(Self.manual(), because: [:])
            #expect(manual.health.isFit)
            for heal in 1...3 {
                let now = try #require(try await store.manuals.find(manual.id))
                #expect(now.health.isFit)
                var mended = now
                mended.steps[1].description = "Mended \(heal)"
                var record = CookbookRecord(.success)
                record.manual = now
                record.lesson = ManualLesson(.healed, of: now)
                record.lesson?.mended = mended
                record.lesson?.reason = "found anew: First name"
                _ = try await complete(store, record)
                let after = try #require(try await store.manuals.find(manual.id))
                #expect(after.version == now.version + 1)
                #expect(after.steps[1].description == "Mended \(heal)")
            }
            #expect(try await store.manuals.find(manual.id)?.health.isQuarantined == true)
            #expect(try await store.manuals.quarantine(manual.id, false))
            #expect(try await store.manuals.find(manual.id)?.health.isFit == true)
        }
    }

    @Test func `a lesson about a manual that is gone, or that another has changed, ends the job all the same`()
        async throws
    {
        try await withStore { store, _ in
            let manual = try await store.manuals.save(Self.manual(), because: [:])
            var record = CookbookRecord(.success)
            record.manual = manual
            record.lesson = ManualLesson(.healed, of: manual)
            record.lesson?.mended = manual
            _ = try await store.manuals.save(Self.manual(id: manual.id), because: ["reason": "somebody else"])
            #expect(try await complete(store, record).status == .completed)
            #expect(try await store.manuals.find(manual.id)?.version == 2)
            #expect(try await store.manuals.delete(manual.id))
            #expect(try await complete(store, record).status == .completed)
            #expect(try await !store.manuals.delete(manual.id))
        }
    }

    @Test func `many runs at once lose no lesson`() async throws {
        try await withStore { store, _ in
            let manual = try await store.manuals.save(Self.manual(), because: [:])
            var leases: [Lease] = []
            for _ in 0..<12 { leases.append(try await store.running().lease) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for lease in leases {
                    group.addTask {
                        var record = CookbookRecord(.success)
                        record.manual = manual
                        record.lesson = ManualLesson(.clean, of: manual, worked: [1])
                        _ = try await complete(store, record, under: lease)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await store.manuals.find(manual.id)?.health.successes == 12)
        }
    }
}
