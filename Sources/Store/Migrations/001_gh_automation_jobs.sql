-- The jobs, as the predecessor's base schema has them.
create table if not exists gh_automation_jobs (
    id uuid primary key default gen_random_uuid(),
    idempotency_key varchar(255) unique,
    user_id uuid not null,
    created_by varchar(100) not null default 'valet',
    job_type varchar(50) not null,
    target_url text not null,
    task_description text not null,
    input_data jsonb not null default '{}',
    priority int not null default 5,
    scheduled_at timestamptz,
    max_retries int not null default 3,
    retry_count int not null default 0,
    timeout_seconds int not null default 300,
    status varchar(20) not null default 'pending',
    status_message text,
    started_at timestamptz,
    completed_at timestamptz,
    last_heartbeat timestamptz,
    worker_id varchar(100),
    manual_id uuid,
    engine_type varchar(20),
    result_data jsonb,
    result_summary text,
    error_code varchar(50),
    error_details jsonb,
    screenshot_urls jsonb default '[]',
    artifact_urls jsonb default '[]',
    metadata jsonb default '{}',
    tags jsonb default '[]',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint gh_jobs_status_check check (
        status in ('pending', 'queued', 'running', 'paused', 'completed', 'failed', 'cancelled', 'expired')
    ),
    constraint gh_jobs_priority_check check (priority between 1 and 10),
    constraint gh_jobs_type_check check (job_type in ('apply', 'scrape', 'fill_form', 'custom'))
);

create index if not exists idx_gh_jobs_user_status on gh_automation_jobs (user_id, status, created_at desc);
