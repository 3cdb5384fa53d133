-- Leases (R7), the order of the queue (R1), its end (R23), and what a request may say of callbacks (R10).
alter table gh_automation_jobs
    add column if not exists lease_token bigint not null default 0,
    add column if not exists cancel_requested_at timestamptz,
    add column if not exists run_after timestamptz not null default now(),
    add column if not exists expires_at timestamptz,
    add column if not exists queue_ttl_seconds int,
    add column if not exists effective_priority int,
    add column if not exists turn bigint not null default 0,
    add column if not exists request_hash text,
    add column if not exists callback_events text[] not null
        default '{running,completed,failed,needs_human,resumed}';

update gh_automation_jobs set
    effective_priority = priority,
    run_after = case when status = 'pending' then coalesce(scheduled_at, created_at) else run_after end
    where effective_priority is null;

-- Rows that others insert have no effective priority of their own and get their priority's.
create or replace function gh_set_effective_priority() returns trigger language plpgsql as $$
begin
    new.effective_priority := coalesce(new.effective_priority, new.priority);
    return new;
end $$;
drop trigger if exists gh_jobs_effective_priority on gh_automation_jobs;
create trigger gh_jobs_effective_priority before insert on gh_automation_jobs
    for each row when (new.effective_priority is null) execute function gh_set_effective_priority();
alter table gh_automation_jobs alter column effective_priority set not null;

do $$
declare
    old record;
begin
    -- A notification in the inserting transaction makes all commits queue behind one lock (R32).
    for old in
        select t.tgname from pg_trigger t join pg_proc p on p.oid = t.tgfoid
        where t.tgrelid = 'gh_automation_jobs'::regclass and p.proname = 'gh_notify_new_job'
    loop
        execute format('drop trigger %I on gh_automation_jobs', old.tgname);
    end loop;
    drop function if exists gh_notify_new_job();

    if not exists (
        select from pg_constraint
        where conrelid = 'gh_automation_jobs'::regclass and conname = 'finished_has_time'
    ) then
        -- Not valid: rows of the predecessor may break it, new ones may not.
        alter table gh_automation_jobs add constraint finished_has_time check (
            (status in ('completed', 'failed', 'cancelled', 'expired')) = (completed_at is not null)
        ) not valid;
    end if;
end $$;

alter table gh_automation_jobs set (
    fillfactor = 85, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
    autovacuum_analyze_scale_factor = 0.02
);

create index if not exists gh_jobs_claim on gh_automation_jobs (effective_priority desc, turn, run_after, id)
    where status = 'pending' and target_worker_id is null;
create index if not exists gh_jobs_claim_targeted
    on gh_automation_jobs (target_worker_id, effective_priority desc, turn, run_after, id)
    where status = 'pending' and target_worker_id is not null;
-- The columns of heartbeats stay out of every index: only so is an update of them done within the page.
drop index if exists idx_gh_jobs_heartbeat;
create index if not exists gh_jobs_held on gh_automation_jobs (worker_id)
    where status in ('queued', 'running', 'paused');
create index if not exists gh_jobs_turns on gh_automation_jobs (user_id, priority, turn desc)
    where status in ('pending', 'queued', 'running', 'paused');
create index if not exists gh_jobs_list on gh_automation_jobs (created_at desc, id desc);
create index if not exists gh_jobs_expiry on gh_automation_jobs (expires_at)
    where status = 'pending' and expires_at is not null;
create index if not exists gh_jobs_aging on gh_automation_jobs (run_after) where status = 'pending';
