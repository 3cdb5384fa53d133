-- Who is signed in to the console (R61), and the links by which one signs in once. Of a secret only its digest is kept; the
-- mark is four bytes of a digest of the key that was signed in with: a session ends when the key is another one.
create table if not exists gh_console_sessions (
    id uuid primary key default gen_random_uuid(),
    role text not null check (role in ('act', 'view')),
    mark bytea not null,
    link_hash bytea unique,
    cookie_hash bytea unique,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);

do $$
declare
    grantee text;
begin
    alter table gh_console_sessions enable row level security;
    revoke all on gh_console_sessions from public;
    foreach grantee in array array['anon', 'authenticated'] loop
        if exists (select from pg_roles where rolname = grantee) then
            execute format('revoke all on gh_console_sessions from %I', grantee);
        end if;
    end loop;
end $$;
