-- Manuals that are kept by the form and not by the address, and that heal: what they look up by, and what they were.
alter table gh_action_manuals add column if not exists signature text;
alter table gh_action_manuals add column if not exists field_keys text[] not null default '{}';
alter table gh_action_manuals add column if not exists pages jsonb;
alter table gh_action_manuals add column if not exists version int not null default 1;
alter table gh_action_manuals add column if not exists heal_count int not null default 0;
alter table gh_action_manuals add column if not exists quarantined_at timestamptz;

-- One manual for a form of a platform: the predecessor added another with every success.
create unique index if not exists gh_manuals_form on gh_action_manuals (platform, task_pattern, signature)
    where signature is not null;
create index if not exists gh_manuals_keys on gh_action_manuals using gin (field_keys);

create table if not exists gh_manual_versions (
    manual_id uuid not null references gh_action_manuals (id) on delete cascade,
    version int not null,
    steps jsonb not null,
    pages jsonb,
    provenance jsonb not null default '{}',
    created_at timestamptz not null default now(),
    primary key (manual_id, version)
);

do $$
begin
    if exists (select from pg_roles where rolname = 'service_role') then
        alter table gh_manual_versions enable row level security;
        drop policy if exists gh_service on gh_manual_versions;
        create policy gh_service on gh_manual_versions for all to service_role using (true) with check (true);
        grant all on gh_manual_versions to service_role;
    end if;
end $$;
