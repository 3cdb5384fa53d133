import GhostHands
import Hands

extension Settings {
    /// The models that the environment gives keys for.
    ///
    /// - Throws: ``SetupError`` for a server without a model, a price that is none, and a model that nobody knows.
    static func models(_ environment: Environment) throws -> ModelShelf {
        let catalog = ModelCatalog.standard
        var keys: [String: ModelServer.Key] = [:]
        for (provider, setting) in zip(catalog.providers, Setting.providerKeys) {
            keys[provider.name] = try environment.text(setting).map(ModelServer.Key.init)
        }
        let name = try environment.text(.model)
        let own = try own(environment, name, catalog)
        if let name, own == nil { try check(name, .model, in: catalog) }
        let imageName = try environment.text(.imageModel)
        if let imageName { try check(imageName, .imageModel, in: catalog) }
        return ModelShelf(catalog: catalog, keys: keys, own: own, standard: name, imageStandard: imageName)
    }

    private static func check(_ name: String, _ setting: Setting, in catalog: ModelCatalog) throws {
        guard catalog.entry(named: name) == nil else { return }
        throw SetupError(
            "\(setting.name) names a model that is not known",
            mend:
                "use one of \(catalog.entries.map(\.alias).joined(separator: ", ")); or set GH_MODEL_URL to a server of "
                + "your own"
        )
    }

    private static func own(
        _ environment: Environment,
        _ name: String?,
        _ catalog: ModelCatalog
    ) throws -> ModelShelf.Own? {
        guard let url = try environment.text(.modelURL) else { return nil }
        guard let name else {
            throw SetupError(
                "GH_MODEL_URL is set without GH_MODEL",
                mend: "set GH_MODEL to what that server calls its model"
            )
        }
        guard case .address = WebAddress.parse(url) else {
            throw SetupError(
                "GH_MODEL_URL is not an http or https address",
                mend: "set it as http://127.0.0.1:11434/v1"
            )
        }
        guard let wire = ModelCatalog.Wire(rawValue: try environment.text(.modelWire) ?? "") else {
            throw SetupError("GH_MODEL_WIRE is neither openai nor anthropic", mend: "unset it for openai")
        }
        let known = catalog.entry(named: name)
        return ModelShelf.Own(
            baseURL: url,
            key: try environment.text(.modelKey).map(ModelServer.Key.init),
            wire: wire,
            model: known?.model ?? name,
            price: try price(environment) ?? known?.price ?? .free,
            hasVision: known?.hasVision ?? false
        )
    }

    private static func price(_ environment: Environment) throws -> ModelPrice? {
        guard let text = try environment.text(.modelPrice) else { return nil }
        let parts = text.split(separator: "/").map { Double($0) }
        guard parts.count == 2, let input = parts[0], let output = parts[1], (0...10_000).contains(input),
            (0...10_000).contains(output)
        else {
            throw SetupError(
                "GH_MODEL_PRICE is not two amounts of dollars per million tokens",
                mend: "set it as 0.15/0.60, read and written"
            )
        }
        return ModelPrice(inputPerMillion: input, outputPerMillion: output)
    }

    /// What models may cost.
    ///
    /// - Throws: ``SetupError`` for a list that names something unknown or no amount.
    static func budgets(_ environment: Environment) throws -> Budgets {
        var budgets = Budgets()
        for (name, amount) in try amounts(environment, .taskBudgets) {
            guard let quality = Quality(rawValue: name) else { throw unknown(name, .taskBudgets) }
            budgets.task[quality] = amount
        }
        for (name, amount) in try amounts(environment, .monthBudgets) {
            guard let tier = Budgets.Tier(rawValue: name) else { throw unknown(name, .monthBudgets) }
            budgets.month[tier] = amount
        }
        return budgets
    }

    private static func amounts(_ environment: Environment, _ setting: Setting) throws -> [(String, NanoDollars)] {
        try (environment.text(setting) ?? "").split(separator: ",").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
            guard parts.count == 2, let dollars = Double(parts[1]), (0...1_000_000).contains(dollars) else {
                throw unknown(String(pair), setting)
            }
            return (parts[0], NanoDollars(dollars: dollars))
        }
    }

    private static func unknown(_ part: String, _ setting: Setting) -> SetupError {
        SetupError("\(setting.name): \"\(part)\" is not understood", mend: "set it as \(setting.standard ?? "")")
    }
}
