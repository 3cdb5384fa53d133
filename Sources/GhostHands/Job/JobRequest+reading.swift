import Crypto
import FoundationEssentials

extension JobRequest {
    /// What reading a request gave.
    public enum Reading: Sendable {
        /// It is valid; the warnings name unknown fields (R5).
        case valid(JobRequest, warnings: [String])
        /// It is not: every violated constraint.
        case invalid([FieldViolation])
    }

    /// The requests that make a job.
    public enum Endpoint: Sendable {
        /// `POST /valet/apply`.
        case apply
        /// `POST /valet/task`.
        case task
        /// `POST /jobs`, and every element of `POST /jobs/batch`.
        case job
    }

    /// Reads the body of `POST /valet/apply`, `POST /valet/task` or `POST /jobs` (predecessor.md 1.5, 1.6).
    ///
    /// - Parameters:
    ///   - body: the request's JSON.
    ///   - endpoint: which of them.
    /// - Returns: the request, or everything that is wrong with it.
    public static func read(_ body: JSON, as endpoint: Endpoint) -> Reading {
        guard let members = body.object else {
            return .invalid([FieldViolation(field: "", message: "Expected an object", code: .invalidType)])
        }
        var reader = RequestReader(members)
        let common = CommonMembers(&reader, endpoint)
        var request: JobRequest
        switch endpoint {
        case .apply: request = apply(&reader, common)
        case .task: request = task(&reader, common)
        case .job: request = job(&reader, common)
        }
        reader.nameUnknown()
        guard reader.violations.isEmpty else { return .invalid(reader.violations) }
        request.hash = hash(of: members)
        return .valid(request, warnings: reader.warnings)
    }

    private static func apply(_ reader: inout RequestReader, _ common: CommonMembers) -> JobRequest {
        let platform = reader.choice("platform", default: Platform.other)
        reader.nested("profile", required: true, ProfileReader.read)
        let answers = reader.object("qa_answers") ?? [:]
        checkSize("qa_answers", &reader)
        checkAnswers("qa_answers", &reader)
        let resume = resume(&reader)
        var request = common.request(type: .apply)
        request.platform = platform
        request.resume = resume
        request.taskDescription = "Apply to the job at the target URL with the applicant's profile"
        request.inputData = [
            "profile": reader.value("profile") ?? .object([:]), "qa_answers": .object(answers),
            "platform": .string(platform.rawValue), "tier": .string(common.quality.tier),
        ]
        request.tags = ["valet", "apply"]
        return request
    }

    private static func task(_ reader: inout RequestReader, _ common: CommonMembers) -> JobRequest {
        let type = reader.choice("job_type", default: JobType.custom)
        if reader.value("job_type") == nil { reader.violate("job_type", "Required", .invalidType) }
        let description = reader.string("task_description", max: 1000, required: type != .fillForm)
        let input = reader.object("input_data") ?? [:]
        checkInput(input, of: type, &reader)
        let resume = resume(&reader)
        var request = common.request(type: type)
        request.resume = resume
        request.taskDescription = description ?? "Fill the form at the target URL"
        request.inputData = .object(input)
        request.tags = ["valet", type.rawValue]
        return request
    }

    /// The predecessor's request: applicant and answers stand in `input_data` as `user_data` and `qa_overrides`.
    private static func job(_ reader: inout RequestReader, _ common: CommonMembers) -> JobRequest {
        let type = reader.choice("job_type", default: JobType.custom)
        if reader.value("job_type") == nil { reader.violate("job_type", "Required", .invalidType) }
        let description = reader.string("task_description", max: 1000, required: true)
        let input = reader.object("input_data") ?? [:]
        var resume = resume(&reader)
        var platform = Platform.other
        reader.read(input, at: "input_data") { inner in
            if let path = inner.string("resume_path", max: 500, nonEmpty: true) {
                resume = resume ?? FileReference(storagePath: path)
            }
            platform = inner.choice("platform", default: .other)
            checkAnswers("qa_overrides", &inner)
            if inner.value("profile") == nil {
                inner.nested("user_data", required: type == .apply, ProfileReader.read)
            }
            inner.acceptAll()
        }
        checkInput(input, of: type, &reader)
        var request = common.request(type: type)
        request.platform = platform
        request.resume = resume
        request.taskDescription = description ?? ""
        request.inputData = .object(withProfile(input))
        request.tags = reader.strings("tags", max: 20, eachAtMost: 50)
        request.maxRetries = reader.int("max_retries", in: 0...10, default: 3)
        request.scheduledAt = reader.date("scheduled_at")
        return request
    }

