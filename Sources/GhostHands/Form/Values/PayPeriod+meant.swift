extension PayPeriod {
    /// The time that an amount is for: the one that it names, else the only one for which people are paid so much or so
    /// little.
    ///
    /// - Parameters:
    ///   - given: for example `R$ 7.500` or `45,000 EUR per year`.
    ///   - own: its currency, which it need not name.
    /// - Returns: a year where nothing tells; nil where it names several.
    static func meant(by given: String, in own: Currency) -> PayPeriod? {
        let named = named(in: given)
        if !named.isEmpty { return named.count == 1 ? named.first : nil }
        let numbers = Amount.all(in: given).map { $0 * PayWords.scale(of: given) }
        guard own.codes.count == 1, let code = own.codes.first, !numbers.isEmpty else { return .year }
        func areAll(in range: Range<Double>?) -> Bool { range.map { numbers.allSatisfy($0.contains) } ?? false }
        if areAll(in: byMonth[code]) { return .month }
        return areAll(in: byHour[code]) ? .hour : .year
    }

    /// What may be a month's pay and is less than anybody gets for a year, by the legal minimum or the least that is paid.
    private static let byMonth: [String: Range<Double>] = [
        "eur": 500..<7_000, "gbp": 800..<6_000, "chf": 2_000..<15_000, "sek": 12_000..<120_000,
        "nok": 15_000..<120_000, "dkk": 12_000..<120_000, "pln": 2_000..<25_000, "czk": 10_000..<150_000,
        "huf": 100_000..<2_000_000, "ron": 1_500..<30_000, "uah": 5_000..<90_000, "rub": 15_000..<200_000,
        "try": 15_000..<200_000, "brl": 800..<15_000, "mxn": 5_000..<90_000, "inr": 5_000..<100_000,
        "jpy": 100_000..<1_000_000, "krw": 1_000_000..<10_000_000, "cny": 2_000..<20_000, "zar": 3_000..<45_000,
        "aed": 1_500..<25_000, "sar": 2_000..<25_000, "ils": 4_000..<50_000, "sgd": 800..<12_000,
        "hkd": 5_000..<60_000, "php": 8_000..<100_000,
    ]

    private static let byHour: [String: Range<Double>] = [
        "usd": 5..<300, "eur": 5..<300, "gbp": 5..<300, "cad": 10..<300, "aud": 10..<300, "nzd": 10..<300,
        "chf": 15..<300,
    ]
}
