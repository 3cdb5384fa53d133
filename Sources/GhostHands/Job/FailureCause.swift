/// What was seen when an attempt failed: the one table of cause, code and what the user is told.
///
/// Whether the attempt is tried again is the code's (``ErrorCode/isRetried``), but for a row that cannot be read. docs/failures.md is generated of it.
public enum FailureCause: String, Sendable, Hashable, CaseIterable {
    case browserMissing = "browser_missing"
    case browserDied = "browser_died"
    case pageUnreachable = "page_unreachable"
    case pageFrozen = "page_frozen"
    case pageChanged = "page_changed"
    case postingGone = "posting_gone"
    case siteSlowsDown = "site_slows_down"
    case addressForbidden = "address_forbidden"
    case noForm = "no_form"
    case formStuck = "form_stuck"
    case formStuckMidway = "form_stuck_midway"
    case answersMissing = "answers_missing"
    case formRejected = "form_rejected"
    case manualMissing = "manual_missing"
    case manualBroken = "manual_broken"
    case submitUnproven = "submit_unproven"
    case submitInterrupted = "submit_interrupted"
    case captcha
    case botCheck = "bot_check"
    case accountWanted = "account_wanted"
    case codeWanted = "code_wanted"
    case nobodyAnswered = "nobody_answered"
    case fileUnreachable = "file_unreachable"
    case fileUnusable = "file_unusable"
    case filesNotStaged = "files_not_staged"
    case jobTooLong = "job_too_long"
    case modelMissing = "model_missing"
    case modelRefused = "model_refused"
    case modelSlowsDown = "model_slows_down"
    case modelUnreachable = "model_unreachable"
    case modelTooSlow = "model_too_slow"
    case jobBudgetSpent = "job_budget_spent"
    case monthBudgetSpent = "month_budget_spent"
    case tooManyActions = "too_many_actions"
    case dataUnusable = "data_unusable"
    case instructionUndone = "instruction_undone"
    case requestRefused = "request_refused"
    case rowUnreadable = "row_unreadable"
    case workerLost = "worker_lost"
    case ownFault = "own_fault"

    /// What is seen, in words for the table.
    public var seen: String { row.seen }

    /// The contract's code for it.
    public var code: ErrorCode { row.code }

    /// What the user is told; `…` stands for what only the attempt knows.
    public var told: String { row.told }

    /// Whether an attempt that failed so is tried again: as its code says, unless no attempt could end otherwise.
    public var isRetried: Bool { self != .rowUnreadable && code.isRetried }

    /// What the user is told.
    ///
    /// - Parameter detail: what only the attempt knows, without the applicant's data and without a full stop.
    /// - Returns: one or more whole sentences.
    public func told(_ detail: String) -> String { row.told.replacing("…", with: detail, maxReplacements: 1) }

    private struct Row {
        let seen: String
        let code: ErrorCode
        let told: String

        init(_ seen: String, _ code: ErrorCode, _ told: String) {
            self.seen = seen
            self.code = code
            self.told = told
        }
    }

    private var row: Row {
        switch self {
        case .browserMissing, .browserDied, .pageUnreachable, .pageFrozen, .pageChanged: ofBrowser
        case .postingGone, .siteSlowsDown, .addressForbidden, .noForm, .formStuck, .formStuckMidway: ofPage
        case .answersMissing, .formRejected, .submitUnproven, .submitInterrupted: ofForm
        case .manualMissing, .manualBroken: ofManual
        case .captcha, .botCheck, .accountWanted, .codeWanted, .nobodyAnswered: ofPeople
        case .fileUnreachable, .fileUnusable, .filesNotStaged: ofFiles
        case .modelMissing, .modelRefused, .modelSlowsDown, .modelUnreachable, .modelTooSlow: ofModel
        case .jobBudgetSpent, .monthBudgetSpent, .tooManyActions, .dataUnusable, .instructionUndone: ofAgent
        case .requestRefused, .rowUnreadable: ofRow
        case .jobTooLong, .workerLost, .ownFault: ofWorker
        }
    }

