/// What models may cost (R21): for one job by its quality, for a user's month by the tier.
public struct Budgets: Sendable, Hashable {
    /// For one job.
    public var task: [Quality: NanoDollars] = [
        .speed: NanoDollars(20_000_000), .balanced: NanoDollars(100_000_000), .quality: NanoDollars(300_000_000),
    ]
    /// For a user's month (UTC).
    public var month: [Tier: NanoDollars] = [
        .free: NanoDollars(500_000_000), .starter: NanoDollars(2_000_000_000), .pro: NanoDollars(10_000_000_000),
        .premium: NanoDollars(25_000_000_000), .enterprise: NanoDollars(100_000_000_000),
    ]

    /// The budgets of the rulings.
    public init() {}

    /// What a user has subscribed to.
    public enum Tier: String, Sendable, Hashable, CaseIterable {
        case free, starter, pro, premium, enterprise
    }

    /// The budget of a job.
    ///
    /// - Returns: what its model calls may cost, over all its attempts.
    public func task(_ quality: Quality) -> NanoDollars { task[quality] ?? .zero }

    /// The budget of a user's month.
    ///
    /// - Parameter tier: `free`, `starter`, `pro`, `premium` or `enterprise`; any other counts as `free`.
    /// - Returns: what the model calls of the month may cost.
    public func month(_ tier: String) -> NanoDollars { month[Tier(rawValue: tier) ?? .free] ?? .zero }
}

extension JobType {
    /// How many actions a model may decide in one job.
    public var actionLimit: Int {
        switch self {
        case .apply, .custom: 50
        case .scrape: 30
        case .fillForm: 40
        }
    }
}
