import Foundation
import GhostHands
import Postgres

/// What is wrong now, as one statement: a row for each alert.
///
/// Messages hold numbers and names of ours; whatever a caller may have written is shown only where it is a plain name.
struct AlertSearch: Sendable {
    let times: LeaseTimes
    let limits: AlertLimits
    /// Jobs that were just taken back.
    let lost: [UUID]

    /// A `with` that ends in `found`.
    var found: SQL {
        let searches: [(AlertKind, SQL)] = [
            (.stuckJobs, stuck), (.queueAge, queue), (.failureRate, Self.failures), (.humanWaiting, Self.waiting),
            (.workerSilent, silent), (.operatorAbsent, absent), (.callbacksFailing, Self.callbacks),
            (.submissionUnconfirmed, Self.unconfirmed), (.realtimeLag, Self.lag), (.storageDown, Self.storage),
            (.diskLow, Self.disk), (.sessionKeyUnknown, Self.keys), (.llmErrors, Self.models), (.spendRate, spending),
        ]
        let all = searches.map { kind, search -> SQL in
            """
            select \(literal: kind) as type, \(literal: kind.severity) as severity, subject::text, message, jobs
            from (\(search)) one (subject, message, jobs)
            """
        }
        let joined = all.dropFirst().reduce(all[0]) { "\($0) union all \($1)" }
        return "with found as materialized (\(joined))"
    }

    /// At most twenty ids, of jobs in their order.
    private static let ids: SQL = "(array_agg(id order by created_at))[1:20]"

    private var stuck: SQL {
        """
        select '', format(
                '%s %s no heartbeat for >%s seconds', count(*), case count(*) when 1 then 'job has' else 'jobs have' end,
                \(Int(times.rescue / .seconds(1)))::int
            ), \(Self.ids)
        from gh_automation_jobs j
        where id = any(\(lost)) or (
            status in (\(literals: JobStatus.held)) and worker_id is not null
            and coalesce(last_heartbeat, updated_at) < \(times.lastSign) and not exists (
                select from gh_worker_registry w
                where w.worker_id = j.worker_id and w.last_heartbeat > \(times.lastSign) and j.id = any(w.held)
            )
        )
        having count(*) > 0
        """
    }

    private static let isDue: SQL = """
        status = \(literal: JobStatus.pending) and run_after <= now() and isfinite(run_after)
            and (expires_at is null or expires_at > now())
        """

    private var queue: SQL {
        """
        select '', format('%s jobs wait, the oldest for %s minutes', count(*),
                floor(extract(epoch from now() - min(run_after)) / 60)), \(Self.ids)
        from gh_automation_jobs
        where \(Self.isDue) and target_worker_id is null and \(Jobs.isForServers)
            and run_after < now() - \(Jobs.interval(limits.queueAge))
        having count(*) > 0
        """
    }

    private var silent: SQL {
        """
        select case when target ~ '^[A-Za-z0-9._:-]{1,100}$' then target else left(md5(target), 8) end,
            format('%s jobs wait for a worker that has not been heard of for >%s seconds', count(*),
                \(Int(times.rescue / .seconds(1)))::int), \(Self.ids)
        from (
            select target_worker_id as target, id, created_at from gh_automation_jobs j
            where \(Self.isDue) and target_worker_id is not null
                and run_after < now() - \(Jobs.interval(times.heartbeat))
                and not exists (
                    select from gh_worker_registry w where w.worker_id = j.target_worker_id
                        and w.status <> 'offline' and w.last_heartbeat > \(times.lastSign)
                )
            limit 10000
        ) waiting group by target
        """
    }

    private var absent: SQL {
        """
        select '', format('%s %s for the own browser of a user of whom none is there', count(*),
                case count(*) when 1 then 'job waits' else 'jobs wait' end), \(Self.ids)
        from gh_automation_jobs j
        where \(Self.isDue) and \(Jobs.isForPeople)
            and run_after < now() - \(Jobs.interval(limits.queueAge))
            and not exists (
                select from gh_operators o
                where o.user_id = j.user_id and o.token_hash is not null and o.seen_at > \(times.lastSign)
            )
        having count(*) > 0
        """
    }

