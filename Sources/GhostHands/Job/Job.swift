public import FoundationEssentials

/// A job as its row stands in the database.
public struct Job: Sendable, Hashable {
    /// The primary key.
    public var id: UUID
    /// Whose job it is: VALET's user id.
    public var userID: UUID
    /// VALET's own id for the task, given back in every reply and callback.
    public var valetTaskID: String?
    /// What is to be done.
    public var jobType: JobType
    /// The page to begin at.
    public var targetURL: PageAddress
    /// What to do, in the caller's words.
    public var taskDescription = ""
    /// Where status changes are posted, when the caller wants them.
    public var callbackURL: String?
    /// Which status changes are posted (R10).
    public var callbackEvents: Set<CallbackStatus>
    /// The worker the job is meant for, when it names one.
    public var targetWorkerID: String?
    /// The worker that holds the job now, or held it last.
    public var workerID: String?
    /// Where the job stands.
    public var status: JobStatus
    /// One sentence for a person about where it stands.
    public var statusMessage: String?
    /// 1...10, higher first (R1).
    public var priority: Int
    /// How many times the job has been tried again.
    public var retryCount: Int
    /// How many times it may be tried again, 0...10.
    public var maxRetries: Int
    /// How long one attempt may take, 30...1800; a pause does not count (R13).
    public var timeoutSeconds: Int
    /// How long a pause may last, 30...86400 (R13).
    public var hitlTimeoutSeconds: Int
    /// What the worker works from: the applicant of an apply job, the caller's object otherwise.
    public var inputData: JSON
    /// Where the resume lies, when the job has one.
    public var resume: JobRequest.FileReference?
    /// The caller's metadata, and ours.
    public var metadata: JobMetadata
    /// Which modes the caller allows.
    public var executionMode: ExecutionMode
    /// Whose browser does it: a ``BrowserMode``, or a word of the predecessor's.
    public var browserMode: String
    /// Which mode did the job, once it ended.
    public var finalMode: FinalMode?
    /// The caller's result of a completed job.
    public var resultData: JSON
    /// One sentence about the result.
    public var resultSummary: String?
    /// Storage keys of the screenshots, the final one first.
    public var screenshotURLs: [String]
    /// Why the job failed.
    public var errorCode: String?
    /// `message`, a sentence a person can act on, and more.
    public var errorDetails: JSON
    /// What blocks a paused job.
    public var interactionType: String?
    /// The blocker as callbacks show it.
    public var interactionData: JSON
    /// Bumped on every change of owner (R7).
    public var leaseToken: Int64
    /// Whether a submit was begun whose end is not known (R8).
    public var hasOpenSubmitIntent: Bool
    /// Whether the row was made of a request, and not by a statement of somebody else's.
    public var isMadeByAPI = false
    /// The columns that hold what this program cannot read; such a job is shown, ended and called off, but never done.
    public var unreadable: [String] = []
    /// When the row was made.
    public var createdAt: Date
    /// When the present attempt began.
    public var startedAt: Date?
    /// When the job was paused.
    public var pausedAt: Date?
    /// When the job reached a final status.
    public var completedAt: Date?
    /// When its worker was last heard of.
    public var lastHeartbeat: Date?
    /// When the row last changed.
    public var updatedAt: Date

    /// How much effort and money the job may cost.
    public var quality: Quality {
        metadata[.qualityPreset].string.flatMap(Quality.init(rawValue:)) ?? .balanced
    }

    /// The language model that the job asks for, as its request or the predecessor's `input_data` names it.
    public var model: String? { metadata[.languageModel].string ?? asked(JobRequest.Members.model) }

    /// The language model that it asks for where there are pictures.
    public var imageModel: String? {
        metadata[.languageModelForImages].string ?? asked(JobRequest.Members.imageModel)
    }

    /// What the predecessor's rows name in their `input_data`.
    private func asked(_ member: Member<String?>) -> String? { inputData[member.name].string }

    /// Of which trace the request was that made the job; nil where it was of none.
    public var trace: TraceContext? { metadata[.traceparent].string.flatMap(TraceContext.init) }

    /// When the job was paused, in microseconds of 1970, as its links and tickets name the pause.
    public var pause: Int64? { pausedAt.map { Int64(($0.timeIntervalSince1970 * 1_000_000).rounded()) } }

    /// Whether somebody may be asked for what only a human can give (R40).
    public var humanHelp: HumanHelp {
        metadata[.humanHelp].string.flatMap(HumanHelp.init(rawValue:)) ?? .on
    }

    /// Whether an account may be opened where a platform wants one (R56).
    public var accountCreation: AccountCreation {
        metadata[.accountCreation].string.flatMap(AccountCreation.init(rawValue:)) ?? .ask
    }

    /// Whether the program may press the final submit in a person's own browser (R62).
    public var operatorMaySubmit: Bool { inputData[JobRequest.Members.operatorMaySubmit.name].bool == true }

    /// The files that it uploads, each by the name of its field: the resume first.
    public var files: [(name: String, reference: JobRequest.FileReference)] {
        let further = input.material.files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return (resume.map { [(Applicant.resumeFile, $0)] } ?? []) + further
    }

    /// Whether its runs are recorded.
    public var isTraced: Bool { metadata[.trace].bool == true }

    /// A pending job with the defaults of a fresh row.
    ///
    /// - Parameter id: the job's id.
    public init(id: UUID, userID: UUID, jobType: JobType, targetURL: PageAddress, createdAt: Date) {
        self.id = id
        self.userID = userID
        self.jobType = jobType
        self.targetURL = targetURL
        self.createdAt = createdAt
        updatedAt = createdAt
        callbackEvents = CallbackStatus.standard
        status = .pending
        priority = 5
        retryCount = 0
        maxRetries = 3
        timeoutSeconds = 300
        hitlTimeoutSeconds = 300
        inputData = .object([:])
        metadata = [:]
        executionMode = .auto
        browserMode = "server"
        resultData = .null
        screenshotURLs = []
        errorDetails = .null
        interactionData = .null
        leaseToken = 0
        hasOpenSubmitIntent = false
    }
}
