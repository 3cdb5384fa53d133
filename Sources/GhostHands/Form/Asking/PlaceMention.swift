/// A place that a question names.
enum PlaceMention: Hashable, Sendable {
    /// A country, by its number among the known ones.
    case country(Int)
    /// A state of the United States, by its name.
    case state(String)
    /// Several countries under one name.
    case region(String)
    /// Where the job is, whatever place that may be.
    case ofJob
    /// Where the applicant lives.
    case ofHome
    /// A place that is not known here.
    case unknown(String)

    /// The places that a sentence names, and where its words for them stand.
    static func all(in tokens: [Sentence.Token]) -> (places: [PlaceMention], at: Set<Int>) {
        var places: [PlaceMention] = []
        var at: Set<Int> = []
        guard !tokens.isEmpty else { return ([], []) }
        let words = tokens.map(\.word)
        for (place, phrases) in [(PlaceMention.ofJob, jobPlaces), (.ofHome, homePlaces)] {
            for phrase in phrases {
                let found = phrase.places(in: words)
                guard !found.isEmpty, at.isDisjoint(with: found) else { continue }
                places.append(place)
                at.formUnion(found)
            }
        }
        var index = 0
        while index < words.count {
            guard !at.contains(index), let (place, count) = named(at: index, tokens) else {
                index += 1
                continue
            }
            places.append(place)
            at.formUnion(index..<(index + count))
            index += count
            // "Austin, TX" is one place.
            if case .unknown = place, index < words.count, tokens[index].followsComma, isStateCode(words[index]) {
                at.insert(index)
                index += 1
            }
        }
        let listed = stateList(words, without: at)
        return (places + listed.map { .state(words[$0]) }, at.union(listed))
    }

    /// Codes of states in a row, in letters of any size: "fl, il, mi, md".
    private static func stateList(_ words: [String], without at: Set<Int>) -> [Int] {
        var run: [Int] = []
        var best: [Int] = []
        for index in words.indices where !at.contains(index) {
            if isStateCode(words[index]) {
                run.append(index)
            } else if words[index] != "and", words[index] != "or" {
                run = []
            }
            if run.count > best.count { best = run }
        }
        return best.count >= 4 ? best : []
    }

    private static func isStateCode(_ word: String) -> Bool { word.count == 2 && Synonyms.isState(word) }

    /// Whether a text names no country but one; states and regions are none.
    static func isAlone(_ own: Int?, amongCountriesOf text: String) -> Bool {
        all(in: Sentence(text).tokens).places.allSatisfy { place in
            if case .country(let number) = place { return number == own }
            return true
        }
    }

    private static func named(at index: Int, _ tokens: [Sentence.Token]) -> (PlaceMention, Int)? {
        let words = tokens[index...].prefix(5).map(\.word)
        // Some are called like their state.
        if let count = Cities.length(at: words) { return (.unknown(words.prefix(count).joined(separator: " ")), count) }
        for count in (1...min(5, words.count)).reversed() {
            let text = words.prefix(count).joined(separator: " ")
            if let name = regions[text] { return (.region(name), count) }
            // "in the" is not India.
            if words[..<count].contains("the"), words[..<count].allSatisfy({ $0.count < 4 }) { continue }
            if text.count >= 4 || short.contains(text) || isCountry(text, at: index, tokens) {
                if Synonyms.isState(text) { return (.state(text), count) }
                if let country = Synonyms.country(named: text) { return (.country(country), count) }
            }
        }
        return unknown(at: index, tokens)
    }

    private static let short: Set<String> = ["usa", "uk", "uae"]

    /// "in us": without capitals nothing else tells the country from the pronoun.
    private static func isCountry(_ text: String, at index: Int, _ tokens: [Sentence.Token]) -> Bool {
        guard text == "us" else { return false }
        let next = tokens.indices.contains(index + 1) ? tokens[index + 1].word : ""
        return index > 0 && ["the", "in", "within", "across"].contains(tokens[index - 1].word)
            || belonging.contains(next)
    }

    /// What a country has, and whoever asks has not.
    private static let belonging: Set<String> = [
        "citizen", "citizens", "citizenship", "green", "greencard", "person", "national", "passport", "permanent",
    ]

