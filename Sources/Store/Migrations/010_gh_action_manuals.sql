create table if not exists gh_action_manuals (
    id uuid primary key default gen_random_uuid(),
    url_pattern text not null,
    task_pattern text not null,
    steps jsonb not null,
    success_count int not null default 0,
    failure_count int not null default 0,
    health_score real not null default 100.0,
    created_at timestamptz not null default now(),
    last_verified timestamptz,
    created_by uuid,
    updated_at timestamptz not null default now()
);
alter table gh_action_manuals add column if not exists platform text;
alter table gh_action_manuals add column if not exists source text default 'recorded';
alter table gh_action_manuals add column if not exists last_used timestamptz;
create index if not exists idx_gh_manuals_lookup on gh_action_manuals (url_pattern, task_pattern, platform);

do $$
begin
    if not exists (
        select from pg_constraint c
        where c.conrelid = 'gh_automation_jobs'::regclass and c.confrelid = 'gh_action_manuals'::regclass
    ) then
        alter table gh_automation_jobs add constraint gh_jobs_manual_fk
            foreign key (manual_id) references gh_action_manuals (id) on delete set null;
    end if;
end $$;
