-- Running jobs that a person wants to take over (R53): their worker stops at the next safe point.
create table if not exists gh_takeovers (
    job_id uuid primary key references gh_automation_jobs (id) on delete cascade,
    requested_at timestamptz not null default now()
);

-- When the person who opened a link said that the job may go on, or that they want it back: should it wait again, they
-- get another link without being sent one.
alter table gh_live_links add column if not exists resumed_at timestamptz;
-- Where no socket reaches the worker: when a picture was asked for, and when the worker kept one last.
alter table gh_live_links add column if not exists picture_wanted_at timestamptz;
alter table gh_live_links add column if not exists pictured_at timestamptz;

do $$
declare
    grantee text;
begin
    alter table gh_takeovers enable row level security;
    revoke all on gh_takeovers from public;
    foreach grantee in array array['anon', 'authenticated'] loop
        if exists (select from pg_roles where rolname = grantee) then
            execute format('revoke all on gh_takeovers from %I', grantee);
        end if;
    end loop;
end $$;
