extension CookbookRecord {
    /// The `engine` member of a job's metadata, from which status and callback take their `manual`.
    public var engine: JSON {
        [
            "manual_id": manual.map { .id($0.id) } ?? .null, "manual_status": .string(status.rawValue),
            "health_score": manual.map { .number($0.health.score) } ?? .null,
            "fallback_reason": .optional(fallbackReason),
        ]
    }

    /// What a new manual is told with.
    public var created: JobEvent? { recorded.map(JobEvent.manualCreated) }
}
