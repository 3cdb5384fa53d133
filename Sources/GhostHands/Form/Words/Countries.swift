/// The names of the countries of ISO 3166-1, everyday and official, as forms in many languages spell them.
///
/// A line is a country: two letters, three letters, its everyday name in English, then every other name, all in the
/// words of ``Words`` and without "the". The names are those of the Unicode CLDR and of ISO.
enum Countries {
    /// The number of the country that words name as a whole; nil for none.
    ///
    /// - Parameter words: for example `korea the republic of`, `österreich` or `kr`, folded as ``Words`` does.
    static func number(of words: some Sequence<String>) -> Int? {
        let plain = words.filter { $0 != "the" }.joined(separator: " ")
        return byName[plain]
    }

    /// A country's everyday name in English.
    ///
    /// - Parameter code: two letters of ISO 3166, in lower case.
    static func name(_ code: String) -> String? {
        lines.first { $0.hasPrefix(code + "|") }.map { $0.pieces(between: "|")[2] }
    }

    private static let lines = (aToL + "\n" + mToZ).pieces(between: "\n")

    private static let byName: [String: Int] = {
        var found: [String: Int] = [:]
        found.reserveCapacity(7_000)
        // What two of them are called means the first.
        for (number, line) in lines.enumerated().reversed() {
            for name in line.pieces(between: "|") { found[name] = number }
        }
        return found
    }()
}
