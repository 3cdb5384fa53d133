extension PasswordRules {
    /// Reads how many characters of a kind are demanded: "at least 2 digits and 2 symbols", "zwei Ziffern".
    ///
    /// - Parameter words: a sentence.
    mutating func readCounts(_ words: [String]) {
        for (place, word) in words.enumerated() {
            guard let number = Self.number(word), 2...Self.mostCounted ~= number else { continue }
            // "3 of 4 kinds" counts kinds, "2 to 4 digits" ends elsewhere.
            let after = words[place...].dropFirst().prefix(3)
            for (distance, next) in after.enumerated() {
                if distance > 0, Self.number(next) != nil { break }
                guard let kind = Self.kind(of: next) else { continue }
                let isOfMost = words[..<place].suffix(3).contains { Self.mosts.contains($0) }
                if !isOfMost { counts[keyPath: kind] = max(counts[keyPath: kind], number) }
                break
            }
        }
    }

    private static let mostCounted = 5

    private static func number(_ word: String) -> Int? { Int(word) ?? numbers[word] }

    private static let numbers = [
        "two": 2, "three": 3, "four": 4, "zwei": 2, "drei": 3, "vier": 4, "deux": 2, "trois": 3, "quatre": 4, "dos": 2,
        "tres": 3, "cuatro": 4, "dois": 2, "duas": 2, "quatro": 4, "due": 2, "tre": 3, "quattro": 4, "twee": 2,
        "drie": 3, "dwie": 2, "dwa": 2, "trzy": 3, "tva": 2,
    ]

    private static let mosts: Set<String> = [
        "most", "maximum", "max", "than", "hochstens", "maximal", "maximo", "massimo", "maximaal", "plus",
    ]

    private static func kind(of word: String) -> WritableKeyPath<Counts, Int>? {
        kinds.first { $0.roots.contains(where: word.hasPrefix) }?.path
    }

    private static var kinds: [(path: WritableKeyPath<Counts, Int>, roots: [String])] {
        [
            (
                \.digits,
                [
                    "digit", "number", "numer", "ziffer", "zahl", "chiffre", "cifra", "digito", "cijfer", "cyfr",
                    "siffr",
                ]
            ),
            (
                \.signs,
                [
                    "symbol", "special", "sign", "punctuation", "sonderzeichen", "simbol", "signo", "teken", "znak",
                    "nonalphanumeric",
                ]
            ),
            (
                \.capital,
                [
                    "uppercase", "upper", "capital", "grossbuchstabe", "majuscule", "mayuscula", "maiuscul",
                    "hoofdletter",
                    "wielk", "versal",
                ]
            ),
            (
                \.small,
                [
                    "lowercase", "lower", "small", "kleinbuchstabe", "minuscule", "minuscula", "minuscol", "kleine",
                    "gemen",
                ]
            ),
        ]
    }
}
