import GhostHands

extension OpenAPIDocument {
    /// Every shape, by its name.
    static let schemas: [String: JSON] = requests.merging(replies) { $1 }

    private static let requests: [String: JSON] = [
        "ApplyRequest": object(
            common("valet_task_id", "valet_user_id").merging([
                "platform": names(Platform.self), "profile": reference("Profile"), "resume": reference("File"),
                "qa_answers": answers,
            ]) { $1 },
            required: ["valet_task_id", "valet_user_id", "target_url", "profile"]
        ),
        "TaskRequest": object(
            common("valet_task_id", "valet_user_id").merging([
                "job_type": names(JobType.self), "task_description": text(1000, least: 1),
                "input_data": anything(
                    "`form_data` of a fill_form job: field names or labels and their values; `schema` and `max_pages` of "
                        + "a scrape job; `profile` of either"
                ),
                "resume": reference("File"),
            ]) { $1 },
            required: ["valet_task_id", "valet_user_id", "target_url", "job_type"]
        ),
        "JobRequest": object(
            common("valet_task_id", "user_id").merging([
                "job_type": names(JobType.self), "task_description": text(1000, least: 1),
                "input_data": anything("`user_data`, `qa_overrides`, `resume_path`, `platform`, `form_data`"),
                "resume": reference("File"), "max_retries": integer(0, 10, 3),
                "tags": ["type": "array", "maxItems": 20, "items": text(50)],
                "scheduled_at": ["type": "string", "format": "date-time"],
            ]) { $1 },
            required: ["user_id", "target_url", "job_type", "task_description"]
        ),
        "BatchRequest": object(
            [
                "jobs": ["type": "array", "minItems": 1, "maxItems": 50, "items": reference("JobRequest")],
                "defaults": anything("`priority`, `max_retries`, `timeout_seconds`, `tags`, `metadata`"),
            ],
            required: ["jobs"]
        ),
        "ResumeRequest": object([
            "resolved_by": names(CallerOrder.Resume.Party.self, else: .human),
            "resolution_notes": text(500),
            "resolution_type": names(CallerOrder.Resume.Kind.self, else: .manual),
        ]),
        "RetryRequest": object([
            "confirm_not_submitted": [
                "type": "boolean",
                "description":
                    "A person has found out that the application was not sent, after `submission_unconfirmed`",
            ]
        ]),
        "Manual": object(
            [
                "format": ["type": "integer"], "id": id, "version": ["type": "integer"], "platform": text(500),
                "task_pattern": ["type": "string", "enum": ["apply", "fill_form"]], "url_pattern": text(500, least: 1),
                "source": text(500), "pages": ["type": "array", "maxItems": 40, "items": ["type": "object"]],
                "steps": ["type": "array", "minItems": 1, "maxItems": 500, "items": ["type": "object"]],
                "health_score": ["type": "number"], "success_count": ["type": "integer"],
                "failure_count": ["type": "integer"], "heal_count": ["type": "integer"],
                "quarantined": ["type": "boolean"],
            ],
            required: ["task_pattern", "url_pattern", "steps"]
        ),
        "QuarantineRequest": object(["quarantined": ["type": "boolean", "default": true]]),
        "ManualTestRequest": object(
            ["target_url": text(2048, least: 1), "user_id": id, "data": anything("A profile, or flat data")],
            required: ["target_url", "user_id"]
        ),
        "DeregisterRequest": object(
            [
                "target_worker_id": text(255, least: 1), "reason": text(500),
                "cancel_active_jobs": ["type": "boolean", "default": false],
                "drain_timeout_seconds": ["type": "integer", "minimum": 0, "maximum": 300],
            ],
            required: ["target_worker_id"]
        ),
        "Profile": object(
            [
                "first_name": text(100, least: 1), "last_name": text(100, least: 1), "email": text(200, least: 1),
                "phone": text(30), "linkedin_url": text(500), "portfolio_url": text(500),
                "location": object(["city": text(100), "state": text(100), "country": text(100), "zip": text(20)]),
                "work_authorization": text(100), "salary_expectation": text(100),
                "years_of_experience": ["type": "integer", "minimum": 0, "maximum": 70],
                "education": ["type": "array", "maxItems": 10, "items": ["type": "object"]],
                "work_history": ["type": "array", "maxItems": 20, "items": ["type": "object"]],
                "skills": ["type": "array", "maxItems": 100, "items": text(100)],
            ],
            required: ["first_name", "last_name", "email"]
        ),
        "File": object(["storage_path": text(500), "s3_key": text(500), "download_url": text(2048)]),
    ]

