public import Foundation
public import GhostHands
import Postgres

/// The answers that models derived, each for one user, sealed.
public struct LearnedAnswers: Sendable {
    let pool: PostgresPool
    let sealer: Sealer?

    /// How many are kept for a user; the oldest go first.
    private static let mostPerUser = 1000

    /// Looks for answers to questions of a user.
    ///
    /// - Parameter keys: what tells the questions from others.
    /// - Returns: the answers there are.
    /// - Throws: `PostgresError`.
    public func find(_ keys: [String], of userID: UUID) async throws -> [LearnedAnswer] {
        guard let sealer, !keys.isEmpty else { return [] }
        let pairs = keys.flatMap { key in sealer.names(key).map { ($0, key) } }
        let names = Dictionary(pairs) { first, _ in first }
        let rows = try await pool.query(
            """
            select question_key, sealed from gh_learned_answers
            where user_id = \(userID) and question_key = any(\(Array(names.keys))::text[])
            """
        )
        return try rows.compactMap { row in
            let name = try row.string("question_key")
            guard let key = names[name],
                let data = sealer.open(try row.data("sealed"), for: Self.owner(userID, name)),
                let json = try? JSON(parsing: data)
            else { return nil }
            return LearnedAnswer(json, key: key)
        }
    }

    /// Counts the answers that are kept for a user.
    ///
    /// - Returns: how many there are, and when the last was kept.
    /// - Throws: `PostgresError`.
    public func count(of userID: UUID) async throws -> (number: Int, last: Date?) {
        let row = try await pool.query(
            "select count(*) as number, max(updated_at) as last from gh_learned_answers where user_id = \(userID)"
        )
        .only()
        return (try row.int("number"), try row.timeOrNil("last"))
    }

    /// Keeps answers; a newer one to the same question takes the place of the older.
    ///
    /// - Parameters:
    ///   - userID: whose they are.
    ///   - jobID: the job for which they were derived.
    /// - Throws: `PostgresError`.
    public func keep(_ answers: [LearnedAnswer], of userID: UUID, from jobID: UUID) async throws {
        guard let sealer, !answers.isEmpty else { return }
        let sealed = try answers.map { answer in
            let name = sealer.name(answer.key)
            return (name, try sealer.seal(answer.json.data, for: Self.owner(userID, name)))
        }
        try await pool.withTransaction { connection in
            for (name, data) in sealed {
                try await connection.execute(
                    """
                    insert into gh_learned_answers (user_id, question_key, sealed, job_id)
                    values (\(userID), \(name), \(data), \(jobID))
                    on conflict (user_id, question_key) do update set
                        sealed = excluded.sealed, job_id = excluded.job_id, updated_at = now()
                    """
                )
            }
            try await connection.execute(
                """
                delete from gh_learned_answers where user_id = \(userID) and question_key in (
                    select question_key from gh_learned_answers where user_id = \(userID)
                    order by updated_at desc, question_key offset \(Self.mostPerUser)
                )
                """
            )
        }
    }

    /// Forgets everything that was derived for a user.
    ///
    /// - Returns: how many answers there were.
    /// - Throws: `PostgresError`.
    public func forget(of userID: UUID) async throws -> Int {
        try await pool.execute("delete from gh_learned_answers where user_id = \(userID)")
    }

    private static func owner(_ userID: UUID, _ name: String) -> String { "learned|\(userID.uuidString)|\(name)" }
}
