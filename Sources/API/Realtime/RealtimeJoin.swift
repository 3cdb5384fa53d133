import GhostHands

/// What the payload of a join asks for.
struct RealtimeJoin: Sendable {
    let bindings: [RealtimeBinding]
    /// How long it waits for the stream of changes.
    let patience: Duration
    let hasPresence: Bool

    /// For clients that do not say: within what they wait for themselves.
    private static let standardPatience = Duration.seconds(5)
    private static let patienceOfWaiting = 15_000
    private static let mostPatience = 30_000

    /// Reads a payload; what cannot be read is not asked for.
    init(_ payload: JSON) {
        let config = payload["config"]
        bindings = RealtimeBinding.parse(payload)
        hasPresence = Self.isTrue(config["presence"]["enabled"])
        let options = config["postgres_changes_options"]
        let asked = options["timeout"].int ?? Self.patienceOfWaiting
        patience =
            Self.isTrue(options["wait"])
            ? .milliseconds(min(max(asked, 0), Self.mostPatience)) : Self.standardPatience
    }

    /// Clients write it as a text, too.
    private static func isTrue(_ json: JSON) -> Bool { json.bool ?? (json.string?.lowercased() == "true") }
}
