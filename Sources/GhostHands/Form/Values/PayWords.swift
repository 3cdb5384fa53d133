/// What labels say beside a word for pay: in which money, for which time, before or after tax, in which unit.
///
/// "Löneanspråk (SEK/månad)", 希望年収（万円）.
enum PayWords {
    /// Whether a text says nothing else.
    ///
    /// - Parameter text: what stands in brackets, or behind a box.
    static func areAll(of text: String) -> Bool {
        if text.count <= 8, unit(in: text) > 1 || !Currency([text]).codes.isEmpty, !text.contains(where: \.isASCII) {
            return true
        }
        let pieces = text.split { !$0.isLetter && !"€$£₹₽₴₺¥₩₱".contains($0) }.map(String.init)
        let names = pieces.map { Words($0).text }
        // "(year)" alone asks for one.
        let isMoney = zip(pieces, names).contains { piece, name in
            !Currency([piece]).codes.isEmpty || factors[name] != nil || taxes.contains(name)
        }
        return isMoney && names.count <= 8
            && zip(pieces, names).allSatisfy { piece, name in
                !Currency([piece]).codes.isEmpty || !PayPeriod.named(in: name).isEmpty || around.contains(name)
                    || factors[name] != nil || name.isEmpty
            }
    }

    /// Whether such a text names a time other than a year, or a unit: then the same words without it ask for another
    /// number.
    static func tellsTime(_ text: String) -> Bool {
        areAll(of: text) && (unit(in: text) > 1 || !PayPeriod.named(in: text).subtracting([.year]).isEmpty)
    }

    /// How many of the currency's units a box counts as one: 1000 for "k€", 10,000 for 万円.
    static func unit(in text: String) -> Double {
        if let joined = joined(in: text) { return joined }
        if ["k€", "k$", "k£", "T€", "1.000 ", "1,000 ", "1000 "].contains(where: text.contains) { return 1000 }
        return Words(text).list.compactMap { factors[$0] }.max() ?? 1
    }

    /// The same without the "k" that is written at a number, which ``Amount`` reads.
    static func scale(of text: String) -> Double {
        if let joined = joined(in: text) { return joined }
        return Words(text).list.compactMap { $0.hasPrefix("k") ? nil : factors[$0] }.max() ?? 1
    }

    /// Units of languages that write them together, the longest first.
    private static func joined(in text: String) -> Double? {
        let units: [(String, Double)] = [
            ("百万", 1_000_000), ("百萬", 1_000_000), ("백만", 1_000_000), ("千万", 10_000_000), ("천만", 10_000_000),
            ("億", 100_000_000),
            ("亿", 100_000_000), ("억", 100_000_000), ("万", 10_000), ("萬", 10_000), ("만원", 10_000), ("千円", 1000),
            ("千元", 1000),
            ("천원", 1000),
        ]
        return units.first { text.contains($0.0) }?.1
    }

    private static let taxes = Set(
        Words.phrases(
            """
            gross, net, brutto, netto, brut, brute, bruts, brutes, bruto, brutos, bruta, brutas, neto, netos, nets, nette, liquido, \
            liquida, lordo, lorda, lordi, netta, hrubeho, hruba, hruby, cisteho, hrubá, bruttó, nettó, brüt, до вычета налогов, на руки, \
            μικτά, καθαρά, ברוטו, נטו
            """
        )
    )

    /// Whether a text speaks of what is left after tax.
    static func isNet(_ text: Words) -> Bool {
        text.list.contains(where: net.contains) || text.contains("на руки") || text.contains("на руку")
    }

    private static let net: Set<String> = [
        "net", "netto", "neto", "netos", "nets", "nette", "netta", "liquido", "liquida", "cisteho", "cista", "καθαρα",
    ]

    /// Before or after tax, and what joins such words.
    static let around = taxes.union(
        Words.phrases(
            """
            per, a, p, m, pa, pm, pr, i, en, por, par, pro, al, la, le, the, in, as, na, za, w, v, je, im, pe, om, bonus, ctc, \
            base, fixed, approx, annual, total, excluding, excl, incl
            """
        )
    )

    private static let factors: [String: Double] = [
        "k": 1000, "ke": 1000, "thousand": 1000, "thousands": 1000, "tsd": 1000, "tausend": 1000, "teur": 1000,
        "tusd": 1000,
        "milliers": 1000, "tis": 1000, "tys": 1000, "тыс": 1000, "тис": 1000, "lakh": 100_000, "lakhs": 100_000,
        "lacs": 100_000, "lac": 100_000, "lpa": 100_000, "mio": 1_000_000, "million": 1_000_000, "millions": 1_000_000,
        "crore": 10_000_000, "crores": 10_000_000, "milhares": 1000, "miles": 1000, "migliaia": 1000, "duizenden": 1000,
        "millionen": 1_000_000, "milhoes": 1_000_000, "millones": 1_000_000, "milioni": 1_000_000, "тысяч": 1000,
        "тысячах": 1000,
        "тисяч": 1000, "тисячах": 1000, "tysiacach": 1000, "tisicich": 1000, "bin": 1000,
    ]
}
