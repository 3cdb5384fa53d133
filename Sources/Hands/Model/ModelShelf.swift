public import GhostHands
import NIOConcurrencyHelpers

/// The models that this process may ask: those of providers whose keys it was given, and the operator's own server.
public struct ModelShelf: Sendable {
    /// A server of the operator's own, or any that is in no catalogue.
    public struct Own: Sendable {
        /// Where it answers, up to and with the version.
        public var baseURL: String
        /// The secret that opens it; nil when it wants none.
        public var key: ModelServer.Key?
        /// How it is spoken to.
        public var wire: ModelCatalog.Wire
        /// What its model is called.
        public var model: String
        /// What its tokens cost.
        public var price: ModelPrice
        /// Whether its model takes pictures.
        public var hasVision: Bool

        /// A server.
        public init(
            baseURL: String,
            key: ModelServer.Key?,
            wire: ModelCatalog.Wire,
            model: String,
            price: ModelPrice,
            hasVision: Bool
        ) {
            self.baseURL = baseURL
            self.key = key
            self.wire = wire
            self.model = model
            self.price = price
            self.hasVision = hasVision
        }
    }

    /// The models there are.
    public let catalog: ModelCatalog
    private let keys: [String: ModelServer.Key]
    private let own: Own?
    private let standard: String?
    private let imageStandard: String?
    /// One object for each model, so that what was found out about its server is remembered.
    private let made = NIOLockedValueBox<[String: any LanguageModel]>([:])

    /// No model at all.
    public static let empty = ModelShelf()

    /// A shelf.
    ///
    /// - Parameters:
    ///   - keys: the keys of providers, by their names in the catalogue.
    ///   - own: the operator's own server.
    ///   - standard: the model for jobs that name none; nil for the one of their quality.
    ///   - imageStandard: the model for questions with pictures; nil for the same one.
    public init(
        catalog: ModelCatalog = .standard,
        keys: [String: ModelServer.Key] = [:],
        own: Own? = nil,
        standard: String? = nil,
        imageStandard: String? = nil
    ) {
        self.catalog = catalog
        self.keys = keys
        self.own = own
        self.standard = standard
        self.imageStandard = imageStandard
    }

    /// Whether there is a key for a provider.
    ///
    /// - Returns: whether its models can be asked.
    public func isUsable(_ provider: ModelCatalog.Provider) -> Bool { keys[provider.name] != nil }

    /// Whether any model can be asked.
    public var isEmpty: Bool { own == nil && keys.isEmpty }

    /// The models as the API tells them.
    public var listing: ModelListing {
        let name = own?.model ?? standard ?? catalog.entry(for: .balanced, where: isUsable)?.alias ?? "balanced"
        if isEmpty { return catalog.listing(standard: name) }
        return catalog.listing(standard: name, isUsable: { isUsable($0) })
    }

    /// The result of a choice.
    public enum Choice: Sendable {
        case chosen(ChosenModel)
        /// There is none: what to set, for a person.
        case none(reason: String)
    }

    /// Chooses a job's model: the one that it names, else the operator's own, else the setting's, else its quality's.
    ///
    /// - Parameters:
    ///   - name: what the job asks for: an alias, a preset or a provider's name of a model.
    ///   - quality: the job's quality.
    /// - Returns: the model, or what to set.
    public func choose(_ name: String?, quality: Quality) -> Choice {
        if let own, name == nil || name == own.model { return .chosen(chosen(own)) }
        if let name = name ?? standard {
            guard let entry = catalog.entry(named: name) else {
                let known = "docs/models.md and GET /models list those there are"
                return .none(reason: "there is no model \"\(name.prefix(60))\"; \(known)")
            }
            return chosen(entry).map(Choice.chosen) ?? .none(reason: missingKey(of: entry))
        }
        guard let entry = catalog.entry(for: quality, where: isUsable), let model = chosen(entry) else {
            return .none(reason: Self.nothingSet)
        }
        return .chosen(model)
    }

    /// Chooses the model for a question with a picture.
    ///
    /// - Parameters:
    ///   - name: what the job asks for.
    ///   - model: the job's model.
    /// - Returns: a model that takes pictures; nil when there is none.
    public func chooseForImages(_ name: String?, beside model: ChosenModel) -> ChosenModel? {
        guard let name = name ?? imageStandard else { return model.hasVision ? model : nil }
        guard let entry = catalog.entry(named: name), entry.hasVision else { return model.hasVision ? model : nil }
        return chosen(entry) ?? (model.hasVision ? model : nil)
    }

    private static let nothingSet =
        "no language model is configured: set a provider's key (for example DEEPSEEK_API_KEY), or GH_MODEL_URL and "
        + "GH_MODEL for a server of your own"

    private func missingKey(of entry: ModelCatalog.Entry) -> String {
        let name = catalog.provider(named: entry.provider)?.keyName ?? "its provider's key"
        return "the model \(entry.alias) needs \(name), which is not set"
    }

    private func chosen(_ own: Own) -> ChosenModel {
        let model = model("own") {
            let server = ModelServer(baseURL: own.baseURL, key: own.key)
            return own.wire == .messages
                ? MessagesModel(own.model, server: server) : ChatCompletionsModel(own.model, server: server)
        }
        return ChosenModel(model, alias: own.model, price: own.price, hasVision: own.hasVision)
    }

    private func chosen(_ entry: ModelCatalog.Entry) -> ChosenModel? {
        guard let provider = catalog.provider(named: entry.provider), let key = keys[provider.name] else { return nil }
        let model = model(entry.alias) {
            let server = ModelServer(baseURL: provider.baseURL, key: key)
            return provider.wire == .messages
                ? MessagesModel(entry.model, server: server)
                : ChatCompletionsModel(entry.model, server: server, isOpenAI: provider.name == "openai")
        }
        var chosen = ChosenModel(model, alias: entry.alias, price: entry.price, hasVision: entry.hasVision)
        chosen.provider = provider.name
        return chosen
    }

    private func model(_ name: String, _ make: () -> any LanguageModel) -> any LanguageModel {
        made.withLockedValue { made in
            if let known = made[name] { return known }
            let new = make()
            made[name] = new
            return new
        }
    }
}
