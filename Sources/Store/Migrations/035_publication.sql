-- The publication was left out where `wal_level` was not logical yet: it may be raised later, and then nobody comes back
-- to these tables. Realtime looks for what was missed by the time at which events were written: a few pages of an index
-- suffice for that, since they are written in its order.
do $$
declare
    name text;
begin
    if not exists (select from pg_publication where pubname = 'supabase_realtime') then
        create publication supabase_realtime;
    end if;
    foreach name in array array['gh_automation_jobs', 'gh_job_events'] loop
        if not exists (
            select from pg_publication_tables
            where pubname = 'supabase_realtime' and schemaname = current_schema() and tablename = name
        ) then
            execute format('alter publication supabase_realtime add table %I', name);
        end if;
    end loop;
exception
    when insufficient_privilege then
        raise warning 'changes are looked for instead of streamed: this role may not make the publication supabase_realtime';
end $$;

create index if not exists gh_job_events_time on gh_job_events using brin (created_at) with (autosummarize = on);
