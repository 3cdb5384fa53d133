-- Jobs that wait for a one-time code of one secret, in the order in which they came: each has a step of its own (R57). What
-- is of a job that runs no more counts for nothing.
create table if not exists gh_code_turns (
    credential_id uuid not null references gh_user_credentials (id) on delete cascade,
    job_id uuid not null references gh_automation_jobs (id) on delete cascade,
    came bigint generated always as identity,
    primary key (credential_id, job_id)
);
create index if not exists gh_code_turns_job on gh_code_turns (job_id);
alter table gh_code_turns enable row level security;

do $$
declare
    grantee text;
begin
    foreach grantee in array array['anon', 'authenticated'] loop
        if exists (select from pg_roles where rolname = grantee) then
            execute format('revoke all on gh_code_turns from %I', grantee);
        end if;
    end loop;
    revoke all on gh_code_turns from public;
end $$;
