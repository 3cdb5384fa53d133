import Foundation
import GhostHands
import Postgres

extension Manual {
    /// Reads a row of `gh_action_manuals`.
    ///
    /// - Throws: `PostgresError`; ``StoreError`` for steps that cannot be held to, such as a value in a template's place.
    init(row: Row) throws {
        let columns = (steps: try row.json("steps"), pages: try row.json("pages"))
        let content: (steps: [Step], pages: [Page])
        do throws(ManualReader.Fault) {
            content = try ManualReader.content(steps: columns.steps, pages: columns.pages)
        } catch {
            throw StoreError(code: .unknownValue, message: "a manual cannot be replayed: \(error.reason)")
        }
        self.init(
            id: try row.uuid("id"),
            platform: try row.stringOrNil("platform") ?? Manual.otherPlatform,
            task: try row.string("task_pattern"),
            urlPattern: try row.string("url_pattern"),
            pages: content.pages,
            steps: content.steps,
            source: try row.stringOrNil("source").flatMap(Source.init(rawValue:)) ?? .recorded
        )
        version = try row.int("version")
        health.score = try row.double("health_score")
        health.successes = try row.int("success_count")
        health.failures = try row.int("failure_count")
        health.heals = try row.int("heal_count")
        health.isQuarantined = try row.timeOrNil("quarantined_at") != nil
    }

    /// The first page with fields: what the form is known by.
    fileprivate var firstForm: Page? { pages.first { !$0.keys.isEmpty } }
}

extension Manuals {
    /// Keeps a manual, with its version in the history.
    ///
    /// - Parameters:
    ///   - provenance: where it comes from.
    ///   - isReplacing: whether it takes the place of the one of its id or form in any case, and not only of one that is
    ///     unfit or does less.
    ///   - connection: the transaction.
    /// - Returns: the manual as it is kept; nil when the one that was there is as good.
    /// - Throws: `PostgresError`.
    static func keep(
        _ manual: Manual,
        because provenance: JSON,
        replacing isReplacing: Bool,
        on connection: borrowing PostgresConnection
    ) async throws -> Manual? {
        let signature = manual.firstForm?.signature
        let known = try await connection.query(
            """
            select id from gh_action_manuals where id = \(manual.id)
                or (platform = \(manual.platform) and task_pattern = \(manual.task) and signature = \(signature))
            order by id = \(manual.id) desc limit 1 for update
            """
        ).first?.uuid("id")
        let rows = try await connection.query(
            known.map { replacing($0, by: manual, inAnyCase: isReplacing) } ?? adding(manual)
        )
        guard let row = rows.first else { return nil }
        var kept = manual
        kept.id = try row.uuid("id")
        kept.version = try row.int("version")
        kept.health = ManualHealth()
        try await remember(kept, because: provenance, on: connection)
        return kept
    }

    /// Puts a manual in the place of one that is unfit or does less, or in any case.
    private static func replacing(_ known: UUID, by manual: Manual, inAnyCase isReplacing: Bool) -> SQL {
        """
        update gh_action_manuals set steps = \(json: manual.stepsJSON.data), pages = \(json: manual.pagesJSON.data),
            version = version + 1, url_pattern = \(manual.urlPattern), source = \(manual.source.rawValue),
            signature = \(manual.firstForm?.signature), field_keys = \(manual.firstForm?.keys ?? []),
            health_score = 100, heal_count = 0, quarantined_at = null, updated_at = now()
        where id = \(known) and (\(isReplacing) or quarantined_at is not null
            or health_score <= \(ManualHealth.least) or \(Manuals.stepCount) < \(manual.steps.count))
        returning *
        """
    }

    private static func adding(_ manual: Manual) -> SQL {
        """
        insert into gh_action_manuals
            (id, url_pattern, task_pattern, platform, steps, pages, source, signature, field_keys, last_verified)
        values (\(manual.id), \(manual.urlPattern), \(manual.task), \(manual.platform),
            \(json: manual.stepsJSON.data), \(json: manual.pagesJSON.data), \(manual.source.rawValue),
            \(manual.firstForm?.signature), \(manual.firstForm?.keys ?? []), now())
        on conflict do nothing returning *
        """
    }

    private static func remember(
        _ manual: Manual,
        because provenance: JSON,
        on connection: borrowing PostgresConnection
    ) async throws {
        try await connection.execute(
            """
            insert into gh_manual_versions (manual_id, version, steps, pages, provenance)
            values (\(manual.id), \(manual.version), \(json: manual.stepsJSON.data), \(json: manual.pagesJSON.data),
                \(json: provenance.data))
            on conflict do nothing
            """
        )
    }