    private var ofBrowser: Row {
        switch self {
        case .browserMissing:
            Row(
                "the browser does not start",
                .internalError,
                "The browser does not start on this worker. Run `ghosthands doctor`."
            )
        case .browserDied:
            Row(
                "the browser died for the third time",
                .browserCrashed,
                "The browser crashed while the form was being filled. Try again later."
            )
        case .pageFrozen:
            Row("the page answers nothing any more", .timeout, "The page stopped answering. Try again later.")
        case .pageChanged:
            Row(
                "what was about to be used is gone",
                .elementNotFound,
                "The page changed while it was being filled: …. Try again later."
            )
        default:
            Row(
                "no connection, no answer, an HTTP error",
                .networkError,
                "The page could not be loaded: …. Check the URL, or try again later."
            )
        }
    }

    private var ofPage: Row {
        switch self {
        case .postingGone:
            Row(
                "HTTP 404 or 410, or a posting that says it is closed",
                .validationError,
                "The job posting is no longer there: …."
            )
        case .siteSlowsDown: Row("HTTP 429", .rateLimited, "The site gets too many requests: …. Try again later.")
        case .addressForbidden:
            Row(
                "the address may not be visited (R28)",
                .validationError,
                "The target URL is not allowed: …. Give another."
            )
        case .noForm:
            Row(
                "a page without anything to fill",
                .elementNotFound,
                "The page shows no form to fill. Check that the URL leads to the application or its posting."
            )
        case .formStuckMidway:
            Row(
                "a form that took a page and then stands still: every attempt would send that page again",
                .validationError,
                "The form does not go on to its next page: …. Apply by hand."
            )
        default:
            Row(
                "a form that stands still",
                .elementNotFound,
                "The form does not go on to its next page: …. Look at the screenshot, or apply by hand."
            )
        }
    }

    private var ofForm: Row {
        switch self {
        case .answersMissing:
            Row(
                "required fields that nobody answered",
                .validationError,
                "The form requires answers that profile and qa_answers do not give: …. Add them to `qa_answers`."
            )
        case .formRejected:
            Row(
                "the form itself refuses what was sent, also after it was mended once",
                .validationError,
                "The form rejected the application: …. Correct these answers and retry the job."
            )
        case .submitUnproven:
            Row(
                "the submit was pressed and nothing proves that it was accepted",
                .submissionUnconfirmed,
                "The application was sent off, but nothing on the page proves that it was accepted. Look at the "
                    + "screenshot and at the applicant's mail before trying again: a second application could be a "
                    + "duplicate."
            )
        default:
            Row(
                "anything that ends an attempt whose submit was begun (R8)",
                .submissionUnconfirmed,
                "The application may have been submitted: the submit was pressed and nothing proves how it ended. "
                    + "Check with the employer before trying again."
            )
        }
    }

    private var ofManual: Row {
        switch self {
        case .manualMissing:
            Row(
                "`cookbook_only`, and no manual fits the form",
                .manualNotFound,
                "Only a manual was allowed, and …. Allow `auto`: a job that succeeds leaves a manual behind."
            )
        default:
            Row(
                "`cookbook_only`, and the manual does not hold",
                .manualFailed,
                "Only a manual was allowed, and it does not fit the form: …. Nothing was submitted. Allow `auto`."
            )
        }
    }

    private var ofPeople: Row {
        switch self {
        case .captcha:
            Row(
                "a CAPTCHA to be seen",
                .captchaBlocked,
                "A CAPTCHA blocks the form, and nobody has solved it. Apply by hand."
            )
        case .botCheck:
            Row(
                "a page that checks for robots",
                .captchaBlocked,
                "The site checks for robots, and nobody has passed the check. Apply by hand."
            )
        case .accountWanted:
            Row(
                "a sign-in before the form",
                .loginRequired,
                "The site asks for an account before it shows the form. Apply by hand."
            )
        case .codeWanted:
            Row(
                "a one-time code before the form",
                .loginRequired,
                "The site asks for a one-time code, and nobody has given the right one. Apply by hand."
            )
        default:
            Row(
                "a paused job without an answer in time",
                .hitlTimeout,
                "Nobody answered in time. Retry the job when somebody can."
            )
        }
    }

    private var ofFiles: Row {
        switch self {
        case .fileUnreachable: Row("a file that cannot be fetched now", .networkError, "….")
        case .fileUnusable:
            Row("a file that is not there, too large or of another kind (R47)", .validationError, "….")
        default:
            Row(
                "a worker without room for files",
                .internalError,
                "The files to upload could not be stored on this worker. Free some disk space there."
            )
        }
    }

