/// In which order one box takes a whole name: "Surname, First name", "Cognome e nome".
struct NameOrder: Sendable {
    /// Whether the family's name comes first.
    let isFamilyFirst: Bool
    private let hasComma: Bool

    /// - Parameter label: what the field says.
    init(_ label: String) {
        guard label.utf8.count <= 60 else {
            (isFamilyFirst, hasComma) = (false, false)
            return
        }
        let label = Self.inner(label)
        let pieces = label.split { ",/&+|".contains($0) }.flatMap { part in
            part.split(separator: " ").split { Self.joining.contains(Words(String($0)).text) }
                .map { $0.joined(separator: " ") }
        }
        let asked = pieces.count != 2 ? [] : pieces.map { Self.asked(by: Words($0)) }
        isFamilyFirst = asked == [.lastName, .firstName] || Self.familyFirst.contains(Words(label).text)
        hasComma = label.contains(",")
    }

    /// "Name (Last, First)" says it in brackets; what else stands in brackets says nothing of it.
    private static func inner(_ label: String) -> String {
        guard let open = label.firstIndex(of: "("), let close = label[open...].firstIndex(of: ")") else { return label }
        let before = label[..<open]
        let inside = label[label.index(after: open)..<close]
        let isNamed = AskedRule.asked(by: Words(String(before))) == .fullName
        return isNamed && inside.contains(",") ? String(inside) : before.contains(",") ? String(before) : label
    }

    /// "Imię" is a first name beside a last one.
    private static func asked(by words: Words) -> Asked? {
        ["last": Asked.lastName, "family": .lastName, "first": .firstName, "given": .firstName][words.text]
            ?? AskedRule.asked(by: words)
            ?? Either.all.first { $0.beside == .firstName && $0.words.contains(words.text) }?.beside
    }

    /// The whole name in languages that begin it with the family's.
    private static let familyFirst = Set(
        Words.phrases("név, teljes név, neved, teljes neved, hogy hívnak, hogy hívnak teljes név, họ và tên, họ tên")
    )

    /// A profile's name in this order.
    func name(of profile: Profile) -> String? {
        guard isFamilyFirst, let first = profile.fact(.firstName), let last = profile.fact(.lastName) else {
            return profile.fact(.fullName)
        }
        return hasComma ? "\(last), \(first)" : "\(last) \(first)"
    }

    private static let joining: Set<String> = [
        "and", "und", "et", "y", "e", "en", "i", "och", "og", "ja", "a", "ve", "и", "та",
    ]
}
