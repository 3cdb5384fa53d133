alter table gh_automation_jobs add column if not exists callback_url text;
alter table gh_automation_jobs add column if not exists valet_task_id text;

create index if not exists idx_gh_jobs_valet_task_id on gh_automation_jobs (valet_task_id)
    where valet_task_id is not null;
