public import Foundation
public import GhostHands
import Postgres

extension Jobs {
    /// A job that is paused until somebody sends a code.
    public struct AwaitingCode: Sendable, Hashable {
        /// The job.
        public let id: UUID
        /// When it was paused: what came before is for something else.
        public let since: Date
        /// The sites that it waits on: of the page that asks, and of its target.
        public let sites: Set<String>
    }

    /// The jobs of a user that wait for a code, those that wait longest first.
    ///
    /// - Parameters:
    ///   - user: whose.
    ///   - domain: a host of the site that has sent it; nil for any.
    /// - Returns: at most twenty.
    /// - Throws: `PostgresError`.
    public func awaitingCode(of user: UUID, from domain: HostName? = nil) async throws -> [AwaitingCode] {
        let rows = try await pool.query(
            """
            select id, paused_at, target_url, interaction_data->>'page_url' as page_url from gh_automation_jobs
            where user_id = \(user) and status = \(literal: JobStatus.paused) and interaction_type = '2fa'
                and paused_at is not null and not (\(Self.isUnanswered))
            order by paused_at limit 20
            """
        )
        return try rows.map { row in
            let pages = [try row.string("target_url"), try row.stringOrNil("page_url") ?? ""]
            return AwaitingCode(
                id: try row.uuid("id"),
                since: try row.date("paused_at"),
                sites: Set(pages.compactMap { WebAddress($0)?.site })
            )
        }
        .filter { job in domain.map { job.sites.contains($0.site) } ?? true }
    }
}
