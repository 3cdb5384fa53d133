create table if not exists gh_worker_registry (
    worker_id text primary key,
    status text not null default 'active',
    target_worker_id text,
    ec2_instance_id text,
    ec2_ip text,
    current_job_id uuid,
    registered_at timestamptz not null default now(),
    last_heartbeat timestamptz not null default now(),
    jobs_completed int not null default 0,
    jobs_failed int not null default 0,
    metadata jsonb default '{}',
    constraint gh_worker_registry_status_check check (status in ('active', 'draining', 'offline'))
);
alter table gh_worker_registry add column if not exists max_concurrent int not null default 1;

do $$
declare
    old record;
begin
    -- The predecessor's foreign key forbids deleting a job that a worker once did.
    for old in
        select conname from pg_constraint
        where conrelid = 'gh_worker_registry'::regclass and confrelid = 'gh_automation_jobs'::regclass
            and confdeltype <> 'n'
    loop
        execute format('alter table gh_worker_registry drop constraint %I', old.conname);
    end loop;
    if not exists (
        select from pg_constraint
        where conrelid = 'gh_worker_registry'::regclass and confrelid = 'gh_automation_jobs'::regclass
    ) then
        alter table gh_worker_registry add constraint gh_worker_registry_job_fk
            foreign key (current_job_id) references gh_automation_jobs (id) on delete set null;
    end if;
end $$;
