/// What a job is to do (R35).
public enum JobType: String, Sendable, Hashable, CaseIterable {
    case apply, scrape
    case fillForm = "fill_form"
    case custom
}

/// How much effort and money a job may cost.
public enum Quality: String, Sendable, Hashable, CaseIterable {
    case speed, balanced, quality
}

/// Which modes the caller allows (R18).
public enum ExecutionMode: String, Sendable, Hashable, CaseIterable {
    case auto
    case aiOnly = "ai_only"
    case cookbookOnly = "cookbook_only"
}

/// Whose browser does a job (R62).
public enum BrowserMode: String, Sendable, Hashable, CaseIterable {
    /// A worker's.
    case server
    /// The browser of the job's own user, at their desk: hands fill, and the person sends the form.
    case `operator`

    /// Whether there is a form for the person to send: nothing else is done in their browser.
    static func suits(_ type: JobType) -> Bool { type == .apply || type == .fillForm }

    static let unsuited = "Must be server for this job_type: in a person's own browser only forms are filled"
}

/// Which mode really did the job.
public enum FinalMode: String, Sendable, Hashable, CaseIterable {
    case cookbook, magnitude, hybrid
}

/// The hiring platforms that the contract names.
public enum Platform: String, Sendable, Hashable, CaseIterable {
    case greenhouse, workday, linkedin, lever, icims, taleo, smartrecruiters, other
}

/// How strictly `target_worker_id` binds a job to its worker (R24).
public enum WorkerAffinity: String, Sendable, Hashable, CaseIterable {
    /// Only the named worker.
    case strict
    /// The named worker, or any once that one has been silent for 120 s.
    case preferred
    /// Any worker.
    case any
}
