create table if not exists gh_job_events (
    id uuid primary key default gen_random_uuid(),
    job_id uuid not null references gh_automation_jobs (id) on delete cascade,
    event_type varchar(50) not null,
    from_status varchar(20),
    to_status varchar(20),
    message text,
    metadata jsonb default '{}',
    actor varchar(100) not null default 'system',
    created_at timestamptz not null default now()
);

-- The order of events that share one moment, which a batch does.
alter table gh_job_events add column if not exists seq bigint generated always as identity;

create index if not exists gh_job_events_order on gh_job_events (job_id, created_at, seq);

-- Every change of status leaves an event, whoever makes it; the predecessor's clients read these.
create or replace function gh_log_status_change() returns trigger language plpgsql as $$
begin
    insert into gh_job_events (job_id, event_type, from_status, to_status, message, actor)
    values (
        new.id, 'status_change', old.status, new.status,
        format('Status changed from %s to %s', old.status, new.status), coalesce(new.worker_id, 'system')
    );
    return new;
end $$;

do $$
begin
    if not exists (
        select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
        where t.tgrelid = 'gh_automation_jobs'::regclass and p.proname = 'gh_log_status_change'
    ) then
        create trigger gh_jobs_log_status_change after update of status on gh_automation_jobs
            for each row when (old.status is distinct from new.status) execute function gh_log_status_change();
    end if;
end $$;
