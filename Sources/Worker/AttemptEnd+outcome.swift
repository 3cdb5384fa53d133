import GhostHands
import Hands

extension AttemptResult {
    /// What the job's row is to say about the way the attempt ended.
    ///
    /// - Parameters:
    ///   - screenshots: storage keys of pictures of the last page.
    ///   - screenshotURL: a signed URL of the first of them.
    /// - Returns: the outcome; every end of the ladder has one.
    func outcome(screenshots: [String], screenshotURL: String? = nil) -> JobOutcome {
        switch end {
        case .done: return .completed(result(screenshots, screenshotURL))
        case .leaseLost: return .leaseLost
        case .unanswered: return failed(.validationError, unansweredMessage, screenshots, ["unanswered": missing])
        case .blocked(let blocker):
            return failed(
                blocker.errorCode,
                blockedMessage(blocker),
                screenshots,
                ["blocker": .string(blocker.kind.rawValue)]
            )
        case .unreachable(let reason, let status): return unreachable(reason, status, screenshots)
        case .refused(let reason):
            return failed(.validationError, "The target URL may not be visited: \(reason).", screenshots)
        case .noForm:
            let message = "The page shows no form to fill. Check that the URL leads to the application or its posting."
            return failed(.elementNotFound, message, screenshots)
        case .stuck(let reason):
            // A form that took a page and then stands still would take that page again at every attempt.
            return failed(
                report.pages.count > 1 ? .validationError : .elementNotFound,
                "The form does not go forward: \(reason).",
                screenshots,
                ["unanswered": missing]
            )
        case .rejected(let reason):
            return failed(
                .validationError,
                "The form refused the application: \(reason).",
                screenshots,
                ["refused": refused]
            )
        case .unconfirmed:
            return failed(.submissionUnconfirmed, Self.unconfirmedMessage, screenshots)
        }
    }

    static let unconfirmedMessage = """
        The application was sent off, but nothing on the page proves that it was accepted. Look at the screenshot and \
        at the applicant's mail before trying again: a second application could be a duplicate.
        """

    private func result(_ screenshots: [String], _ screenshotURL: String?) -> JobResult {
        var data = report.json.object ?? [:]
        data["submitted"] = .bool(report.submitted)
        data["confirmation_number"] = .optional(report.evidence?.confirmationNumber)
        data["cost"] = cost.resultMember
        return JobResult(
            data: .object(data),
            summary: report.submitted ? "Application submitted successfully" : "Form filled, not submitted",
            screenshots: screenshots,
            screenshotURL: screenshotURL,
            mode: .magnitude,
            cost: cost,
            submitted: report.submitted
        )
    }

    private func failed(
        _ code: ErrorCode,
        _ message: String,
        _ screenshots: [String],
        _ details: [String: JSON] = [:]
    ) -> JobOutcome {
        .failed(
            JobFailure(
                code: code,
                message: message,
                details: details.merging(["page_url": .optional(report.pages.last?.url)]) { own, _ in own },
                screenshots: screenshots,
                mode: .magnitude,
                cost: cost
            )
        )
    }

    private func unreachable(_ reason: String, _ status: Int?, _ screenshots: [String]) -> JobOutcome {
        switch status {
        case 404, 410: failed(.validationError, "The posting is gone: \(reason).", screenshots)
        case 429: failed(.rateLimited, "The site asks to slow down: \(reason).", screenshots)
        default: failed(.networkError, "The page could not be loaded: \(reason).", screenshots)
        }
    }

    private var unansweredMessage: String {
        let questions = report.missing.map { entry in
            report.redacted("\"\(entry.field.label)\"" + (entry.reason.map { " (\($0))" } ?? ""))
        }
        return
            "The form requires answers that profile and qa_answers do not give: \(questions.joined(separator: ", "))."
    }

    private var missing: JSON {
        .array(
            report.missing.map { entry in
                [
                    "label": .string(report.redacted(entry.field.label)), "kind": .string(entry.field.kind.rawValue),
                    "options": .array(entry.field.options.map { .string($0.label) }),
                    "reason": .optional(entry.reason.map(report.redacted)),
                ]
            }
        )
    }

    private var refused: JSON {
        .array(
            report.fields.filter { $0.outcome == .refused }
                .map { entry in
                    [
                        "label": .string(report.redacted(entry.field.label)),
                        "reason": .optional(entry.reason.map(report.redacted)),
                    ]
                }
        )
    }

    private func blockedMessage(_ blocker: Blocker) -> String {
        switch blocker.kind {
        case .captcha: "A CAPTCHA stands before the form and nobody could be asked to solve it."
        case .botCheck: "The site checks for programs and nobody could be asked to pass the check."
        case .login: "The site wants an account before it shows the form."
        case .twoFactor: "The site wants a one-time code that nobody could be asked for."
        }
    }
}
