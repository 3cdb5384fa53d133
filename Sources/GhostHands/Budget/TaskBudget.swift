extension Quality {
    /// What the models may cost for one job (R21).
    public var taskBudget: NanoDollars {
        switch self {
        case .speed: NanoDollars(20_000_000)
        case .balanced: NanoDollars(100_000_000)
        case .quality: NanoDollars(300_000_000)
        }
    }
}
