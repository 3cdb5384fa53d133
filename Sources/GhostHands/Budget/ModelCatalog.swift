/// The models there are: whose they are, what they cost and whether they see pictures.
///
/// Data only: the API shows it without knowing a model, Hands calls models by it.
public struct ModelCatalog: Sendable, Hashable {
    /// A company, or the operator's own server, that answers for models.
    public struct Provider: Sendable, Hashable {
        /// Its name in the catalogue.
        public var name: String
        /// Its name for people.
        public var title: String
        /// How it is spoken to.
        public var wire: Wire
        /// Where it answers, up to and with the version, without a slash at the end.
        public var baseURL: String
        /// The environment variable that holds its key.
        public var keyName: String
        /// Where its documentation is.
        public var docs: String
    }

    /// The two ways to speak to a model.
    public enum Wire: String, Sendable, Hashable, CaseIterable {
        /// Chat completions, as OpenAI defined them and most others took over.
        case chatCompletions = "openai"
        /// Anthropic's messages.
        case messages = "anthropic"
    }

    /// A model.
    public struct Entry: Sendable, Hashable {
        /// What requests and settings call it.
        public var alias: String
        /// What its provider calls it.
        public var model: String
        /// Whose it is, by its name in the catalogue.
        public var provider: String
        /// Whether it takes pictures.
        public var hasVision: Bool
        /// What it costs.
        public var price: ModelPrice

        init(
            _ alias: String,
            _ provider: String,
            _ model: String,
            _ input: Double,
            _ output: Double,
            cached: Double? = nil,
            vision: Bool = false
        ) {
            self.alias = alias
            self.model = model
            self.provider = provider
            hasVision = vision
            price = ModelPrice(
                inputPerMillion: input,
                cachedPerMillion: cached,
                // Anthropic bills a quarter more for what it puts into its cache.
                writePerMillion: provider == "anthropic" ? input * 1.25 : nil,
                outputPerMillion: output
            )
        }
    }

    /// A name for what is good enough.
    public struct Preset: Sendable, Hashable {
        /// `speed`, `balanced`, `quality` or `premium`.
        public var name: String
        /// What it is good for.
        public var meaning: String
        /// The alias of its model.
        public var alias: String
    }

    /// The models.
    public var entries: [Entry]
    /// Whose they are.
    public var providers: [Provider]
    /// The presets; three of them are the qualities of a job.
    public var presets: [Preset]

    /// Finds a model by what a request or a setting calls it.
    ///
    /// - Parameter name: an alias, a preset or the provider's own name of it; letters may be large or small.
    /// - Returns: the model; nil when there is none of that name.
    public func entry(named name: String) -> Entry? {
        let wanted = name.lowercased()
        let alias = presets.first { $0.name == wanted }?.alias ?? wanted
        return entries.first { $0.alias == alias } ?? entries.first { $0.model.lowercased() == wanted }
    }

    /// The provider of a name.
    ///
    /// - Returns: the provider; nil when there is none of that name.
    public func provider(named name: String) -> Provider? { providers.first { $0.name == name } }

    /// The model that a quality gets when nobody names one and only some providers can be used.
    ///
    /// The preset's own where it can be used; else of the usable ones the cheapest for `speed`, the dearest for `quality`
    /// and the one in the middle for `balanced`, by a call that reads four times what it writes.
    ///
    /// - Parameters:
    ///   - quality: how much effort the job may cost.
    ///   - isUsable: whether there is a key for a provider.
    /// - Returns: the model; nil when no provider can be used.
    public func entry(for quality: Quality, where isUsable: (Provider) -> Bool) -> Entry? {
        let usable = entries.filter { entry in provider(named: entry.provider).map(isUsable) ?? false }
        if let preset = entry(named: quality.rawValue), usable.contains(preset) { return preset }
        let sorted = usable.sorted { Self.weight($0) < Self.weight($1) }
        switch quality {
        case .speed: return sorted.first
        case .balanced: return sorted.isEmpty ? nil : sorted[sorted.count / 2]
        case .quality: return sorted.last
        }
    }

    private static func weight(_ entry: Entry) -> Int64 { 4 * entry.price.input + entry.price.output }

    /// The models as they are told.
    ///
    /// - Parameters:
    ///   - standard: the alias of the model that jobs get which name none.
    ///   - isUsable: whether there is a key for a provider; nil where that is not known.
    /// - Returns: models, presets and the default.
    public func listing(standard: String, isUsable: ((Provider) -> Bool)? = nil) -> ModelListing {
        let models = entries.map { entry in
            let provider = provider(named: entry.provider)
            return ModelListing.Model(
                entry: entry,
                providerTitle: provider?.title ?? entry.provider,
                isUsable: provider.flatMap { provider in isUsable.map { $0(provider) } }
            )
        }
        return ModelListing(models: models, presets: presets, standard: standard)
    }
}
