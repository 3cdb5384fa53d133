import Foundation
import GhostHands
import Hummingbird
import Store

/// `POST /jobs/batch` (R45): every element is judged by itself, so that a bad one does not spoil the rest.
struct Batch: Sendable {
    static let most = 50

    /// The bodies, with the batch's defaults for the members that they lack.
    let jobs: [JSON]

    struct Made: Sendable {
        let index: Int
        let id: UUID
        let status: JobStatus
    }

    struct Failed: Sendable {
        let index: Int
        let error: APIError
    }

    /// Reads the request.
    ///
    /// - Throws: ``APIError`` when it is no batch at all.
    init(_ body: JSON) throws {
        guard body.object != nil else {
            throw APIError.invalid([FieldViolation(field: "", message: "Expected an object", code: .invalidType)])
        }
        guard let elements = body["jobs"].array else {
            throw APIError.invalid([FieldViolation(field: "jobs", message: "Expected an array", code: .invalidType)])
        }
        guard (1...Self.most).contains(elements.count) else {
            let message = "Between 1 and \(Self.most) jobs"
            let code: FieldViolation.Code = elements.isEmpty ? .tooSmall : .tooBig
            throw APIError.invalid([FieldViolation(field: "jobs", message: message, code: code)])
        }
        let defaults = body["defaults"]
        guard defaults.isNull || defaults.object != nil else {
            throw APIError.invalid([
                FieldViolation(field: "defaults", message: "Expected an object", code: .invalidType)
            ])
        }
        let strange = (defaults.object ?? [:]).keys.filter { !JobRequest.batchDefaults.contains($0) }.sorted()
        guard strange.isEmpty else {
            let message = "Only \(JobRequest.batchDefaults.sorted().joined(separator: ", ")) can have defaults"
            throw APIError.invalid(
                strange.prefix(Bounds.named).map { name in
                    FieldViolation(field: "defaults.\(name.clipped(100))", message: message, code: .custom)
                }
            )
        }
        jobs = elements.map { Self.merged($0, defaults.object ?? [:]) }
    }

    private static func merged(_ job: JSON, _ defaults: [String: JSON]) -> JSON {
        guard let own = job.object else { return job }
        var members = defaults.merging(own.filter { !$0.value.isNull }) { $1 }
        if own["tags"]?.array?.isEmpty ?? false { members["tags"] = defaults["tags"] ?? [] }
        if let shared = defaults["metadata"]?.object, let special = own["metadata"]?.object {
            members["metadata"] = .object(shared.merging(special) { $1 })
        }
        return .object(members)
    }

    /// The error of a key that is taken, as the jobs API words it.
    static func duplicate(_ duplicate: Jobs.Duplicate) -> APIError {
        var error = APIError(
            status: .conflict,
            code: "duplicate_idempotency_key",
            message: "A job with this idempotency_key exists"
        )
        error.members = [
            "existing_job_id": .id(duplicate.id), "existing_status": JSON(duplicate.status),
        ]
        if duplicate.isMismatch { error.members["mismatch"] = true }
        return error
    }

    /// What became of each body.
    struct Outcome {
        let made: [Made]
        let failed: [Failed]
    }

    static let reply = ReplyShape<Outcome>([
        .integer("created", \.made.count), .list("job_ids", of: Schema.id) { $0.made.map { .id($0.id) } },
        .list("jobs", of: Schema.object) { outcome in
            outcome.made.map { ["index": JSON($0.index), "id": .id($0.id), "status": JSON($0.status)] }
        },
        .list("errors", of: Schema.object) { $0.failed.map(json) },
        .init(name: "error", schema: Schema.text, isRequired: false) { $0.made.isEmpty ? "validation_error" : nil },
        .init(name: "message", schema: Schema.text, isRequired: false) {
            $0.made.isEmpty ? "None of the jobs could be created; `errors` says why" : nil
        },
    ])

    static func reply(_ made: [Made], _ failed: [Failed]) -> Response {
        Response(reply, Outcome(made: made, failed: failed), status: made.isEmpty ? .unprocessableContent : .created)
    }

    private static func json(_ failure: Failed) -> JSON {
        var members = failure.error.members
        members["index"] = JSON(failure.index)
        members["error"] = .string(failure.error.code)
        members["message"] = .string(failure.error.message)
        members["details"] = .array(failure.error.details.map(ErrorReply.violation.json))
        return .object(members)
    }
}
