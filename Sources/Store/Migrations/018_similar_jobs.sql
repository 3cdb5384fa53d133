-- Whether a user has a job for the same page already is asked with every new job: by a digest, for addresses are long.
create index if not exists gh_jobs_similar on gh_automation_jobs (user_id, md5(target_url), created_at desc);
