/// A month of a year, as the head of a calendar names it.
public struct CalendarMonth: Sendable, Hashable {
    /// Four digits.
    public let year: Int
    /// 1...12.
    public let month: Int

    /// A month.
    public init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    /// Reads `March 2026`, `2026 März`, `mars 2026`, `Mar. 2026`, `2026-03`, `03/2026`; nil when it is none of these.
    ///
    /// - Parameter text: the month's name or number, and the year.
    public init?(_ text: String) {
        let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let years = words.compactMap { $0.count == 4 ? Int($0) : nil }
        guard years.count == 1, let year = years.first, (1000...9999).contains(year) else { return nil }
        let named = words.compactMap(Self.number(named:))
        let numbers = words.compactMap { $0.count <= 2 ? Int($0) : nil }
        let months = named.isEmpty ? numbers.filter { (1...12).contains($0) } : named
        guard months.count == 1 else { return nil }
        self.init(year: year, month: months[0])
    }

    /// The number of a month by its name, whole or short, in the languages that forms are read in.
    ///
    /// - Parameter name: for example `March`, `Mär`, `juillet`, `Dez`.
    /// - Returns: 1...12, or nil.
    public static func number(named name: String) -> Int? {
        let words = Words(name).list
        guard words.count == 1, let plain = words.first, plain.count >= 3, plain.allSatisfy(\.isLetter) else {
            return nil
        }
        // A short name is the beginning of the whole one.
        return names.firstIndex { wholes in wholes.contains { $0.hasPrefix(plain) } }.map { $0 + 1 }
    }

    /// The whole English name of a month.
    ///
    /// - Parameter number: 1...12; nil for another.
    static func englishName(_ number: Int) -> String? {
        guard (1...12).contains(number) else { return nil }
        return names[number - 1].first.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    }

    /// Each month's names, whole, in English, German, French, Spanish, Dutch and Swedish, Portuguese, Italian, Danish and
    /// Norwegian, Polish, Czech, Finnish, Turkish, Russian and Ukrainian; Slavic ones also as they follow a day.
    private static let names: [[String]] = [
        """
        january januar január ianuarie ιανουάριος ιανουαρίου janvier enero januari janeiro gennaio styczeń stycznia leden ledna tammikuu ocak январь января
        січень січня
        """,
        """
        february februar február februarie φεβρουάριος φεβρουαρίου février febrero februari fevereiro febbraio luty lutego únor února helmikuu şubat февраль
        февраля лютий лютого
        """,
        "march märz március martie μάρτιος μαρτίου maerz mars marzo maart mrt março marts marzec marca březen března maaliskuu mart март марта березень березня",
        "april avril április aprilie απρίλιος απριλίου abril aprile kwiecień kwietnia duben dubna huhtikuu nisan апрель апреля квітень квітня",
        "may mai mayo május μάιος μαΐου mei maio maj maggio maja květen května toukokuu mayıs май мая травень травня",
        "june juni juin június iunie ιούνιος ιουνίου junio junho giugno czerwiec czerwca červen června kesäkuu haziran июнь июня червень червня",
        "july juli juillet július iulie ιούλιος ιουλίου julio julho luglio lipiec lipca červenec července heinäkuu temmuz июль июля липень липня",
        "august août augusztus αύγουστος αυγούστου agosto augustus augusti sierpień sierpnia srpen srpna elokuu ağustos август августа серпень серпня",
        """
        september septembre szeptember septembrie σεπτέμβριος σεπτεμβρίου septiembre setembro sept settembre wrzesień września září syyskuu eylül сентябрь сентября
        вересень вересня
        """,
        """
        october oktober október octombrie οκτώβριος οκτωβρίου octobre octubre outubro ottobre październik października říjen října lokakuu ekim октябрь октября
        жовтень жовтня
        """,
        """
        november novembre noiembrie νοέμβριος νοεμβρίου noviembre novembro listopad listopada listopadu marraskuu kasım ноябрь ноября листопад листопада
        """,
        "december dezember decembrie δεκέμβριος δεκεμβρίου décembre diciembre dezembro dicembre grudzień grudnia prosinec prosince joulukuu aralık декабрь декабря грудень грудня",
    ].map { $0.split(whereSeparator: \.isWhitespace).map { Words(String($0)).text } }
}