    /// Writes down what a run taught, in the transaction of its end: health, steps and versions each in one statement.
    ///
    /// Two runs may teach the same at once; what the database then refuses is not learned, and the job's end is written all
    /// the same.
    ///
    /// - Parameters:
    ///   - record: what became of the cookbook.
    ///   - job: the job that ran.
    ///   - connection: the transaction.
    /// - Returns: the record with what is kept now: its health, and a recorded manual only when it was new.
    /// - Throws: `PostgresError`.
    static func learn(
        _ record: CookbookRecord,
        from job: UUID,
        on connection: borrowing PostgresConnection
    ) async throws -> CookbookRecord {
        guard record.recorded != nil || record.lesson != nil else { return record }
        try await connection.execute("savepoint learning")
        do {
            let learned = try await write(record, from: job, on: connection)
            try await connection.execute("release savepoint learning")
            return learned
        } catch let error as PostgresError where error.sqlState != nil {
            try await connection.execute("rollback to savepoint learning")
            var forgotten = record
            forgotten.recorded = nil
            return forgotten
        }
    }

    private static func write(
        _ record: CookbookRecord,
        from job: UUID,
        on connection: borrowing PostgresConnection
    ) async throws -> CookbookRecord {
        var record = record
        if let recorded = record.recorded {
            let provenance: JSON = ["job_id": .id(job), "reason": "recorded"]
            record.recorded = try await keep(recorded, because: provenance, replacing: false, on: connection)
        }
        guard let lesson = record.lesson else { return record }
        let rows = try await connection.query(update(lesson))
        // One that was deleted meanwhile has nothing to learn.
        guard let row = rows.first else { return record }
        record.manual?.health.score = try row.double("health_score")
        let isSame = try row.int("version") == lesson.version
        if let mended = lesson.mended, isSame { try await mend(mended, lesson, job, on: connection) }
        return record
    }

    /// Health moves as ``ManualHealth/learn(_:)`` says, and that of each step with it.
    private static func update(_ lesson: ManualLesson) -> SQL {
        let isDone = lesson.verdict != .failed
        let isHealed = lesson.verdict == .healed
        return """
            update gh_action_manuals set
                health_score = case when \(isDone) then least(100, health_score + \(ManualHealth.gain))
                    else greatest(0, health_score - case when failure_count + 1 > \(ManualHealth.patience)
                        then \(ManualHealth.loss.often) else \(ManualHealth.loss.usual) end) end,
                success_count = success_count + case when \(isDone) then 1 else 0 end,
                failure_count = failure_count + case when \(isDone) then 0 else 1 end,
                heal_count = case when \(isHealed) then heal_count + 1 when \(isDone) then 0 else heal_count end,
                quarantined_at = case when \(isHealed) and heal_count + 1 >= \(ManualHealth.mostHeals)
                    then coalesce(quarantined_at, now()) else quarantined_at end,
                last_used = now(), last_verified = case when \(isDone) then now() else last_verified end,
                steps = (
                    select coalesce(jsonb_agg(case
                        when place - 1 = any (\(lesson.missed.map(Int64.init))) then jsonb_set(step, '{healthScore}',
                            to_jsonb(greatest(0, coalesce((step ->> 'healthScore')::float8, 1) - 0.15)))
                        when place - 1 = any (\(lesson.worked.map(Int64.init))) then jsonb_set(step, '{healthScore}',
                            to_jsonb(least(1, coalesce((step ->> 'healthScore')::float8, 1) + 0.02)))
                        else step end order by place), '[]')
                    from jsonb_array_elements(steps) with ordinality as all_steps (step, place)
                ),
                updated_at = now()
            where id = \(lesson.manual) returning health_score, version
            """
    }

    private static func mend(
        _ manual: Manual,
        _ lesson: ManualLesson,
        _ job: UUID,
        on connection: borrowing PostgresConnection
    ) async throws {
        let first = manual.firstForm
        // Another manual may have become the one for the form as it is now: then only the steps change.
        let rows = try await connection.query(
            """
            update gh_action_manuals m set steps = \(json: manual.stepsJSON.data), pages = \(json: manual.pagesJSON.data),
                version = version + 1, updated_at = now(),
                field_keys = \(first?.keys ?? []),
                signature = case when exists (
                    select from gh_action_manuals o where o.id <> m.id and o.platform = m.platform
                        and o.task_pattern = m.task_pattern and o.signature = \(first?.signature)
                ) then m.signature else \(first?.signature) end
            where id = \(manual.id) returning *
            """
        )
        guard let row = rows.first else { return }
        var kept = manual
        kept.version = try row.int("version")
        let provenance: JSON = [
            "job_id": .id(job), "reason": .optional(lesson.reason), "verdict": .string(lesson.verdict.rawValue),
        ]
        try await remember(kept, because: provenance, on: connection)
    }
}
