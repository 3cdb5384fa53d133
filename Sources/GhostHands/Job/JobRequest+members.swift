extension JobRequest {
    /// The members of the requests that make a job, each said once.
    enum Members {
        static let taskID = Member.text("valet_task_id", most: 255)
        static let requiredTaskID = Member.text("valet_task_id", most: 255, required: true)
        static let valetUser = Member.id("valet_user_id")
        static let user = Member.id("user_id")
        static let target = Member.openedURL("target_url", required: true)
        static let callback = Member.openedURL("callback_url")
        static let callbackEvents = Member<Set<CallbackStatus>>(
            "callback_events",
            schema: eventsSchema,
            reading: events
        )
        static let quality = Member<Quality>.choice("quality", else: .balanced)
        static let mode = Member<ExecutionMode>.choice("execution_mode", else: .auto)
        static let priority = Member<Int>.integer("priority", 1...10, else: 5)
        static let timeout = Member<Int>.integer("timeout_seconds", 30...1800, else: 300)
        static let hitlTimeout = Member<Int>.integer("hitl_timeout_seconds", 30...86_400, else: 300)
        static let queueTTL = Member<Int?>.integer("queue_ttl_seconds", 1...31_536_000)
        static let maxRetries = Member<Int>.integer("max_retries", 0...10, else: 3)
        static let scheduledAt = Member.time("scheduled_at")
        static let key = Member.text("idempotency_key", most: 255, nonEmpty: true)
        static let worker = Member.text("target_worker_id", most: 100, nonEmpty: true)
        static let affinity = Member<WorkerAffinity>.choice("worker_affinity", else: .strict)
        static let model = Member.text("model", most: 100, nonEmpty: true)
        static let imageModel = Member.text("image_model", most: 100, nonEmpty: true)
        static let humanHelp = Member<HumanHelp>.choice("human_help", else: .on)
        static let accountCreation = Member<AccountCreation>.choice("account_creation", else: .ask)
        static let browserMode = Member<BrowserMode>.choice("browser_mode", else: .server)
        static let operatorMaySubmit = Member<Bool>.yes(
            "operator_may_submit",
            else: false,
            meaning: "With `browser_mode` `operator`: the program presses the final submit, and not the person"
        )
        static let trace = Member<Bool>.yes(
            "trace",
            else: false,
            meaning: "Record the run: each step with pictures, documents and requests, and what was filled in"
        )
        static let metadata = Member<JSON>("metadata", schema: ["type": "object"], reading: callersMetadata)
        static let tags = Member.texts("tags", most: 20, eachAtMost: 50)
        static let platform = Member<Platform>.choice("platform", else: .other)
        static let jobType = Member<JobType>.required("job_type", standIn: .custom)
        static let requiredDescription = Member.text("task_description", most: mostWords, required: true)
        /// A form can be filled without a word; an empty one is none.
        static let description = Member<String?>("task_description", schema: requiredDescription.outline.schema) {
            $0.string("task_description", max: mostWords)
        }
        private static let mostWords = 1000
        static let resume = Member<FileReference?>(
            "resume",
            schema: RequestShape.reference("File"),
            reading: FileReference.resume
        )
        static let answers = Member<[String: JSON]>(
            "qa_answers",
            schema: ["type": "object", "additionalProperties": ["type": "string"]]
        ) { reader in
            reader.checkSize("qa_answers")
            reader.checkAnswers("qa_answers")
            return reader.value("qa_answers")?.object ?? [:]
        }
        static let profile = Member<JSON>(
            "profile",
            required: true,
            schema: RequestShape.reference("Profile")
        ) { reader in
            reader.nested("profile", required: true) { _ = Profile(&$0) }
            return reader.value("profile") ?? .object([:])
        }
        static let taskInput = Member.object(
            "input_data",
            meaning: "`form_data` of a fill_form job: field names or labels and their values; `schema` and `max_pages` "
                + "of a scrape job; `profile` of either; `operator_may_submit` with `browser_mode` `operator`"
        )
        static let jobInput = Member.object(
            "input_data",
            meaning: "`user_data`, `qa_overrides`, `resume_path`, `platform`, `form_data`"
        )

        /// What every request has beside the ids of the task and the user.
        private static let common = [
            target.outline, callback.outline, callbackEvents.outline, quality.outline, mode.outline, priority.outline,
            timeout.outline, hitlTimeout.outline, queueTTL.outline, key.outline, worker.outline, affinity.outline,
            model.outline, imageModel.outline, humanHelp.outline, accountCreation.outline, browserMode.outline,
            trace.outline,
            metadata.outline,
            resume.outline,
        ]

        static func shape(of endpoint: Endpoint) -> [MemberOutline] {
            switch endpoint {
            case .apply:
                [
                    requiredTaskID.outline, valetUser.outline, platform.outline, profile.outline, answers.outline,
                    operatorMaySubmit.outline,
                ] + common
            case .task:
                [
                    requiredTaskID.outline, valetUser.outline, jobType.outline, description.outline, taskInput.outline,
                ] + common
            case .job:
                [
                    taskID.outline, user.outline, jobType.outline, requiredDescription.outline, jobInput.outline,
                    maxRetries.outline, tags.outline, scheduledAt.outline,
                ] + common
            }
        }
    }

    /// The members that the body of a request may have.
    ///
    /// - Parameter endpoint: which request.
    /// - Returns: its shape.
    public static func shape(of endpoint: Endpoint) -> RequestShape { RequestShape(Members.shape(of: endpoint)) }

    /// The members for which a batch may give defaults.
    public static let batchDefaults = [
        Members.priority.name, Members.maxRetries.name, Members.timeout.name, Members.tags.name, Members.metadata.name,
    ]
}

extension JobRequest.Members {
    private static let eventsSchema: JSON = [
        "type": "array",
        "items": ["type": "string", "enum": .array(CallbackStatus.allCases.map { JSON($0) })],
    ]

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

    /// The caller's own; what the service writes there itself is left out, for the worker believes it.
    private static func callersMetadata(_ reader: inout RequestReader) -> JSON {
        var metadata = reader.object("metadata") ?? [:]
        for name in JobMetadata.ofAttempts where metadata.removeValue(forKey: name) != nil {
            reader.warn("`metadata.\(name)` is written by the service alone and was ignored")
        }
        return .object(metadata)
    }
}

extension JobRequest.FileReference {
    private static let path = Member.text("storage_path", most: 500, nonEmpty: true)
    private static let key = Member.text("s3_key", most: 500, nonEmpty: true)
    private static let address = Member.openedURL("download_url")

    /// The members that name a file.
    public static let shape = RequestShape([path.outline, key.outline, address.outline])

    /// What is told where a file is named by none of them.
    static let missing = "One of storage_path, s3_key, download_url is required"

    /// Reads the members of a reference.
    init(_ reader: inout RequestReader) {
        self.init(
            storagePath: reader.read(Self.path),
            s3Key: reader.read(Self.key),
            downloadURL: reader.read(Self.address)?.text
        )
    }

    static func resume(_ reader: inout RequestReader) -> JobRequest.FileReference? {
        var resume: JobRequest.FileReference?
        reader.nested("resume") { inner in
            let reference = JobRequest.FileReference(&inner)
            if reference == JobRequest.FileReference() { inner.violate("storage_path", missing, .custom) }
            resume = reference
        }
        return resume
    }
}
