import GhostHands

extension OpenAPIDocument {
    /// Every shape, by its name.
    static let schemas: [String: JSON] = requests.merging(replies) { $1 }

    /// The bodies of requests, from the tables that they are read by; a manual has a reader of its own.
    private static let requests: [String: JSON] = CallerOrder.shapes.mapValues(\.schema).merging([
        "ApplyRequest": JobRequest.shape(of: .apply).schema,
        "TaskRequest": JobRequest.shape(of: .task).schema,
        "JobRequest": JobRequest.shape(of: .job).schema,
        "Profile": Profile.shape.schema,
        "File": JobRequest.FileReference.shape.schema,
        "BatchRequest": object(
            [
                "jobs": [
                    "type": "array", "minItems": 1, "maxItems": JSON(Batch.most), "items": reference("JobRequest"),
                ],
                "defaults": anything(JobRequest.batchDefaults.map { "`\($0)`" }.joined(separator: ", ")),
            ],
            required: ["jobs"]
        ),
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
    ]) { $1 }

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

    private static let string: JSON = ["type": "string"]
    private static let id: JSON = ["type": "string", "format": "uuid"]
    private static let time: JSON = ["type": "string", "format": "date-time"]

    private static func anything(_ meaning: String) -> JSON {
        ["type": ["object", "null"], "description": .string(meaning)]
    }

    private static func text(_ most: Int, least: Int = 0) -> JSON {
        ["type": "string", "minLength": JSON(least), "maxLength": JSON(most)]
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
