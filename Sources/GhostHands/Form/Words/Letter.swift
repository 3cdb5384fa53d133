/// What is asked of one letter of a text that is taken apart, told once.
///
/// The standard library tells it of what readers see as one character, which costs a look into its tables for each; the
/// letters of most texts stand alone, and the commonest of them are told in a table of our own.
struct Letter: Sendable, Equatable {
    /// Whether it is a letter or a digit.
    let isOfWord: Bool
    let isUpper: Bool
    let isLower: Bool
    /// In lower case without its accent.
    let folded: String

    init(_ character: Character) {
        isOfWord = character.isOfWord
        isUpper = character.isUpper
        isLower = character.isLower
        folded = isOfWord ? Words.fold(character) : ""
    }

    /// A letter that is written in one case only.
    private init(caseless scalar: Unicode.Scalar) {
        isOfWord = true
        isUpper = false
        isLower = false
        folded = String(scalar)
    }

    /// A letter that joins with none beside it.
    ///
    /// - Parameter scalar: any code point of a text.
    /// - Returns: nil where it may join with what stands beside it, so that only both together tell.
    static func alone(_ scalar: Unicode.Scalar) -> Letter? {
        let value = Int(scalar.value)
        if value < 0x80 { return common[value] }
        for (first, letters) in tables where first..<(first + letters.count) ~= value { return letters[value - first] }
        if caseless.contains(where: { $0.contains(scalar.value) }) { return Letter(caseless: scalar) }
        return standalone.contains { $0.contains(scalar.value) } ? Letter(Character(scalar)) : nil
    }

    private static let common = table(0..<0x80)
    /// Latin with accents, Greek, Cyrillic.
    private static let tables = [0x80..<0x180, 0x386..<0x3CF, 0x400..<0x460].map { range in
        (range.lowerBound, table(range))
    }

    private static func table(_ range: Range<Int>) -> [Letter] {
        range.map { Letter(Character(Unicode.Scalar(UInt32($0)) ?? " ")) }
    }

    /// Kana; the Chinese letters; Korean syllables; Hebrew and Arabic, whose points and marks are none of them.
    private static let caseless: [ClosedRange<UInt32>] = [
        0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x5D0...0x5EA, 0x621...0x63A, 0x641...0x64A,
    ]

    /// More of Latin and Cyrillic; Vietnamese; dashes and quotation marks; marks of kana; wide Latin.
    private static let standalone: [ClosedRange<UInt32>] = [
        0x180...0x2FF, 0x460...0x482, 0x48A...0x52F, 0x1E00...0x1EFF, 0x2010...0x2027, 0x3001...0x3029, 0x309B...0x30A0,
        0x30FB...0x30FF, 0xFF01...0xFF60,
    ]
}
