/// Words that mean the same where a form lets one choose.
enum Synonyms {
    /// Whether two texts mean the same.
    static func areEqual(_ left: String, _ right: String) -> Bool {
        !groups(of: left).isDisjoint(with: groups(of: right))
    }

    /// Whether the first is a kind of the second: a bachelor of science is a bachelor, but no bachelor of arts.
    static func isKind(_ text: String, of wider: String) -> Bool {
        let bare = Words(text).list.filter { !["hons", "honours", "honors"].contains($0) }.joined(separator: " ")
        return kinds.contains { kind in
            !list(bare).isDisjoint(with: list(kind.kind)) && !list(wider).isDisjoint(with: list(kind.wider))
        }
    }

    /// The groups of plain words that a text belongs to, without the places.
    private static func list(_ text: String) -> Set<Int> {
        (groups[Words(text).text] ?? []).filter { $0 < plain.count }
    }

    /// Whether a text is the name or the code of a country or of a state that is known here.
    static func isPlace(_ text: String) -> Bool { groups(of: text).contains { $0 >= plain.count } }

    /// The number of the country that the words begin with.
    static func country(at words: [String]) -> Int? {
        let isWord = words.first.map { englishWords.contains($0) && $0 != "us" } ?? true
        let found = ((isWord ? 2 : 1)...6).reversed().lazy.compactMap { Countries.number(of: words.prefix($0)) }.first
        return found.map { groupCount + $0 }
    }

    /// The numbers of the groups of a plain text.
    static func list(of text: String) -> Set<Int> {
        let found = groups[text] ?? []
        // Countries are numbered behind all else.
        return Countries.number(of: Words(text).list).map { found.union([groupCount + $0]) } ?? found
    }

    /// Whether a number is a country's.
    static func isCountry(_ number: Int) -> Bool { number >= groupCount }

    /// Whether a plain text names a state of the United States.
    static func isState(_ text: String) -> Bool {
        (groups[text] ?? []).contains { plain.count..<(plain.count + states.count) ~= $0 }
    }

    /// A country's name.
    ///
    /// - Parameter code: two letters of ISO 3166, in lower case.
    /// - Returns: its name in lower case, or nil when it is none that is known here.
    static func countryName(_ code: String) -> String? { Countries.name(code) }

    private static let kinds: [(kind: String, wider: String)] =
        ["bs", "ba", "beng", "bba"].map { ($0, "bachelor") } + ["ms", "ma", "meng", "mba"].map { ($0, "master") }
        + [("phd", "doctorate")]

    /// A code that is also an English word is one only in capitals: "No" is not Norway, "in" not India.
    private static func groups(of text: String) -> Set<Int> {
        let words = Words(text)
        let found = groups[words.text] ?? []
        let isWord = text != text.uppercased() && englishWords.contains(text.lowercased())
        if isWord { return found.filter { $0 < plain.count } }
        // Countries are numbered behind all else.
        return Countries.number(of: words.list).map { found.union([groupCount + $0]) } ?? found
    }

    private static let englishWords: Set = [
        "no", "in", "is", "it", "me", "or", "hi", "ok", "my", "at", "be", "de", "la", "am", "as", "by", "do", "so",
        "to", "us", "id", "pm", "mr", "ms", "on", "se", "es", "ce", "ap", "act", "vic",
    ]

    private static let groupCount = plain.count + states.count + provinces.count

    /// The numbers of the groups that a text belongs to.
    private static let groups: [String: Set<Int>] = {
        var groups: [String: Set<Int>] = [:]
        for (index, line) in (plain + states + provinces).enumerated() {
            for text in line.pieces(between: "|") { groups[Words(text).text, default: []].insert(index) }
        }
        return groups
    }()

    /// All that are no places.
    private static let plain = lists + choices

