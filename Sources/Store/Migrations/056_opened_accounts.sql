-- When a site was seen to have an account for a password that was made: nobody opens another one, whether or not the account
-- has been verified yet (R56).
alter table gh_user_credentials add column if not exists opened_at timestamptz;
