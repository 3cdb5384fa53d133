/// The models that a service has, as it tells them.
public struct ModelListing: Sendable, Hashable {
    /// One of them.
    public struct Model: Sendable, Hashable {
        /// What the catalogue says of it.
        public let entry: ModelCatalog.Entry
        /// Its provider's name for people.
        public let providerTitle: String
        /// Whether there is a key for it; nil where that is not known.
        public let isUsable: Bool?
    }

    /// The models, in the catalogue's order.
    public let models: [Model]
    /// Names for what is good enough.
    public let presets: [ModelCatalog.Preset]
    /// The alias of the model that jobs get which name none.
    public let standard: String
}
