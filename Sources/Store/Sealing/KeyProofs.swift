import Foundation
import Postgres

/// Sees that keys are those which have sealed under their names: a new one under an old name would open nothing, and seal
/// over what is there.
///
/// Each key leaves a text that only it opens. Where there is none yet, what it is to have sealed is tried.
public struct KeyProofs: Sendable {
    private let pool: PostgresPool
    private let sealer: Sealer?

    /// How many rows of a table are tried at most.
    private static let mostTried = 50
    private static let text = Data("gh-key".utf8)

    /// Over a store.
    ///
    /// - Parameter store: the store; one without a sealer has nothing to prove.
    public init(_ store: Store) {
        pool = store.pool
        sealer = store.sessions.sealer
    }

    /// The names of keys that are not the ones which have sealed under them; nothing is changed for those.
    ///
    /// - Returns: the names, in order; none where all is well.
    /// - Throws: `PostgresError`.
    public func strangers() async throws -> [UInt16] {
        guard let sealer else { return [] }
        var found: [UInt16] = []
        for id in sealer.keyIDs where try await isStranger(id, sealer) { found.append(id) }
        return found.sorted()
    }

    private func isStranger(_ id: UInt16, _ sealer: Sealer) async throws -> Bool {
        if let isProven = try await isProven(id, sealer) { return !isProven }
        switch try await tried(id, sealer) {
        case true?: break
        case false?: return true
        // An old key that has sealed nothing needs no proof.
        case nil: if id != sealer.keyID { return false }
        }
        let proof = try sealer.envelope(Self.text, for: Self.place(id), with: id)
        try await pool.execute(
            "insert into gh_key_proofs (key_id, proof) values (\(String(id)), \(proof)) on conflict (key_id) do nothing"
        )
        // Another process may have been quicker, with another key.
        return try await isProven(id, sealer) == false
    }

    /// Whether a key opens what it has left; nil where it has left nothing.
    private func isProven(_ id: UInt16, _ sealer: Sealer) async throws -> Bool? {
        let rows = try await pool.query("select proof from gh_key_proofs where key_id = \(String(id))")
        guard let row = rows.first else { return nil }
        return sealer.opening(try row.data("proof"), for: Self.place(id)) == .opened(Self.text)
    }

    /// Whether a key opens anything of what was sealed under its name; nil where there is nothing of that.
    private func tried(_ id: UInt16, _ sealer: Sealer) async throws -> Bool? {
        var isThere = false
        for table in SealedTable.all {
            let rows = try await pool.query(
                """
                select user_id, \(table.host) as host, \(table.data) as data from \(table.name)
                where \(table.isOurs) and encryption_key_id = \(String(id)) order by updated_at desc
                limit \(Self.mostTried)
                """
            )
            for row in rows {
                isThere = true
                if case .opened = try table.opening(row, with: sealer) { return true }
            }
        }
        return isThere ? false : nil
    }

    private static func place(_ id: UInt16) -> SealedPlace {
        let nobody = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
        return SealedPlace(table: "gh_key_proofs", column: "proof", user: nobody, host: String(id))
    }
}
