import Foundation

/// How long tests go on that could go on for ever.
public enum Soak {
    /// Whether this is a long run, `make soak`.
    public static let isWanted = ProcessInfo.processInfo.environment["GH_SOAK"] == "1"

    /// How often something is repeated.
    ///
    /// - Parameters:
    ///   - few: in an ordinary run.
    ///   - many: in a long one.
    /// - Returns: the one or the other.
    public static func rounds(_ few: Int, or many: Int) -> Int { isWanted ? many : few }
}
