-- What each user has spent in a calendar month (UTC).
create table if not exists gh_user_usage (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null,
    tier text not null default 'free' check (tier in ('free', 'starter', 'pro', 'premium', 'enterprise')),
    period_start timestamptz not null,
    period_end timestamptz not null,
    total_cost_usd double precision not null default 0,
    total_input_tokens bigint not null default 0,
    total_output_tokens bigint not null default 0,
    job_count int not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (user_id, period_start)
);
