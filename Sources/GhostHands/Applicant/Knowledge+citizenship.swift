/// What the profile calls its owner a citizen, or a permanent resident, of, in whatever language.
extension Knowledge {
    /// The country; nil where the profile calls its owner nothing of the kind, or names several.
    var citizenship: Int? {
        guard let text = profile.fact(.workAuthorization) else { return nil }
        let words = Words(text)
        guard !words.isNegated, Self.isHeld(words) || Self.people(words) != nil && words.list.count == 1 else {
            return nil
        }
        if words.contains("green card") { return Synonyms.country(code: "us") }
        if words.contains("niederlassungserlaubnis") { return Synonyms.country(code: "de") }
        let short = Self.short.first { words.contains($0.key) && words.mentions($0.value.beside) }
        if let short { return Synonyms.country(code: short.value.code) }
        let found = words.list.indices.compactMap { Synonyms.country(at: Array(words.list[$0...])) }
        if Set(found).count == 1 { return found.first }
        return found.isEmpty ? Self.people(words).flatMap(Synonyms.country(code:)) : nil
    }

    /// Whether the profile calls its owner a citizen, and not only a resident.
    var isCalledCitizen: Bool {
        let words = Words(profile.fact(.workAuthorization) ?? "")
        return words.mentions(Self.citizens) || words.list.count == 1 && Self.people(words) != nil
    }

    /// Whether words name no other country, nor its people, than the one that the profile calls its owner a citizen of.
    func isOfOwnCountry(_ words: Words) -> Bool {
        let names = words.list.filter { $0.count >= 4 || ["us", "usa", "uk"].contains($0) }
        let named =
            names.compactMap { Synonyms.country(at: [$0]) }
            + names.compactMap { name in
                Self.people(Words(list: [name])).flatMap(Synonyms.country(code:))
            }
        return named.allSatisfy { $0 == citizenship }
    }

    private static func isHeld(_ words: Words) -> Bool {
        words.mentions(citizens) || words.mentions(residents)
    }

    private static let citizens = Mentions(
        words: Words.phrases(
            """
            citizen, citizenship, national, staatsbürger, staatsbürgerin, staatsbürgerschaft, staatsangehörigkeit, \
            staatsangehöriger, staatsangehörige, citoyen, citoyenne, nationalité, citoyenneté, ciudadano, ciudadana, ciudadanía, \
            nacionalidad, cidadão, cidadã, cidadania, nacionalidade, cittadino, cittadina, cittadinanza, nazionalità, \
            staatsburgerschap, nationaliteit, staatsburger, medborgare, medborgarskap, statsborger, statsborgerskab, \
            statsborgerskap, kansalainen, kansalaisuus, obywatel, obywatelka, obywatelstwo, občan, občanka, občanství, \
            občianstvo, vatandaşı, vatandaş, vatandaşlığı, uyruğu, гражданин, гражданка, гражданство, громадянин, громадянка, \
            громадянство, állampolgár, állampolgárság, cetățean, cetățenie, πολίτης, υπηκοότητα, ιθαγένεια, אזרח, אזרחות, \
            مواطن, مواطنة, الجنسية, warga negara, državljanin, državljanka, državljanstvo
            """
        ),
        roots: ["公民", "国籍", "國籍", "国民", "國民", "국적", "국민", "시민권"]
    )

    private static let residents = Mentions(
        words: Words.phrases(
            """
            permanent resident, green card, niederlassungserlaubnis, permanent residency
            """
        )
    )

    /// How some call their country for short, beside words of its own language.
    private static let short: [String: (code: String, beside: Mentions)] = [
        "cr": ("cz", Mentions(words: ["obcan", "obcanka", "obcanstvi"])),
        "t c": ("tr", Mentions(words: ["vatandasi", "vatandas", "vatandasligi"])),
        "rf": ("ru", Mentions(words: ["гражданин", "гражданка", "гражданство"])),
        "рф": ("ru", Mentions(words: ["гражданин", "гражданка", "гражданство"])),
    ]

    /// The code of the country whose people a word names: "norsk", "mexicana".
    private static func people(_ words: Words) -> String? {
        let found = words.list.flatMap { word in
            peoples.filter { $0.names.contains { $0 == word || $0.count >= 5 && FrameWords.areOne($0, word) } }.map(
                \.code
            )
        }
        return Set(found).count == 1 ? found.first : nil
    }

    private static let peoples: [(code: String, names: [String])] = [
        ("no", "norwegian, norsk, norske, norweska"), ("se", "swedish, svensk, svenska, schwedisch, schwedische"),
        ("dk", "danish, dansk, danske, danisch"), ("fi", "finnish, suomalainen, finsk, finnisch"),
        (
            "de",
            "german, deutsch, deutsche, deutscher, deutschen, allemand, allemande, aleman, alemana, tedesco, tedesca"
        ),
        ("at", "austrian, österreichisch, österreichische, österreicher"),
        ("ch", "swiss, schweizer, schweizerisch, suisse"),
        ("fr", "french, français, française, französisch"), ("es", "spanish, español, española, spanisch"),
        ("it", "italian, italiano, italiana, italienisch"), ("pt", "portuguese, português, portuguesa"),
        ("nl", "dutch, nederlandse, nederlands, nederlander"), ("be", "belgian, belge, belgische, belg"),
        ("pl", "polish, polskie, polska, polak, polka"), ("cz", "czech, české, česká, český"),
        ("sk", "slovak, slovenské, slovenská, slovenský"), ("hu", "hungarian, magyar"),
        ("ro", "romanian, român, română"),
        ("gr", "greek, ελληνική, ελληνίδα, έλληνας"), ("tr", "turkish, türk, türkiye"),
        ("ru", "russian, российское, российский, русский"), ("ua", "ukrainian, українське, український"),
        ("ie", "irish"), ("gb", "british, uk"), ("us", "american, us, usa"), ("ca", "canadian, canadien, canadienne"),
        ("au", "australian"), ("in", "indian"), ("br", "brazilian, brasileiro, brasileira"),
        ("mx", "mexican, mexicano, mexicana"), ("ar", "argentine, argentino, argentina"),
        ("co", "colombiano, colombiana"),
        ("cl", "chileno, chilena"), ("pe", "peruano, peruana"), ("jp", "japanese, 日本国籍, 日本国民"),
        ("cn", "chinese, 中国公民, 中国国籍"), ("kr", "korean, 한국, 대한민국"), ("il", "israeli, ישראלי, ישראלית"),
    ].map { ($0.0, Words.phrases($0.1)) }
}
