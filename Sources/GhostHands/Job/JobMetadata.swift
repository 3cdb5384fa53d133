/// A job's metadata: what its caller put there, and what the service keeps beside it, which are columns in all but name.
public struct JobMetadata: Sendable, Hashable {
    /// The object as the row has it; others may have written something else there.
    public var json: JSON

    /// What the service keeps there.
    public enum Column: String, Sendable, CaseIterable {
        /// How much effort and money the job may cost (``Quality``).
        case qualityPreset = "quality_preset"
        /// The language model that the job asks for.
        case languageModel = "language_model"
        /// The language model that it asks for where there are pictures.
        case languageModelForImages = "language_model_for_images"
        /// Whether somebody may be asked for help (``HumanHelp``); absent where they may.
        case humanHelp = "human_help"
        /// Whether an account may be opened (``AccountCreation``); absent where a human is asked.
        case accountCreation = "account_creation"
        /// Of which trace the request was (``TraceContext``); absent where it was of none.
        case traceparent
        /// Whether the run is recorded; absent where it is not.
        case trace
        /// What the job has cost (``CostBreakdown``).
        case costBreakdown = "cost_breakdown"
        /// What became of the manual (``CookbookRecord``).
        case engine
        /// How far the job has come (``JobProgress``).
        case progress
        /// Where the final submit was pressed.
        case submitPageURL = "submit_page_url"

        /// Whether attempts write it: no caller may, and a job that is tried again begins without it.
        public var isOfAttempts: Bool {
            switch self {
            case .qualityPreset, .languageModel, .languageModelForImages, .humanHelp, .accountCreation, .traceparent,
                .trace:
                false
            case .costBreakdown, .engine, .progress, .submitPageURL: true
            }
        }
    }

    /// The names of what attempts write.
    public static let ofAttempts = Column.allCases.filter(\.isOfAttempts).map(\.rawValue)

    /// Metadata as a row has it.
    public init(_ json: JSON) { self.json = json }

    /// What the service keeps under a key; null when it keeps nothing.
    public subscript(key: Column) -> JSON { json[key.rawValue] }

    /// What stands under any name; null when nothing does.
    public subscript(name: String) -> JSON { json[name] }

    /// The metadata with more of the service's own.
    ///
    /// - Parameter own: what is kept, by its key.
    /// - Returns: the metadata; what was there under the same keys is replaced.
    public func merging(_ own: [Column: JSON]) -> JobMetadata {
        JobMetadata(.object((json.object ?? [:]).merging(Self.members(own)) { $1 }))
    }

    /// What the service keeps, as an object of its own.
    ///
    /// - Parameter own: what is kept, by its key.
    /// - Returns: the object, to be put over the metadata of a row.
    public static func object(_ own: [Column: JSON]) -> JSON { .object(members(own)) }

    private static func members(_ own: [Column: JSON]) -> [String: JSON] {
        Dictionary(uniqueKeysWithValues: own.map { ($0.key.rawValue, $0.value) })
    }
}

extension JobMetadata: ExpressibleByDictionaryLiteral {
    /// Metadata as it is written in code.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self.init(.object(Dictionary(elements) { _, last in last }))
    }
}

extension JobRequest {
    /// The metadata of the row that is made of the request: the caller's, and what of the request is kept there.
    public var rowMetadata: JobMetadata {
        var own: [JobMetadata.Column: JSON] = [.qualityPreset: JSON(quality)]
        own[.languageModel] = model.map(JSON.string)
        own[.languageModelForImages] = imageModel.map(JSON.string)
        if humanHelp == .off { own[.humanHelp] = JSON(humanHelp) }
        if accountCreation == .allowed { own[.accountCreation] = JSON(accountCreation) }
        own[.traceparent] = trace.map { .string($0.text) }
        if isTraced { own[.trace] = true }
        return JobMetadata(metadata).merging(own)
    }
}
