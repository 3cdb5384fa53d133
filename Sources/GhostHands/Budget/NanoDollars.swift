/// An amount of money in 10⁻⁹ US dollars (R20).
public struct NanoDollars: Sendable, Hashable, Comparable {
    /// The amount; may not be negative in practice.
    public var value: Int64

    /// An amount.
    ///
    /// - Parameter value: in 10⁻⁹ US dollars.
    public init(_ value: Int64) { self.value = value }

    /// An amount as JSON shows it.
    ///
    /// - Parameter dollars: US dollars; what is finer than a nano-dollar is rounded, what is beyond a thousand
    ///   millions is cut to that.
    public init(dollars: Double) {
        let most = 1e9
        self.init(Int64((min(max(dollars.isNaN ? 0 : dollars, -most), most) * 1_000_000_000).rounded()))
    }

    /// What a step replayed from a manual costs, unless settings say otherwise: eight make the contract's $0.0005.
    public static let cookbookStep = NanoDollars(62_500)

    /// Nothing.
    public static let zero = NanoDollars(0)

    /// The amount in dollars, as the API shows it.
    public var dollars: Double { Double(value) / 1_000_000_000 }

    /// The amount in dollars as people write it: `0.1`, `12.5`.
    public var text: String { dollars == dollars.rounded() ? String(value / 1_000_000_000) : "\(dollars)" }

    /// The amount in cents, a decimal.
    public var cents: Double { Double(value) / 10_000_000 }

    /// Whether the left amount is less.
    public static func < (left: NanoDollars, right: NanoDollars) -> Bool { left.value < right.value }

    /// The sum.
    public static func + (left: NanoDollars, right: NanoDollars) -> NanoDollars {
        NanoDollars(left.value + right.value)
    }

    /// The difference.
    public static func - (left: NanoDollars, right: NanoDollars) -> NanoDollars {
        NanoDollars(left.value - right.value)
    }

    /// The amount a number of times.
    public static func * (left: NanoDollars, times: Int) -> NanoDollars { NanoDollars(left.value * Int64(times)) }
}
