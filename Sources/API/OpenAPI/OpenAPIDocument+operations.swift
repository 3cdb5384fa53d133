import GhostHands
import Store

extension OpenAPIDocument {
    /// Every route, in the order of the contract.
    static let operations: [Operation] = valet + operators + jobs + streams + manuals + others

    private static let valet: [Operation] = [
        Operation(
            method: "post",
            path: "/valet/apply",
            summary: "Apply to a job with a profile",
            body: ("ApplyRequest", true),
            answers: [(201, "The job waits for a worker", "Created"), (409, "The key was used before", "Duplicate")]
        ),
        Operation(
            method: "post",
            path: "/valet/task",
            summary: "Fill a form, scrape a page or do something else",
            body: ("TaskRequest", true),
            answers: [(201, "The job waits for a worker", "Created"), (409, "The key was used before", "Duplicate")]
        ),
        Operation(
            method: "get",
            path: "/valet/status/{jobId}",
            summary: "Show how far a job is",
            answers: [(200, "The job", "Status")]
        ),
        Operation(
            method: "post",
            path: "/valet/resume/{jobId}",
            summary: "Let a paused job go on",
            body: ("ResumeRequest", false),
            answers: [
                (200, "The job goes on", "Resumed"),
                (409, "The job is not paused, or this does not answer what it waits for", "Error"),
            ]
        ),
        Operation(
            method: "post",
            path: "/valet/codes",
            summary: "Give a one-time code, or the mail that it stands in, to the job that waits for it",
            body: ("CodeRequest", true),
            answers: [(200, "The job goes on", "Resumed"), (409, "No job waits for it, or several do", "Error")]
        ),
        Operation(
            method: "post",
            path: "/valet/interactions/{jobId}/link",
            summary: "Make a link by which a person sees or works the page of a paused job; it opens once",
            body: ("LiveLinkRequest", false),
            answers: [
                (201, "The link; its secret is shown here alone", "LiveLink"), (409, "The job is not paused", "Error"),
            ]
        ),
        Operation(
            method: "post",
            path: "/valet/interactions/{jobId}/takeover",
            summary: "Have a running job wait for a person at the next safe point, with its page",
            answers: [
                (202, "It will wait as soon as it can", "TakeOver"),
                (409, "It does not run, is being sent, or cannot be taken over", "Error"),
            ]
        ),
        Operation(
            method: "delete",
            path: "/valet/interactions/{jobId}/link",
            summary: "Take back all links to a job, opened or not",
            answers: [(200, "They open nothing any more", "LiveLinksRevoked")]
        ),
        Operation(
            method: "get",
            path: "/valet/sessions/{userId}",
            summary: "List a user's sessions, the last used first; nothing of what they hold is shown",
            answers: [(200, "The sessions", "SessionList")]
        ),
        Operation(
            method: "delete",
            path: "/valet/sessions/{userId}",
            summary: "Delete all sessions of a user; jobs at work bring none of them back",
            answers: [(200, "There are none any more", "SessionsCleared")]
        ),
        Operation(
            method: "delete",
            path: "/valet/sessions/{userId}/{domain}",
            summary: "Delete a user's session of one host",
            answers: [(200, "It is deleted", "DomainDeleted"), (404, "There is none", "Error")]
        ),
        Operation(
            method: "get",
            path: "/valet/credentials/{userId}",
            summary: "List a user's credentials; neither names nor passwords are shown",
            answers: [(200, "The credentials", "CredentialList")]
        ),
        Operation(
            method: "put",
            path: "/valet/credentials/{userId}/{domain}",
            summary: "Give what a user logs in with at a host and those below it; it replaces what was given before",
            body: ("CredentialRequest", true),
            answers: [(200, "It is kept, sealed", "CredentialKept")]
        ),
        Operation(
            method: "delete",
            path: "/valet/credentials/{userId}/{domain}",
            summary: "Delete a credential",
            answers: [(200, "It is deleted", "DomainDeleted"), (404, "There is none", "Error")]
        ),
        Operation(
            method: "post",
            path: "/valet/workers/deregister",
            summary: "Take a worker out of service",
            body: ("DeregisterRequest", true),
            answers: [
                (200, "The worker claims no more jobs", "Deregistered"),
                (404, "There is no worker of this name", "Error"),
            ]
        ),
    ]

