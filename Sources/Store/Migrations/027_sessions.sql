-- What sites have left for a user's later jobs (R58): who writes says which version they have read, so that two that end
-- together lose nothing; and which other hosts the last session met, whose values a job begins with too.
alter table gh_browser_sessions add column if not exists version int not null default 1;
alter table gh_browser_sessions add column if not exists met text[] not null default '{}';

-- What was deleted while jobs may have been running that have it still: none of them brings it back. The empty domain
-- stands for all.
create table if not exists gh_session_deletions (
    user_id uuid not null,
    domain text not null,
    deleted_at timestamptz not null,
    primary key (user_id, domain)
);
create index if not exists gh_session_deletions_age on gh_session_deletions (deleted_at);

-- Users may delete their rows themselves, past us.
create or replace function gh_note_session_deletion() returns trigger language plpgsql security definer as $$
begin
    if old.expires_at is null or old.expires_at > now() then
        insert into gh_session_deletions (user_id, domain, deleted_at)
        values (old.user_id, old.domain, clock_timestamp())
        on conflict (user_id, domain) do update set deleted_at = excluded.deleted_at;
    end if;
    return old;
end $$;
do $$
begin
    execute format(
        'alter function gh_note_session_deletion() set search_path to %I, pg_temp', current_schema()
    );
end $$;
create or replace trigger gh_session_deletion before delete on gh_browser_sessions
    for each row execute function gh_note_session_deletion();

-- When the attempt began whose browser is kept: what was deleted after that stays deleted.
alter table gh_paused_sessions add column if not exists begun_at timestamptz not null default now();

do $$
declare
    grantee text;
begin
    foreach grantee in array array['anon', 'authenticated'] loop
        if exists (select from pg_roles where rolname = grantee) then
            execute format('revoke all on gh_session_deletions from %I', grantee);
        end if;
    end loop;
    revoke all on gh_session_deletions from public;
    alter table gh_session_deletions enable row level security;
    if exists (select from pg_roles where rolname = 'service_role') then
        drop policy if exists gh_service on gh_session_deletions;
        create policy gh_service on gh_session_deletions for all to service_role using (true) with check (true);
        grant all on gh_session_deletions to service_role;
    end if;
end $$;
