-- Supabase: users see what is theirs, the service role everything. Nothing to do where these roles do not exist.
do $$
declare
    name text;
    old record;
    owned text[] := array['gh_automation_jobs', 'gh_user_usage', 'gh_browser_sessions'];
begin
    if not exists (select from pg_roles where rolname = 'authenticated')
        or not exists (select from pg_roles where rolname = 'service_role')
        or to_regprocedure('auth.uid()') is null
    then
        return;
    end if;

    -- The predecessor let every signed-in user read and rewrite all manuals.
    for old in
        select policyname from pg_policies
        where schemaname = current_schema() and tablename = 'gh_action_manuals' and not roles <@ '{service_role}'
    loop
        execute format('drop policy %I on gh_action_manuals', old.policyname);
    end loop;

    foreach name in array owned || array[
        'gh_job_events', 'gh_user_credentials', 'gh_action_manuals', 'gh_worker_registry', 'gh_callback_outbox',
        'gh_migrations'
    ] loop
        execute format('alter table %I enable row level security', name);
        execute format('drop policy if exists gh_service on %I', name);
        execute format('create policy gh_service on %I for all to service_role using (true) with check (true)', name);
        execute format('grant all on %I to service_role', name);
    end loop;

    foreach name in array owned loop
        execute format('drop policy if exists gh_own_select on %I', name);
        execute format(
            'create policy gh_own_select on %I for select to authenticated using (user_id = auth.uid())', name
        );
        execute format('grant select on %I to authenticated', name);
    end loop;

    drop policy if exists gh_own_select on gh_job_events;
    create policy gh_own_select on gh_job_events for select to authenticated using (
        exists (select from gh_automation_jobs j where j.id = job_id and j.user_id = auth.uid())
    );
    grant select on gh_job_events to authenticated;

    drop policy if exists gh_own_insert on gh_automation_jobs;
    create policy gh_own_insert on gh_automation_jobs for insert to authenticated
        with check (user_id = auth.uid());
    drop policy if exists gh_own_delete on gh_browser_sessions;
    create policy gh_own_delete on gh_browser_sessions for delete to authenticated using (user_id = auth.uid());
    grant insert on gh_automation_jobs to authenticated;
    grant delete on gh_browser_sessions to authenticated;
end $$;
