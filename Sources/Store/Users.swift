public import Foundation
import Postgres

/// VALET's users, where they live in the same database (Supabase's `auth.users`).
public struct Users: Sendable {
    let pool: PostgresPool

    /// Looks a user up (R22).
    ///
    /// - Parameter id: VALET's user id.
    /// - Returns: whether there is such a user; nil when there is no such table, or we may not read it.
    /// - Throws: `PostgresError`.
    public func isKnown(_ id: UUID) async throws -> Bool? {
        do {
            let access = try await pool.query(
                "select coalesce(has_table_privilege(to_regclass('auth.users')::oid, 'select'), false) as is_readable"
            )
            guard try access.only().bool("is_readable") else { return nil }
            return try await pool.query("select 1 from auth.users where id = \(id)").first != nil
        } catch let error as PostgresError where error.sqlState == "42501" {
            return nil
        }
    }
}
