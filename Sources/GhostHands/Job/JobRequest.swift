public import FoundationEssentials

/// A job as the caller asked for it, validated.
public struct JobRequest: Sendable, Hashable {
    /// What is to be done.
    public var jobType: JobType
    /// VALET's own id for the task, given back in every reply and callback.
    public var valetTaskID: String?
    /// Whose job it is: VALET's user id.
    public var userID: UUID
    /// The page to begin at.
    public var targetURL: WebAddress
    /// The hiring platform the caller names, `other` when it names none.
    public var platform: Platform
    /// Where status changes are posted, when the caller wants them.
    public var callbackURL: WebAddress?
    /// Which status changes are posted (R10).
    public var callbackEvents: Set<CallbackStatus>
    /// What to do, in words.
    public var taskDescription: String
    /// What the worker works from: the applicant of an apply job (``Applicant``), the caller's object otherwise.
    public var inputData: JSON
    /// How much effort and money the job may cost.
    public var quality: Quality
    /// Which modes the caller allows.
    public var executionMode: ExecutionMode
    /// 1...10, higher first (R1).
    public var priority: Int
    /// 30...1800.
    public var timeoutSeconds: Int
    /// 30...86400 (R13).
    public var hitlTimeoutSeconds: Int
    /// How long the job may wait for a worker, in seconds; nil for the service's default (R23).
    public var queueTTLSeconds: Int?
    /// 0...10.
    public var maxRetries: Int
    /// When the job may begin; nil at once.
    public var scheduledAt: Date?
    /// Two requests with the same key make one job.
    public var idempotencyKey: String?
    /// The worker the job is meant for, when it names one.
    public var targetWorkerID: String?
    /// How strictly the job is bound to its worker.
    public var workerAffinity: WorkerAffinity
    /// Where the resume lies, when the job has one.
    public var resume: FileReference?
    /// The language model to ask; nil for the one of settings and quality.
    public var model: String?
    /// The language model for questions with a picture; nil for the one of settings.
    public var imageModel: String?
    /// Whether somebody may be asked for what only a human can give (R40).
    public var humanHelp = HumanHelp.on
    /// Of which trace the request is; nil where its header says nothing.
    public var trace: TraceContext?
    /// Whether an account may be opened where a platform wants one (R56).
    public var accountCreation = AccountCreation.ask
    /// Whose browser does it (R62).
    public var browserMode = BrowserMode.server
    /// Whether the run is recorded.
    public var isTraced = false
    /// The caller's labels.
    public var tags: [String]
    /// The caller's own object, given back as it came.
    public var metadata: JSON

    /// SHA-256 of everything asked for but the idempotency key, in hex: tells a repeat from another request.
    public var hash: String

    /// Where the resume lies: at least one is set.
    public struct FileReference: Sendable, Hashable {
        /// A path in the blob store.
        public var storagePath: String?
        /// A key in the blob store, the predecessor's name for it.
        public var s3Key: String?
        /// An address to fetch it from.
        public var downloadURL: String?

        /// Names a file.
        public init(storagePath: String? = nil, s3Key: String? = nil, downloadURL: String? = nil) {
            self.storagePath = storagePath
            self.s3Key = s3Key
            self.downloadURL = downloadURL
        }

        /// The reference as the job row keeps it.
        public var json: JSON {
            var members: [String: JSON] = [:]
            members["storage_path"] = storagePath.map(JSON.string)
            members["s3_key"] = s3Key.map(JSON.string)
            members["download_url"] = downloadURL.map(JSON.string)
            return .object(members)
        }

        /// Reads what ``json`` wrote; nil when it names nothing.
        public init?(_ json: JSON) {
            self.init(
                storagePath: json["storage_path"].string,
                s3Key: json["s3_key"].string,
                downloadURL: json["download_url"].string
            )
            if storagePath == nil && s3Key == nil && downloadURL == nil { return nil }
        }
    }
}
