-- The same counts as 040 for two thirds of the time: a row that is made is counted by itself, without a table of what was
-- made; times are told in floating point, not in numeric; and what a job ended as and how long it ran are two plain rows.
do $$
declare
    place text := quote_ident(current_schema());
begin
    execute replace($made$
        create or replace function gh_count_made() returns trigger language plpgsql security definer
        set search_path = pg_catalog, pg_temp as $body$
        begin
            insert into PLACE.gh_totals as t (name, labels, backend, count)
            values ('gh_jobs_created_total', new.job_type, pg_backend_pid(), 1)
            on conflict (name, labels, backend) do update set count = t.count + 1;
            return null;
        end $body$
    $made$, 'PLACE', place);
    execute replace($changed$
        create or replace function gh_count_change() returns trigger language plpgsql security definer
        set search_path = pg_catalog, pg_temp as $body$
        declare
            seconds float8;
        begin
            -- The bounds of GhostHands/Metric stand in the statements: a variable would be read anew for every job.
            if new.status = 'running' then
                -- Others may have written any time there.
                seconds := case when isfinite(new.run_after) and isfinite(new.created_at) then greatest(
                    0, date_part('epoch', now()) - date_part('epoch', greatest(new.run_after, new.created_at))
                ) else 0 end;
                insert into PLACE.gh_totals as t (name, labels, backend, count, amount)
                values ('gh_job_wait_seconds', width_bucket(seconds,
                    '{0.1,0.5,1,5,15,60,300,900,3600,14400}'::float8[])::text, pg_backend_pid(), 1,
                    least(seconds, 1e9) * 1000)
                on conflict (name, labels, backend) do update set
                    count = t.count + 1, amount = t.amount + excluded.amount;
            elsif new.status = 'pending' then
                insert into PLACE.gh_totals as t (name, backend, count)
                values ('gh_jobs_retried_total', pg_backend_pid(), 1)
                on conflict (name, labels, backend) do update set count = t.count + 1;
            elsif new.status = 'paused' then
                insert into PLACE.gh_totals as t (name, labels, backend, count)
                values ('gh_human_help_total', case when new.interaction_type ~ '^[a-z0-9_]{1,30}$'
                    then new.interaction_type else 'other' end, pg_backend_pid(), 1)
                on conflict (name, labels, backend) do update set count = t.count + 1;
            else
                insert into PLACE.gh_totals as t (name, labels, backend, count)
                values ('gh_jobs_' || new.status || '_total', case when new.status <> 'failed' then ''
                    when new.error_code ~ '^[a-z_]{1,50}$' then new.error_code else 'other' end, pg_backend_pid(), 1)
                on conflict (name, labels, backend) do update set count = t.count + 1;
                if new.status in ('completed', 'failed') and isfinite(new.started_at) then
                    seconds := greatest(0, date_part('epoch', now()) - date_part('epoch', new.started_at));
                    insert into PLACE.gh_totals as t (name, labels, backend, count, amount)
                    values ('gh_job_run_seconds', case when new.final_mode in ('cookbook', 'magnitude', 'hybrid')
                        then new.final_mode else 'none' end || '|' || new.status || '|'
                        || width_bucket(seconds, '{1,2.5,5,10,20,40,60,120,300,600,1800}'::float8[]),
                        pg_backend_pid(), 1, least(seconds, 1e9) * 1000)
                    on conflict (name, labels, backend) do update set
                        count = t.count + 1, amount = t.amount + excluded.amount;
                end if;
            end if;
            return null;
        end $body$
    $changed$, 'PLACE', place);
end $$;

drop trigger if exists gh_jobs_count_made on gh_automation_jobs;
create trigger gh_jobs_count_made after insert on gh_automation_jobs for each row execute function gh_count_made();
