-- People's own browsers that take jobs of their users (R62): first an invitation that a code opens once, then a pairing that a
-- token proves. Of code and token only digests are kept.
create table if not exists gh_operators (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null,
    name text not null default '',
    code_hash bytea unique,
    token_hash bytea unique,
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    paired_at timestamptz,
    seen_at timestamptz,
    check ((code_hash is null) <> (token_hash is null))
);

create index if not exists gh_operators_user on gh_operators (user_id);

do $$
declare
    grantee text;
begin
    alter table gh_operators enable row level security;
    revoke all on gh_operators from public;
    foreach grantee in array array['anon', 'authenticated'] loop
        if exists (select from pg_roles where rolname = grantee) then
            execute format('revoke all on gh_operators from %I', grantee);
        end if;
    end loop;
end $$;
