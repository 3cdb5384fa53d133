/// A number as people write it: `$150,000`, `1.500,50 €`, `4.5`, `12 months`.
public struct Amount: Sendable, Hashable {
    /// The number.
    public let value: Double

    /// Reads one number with at most a unit beside it; nil when the text holds none or several.
    public init?(_ text: String) {
        let numbers = Amount.all(in: text)
        guard numbers.count == 1 else { return nil }
        value = numbers[0]
    }

    /// Whether a text is one number, with at most a currency or the time that it is for beside it.
    ///
    /// - Parameter text: for example `60,000 EUR per year`; a number of an address is none.
    public static func isWhole(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        return Amount(text) != nil && words.allSatisfy(units.contains)
    }

    /// Whether two texts say the same number.
    ///
    /// - Returns: false where either has none, or several.
    public static func isSame(_ left: String, _ right: String) -> Bool {
        guard isWhole(left), let left = Amount(left) else { return false }
        return left == Amount(right)
    }

    /// ISO 4217 and everyday names of currencies, and what a salary is paid for.
    private static let units: Set<String> = [
        "eur", "euro", "euros", "usd", "us", "dollar", "dollars", "gbp", "pound", "pounds", "chf", "pln", "sek", "nok",
        "dkk",
        "czk", "huf", "ron", "try", "inr", "rs", "jpy", "yen", "cny", "aud", "cad", "nzd", "brl", "r", "kr", "zł", "k",
        "gross",
        "brutto", "brut", "a", "per", "pro", "par", "p", "year", "yr", "annum", "annually", "yearly", "jahr", "an",
        "month",
        "monthly", "monat", "mois", "hour", "hr", "h", "krw", "mxn", "aed", "uah", "rub", "sar", "zar", "sgd", "hkd",
        "ils",
        "lpa", "lakh", "lakhs", "lac", "lacs", "crore", "crores", "php", "idr", "vnd", "thb", "myr", "rmb", "kč", "tl",
        "ft", "net", "netto",
    ]

    /// The number as number controls take it: no separators, no needless decimals.
    public var text: String { Amount.text(value) }

    static func text(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
    }

    /// Every number of a text, in its order.
    ///
    /// - Parameter text: for example `$30,001 - $60,000`.
    /// - Returns: for example 30001 and 60000; `150k` is 150000.
    public static func all(in text: String) -> [Double] {
        var numbers: [Double] = []
        var digits = ""
        let characters = Array(text) + [" "]
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            let isSeparator = (character == "," || character == ".") && !digits.isEmpty && next.isASCIIDigit
            let isSign = character == "-" && digits.isEmpty && next.isASCIIDigit && !isJoined(characters, index)
            if character.isASCIIDigit || isSeparator || isSign {
                digits.append(character)
                continue
            }
            guard let number = read(digits) else { continue }
            let isThousands = (character == "k" || character == "K") && !next.isLetter
            numbers.append(isThousands ? number * 1000 : number)
            digits = ""
        }
        return numbers
    }

    /// Whether the minus is a dash between two numbers or words.
    private static func isJoined(_ characters: [Character], _ index: Int) -> Bool {
        let before = characters[..<index].last { !$0.isWhitespace }
        return before.map { $0.isASCIIDigit || $0.isLetter || $0 == "+" } ?? false
    }

    private static func read(_ digits: String) -> Double? {
        guard digits.contains(where: \.isASCIIDigit) else { return nil }
        let separators = digits.filter { $0 == "," || $0 == "." }
        guard let last = separators.last, let at = digits.lastIndex(of: last) else { return Double(digits) }
        let decimals = digits.distance(from: at, to: digits.endIndex) - 1
        // `1.500` and `1,500` are thousands; `1.5`, `1,50` and the last of two kinds are decimals.
        let isMixed = Set(separators).count == 2
        let isDecimal = isMixed || (separators.count == 1 && (decimals != 3 || (last == "." && digits.hasPrefix("0"))))
        let whole = digits[..<at].filter { $0.isASCIIDigit || $0 == "-" }
        let rest = digits[at...].dropFirst()
        return Double(isDecimal ? "\(whole).\(rest)" : "\(whole)\(rest)")
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
