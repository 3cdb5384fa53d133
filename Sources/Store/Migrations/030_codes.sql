-- A code that was pushed for a paused job counts for ten minutes: the worker that reads it later finds nothing (R57).
alter table gh_resolutions add column if not exists expires_at timestamptz;
