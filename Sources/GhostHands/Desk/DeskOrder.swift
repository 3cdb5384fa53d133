import FoundationEssentials

/// A job as a person's own browser is given it (R62): what the hands need of the row, and nothing else.
public struct DeskOrder: Sendable, Hashable {
    /// The job, as far as it is told.
    public let job: Job
    /// The right to it.
    public let lease: Lease
    /// Whether events may show the values of ordinary fields (R38).
    public let showsValues: Bool
    /// The files that it uploads, each by the name of its field; they are asked for by their place.
    public let files: [String]
    /// How often the right to it is confirmed, and for how long it is good without.
    public let times: LeaseTimes

    /// Puts an order together.
    ///
    /// - Parameter job: the row, with what its caller sent.
    public init(_ job: Job, lease: Lease, showsValues: Bool, times: LeaseTimes) {
        self.job = job
        self.lease = lease
        self.showsValues = showsValues
        self.times = times
        files = job.files.map(\.name)
    }

    /// The order as it is sent; where files lie is told to nobody.
    public var json: JSON {
        let input = (job.inputData.object ?? [:]).filter { $0.key != "files" && $0.key != "resume_path" }
        return [
            "job_id": .id(job.id), "lease_token": .string(String(lease.token)), "worker_id": .string(lease.workerID),
            "user_id": .id(job.userID), "job_type": JSON(job.jobType), "target_url": .string(job.targetURL.text),
            "task_description": .string(job.taskDescription), "input_data": .object(input),
            "metadata": job.metadata.json, "execution_mode": JSON(job.executionMode),
            "timeout_seconds": JSON(job.timeoutSeconds), "hitl_timeout_seconds": JSON(job.hitlTimeoutSeconds),
            "retry_count": JSON(job.retryCount), "created_at": .string(Timestamp.text(job.createdAt)),
            "started_at": .optional(job.startedAt.map(Timestamp.text)), "shows_values": .bool(showsValues),
            "files": JSON(files), "heartbeat_ms": JSON(Self.milliseconds(times.heartbeat)),
            "self_fence_ms": JSON(Self.milliseconds(times.selfFence)),
        ]
    }

    /// Reads what ``json`` wrote; nil when it is something else.
    public init?(_ json: JSON) {
        guard let id = json["job_id"].string.flatMap(UUID.init(uuidString:)),
            let user = json["user_id"].string.flatMap(UUID.init(uuidString:)),
            let token = json["lease_token"].string.flatMap(Int64.init), let worker = json["worker_id"].string,
            let type = json["job_type"].string.flatMap(JobType.init(rawValue:)), let url = json["target_url"].string
        else { return nil }
        let created = json["created_at"].string.flatMap(Timestamp.date) ?? Date(timeIntervalSince1970: 0)
        var job = Job(id: id, userID: user, jobType: type, targetURL: PageAddress(url), createdAt: created)
        job.taskDescription = json["task_description"].string ?? ""
        job.inputData = json["input_data"]
        job.metadata = JobMetadata(json["metadata"])
        job.executionMode = json["execution_mode"].string.flatMap(ExecutionMode.init(rawValue:)) ?? .auto
        job.browserMode = BrowserMode.operator.rawValue
        job.timeoutSeconds = json["timeout_seconds"].int ?? job.timeoutSeconds
        job.hitlTimeoutSeconds = json["hitl_timeout_seconds"].int ?? job.hitlTimeoutSeconds
        job.retryCount = json["retry_count"].int ?? 0
        job.startedAt = json["started_at"].string.flatMap(Timestamp.date)
        job.status = .running
        self.job = job
        lease = Lease(jobID: id, token: token, workerID: worker)
        showsValues = json["shows_values"].bool ?? false
        files = (json["files"].array ?? []).prefix(Bounds.files + 1).compactMap(\.string)
        var times = LeaseTimes()
        times.heartbeat = json["heartbeat_ms"].int.map(Duration.milliseconds) ?? times.heartbeat
        times.selfFence = json["self_fence_ms"].int.map(Duration.milliseconds) ?? times.selfFence
        self.times = times
    }

    private static func milliseconds(_ duration: Duration) -> Int { Int(duration / .milliseconds(1)) }
}
