-- What users log in with (R55): by the host's name, sealed for user and host. Rows of other types are the predecessor's.
alter table gh_user_credentials alter column platform type text;
-- Whoever used one says of which version they speak: what is wrong with an old password is not wrong with its successor.
alter table gh_user_credentials add column if not exists version int not null default 1;
-- Whether we signed up with it: the site's owner gave nothing.
alter table gh_user_credentials add column if not exists is_made boolean not null default false;
-- The last step whose one-time code was used: no step's is used twice.
alter table gh_user_credentials add column if not exists totp_step bigint not null default 0;

do $$
declare
    grantee text;
begin
    foreach grantee in array array['anon', 'authenticated'] loop
        if exists (select from pg_roles where rolname = grantee) then
            execute format('revoke all on gh_user_credentials from %I', grantee);
        end if;
    end loop;
    revoke all on gh_user_credentials from public;
end $$;
