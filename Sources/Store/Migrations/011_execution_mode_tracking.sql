alter table gh_automation_jobs add column if not exists execution_mode text default 'auto';
alter table gh_automation_jobs add column if not exists browser_mode text default 'server';
alter table gh_automation_jobs add column if not exists final_mode text;

do $$
begin
    -- The predecessor's later versions know more modes: where a check is there, it stays as it is.
    if not exists (
        select from pg_constraint
        where conrelid = 'gh_automation_jobs'::regclass and contype = 'c'
            and pg_get_constraintdef(oid) like '%execution_mode%'
    ) then
        alter table gh_automation_jobs
            add constraint gh_jobs_execution_mode_check
                check (execution_mode in ('auto', 'ai_only', 'cookbook_only')),
            add constraint gh_jobs_browser_mode_check check (browser_mode in ('server', 'operator')),
            add constraint gh_jobs_final_mode_check check (final_mode in ('cookbook', 'magnitude', 'hybrid'));
    end if;
end $$;
