import Foundation
import GhostHands
import Postgres

/// Seals under the present key what older keys, or the predecessor, have sealed (R58).
///
/// It can be stopped and begun again at any time: each row is changed by itself, and only if nobody else changed it.
public struct Rewrapping: Sendable {
    let pool: PostgresPool
    let sealer: Sealer

    private static let batch = 100

    /// How far it has come.
    public struct Progress: Sendable, Hashable {
        /// How many rows there were to begin with.
        public var total = 0
        /// How many are sealed anew.
        public var done = 0
        /// How many have a key that is not there, by its name: they stay as they are.
        public var unknown: [UInt16: Int] = [:]
        /// How many no key opens.
        public var broken = 0
        /// How many somebody else has changed meanwhile.
        public var overtaken = 0
    }

    /// A table of sealed values.
    private struct Table {
        let name: SQL
        let host: SQL
        let data: SQL
        let isText: Bool
        /// Rows that are ours and not sealed as they would be now.
        let isOld: SQL
        let place: @Sendable (UUID, String) -> SealedPlace
    }

    /// Work on a store.
    ///
    /// - Parameter store: the store; it must have a sealer.
    /// - Throws: ``StoreError`` where it has none.
    public init(_ store: Store) throws {
        guard let sealer = store.sessions.sealer else {
            throw StoreError(code: .noKey, message: "nothing was sealed: set GH_CREDENTIAL_KEY")
        }
        self.sealer = sealer
        pool = store.pool
    }

    private var tables: [Table] {
        let key = String(sealer.keyID)
        return [
            Table(
                name: "gh_browser_sessions",
                host: "domain",
                data: "session_data",
                isText: true,
                isOld: "(encryption_key_id <> \(key) or session_data like 'AQ%')",
                place: { user, host in
                    SealedPlace(table: Sessions.table, column: "session_data", user: user, host: host)
                }
            ),
            Table(
                name: "gh_user_credentials",
                host: "platform",
                data: "encrypted_data",
                isText: false,
                isOld: "credential_type = 'login' and encryption_key_id <> \(key)",
                place: { Credentials.place($0, $1) }
            ),
        ]
    }

    /// Seals everything anew.
    ///
    /// - Parameter tell: told how far it has come, after every batch.
    /// - Returns: how far it came.
    /// - Throws: `PostgresError`.
    public func run(_ tell: (Progress) -> Void = { _ in }) async throws -> Progress {
        var progress = Progress()
        for table in tables {
            let rows = try await pool.query("select count(*) as count from \(table.name) where \(table.isOld)")
            progress.total += try rows.first?.int("count") ?? 0
        }
        for table in tables {
            var last: UUID?
            repeat {
                try Task.checkCancellation()
                last = try await batch(table, after: last, &progress)
                tell(progress)
            } while last != nil
        }
        return progress
    }

    private func batch(_ table: Table, after last: UUID?, _ progress: inout Progress) async throws -> UUID? {
        let isBehind: SQL = last.map { "id > \($0)" } ?? "true"
        let rows = try await pool.query(
            """
            select id, user_id, \(table.host) as host, \(table.data) as data from \(table.name)
            where \(table.isOld) and \(isBehind) order by id limit \(Self.batch)
            """
        )
        for row in rows { try await rewrap(row, of: table, &progress) }
        return try rows.last?.uuid("id")
    }

    private func rewrap(_ row: Row, of table: Table, _ progress: inout Progress) async throws {
        let kept = table.isText ? Data(base64Encoded: try row.string("data")) : try row.data("data")
        let place = table.place(try row.uuid("user_id"), try row.string("host"))
        guard let kept else {
            progress.broken += 1
            return
        }
        switch sealer.opening(kept, for: place) {
        case .broken: progress.broken += 1
        case .unknownKey(let id): progress.unknown[id, default: 0] += 1
        case .opened(let data):
            let envelope = try sealer.envelope(data, for: place)
            let (new, old): (SQL, SQL) =
                table.isText
                ? ("\(envelope.base64EncodedString())", "\(try row.string("data"))") : ("\(envelope)", "\(kept)")
            let count = try await pool.execute(
                """
                update \(table.name) set \(table.data) = \(new), encryption_key_id = \(String(sealer.keyID))
                where id = \(try row.uuid("id")) and \(table.data) = \(old)
                """
            )
            if count == 1 { progress.done += 1 } else { progress.overtaken += 1 }
        }
    }
}
