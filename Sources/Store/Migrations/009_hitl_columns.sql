alter table gh_automation_jobs add column if not exists interaction_type text;
alter table gh_automation_jobs add column if not exists interaction_data jsonb;
alter table gh_automation_jobs add column if not exists paused_at timestamptz;
alter table gh_automation_jobs add column if not exists hitl_timeout_seconds int not null default 300;