    private static let ofUser = parameter("user_id", "Only jobs of this user", ["type": "string", "format": "uuid"])
    private static let search = parameter(
        "q",
        "Only jobs whose id or `valet_task_id` begins with this, or whose page's host has it in it",
        ["type": "string"]
    )

    private static let jobs: [Operation] = [
        Operation(
            method: "post",
            path: "/jobs",
            summary: "Create a job, as clients of the predecessor do",
            body: ("JobRequest", true),
            answers: [(201, "The job waits for a worker", "JobCreated"), (409, "The key was used before", "Error")]
        ),
        Operation(
            method: "post",
            path: "/jobs/batch",
            summary: "Create up to \(Batch.most) jobs, each by itself",
            body: ("BatchRequest", true),
            answers: [(201, "At least one job was created", "Batch")]
        ),
        Operation(
            method: "get",
            path: "/jobs",
            summary: "List jobs",
            query: [
                parameter("status", "Statuses, separated by commas", ["type": "string"]),
                parameter("job_type", "Only jobs of this type", names(JobType.self)),
                ofUser, search,
                parameter(
                    "sort",
                    "`-created_at` or `created_at:desc`; by one of "
                        + Jobs.SortField.allCases.map(\.rawValue).joined(separator: ", "),
                    ["type": "string", "default": "-created_at"]
                ),
                parameter("cursor", "`next_cursor` of the page before", ["type": "string"]),
            ] + Paging.jobs.parameters,
            answers: [(200, "A page of rows", "JobList")]
        ),
        Operation(
            method: "get",
            path: "/jobs/counts",
            summary: "How many jobs there are, of each status and in all",
            query: [parameter("job_type", "Only jobs of this type", names(JobType.self)), ofUser, search],
            answers: [(200, "The numbers", "JobCounts")]
        ),
        Operation(
            method: "get",
            path: "/jobs/{id}",
            summary: "A job's whole row",
            answers: [(200, "The row", "Row")]
        ),
        Operation(
            method: "get",
            path: "/jobs/{id}/status",
            summary: "A job's status in short",
            answers: [(200, "The status", "ShortStatus")]
        ),
        Operation(
            method: "post",
            path: "/jobs/{id}/cancel",
            summary: "Cancel a job that has not ended",
            answers: [(200, "The job is cancelled", "Cancelled"), (409, "The job had already ended", "Error")]
        ),
        Operation(
            method: "post",
            path: "/jobs/{id}/retry",
            summary: "Put a failed or cancelled job back in the queue",
            body: ("RetryRequest", false),
            answers: [(200, "The job waits for a worker", "Retried"), (409, "The job cannot be retried", "Error")]
        ),
        Operation(
            method: "get",
            path: "/jobs/{id}/events",
            summary: "A job's log, oldest first",
            query: [
                parameter("event_type", "Only events of this kind", ["type": "string"])
            ] + Paging.log.parameters,
            answers: [(200, "A page of events", "EventList")]
        ),
        Operation(
            method: "get",
            path: "/jobs/{id}/callbacks",
            summary: "A job's callbacks, oldest first, with every attempt to deliver them",
            answers: [(200, "The callbacks", "CallbackList")]
        ),
        Operation(
            method: "get",
            path: "/jobs/{id}/trace",
            summary: "The last recording of a job, as a page that needs nothing else",
            answers: [(200, "The page", ""), (404, "There is no recording, or no job", "Error")]
        ),
        Operation(
            method: "post",
            path: "/jobs/{id}/callbacks/{eventId}/redeliver",
            summary: "Deliver a callback again: the same id, the same body, signed anew",
            answers: [
                (202, "It waits to be delivered", "CallbackAgain"),
                (409, "It waits already, or what it told is not kept", "Error"),
            ]
        ),
        Operation(
            method: "get",
            path: "/callbacks",
            summary: "Callbacks of all jobs, the newest first",
            query: [
                parameter(
                    "since",
                    "Only those written since this time; else of the last day",
                    ["type": "string", "format": "date-time"]
                ),
                parameter(
                    "host",
                    "Only those of this host, with its port where the address names one",
                    ["type": "string"]
                ),
                parameter(
                    "state",
                    "Only those in this state",
                    ["type": "string", "enum": ["pending", "delivered", "dead"]]
                ),
                Paging.callbacks.limitParameter,
            ],
            answers: [(200, "The callbacks", "LatestCallbacks")]
        ),
        Operation(
            method: "post",
            path: "/callbacks/redeliver",
            summary: "Deliver all callbacks again that ended since a time, \(Outbox.mostAgain) at most",
            body: ("RedeliverRequest", true),
            answers: [(202, "They wait to be delivered", "CallbacksAgain")]
        ),
    ]