    /// The predecessor's flat `user_data` as the contract's `profile`: the parts of the address stand in `location`.
    private static func withProfile(_ input: [String: JSON]) -> [String: JSON] {
        guard input["profile"] == nil, var user = input["user_data"]?.object else { return input }
        if user["location"] == nil {
            let place = user.filter { ["city", "state", "country", "zip"].contains($0.key) }
            if !place.isEmpty { user["location"] = .object(place) }
        }
        var input = input
        input["profile"] = .object(user)
        input["user_data"] = nil
        return input
    }

    private static func checkAnswers(_ name: String, _ reader: inout RequestReader) {
        for (question, answer) in (reader.object(name) ?? [:]).sorted(by: { $0.key < $1.key })
        where answer.string == nil {
            reader.violate("\(name).\(question.clipped(80))", "Expected a string", .invalidType)
        }
    }

    /// Holds an object of answers to what a page can be filled from in time.
    private static func checkSize(_ name: String, _ reader: inout RequestReader) {
        guard let members = reader.value(name)?.object else { return }
        if members.count > Bounds.answers { reader.violate(name, "At most \(Bounds.answers) members", .tooBig) }
        for key in members.keys where key.isLonger(than: Bounds.question) {
            reader.violate("\(name).\(key.clipped(80))", "At most \(Bounds.question) characters", .tooBig)
        }
    }

    /// What every door, and every row, holds the caller's object to.
    static func checkInput(_ input: [String: JSON], of type: JobType, _ reader: inout RequestReader) {
        reader.read(input, at: "input_data") { inner in
            if type == .fillForm { checkFillForm(&inner) }
            if type == .apply { _ = inner.choice("platform", default: Platform.other) }
            if type == .apply || type == .fillForm {
                for name in ["profile", "user_data"] { _ = inner.object(name) }
            }
            for name in ["qa_answers", "qa_overrides", "form_data"] { checkSize(name, &inner) }
            checkFiles(&inner, required: type == .fillForm)
            inner.acceptAll()
        }
    }

    private static func checkFillForm(_ reader: inout RequestReader) {
        let data = reader.object("form_data")
        if data == nil && reader.value("profile") == nil && reader.value("user_data") == nil {
            reader.violate("form_data", "Required: an object whose keys are field names or labels", .invalidType)
        }
        for (name, value) in (data ?? [:]).sorted(by: { $0.key < $1.key }) where value.object != nil {
            reader.violate("form_data.\(name.clipped(80))", "Must not be an object", .invalidType)
        }
        if let submit = reader.value("submit"), submit.bool == nil {
            reader.violate("submit", "Expected a boolean", .invalidType)
        }
    }

    /// Further files by field name or label; where a kind of job has no use for them, only what is one is looked at.
    private static func checkFiles(_ reader: inout RequestReader, required isRequired: Bool) {
        let files = isRequired ? reader.object("files") : reader.value("files")?.object
        let named = (files ?? [:]).filter { isRequired || FileReference($0.value) != nil }
        if named.count > Bounds.files { reader.violate("files", "At most \(Bounds.files) files", .tooBig) }
        for (name, value) in named.sorted(by: { $0.key < $1.key }).prefix(Bounds.files) {
            guard let members = value.object, FileReference(value) != nil else {
                reader.violate("files.\(name.clipped(80))", noFile, .custom)
                continue
            }
            reader.read(members, at: "files.\(name.clipped(80))") { _ = file(&$0) }
        }
    }

    static func resume(_ reader: inout RequestReader) -> FileReference? {
        var resume: FileReference?
        reader.nested("resume") { inner in
            resume = file(&inner)
            if resume == FileReference() { inner.violate("storage_path", noFile, .custom) }
        }
        return resume
    }

    private static func file(_ reader: inout RequestReader) -> FileReference {
        FileReference(
            storagePath: reader.string("storage_path", max: 500, nonEmpty: true),
            s3Key: reader.string("s3_key", max: 500, nonEmpty: true),
            downloadURL: reader.url("download_url")?.text
        )
    }

    private static let noFile = "One of storage_path, s3_key, download_url is required"

