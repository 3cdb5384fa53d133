-- Every attempt to deliver a callback (R59): when, what came back, and what of the reply is worth showing.
create table if not exists gh_callback_attempts (
    id bigint generated always as identity primary key,
    callback_id bigint not null references gh_callback_outbox (id) on delete cascade,
    begun_at timestamptz not null,
    milliseconds int not null,
    http_status int,
    outcome text not null check (outcome in ('delivered', 'refused', 'silent', 'gone')),
    error text,
    reply text not null default ''
);
create index if not exists gh_callback_attempts_order on gh_callback_attempts (callback_id, id);

-- Those that ended, for whoever has them delivered again.
create index if not exists gh_outbox_ended on gh_callback_outbox (done_at, id) where state <> 'pending';

do $$
declare
    grantee text;
begin
    alter table gh_callback_attempts enable row level security;
    revoke all on gh_callback_attempts from public;
    foreach grantee in array array['anon', 'authenticated'] loop
        if exists (select from pg_roles where rolname = grantee) then
            execute format('revoke all on gh_callback_attempts from %I', grantee);
        end if;
    end loop;
    if exists (select from pg_roles where rolname = 'service_role') then
        drop policy if exists gh_service on gh_callback_attempts;
        create policy gh_service on gh_callback_attempts for all to service_role using (true) with check (true);
        grant all on gh_callback_attempts to service_role;
    end if;
end $$;