    private static let places = [
        parameter(
            "after",
            "The `id` (an event's `seq`) of the last event that is known; the header `Last-Event-ID` says the same",
            ["type": "integer", "minimum": 0]
        ),
        parameter(
            "access_token",
            "A user's token in the place of the service key, where no header can be sent; else `Authorization: Bearer`",
            ["type": "string"]
        ),
    ]

    private static let nothingMore = (204, "The job has ended, and nothing followed what is known", "")

    private static let streams: [Operation] = [
        Operation(
            method: "get",
            path: "/valet/status/{jobId}/stream",
            summary: "A job's status whenever it changes, as server-sent events or lines, until the job has ended",
            query: places,
            answers: [(200, "Each `data`, or line, is such a status", "Status"), nothingMore],
            media: ["text/event-stream", "application/x-ndjson"]
        ),
        Operation(
            method: "get",
            path: "/jobs/{id}/events/stream",
            summary: "A job's events as they come, as server-sent events or lines, until the job has ended",
            query: places,
            answers: [(200, "Each `data`, or line, is such an event", "Event"), nothingMore],
            media: ["text/event-stream", "application/x-ndjson"]
        ),
    ]

    private static let manuals: [Operation] = [
        Operation(
            method: "get",
            path: "/manuals",
            summary: "The manuals, the last changed first",
            query: [
                parameter("platform", "Only those of one hiring platform", ["type": "string"])
            ] + Paging.manuals.parameters,
            answers: [(200, "A page of manuals", "ManualList")]
        ),
        Operation(
            method: "post",
            path: "/manuals",
            summary: "Import a manual, exported here or by the predecessor; it may hold templates only",
            body: ("Manual", true),
            answers: [(201, "The manual is stored", "Manual")]
        ),
        Operation(
            method: "get",
            path: "/manuals/{id}",
            summary: "A manual, as it is exported",
            answers: [(200, "The manual", "Manual"), (409, "The manual cannot be replayed", "Error")]
        ),
        Operation(
            method: "get",
            path: "/manuals/{id}/versions",
            summary: "What a manual was before, the newest first",
            answers: [(200, "The versions", "ManualVersions")]
        ),
        Operation(
            method: "delete",
            path: "/manuals/{id}",
            summary: "Delete a manual with its versions",
            answers: [(200, "The manual is deleted", "ManualDeleted")]
        ),
        Operation(
            method: "post",
            path: "/manuals/{id}/quarantine",
            summary: "Keep a manual from being replayed, or let it be replayed again",
            body: ("QuarantineRequest", false),
            answers: [(200, "The manual is marked", "Quarantined")]
        ),
        Operation(
            method: "post",
            path: "/manuals/{id}/test",
            summary: "Queue a job that fills a form from manuals alone and does not send it",
            body: ("ManualTestRequest", true),
            answers: [
                (201, "The job waits for a worker", "ManualTest"), (409, "The manual cannot be replayed", "Error"),
            ]
        ),
    ]

