/// The numbers that an option such as `5-10`, `10+`, `under 1` or `more than 50` stands for.
struct NumberRange {
    private let low: Double
    private let high: Double

    init?(_ label: String) {
        // "15-20 LPA" counts hundreds of thousands.
        let unit = PayWords.scale(of: label)
        let numbers = Amount.all(in: label).map { $0 * unit }
        let words = Words(label)
        let saysMore = ["more", "over", "above"].contains(where: words.contains)
        let saysLess = ["less", "under", "below", "fewer"].contains(where: words.contains)
        let isOpenAbove =
            label.contains("+") || ["plus", "least"].contains(where: words.contains)
            || (words.isNegated ? saysLess : saysMore)
        let isOpenBelow =
            ["up to", "most"].contains(where: words.contains) || (words.isNegated ? saysMore : saysLess)
        // "7 or more" begins with 7, "more than 7" does not.
        let holdsBound = words.containsAny(Self.inclusive)
        switch numbers.count {
        case 2 where numbers[0] < numbers[1]: (low, high) = (numbers[0], numbers[1])
        case 1 where isOpenAbove:
            low = saysMore && !holdsBound ? numbers[0].nextUp : numbers[0]
            high = .infinity
        case 1 where isOpenBelow:
            low = -.infinity
            high = saysLess && !holdsBound ? numbers[0].nextDown : numbers[0]
        default: return nil
        }
    }

    private static let inclusive = ["or", "and"].flatMap { joint in
        ["more", "above", "over", "up", "less", "below", "under", "fewer"].map { "\(joint) \($0)" }
    }

    func contains(_ number: Double) -> Bool { low <= number && number <= high }
}
