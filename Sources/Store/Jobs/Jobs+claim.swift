public import Foundation
public import GhostHands
import Postgres

extension Jobs {
    /// Takes jobs out of the queue for a worker.
    ///
    /// Those meant for it come first; then the higher priority, within it users in turns, then the oldest (R1). A job
    /// that prefers another worker is taken once that one has been silent for two minutes (R24).
    ///
    /// - Parameters:
    ///   - workerID: the worker that will hold them.
    ///   - limit: how many at most.
    ///   - mostPerUser: how many jobs of one user may be under way with all workers together; nil for any number.
    ///   - person: whose own browser it is that takes them: jobs of theirs that ask for it, and no others; nil for a
    ///     server, which takes none of those (R62).
    ///   - declined: jobs that are left for later, for the person has closed their windows.
    /// - Returns: the worker's leases; their jobs are `queued` now, and what they say is read when they are begun.
    /// - Throws: `PostgresError`.
    public func claim(
        workerID: String,
        limit: Int,
        mostPerUser: Int? = nil,
        inBrowserOf person: UUID? = nil,
        but declined: [UUID] = []
    ) async throws -> [Lease] {
        let suits: SQL =
            if let person {
                "\(Self.isForPeople) and user_id = \(person) and not (id = any(\(declined)))"
            } else { Self.isForServers }
        do {
            return try await claimTogether(workerID, limit, mostPerUser, suits)
        } catch let error as PostgresError where error.isOfRow {
            return try await claimSingly(workerID, limit, mostPerUser, suits)
        }
    }

    /// What makes a row one for a server's browser.
    static let isForServers: SQL = "browser_mode is distinct from 'operator'"
    /// What makes a row one for its user's own browser.
    static let isForPeople: SQL = "browser_mode = 'operator'"

    private func claimTogether(
        _ workerID: String,
        _ limit: Int,
        _ mostPerUser: Int?,
        _ suits: SQL
    ) async throws -> [Lease] {
        guard let mostPerUser else {
            return try await pool.query(query(workerID, limit, suits)).map { try Lease($0, workerID) }
        }
        return try await pool.withTransaction { connection in
            try await connection.execute(Jobs.oneAtATime)
            let hasPlace: SQL = "\(suits) and \(Jobs.hasPlace(mostPerUser))"
            var claimed: [Lease] = []
            // One by one, because each claim may take its user's last place.
            while claimed.count < limit,
                let row = try await connection.query(query(workerID, 1, hasPlace)).first
            {
                claimed.append(try Lease(row, workerID))
            }
            return claimed
        }
    }

    /// Claims row by row, for the database refuses to change one of them: that one stays, and is named.
    private func claimSingly(
        _ workerID: String,
        _ limit: Int,
        _ mostPerUser: Int?,
        _ suits: SQL
    ) async throws -> [Lease] {
        try await pool.withTransaction { connection in
            if mostPerUser != nil { try await connection.execute(Jobs.oneAtATime) }
            let hasPlace: SQL = if let mostPerUser { "\(suits) and \(Jobs.hasPlace(mostPerUser))" } else { suits }
            let next = try await connection.query(
                "\(picked(workerID, limit + Self.mostRefused, hasPlace)) select id from pick"
            )
            var claimed: [Lease] = []
            try await singly(try next.map { try $0.uuid("id") }, on: connection) { id, connection in
                guard claimed.count < limit else { return }
                let pick: SQL = "(select j.id from gh_automation_jobs j where id = \(id) and \(hasPlace))"
                claimed += try await connection.query(taken(by: workerID, pick)).map { try Lease($0, workerID) }
            }
            return claimed
        }
    }

    /// How many rows that the database refuses to change a claim looks past.
    private static let mostRefused = 100

    /// Two claims at once would both find the user's last place free.
    private static let oneAtATime: SQL = "select pg_advisory_xact_lock(hashtext('gh_claim_per_user'))"

    private static func hasPlace(_ mostPerUser: Int) -> SQL {
        """
        (select count(*) from gh_automation_jobs held
            where held.user_id = j.user_id and held.status in (\(literals: JobStatus.held))) < \(mostPerUser)
        """
    }

    private func query(_ workerID: String, _ limit: Int, _ hasPlace: SQL) -> SQL {
        "\(picked(workerID, limit, hasPlace)) \(taken(by: workerID, "pick"))"
    }

    private func taken(by workerID: String, _ pick: SQL) -> SQL {
        """
        update gh_automation_jobs j set
            \(Transition.claim.sets), worker_id = \(workerID), \(Jobs.nextOwner), completed_at = null,
            last_heartbeat = now(), updated_at = now()
        from \(pick) next where j.id = next.id returning j.id, j.lease_token
        """
    }

    private func picked(_ workerID: String, _ limit: Int, _ hasPlace: SQL) -> SQL {
        """
        with own as (
            select \(Jobs.rank) from gh_automation_jobs j
            where \(Jobs.isDue) and \(hasPlace) and target_worker_id = \(workerID)
            \(Jobs.inOrder) limit \(limit) for update skip locked
        ), shared as (
            select \(Jobs.rank) from gh_automation_jobs j
            where \(Jobs.isDue) and \(hasPlace) and target_worker_id is null
            \(Jobs.inOrder) limit \(limit) for update skip locked
        ), adopted as (
            select \(Jobs.rank) from gh_automation_jobs j
            where \(Jobs.isDue) and \(hasPlace) and target_worker_id <> \(workerID) and \(isAdoptable)
            \(Jobs.inOrder) limit \(limit) for update skip locked
        ), pick as materialized (
            select id from (
                select 0 as kind, * from own union all
                select 1, * from shared union all
                select 1, * from adopted
            ) candidates order by kind, effective_priority desc, turn, run_after, id limit \(limit)
        )
        """
    }

    private static let rank: SQL = "id, effective_priority, turn, run_after"
    private static let inOrder: SQL = "order by effective_priority desc, turn, run_after, id"

    private static let isDue: SQL = """
        \(Transition.claim.fits) and run_after <= now() and (expires_at is null or expires_at > now())
            and submit_intent_at is null
        """

    private var isAdoptable: SQL {
        """
        (worker_affinity = 'any' or (worker_affinity = 'preferred' and greatest(
            run_after, (select w.last_heartbeat from gh_worker_registry w where w.worker_id = j.target_worker_id)
        ) < \(times.lastSign)))
        """
    }
}

extension Lease {
    fileprivate init(_ row: Row, _ workerID: String) throws {
        self.init(jobID: try row.uuid("id"), token: try row.int64("lease_token"), workerID: workerID)
    }
}
