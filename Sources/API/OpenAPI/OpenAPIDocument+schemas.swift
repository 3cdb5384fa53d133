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
                "defaults": Schema.anything(JobRequest.batchDefaults.map { "`\($0)`" }.joined(separator: ", ")),
            ],
            required: ["jobs"]
        ),
        "Manual": object(
            [
                "format": ["type": "integer"], "id": Schema.id, "version": ["type": "integer"], "platform": text(500),
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
        "Error": ErrorReply.body.schema,
        "Created": ValetReplies.created.schema,
        "Duplicate": ValetReplies.duplicate.schema,
        "JobCreated": JobReplies.created.schema,
        "Batch": Batch.reply.schema,
        "Status": ValetReplies.status.schema,
        "ShortStatus": JobReplies.status.schema,
        "Resumed": ValetReplies.resumed.schema,
        "LiveLink": LiveReplies.link.schema,
        "LiveLinksRevoked": LiveReplies.revoked.schema,
        "TakeOver": LiveReplies.takeOver.schema,
        "SessionList": SessionReplies.list.schema,
        "SessionsCleared": SessionReplies.cleared.schema,
        "DomainDeleted": SessionReplies.deleted.schema,
        "CredentialList": CredentialReplies.list.schema,
        "CredentialKept": CredentialReplies.put.schema,
        "OperatorCode": OperatorReplies.code.schema,
        "OperatorList": OperatorReplies.list.schema,
        "OperatorRevoked": OperatorReplies.revoked.schema,
        "OperatorToken": OperatorReplies.token.schema,
        "DeskJob": DeskReplies.claimed.schema, "DeskLeases": DeskReplies.alive.schema,
        "DeskHeld": DeskReplies.held.schema, "DeskStanding": DeskReplies.standing.schema,
        "DeskPicture": DeskReplies.picture.schema,
        "Erased": UserReplies.erased.schema,
        "Deregistered": ValetReplies.deregistered.schema,
        "Cancelled": JobReplies.cancelled.schema,
        "Retried": JobReplies.retried.schema,
        "Row": ["type": "object", "required": ["id", "user_id", "job_type", "status", "created_at"]],
        "JobList": JobReplies.page.schema,
        "JobCounts": JobReplies.counts.schema,
        "CallbackList": CallbackReplies.list.schema, "LatestCallbacks": CallbackReplies.latest.schema,
        "CallbackAgain": CallbackReplies.again.schema,
        "CallbacksAgain": CallbackReplies.allAgain.schema,
        "EventList": JobReplies.log.schema,
        "Event": JobReplies.event.schema,
        "AnswerCount": UserReplies.answers.schema,
        "ManualVersions": ManualReplies.versions.schema,
        "ManualList": ManualReplies.page.schema,
        "ManualDeleted": ManualReplies.deleted.schema,
        "Quarantined": ManualReplies.quarantined.schema,
        "ManualTest": ManualReplies.trial.schema,
        "Usage": UserReplies.month.schema,
        "Forgotten": UserReplies.forgotten.schema,
        "ModelList": ModelReplies.list.schema,
        "DetailedHealth": MonitoringReplies.health.schema,
        "MetricsText": Schema.text,
        "Metrics": MonitoringReplies.metrics.schema,
        "AlertList": MonitoringReplies.alerts.schema,
        "Dashboard": MonitoringReplies.dashboard.schema,
        "WorkerList": ServiceReplies.workers.schema,
        "Health": ServiceReplies.health.schema,
    ]

    private static func text(_ most: Int, least: Int = 0) -> JSON {
        ["type": "string", "minLength": JSON(least), "maxLength": JSON(most)]
    }

    private static func reference(_ name: String) -> JSON { Operation.reference(name) }

    private static func object(_ members: [String: JSON], required: [String] = []) -> JSON {
        var schema: [String: JSON] = ["type": "object", "properties": .object(members)]
        if !required.isEmpty { schema["required"] = JSON(required) }
        return .object(schema)
    }
}
