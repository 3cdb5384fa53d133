/// Finds the option that says what is wanted, or none: a near miss is a wrong answer.
public enum OptionMatcher {
    /// Finds an option.
    ///
    /// In this order: the same text or value; the same words; a synonym; a range that holds the wanted number; the only
    /// option whose words hold all the wanted words, or whose words are all among them.
    ///
    /// - Parameters:
    ///   - wanted: the answer in words.
    ///   - options: the choices in their order.
    /// - Returns: the index of the one option that fits, or nil.
    public static func match(_ wanted: String, in options: [FieldOption]) -> Int? {
        let real = options.indices.filter { !options[$0].isPlaceholder }
        let words = Words(wanted)
        guard !words.list.isEmpty else { return real.first { options[$0].label == wanted } }
        let tests: [(FieldOption) -> Bool] = [
            { $0.label == wanted }, { $0.value == wanted }, { Words($0.label) == words }, { Words($0.value) == words },
        ]
        for test in tests {
            if let found = real.first(where: { test(options[$0]) }) { return found }
        }
        let alike = real.filter {
            Synonyms.areEqual(options[$0].label, wanted) || Synonyms.areEqual(options[$0].value, wanted)
        }
        // `CA` is Canada and California: where both are offered, nobody knows which is meant.
        if let first = alike.first { return Set(alike.map { Words(options[$0].label) }).count == 1 ? first : nil }
        return range(wanted, options, real) ?? part(words, options, real)
    }

    /// Finds the option by which a form lets a person not answer (R25).
    ///
    /// - Parameter options: the choices in their order.
    /// - Returns: its index, or nil when the form has none.
    public static func decline(in options: [FieldOption]) -> Int? {
        options.firstIndex { option in
            let words = Words(option.label)
            return declining.contains(where: words.contains)
        }
    }

    private static let declining = [
        "prefer not to", "decline to", "do not wish to", "dont wish to", "choose not to", "rather not say",
        "do not want to answer", "dont want to answer", "not to disclose", "not declared",
    ]

    /// The only option whose bounds hold the number.
    private static func range(_ wanted: String, _ options: [FieldOption], _ real: [Int]) -> Int? {
        guard let number = Amount(wanted)?.value else { return nil }
        let holding = real.filter { NumberRange(options[$0].label)?.contains(number) ?? false }
        return holding.count == 1 ? holding[0] : nil
    }

    private static func part(_ words: Words, _ options: [FieldOption], _ real: [Int]) -> Int? {
        let wanted = Set(words.list).subtracting(filler)
        guard !wanted.isEmpty, !wanted.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return nil }
        let holding = real.filter { wanted.isSubset(of: Words(options[$0].label).list) && agree(words, options[$0]) }
        if holding.count == 1 { return holding[0] }
        guard holding.isEmpty else { return nil }
        let held = real.filter {
            let option = Set(Words(options[$0].label).list).subtracting(filler)
            return !option.isEmpty && option.isSubset(of: wanted) && agree(words, options[$0])
                && !option.allSatisfy { $0.allSatisfy(\.isNumber) }
        }
        return held.count == 1 ? held[0] : nil
    }

    /// Whether both deny or neither does: "a veteran" is not "not a veteran".
    private static func agree(_ words: Words, _ option: FieldOption) -> Bool {
        words.isNegated == Words(option.label).isNegated
    }

    private static let filler: Set<String> = ["a", "an", "the", "of", "and", "or", "in", "to", "i", "am", "my", "is"]
}

extension Words {
    /// Whether the words deny something.
    var isNegated: Bool {
        let marks: Set = ["not", "no", "non", "never", "none", "dont", "cannot", "isnt", "arent", "without", "neither"]
        return !marks.isDisjoint(with: list)
    }
}

/// The numbers that an option such as `5-10`, `10+`, `under 1` or `more than 50` stands for.
struct NumberRange {
    private let low: Double
    private let high: Double

    init?(_ label: String) {
        let numbers = Amount.all(in: label)
        let words = Words(label)
        let saysMore = ["more", "over", "above"].contains(where: words.contains)
        let saysLess = ["less", "under", "below", "fewer"].contains(where: words.contains)
        let isOpenAbove =
            label.contains("+") || ["plus", "least"].contains(where: words.contains)
            || (words.isNegated ? saysLess : saysMore)
        let isOpenBelow =
            ["up to", "most"].contains(where: words.contains) || (words.isNegated ? saysMore : saysLess)
        switch numbers.count {
        case 2 where numbers[0] < numbers[1]: (low, high) = (numbers[0], numbers[1])
        case 1 where isOpenAbove:
            low = saysMore ? numbers[0].nextUp : numbers[0]
            high = .infinity
        case 1 where isOpenBelow:
            low = -.infinity
            high = saysLess ? numbers[0].nextDown : numbers[0]
        default: return nil
        }
    }

    func contains(_ number: Double) -> Bool { low <= number && number <= high }
}