    private static let replies: [String: JSON] = [
        "Error": object(
            [
                "error": string, "message": string, "request_id": string,
                "details": ["type": "array", "items": reference("Violation")],
            ],
            required: ["error", "message"]
        ),
        "Violation": object(
            ["field": string, "message": string, "code": string],
            required: ["field", "message", "code"]
        ),
        "Created": object(
            [
                "job_id": id, "valet_task_id": optional(string), "status": names(JobStatus.self), "created_at": time,
                "warnings": ["type": "array", "items": string],
            ],
            required: ["job_id", "valet_task_id", "status", "created_at"]
        ),
        "Duplicate": object(
            [
                "job_id": id, "valet_task_id": optional(string), "status": names(JobStatus.self),
                "duplicate": ["type": "boolean"], "mismatch": ["type": "boolean"],
            ],
            required: ["job_id", "valet_task_id", "status", "duplicate"]
        ),
        "JobCreated": object(
            ["id": id, "status": names(JobStatus.self), "created_at": time],
            required: ["id", "status", "created_at"]
        ),
        "Batch": object(
            [
                "created": ["type": "integer"], "job_ids": ["type": "array", "items": id],
                "jobs": ["type": "array", "items": ["type": "object"]],
                "errors": ["type": "array", "items": ["type": "object"]],
            ],
            required: ["created", "job_ids", "jobs", "errors"]
        ),
        "Status": object(
            [
                "job_id": id, "valet_task_id": optional(string), "status": names(JobStatus.self),
                "status_message": optional(string), "worker_id": optional(string),
                "execution_mode": names(ExecutionMode.self), "browser_mode": string, "final_mode": optional(string),
                "manual": anything("The manual that was looked up"), "cost_breakdown": anything("Once it has begun"),
                "progress": anything("The last snapshot"), "result": anything("Of a completed job"),
                "error": anything("Of a failed job"), "interaction": anything("Of a paused job"),
                "timestamps": ["type": "object"],
            ],
            required: ["job_id", "valet_task_id", "status", "timestamps", "result", "error", "interaction"]
        ),
        "ShortStatus": object(
            [
                "id": id, "status": names(JobStatus.self), "status_message": optional(string),
                "started_at": optional(time), "last_heartbeat": optional(time), "completed_at": optional(time),
            ],
            required: ["id", "status"]
        ),
        "Resumed": object(
            ["job_id": id, "status": names(JobStatus.self), "resolved_by": string, "resolution_type": string],
            required: ["job_id", "status", "resolved_by"]
        ),
        "Deregistered": object(
            [
                "deregistered_workers": ["type": "array", "items": string],
                "cancelled_job_ids": ["type": "array", "items": id], "reason": optional(string),
            ],
            required: ["deregistered_workers", "cancelled_job_ids", "reason"]
        ),
        "Cancelled": object(
            [
                "id": id, "status": ["type": "string", "enum": ["cancelled", "failed"]], "completed_at": time,
                "error_code": string, "message": string,
            ],
            required: ["id", "status", "completed_at"]
        ),
        "Retried": object(
            ["id": id, "status": names(JobStatus.self), "retry_count": ["type": "integer"]],
            required: ["id", "status", "retry_count"]
        ),
        "Row": ["type": "object", "required": ["id", "user_id", "job_type", "status", "created_at"]],
        "JobList": list("jobs", of: "Row", also: ["limit": ["type": "integer"], "offset": ["type": "integer"]]),
        "EventList": list("events", of: "Event", also: ["limit": ["type": "integer"], "offset": ["type": "integer"]]),
        "Event": object(
            [
                "id": id, "job_id": id, "event_type": string, "metadata": anything("Contract 6.4"), "actor": string,
                "created_at": time, "from_status": string, "to_status": string, "message": string,
            ],
            required: ["id", "event_type", "metadata", "actor", "created_at"]
        ),
        "ManualList": object(
            [
                "manuals": ["type": "array", "items": ["type": "object"]], "total": ["type": "integer"],
                "limit": ["type": "integer"], "offset": ["type": "integer"],
            ],
            required: ["manuals", "total", "limit", "offset"]
        ),
        "ManualDeleted": object(["id": id, "deleted": ["type": "boolean"]], required: ["id", "deleted"]),
        "Quarantined": object(["id": id, "quarantined": ["type": "boolean"]], required: ["id", "quarantined"]),
        "ManualTest": object(
            [
                "job_id": id, "status": names(JobStatus.self), "manual_id": id,
                "warnings": ["type": "array", "items": string],
            ],
            required: ["job_id", "status", "manual_id"]
        ),
        "Usage": object(
            [
                "user_id": id, "tier": string, "monthly_budget_usd": ["type": "number"],
                "current_month_cost_usd": ["type": "number"], "remaining_budget_usd": ["type": "number"],
                "job_count": ["type": "integer"], "period_start": time, "period_end": time,
                "input_tokens": ["type": "integer"], "output_tokens": ["type": "integer"],
            ],
            required: ["user_id", "tier", "monthly_budget_usd", "current_month_cost_usd", "remaining_budget_usd"]
        ),
        "Forgotten": object(
            ["user_id": id, "deleted": ["type": "integer"]],
            required: ["user_id", "deleted"]
        ),
        "ModelList": object(
            [
                "models": [
                    "type": "array",
                    "items": object(
                        [
                            "alias": string, "model": string, "provider": string, "provider_name": string,
                            "vision": ["type": "boolean"], "cost": ["type": "object"],
                            "note": ["type": ["string", "null"]],
                            "available": ["type": "boolean"],
                        ],
                        required: ["alias", "model", "provider", "vision", "cost"]
                    ),
                ],
                "presets": ["type": "array", "items": ["type": "object"]], "default": string,
                "total": ["type": "integer"],
            ],
            required: ["models", "presets", "default", "total"]
        ),
        "WorkerList": object(
            [
                "count": ["type": "integer"], "workers": ["type": "array", "items": ["type": "object"]],
                "timestamp": time,
            ],
            required: ["count", "workers", "timestamp"]
        ),
        "Health": object(
            ["status": string, "database": string, "service": string, "version": string, "timestamp": time],
            required: ["status", "service", "version", "timestamp"]
        ),
    ]

