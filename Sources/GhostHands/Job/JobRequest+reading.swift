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

    /// Reads the body of `POST /valet/apply`, `POST /valet/task` or `POST /jobs`.
    ///
    /// - Parameters:
    ///   - body: the request's JSON.
    ///   - endpoint: which of them.
    ///   - rules: what no body may hold; nil where that is not asked.
    /// - Returns: the request, or everything that is wrong with it.
    public static func read(_ body: JSON, as endpoint: Endpoint, rules: BodyRules? = nil) -> Reading {
        guard let members = body.object else {
            return .invalid([FieldViolation(field: "", message: "Expected an object", code: .invalidType)])
        }
        var reader = RequestReader(members, rule: rules?.addressRule)
        var request = JobRequest(&reader, endpoint)
        switch endpoint {
        case .apply: request.readApplication(&reader)
        case .task: request.readTask(&reader)
        case .job: request.readJob(&reader)
        }
        request.checkBrowser(&reader)
        reader.nameUnknown()
        let violations = reader.violations(with: rules, in: body)
        guard violations.isEmpty else { return .invalid(violations) }
        request.hash = hash(of: members)
        return .valid(request, warnings: reader.warnings)
    }

    private func checkBrowser(_ reader: inout RequestReader) {
        guard browserMode == .operator, !BrowserMode.suits(jobType) else { return }
        reader.violate(Members.browserMode.name, BrowserMode.unsuited, .custom)
    }

    private mutating func readApplication(_ reader: inout RequestReader) {
        platform = reader.read(Members.platform)
        let profile = reader.read(Members.profile)
        let answers = reader.read(Members.answers)
        let maySubmit = reader.read(Members.operatorMaySubmit)
        taskDescription = "Apply to the job at the target URL with the applicant's profile"
        inputData = [
            "profile": profile, "qa_answers": .object(answers), "platform": JSON(platform),
            "tier": .string(quality.tier),
        ]
        if maySubmit {
            inputData = .object((inputData.object ?? [:]).merging([Members.operatorMaySubmit.name: true]) { $1 })
        }
        tags = ["valet", "apply"]
    }

    private mutating func readTask(_ reader: inout RequestReader) {
        jobType = reader.read(Members.jobType)
        let description = reader.read(jobType == .fillForm ? Members.description : Members.requiredDescription)
        let input = reader.read(Members.taskInput) ?? [:]
        reader.read(input, at: Members.taskInput.name) { _ = JobInput(&$0, of: jobType) }
        taskDescription = description ?? "Fill the form at the target URL"
        inputData = .object(input)
        tags = ["valet", jobType.rawValue]
    }

    /// The predecessor's request: applicant and answers stand in `input_data` as `user_data` and `qa_overrides`.
    private mutating func readJob(_ reader: inout RequestReader) {
        jobType = reader.read(Members.jobType)
        taskDescription = reader.read(Members.requiredDescription) ?? ""
        let input = reader.read(Members.jobInput) ?? [:]
        readPredecessor(input, &reader)
        reader.read(input, at: Members.taskInput.name) { _ = JobInput(&$0, of: jobType) }
        inputData = .object(Self.withProfile(input))
        tags = reader.read(Members.tags)
        maxRetries = reader.read(Members.maxRetries)
        scheduledAt = reader.read(Members.scheduledAt)
    }

    private mutating func readPredecessor(_ input: [String: JSON], _ reader: inout RequestReader) {
        reader.read(input, at: Members.jobInput.name) { inner in
            if let path = inner.string("resume_path", max: 500, nonEmpty: true) {
                resume = resume ?? FileReference(storagePath: path)
            }
            platform = inner.read(Members.platform)
            inner.checkAnswers("qa_overrides")
            if inner.value("profile") == nil {
                inner.nested("user_data", required: jobType == .apply) { _ = Profile(&$0) }
            }
            inner.acceptAll()
        }
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

extension JobRequest {
    /// Reads what all requests have.
    ///
    /// What is missing is reported as a violation, so what stands for it here is never used.
    init(_ reader: inout RequestReader, _ endpoint: Endpoint) {
        self.init(
            jobType: .apply,
            valetTaskID: reader.read(endpoint == .job ? Members.taskID : Members.requiredTaskID),
            userID: reader.read(endpoint == .job ? Members.user : Members.valetUser)
                ?? UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
            targetURL: reader.read(Members.target)?.web ?? .nowhere,
            platform: .other,
            callbackURL: reader.read(Members.callback)?.web,
            callbackEvents: reader.read(Members.callbackEvents),
            taskDescription: "",
            inputData: .object([:]),
            quality: reader.read(Members.quality),
            executionMode: reader.read(Members.mode),
            priority: reader.read(Members.priority),
            timeoutSeconds: reader.read(Members.timeout),
            hitlTimeoutSeconds: reader.read(Members.hitlTimeout),
            queueTTLSeconds: reader.read(Members.queueTTL),
            maxRetries: 3,
            idempotencyKey: reader.read(Members.key),
            targetWorkerID: reader.read(Members.worker),
            workerAffinity: reader.read(Members.affinity),
            resume: reader.read(Members.resume),
            model: reader.read(Members.model),
            imageModel: reader.read(Members.imageModel),
            humanHelp: reader.read(Members.humanHelp),
            accountCreation: reader.read(Members.accountCreation),
            browserMode: reader.read(Members.browserMode),
            isTraced: reader.read(Members.trace),
            tags: [],
            metadata: reader.read(Members.metadata),
            hash: ""
        )
        if let model, ModelCatalog.standard.entry(named: model) == nil {
            reader.warn(
                "the model `\(model.clipped(60))` is not known here; only a worker whose own server has it can ask it"
            )
        }
    }
}

extension RequestReader {
    /// What is wrong, and what no body may hold beside it.
    ///
    /// - Parameters:
    ///   - rules: what no body may hold; nil where that is not asked.
    ///   - body: what is read.
    /// - Returns: all of it, each place once.
    func violations(with rules: BodyRules?, in body: JSON) -> [FieldViolation] {
        let found = violations
        let known = Set(found.map(\.field))
        return found + (rules?.violations(in: body) ?? []).filter { !known.contains($0.field) }
    }
}
