-- The callbacks that wait, host by host: the next of each is found without reading all of them. What is a host here, and
-- how much of it counts, is said once more in Store's statements (Outbox+hosts.swift); an index takes no longer text.
create index if not exists gh_outbox_hosts on gh_callback_outbox (
    left(lower(split_part(split_part(split_part(url, '/', 3), '?', 1), '#', 1)), 300), next_attempt_at, id
) where state = 'pending';
-- Those that are being sent, or wait because their host did not answer: few at any time.
create index if not exists gh_outbox_locked on gh_callback_outbox (
    left(lower(split_part(split_part(split_part(url, '/', 3), '?', 1), '#', 1)), 300)
) where state = 'pending' and locked_until is not null;
drop index if exists gh_outbox_due;