    /// The members that every request for a job has.
    private static func common(_ task: String, _ user: String) -> [String: JSON] {
        [
            task: text(255), user: id, "target_url": text(2048, least: 1), "callback_url": text(2048),
            "callback_events": ["type": "array", "items": names(CallbackStatus.self)],
            "quality": names(Quality.self), "execution_mode": names(ExecutionMode.self),
            "priority": integer(1, 10, 5), "timeout_seconds": integer(30, 1800, 300),
            "hitl_timeout_seconds": integer(30, 86_400, 300),
            "queue_ttl_seconds": ["type": "integer", "minimum": 1, "maximum": 31_536_000],
            "idempotency_key": text(255, least: 1), "target_worker_id": text(100, least: 1),
            "worker_affinity": names(WorkerAffinity.self), "metadata": ["type": "object"],
            "model": text(100, least: 1), "image_model": text(100, least: 1),
        ]
    }

    private static let string: JSON = ["type": "string"]
    private static let id: JSON = ["type": "string", "format": "uuid"]
    private static let time: JSON = ["type": "string", "format": "date-time"]
    private static let answers: JSON = ["type": "object", "additionalProperties": ["type": "string"]]

    private static func anything(_ meaning: String) -> JSON {
        ["type": ["object", "null"], "description": .string(meaning)]
    }

    private static func text(_ most: Int, least: Int = 0) -> JSON {
        ["type": "string", "minLength": .int(Int64(least)), "maxLength": .int(Int64(most))]
    }

    private static func integer(_ least: Int, _ most: Int, _ standard: Int) -> JSON {
        [
            "type": "integer", "minimum": .int(Int64(least)), "maximum": .int(Int64(most)),
            "default": .int(Int64(standard)),
        ]
    }

    private static func optional(_ schema: JSON) -> JSON { ["anyOf": [schema, ["type": "null"]]] }

    private static func reference(_ name: String) -> JSON { Operation.reference(name) }

    private static func object(_ members: [String: JSON], required: [String] = []) -> JSON {
        var schema: [String: JSON] = ["type": "object", "properties": .object(members)]
        if !required.isEmpty { schema["required"] = .array(required.map(JSON.string)) }
        return .object(schema)
    }

    private static func list(_ name: String, of schema: String, also members: [String: JSON]) -> JSON {
        object(
            members.merging([
                name: ["type": "array", "items": reference(schema)], "total": ["type": "integer"],
                "next_cursor": optional(string),
            ]) { $1 },
            required: [name, "total", "limit", "offset"]
        )
    }
}
