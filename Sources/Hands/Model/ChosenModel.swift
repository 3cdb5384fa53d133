public import GhostHands

/// A model that was chosen for a job, with what it costs.
public struct ChosenModel: Sendable {
    /// The model.
    public var model: any LanguageModel
    /// What it is called in the catalogue.
    public var alias: String
    /// Whose it is, by its name in the catalogue.
    public var provider = "own"
    /// What it costs.
    public var price: ModelPrice
    /// Whether it takes pictures.
    public var hasVision: Bool

    /// A choice.
    public init(_ model: any LanguageModel, alias: String, price: ModelPrice, hasVision: Bool = false) {
        self.model = model
        self.alias = alias
        self.price = price
        self.hasVision = hasVision
    }
}

/// Whether a model call may be made.
public enum Allowance: Sendable, Hashable {
    /// It may; what it costs is settled under this number.
    case granted(reservation: Int64)
    /// It could cost more than is left.
    case refused(BudgetRefusal)
    /// Somebody else holds the job now.
    case leaseLost
}

/// Which budget a model call would exceed.
public enum BudgetRefusal: Sendable, Hashable {
    /// The job's own.
    case job(NanoDollars)
    /// The user's month.
    case month(NanoDollars)
}

/// What a model call used and cost.
public struct ModelCall: Sendable, Hashable {
    /// Under which number it was allowed.
    public var reservation: Int64
    /// The provider's name of the model.
    public var model: String
    /// Whose model it was.
    public var provider = "own"
    /// Whether it answered.
    public var isAnswered = true
    /// What it took.
    public var usage: TokenUsage
    /// What it cost.
    public var cost: NanoDollars

    /// A call.
    public init(reservation: Int64, model: String, usage: TokenUsage, cost: NanoDollars) {
        self.reservation = reservation
        self.model = model
        self.usage = usage
        self.cost = cost
    }
}
