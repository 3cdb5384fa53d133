import GhostHands

/// What is replied about models.
enum ModelReplies {
    private static let price = ReplyShape<ModelPrice>([
        .number("input") { dollarsPerMillion($0.input) }, .number("output") { dollarsPerMillion($0.output) },
        .number("cached") { dollarsPerMillion($0.cached) }, .text("unit") { _ in "$/M tokens" },
    ])

    private static let model = ReplyShape<ModelListing.Model>([
        .text("alias") { $0.entry.alias }, .text("model") { $0.entry.model }, .text("provider") { $0.entry.provider },
        .text("provider_name", \.providerTitle), .yes("vision") { $0.entry.hasVision },
        .init(name: "cost", schema: price.schema) { price.json($0.entry.price) }, .textOrNull("note") { _ in nil },
        .init(name: "available", schema: ["type": "boolean"], isRequired: false) { $0.isUsable.map(JSON.bool) },
    ])

    private static let preset = ReplyShape<ModelCatalog.Preset>([
        .text("name", \.name), .text("description", \.meaning), .text("model", \.alias),
    ])

    static let list = ReplyShape<ModelListing>([
        .list("models", of: model.schema) { $0.models.map(model.json) },
        .list("presets", of: preset.schema) { $0.presets.map(preset.json) }, .text("default", \.standard),
        .integer("total") { $0.models.count },
    ])

    /// Prices are kept in millionths of a dollar for a million tokens.
    private static func dollarsPerMillion(_ price: Int64) -> Double { Double(price) / 1_000_000 }
}
