-- Submit at most once (R8). An intent is open from the moment before the final submit is pressed until the form has
-- refused it (submit_intent_at is cleared) or evidence has confirmed it (submit_confirmed_at is set).
alter table gh_automation_jobs
    add column if not exists submit_intent_at timestamptz,
    add column if not exists submit_rejected_at timestamptz,
    add column if not exists submit_confirmed_at timestamptz;

create or replace function gh_guard_submit() returns trigger language plpgsql as $$
declare
    reason text;
begin
    if old.submit_confirmed_at is not null then
        if new.submit_confirmed_at is distinct from old.submit_confirmed_at
            or new.status is distinct from old.status
            or new.submit_intent_at is distinct from old.submit_intent_at
        then
            reason := 'its submit was confirmed';
        end if;
    elsif new.submit_confirmed_at is not null then
        if new.status <> 'completed' or new.submit_intent_at is null then
            reason := 'a submit is confirmed only by completing its job';
        end if;
    elsif new.submit_intent_at is null then
        -- Rejected by the form while running, or declared not submitted by a person when retrying.
        if not (old.status = 'running' and new.status = 'running' and new.lease_token = old.lease_token)
            and not (old.status = 'failed' and new.status = 'pending')
        then
            reason := 'an open submit intent was to be dropped';
        end if;
    elsif new.submit_intent_at <> old.submit_intent_at then
        reason := 'a submit intent is open already';
    elsif new.status is distinct from old.status then
        if not (old.status = 'running' and new.status = 'paused')
            and not (old.status = 'paused' and new.status = 'running')
            and not (
                old.status in ('queued', 'running', 'paused') and new.status = 'failed'
                and new.error_code is not distinct from 'submission_unconfirmed'
            )
        then
            reason := format('a submit intent is open, so it cannot become %s', new.status);
        end if;
    elsif new.lease_token <> old.lease_token then
        reason := 'a submit intent is open, so it cannot change its owner';
    end if;
    if reason is not null then
        raise exception 'job %: %', old.id, reason using errcode = 'GH008', constraint = 'gh_submit_once';
    end if;
    return new;
end $$;

drop trigger if exists gh_jobs_guard_submit on gh_automation_jobs;
create trigger gh_jobs_guard_submit before update on gh_automation_jobs
    for each row when (old.submit_intent_at is not null) execute function gh_guard_submit();
