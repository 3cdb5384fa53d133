import FoundationEssentials

extension JobRequest {
    /// Holds a job's row to what the door holds requests to, by the same code (R67): the row may be somebody else's.
    ///
    /// A row that the API made may name any file, as its caller may. Any other names files of its own user only:
    /// `<user id>/…` or `resumes/<user id>/…`.
    ///
    /// - Parameters:
    ///   - job: the row, with what its caller sent.
    ///   - rules: what no body may hold.
    /// - Returns: everything that is wrong with it; empty when it may be done.
    public static func violations(of job: Job, rules: BodyRules) -> [FieldViolation] {
        let row = job.request
        var reader = RequestReader(row, rule: rules.addressRule)
        _ = JobRequest(&reader, .job)
        _ = reader.read(job.jobType == .fillForm ? Members.description : Members.requiredDescription)
        _ = reader.read(Members.maxRetries)
        let input = reader.object(Members.jobInput.name, required: true) ?? [:]
        reader.read(input, at: Members.jobInput.name) { _ = JobInput(&$0, of: job.jobType) }
        // Modes of the predecessor's that are none of ours are a server's.
        if job.browserMode == BrowserMode.operator.rawValue, !BrowserMode.suits(job.jobType) {
            reader.violate(Members.browserMode.name, BrowserMode.unsuited, .custom)
        }
        let violations = reader.violations(with: rules, in: .object(row))
        return violations + (job.isMadeByAPI ? [] : strangeFiles(of: job))
    }

    /// Files that lie where the row's user has none of their own.
    private static func strangeFiles(of job: Job) -> [FieldViolation] {
        let further = job.input.material.files.sorted { $0.key < $1.key }
        let files = further.map { ("input_data.files.\($0.key.clipped(80))", $0.value) }
        return ([("resume", job.resume ?? FileReference())] + files).flatMap { place, file in
            [("storage_path", file.storagePath), ("s3_key", file.s3Key)].compactMap { name, path in
                guard let path, !isOwn(path, of: job.userID) else { return nil }
                return FieldViolation(
                    field: "\(place).\(name)",
                    message: "Must lie in the user's own folder, resumes/\(job.userID.uuidString.lowercased())/, "
                        + "for the row was not made by the API",
                    code: .custom
                )
            }
        }
    }

    private static func isOwn(_ path: String, of user: UUID) -> Bool {
        let segments = path.split(separator: "/")
        let inBucket = segments.first == "resumes" ? segments.dropFirst() : segments[...]
        return inBucket.count >= 2 && inBucket.first.flatMap { UUID(uuidString: String($0)) } == user
    }
}

extension Job {
    /// The row put as the request that would have made it.
    fileprivate var request: [String: JSON] {
        [
            "user_id": .id(userID), "valet_task_id": .optional(valetTaskID), "target_url": .string(targetURL.text),
            "task_description": .string(taskDescription), "callback_url": .optional(callbackURL),
            "target_worker_id": .optional(targetWorkerID), "priority": JSON(priority),
            "max_retries": JSON(maxRetries), "timeout_seconds": JSON(timeoutSeconds),
            "hitl_timeout_seconds": JSON(hitlTimeoutSeconds), "quality": metadata[.qualityPreset],
            "metadata": metadata.json, "input_data": inputData, "resume": resume?.json ?? .null,
        ]
    }
}
