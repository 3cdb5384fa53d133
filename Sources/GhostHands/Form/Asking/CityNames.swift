/// The names of one city in several languages: who lives in Lisboa lives in Lisbon.
public enum CityNames {
    /// Whether two names are those of one city.
    ///
    /// - Parameters:
    ///   - one: a city's name and nothing else.
    ///   - other: another.
    /// - Returns: false also for two names that are the same, and for cities that are not known here.
    static func areSame(_ one: String, _ other: String) -> Bool {
        guard let line = byName[Words(one).text] else { return false }
        return byName[Words(other).text] == line && Words(one) != Words(other)
    }

    /// The other names of a city, the English one first.
    ///
    /// - Parameter name: one of its names.
    /// - Returns: none for a city that is not known here.
    public static func others(than name: String) -> [String] {
        guard let line = byName[Words(name).text] else { return [] }
        return cities[line].filter { Words($0) != Words(name) }
    }

    private static let cities: [[String]] = lines.pieces(between: "\n").map { line in
        line.pieces(between: "|").map { String($0).trimmed }
    }

    private static let byName: [String: Int] = Dictionary(
        cities.enumerated().flatMap { line, names in names.map { (Words($0).text, line) } },
        uniquingKeysWith: { first, _ in first }
    )

    /// Names that only one city of any size has.
    private static let lines = """
        Lisbon|Lisboa|Lissabon|Lisbonne|Lisbona|Lizbona|Lissabonin
        Porto|Oporto
        Vienna|Wien|Vienne|Viena|Wenen|Wiedeń|Vídeň|Viyana|Вена
        Munich|München|Muenchen|Monaco di Baviera|Múnich|Munique|Monachium|Mnichov|Мюнхен
        Cologne|Köln|Koeln|Colonia|Colônia|Keulen|Kolonia|Kolín nad Rýnem
        Nuremberg|Nürnberg|Nuernberg|Norimberga|Núremberg|Neurenberg|Norymberga|Norimberk
        Hanover|Hannover|Hanovre|Hanower
        Dusseldorf|Düsseldorf|Duesseldorf
        Frankfurt am Main|Frankfurt|Francfort|Francoforte|Frankfurt nad Menem
        Hamburg|Hambourg|Hamburgo|Amburgo
        Berlin|Berlín|Berlino|Berlim|Berlijn
        Stuttgart|Estugarda|Stoccarda
        Leipzig|Lipsk|Lipsia|Lipsko
        Dresden|Dresde|Dresda|Drezno|Drážďany
        Zurich|Zürich|Zuerich|Zurigo|Zúrich|Zurique
        Geneva|Genève|Genf|Ginevra|Ginebra|Genebra|Genewa
        Basel|Basle|Bâle|Basilea|Basileia|Bazylea
        Bern|Berne|Berna|Berno
        Lucerne|Luzern|Lucerna
        Brussels|Bruxelles|Brussel|Brüssel|Bruselas|Bruxelas|Bruksela|Brusel|Bryssel
        Antwerp|Antwerpen|Anvers|Amberes|Antuérpia|Anversa|Antwerpia
        Ghent|Gent|Gand|Gante
        Bruges|Brugge|Brügge|Brujas
        Liège|Lüttich|Luik|Lieja
        The Hague|Den Haag|'s-Gravenhage|La Haye|La Haya|L'Aia|Haia|Haga
        Paris|París|Parigi|Parijs|Paryż|Paříž|Pariisi
        Lyon|Lyons|Lione
        Marseille|Marseilles|Marsiglia|Marsella|Marselha|Marsylia
        Strasbourg|Straßburg|Strassburg|Strasburgo|Estrasburgo
        Nice|Nizza|Niza
        Rome|Roma|Rom|Rzym|Řím|Рим
        Milan|Milano|Mailand|Milán|Milão|Milaan|Mediolan
        Turin|Torino|Turín|Turim|Turyn
        Naples|Napoli|Neapel|Nápoles|Neapol
        Florence|Firenze|Florenz|Florencia|Florença|Florencja
        Venice|Venezia|Venedig|Venise|Venecia|Veneza|Wenecja
        Genoa|Genova|Genua|Gênes|Génova
        Padua|Padova|Padoue
        Seville|Sevilla|Séville|Siviglia|Sevilha|Sewilla
        Zaragoza|Saragossa|Saragosse
        Barcelona|Barcelone|Barcellona
        A Coruña|La Coruña|Corunna
        San Sebastián|Donostia|Donostia-San Sebastián|Donostia / San Sebastián
        Athens|Athina|Athen|Athènes|Atenas|Atene|Athene|Ateny|Αθήνα
        Thessaloniki|Salonica|Saloniki|Θεσσαλονίκη
        Copenhagen|København|Koebenhavn|Kopenhagen|Copenhague|Copenaghen|Kopenhaga|Kodaň|Köpenhamn
        Aarhus|Århus
        Gothenburg|Göteborg|Goeteborg|Gotemburgo
        Stockholm|Estocolmo|Stoccolma|Sztokholm|Tukholma
        Helsinki|Helsingfors|Helsínquia
        Turku|Åbo
        Tampere|Tammerfors
        Espoo|Esbo
        Warsaw|Warszawa|Warschau|Varsovie|Varsovia|Varsavia|Varsóvia|Varšava|Варшава
        Krakow|Kraków|Cracow|Krakau|Cracovie|Cracovia|Cracóvia
        Wroclaw|Wrocław|Breslau|Breslavia
        Gdansk|Gdańsk|Danzig
        Poznan|Poznań|Posen
        Lodz|Łódź
        Prague|Praha|Prag|Praga
        Brno|Brünn
        Plzen|Plzeň|Pilsen
        Bratislava|Pressburg|Pozsony
        Budapest|Budapeszt|Budapešť
        Bucharest|București|Bukarest|Bucarest|Bucareste|Bukareszt
        Cluj-Napoca|Cluj|Klausenburg|Kolozsvár
        Iasi|Iași
        Sofia|София|Sofía|Sofie
        Belgrade|Beograd|Belgrad|Belgrado|Београд
        Zagreb|Agram|Zagabria
        Ljubljana|Laibach|Lubiana
        Kyiv|Kiev|Kiew|Kijów|Київ|Киев
        Lviv|Lwów|Lemberg|Lvov|Львів|Львов
        Kharkiv|Kharkov|Харків|Харьков
        Odesa|Odessa|Одеса|Одесса
        Moscow|Moskva|Moskau|Moscou|Moscú|Mosca|Moscovo|Moskwa|Москва
        Saint Petersburg|St. Petersburg|Sankt Petersburg|Санкт-Петербург
        Tbilisi|Tiflis
        Istanbul|İstanbul|Estambul|Istambul|Stambuł
        Izmir|İzmir
        Jerusalem|Yerushalayim|ירושלים
        Tel Aviv|Tel Aviv-Yafo|Tel-Aviv|תל אביב
        Cairo|Le Caire|Kairo|El Cairo|القاهرة
        Riyadh|Ar Riyad|Riad|الرياض
        Jeddah|Jidda|Jiddah|جدة
        Dubai|Dubái|Dubaï|دبي
        Beijing|Peking|Pékin|Pequín|Pequim|Pechino|Pekin|北京|北京市
        Shanghai|Shanghái|Xangai|上海|上海市
        Shenzhen|深圳|深圳市
        Guangzhou|Canton|广州|广州市
        Hong Kong|香港
        Taipei|台北|臺北|台北市|臺北市
        Tokyo|Tokio|Tóquio|東京|東京都
        Osaka|大阪|大阪市
        Kyoto|Kioto|京都|京都市
        Seoul|Séoul|Seúl|Seul|서울|서울특별시
        Busan|Pusan|부산|부산광역시
        Incheon|인천|인천광역시
        Bengaluru|Bangalore
        Mumbai|Bombay
        Kolkata|Calcutta
        Chennai|Madras
        Gurugram|Gurgaon
        Ho Chi Minh City|Saigon|Thành phố Hồ Chí Minh
        Hanoi|Hà Nội
        Mexico City|Ciudad de México|CDMX|Mexiko-Stadt|Cidade do México
        Montreal|Montréal
        Quebec City|Québec|Ville de Québec
        Sao Paulo|São Paulo
        Havana|La Habana
        Luxembourg|Luxemburg|Luxemburgo|Lussemburgo|Lëtzebuerg
        Edinburgh|Édimbourg|Edimburgo|Edynburg
        London|Londres|Londra|Londyn|Londen|Londýn|Lontoo
        Dublin|Dublín|Dublino|Baile Átha Cliath
        """
}
