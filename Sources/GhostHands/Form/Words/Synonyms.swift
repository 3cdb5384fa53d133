/// Words that mean the same where a form lets one choose.
enum Synonyms {
    /// Whether two texts mean the same.
    static func areEqual(_ left: String, _ right: String) -> Bool {
        !groups(of: left).isDisjoint(with: groups(of: right))
    }

    /// Whether the first is a kind of the second: a bachelor of science is a bachelor, but no bachelor of arts.
    static func isKind(_ text: String, of wider: String) -> Bool {
        kinds.contains { !list(text).isDisjoint(with: list($0.kind)) && !list(wider).isDisjoint(with: list($0.wider)) }
    }

    /// The groups of plain words that a text belongs to, without the places.
    private static func list(_ text: String) -> Set<Int> {
        (groups[Words(text).text] ?? []).filter { $0 < lists.count }
    }

    /// Whether a text is the name or the code of a country or of a state that is known here.
    static func isPlace(_ text: String) -> Bool { groups(of: text).contains { $0 >= lists.count } }

    /// The number of the country that the words begin with.
    static func country(at words: [String]) -> Int? {
        let countries = lists.count..<(lists.count + countries.count)
        let found = (1...5).reversed().lazy.compactMap { count in
            groups[words.prefix(count).joined(separator: " ")]?.first(where: countries.contains)
        }
        return found.first
    }

    /// A country's name.
    ///
    /// - Parameter code: two letters of ISO 3166, in lower case.
    /// - Returns: its name in lower case, or nil when it is none that is known here.
    static func countryName(_ code: String) -> String? {
        let line = countries.first { $0.hasPrefix(code + "|") }
        return line?.split(separator: "|").dropFirst(2).first { $0.count > 3 }.map(String.init)
    }

    private static let kinds: [(kind: String, wider: String)] =
        ["bs", "ba", "beng", "bba"].map { ($0, "bachelor") } + ["ms", "ma", "meng", "mba"].map { ($0, "master") }
        + [("phd", "doctorate")]

    /// A code that is also an English word is one only in capitals: "No" is not Norway, "in" not India.
    private static func groups(of text: String) -> Set<Int> {
        let found = groups[Words(text).text] ?? []
        let isWord = text != text.uppercased() && englishWords.contains(text.lowercased())
        return isWord ? found.filter { $0 < lists.count } : found
    }

    private static let englishWords: Set = [
        "no", "in", "is", "it", "me", "or", "hi", "ok", "my", "at", "be", "de", "la",
    ]

    /// The numbers of the groups that a text belongs to.
    private static let groups: [String: Set<Int>] = {
        var groups: [String: Set<Int>] = [:]
        for (index, line) in (lists + countries + states).enumerated() {
            for text in line.split(separator: "|") { groups[Words(String(text)).text, default: []].insert(index) }
        }
        return groups
    }()

    private static let lists = [
        "yes|y|true|i do|i am|i agree", "no|n|n0|false|i do not|i am not",
        "male|man|m", "female|woman|f", "non binary|nonbinary",
        "bachelor|bachelors|bachelors degree|undergraduate degree",
        "bs|bsc|b s|b sc|bachelor of science|bachelors of science", "ba|b a|bachelor of arts|bachelors of arts",
        "beng|b eng|bachelor of engineering", "bba|bachelor of business administration",
        "master|masters|masters degree", "ms|msc|m s|m sc|master of science|masters of science",
        "ma|m a|master of arts|masters of arts", "meng|m eng|master of engineering",
        "mba|master of business administration|masters of business administration",
        "phd|ph d|doctor of philosophy", "doctorate|doctoral degree|doctorate degree|doctoral",
        "associate|associates|associates degree", "high school|high school diploma|secondary school", "ged",
        "0|zero", "1|one", "2|two", "3|three", "4|four", "5|five", "6|six", "7|seven", "8|eight", "9|nine", "10|ten",
        "full time|fulltime", "part time|parttime",
        "1|01|january|jan|januar|janvier|enero|janeiro", "2|02|february|feb|februar|fevrier|febrero|fevereiro",
        "3|03|march|mar|marz|mars|marzo|maart", "4|04|april|apr|avril|abril", "5|05|may|mai|mayo|mei|maio",
        "6|06|june|jun|juni|juin|junio|junho", "7|07|july|jul|juli|juillet|julio|julho", "8|08|august|aug|aout|agosto",
        "9|09|september|sep|sept|septembre|septiembre|setembro", "10|october|oct|oktober|okt|octobre|octubre|outubro",
        "11|november|nov|novembre|noviembre", "12|december|dec|dezember|dez|decembre|diciembre|dezembro",
    ]

    /// ISO 3166-1: two letters, three letters, names.
    private static let countries = [
        "us|usa|united states|united states of america|u s|u s a", "gb|gbr|uk|united kingdom|great britain",
        "de|deu|germany|deutschland", "fr|fra|france", "es|esp|spain|espana", "it|ita|italy|italia",
        "nl|nld|netherlands",
        "be|bel|belgium", "at|aut|austria", "ch|che|switzerland", "ie|irl|ireland", "pt|prt|portugal", "pl|pol|poland",
        "se|swe|sweden", "no|nor|norway", "dk|dnk|denmark", "fi|fin|finland", "cz|cze|czechia|czech republic",
        "sk|svk|slovakia", "hu|hun|hungary", "ro|rou|romania", "bg|bgr|bulgaria", "gr|grc|greece", "hr|hrv|croatia",
        "rs|srb|serbia", "si|svn|slovenia", "ua|ukr|ukraine", "ru|rus|russia|russian federation",
        "tr|tur|turkey|turkiye", "il|isr|israel", "ae|are|united arab emirates|uae", "sa|sau|saudi arabia",
        "eg|egy|egypt", "za|zaf|south africa", "ng|nga|nigeria", "ke|ken|kenya", "ma|mar|morocco", "gh|gha|ghana",
        "in|ind|india", "pk|pak|pakistan", "bd|bgd|bangladesh", "lk|lka|sri lanka", "np|npl|nepal",
        "cn|chn|china|peoples republic of china", "jp|jpn|japan",
        "kr|kor|south korea|korea republic of|republic of korea",
        "tw|twn|taiwan", "hk|hkg|hong kong", "sg|sgp|singapore", "my|mys|malaysia", "th|tha|thailand",
        "vn|vnm|vietnam|viet nam", "ph|phl|philippines", "id|idn|indonesia", "au|aus|australia", "nz|nzl|new zealand",
        "ca|can|canada", "mx|mex|mexico", "br|bra|brazil|brasil", "ar|arg|argentina", "cl|chl|chile",
        "co|col|colombia", "pe|per|peru", "ec|ecu|ecuador", "uy|ury|uruguay", "ee|est|estonia", "lv|lva|latvia",
        "lt|ltu|lithuania", "lu|lux|luxembourg", "is|isl|iceland", "mt|mlt|malta", "cy|cyp|cyprus",
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
