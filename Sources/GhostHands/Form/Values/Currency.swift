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
            // Every other by its code, as forms write it: in capitals.
            for piece in text.split(whereSeparator: { !$0.isLetter }) where Self.codes.contains(String(piece)) {
                found.insert(piece.lowercased())
            }
            // "R$" is no dollar.
            if found.isDisjoint(with: Self.dollars),
                Self.signs.reduce(text, { $0.replacing($1, with: "") }).contains("$")
            {
                found.insert("usd")
            }
        }
        // Words of one country's pay, where no other money is named.
        if found.isEmpty, texts.contains(where: { Words($0).containsAny(["lpa", "ctc", "lakh", "lakhs", "lacs"]) }) {
            found.insert("inr")
        }
        codes = found
    }

    /// Whether an amount in one of these may stand where a form names others.
    func fits(_ form: Currency) -> Bool { form.codes.isEmpty || !codes.isDisjoint(with: form.codes) }

    /// The money of the country where somebody lives, by which an amount without a currency is read.
    ///
    /// - Parameter country: its name; nil where it is not known.
    /// - Returns: its currency, or none.
    static func ofCountry(_ country: String?) -> Currency {
        let place = country.flatMap { Synonyms.country(at: Words($0).list) }
        let own = place.flatMap { place in
            homes.first { $0.1.contains { Synonyms.country(at: Words($0).list) == place } }?.0
        }
        return Currency(own.map { [$0] } ?? [])
    }

    private static let homes: [(String, [String])] = [
        (
            "eur",
            [
                "germany", "france", "spain", "italy", "netherlands", "austria", "ireland", "portugal", "belgium",
                "finland",
                "greece", "luxembourg", "slovakia", "slovenia", "estonia", "latvia", "lithuania", "croatia", "cyprus",
                "malta",
            ]
        ),
        ("usd", ["united states"]), ("gbp", ["united kingdom"]), ("cad", ["canada"]), ("aud", ["australia"]),
        ("inr", ["india"]), ("chf", ["switzerland"]), ("pln", ["poland"]), ("sek", ["sweden"]), ("nok", ["norway"]),
        ("dkk", ["denmark"]), ("jpy", ["japan"]), ("brl", ["brazil"]), ("sgd", ["singapore"]), ("nzd", ["new zealand"]),
        ("czk", ["czechia"]), ("krw", ["south korea"]), ("uah", ["ukraine"]), ("rub", ["russia"]), ("try", ["turkey"]),
        ("cny", ["china"]), ("mxn", ["mexico"]),
        ("huf", ["hungary"]), ("ron", ["romania"]), ("zar", ["south africa"]), ("aed", ["united arab emirates"]),
        ("ils", ["israel"]),
    ]
    /// ISO 4217, without those that are English words and those that are known by more than their code.
    private static let codes = Set(
        """
        AFN AMD ANG AOA ARS AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BSD BTN BWP BYN BZD CDF CLP CNY COP CRC CVE DJF DOP DZD
        EGP ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HNL HTG HUF IDR IQD IRR ISK JMD JOD KES KGS KHR KMF KPW KWD KYD KZT LAK
        LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NPR OMR PAB PEN PGK PKR PYG QAR RMB
        RON RSD RUB RWF SAR SBD SCR SDG SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TTD TWD TZS UGX UYU UZS VES VND VUV
        WST XAF XCD XOF XPF YER ZMW ZWL
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )
    /// Signs of other currencies that have that of the dollar in them.
    private static let signs = all.flatMap(\.2).filter { $0.contains("$") }
    private static let dollars: Set<String> = ["usd", "cad", "aud", "sgd", "hkd", "nzd"]
    private static let all: [(String, [String], [String])] = [
        ("usd", ["usd", "us dollars", "us dollar", "u s dollars", "american dollars"], ["US$"]),
        ("eur", ["eur", "euro", "euros"], ["€"]), ("gbp", ["gbp", "pounds", "sterling", "pound"], ["£"]),
        ("cad", ["cad", "canadian dollars"], ["C$", "CA$"]), ("aud", ["aud", "australian dollars"], ["A$", "AU$"]),
        ("inr", ["inr", "rupees"], ["₹"]), ("chf", ["chf", "franken"], []),
        ("pln", ["pln", "zl", "zloty"], ["zł"]), ("sek", ["sek", "kronor"], []), ("nok", ["nok", "kroner"], []),
        ("dkk", ["dkk"], []), ("jpy", ["jpy", "yen"], ["¥", "円"]), ("brl", ["brl", "reais"], ["R$"]),
        ("sgd", ["sgd"], ["S$"]), ("hkd", ["hkd"], ["HK$"]), ("nzd", ["nzd"], ["NZ$"]), ("zar", ["zar"], []),
        ("aed", ["aed", "dirham", "درهم"], []), ("krw", ["krw", "won"], ["₩", "만원"]), ("czk", ["czk"], ["Kč"]),
        ("huf", ["huf", "ft", "forint"], []), ("ron", ["ron", "lei"], []), ("sar", ["sar", "ريال"], []),
        ("mxn", ["mxn"], []),
        ("php", ["php", "pesos"], ["₱"]), ("uah", ["uah", "грн"], ["₴"]), ("rub", ["rub", "руб", "рублей"], ["₽"]),
        ("try", ["try", "tl"], ["₺"]), ("cny", ["cny", "rmb"], ["元"]), ("ils", ["ils", "nis"], ["₪"]),
    ]
}
