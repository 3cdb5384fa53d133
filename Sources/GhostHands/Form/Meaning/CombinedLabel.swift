/// A label that names several parts of an address: "PLZ / Ort", "City, State".
enum CombinedLabel {
    /// The parts in the label's order.
    ///
    /// - Parameter label: what a field says.
    /// - Returns: at least two, each once; nil where it says anything else.
    static func facts(of label: String) -> [Asked]? {
        guard label.count <= 60 else { return nil }
        let texts = label.split { marks.contains($0) }.flatMap { part in
            part.split(separator: " ").split { joints.contains(String($0)) }.map { $0.joined(separator: " ") }
        }
        guard texts.count >= 2 else { return nil }
        let pieces = texts.map { Words($0) }.filter { !$0.list.isEmpty }
        guard 2...4 ~= pieces.count else { return nil }
        let facts = pieces.map { AskedRule.asked(by: $0) }
        let known = facts.compactMap(\.self).filter(parts.contains)
        return known.count == pieces.count && Set(known).count == known.count ? known : nil
    }

    /// The parts as one text: those of a town stand side by side.
    ///
    /// - Parameters:
    ///   - facts: the parts in their order.
    ///   - profile: whose address it is.
    /// - Returns: nil where the profile lacks one.
    static func text(_ facts: [Asked], of profile: Profile) -> String? {
        let texts = facts.compactMap(profile.fact)
        guard texts.count == facts.count else { return nil }
        return texts.joined(separator: Set(facts) == [.postalCode, .city] ? " " : ", ")
    }

    private static let marks: Set<Character> = ["/", "+", ",", ";", "|", "、", "・"]
    private static let joints: Set<String> = [
        "&", "und", "and", "et", "y", "e", "en", "och", "og", "ja", "i", "a", "ve", "и", "та",
    ]
    private static let parts: Set<Asked> = [.streetAddress, .city, .state, .country, .postalCode]
}
