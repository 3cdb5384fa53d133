/// What came of looking for the element a fingerprint was taken of.
public enum Recognition: Hashable, Sendable {
    /// One element fits well, and clearly better than all others.
    ///
    /// Scores are between 0 and 1; the margin is what the second best lacks.
    case found(ElementHandle, score: Double, margin: Double)
    /// Several fit well, and none clearly better than the others.
    case ambiguous(score: Double, margin: Double)
    /// None fits well enough.
    case unknown(score: Double)
}

extension Recognition {
    /// Judges candidates in the order of the page.
    init(
        of candidates: [(element: ElementHandle, score: Double)],
        ordinal: Int?,
        least: Double,
        margin: Double
    ) {
        let best = candidates.map(\.score).max() ?? 0
        let ranked = candidates.filter { best - $0.score > 0.001 }.map(\.score)
        let leaders = candidates.filter { best - $0.score <= 0.001 }
        let lead = best - (ranked.max() ?? 0)
        guard best >= least else {
            self = .unknown(score: best)
            return
        }
        let chosen =
            leaders.count == 1 ? leaders.first : ordinal.flatMap { leaders.indices.contains($0) ? leaders[$0] : nil }
        guard let chosen, lead >= margin else {
            self = .ambiguous(score: best, margin: leaders.count == 1 ? lead : 0)
            return
        }
        self = .found(chosen.element, score: best, margin: lead)
    }
}
