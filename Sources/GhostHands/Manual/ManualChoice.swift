/// Which of the manuals that were found is replayed.
public enum ManualChoice: Sendable, Hashable {
    /// This one.
    case replay(Manual)
    /// There is one, which has failed too often or is quarantined.
    case unfit(Manual)
    /// None fits the form.
    case none

    /// Chooses.
    ///
    /// The same form comes first, then the one of which most is there. A form of no known platform is taken for another
    /// only on its own site: what is like it elsewhere may ask for something else.
    ///
    /// - Parameters:
    ///   - candidates: what was found.
    ///   - key: what was looked for.
    ///   - marks: the fields of the page as it was read.
    /// - Returns: the choice.
    public static func choose(from candidates: [Manual], for key: ManualKey, marks: [FieldMark]) -> ManualChoice {
        let fitting = candidates.compactMap { manual in rank(manual, key, marks).map { (manual, $0) } }
        let fit = fitting.filter(\.0.health.isFit)
        if let best = fit.max(by: { $0.1 < $1.1 }) { return .replay(best.0) }
        return fitting.max { $0.1 < $1.1 }.map { .unfit($0.0) } ?? .none
    }

    private struct Rank: Comparable {
        let isSame: Bool
        let coverage: Double
        let health: Double

        static func < (left: Rank, right: Rank) -> Bool {
            if left.isSame != right.isSame { return right.isSame }
            if left.coverage != right.coverage { return left.coverage < right.coverage }
            return left.health < right.health
        }
    }

    private static func rank(_ manual: Manual, _ key: ManualKey, _ marks: [FieldMark]) -> Rank? {
        guard manual.platform == key.platform, manual.task == key.task, let first = manual.pages.first else {
            return nil
        }
        let isSame = first.signature == key.page.signature && !first.keys.isEmpty
        let pattern = URLPattern(manual.urlPattern)
        let isNear = first.keys.isEmpty ? pattern.matches(key.url) : mayDiffer(manual, pattern, key)
        guard isSame || isNear else { return nil }
        let match = isSame ? nil : ManualMatch(manual.steps(on: 0), in: marks)
        let coverage = match?.coverage ?? 1
        let isBySelector = manual.steps(on: 0).contains { $0.step.selector != nil }
        guard match?.fits(marks.count) ?? true || (isBySelector && first.keys.isEmpty) else { return nil }
        return Rank(isSame: isSame, coverage: coverage, health: manual.health.score)
    }

    private static func mayDiffer(_ manual: Manual, _ pattern: URLPattern, _ key: ManualKey) -> Bool {
        manual.platform != Manual.otherPlatform || pattern.isOfSite(key.url)
    }
}
