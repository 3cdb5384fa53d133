/// What a job has cost, by mode.
public struct CostBreakdown: Sendable, Hashable {
    /// Actions replayed from a manual.
    public var cookbookSteps = 0
    /// Actions decided without one: by reader and profile, or by a model (R39).
    public var magnitudeSteps = 0
    /// What the replayed actions cost.
    public var cookbookCost = NanoDollars.zero
    /// What the model calls cost.
    public var magnitudeCost = NanoDollars.zero
    /// Tokens the models read.
    public var inputTokens = 0
    /// Tokens the models wrote.
    public var outputTokens = 0

    /// Nothing spent yet.
    public init() {}

    /// Reads what ``json`` wrote: what the attempts before have cost.
    ///
    /// - Parameter json: the object of the job's metadata, or null.
    public init(_ json: JSON) {
        cookbookSteps = Self.count(json["cookbook_steps"])
        magnitudeSteps = Self.count(json["magnitude_steps"])
        cookbookCost = NanoDollars(dollars: max(0, json["cookbook_cost_usd"].double ?? 0))
        magnitudeCost = NanoDollars(dollars: max(0, json["magnitude_cost_usd"].double ?? 0))
        outputTokens = Self.count(json["output_tokens"])
        inputTokens =
            json["input_tokens"].isNull
            ? max(0, Self.count(json["total_tokens"]) - outputTokens) : Self.count(json["input_tokens"])
    }

    /// A count that another count can be added to; anything else is none.
    private static func count(_ json: JSON) -> Int { min(max(json.int ?? 0, 0), 1 << 50) }

    /// Takes over what the model calls of all attempts have cost, which the row knows call by call.
    ///
    /// - Parameter job: the row as it stands.
    public mutating func takeModelCost(of job: Job) {
        let kept = CostBreakdown(job.metadata[.costBreakdown])
        (magnitudeCost, inputTokens, outputTokens) = (kept.magnitudeCost, kept.inputTokens, kept.outputTokens)
    }

    /// All actions.
    public var actionCount: Int { cookbookSteps + magnitudeSteps }
    /// Everything spent.
    public var total: NanoDollars { cookbookCost + magnitudeCost }
    /// All tokens.
    public var totalTokens: Int { inputTokens + outputTokens }

    /// The `cost_breakdown` object of status and callbacks.
    public var json: JSON {
        [
            "total_cost_usd": .number(total.dollars),
            "action_count": JSON(actionCount),
            "total_tokens": JSON(totalTokens),
            "cookbook_steps": JSON(cookbookSteps),
            "magnitude_steps": JSON(magnitudeSteps),
            "cookbook_cost_usd": .number(cookbookCost.dollars),
            "magnitude_cost_usd": .number(magnitudeCost.dollars),
            "input_tokens": JSON(inputTokens),
            "output_tokens": JSON(outputTokens),
        ]
    }

    /// The short `cost` object of callbacks.
    public var summary: JSON {
        [
            "total_cost_usd": .number(total.dollars),
            "action_count": JSON(actionCount),
            "total_tokens": JSON(totalTokens),
        ]
    }

    /// The `cost` member of `result_data`.
    public var resultMember: JSON {
        [
            "input_tokens": JSON(inputTokens),
            "output_tokens": JSON(outputTokens),
            "total_cost_usd": .number(total.dollars),
            "action_count": JSON(actionCount),
        ]
    }
}
