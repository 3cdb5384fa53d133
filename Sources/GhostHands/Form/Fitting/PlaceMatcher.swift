/// Finds the place that is meant among those that a form offers: towns have namesakes, and the wrong one is a wrong
/// answer.
public struct PlaceMatcher: Sendable {
    /// Where the applicant lives: town, region, country, postal code, as far as they are known.
    private let home: [String]
    private let town: String?

    /// A matcher for an applicant.
    public init(_ profile: Profile) {
        town = profile.fact(.city)
        home = [Asked.city, .state, .country, .postalCode].compactMap { profile.fact($0) }
    }

    /// Finds the one place that is meant.
    ///
    /// - Parameters:
    ///   - wanted: a town or an address, with region and country where they were said: `Berlin, Germany`.
    ///   - isAddress: whether it is an address of the applicant's own.
    ///   - labels: the places that are offered, with commas between their parts.
    /// - Returns: its index; nil when none is meant, or nobody knows which of several.
    public func match(_ wanted: String, isAddress: Bool = false, in labels: [String]) -> Int? {
        let parts = Self.parts(wanted)
        guard let first = parts.first else { return nil }
        let isHome = isAddress || town.map { Self.isSame($0, first) } == true
        let known = parts + (isHome ? home : [])
        let scores = labels.map { score($0, named: first, known) }
        guard let best = scores.compactMap(\.self).max() else { return nil }
        let found = labels.indices.filter { scores[$0] == best }
        let isOne = Set(found.map { Words(labels[$0]) }).count == 1
        return isOne ? found[0] : nil
    }

    /// How well a place agrees with what is known; nil where it is another one, or nothing speaks for it.
    private func score(_ label: String, named first: String, _ known: [String]) -> Int? {
        let parts = Self.parts(label)
        guard let name = parts.first, Self.isSame(name, first) else { return nil }
        let rest = parts.dropFirst()
        if rest.isEmpty { return 0 }
        var score = 0
        for part in rest {
            if Self.isSaid(part, by: known) {
                score += 10
            } else if Synonyms.isPlace(part), known.dropFirst().contains(where: Synonyms.isPlace) {
                // Another country, or another state.
                return nil
            } else {
                score -= 1
            }
        }
        return score > 0 ? score : nil
    }

    /// Whether two names are those of one town, be it in two languages.
    private static func isSame(_ name: String, _ other: String) -> Bool {
        Words(name) == Words(other) || CityNames.areSame(name, other)
    }

    /// Whether a part of a place's name is known, in whatever words: also `10115 Berlin`.
    private static func isSaid(_ part: String, by known: [String]) -> Bool {
        if known.contains(where: { OptionMatcher.isSame($0, part) || CityNames.areSame($0, part) }) { return true }
        let words = Set(known.flatMap { Words($0).list })
        return Words(part).list.allSatisfy(words.contains)
    }

    private static func parts(_ text: String) -> [String] {
        text.split { ",;|·()\n–".contains($0) }.map(\.trimmed).filter { !$0.isEmpty && !Words($0).list.isEmpty }
    }
}
