-- Whether a key is the one that has sealed under its name: a text that only that key opens. A new key under an old name
-- would open nothing and seal over what the old one had sealed.
create table if not exists gh_key_proofs (
    key_id text primary key,
    proof bytea not null,
    created_at timestamptz not null default now()
);

do $$
declare
    grantee text;
begin
    alter table gh_key_proofs enable row level security;
    revoke all on gh_key_proofs from public;
    foreach grantee in array array['anon', 'authenticated'] loop
        if exists (select from pg_roles where rolname = grantee) then
            execute format('revoke all on gh_key_proofs from %I', grantee);
        end if;
    end loop;
end $$;
