/// A length of time as notice periods name it: "60 days", "2 months", "immediately".
struct TimeSpan: Hashable, Sendable {
    /// A month counts 30 days, and a year twelve months.
    let days: Int

    /// Reads one number with its unit, and nothing else.
    ///
    /// - Parameter text: for example `2 Monate`.
    init?(_ text: String) {
        let words = Self.withoutEnd(Words(text).list).filter { !Self.light.contains($0) }
        if words.count == 1, Self.atOnce.contains(words[0]) {
            days = 0
            return
        }
        guard words.count == 2, let number = Int(words[0]) ?? Self.numerals[words[0]], 0...1_000 ~= number,
            let unit = Self.units.first(where: { $0.names.contains(words[1]) })
        else { return nil }
        days = number * unit.days
    }

    /// The unit of time that words name, in days; nil where they name none or several.
    static func unit(in words: Words) -> Int? {
        let found = Set(units.filter { unit in words.list.contains(where: unit.names.contains) }.map(\.days))
        return found.count == 1 ? found.first : nil
    }

    /// "six weeks to the end of the quarter": what is left says how long.
    private static func withoutEnd(_ words: [String]) -> [String] {
        let ends = words.indices.contains { at in
            Self.turns.contains(words[at]) || Self.turns.contains { words[at].hasPrefix($0) && $0.count > 6 }
        }
        guard ends, let opening = words.indices.dropFirst(2).first(where: { opensEnd.contains(words[$0]) }) else {
            return words
        }
        return Array(words[..<opening])
    }

    private static let opensEnd = Set(
        Words.phrases(
            """
            to, before, by, until, at, from, zum, bis, vor, am, auf, a, al, hasta, antes, ate, alla, al, fino, per, \
            tegen, voor, tot, till, fore, fra, til, for, na, do, ke, koncem, ennen, до, к, од
            """
        )
    )

    /// What a period of notice runs to.
    private static let turns = Set(
        Words.phrases(
            """
            end, quarter, month, year, monatsende, quartalsende, jahresende, monatsersten, halbjahresende, ende, fin, \
            trimestre, final, fim, fine, einde, kwartaal, slutet, manadsskifte, kvartal, kvartalet, udgangen, \
            maneden, utgangen, koniec, konca, kwartalu, konec, konci, ctvrtleti, loppuun, конца, концу, кінця
            """
        )
    )

    private static let light: Set<String> = [
        "notice", "period", "a", "calendar", "kalendertage", "full", "exactly", "kundigungsfrist", "de", "preavis",
        "preaviso", "d", "opzegtermijn", "uppsagningstid", "opsigelse",
    ]
    private static let atOnce: Set<String> = [
        "immediate", "immediately", "none", "sofort", "immediat", "immediatement", "inmediato", "inmediata", "imediato",
        "imediata", "subito", "immediato", "direct", "omgaende",
    ]
    private static let numerals: [String: Int] = {
        let rows = [
            1: """
            one, ein, eine, einen, einem, un, une, uno, una, um, uma, een, en, ett, et, yksi, jeden, jedna, один, \
            одна, bir, egy
            """,
            2: """
            two, zwei, deux, dos, dois, duas, due, twee, tva, to, kaksi, dwa, dwie, dva, dve, два, две, дві, iki, \
            ket, ketto
            """,
            3: "three, drei, trois, tres, tre, drie, kolme, trzy, tri, три, uc, harom",
            4:
                "four, vier, quatre, cuatro, quatro, quattro, fyra, fire, nelja, cztery, ctyri, четыре, чотири, dort, negy",
            5: "five, funf, cinq, cinco, cinque, vijf, fem, viisi, piec, pet, пять, bes, ot",
            6: "six, sechs, seis, sei, zes, sex, seks, kuusi, szesc, sest, шесть, шість, alti, hat",
            8:
                "eight, acht, huit, ocho, oito, otto, atta, otte, atte, kahdeksan, osiem, osm, восемь, вісім, sekiz, nyolc",
            10: "ten, zehn, dix, diez, dez, dieci, tien, tio, ti, kymmenen, dziesiec, deset, десять, on, tiz",
            12: "twelve, zwolf, douze, doce, doze, dodici, twaalf, tolv, kaksitoista, dwanascie, dvanact, двенадцать",
        ]
        return rows.reduce(into: [:]) { found, row in
            for name in Words.phrases(row.value) { found[name] = row.key }
        }
    }()
    private static let units: [(days: Int, names: Set<String>)] = [
        (
            1,
            names(
                """
                day, days, tag, tage, tagen, jour, jours, dia, dias, giorno, giorni, dag, dagen, dagar, dage, dni, \
                gun, den, dny, dnu, paiva, paivaa, nap, день, дня, дней, днів
                """
            )
        ),
        (
            7,
            names(
                """
                week, weeks, woche, wochen, semaine, semaines, semana, semanas, settimana, settimane, weken, vecka, \
                veckor, uke, uker, tydzien, tygodnie, hafta, tyden, tydny, tydnu, viikko, viikkoa, het, неделя, \
                недели, недель, тиждень, тижні, тижнів, uge, uger
                """
            )
        ),
        (
            30,
            names(
                """
                month, months, monat, monate, monaten, mois, mes, meses, mese, mesi, maand, maanden, manad, manader, \
                maned, maneder, miesiac, miesiace, miesiecy, ay, mesic, mesice, mesicu, kuukausi, kuukautta, honap, \
                месяц, месяца, месяцев, місяць, місяці, місяців
                """
            )
        ),
        (
            360,
            names(
                """
                year, years, jahr, jahre, jahren, an, ans, annee, annees, ano, anos, anno, anni, jaar, jaren, ar, \
                rok, lata, lat, roku, let, roky, yil, vuosi, vuotta, ev, год, года, лет, рік, роки, років
                """
            )
        ),
    ]

    private static func names(_ text: String) -> Set<String> { Set(Words.phrases(text)) }
}
