-- Callbacks wait here from the transaction that changed the job until they are delivered.
create table if not exists gh_callback_outbox (
    id bigint generated always as identity primary key,
    job_id uuid not null references gh_automation_jobs (id) on delete cascade,
    status text not null,
    url text not null,
    body text not null,
    webhook_id text not null unique,
    attempts int not null default 0,
    next_attempt_at timestamptz not null default now(),
    locked_until timestamptz,
    state text not null default 'pending' check (state in ('pending', 'delivered', 'dead')),
    last_error text,
    created_at timestamptz not null default now(),
    done_at timestamptz
);
create index if not exists gh_outbox_due on gh_callback_outbox (next_attempt_at, id) where state = 'pending';
create index if not exists gh_outbox_order on gh_callback_outbox (job_id, id);
