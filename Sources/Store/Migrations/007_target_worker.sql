alter table gh_automation_jobs add column if not exists target_worker_id text;

do $$
begin
    -- The predecessor's default is 'preferred', but its workers always treated the target as strict, and so do we.
    if not exists (
        select from information_schema.columns
        where table_schema = current_schema() and table_name = 'gh_automation_jobs' and column_name = 'worker_affinity'
    ) then
        alter table gh_automation_jobs add column worker_affinity text not null default 'strict'
            constraint gh_jobs_worker_affinity_check check (worker_affinity in ('strict', 'preferred', 'any'));
    else
        alter table gh_automation_jobs alter column worker_affinity set default 'strict';
    end if;
end $$;
