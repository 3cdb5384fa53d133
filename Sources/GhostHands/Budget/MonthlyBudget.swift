/// What a user's jobs may cost in a month, by tier (R21).
public enum MonthlyBudget {
    /// The budget of a tier.
    ///
    /// - Parameter tier: `free`, `starter`, `pro`, `premium` or `enterprise`; any other counts as `free`.
    /// - Returns: US dollars.
    public static func dollars(tier: String) -> Double {
        switch tier {
        case "starter": 2
        case "pro": 10
        case "premium": 25
        case "enterprise": 100
        default: 0.5
        }
    }
}
