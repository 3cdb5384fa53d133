public import Foundation
public import GhostHands
import Postgres

extension Manuals {
    /// What a manual was at a time.
    public struct Version: Sendable, Hashable {
        /// Counted from one.
        public let number: Int
        /// How many steps it had.
        public let stepCount: Int
        /// Where it came from, without applicants' data.
        public let provenance: JSON
        /// When it was kept.
        public let createdAt: Date
    }

    /// Lists what a manual was.
    ///
    /// - Parameter id: the manual.
    /// - Returns: its versions, the newest first, 100 at most; nil when there is no such manual.
    /// - Throws: `PostgresError`.
    public func versions(of id: UUID) async throws -> [Version]? {
        let rows = try await pool.query(
            """
            select v.version, v.provenance, v.created_at, case jsonb_typeof(v.steps)
                when 'array' then jsonb_array_length(v.steps) else 0 end as step_count
            from gh_action_manuals m left join gh_manual_versions v on v.manual_id = m.id
            where m.id = \(id) order by v.version desc limit 100
            """
        )
        guard !rows.isEmpty else { return nil }
        return try rows.filter { try $0.intOrNil("version") != nil }.map { row in
            Version(
                number: try row.int("version"),
                stepCount: try row.int("step_count"),
                provenance: try row.json("provenance"),
                createdAt: try row.time("created_at")
            )
        }
    }
}
