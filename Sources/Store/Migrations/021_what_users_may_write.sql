-- What a signed-in user may write is what a request may say, and nothing else (R67): no leases, results, costs, links or
-- places in the queue. Supabase grants everything on new tables to its roles, and the predecessor's policies let a user
-- write the whole row.

-- Rows that others than the API insert stand where a request of the same user would stand.
create or replace function gh_place_in_queue() returns trigger language plpgsql security definer as $$
begin
    new.effective_priority := coalesce(new.effective_priority, new.priority);
    if new.status = 'pending' then
        new.run_after := greatest(new.run_after, new.scheduled_at);
        new.expires_at := coalesce(new.expires_at, new.run_after + make_interval(secs => new.queue_ttl_seconds));
    end if;
    if new.turn = 0 and new.status = 'pending' then
        new.turn := least(4611686018427387904, greatest(
            (select least(turn, 4611686018427387904) + 1 from gh_automation_jobs
                where user_id = new.user_id and priority = new.priority
                    and status in ('pending', 'queued', 'running', 'paused')
                order by turn desc limit 1),
            coalesce(
                (select turn from gh_automation_jobs
                    where status = 'pending' and target_worker_id is null and effective_priority = new.priority
                    order by turn limit 1),
                (select max(turn) from gh_automation_jobs where status in ('queued', 'running', 'paused')),
                0
            )
        ));
    end if;
    return new;
end $$;
-- It looks at everybody's rows: only at those of this schema, whatever tables its caller makes.
do $$ begin
    execute format('alter function gh_place_in_queue() set search_path = %I, pg_temp', current_schema());
end $$;

drop trigger if exists gh_jobs_effective_priority on gh_automation_jobs;
drop function if exists gh_set_effective_priority();
drop trigger if exists gh_jobs_place_in_queue on gh_automation_jobs;
create trigger gh_jobs_place_in_queue before insert on gh_automation_jobs
    for each row when (new.request_hash is null) execute function gh_place_in_queue();

do $$
declare
    name text;
    grantee text;
    old record;
    own text[] := array['gh_automation_jobs', 'gh_job_events', 'gh_user_usage', 'gh_browser_sessions'];
    rest text[] := array[
        'gh_user_credentials', 'gh_action_manuals', 'gh_manual_versions', 'gh_worker_registry', 'gh_callback_outbox',
        'gh_model_reservations', 'gh_learned_answers', 'gh_migrations'
    ];
begin
    foreach name in array own || rest loop
        foreach grantee in array array['anon', 'authenticated'] loop
            if exists (select from pg_roles where rolname = grantee) then
                execute format('revoke all on %I from %I', name, grantee);
            end if;
        end loop;
        execute format('revoke all on %I from public', name);
    end loop;
    if not exists (select from pg_roles where rolname = 'authenticated')
        or not exists (select from pg_roles where rolname = 'service_role')
        or to_regprocedure('auth.uid()') is null
    then
        return;
    end if;

    -- Policies add up: one of the predecessor's lets in what ours keeps out.
    for old in
        select tablename, policyname from pg_policies
        where schemaname = current_schema() and tablename = any (own || rest) and not roles <@ '{service_role}'
            and policyname not in ('gh_own_select', 'gh_own_delete')
    loop
        execute format('drop policy %I on %I', old.policyname, old.tablename);
    end loop;

    foreach name in array own loop
        execute format('alter table %I enable row level security', name);
        execute format('grant select on %I to authenticated', name);
    end loop;
    foreach name in array rest loop
        execute format('alter table %I enable row level security', name);
    end loop;
    grant delete on gh_browser_sessions to authenticated;

    grant insert (
        user_id, valet_task_id, job_type, target_url, task_description, input_data, resume_ref, priority, scheduled_at,
        max_retries, timeout_seconds, hitl_timeout_seconds, queue_ttl_seconds, idempotency_key, callback_url,
        callback_events, target_worker_id, worker_affinity, execution_mode, tags, metadata
    ) on gh_automation_jobs to authenticated;
    create policy gh_own_insert on gh_automation_jobs for insert to authenticated with check (
        user_id = auth.uid()
        and job_type in ('apply', 'scrape', 'fill_form', 'custom')
        and target_url ~* '^https?://' and char_length(target_url) <= 2048
        and char_length(task_description) <= 1000
        and octet_length(input_data::text) <= 1048576 and jsonb_typeof(input_data) = 'object'
        and (resume_ref is null or octet_length(resume_ref::text) <= 16384)
        and priority between 1 and 10 and max_retries between 0 and 10
        and timeout_seconds between 30 and 1800 and hitl_timeout_seconds between 30 and 86400
        and (queue_ttl_seconds is null or queue_ttl_seconds between 1 and 31536000)
        and (scheduled_at is null or scheduled_at between '1970-01-01 00:00+00' and '9999-12-31 00:00+00')
        -- One key makes one job, whosoever: a user's own keys begin with the user's id, so that none takes another's.
        and (idempotency_key is null or starts_with(idempotency_key, auth.uid()::text))
        and (valet_task_id is null or char_length(valet_task_id) <= 255)
        and (callback_url is null or (callback_url ~* '^https?://' and char_length(callback_url) <= 2048))
        and callback_events <@ '{running,completed,failed,needs_human,resumed,cancelled,expired}'
        and cardinality(callback_events) <= 7
        and (target_worker_id is null or char_length(target_worker_id) <= 100)
        and worker_affinity in ('strict', 'preferred', 'any')
        and execution_mode in ('auto', 'ai_only', 'cookbook_only')
        and octet_length(tags::text) <= 16384
        and octet_length(metadata::text) <= 1048576 and jsonb_typeof(metadata) = 'object'
        -- What the service writes there itself: costs above all.
        and not metadata ?| '{cost_breakdown,engine,progress,submit_page_url}'
    );
end $$;
