/// Where large cities are: enough to say that who lives in another state or country does not live there.
enum Cities {
    /// Whether a place that is named after a city lies surely elsewhere.
    ///
    /// - Parameters:
    ///   - name: the place, as "denver metro".
    ///   - country: the number of somebody's country.
    ///   - state: their state, where that is known.
    /// - Returns: false also where the city is not known here.
    static func isElsewhere(_ name: String, country: Int?, state: String?) -> Bool {
        let words = Words(name)
        let found = byCity.filter { words.contains($0.key) }.map(\.value)
        guard let country, !found.isEmpty else { return false }
        let states = Set(found.flatMap(\.self))
        if country != Synonyms.country(code: "us") {
            return !states.contains { Synonyms.country(named: $0) == country }
        }
        guard let state else { return states.allSatisfy { !Synonyms.isState($0) } }
        return !states.contains { Synonyms.areEqual($0, state) }
    }

    /// How many of the first words name a city that is known here; nil where none do.
    static func length(at words: [String]) -> Int? {
        (1...3).reversed().first { words.count >= $0 && byCity[words.prefix($0).joined(separator: " ")] != nil }
    }

    /// The states into which a city's surroundings reach, or its country.
    private static let byCity: [String: [String]] = {
        var found: [String: [String]] = [:]
        for line in lines.pieces(between: "\n") {
            let sides = line.pieces(between: "=")
            guard sides.count == 2 else { continue }
            let states = sides[0].pieces(between: "|").map(\.trimmed)
            for city in sides[1].pieces(between: "|") { found[Words(city).text, default: []] += states }
        }
        return found
    }()

    private static let lines = """
        new york|new jersey|connecticut|pennsylvania = new york city|nyc|manhattan|brooklyn|queens
        california = los angeles|san francisco|bay area|silicon valley|san diego|san jose|sacramento|oakland|palo alto|irvine|fresno
        california = mountain view|sunnyvale|santa monica|santa clara|berkeley|orange county
        illinois|indiana|wisconsin = chicago
        massachusetts|new hampshire|rhode island = boston
        washington = seattle|bellevue|redmond|spokane|tacoma
        oregon|washington|maine = portland
        colorado = denver|boulder|colorado springs|fort collins
        texas = dallas|houston|austin|san antonio|fort worth|el paso|plano|dfw
        georgia = atlanta
        florida = miami|orlando|tampa|jacksonville|fort lauderdale
        district of columbia|maryland|virginia|west virginia = washington dc|washington d c|dc metro|dmv|northern virginia
        maryland|district of columbia|virginia|pennsylvania = baltimore
        pennsylvania|new jersey|delaware = philadelphia
        pennsylvania|ohio|west virginia = pittsburgh
        arizona = phoenix|tucson|scottsdale|tempe
        nevada|california = las vegas|reno
        utah = salt lake city|lehi|provo
        minnesota|wisconsin = minneapolis|saint paul|st paul|twin cities
        michigan = detroit|ann arbor|grand rapids
        ohio|kentucky|indiana = cincinnati
        ohio = columbus|cleveland
        indiana = indianapolis
        missouri|kansas = kansas city
        missouri|illinois = st louis|saint louis
        north carolina|south carolina = charlotte
        north carolina = raleigh|durham|research triangle
        tennessee|kentucky = nashville
        louisiana = new orleans
        wisconsin = milwaukee|madison
        virginia = richmond
        ontario|canada = toronto|ottawa|waterloo
        canada = vancouver|montreal|calgary
        united kingdom = london|manchester|edinburgh|cambridge|oxford|bristol|leeds|glasgow|birmingham
        ireland = dublin|cork
        germany = berlin|munich|munchen|hamburg|frankfurt|cologne|koln|stuttgart|dusseldorf
        austria = vienna|wien
        switzerland = zurich|geneva|basel|bern
        france = paris|lyon|toulouse|bordeaux|lille|marseille|nantes
        spain = madrid|barcelona|valencia|malaga
        portugal = lisbon|lisboa|porto
        italy = milan|rome|turin|milano|roma
        netherlands = amsterdam|rotterdam|utrecht|eindhoven
        belgium = brussels|antwerp|ghent
        sweden = stockholm|gothenburg|malmo
        norway = oslo
        denmark = copenhagen
        finland = helsinki
        poland = warsaw|krakow|wroclaw|gdansk
        czechia = prague|brno
        hungary = budapest
        romania = bucharest|cluj
        india = bangalore|bengaluru|mumbai|delhi|hyderabad|pune|chennai|gurgaon|noida|kolkata
        singapore = singapore
        japan = tokyo|osaka
        china = beijing|shanghai|shenzhen
        south korea = seoul
        australia = sydney|melbourne|brisbane|perth
        brazil = sao paulo|rio de janeiro
        mexico = mexico city|guadalajara|monterrey
        argentina = buenos aires
        israel = tel aviv
        united arab emirates = dubai|abu dhabi
        philippines = manila|cebu
        ukraine = kyiv|lviv
        """
}
