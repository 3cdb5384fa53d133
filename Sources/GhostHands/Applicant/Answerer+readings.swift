/// How a name is read, in kana: no fact of a profile, but one that applicants are asked for all over Japan.
extension Answerer {
    /// The reading of a name, where the applicant gave it: whole, or by its parts.
    ///
    /// - Parameter field: a field that asks for it.
    /// - Returns: nil where it asks for something else, or nobody said how the name is read.
    func reading(_ field: Field) -> Answer? {
        guard field.kind == .text, let part = NameReading(field.label, under: field.section) else { return nil }
        let given = applicant.answers.sorted { $0.key < $1.key }.compactMap { question, answer in
            NameReading(question, under: nil).map { (part: $0, text: answer.trimmed) }
        }
        let same = Set(given.filter { $0.part.part == part.part }.map(\.text))
        let text =
            same.count == 1 ? same.first : same.isEmpty ? part.taken(from: given.map { ($0.part.part, $0.text) }) : nil
        return text.map { Answer(.text(part.isHiragana ? $0.inHiragana : $0.inKatakana), from: .answers) }
    }
}

/// Which part of a name is to be written as it is read.
struct NameReading {
    enum Part { case whole, family, given }

    let part: Part
    let isHiragana: Bool

    /// - Parameters:
    ///   - label: what the field or the question says.
    ///   - heading: what stands over it.
    init?(_ label: String, under heading: String?) {
        let bare = label.filter { !$0.isWhitespace && !"()（）*＊：:".contains($0) }
        let whole = [heading ?? "", label].joined(separator: " ")
        let isNamed = Self.names.contains(where: whole.contains) || Words(whole).containsAny(Self.foreignNames)
        guard isNamed || ["セイ", "メイ", "せい", "めい"].contains(bare) else { return nil }
        isHiragana = !whole.contains(where: Self.isKatakana) && whole.contains { Self.isHiragana($0) && $0 != "の" }
        let kept = Self.wholes.reduce(label) { $0.replacing($1, with: "") }
        let words = Words(kept)
        let isFamily =
            ["セイ", "せい", "姓", "氏", "苗字", "みょうじ"].contains(where: kept.contains)
            || words.containsAny(["last", "last name", "family", "surname"])
        let isGiven =
            ["メイ", "めい", "名"].contains(where: kept.contains)
            || words.containsAny(["first", "first name", "given"])
        guard !(isFamily && isGiven) else {
            part = .whole
            return
        }
        part = isFamily ? .family : isGiven ? .given : .whole
    }

    /// A part of a whole name that has a space, or the whole of both its parts.
    func taken(from given: [(part: Part, text: String)]) -> String? {
        let pieces = { (part: Part) in Set(given.filter { $0.part == part }.map(\.text)) }
        if part == .whole {
            let (family, own) = (pieces(.family), pieces(.given))
            guard family.count == 1, own.count == 1 else { return nil }
            return [family, own].compactMap(\.first).joined(separator: " ")
        }
        guard let whole = pieces(.whole).first, pieces(.whole).count == 1 else { return nil }
        let names = whole.split(whereSeparator: \.isWhitespace).map(String.init)
        return names.count == 2 ? names[part == .family ? 0 : 1] : nil
    }

    private static let names = ["フリガナ", "ふりがな", "カナ", "かな", "カタカナ", "ヨミ", "よみ", "読み"]
    private static let foreignNames = ["furigana", "kana", "katakana", "hiragana"]
    private static let wholes = ["お名前", "氏名", "名前", "ふりがな", "フリガナ", "カタカナ"]
    fileprivate static func isKatakana(_ letter: Character) -> Bool { "ァ"..."ヺ" ~= letter }
    fileprivate static func isHiragana(_ letter: Character) -> Bool { "ぁ"..."ゖ" ~= letter }
}

extension String {
    /// The two scripts stand in the same order in Unicode, 96 apart.
    fileprivate var inKatakana: String { shifted(by: 96) { NameReading.isHiragana($0) } }
    fileprivate var inHiragana: String { shifted(by: -96) { NameReading.isKatakana($0) } }

    private func shifted(by distance: Int, where isMeant: (Character) -> Bool) -> String {
        String(
            map { letter in
                guard isMeant(letter), let scalar = letter.unicodeScalars.first,
                    let other = Unicode.Scalar(UInt32(Int(scalar.value) + distance))
                else { return letter }
                return Character(other)
            }
        )
    }
}
