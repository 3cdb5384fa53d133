create table if not exists gh_user_credentials (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null,
    platform varchar(50) not null,
    credential_type varchar(30) not null,
    encrypted_data bytea not null,
    encryption_key_id varchar(100) not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    last_verified_at timestamptz,
    is_valid boolean not null default true,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (user_id, platform, credential_type)
);
