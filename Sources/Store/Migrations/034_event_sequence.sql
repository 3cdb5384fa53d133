-- The place of an event in its job's log, without gaps and in the order in which the events became visible (R60): who has
-- read up to a place has missed nothing before it. A number of the whole table cannot say that, for of two transactions
-- the one with the greater number may be seen first.
alter table gh_job_events add column if not exists job_seq int;

update gh_job_events e set job_seq = numbered.place
from (
    select id, row_number() over (partition by job_id order by created_at, seq) as place from gh_job_events
) numbered
where numbered.id = e.id and e.job_seq is null;

-- Who writes an event of a job holds the job's row from here on, which the reference to it would lock anyway: the next
-- one sees this one, or waits for it.
create or replace function gh_number_event() returns trigger language plpgsql as $$
begin
    perform from gh_automation_jobs where id = new.job_id for no key update;
    new.job_seq := coalesce((select max(job_seq) from gh_job_events where job_id = new.job_id), 0) + 1;
    return new;
end $$;

drop trigger if exists gh_job_events_number on gh_job_events;
create trigger gh_job_events_number before insert on gh_job_events
    for each row execute function gh_number_event();

alter table gh_job_events alter column job_seq set not null;
create unique index if not exists gh_job_events_place on gh_job_events (job_id, job_seq);
drop index if exists gh_job_events_order;
