/// A text as the words in it, so that spelling variants of the same words compare equal.
///
/// `firstName`, `first_name` and `First name *` are all `first name`.
public struct Words: Sendable, Hashable {
    /// The words, in lower case, in their order.
    public let list: [String]
    /// The words with single spaces between them.
    public let text: String

    /// Takes a text apart: at everything that is no letter or digit, and where lower case turns to upper case.
    ///
    /// - Parameter text: a label, a question, a `name` attribute.
    public init(_ text: String) {
        let list = Self.ofASCII(text) ?? Self.ofUnicode(text)
        // A name of one word, whatever its capitals.
        guard let at = list.firstIndex(of: "linked"), list.dropFirst(at + 1).first == "in" else {
            self.init(list: list)
            return
        }
        self.init(list: list[..<at] + ["linkedin"] + list[(at + 2)...])
    }

    private static func ofUnicode(_ text: String) -> [String] {
        let text = Mojibake.repaired(text)
        var letters: [Letter] = []
        for scalar in text.unicodeScalars where scalar != "'" && scalar != "’" {
            guard let letter = Letter.alone(scalar) else {
                return words(of: text.filter { $0 != "'" && $0 != "’" }.map(Letter.init))
            }
            letters.append(letter)
        }
        return words(of: letters)
    }

    private static func words(of letters: [Letter]) -> [String] {
        var list: [String] = []
        var word = ""
        var isAfterLower = false
        for letter in letters {
            if !letter.isOfWord || (letter.isUpper && isAfterLower), !word.isEmpty {
                list.append(word)
                word = ""
            }
            word += letter.folded
            isAfterLower = letter.isLower
        }
        if !word.isEmpty { list.append(word) }
        return list
    }

    /// The same by bytes, for most of what is read and most of the time is spent on; nil when the text has others.
    private static func ofASCII(_ text: String) -> [String]? {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
            var list: [String] = []
            var word: [UInt8] = []
            var isAfterLower = false
            for byte in bytes where byte != UInt8(ascii: "'") {
                let isUpper = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
                let isLower = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
                let isOfWord = isUpper || isLower || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                if !isOfWord || (isUpper && isAfterLower), !word.isEmpty {
                    list.append(String(decoding: word, as: UTF8.self))
                    word.removeAll(keepingCapacity: true)
                }
                if isOfWord { word.append(isUpper ? byte | 0x20 : byte) }
                isAfterLower = isLower
            }
            if !word.isEmpty { list.append(String(decoding: word, as: UTF8.self)) }
            return list
        }
    }

    init(list: some Sequence<String>) {
        self.list = Array(list)
        text = self.list.joined(separator: " ")
    }

    /// Whether the words of the phrase stand in these words, one after the other.
    ///
    /// - Parameter phrase: words with single spaces between them.
    /// - Returns: true when they do.
    public func contains(_ phrase: String) -> Bool {
        var text = text
        var phrase = phrase
        return text.withUTF8 { text in phrase.withUTF8 { Self.stands($0, in: text) } }
    }

    /// Whether the bytes stand in the text as whole words.
    private static func stands(_ phrase: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        let space = UInt8(ascii: " ")
        var start = 0
        while !phrase.isEmpty, text.count - start >= phrase.count {
            let end = start + phrase.count
            if end == text.count || text[end] == space, text[start..<end].elementsEqual(phrase) { return true }
            guard let next = text[start...].firstIndex(of: space) else { return false }
            start = next + 1
        }
        return false
    }

    /// Letters without their accents, in lower case, so that `résumé` is `resume`.
    static func fold(_ character: Character) -> String {
        if let ascii = character.asciiValue {
            return String(UnicodeScalar(character.isUpper ? ascii | 0x20 : ascii))
        }
        let lower = character.lowercased()
        return plain[lower] ?? lower
    }

    private static let plain: [String: String] = {
        let letters: [(String, String)] = [
            ("àáâãäåāăą", "a"), ("çćĉċč", "c"), ("ďđ", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"), ("ĥħ", "h"),
            ("ìíîïĩīĭįıi̇", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņňŉ", "n"), ("òóôõöøōŏő", "o"),
            ("ŕŗř", "r"), ("śŝşšș", "s"), ("ţťŧț", "t"), ("ùúûüũūŭůűų", "u"), ("ŵ", "w"), ("ýÿŷ", "y"), ("źżž", "z"),
            ("æ", "ae"), ("œ", "oe"), ("ß", "ss"),
            ("ạảấầẩẫậắằẳẵặ", "a"), ("ẹẻẽếềểễệ", "e"), ("ịỉ", "i"), ("ọỏốồổỗộớờởỡợơ", "o"), ("ụủứừửữựư", "u"),
            ("ỳỵỷỹ", "y"),
            ("ά", "α"), ("έ", "ε"), ("ή", "η"), ("ίϊΐ", "ι"), ("ό", "ο"), ("ύϋΰ", "υ"), ("ώ", "ω"), ("ς", "σ"),
        ]
        var plain: [String: String] = [:]
        for (accented, base) in letters { for letter in accented { plain[String(letter)] = base } }
        return plain
    }()
}

/// The standard library's answers, which look every character up in tables, and are asked of every text of a page.
extension Character {
    var isOfWord: Bool {
        guard let ascii = asciiValue else { return isLetter || isNumber }
        return isLower || isUpper || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(ascii)
    }

    var isUpper: Bool {
        asciiValue.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? isUppercase
    }

    var isLower: Bool {
        asciiValue.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ?? isLowercase
    }
}
