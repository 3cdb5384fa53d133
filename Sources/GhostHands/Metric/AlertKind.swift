/// What an alert is about, and what somebody who gets it does.
public enum AlertKind: String, Sendable, Hashable, CaseIterable {
    case stuckJobs = "stuck_jobs"
    case queueAge = "queue_age"
    case failureRate = "failure_rate"
    case humanWaiting = "human_waiting"
    case workerSilent = "worker_silent"
    case operatorAbsent = "operator_absent"
    case callbacksFailing = "callbacks_failing"
    case submissionUnconfirmed = "submission_unconfirmed"
    case realtimeLag = "realtime_lag"
    case storageDown = "storage_down"
    case llmErrors = "llm_errors"
    case spendRate = "spend_rate"
    case diskLow = "disk_low"
    case sessionKeyUnknown = "session_key_unknown"

    /// How bad it is.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// Somebody should look at it today.
        case warning
        /// Somebody should look at it now.
        case critical
    }

    /// How bad it is.
    public var severity: Severity {
        switch self {
        case .submissionUnconfirmed, .storageDown, .diskLow, .sessionKeyUnknown: .critical
        case .stuckJobs, .queueAge, .failureRate, .humanWaiting, .workerSilent, .operatorAbsent, .callbacksFailing,
            .realtimeLag, .llmErrors, .spendRate:
            .warning
        }
    }

    /// When it is raised, a sentence without its full stop.
    public var condition: String {
        switch self {
        case .stuckJobs: "Jobs are held by a worker that has not been heard of for 120 seconds"
        case .queueAge: "A job has been due for 10 minutes and no worker has taken it"
        case .failureRate: "Of a platform's last 100 jobs of a day, at least 10, half or more have failed"
        case .humanWaiting: "More than half of a pause has passed, and nobody has opened its page"
        case .workerSilent: "Jobs wait for a worker by its name that has not been heard of for 120 seconds"
        case .operatorAbsent: "A job has waited for its user's own browser for 10 minutes, and none of theirs is there"
        case .callbacksFailing: "A host has not taken callbacks for 5 minutes, or some were given up in the last hour"
        case .submissionUnconfirmed: "In the last 24 hours jobs ended without it being known whether they were sent"
        case .realtimeLag: "A stream of changes is more than 64 MiB behind"
        case .storageDown: "A process does not reach the store of files"
        case .llmErrors: "In 15 minutes a quarter or more of a provider's calls failed, at least 4"
        case .spendRate: "Models have cost more in an hour than the limit that is set"
        case .diskLow: "Less than a twentieth of the disk with the data folder is free"
        case .sessionKeyUnknown: "Something was sealed with a key that is not here"
        }
    }

    /// What to do about it.
    public var remedy: String {
        switch self {
        case .stuckJobs:
            "Their jobs go to other workers by themselves; see why the worker died, and that one runs"
        case .queueAge: "Start more workers, or look in GET /monitoring/workers for what keeps those there are"
        case .failureRate: "Look at the errors of the failed jobs, and at the platform's page: it may have changed"
        case .humanWaiting: "Open the job's page and answer, or cancel the job; with its time over it fails"
        case .workerSilent: "Start the worker of that name, or cancel the jobs that only it may do"
        case .operatorAbsent:
            "Have its user start `ghosthands operator run`, or pair a browser; or cancel the job, or let it expire"
        case .callbacksFailing:
            "See what the receiver answers in GET /jobs/{id}/callbacks; then POST /callbacks/redeliver"
        case .submissionUnconfirmed:
            "Ask the employer whether the application is there; only if not, retry with confirm_not_submitted"
        case .realtimeLag: "See that the database and the network keep up; the stream is opened anew by itself"
        case .storageDown: "See that the data folder can be written, or that SUPABASE_URL and SUPABASE_KEY are right"
        case .llmErrors: "See the provider's status page and that its key and balance are good"
        case .spendRate: "See in GET /users/{id}/usage who spends, and lower GH_TASK_BUDGETS or GH_MONTHLY_BUDGETS"
        case .diskLow: "Free space, or lower GH_FILE_RETENTION_DAYS"
        case .sessionKeyUnknown: "Add the key to GH_CREDENTIAL_KEYS_OLD; nothing that it sealed was deleted"
        }
    }
}