    private static let others: [Operation] = [
        Operation(
            method: "get",
            path: "/users/{id}/usage",
            summary: "Show what a user has spent this month (UTC)",
            answers: [(200, "The month", "Usage")]
        ),
        Operation(
            method: "get",
            path: "/users/{id}/answers",
            summary: "Count the answers that models derived for a user; what they say is not shown",
            answers: [(200, "How many there are", "AnswerCount")]
        ),
        Operation(
            method: "delete",
            path: "/users/{id}/answers",
            summary: "Forget the answers that models derived for a user",
            answers: [(200, "The answers are deleted", "Forgotten")]
        ),
        Operation(
            method: "delete",
            path: "/users/{id}/data",
            summary: "Delete all that is kept of a user: jobs, events, answers, sessions, credentials and files",
            answers: [
                (200, "How many of each were deleted", "Erased"), (409, "A job of the user is at work", "Error"),
            ]
        ),
        Operation(
            method: "get",
            path: "/monitoring/workers",
            summary: "The workers",
            needsKey: false,
            answers: [(200, "The workers", "WorkerList")]
        ),
        Operation(
            method: "get",
            path: "/monitoring/health",
            summary: "Tell how the database, the workers, the models and the store of files are",
            needsKey: false,
            answers: [
                (200, "It works, maybe with something missing", "DetailedHealth"),
                (503, "It does not: the database is away", "DetailedHealth"),
            ]
        ),
        Operation(
            method: "get",
            path: "/monitoring/metrics",
            summary: "All metrics, as Prometheus scrapes them; docs/metrics.md lists them",
            needsKey: false,
            answers: [(200, "Prometheus text, version 0.0.4", "MetricsText")],
            media: ["text/plain"]
        ),
        Operation(
            method: "get",
            path: "/monitoring/metrics/json",
            summary: "The chief figures",
            needsKey: false,
            answers: [(200, "Totals of all processes; `api` is of the one that was asked", "Metrics")]
        ),
        Operation(
            method: "get",
            path: "/monitoring/alerts",
            summary: "What is wrong now, and what to do about it",
            needsKey: false,
            query: [
                parameter(
                    "state",
                    "`all` for those that were raised in the last 90 days too, the latest first, 200 at most",
                    ["type": "string", "enum": ["active", "all"], "default": "active"]
                )
            ],
            answers: [(200, "The alerts that are raised", "AlertList")]
        ),
        Operation(
            method: "get",
            path: "/monitoring/dashboard",
            summary: "Health, figures and alerts of one moment",
            needsKey: false,
            answers: [(200, "All of them", "Dashboard")]
        ),
        Operation(
            method: "get",
            path: "/models",
            summary: "List the language models, with their prices",
            needsKey: false,
            answers: [(200, "The catalogue", "ModelList")]
        ),
        Operation(
            method: "get",
            path: "/health",
            summary: "Tell whether the process answers",
            needsKey: false,
            answers: [(200, "It does", "Health")]
        ),
    ]

    static func parameter(_ name: String, _ meaning: String, _ schema: JSON) -> JSON {
        ["name": .string(name), "in": "query", "description": .string(meaning), "schema": schema]
    }

    static func names<E: RawRepresentable<String> & CaseIterable>(_: E.Type, else standard: E? = nil) -> JSON {
        var schema: [String: JSON] = ["type": "string", "enum": .array(E.allCases.map { JSON($0) })]
        schema["default"] = standard.map { JSON($0) }
        return .object(schema)
    }
}
