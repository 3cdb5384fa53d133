/// What a model's tokens cost.
public struct ModelPrice: Sendable, Hashable {
    /// For a token read, in 10⁻¹² US dollars: a dollar per million tokens is a million of these.
    public var input: Int64
    /// For a token read that the provider had in its cache.
    public var cached: Int64
    /// For a token read that the provider puts into its cache.
    public var cacheWrite: Int64
    /// For a token written, those of hidden reasoning counted.
    public var output: Int64

    /// A model that costs nothing, as one of the operator's own does.
    public static let free = ModelPrice(inputPerMillion: 0, outputPerMillion: 0)

    /// A price as providers publish it.
    ///
    /// - Parameters:
    ///   - inputPerMillion: US dollars for a million tokens read, at most six decimals.
    ///   - cachedPerMillion: the same for tokens from the provider's cache; nil where they cost as much as others.
    ///   - writePerMillion: the same for tokens that are put into that cache.
    ///   - outputPerMillion: US dollars for a million tokens written.
    public init(
        inputPerMillion: Double,
        cachedPerMillion: Double? = nil,
        writePerMillion: Double? = nil,
        outputPerMillion: Double
    ) {
        input = Self.perToken(inputPerMillion)
        cacheWrite = Self.perToken(writePerMillion ?? inputPerMillion)
        cached = Self.perToken(cachedPerMillion ?? inputPerMillion)
        output = Self.perToken(outputPerMillion)
    }

    private static func perToken(_ dollarsPerMillion: Double) -> Int64 {
        Int64((dollarsPerMillion * 1_000_000).rounded())
    }

    /// What a call costs, rounded up once to a nano-dollar (R20).
    ///
    /// - Parameter usage: what the provider counted.
    /// - Returns: the amount.
    public func cost(of usage: TokenUsage) -> NanoDollars {
        let fresh = Int64(usage.input - usage.cached - usage.written)
        let read = fresh * input + Int64(usage.cached) * cached + Int64(usage.written) * cacheWrite
        let sum = read + Int64(usage.output) * output
        return NanoDollars((sum + 999) / 1000)
    }

    /// The most that a call can cost: nothing in the cache, everything written that may be.
    ///
    /// - Parameters:
    ///   - inputBytes: the request's text in UTF-8 bytes; a token is one byte at least.
    ///   - images: how many pictures go with it.
    ///   - mostOutput: how many tokens it may write.
    /// - Returns: the amount.
    public func most(inputBytes: Int, images: Int = 0, mostOutput: Int) -> NanoDollars {
        let tokens = inputBytes + images * Self.mostPerImage
        return cost(of: TokenUsage(input: tokens, output: mostOutput, written: cacheWrite > input ? tokens : 0))
    }

    /// More than any provider of the catalogue counts for a picture of a page as we send it.
    private static let mostPerImage = 4096
}

/// The tokens of a model call.
public struct TokenUsage: Sendable, Hashable {
    /// How many the model read, those from a cache counted.
    public var input: Int
    /// How many of them came from the provider's cache.
    public var cached: Int
    /// How many of them the provider put into its cache.
    public var written: Int
    /// How many it wrote.
    public var output: Int
    /// Whether the provider did not say, and the numbers are a quarter of the bytes.
    public var isEstimated: Bool

    /// A count.
    ///
    /// - Parameters:
    ///   - cached: how many of them came from the provider's cache; never more than were read.
    ///   - written: how many of those read the provider put into its cache.
    public init(input: Int = 0, cached: Int = 0, output: Int = 0, written: Int = 0, isEstimated: Bool = false) {
        self.input = max(0, input)
        self.cached = min(max(0, cached), self.input)
        self.written = min(max(0, written), self.input - self.cached)
        self.output = max(0, output)
        self.isEstimated = isEstimated
    }

    /// What texts of so many bytes come to, where nobody counted.
    ///
    /// - Parameters:
    ///   - inputBytes: UTF-8 bytes read.
    ///   - outputBytes: UTF-8 bytes written.
    /// - Returns: a quarter of them.
    public static func estimated(inputBytes: Int, outputBytes: Int) -> TokenUsage {
        TokenUsage(input: (inputBytes + 3) / 4, output: (outputBytes + 3) / 4, isEstimated: true)
    }
}
