public import Foundation
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
        /// Those that no key opens: they stay as they are.
        public var unread: [Unread] = []
        /// How many were forgotten since no key opens them.
        public var forgotten = 0
        /// How many somebody else has changed meanwhile.
        public var overtaken = 0

        /// Whether everything is sealed under the present key.
        public var isComplete: Bool { unread.isEmpty && overtaken == 0 }
    }

    /// A row that no key opens.
    public struct Unread: Sendable, Hashable {
        /// Its table.
        public let table: String
        /// Whose it is.
        public let user: UUID
        /// Which host's.
        public let host: String
        /// The key that it names and that is not there; nil where the key is there and does not open it.
        public let missingKey: UInt16?
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

    /// Rows that are not sealed as they would be now.
    private func isOld(_ table: SealedTable) -> SQL {
        "\(table.isOurs) and (encryption_key_id <> \(String(sealer.keyID)) or \(table.isUntied))"
    }

    /// Seals everything anew.
    ///
    /// - Parameters:
    ///   - forgets: whether rows that no key opens are deleted; what they hold is lost for good.
    ///   - tell: told how far it has come, after every batch.
    /// - Returns: how far it came.
    /// - Throws: `PostgresError`.
    public func run(
        forgettingUnreadable forgets: Bool = false,
        _ tell: (Progress) -> Void = { _ in }
    ) async throws -> Progress {
        var progress = Progress()
        for table in SealedTable.all {
            let rows = try await pool.query("select count(*) as count from \(table.name) where \(isOld(table))")
            progress.total += try rows.first?.int("count") ?? 0
        }
        for table in SealedTable.all {
            var last: UUID?
            repeat {
                try Task.checkCancellation()
                last = try await batch(table, after: last, forgets, &progress)
                tell(progress)
            } while last != nil
        }
        return progress
    }

    private func batch(
        _ table: SealedTable,
        after last: UUID?,
        _ forgets: Bool,
        _ progress: inout Progress
    ) async throws -> UUID? {
        let isBehind: SQL = last.map { "id > \($0)" } ?? "true"
        let rows = try await pool.query(
            """
            select id, user_id, \(table.host) as host, \(table.data) as data from \(table.name)
            where \(isOld(table)) and \(isBehind) order by id limit \(Self.batch)
            """
        )
        for row in rows { try await rewrap(row, of: table, forgets, &progress) }
        return try rows.last?.uuid("id")
    }

    private func rewrap(
        _ row: Row,
        of table: SealedTable,
        _ forgets: Bool,
        _ progress: inout Progress
    ) async throws {
        let missing: UInt16?
        switch try table.opening(row, with: sealer) {
        case .opened(let data):
            let envelope = try sealer.envelope(data, for: table.place(row.uuid("user_id"), row.string("host")))
            let new: SQL = table.isText ? "\(envelope.base64EncodedString())" : "\(envelope)"
            let count = try await pool.execute(
                """
                update \(table.name) set \(table.data) = \(new), encryption_key_id = \(String(sealer.keyID))
                where \(try table.isUnchanged(row))
                """
            )
            if count == 1 { progress.done += 1 } else { progress.overtaken += 1 }
            return
        case .unknownKey(let id): missing = id
        case .broken: missing = nil
        }
        guard forgets else {
            let (user, host) = (try row.uuid("user_id"), try row.string("host"))
            progress.unread.append(Unread(table: table.title, user: user, host: host, missingKey: missing))
            return
        }
        let count = try await pool.execute("delete from \(table.name) where \(try table.isUnchanged(row))")
        if count == 1 { progress.forgotten += 1 } else { progress.overtaken += 1 }
    }
}
