/// Yes and no, as people and forms say them.
enum YesNo {
    /// What an answer says; nil where it says neither.
    static func said(by text: String) -> Bool? {
        let list = Words(text).list
        guard let first = list.first, list.prefix(2) != ["n", "a"] else { return nil }
        if list.count == 1, let isThere = there[first] { return isThere }
        return yes.contains(first) ? true : no.contains(first) ? false : nil
    }

    /// Whether something is there; in a longer text the words mean other things as well.
    private static let there: [String: Bool] = [
        "var": true, "yok": false, "есть": true, "имеется": true, "отсутствует": false, "є": true, "немає": false,
        "あり": true, "有": true, "有り": true, "ある": true, "ない": false, "あります": true, "ありません": false, "なし": false,
        "無": false, "無し": false, "无": false, "没有": false,
        "있음": true, "없음": false, "있습니다": true, "없습니다": false, "있다": true, "없다": false,
    ]

    /// Whether options are a yes, a no, and at most something beside them.
    static func areOffered(by options: [FieldOption]) -> Bool {
        let offered = [true, false].count { choice($0, in: options) != nil }
        let real = options.filter { !$0.isPlaceholder }
        return offered == 2 || offered == 1 && (real.count <= 3 || real.allSatisfy { said(by: $0.label) != nil })
    }

    /// The one option that says so.
    ///
    /// - Parameter answer: what is to be said.
    /// - Returns: its place; nil where none does, or several do and none of them plainly.
    static func choice(_ answer: Bool, in options: [FieldOption]) -> Int? {
        let real = options.indices.filter { !options[$0].isPlaceholder }
        let saying = real.filter { said(by: options[$0].label) == answer }
        if saying.count == 1 { return saying[0] }
        if saying.count > 1 {
            let plain = saying.filter { Words(options[$0].label).list.count == 1 }
            return plain.count == 1 ? plain[0] : nil
        }
        return statement(answer, options, real)
    }

    /// "I am authorized to work" and "I am not authorized to work".
    private static func statement(_ answer: Bool, _ options: [FieldOption], _ real: [Int]) -> Int? {
        guard real.count == 2, real.allSatisfy({ said(by: options[$0].label) == nil }) else { return nil }
        let texts = real.map { Words(options[$0].label) }
        for (place, text) in texts.enumerated() where opposites[text.text] == texts[1 - place].text {
            return real[answer ? place : 1 - place]
        }
        let common = Set(texts[0].list).intersection(texts[1].list).subtracting(QuestionReading.light)
        let affirmed = texts.map { $0.list.filter { !Words.denying.contains($0) } }
        guard !common.isEmpty || affirmed[0] == affirmed[1], texts[0].isNegated != texts[1].isNegated else {
            return nil
        }
        return texts[0].isNegated == answer ? real[1] : real[0]
    }

    /// Pairs of choices of which the second is the first's no.
    private static let opposites = [
        "agree": "disagree", "i agree": "i disagree", "accept": "reject", "i accept": "i reject", "opt in": "opt out",
        "correct": "incorrect", "consent": "decline", "i consent": "i decline", "allow": "do not allow",
        "i opt in": "i opt out",
        "必要": "不要", "需要": "不需要", "可以": "不可以", "可": "不可", "愿意": "不愿意", "願意": "不願意", "能": "不能",
        "接受": "不接受", "同意": "不同意", "가능": "불가능", "필요": "불필요", "동의": "미동의", "동의함": "동의하지 않음",
        "해당": "해당 없음", "希望する": "希望しない", "必要です": "不要です", "可能": "不可能", "同意する": "同意しない",
    ]

    private static let yes: Set<String> = [
        "yes", "y", "true", "ja", "oui", "si", "sim", "tak", "ano", "evet", "igen", "da", "да", "так", "はい", "是", "예",
        "네",
        "kylla", "yeah", "نعم", "כן", "ναι", "có",
    ]
    private static let no: Set<String> = [
        "no", "n", "false", "nein", "non", "nee", "nej", "nei", "nao", "nie", "ne", "hayir", "nem", "нет", "ні", "いいえ",
        "否", "아니오", "아니요", "ei", "لا", "לא", "όχι", "οχι", "không",
    ]
}
