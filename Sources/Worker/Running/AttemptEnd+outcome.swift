import GhostHands
import Hands

extension AttemptResult {
    /// What is written to the job's row about the way the attempt ended.
    ///
    /// - Parameters:
    ///   - screenshots: storage keys of pictures of the last page.
    ///   - screenshotURL: a signed URL of the first of them.
    /// - Returns: the outcome; every end has one.
    func outcome(screenshots: [String], screenshotURL: String? = nil) -> JobOutcome {
        switch end {
        case .done: return .completed(result(screenshots, screenshotURL))
        case .leaseLost: return .leaseLost
        case .parked: return .parked
        case .nobodyAnswered: return failed(.nobodyAnswered, "", screenshots, ["unanswered": missing])
        case .unanswered: return failed(.answersMissing, unanswered, screenshots, ["unanswered": missing])
        case .blocked(let blocker):
            return failed(blocker.cause, "", screenshots, ["blocker": .string(blocker.kind.rawValue)])
        case .unreachable(let reason, let status): return failed(Self.unreachable(status), reason, screenshots)
        case .refused(let reason): return failed(.addressForbidden, reason, screenshots)
        case .closed(let reason): return failed(.postingGone, reason, screenshots)
        case .noForm: return failed(.noForm, "", screenshots)
        case .stuck(let reason):
            let isMidway = report.pages.count > 1
            return failed(isMidway ? .formStuckMidway : .formStuck, reason, screenshots, ["unanswered": missing])
        case .rejected(let reason): return failed(.formRejected, reason, screenshots, ["refused": refused])
        case .overBudget(.job(let budget)):
            return failed(.jobBudgetSpent, "$\(budget.text)", screenshots, ["unanswered": missing])
        case .overBudget(.month(let budget)):
            return failed(.monthBudgetSpent, "$\(budget.text)", screenshots, ["unanswered": missing])
        case .tooManyActions(let limit):
            return failed(.tooManyActions, String(limit), screenshots, ["unanswered": missing])
        case .modelFailed(let error):
            return failed(error.cause, error.message, screenshots, ["unanswered": missing])
        case .noModel(let reason): return failed(.modelMissing, reason, screenshots)
        case .unusable(let reason): return failed(.dataUnusable, reason, screenshots)
        case .undone(let reason): return failed(.instructionUndone, reason, screenshots)
        case .noManual(let reason): return failed(.manualMissing, reason, screenshots)
        case .manualFailed(let reason): return failed(.manualBroken, reason, screenshots, ["unanswered": missing])
        case .unconfirmed: return failed(.submitUnproven, "", screenshots)
        }
    }

    private func result(_ screenshots: [String], _ screenshotURL: String?) -> JobResult {
        if let data { return result(of: data, screenshots, screenshotURL) }
        var data = report.json(for: .others).object ?? [:]
        data["submitted"] = .bool(report.submitted)
        data["confirmation_number"] = data["evidence"]?["confirmation_number"] ?? .null
        data["cost"] = cost.resultMember
        var result = JobResult(
            data: .object(data),
            summary: summary,
            screenshots: screenshots,
            screenshotURL: screenshotURL,
            mode: mode,
            cost: cost,
            submitted: report.submitted
        )
        result.cookbook = cookbook
        return result
    }

    private var summary: String {
        guard report.submitted else { return "Form filled, not submitted" }
        let theirs = report.changedByPerson
        if !theirs.isEmpty {
            let labels = theirs.prefix(5).map { "\"\($0.safeLabel)\"" }.joined(separator: ", ")
            let number = theirs.count == 1 ? "1 answer" : "\(theirs.count) answers"
            return "Application submitted by the person, who changed \(number): \(labels)"
        }
        let changed = report.sentDifferently
        guard !changed.isEmpty else { return "Application submitted successfully" }
        let labels = changed.prefix(5).map { "\"\($0.safeLabel)\"" }.joined(separator: ", ")
        let number = changed.count == 1 ? "1 answer was" : "\(changed.count) answers were"
        return "Application submitted, but \(number) sent as something else than entered: \(labels)"
    }

    /// The result of a job that reads or does something else.
    private func result(of data: JSON, _ screenshots: [String], _ screenshotURL: String?) -> JobResult {
        JobResult(
            data: .object((data.object ?? [:]).merging(["cost": cost.resultMember]) { $1 }),
            summary: data["summary"].string ?? "\(data["pages"].int ?? 1) page(s) read",
            screenshots: screenshots,
            screenshotURL: screenshotURL,
            mode: mode,
            cost: cost,
            submitted: report.submitted
        )
    }

    private func failed(
        _ cause: FailureCause,
        _ detail: String,
        _ screenshots: [String],
        _ details: [String: JSON] = [:]
    ) -> JobOutcome {
        var failure = JobFailure(
            cause,
            detail,
            details: details.merging(["page_url": .optional(pageURL)]) { own, _ in own },
            screenshots: screenshots,
            mode: mode,
            cost: cost
        )
        failure.cookbook = cookbook
        return .failed(failure)
    }

    private var pageURL: String? { report.pages.last.map { report.concealed($0.url) } }

    private static func unreachable(_ status: Int?) -> FailureCause {
        switch status {
        case 404, 410: .postingGone
        case 429: .siteSlowsDown
        default: .pageUnreachable
        }
    }

    private var unanswered: String {
        report.missing.map { entry in
            report.redacted("\"\(entry.field.label)\"" + (entry.reason.map { " (\($0))" } ?? ""))
        }.joined(separator: ", ")
    }

    private var missing: JSON {
        .array(
            report.missing.map { entry in
                [
                    "label": .string(report.redacted(entry.field.label)), "kind": .string(entry.field.kind.rawValue),
                    "options": .array(entry.field.options.filter { !$0.isPlaceholder }.map { .string($0.label) }),
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
                        "label": .string(report.redacted(entry.safeLabel)),
                        "reason": .optional(entry.reason.map(report.redacted)),
                    ]
                }
        )
    }
}

extension ModelError {
    fileprivate var cause: FailureCause {
        switch code {
        case .unauthorized, .badRequest: .modelRefused
        case .rateLimited: .modelSlowsDown
        case .unavailable: .modelUnreachable
        case .timedOut: .modelTooSlow
        }
    }
}

extension Blocker {
    fileprivate var cause: FailureCause {
        switch kind {
        case .captcha: .captcha
        case .botCheck: .botCheck
        case .login: .accountWanted
        case .twoFactor: .codeWanted
        }
    }
}
