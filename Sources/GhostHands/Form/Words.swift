/// A text as the words in it, so that spelling variants of the same words compare equal.
///
/// `firstName`, `first_name` and `First name *` are all `first name`.
public struct Words: Sendable, Hashable {
    /// The words, in lower case, in their order.
    public let list: [String]

    /// Takes a text apart: at everything that is no letter or digit, and where lower case turns to upper case.
    ///
    /// - Parameter text: a label, a question, a `name` attribute.
    public init(_ text: String) {
        var list: [String] = []
        var word = ""
        var previous: Character = " "
        for character in text {
            if character == "'" || character == "’" { continue }
            let isWordCharacter = character.isLetter || character.isNumber
            let startsHump = character.isUppercase && previous.isLowercase
            if !isWordCharacter || startsHump, !word.isEmpty {
                list.append(word)
                word = ""
            }
            if isWordCharacter { word += Self.fold(character) }
            previous = character
        }
        if !word.isEmpty { list.append(word) }
        self.list = list
    }

    /// The words with single spaces between them.
    public var text: String { list.joined(separator: " ") }

    /// Whether the words of the phrase stand in these words, one after the other.
    ///
    /// - Parameter phrase: words with single spaces between them.
    /// - Returns: true when they do.
    public func contains(_ phrase: String) -> Bool { " \(text) ".contains(" \(phrase) ") }

    /// Letters without their accents, in lower case, so that `résumé` is `resume`.
    private static func fold(_ character: Character) -> String {
        let lower = character.lowercased()
        return character.isASCII ? lower : plain[lower] ?? lower
    }

    private static let plain: [String: String] = {
        let letters: [(String, String)] = [
            ("àáâãäåāăą", "a"), ("çćĉċč", "c"), ("ďđ", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"), ("ĥħ", "h"),
            ("ìíîïĩīĭįı", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņňŉ", "n"), ("òóôõöøōŏő", "o"),
            ("ŕŗř", "r"), ("śŝşšș", "s"), ("ţťŧț", "t"), ("ùúûüũūŭůűų", "u"), ("ŵ", "w"), ("ýÿŷ", "y"), ("źżž", "z"),
            ("æ", "ae"), ("œ", "oe"), ("ß", "ss"),
        ]
        var plain: [String: String] = [:]
        for (accented, base) in letters { for letter in accented { plain[String(letter)] = base } }
        return plain
    }()
}
