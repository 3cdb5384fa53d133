-- What is wrong and was (contract 13.5): raised when it is first seen, cleared when it is seen no more, and kept.
create table if not exists gh_alerts (
    id bigint generated always as identity primary key,
    type text not null,
    -- What of several it is about: a platform, a worker, a process, a provider.
    subject text not null default '',
    severity text not null check (severity in ('warning', 'critical')),
    message text not null,
    jobs uuid[] not null default '{}',
    detected_at timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    cleared_at timestamptz
);
create unique index if not exists gh_alerts_raised on gh_alerts (type, subject) where cleared_at is null;
create index if not exists gh_alerts_cleared on gh_alerts (cleared_at) where cleared_at is not null;

-- When somebody last looked for alerts: who holds this row looks, and the others leave it to them.
create table if not exists gh_alert_watch (
    one boolean primary key default true check (one),
    looked_at timestamptz not null default '-infinity'
);
insert into gh_alert_watch default values on conflict do nothing;

-- What only a process itself can see: its disk, whether it reaches the files, keys that it lacks.
create table if not exists gh_process_reports (
    process text primary key,
    told_at timestamptz not null default now(),
    disk_free float8,
    storage_up boolean,
    unknown_keys int[] not null default '{}'
);

-- The totals minute by minute, for what is told by the hour, for a week.
create table if not exists gh_total_samples (
    at timestamptz primary key default now(),
    totals jsonb not null
);

do $$
declare
    name text;
    grantee text;
begin
    foreach name in array array['gh_alerts', 'gh_alert_watch', 'gh_process_reports', 'gh_total_samples'] loop
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