    private var ofModel: Row {
        switch self {
        case .modelMissing:
            Row(
                "a job that needs a language model, and none is set up",
                .llmUnavailable,
                "The job needs a language model: …."
            )
        case .modelRefused:
            Row(
                "the model's provider takes neither key nor question",
                .llmUnavailable,
                "The language model cannot be used: …. Check its key and its name."
            )
        case .modelSlowsDown:
            Row(
                "HTTP 429 of the model's provider",
                .rateLimited,
                "The language model is busy: …. Try again later."
            )
        case .modelTooSlow:
            Row(
                "no answer of the model in time",
                .timeout,
                "The language model is too slow: …. Try again later, or name another `model`."
            )
        default:
            Row(
                "an error of the model's server",
                .networkError,
                "The language model cannot be reached: …. Try again later."
            )
        }
    }

    private var ofAgent: Row {
        switch self {
        case .jobBudgetSpent:
            Row(
                "a model call that could cost more than the job's budget has left (R21)",
                .budgetExceeded,
                "The job's budget of … for language models is used up. A higher `quality` has a larger one."
            )
        case .monthBudgetSpent:
            Row(
                "a model call that could cost more than the user's month has left (R21)",
                .budgetExceeded,
                "The user's monthly budget of … for language models is used up. Wait for the next month, or raise it."
            )
        case .tooManyActions:
            Row(
                "a model that has decided as many actions as the job may have",
                .actionLimitExceeded,
                "The job took more than the … actions that a language model may decide in it. Ask for less in one job."
            )
        case .dataUnusable:
            Row(
                "data that does not come into the schema, also when the model is told what is wrong",
                .validationError,
                "The page's data does not fit the schema: …. Change `schema`."
            )
        default:
            Row(
                "an instruction that the model gives up, or that leads off the site",
                .validationError,
                "The instruction could not be carried out: …. Put it in other words, or in smaller steps."
            )
        }
    }

    private var ofRow: Row {
        switch self {
        case .requestRefused:
            Row(
                "a row that somebody else wrote, and that the API would have refused (R67)",
                .validationError,
                "The job's row is not what the API accepts: …. Send the request through the API."
            )
        default:
            Row(
                "a row that holds what cannot be read",
                .internalError,
                "The job's row cannot be read: …. Send the request again, through the API."
            )
        }
    }

    private var ofWorker: Row {
        switch self {
        case .jobTooLong:
            Row(
                "`timeout_seconds` are over",
                .timeout,
                "The job took longer than its … seconds. Allow more with `timeout_seconds`."
            )
        case .workerLost:
            Row(
                "no sign of life of the worker (R7)",
                .internalError,
                "The worker that ran the job stopped answering. Retry the job."
            )
        default:
            Row(
                "an error of our own",
                .internalError,
                "The service itself failed. Report the job's id to whoever runs it."
            )
        }
    }
}

extension JobFailure {
    /// A failure of a known cause.
    ///
    /// - Parameters:
    ///   - cause: what was seen.
    ///   - detail: what only the attempt knows, without the applicant's data and without a full stop.
    ///   - details: more for `error_details`.
    ///   - screenshots: storage keys of pictures of the last page.
    ///   - mode: which mode was at work.
    ///   - cost: what it had cost so far.
    public init(
        _ cause: FailureCause,
        _ detail: String = "",
        details: [String: JSON] = [:],
        screenshots: [String] = [],
        mode: FinalMode? = nil,
        cost: CostBreakdown = CostBreakdown()
    ) {
        self.init(
            code: cause.code,
            message: cause.told(detail),
            details: details,
            screenshots: screenshots,
            mode: mode,
            cost: cost
        )
        isRetried = cause.isRetried
    }

    /// The end of a job that is not even begun, for its row is none that may be done (R67).
    ///
    /// - Parameters:
    ///   - job: the row, with what its caller sent.
    ///   - rules: what no row may hold.
    /// - Returns: the failure, or nil when the job may be done.
    public static func refusing(_ job: Job, rules: BodyRules) -> JobFailure? {
        if !job.unreadable.isEmpty {
            let columns = job.unreadable.sorted().joined(separator: ", ")
            return JobFailure(.rowUnreadable, columns, details: ["columns": .string(columns)])
        }
        let violations = JobRequest.violations(of: job, rules: rules)
        guard let first = violations.first else { return nil }
        let details: [String: JSON] = ["violations": .array(violations.map(\.json))]
        if first.field == "target_url", first.code == .custom {
            return JobFailure(.addressForbidden, first.message, details: details)
        }
        return JobFailure(.requestRefused, "\(first.field): \(first.message)", details: details)
    }
}