    /// A name after a word that places something.
    private static func unknown(at index: Int, _ tokens: [Sentence.Token]) -> (PlaceMention, Int)? {
        guard index > 0, tokens[index].isName, tokens[index].word != "visa" else { return nil }
        let before = tokens[..<index].suffix(2).map(\.word)
        guard before.contains(where: placing.contains) else { return nil }
        let run = tokens[index...].prefix { $0.isName || $0.word == "of" }
        let kept = run.reversed().drop { !$0.isName }.count
        return (.unknown(tokens[index..<(index + kept)].map(\.word).joined(separator: " ")), kept)
    }

    private static let placing: Set<String> = ["in", "within", "near", "around", "to", "outside", "across", "of"]

    private static let jobPlaces = [
        "country in which the job youre applying for is located",
        "country in which the job you are applying for is located",
        "country in which this job is based", "country in which this position is based", "country of employment",
        "country where this job is based", "country where the job is based", "country where this role is based",
        "country where the role is based", "country where the role is located",
        "country where this position is located",
        "country where the position is located", "country where this role is located",
        "country where the job is located",
        "country this role is listed in", "country this role is based in", "country this position is based in",
        "country for which you applied", "country for which you are applying", "country in which you are applying",
        "country you are applying to", "country you are applying for", "country of the job", "country of the position",
        "country you wish to work in", "this country", "location posted", "given location", "roles location",
        "country to which you are applying", "country in which you applied", "jobs location",
        "country where you are applying", "country of application", "location of this role",
        "location of this position",
        "location of the job", "country the role is based in", "country that you are applying for",
        "location that i am applying for",
    ].map(TopicRule.Phrase.init)

    private static let homePlaces = [
        "country that you are located", "country that you are located in", "country in which you are located",
        "country where you are located", "country you are located in", "country you are currently located in",
        "country in which you are currently located", "country where you are currently located",
        "country where you live", "country in which you live", "country you live in", "country you currently live in",
        "country where you currently live", "country in which you currently live", "country in which you reside",
        "country where you reside", "country you reside in", "country you currently reside in",
        "country in which you currently reside", "country where you currently reside", "country that you reside in",
        "country you are based in", "country where you are based", "country in which you are based",
    ].map(TopicRule.Phrase.init)

    private static let regions: [String: String] = [
        "eu": "eu", "e u": "eu", "european union": "eu", "europe": "europe", "eea": "eu", "schengen": "eu",
        "north america": "north america", "latin america": "latin america", "emea": "emea", "apac": "apac",
        "asia": "asia", "africa": "africa", "south america": "south america", "latam": "latin america",
        "americas": "americas", "mexico city": "mexico", "ue": "eu",
    ]

    /// Whether a person who lives in a country, and there in a state, lives in the place; nil when that is not known.
    func holds(country: Int?, state: String?, city: String?) -> Bool? {
        switch self {
        case .country(let number): return country.map { $0 == number }
        case .state(let name):
            guard let country, let home = Synonyms.country(named: "united states") else { return nil }
            if country != home { return false }
            return state.map { Synonyms.areEqual($0, name) }
        case .region(let name):
            guard let country, let members = Self.members[name] else { return nil }
            func isIn(_ codes: String) -> Bool {
                codes.split(separator: " ").contains { Synonyms.country(code: String($0)) == country }
            }
            if isIn(members) { return true }
            // Which countries belong to these is not known of all.
            return Self.wide.contains(name) && !Self.members.values.contains(where: isIn) ? nil : false
        case .ofJob: return nil
        case .ofHome: return true
        case .unknown(let name):
            if let city, Words(name).contains(Words(city).text) { return true }
            return Cities.isElsewhere(name, country: country, state: state) ? false : nil
        }
    }

    private static let wide: Set<String> = ["emea", "apac", "asia"]
    private static let east = "cn jp kr in au nz sg hk tw th vn id my ph pk bd lk"
    private static let union = "de fr es it nl be at ie pt pl se dk fi cz sk hu ro bg gr hr si ee lv lt lu mt cy"
    private static let members: [String: String] = [
        "eu": union, "europe": union + " gb ch no is rs ua", "north america": "us ca mx",
        "americas": "us ca mx br ar cl co pe ec uy",
        "emea": union + " gb ch no is rs ua tr il ae sa qa za ng ke eg ma", "apac": east, "asia": east,
        "latin america": "mx br ar cl co pe ec uy", "south america": "br ar cl co pe ec uy",
    ]
}

extension Synonyms {
    /// The number of the country that a name or a code of three letters stands for.
    static func country(named text: String) -> Int? {
        let all = Set(list(of: text))
        return all.first(where: isCountry)
    }

    /// The number of the country with a code of ISO 3166.
    static func country(code: String) -> Int? { country(at: [code]) }
}
