/// How well a manual has worked (R19).
public struct ManualHealth: Sendable, Hashable {
    /// 0...100.
    public var score = 100.0
    /// How often it was replayed to the end.
    public var successes = 0
    /// How often it was not.
    public var failures = 0
    /// How often it was healed since it last ran without.
    public var heals = 0
    /// Whether it is kept from being replayed until somebody has looked at it.
    public var isQuarantined = false

    /// A manual that was never replayed.
    public init() {}

    /// A manual is replayed only above this score.
    public static let least = 30.0
    /// After so many healed runs in a row it is quarantined.
    public static let mostHeals = 3

    /// Whether it may be replayed.
    public var isFit: Bool { score > Self.least && !isQuarantined }

    /// What a replay that came to its end adds.
    public static let gain = 2.0
    /// What one that did not takes away, and what it takes once that has happened more than ``patience`` times.
    public static let loss = (usual: 5.0, often: 15.0)
    /// How many failures count as usual.
    public static let patience = 5

    /// Takes a replay into account; the database does the same in one statement.
    ///
    /// - Parameter lesson: how it went.
    public mutating func learn(_ lesson: ManualLesson.Verdict) {
        switch lesson {
        case .clean:
            (score, successes, heals) = (min(100, score + Self.gain), successes + 1, 0)
        case .healed:
            (score, successes, heals) = (min(100, score + Self.gain), successes + 1, heals + 1)
            if heals >= Self.mostHeals { isQuarantined = true }
        case .failed:
            failures += 1
            score = max(0, score - (failures > Self.patience ? Self.loss.often : Self.loss.usual))
        }
    }
}
