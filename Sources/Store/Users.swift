public import Foundation
import NIOConcurrencyHelpers
import Postgres

/// VALET's users, where they live in the same database (Supabase's `auth.users`).
public struct Users: Sendable {
    let pool: PostgresPool
    /// For how long it is believed that the users cannot be read.
    private let patience: Duration
    private let unreadable = NIOLockedValueBox<ContinuousClock.Instant?>(nil)

    init(pool: PostgresPool, patience: Duration = .seconds(60)) {
        self.pool = pool
        self.patience = patience
    }

    /// Looks a user up (R22).
    ///
    /// - Parameter id: VALET's user id.
    /// - Returns: whether there is such a user; nil when there is no such table, or we may not read it.
    /// - Throws: `PostgresError`.
    public func isKnown(_ id: UUID) async throws -> Bool? {
        if let since = unreadable.withLockedValue(\.self), .now - since < patience { return nil }
        do {
            let access = try await pool.query(
                "select coalesce(has_table_privilege(to_regclass('auth.users')::oid, 'select'), false) as is_readable"
            )
            let isReadable = try access.only().bool("is_readable")
            unreadable.withLockedValue { $0 = isReadable ? nil : .now }
            guard isReadable else { return nil }
            return try await pool.query("select 1 from auth.users where id = \(id)").first != nil
        } catch let error as PostgresError where error.sqlState == "42501" {
            return nil
        }
    }
}
