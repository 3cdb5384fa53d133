-- What has happened so far, so that every process tells the same and nothing that is forgotten makes a sum smaller (R29).
-- Each server process counts in rows of its own, for which nobody else ever waits; those of processes that have ended are
-- put together under 0 by the upkeep. The names and labels are those of GhostHands/Metric.
create table if not exists gh_totals (
    name text not null,
    -- The values of its labels, with | between them; of a histogram the last is the number of the bucket.
    labels text not null default '',
    backend int not null,
    count bigint not null default 0,
    -- Of what is measured the sum in milliseconds, of money in nano-dollars.
    amount bigint not null default 0,
    primary key (name, labels, backend)
) with (fillfactor = 50);

do $$
declare
    grantee text;
    place text := quote_ident(current_schema());
begin
    alter table gh_totals enable row level security;
    revoke all on gh_totals from public;
    foreach grantee in array array['anon', 'authenticated'] loop
        if exists (select from pg_roles where rolname = grantee) then
            execute format('revoke all on gh_totals from %I', grantee);
        end if;
    end loop;
    if exists (select from pg_roles where rolname = 'service_role') then
        drop policy if exists gh_service on gh_totals;
        create policy gh_service on gh_totals for all to service_role using (true) with check (true);
        grant all on gh_totals to service_role;
    end if;

    -- They count for whoever changes a job, who may not write here: so the table's schema is named.
    execute replace($made$
        create or replace function gh_count_made() returns trigger language plpgsql security definer
        set search_path = pg_catalog, pg_temp as $body$
        begin
            insert into PLACE.gh_totals as t (name, labels, backend, count)
            select 'gh_jobs_created_total', job_type, pg_backend_pid(), count(*) from made group by job_type
            on conflict (name, labels, backend) do update set count = t.count + excluded.count;
            return null;
        end $body$
    $made$, 'PLACE', place);
    execute replace($changed$
        create or replace function gh_count_change() returns trigger language plpgsql security definer
        set search_path = pg_catalog, pg_temp as $body$
        declare
            -- The bounds of GhostHands/Metric.
            waited constant float8[] := array[0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 14400];
            worked constant float8[] := array[1, 2.5, 5, 10, 20, 40, 60, 120, 300, 600, 1800];
            seconds float8;
            mode text;
        begin
            if new.status = 'pending' then
                insert into PLACE.gh_totals as t (name, backend, count)
                values ('gh_jobs_retried_total', pg_backend_pid(), 1)
                on conflict (name, labels, backend) do update set count = t.count + 1;
            elsif new.status = 'running' then
                -- Others may have written any time there.
                seconds := case when isfinite(new.run_after) and isfinite(new.created_at)
                    then greatest(0, extract(epoch from now() - greatest(new.run_after, new.created_at))) else 0 end;
                insert into PLACE.gh_totals as t (name, labels, backend, count, amount)
                values ('gh_job_wait_seconds', width_bucket(seconds, waited)::text, pg_backend_pid(), 1,
                    least(seconds, 1e9) * 1000)
                on conflict (name, labels, backend) do update set
                    count = t.count + 1, amount = t.amount + excluded.amount;
            elsif new.status = 'paused' then
                insert into PLACE.gh_totals as t (name, labels, backend, count)
                values ('gh_human_help_total', case when new.interaction_type ~ '^[a-z0-9_]{1,30}$'
                    then new.interaction_type else 'other' end, pg_backend_pid(), 1)
                on conflict (name, labels, backend) do update set count = t.count + 1;
            else
                seconds := case when isfinite(new.started_at)
                    then greatest(0, extract(epoch from now() - new.started_at)) end;
                mode := case when new.final_mode in ('cookbook', 'magnitude', 'hybrid')
                    then new.final_mode else 'none' end;
                insert into PLACE.gh_totals as t (name, labels, backend, count, amount)
                select ended.name, ended.labels, pg_backend_pid(), 1, ended.amount from (values
                    ('gh_jobs_' || new.status || '_total', case when new.status <> 'failed' then ''
                        when new.error_code ~ '^[a-z_]{1,50}$' then new.error_code else 'other' end, 0),
                    ('gh_job_run_seconds', mode || '|' || new.status || '|' || width_bucket(seconds, worked),
                        least(seconds, 1e9) * 1000)
                ) ended (name, labels, amount)
                where ended.name <> 'gh_job_run_seconds'
                    or (seconds is not null and new.status in ('completed', 'failed'))
                on conflict (name, labels, backend) do update set
                    count = t.count + 1, amount = t.amount + excluded.amount;
            end if;
            return null;
        end $body$
    $changed$, 'PLACE', place);
end $$;

drop trigger if exists gh_jobs_count_made on gh_automation_jobs;
create trigger gh_jobs_count_made after insert on gh_automation_jobs
    referencing new table as made for each statement execute function gh_count_made();
drop trigger if exists gh_jobs_count_change on gh_automation_jobs;
create trigger gh_jobs_count_change after update of status on gh_automation_jobs for each row
    when (
        old.status is distinct from new.status and (
            new.status in ('paused', 'completed', 'failed', 'cancelled', 'expired')
            or (new.status = 'running' and old.status = 'queued')
            or (new.status = 'pending' and new.retry_count > old.retry_count)
        )
    )
    execute function gh_count_change();

-- What had happened before anybody counted, as far as it is still known.
insert into gh_totals (name, labels, backend, count, amount)
select before.* from (
    select 'gh_jobs_created_total', job_type::text, 0, count(*), 0::bigint
    from gh_automation_jobs group by job_type
    union all
    select 'gh_jobs_' || status || '_total', case when status <> 'failed' then ''
            when error_code ~ '^[a-z_]{1,50}$' then error_code else 'other' end, 0, count(*), 0
    from gh_automation_jobs where status in ('completed', 'failed', 'cancelled', 'expired') group by 1, 2
    union all
    select 'gh_jobs_retried_total', '', 0, sum(retry_count::bigint)::bigint, 0
    from gh_automation_jobs having sum(retry_count::bigint) > 0
    union all
    select 'gh_llm_tokens_total', '', 0, sum(total_input_tokens::numeric + total_output_tokens)::bigint, 0
    from gh_user_usage having sum(total_input_tokens::numeric + total_output_tokens) between 1 and 4e18
    union all
    select 'gh_llm_cost_usd_total', '', 0, 0, sum(spent_nano::numeric)::bigint
    from gh_user_usage having sum(spent_nano::numeric) between 1 and 4e18
) before
where not exists (select from gh_totals);
