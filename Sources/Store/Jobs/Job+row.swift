import Foundation
import GhostHands
import Postgres

extension Job {
    /// Reads a row of `gh_automation_jobs`, whole.
    init(row: Row) throws { try self.init(row: row, withInput: true) }

    /// Reads a row of `gh_automation_jobs`.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - hasInput: whether what the caller sent is read as well: it is most of the row, and few need it.
    /// - Throws: `PostgresError` and ``StoreError`` for a row of another shape.
    init(row: Row, withInput hasInput: Bool) throws {
        self.init(
            id: try row.uuid("id"),
            userID: try row.uuid("user_id"),
            jobType: try row.value("job_type"),
            targetURL: try row.string("target_url"),
            createdAt: try row.date("created_at")
        )
        try readRequest(row)
        if hasInput {
            taskDescription = try row.stringOrNil("task_description") ?? ""
            inputData = try row.json("input_data")
            resume = JobRequest.FileReference(try row.json("resume_ref"))
        }
        try readState(row)
        try readOutcome(row)
    }

    private mutating func readRequest(_ row: Row) throws {
        valetTaskID = try row.stringOrNil("valet_task_id")
        callbackURL = try row.stringOrNil("callback_url")
        callbackEvents = Set(try row.strings("callback_events").compactMap(CallbackStatus.init(rawValue:)))
        targetWorkerID = try row.stringOrNil("target_worker_id")
        priority = try row.int("priority")
        maxRetries = try row.int("max_retries")
        timeoutSeconds = try row.int("timeout_seconds")
        hitlTimeoutSeconds = try row.int("hitl_timeout_seconds")
        // The predecessor's later versions know modes that are none of ours.
        executionMode = try row.stringOrNil("execution_mode").flatMap(ExecutionMode.init(rawValue:)) ?? .auto
        browserMode = try row.stringOrNil("browser_mode") ?? "server"
    }

    private mutating func readState(_ row: Row) throws {
        status = try row.value("status")
        statusMessage = try row.stringOrNil("status_message")
        workerID = try row.stringOrNil("worker_id")
        retryCount = try row.int("retry_count")
        metadata = try row.json("metadata")
        interactionType = try row.stringOrNil("interaction_type")
        interactionData = try row.json("interaction_data")
        leaseToken = try row.int64("lease_token")
        hasOpenSubmitIntent =
            try row.stringOrNil("submit_intent_at") != nil && row.stringOrNil("submit_confirmed_at") == nil
        startedAt = try row.dateOrNil("started_at")
        pausedAt = try row.dateOrNil("paused_at")
        completedAt = try row.dateOrNil("completed_at")
        lastHeartbeat = try row.dateOrNil("last_heartbeat")
        updatedAt = try row.date("updated_at")
    }

    private mutating func readOutcome(_ row: Row) throws {
        finalMode = try row.stringOrNil("final_mode").flatMap(FinalMode.init(rawValue:))
        resultData = try row.json("result_data")
        resultSummary = try row.stringOrNil("result_summary")
        screenshotURLs = try row.json("screenshot_urls").array?.compactMap(\.string) ?? []
        errorCode = try row.stringOrNil("error_code")
        errorDetails = try row.json("error_details")
    }
}

extension Jobs {
    /// The columns that a job is read from, with or without what the caller sent.
    static func columns(withInput hasInput: Bool) -> SQL { hasInput ? "*" : outline }

    private static let outline: SQL = """
        id, user_id, job_type, target_url, created_at, valet_task_id, callback_url, callback_events, target_worker_id,
        priority, max_retries, timeout_seconds, hitl_timeout_seconds, execution_mode, browser_mode,
        status, status_message, worker_id, retry_count, metadata, interaction_type, interaction_data, lease_token,
        submit_intent_at, submit_confirmed_at, started_at, paused_at, completed_at, last_heartbeat, updated_at,
        final_mode, result_data, result_summary, screenshot_urls, error_code, error_details
        """
}

extension Row {
    /// JSON; SQL's NULL is JSON's null.
    func json(_ column: String) throws -> JSON {
        guard let data = try dataOrNil(column) else { return .null }
        do {
            return try JSON(parsing: data)
        } catch {
            throw StoreError(code: .unknownValue, message: "column \"\(column)\" holds JSON that cannot be read")
        }
    }

    /// One of an enum's names.
    func value<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
        guard let value = Value(rawValue: try string(column)) else {
            throw StoreError(
                code: .unknownValue,
                message: "column \"\(column)\" holds a name this program does not know"
            )
        }
        return value
    }
}
