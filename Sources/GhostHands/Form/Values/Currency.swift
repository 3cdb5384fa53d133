/// The currencies that a text about money names; nothing is ever converted.
struct Currency: Sendable {
    /// Their codes.
    let codes: Set<String>

    init(_ texts: [String]) {
        var found: Set<String> = []
        for text in texts {
            let words = Words(text)
            for (code, names, marks) in Self.all
            where words.containsAny(names) || marks.contains(where: text.contains) {
                found.insert(code)
            }
            if found.isDisjoint(with: Self.dollars), text.contains("$") { found.insert("usd") }
        }
        codes = found
    }

    /// Whether an amount in one of these may stand where a form names others.
    func fits(_ form: Currency) -> Bool { form.codes.isEmpty || !codes.isDisjoint(with: form.codes) }

    private static let dollars: Set<String> = ["usd", "cad", "aud", "sgd", "hkd", "nzd"]
    private static let all: [(String, [String], [String])] = [
        ("usd", ["usd", "us dollars", "us dollar", "u s dollars", "american dollars"], ["US$"]),
        ("eur", ["eur", "euro", "euros"], ["€"]), ("gbp", ["gbp", "pounds", "sterling", "pound"], ["£"]),
        ("cad", ["cad", "canadian dollars"], ["C$", "CA$"]), ("aud", ["aud", "australian dollars"], ["A$", "AU$"]),
        ("inr", ["inr", "lpa", "ctc", "lakh", "lakhs", "lacs", "rupees"], ["₹"]), ("chf", ["chf", "franken"], []),
        ("pln", ["pln", "zl", "zloty"], ["zł"]), ("sek", ["sek", "kronor"], []), ("nok", ["nok", "kroner"], []),
        ("dkk", ["dkk"], []), ("jpy", ["jpy", "yen"], ["¥", "円"]), ("brl", ["brl", "reais"], ["R$"]),
        ("sgd", ["sgd"], ["S$"]), ("hkd", ["hkd"], ["HK$"]), ("nzd", ["nzd"], ["NZ$"]), ("zar", ["zar"], []),
        ("aed", ["aed", "dirham"], []), ("krw", ["krw", "won"], ["₩", "만원"]), ("czk", ["czk"], ["Kč"]),
        ("php", ["php", "pesos"], ["₱"]), ("uah", ["uah"], ["₴"]), ("ils", ["ils", "nis"], ["₪"]),
    ]
}
