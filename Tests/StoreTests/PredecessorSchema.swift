/// What the predecessor's migrations leave behind, as far as it differs from an empty database, with a few rows.
enum PredecessorSchema {
    static let script = """
        create schema auth;
        create function auth.uid() returns uuid language sql as 'select null::uuid';
        create function update_updated_at_column() returns trigger language plpgsql as
            $$ begin new.updated_at = now(); return new; end $$;
        create table gh_action_manuals (
            id uuid primary key default gen_random_uuid(), url_pattern text not null, task_pattern text not null,
            steps jsonb not null, success_count int default 0, failure_count int default 0,
            health_score real default 100.0, created_at timestamptz not null default now(), last_verified timestamptz,
            created_by uuid, updated_at timestamptz not null default now()
        );
        create table gh_automation_jobs (
            id uuid primary key default gen_random_uuid(), idempotency_key varchar(255) unique, user_id uuid not null,
            created_by varchar(100) not null default 'valet', job_type varchar(50) not null, target_url text not null,
            task_description text not null, input_data jsonb not null default '{}', priority int not null default 5,
            scheduled_at timestamptz, max_retries int not null default 3, retry_count int not null default 0,
            timeout_seconds int not null default 300, status varchar(20) not null default 'pending',
            status_message text, started_at timestamptz, completed_at timestamptz, last_heartbeat timestamptz,
            worker_id varchar(100), manual_id uuid references gh_action_manuals (id), engine_type varchar(20),
            result_data jsonb, result_summary text, error_code varchar(50), error_details jsonb,
            screenshot_urls jsonb default '[]', artifact_urls jsonb default '[]', metadata jsonb default '{}',
            tags jsonb default '[]', created_at timestamptz not null default now(),
            updated_at timestamptz not null default now(), callback_url text, valet_task_id text,
            worker_affinity text not null default 'preferred', execution_mode text default 'auto',
            constraint gh_jobs_status_check check (status in (
                'pending', 'queued', 'running', 'paused', 'completed', 'failed', 'cancelled', 'expired')),
            constraint gh_jobs_type_check check (job_type in ('apply', 'scrape', 'fill_form', 'custom')),
            constraint gh_jobs_execution_mode_check check (execution_mode in ('auto', 'ai_only', 'smart_apply'))
        );
        create table gh_job_events (
            id uuid primary key default gen_random_uuid(),
            job_id uuid not null references gh_automation_jobs (id) on delete cascade, event_type varchar(50) not null,
            from_status varchar(20), to_status varchar(20), message text, metadata jsonb default '{}',
            actor varchar(100) not null default 'system', created_at timestamptz not null default now()
        );
        create table gh_worker_registry (
            worker_id text primary key, status text not null default 'active', target_worker_id text,
            ec2_instance_id text, ec2_ip text, current_job_id uuid references gh_automation_jobs (id),
            registered_at timestamptz not null default now(), last_heartbeat timestamptz not null default now(),
            jobs_completed int default 0, jobs_failed int default 0, metadata jsonb default '{}'
        );
        create function gh_notify_new_job() returns trigger language plpgsql as
            $$ begin perform pg_notify('gh_job_created', new.id::text); return new; end $$;
        create trigger trigger_gh_job_created after insert on gh_automation_jobs
            for each row execute function gh_notify_new_job();
        create trigger trigger_gh_jobs_updated_at before update on gh_automation_jobs
            for each row execute function update_updated_at_column();
        create function gh_log_status_change() returns trigger language plpgsql as $$ begin
            insert into gh_job_events (job_id, event_type, from_status, to_status, actor)
                values (new.id, 'status_change', old.status, new.status, coalesce(new.worker_id, 'system'));
            return new; end $$;
        create trigger trigger_gh_job_status_change after update of status on gh_automation_jobs
            for each row when (old.status is distinct from new.status) execute function gh_log_status_change();
        alter table gh_action_manuals enable row level security;
        create policy "Users can manage manuals" on gh_action_manuals for all to authenticated using (true);
        create publication supabase_realtime for table gh_automation_jobs;

        insert into gh_automation_jobs (id, user_id, job_type, target_url, task_description, status, priority)
        values
            ('00000000-0000-0000-0000-00000000000a', gen_random_uuid(), 'apply', 'https://a.example/', 'x', 'pending', 7),
            ('00000000-0000-0000-0000-00000000000b', gen_random_uuid(), 'apply', 'https://b.example/', 'x', 'completed', 5);
        insert into gh_job_events (job_id, event_type) select id, 'job_started' from gh_automation_jobs;
        insert into gh_worker_registry (worker_id, current_job_id)
            values ('old', '00000000-0000-0000-0000-00000000000b');
        """

    /// Roles belong to the whole cluster, so another test may have made them.
    static let roles = """
        do $$ declare missing text; begin
            foreach missing in array array['authenticated', 'service_role'] loop
                begin
                    execute 'create role ' || missing;
                -- Roles are the whole server's: another test makes them at the same time.
                exception when duplicate_object or unique_violation then null;
                end;
            end loop;
        end $$;
        """
}