    private static let lists = [
        "yes|y|true|i do|i am|i agree", "no|n|n0|false|i do not|i am not",
        "bachelor|bachelors|bachelors degree|undergraduate degree",
        "bs|bsc|b s|b sc|bachelor of science|bachelors of science", "ba|b a|bachelor of arts|bachelors of arts",
        "beng|b eng|bachelor of engineering", "bba|bachelor of business administration",
        "master|masters|masters degree", "ms|msc|m s|m sc|master of science|masters of science",
        "ma|m a|master of arts|masters of arts", "meng|m eng|master of engineering",
        "mba|master of business administration|masters of business administration",
        "phd|ph d|doctor of philosophy", "doctorate|doctoral degree|doctorate degree|doctoral",
        "associate|associates|associates degree", "high school|high school diploma|secondary school", "ged",
        "0|zero", "1|one", "2|two", "3|three", "4|four", "5|five", "6|six", "7|seven", "8|eight", "9|nine", "10|ten",
        "mme|madame", "mlle|mademoiselle", "monsieur|mr", "sra|senora", "sr|senor|senhor", "srta|senorita",
        "sig|signor", "sig ra|signora", "dhr|de heer|heer", "mevr|mevrouw",
        "1|01|january|jan|januar|janvier|enero|janeiro", "2|02|february|feb|februar|fevrier|febrero|fevereiro",
        "3|03|march|mar|marz|mars|marzo|maart", "4|04|april|apr|avril|abril", "5|05|may|mai|mayo|mei|maio",
        "6|06|june|jun|juni|juin|junio|junho", "7|07|july|jul|juli|juillet|julio|julho", "8|08|august|aug|aout|agosto",
        "9|09|september|sep|sept|septembre|septiembre|setembro", "10|october|oct|oktober|okt|octobre|octubre|outubro",
        "11|november|nov|novembre|noviembre", "12|december|dec|dezember|dez|decembre|diciembre|dezembro",
    ]

    /// Of Canada, Australia and Brazil.
    private static let provinces = [
        "ab|alberta", "bc|british columbia", "mb|manitoba", "nb|new brunswick", "nl|newfoundland and labrador",
        "ns|nova scotia", "on|ontario", "pe|prince edward island", "qc|quebec", "sk|saskatchewan", "yt|yukon",
        "nsw|new south wales", "vic|victoria", "qld|queensland", "sa|south australia", "tas|tasmania",
        "act|australian capital territory", "ac|acre", "al|alagoas", "ap|amapa", "am|amazonas", "ba|bahia", "ce|ceara",
        "df|distrito federal", "es|espirito santo", "go|goias", "ma|maranhao", "mt|mato grosso",
        "ms|mato grosso do sul", "mg|minas gerais", "pb|paraiba", "pr|parana", "pe|pernambuco", "pi|piaui",
        "rj|rio de janeiro", "rn|rio grande do norte", "rs|rio grande do sul", "ro|rondonia", "rr|roraima",
        "sc|santa catarina", "sp|sao paulo", "se|sergipe", "to|tocantins",
    ]

    private static let states = [
        "al|alabama", "ak|alaska", "az|arizona", "ar|arkansas", "ca|california", "co|colorado", "ct|connecticut",
        "de|delaware", "dc|district of columbia|washington dc", "fl|florida", "ga|georgia", "hi|hawaii", "id|idaho",
        "il|illinois", "in|indiana", "ia|iowa", "ks|kansas", "ky|kentucky", "la|louisiana", "me|maine", "md|maryland",
        "ma|massachusetts", "mi|michigan", "mn|minnesota", "ms|mississippi", "mo|missouri", "mt|montana",
        "ne|nebraska", "nv|nevada", "nh|new hampshire", "nj|new jersey", "nm|new mexico", "ny|new york",
        "nc|north carolina", "nd|north dakota", "oh|ohio", "ok|oklahoma", "or|oregon", "pa|pennsylvania",
        "ri|rhode island", "sc|south carolina", "sd|south dakota", "tn|tennessee", "tx|texas", "ut|utah",
        "vt|vermont", "va|virginia", "wa|washington", "wv|west virginia", "wi|wisconsin", "wy|wyoming",
    ]
}
