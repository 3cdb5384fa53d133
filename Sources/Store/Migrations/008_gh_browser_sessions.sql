-- Encrypted cookies and local storage, one row per user and domain.
create table if not exists gh_browser_sessions (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null,
    domain text not null,
    session_data text not null,
    encryption_key_id text not null,
    expires_at timestamptz,
    last_used_at timestamptz not null default now(),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (user_id, domain)
);
create index if not exists idx_gh_sessions_expires on gh_browser_sessions (expires_at) where expires_at is not null;
