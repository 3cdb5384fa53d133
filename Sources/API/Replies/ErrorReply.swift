import GhostHands

/// What a request that is refused is replied (R4).
enum ErrorReply {
    /// One member of a request that is not valid.
    static let violation = ReplyShape<FieldViolation>([
        .text("field", \.field), .text("message", \.message), .name("code", \.code),
    ])

    /// Its further members, which only some errors have, stand beside these.
    static let body = ReplyShape<(error: APIError, requestID: String)>([
        .text("error") { $0.error.code }, .text("message") { $0.error.message },
        .init(name: "request_id", schema: Schema.text, isRequired: false) { .string($0.requestID) },
        .init(name: "details", schema: ["type": "array", "items": violation.schema], isRequired: false) { reply in
            reply.error.details.isEmpty ? nil : .array(reply.error.details.map(violation.json))
        },
    ])
}