    /// The platform is what the worker has read, else what the caller has named.
    private static let failures: SQL = """
        select platform, format('%s of the last %s jobs have failed', count(*) filter (where has_failed), count(*)),
            (array_agg(id order by created_at desc) filter (where has_failed))[1:20]
        from (
            select *, row_number() over (partition by platform order by created_at desc) as place from (
                select j.id, j.created_at, j.status = \(literal: JobStatus.failed) as has_failed,
                    case when name ~ '^[a-z0-9_]{1,40}$' then name else 'other' end as platform
                from (
                    select * from gh_automation_jobs
                    where created_at > now() - interval '1 day'
                        and status in (\(literals: [JobStatus.completed, .failed]))
                    order by created_at desc limit 500
                ) j cross join lateral (
                    select coalesce((
                        select e.metadata ->> \(literal: JobEvent.Key.platform) from gh_job_events e
                        where e.job_id = j.id and e.metadata ->> \(literal: JobEvent.Key.platform) is not null
                        order by e.job_seq desc limit 1
                    ), j.input_data ->> 'platform', 'other') as name
                ) named
            ) ended
        ) placed where place <= 100 group by platform
        having count(*) >= 10 and 2 * count(*) filter (where has_failed) >= count(*)
        """

    private static let waiting: SQL = """
        select '', format('%s %s for a human, and nobody has opened %s', count(*),
                case count(*) when 1 then 'job waits' else 'jobs wait' end,
                case count(*) when 1 then 'its page' else 'their pages' end), \(ids)
        from gh_automation_jobs j
        where status = \(literal: JobStatus.paused) and isfinite(paused_at)
            and paused_at + make_interval(secs => hitl_timeout_seconds / 2.0) < now() and not exists (
                select from gh_live_links l
                where l.job_id = j.id and l.paused_at = j.paused_at and l.used_at is not null
            )
        having count(*) > 0
        """

    private static let callbacks: SQL = """
        select '', format('%s callbacks wait for hosts that have not taken them for 5 minutes, '
                '%s were given up in the last hour', count(*) filter (where state = 'pending'),
                count(*) filter (where state = 'dead')), (array_agg(distinct job_id))[1:20]
        from (
            (select job_id, state from gh_callback_outbox
                where state = 'pending' and attempts > 0 and created_at < now() - interval '5 minutes' limit 10000)
            union all
            (select job_id, state from gh_callback_outbox
                where state <> 'pending' and state = 'dead' and done_at > now() - interval '1 hour' limit 10000)
        ) failing
        having count(*) > 0
        """

    private static let unconfirmed: SQL = """
        select '', format('%s %s ended without it being known whether the application was sent', count(*),
                case count(*) when 1 then 'job has' else 'jobs have' end), \(ids)
        from gh_automation_jobs
        where created_at > now() - interval '3 days' and completed_at > now() - interval '1 day'
            and status = \(literal: JobStatus.failed) and error_code = 'submission_unconfirmed'
        having count(*) > 0
        """

    private static let lag: SQL = """
        select '', format('A stream of changes is %s MiB behind', lag::bigint / 1048576), '{}'::uuid[]
        from (select \(Totals.realtimeLag) as lag) now where lag > 67108864
        """

    private static let storage: SQL = """
        select process, 'The store of files does not answer', '{}'::uuid[]
        from gh_process_reports where \(Totals.isFresh) and storage_up = false
        """

    private static let disk: SQL = """
        select process, format('%s %% of the disk are free', floor(100 * disk_free)), '{}'::uuid[]
        from gh_process_reports where \(Totals.isFresh) and disk_free < 0.05
        """

    private static let keys: SQL = """
        select process, format('Something was sealed with key %s, which is not here',
                array_to_string(unknown_keys, ', ')), '{}'::uuid[]
        from gh_process_reports where \(Totals.isFresh) and unknown_keys <> '{}'
        """

    private static let models: SQL = """
        select provider, format('%s of %s calls have failed in 15 minutes', failed, calls), '{}'::uuid[]
        from (
            select split_part(labels, '|', 1) as provider, sum(count) as calls,
                sum(count) filter (where split_part(labels, '|', 2) <> 'answered') as failed
            from (\(grown("'gh_llm_calls_total'", since: 15))) calls group by 1
        ) providers where calls >= 4 and 4 * failed >= calls
        """

    private var spending: SQL {
        """
        select '', format('Models have cost $%s in the last hour', round(sum(amount) / 1e9, 2)), '{}'::uuid[]
        from (\(Self.grown("'gh_llm_cost_usd_total'", since: 60))) spent
        having sum(amount) > \(limits.spendPerHour.value)
        """
    }

    /// What was counted under a name in the last minutes, by labels.
    private static func grown(_ name: SQL, since minutes: Int) -> SQL {
        """
        select t.labels, sum(t.count) - coalesce((past ->> 0)::numeric, 0) as count,
            sum(t.amount) - coalesce((past ->> 1)::numeric, 0) as amount
        from gh_totals t left join lateral (
            select totals -> (\(name) || case when t.labels = '' then '' else '|' || t.labels end) as past
            from gh_total_samples where at > now() - make_interval(mins => \(minutes)::int) order by at limit 1
        ) sample on true
        where t.name = \(name) group by t.labels, past
        """
    }
}
