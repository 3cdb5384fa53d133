-- What model calls may cost and did, to the nano-dollar (R20, R21), and the answers that models derived.

-- total_cost_usd stays the contract's column; the sums are kept in whole nano-dollars beside it.
alter table gh_user_usage add column if not exists spent_nano bigint;
update gh_user_usage set spent_nano = round(total_cost_usd * 1e9)::bigint where spent_nano is null;
alter table gh_user_usage alter column spent_nano set default 0;
alter table gh_user_usage alter column spent_nano set not null;
-- What is kept back for calls under way; part of no sum that anybody is shown.
alter table gh_user_usage add column if not exists reserved_nano bigint not null default 0;

create table if not exists gh_model_reservations (
    id bigint generated always as identity primary key,
    job_id uuid not null,
    user_id uuid not null,
    period_start timestamptz not null,
    nano bigint not null check (nano >= 0),
    created_at timestamptz not null default now()
);
create index if not exists gh_model_reservations_created on gh_model_reservations (created_at);
create index if not exists gh_model_reservations_job on gh_model_reservations (job_id);

-- Sealed: who reads the table learns neither a question nor an answer.
create table if not exists gh_learned_answers (
    user_id uuid not null,
    question_key text not null,
    sealed bytea not null,
    job_id uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (user_id, question_key)
);

do $$
declare
    name text;
begin
    if exists (select from pg_roles where rolname = 'service_role') then
        foreach name in array array['gh_model_reservations', 'gh_learned_answers'] loop
            execute format('alter table %I enable row level security', name);
            execute format('drop policy if exists gh_service on %I', name);
            execute format(
                'create policy gh_service on %I for all to service_role using (true) with check (true)', name
            );
            execute format('grant all on %I to service_role', name);
        end loop;
    end if;
end $$;
