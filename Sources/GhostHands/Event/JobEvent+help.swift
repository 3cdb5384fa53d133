// What becomes of a job that waits for a human.

extension JobEvent {
    /// The job waits for a human now.
    ///
    /// - Parameters:
    ///   - interaction: what it waits for.
    ///   - seconds: how long it waits.
    public static func hitlPaused(_ interaction: Interaction, seconds: Int) -> JobEvent {
        JobEvent(
            .hitlPaused,
            [
                .blockerType: .string(interaction.kind.rawValue), .confidence: .number(interaction.confidence),
                .pageURL: .optional(interaction.pageURL),
                .screenshotURL: .optional(interaction.screenshot), .timeoutSeconds: JSON(seconds),
                .repeats: JSON(interaction.repeats),
            ]
        )
    }

    /// Somebody answered a job that waited for a human.
    ///
    /// - Parameters:
    ///   - answer: who answered, and how.
    ///   - requeued: whether its worker is gone and another takes it.
    ///   - seconds: how long it waited.
    public static func hitlResumed(_ answer: CallerOrder.Resume, requeued: Bool, seconds: Double?) -> JobEvent {
        JobEvent(
            .hitlResumed,
            [
                .resolutionType: .string(answer.resolution.kind.rawValue),
                .resolvedBy: .string(answer.resolvedBy.rawValue), .requeued: .bool(requeued),
                .pausedSeconds: seconds.map { .number($0) } ?? .null,
            ]
        )
    }

    /// A person wants to take the running job over.
    ///
    /// - Parameter live: whether they had its page before; else a caller with the service key asks.
    public static func takeOverRequested(live: Bool) -> JobEvent {
        JobEvent(.takeOverRequested, [.source: .string(live ? "live" : "api")])
    }

    /// Nobody answered in time.
    public static func hitlTimeout(after seconds: Int) -> JobEvent {
        JobEvent(.hitlTimeout, [.timeoutSeconds: JSON(seconds)])
    }

    /// A job whose page is gone was begun anew with what sites had left in its browser.
    public static func resumedElsewhere(hasSession: Bool) -> JobEvent {
        JobEvent(.resumedElsewhere, [.sessionStored: .bool(hasSession)])
    }
}
