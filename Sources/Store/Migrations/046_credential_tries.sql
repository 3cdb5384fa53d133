-- A password that was sent and that no site has judged yet: by which job, and when. Sites lock accounts after a few wrong
-- tries, so nobody sends it again before that (R55).
alter table gh_user_credentials add column if not exists tried_by uuid;
alter table gh_user_credentials add column if not exists tried_at timestamptz;