    /// SHA-256 of the request without its idempotency key, over JSON with sorted keys.
    private static func hash(of members: [String: JSON]) -> String {
        var members = members
        members["idempotency_key"] = nil
        return SHA256.hash(data: JSON.object(members).data).hexadecimal
    }
}

extension Quality {
    /// The predecessor's tier for this quality, kept in `input_data` for its readers.
    var tier: String {
        switch self {
        case .speed: "free"
        case .balanced: "starter"
        case .quality: "pro"
        }
    }
}

/// The members that all requests have.
struct CommonMembers {
    let taskID: String?
    let userID: UUID?
    let targetURL: WebAddress?
    let callbackURL: WebAddress?
    let callbackEvents: Set<CallbackStatus>
    let quality: Quality
    let mode: ExecutionMode
    let priority: Int
    let timeout: Int
    let hitlTimeout: Int
    let queueTTL: Int?
    let key: String?
    let targetWorker: String?
    let affinity: WorkerAffinity
    let model: String?
    let imageModel: String?
    let metadata: JSON

    init(_ reader: inout RequestReader, _ endpoint: JobRequest.Endpoint) {
        taskID = reader.string("valet_task_id", max: 255, required: endpoint != .job)
        userID = reader.uuid(endpoint == .job ? "user_id" : "valet_user_id", required: true)
        targetURL = reader.url("target_url", required: true)?.web
        callbackURL = reader.url("callback_url")?.web
        callbackEvents = Self.events(&reader)
        quality = reader.choice("quality", default: .balanced)
        mode = reader.choice("execution_mode", default: .auto)
        priority = reader.int("priority", in: 1...10, default: 5)
        timeout = reader.int("timeout_seconds", in: 30...1800, default: 300)
        hitlTimeout = reader.int("hitl_timeout_seconds", in: 30...86400, default: 300)
        queueTTL = reader.optionalInt("queue_ttl_seconds", in: 1...31_536_000)
        key = reader.string("idempotency_key", max: 255, nonEmpty: true)
        targetWorker = reader.string("target_worker_id", max: 100, nonEmpty: true)
        affinity = reader.choice("worker_affinity", default: .strict)
        model = reader.string("model", max: 100, nonEmpty: true)
        if let model, ModelCatalog.standard.entry(named: model) == nil {
            reader.warn("no model `\(model.clipped(60))` is known; only a worker whose own server has it can ask it")
        }
        imageModel = reader.string("image_model", max: 100, nonEmpty: true)
        metadata = .object(Self.metadata(&reader))
    }

    /// The caller's own; what the service writes there itself is left out, for the worker believes it.
    private static func metadata(_ reader: inout RequestReader) -> [String: JSON] {
        var metadata = reader.object("metadata") ?? [:]
        for name in Job.ownMetadata where metadata.removeValue(forKey: name) != nil {
            reader.warn("`metadata.\(name)` is the service's own and was left out")
        }
        return metadata
    }

    private static func events(_ reader: inout RequestReader) -> Set<CallbackStatus> {
        guard reader.value("callback_events") != nil else { return CallbackStatus.standard }
        let names = reader.strings("callback_events", max: CallbackStatus.allCases.count, eachAtMost: 20)
        let known = names.compactMap(CallbackStatus.init(rawValue:))
        if known.count != names.count {
            let allowed = CallbackStatus.allCases.map(\.rawValue).joined(separator: ", ")
            reader.violate("callback_events", "Each must be one of: \(allowed)", .invalidEnumValue)
        }
        return Set(known)
    }

    /// The request so far; what is missing was already reported as a violation, so its stand-in is never used.
    func request(type: JobType) -> JobRequest {
        JobRequest(
            jobType: type,
            valetTaskID: taskID,
            userID: userID ?? UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
            targetURL: targetURL ?? .nowhere,
            platform: .other,
            callbackURL: callbackURL,
            callbackEvents: callbackEvents,
            taskDescription: "",
            inputData: .object([:]),
            quality: quality,
            executionMode: mode,
            priority: priority,
            timeoutSeconds: timeout,
            hitlTimeoutSeconds: hitlTimeout,
            queueTTLSeconds: queueTTL,
            maxRetries: 3,
            idempotencyKey: key,
            targetWorkerID: targetWorker,
            workerAffinity: affinity,
            resume: nil,
            model: model,
            imageModel: imageModel,
            tags: [],
            metadata: metadata,
            hash: ""
        )
    }
}
