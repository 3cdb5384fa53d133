-- Callbacks of all jobs are listed by when they were written.
create index if not exists gh_outbox_written on gh_callback_outbox (created_at);
