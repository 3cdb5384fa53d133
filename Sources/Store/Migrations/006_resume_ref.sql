-- Where the applicant's resume lies: storage_path, s3_key or download_url.
alter table gh_automation_jobs add column if not exists resume_ref jsonb;
