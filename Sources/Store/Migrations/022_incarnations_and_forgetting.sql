-- Which process goes by a worker's name at present, and which jobs it says it holds: heard of also where somebody's lock
-- on a job's row keeps its sign of life from being written there.
alter table gh_worker_registry add column if not exists incarnation uuid;
alter table gh_worker_registry add column if not exists held uuid[] not null default '{}';

-- Whoever was told something needs no copy of it here.
update gh_callback_outbox set body = '' where state = 'delivered' and body <> '';
