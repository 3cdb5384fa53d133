-- Realtime: both tables in the publication that Supabase, or our own realtime server, reads.
do $$
declare
    name text;
begin
    if not exists (select from pg_publication where pubname = 'supabase_realtime') then
        if current_setting('wal_level') <> 'logical'
            or not has_database_privilege(current_database(), 'CREATE')
        then
            return;
        end if;
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
        raise warning 'realtime is off: this role may not change the publication supabase_realtime';
end $$;
