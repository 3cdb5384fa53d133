/// From where on something is wrong, where it depends on the house.
public struct AlertLimits: Sendable, Hashable {
    /// How much models may cost in an hour, all users together.
    public var spendPerHour: NanoDollars
    /// How long a due job may wait for a worker.
    public var queueAge: Duration

    /// Limits.
    public init(spendPerHour: NanoDollars = NanoDollars(10_000_000_000), queueAge: Duration = .seconds(600)) {
        self.spendPerHour = spendPerHour
        self.queueAge = queueAge
    }
}
