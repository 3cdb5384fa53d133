-- Links by which a person may see and work the page of a paused job. The secret stands in the link's fragment and is kept
-- here as a digest; so is the cookie it is exchanged for, once. A link is of one pause: it opens nothing after it.
create table if not exists gh_live_links (
    id uuid primary key default gen_random_uuid(),
    job_id uuid not null references gh_automation_jobs (id) on delete cascade,
    paused_at timestamptz not null,
    mode text not null check (mode in ('control', 'view')),
    secret_hash bytea not null unique,
    cookie_hash bytea,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz
);
create index if not exists gh_live_links_job on gh_live_links (job_id);

-- Where the API reaches a worker's own port.
alter table gh_worker_registry add column if not exists url text;

do $$
declare
    grantee text;
begin
    foreach grantee in array array['anon', 'authenticated'] loop
        if exists (select from pg_roles where rolname = grantee) then
            execute format('revoke all on gh_live_links from %I', grantee);
        end if;
    end loop;
    revoke all on gh_live_links from public;
    alter table gh_live_links enable row level security;
end $$;
