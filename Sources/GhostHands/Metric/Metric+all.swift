extension Metric {
    /// Every metric, in the order in which they are served.
    public static let all: [Metric] = groups.flatMap(\.metrics)

    /// The metrics by what they are about.
    public static let groups: [(title: String, metrics: [Metric])] = [
        ("Jobs", jobs), ("People", people), ("Workers", workers), ("Language models", models),
        ("Callbacks", callbacks), ("What is watched", watching), ("The process", process),
    ]

    private static let jobs: [Metric] = [
        Metric("gh_jobs_created_total", .counter, "Total created jobs", by: ["job_type"]),
        Metric("gh_jobs_completed_total", .counter, "Total completed jobs"),
        Metric("gh_jobs_failed_total", .counter, "Total failed jobs"),
        Metric("gh_job_failures_total", .counter, "Failed jobs by error code", by: ["error_code"]),
        Metric("gh_jobs_cancelled_total", .counter, "Total cancelled jobs"),
        Metric("gh_jobs_expired_total", .counter, "Jobs that no worker took in time"),
        Metric("gh_jobs_retried_total", .counter, "Further attempts, by themselves or on demand"),
        Metric("gh_jobs_rescued_total", .counter, "Jobs taken back from workers that fell silent"),
        Metric("gh_job_queue_depth", .gauge, "Jobs that have not ended, by status", by: ["status"]),
        Metric("gh_job_queue_oldest_seconds", .gauge, "How long the oldest due job has waited for a worker"),
        Metric(
            "gh_job_wait_seconds",
            .histogram,
            "From when a job was due until it ran",
            bounds: [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 14_400]
        ),
        Metric(
            "gh_job_run_seconds",
            .histogram,
            "From the last start of a job to its end, pauses counted, by mode and outcome",
            by: ["mode", "outcome"],
            bounds: [1, 2.5, 5, 10, 20, 40, 60, 120, 300, 600, 1800]
        ),
    ]

    private static let people: [Metric] = [
        Metric("gh_human_help_total", .counter, "Pauses for a human, by what was wanted", by: ["type"]),
        Metric("gh_human_waiting_oldest_seconds", .gauge, "How long the longest pause has lasted"),
    ]

    private static let workers: [Metric] = [
        Metric("gh_worker_active_jobs", .gauge, "Currently active jobs per worker", by: ["worker"]),
        Metric("gh_worker_max_jobs", .gauge, "How many jobs a worker does at once", by: ["worker"]),
        Metric("gh_worker_silence_seconds", .gauge, "How long ago a worker was last heard of", by: ["worker"]),
        Metric("gh_workers", .gauge, "Workers: fresh, late (30 s) or stale (120 s)", by: ["state"]),
    ]

    private static let models: [Metric] = [
        Metric("gh_llm_calls_total", .counter, "Calls to language models", by: ["provider", "outcome"]),
        Metric("gh_llm_tokens_total", .counter, "Tokens that language models have read and written"),
        Metric("gh_llm_cost_usd_total", .counter, "Total LLM cost", scale: 1e-9),
    ]

    private static let callbacks: [Metric] = [
        Metric("gh_callbacks_total", .counter, "Attempts to deliver a callback, by outcome", by: ["outcome"]),
        Metric("gh_callback_outbox_pending", .gauge, "Callbacks that wait to be delivered"),
        Metric(
            "gh_callback_attempt_seconds",
            .histogram,
            "How long an attempt to deliver a callback took",
            bounds: seconds
        ),
    ]

    private static let watching: [Metric] = [
        Metric("gh_realtime_lag_bytes", .gauge, "How far the slowest stream of changes is behind"),
        Metric("gh_alerts_active", .gauge, "Alerts that are raised, by type", by: ["type"]),
        Metric("gh_alerts_checked_seconds", .gauge, "How long ago alerts were last looked for"),
        Metric("gh_disk_free_ratio", .gauge, "Free part of the disk with the data folder", by: ["process"]),
        Metric("gh_storage_up", .gauge, "Whether a process reaches the store of files", by: ["process"]),
    ]

    private static let process: [Metric] = [
        Metric(
            "gh_http_requests_total",
            .counter,
            "Answered requests",
            by: ["method", "route", "status"],
            from: .process
        ),
        Metric(
            "gh_http_request_duration_seconds",
            .histogram,
            "Time to the head of the answer",
            by: ["method", "route"],
            from: .process,
            bounds: seconds
        ),
        Metric("gh_realtime_connections", .gauge, "Open realtime sockets", from: .process),
        Metric("gh_realtime_channels", .gauge, "Realtime channels that listen to changes", from: .process),
        Metric("gh_realtime_feed", .gauge, "1 for how changes are heard of now", by: ["mode"], from: .process),
        Metric("gh_realtime_changes_total", .counter, "Changes that were told by realtime", from: .process),
        Metric("gh_realtime_messages_total", .counter, "Messages by which they were told", from: .process),
        Metric("gh_realtime_cut_total", .counter, "Realtime clients cut because they did not read", from: .process),
        Metric(
            "gh_realtime_delay_seconds",
            .histogram,
            "From a change's commit until it was given to the sockets",
            from: .process,
            bounds: seconds
        ),
        Metric("gh_streams", .gauge, "Open streams of events and statuses", from: .process),
        Metric("gh_database_up", .gauge, "Whether the last look at the database succeeded", from: .process),
        Metric(
            "gh_database_connections",
            .gauge,
            "Connections of the process's pool, by whether they are lent",
            by: ["state"],
            from: .process
        ),
        Metric("gh_database_connections_max", .gauge, "How many connections the pool may lend", from: .process),
        Metric("gh_database_waiting", .gauge, "Callers who wait for a connection", from: .process),
        Metric("gh_database_look_seconds", .gauge, "How long the last look at the database took", from: .process),
        Metric("gh_build_info", .gauge, "Always 1; the version is the label", by: ["version"], from: .process),
        Metric("process_resident_memory_bytes", .gauge, "Resident memory", from: .process),
        Metric("process_start_time_seconds", .gauge, "When the process started, in Unix time", from: .process),
    ]

    /// The bounds that OpenTelemetry has for requests.
    private static let seconds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]
}
