public import Foundation
public import GhostHands
import Postgres

/// `gh_action_manuals` and `gh_manual_versions`.
public struct Manuals: Sendable {
    let pool: PostgresPool

    /// How many manuals one look takes at most.
    private static let most = 20

    /// How many steps a row has; others may have written something there that is no list.
    static let stepCount: SQL = "case jsonb_typeof(steps) when 'array' then jsonb_array_length(steps) else 0 end"

    /// Looks for manuals that may fit a form: by the form itself, by fields that it shares, by the address of those that
    /// say nothing about their form (R17, R43).
    ///
    /// - Parameter key: what the form is known by.
    /// - Returns: at most 20, the likeliest first; also unfit ones, so that one can say so.
    /// - Throws: `PostgresError`.
    public func find(for key: ManualKey) async throws -> [Manual] {
        let address = (URLPattern.text(of: key.url) ?? "").lowercased()
        let rows = try await pool.query(
            """
            select m.* from gh_action_manuals m
            where m.task_pattern = \(key.task) and coalesce(m.platform, 'other') = \(key.platform)
                and (m.signature = \(key.page.signature) or m.field_keys && \(key.page.keys)
                    or (m.signature is null and \(address) like replace(
                        replace(replace(rtrim(lower(m.url_pattern), '/'), '\\', '\\\\'), '_', '\\_'), '*', '%'
                    )))
            order by m.signature is not distinct from \(key.page.signature) desc,
                cardinality(array(select unnest(m.field_keys) intersect select unnest(\(key.page.keys)))) desc,
                m.health_score desc, m.id
            limit \(Self.most)
            """
        )
        // A row that nobody can read is as good as none, and no reason not to apply.
        return rows.compactMap { try? Manual(row: $0) }
    }

    /// Reads one manual.
    ///
    /// - Returns: the manual, or nil when there is none of that id.
    /// - Throws: `PostgresError`; ``StoreError`` when its steps cannot be read.
    public func find(_ id: UUID) async throws -> Manual? {
        try await pool.query("select * from gh_action_manuals where id = \(id)").first.map { try Manual(row: $0) }
    }

    /// Lists manuals.
    ///
    /// - Parameters:
    ///   - platform: only those of one platform; nil for all.
    ///   - limit: how many at most.
    ///   - offset: how many to skip.
    /// - Returns: their rows as they may be shown, the last changed first, also those whose steps cannot be read, and how
    ///   many there are.
    /// - Throws: `PostgresError`.
    public func list(platform: String? = nil, limit: Int, offset: Int = 0) async throws -> (rows: [JSON], total: Int) {
        let rows = try await pool.query(
            """
            select id, coalesce(platform, 'other') as platform, task_pattern, url_pattern, coalesce(source, 'recorded') as source, version,
                \(Manuals.stepCount) as step_count, health_score, success_count, failure_count, heal_count,
                quarantined_at is not null as is_quarantined, last_used, updated_at, count(*) over () as total
            from gh_action_manuals
            where \(platform)::text is null or coalesce(platform, 'other') = \(platform)
            order by updated_at desc, id limit \(limit) offset \(offset)
            """
        )
        let all = try rows.map { row in
            JSON.object([
                "id": .id(try row.uuid("id")), "platform": .string(try row.string("platform")),
                "task_pattern": .string(try row.string("task_pattern")),
                "url_pattern": .string(try row.string("url_pattern")), "source": .string(try row.string("source")),
                "version": JSON(try row.int("version")), "steps": JSON(try row.int("step_count")),
                "health_score": .number(try row.double("health_score")),
                "success_count": JSON(try row.int("success_count")),
                "failure_count": JSON(try row.int("failure_count")),
                "heal_count": JSON(try row.int("heal_count")),
                "quarantined": .bool(try row.bool("is_quarantined")),
                "last_used": .optional(try row.timeOrNil("last_used").map(Timestamp.text)),
                "updated_at": .string(Timestamp.text(try row.time("updated_at"))),
            ])
        }
        return (all, try rows.first?.int("total") ?? 0)
    }

    /// Keeps a manual under its id, or as a new version of the one there is for its form.
    ///
    /// - Parameter provenance: where it comes from, without applicants' data.
    /// - Returns: the manual as it is kept.
    /// - Throws: `PostgresError`.
    public func save(_ manual: Manual, because provenance: JSON) async throws -> Manual {
        try await pool.withTransaction { connection in
            try await Self.keep(manual, because: provenance, replacing: true, on: connection) ?? manual
        }
    }

    /// Keeps a manual from being replayed, or lets it be replayed again.
    ///
    /// - Parameter isQuarantined: whether it is kept from it.
    /// - Returns: false when there is none of that id.
    /// - Throws: `PostgresError`.
    public func quarantine(_ id: UUID, _ isQuarantined: Bool) async throws -> Bool {
        try await pool.execute(
            """
            update gh_action_manuals set quarantined_at = case when \(isQuarantined) then now() end, heal_count = 0,
                health_score = case when \(isQuarantined) then health_score else greatest(health_score, 50) end,
                updated_at = now()
            where id = \(id)
            """
        ) > 0
    }

    /// Deletes a manual with its versions.
    ///
    /// - Returns: false when there is none of that id.
    /// - Throws: `PostgresError`.
    public func delete(_ id: UUID) async throws -> Bool {
        try await pool.execute("delete from gh_action_manuals where id = \(id)") > 0
    }
}
