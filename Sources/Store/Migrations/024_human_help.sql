-- What a person gave to let a paused job go on (R15): sealed, read once by its worker in the statement that removes it.
create table if not exists gh_resolutions (
    job_id uuid primary key references gh_automation_jobs (id) on delete cascade,
    sealed bytea not null,
    created_at timestamptz not null default now()
);

-- What sites had left in the browser of a job when it was paused (R14, R51): sealed, for the worker that goes on with it
-- when the page is gone.
create table if not exists gh_paused_sessions (
    job_id uuid primary key references gh_automation_jobs (id) on delete cascade,
    sealed bytea not null,
    created_at timestamptz not null default now()
);

do $$
declare
    name text;
    grantee text;
begin
    foreach name in array array['gh_resolutions', 'gh_paused_sessions'] loop
        execute format('alter table %I enable row level security', name);
        execute format('revoke all on %I from public', name);
        foreach grantee in array array['anon', 'authenticated'] loop
            if exists (select from pg_roles where rolname = grantee) then
                execute format('revoke all on %I from %I', name, grantee);
            end if;
        end loop;
        if exists (select from pg_roles where rolname = 'service_role') then
            execute format('drop policy if exists gh_service on %I', name);
            execute format(
                'create policy gh_service on %I for all to service_role using (true) with check (true)', name
            );
            execute format('grant all on %I to service_role', name);
        end if;
    end loop;
end $$;

-- The paused jobs, for whoever ends those that nobody answers: few at any time.
create index if not exists gh_jobs_paused on gh_automation_jobs (paused_at) where status = 'paused';
