import GhostHands

extension ValetReplies {
    private typealias Member = ReplyShape<Job>.Member

    /// A job as `GET /valet/status/:jobId` shows it; the contract's examples lack some members.
    static let status = ReplyShape<Job>([
        .id("job_id", \.id), .textOrNull("valet_task_id", \.valetTaskID), .name("status", \.status),
        Member.textOrNull("status_message", \.statusMessage).sometimes,
        Member.textOrNull("worker_id", \.workerID).sometimes,
        Member.name("execution_mode", \.executionMode).sometimes,
        Member.text("browser_mode", \.browserMode).sometimes,
        Member.textOrNull("final_mode") { $0.finalMode?.rawValue }.sometimes,
        Member.anything("manual", "The manual that was looked up") { JobView($0).manual }.sometimes,
        Member.anything("cost_breakdown", "Once it has begun") { JobView($0).costBreakdown }.sometimes,
        Member.anything("progress", "The last snapshot") { $0.metadata[.progress] }.sometimes,
        .init(name: "result", schema: Schema.orNull(result.schema)) {
            $0.status == .completed ? result.json($0) : .null
        },
        .init(name: "error", schema: Schema.orNull(error.schema)) { $0.status == .failed ? error.json($0) : .null },
        .anything("interaction", "Of a paused job") { $0.status == .paused ? JobView($0).interaction : .null },
        .init(name: "timestamps", schema: timestamps.schema) { timestamps.json($0) },
    ])

    private static let result = ReplyShape<Job>([
        .anything("data", "What was found or filled in", \.resultData), .textOrNull("summary", \.resultSummary),
        screenshots,
    ])

    private static let error = ReplyShape<Job>([
        .textOrNull("code", \.errorCode),
        .textOrNull("message") { $0.errorDetails["message"].string },
        .anything("details", "What is known of the failure", \.errorDetails), screenshots,
    ])

    private static let timestamps = ReplyShape<Job>([
        .time("created_at", \.createdAt), .timeOrNull("started_at", \.startedAt),
        .timeOrNull("completed_at", \.completedAt),
    ])

    private static var screenshots: Member {
        .list("screenshots", of: Schema.text) { $0.screenshotURLs.map(JSON.string) }
    }
}
