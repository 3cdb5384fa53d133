import Foundation
import GhostHands
import Postgres

extension Job {
    /// Reads a row of `gh_automation_jobs`, whole.
    init(row: Row) throws { try self.init(row: row, withInput: true) }

    /// Reads a row of `gh_automation_jobs`.
    ///
    /// - Parameter hasInput: whether what the caller sent is read as well: it is most of the row, and few need it.
    /// - Throws: `PostgresError` when a column is missing. Whatever the columns hold, the result is a job: what cannot
    ///   be read is named by ``Job/unreadable``, so that no row stands in the way of those that are read with it.
    init(row: Row, withInput hasInput: Bool) throws {
        let type = JobType(rawValue: try row.string("job_type"))
        self.init(
            id: try row.uuid("id"),
            userID: try row.uuid("user_id"),
            jobType: type ?? .custom,
            targetURL: PageAddress(try row.string("target_url")),
            createdAt: try row.time("created_at")
        )
        if type == nil { unreadable.append("job_type") }
        try readRequest(row)
        if hasInput { try readInput(row) }
        try readState(row)
        try readOutcome(row)
    }

    /// What a worker acts on is read exactly, or not at all.
    private mutating func readInput(_ row: Row) throws {
        taskDescription = try row.stringOrNil("task_description") ?? ""
        inputData = try exactly("input_data", row)
        let reference = try exactly("resume_ref", row)
        // One that names nothing is not the same as none: the job never goes on without its resume (R47).
        resume = reference.isNull ? nil : JobRequest.FileReference(reference) ?? JobRequest.FileReference()
        // Where the predecessor's rows name it; of a request the door has seen to that.
        if resume == nil, !isMadeByAPI, let path = inputData["resume_path"].string {
            resume = JobRequest.FileReference(storagePath: path)
        }
    }

    private mutating func exactly(_ column: String, _ row: Row) throws -> JSON {
        guard let data = try row.dataOrNil(column) else { return .null }
        if data.count <= Bounds.storedBytes,
            let json = try? JSON(parsing: data, deepest: Bounds.storedDepth)
        {
            return json
        }
        unreadable.append(column)
        return .null
    }

    private mutating func readRequest(_ row: Row) throws {
        valetTaskID = try row.stringOrNil("valet_task_id")
        callbackURL = try row.stringOrNil("callback_url")
        callbackEvents = Set((try row.stringsOrNil("callback_events") ?? []).compactMap(CallbackStatus.init(rawValue:)))
        isMadeByAPI = try row.stringOrNil("request_hash") != nil
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
        // Of a status that a later version may know nothing is known but that the job is not ours to change.
        status = JobStatus(rawValue: try row.string("status")) ?? .expired
        statusMessage = try row.stringOrNil("status_message")
        workerID = try row.stringOrNil("worker_id")
        retryCount = try row.int("retry_count")
        metadata = JobMetadata(try row.json("metadata"))
        interactionType = try row.stringOrNil("interaction_type")
        interactionData = try row.json("interaction_data")
        leaseToken = try row.int64("lease_token")
        hasOpenSubmitIntent =
            try row.stringOrNil("submit_intent_at") != nil && row.stringOrNil("submit_confirmed_at") == nil
        startedAt = try row.timeOrNil("started_at")
        pausedAt = try row.timeOrNil("paused_at")
        completedAt = try row.timeOrNil("completed_at")
        lastHeartbeat = try row.timeOrNil("last_heartbeat")
        updatedAt = try row.time("updated_at")
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
        request_hash, priority, max_retries, timeout_seconds, hitl_timeout_seconds, execution_mode, browser_mode,
        status, status_message, worker_id, retry_count, metadata, interaction_type, interaction_data, lease_token,
        submit_intent_at, submit_confirmed_at, started_at, paused_at, completed_at, last_heartbeat, updated_at,
        final_mode, result_data, result_summary, screenshot_urls, error_code, error_details
        """
}

extension Row {
    /// JSON that is passed on, as well as it can be read; SQL's NULL is JSON's null.
    func json(_ column: String) throws -> JSON {
        try dataOrNil(column).map(JSON.init(passingOn:)) ?? .null
    }

    /// A time, brought within ``Bounds/times``: there are infinite ones, and ones before Christ.
    func timeOrNil(_ column: String) throws -> Date? {
        switch try stringOrNil(column) {
        case nil: return nil
        case "infinity": return Bounds.times.upperBound
        case "-infinity": return Bounds.times.lowerBound
        case let text? where text.hasSuffix(" BC"): return Bounds.times.lowerBound
        default:
            return try dateOrNil(column).map { min(max($0, Bounds.times.lowerBound), Bounds.times.upperBound) }
        }
    }

    /// A time that is there, brought within ``Bounds/times``.
    func time(_ column: String) throws -> Date { try timeOrNil(column) ?? Bounds.times.lowerBound }
}
