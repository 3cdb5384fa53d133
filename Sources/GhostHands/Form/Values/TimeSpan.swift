/// A length of time as notice periods name it: "60 days", "2 months", "immediately".
struct TimeSpan: Hashable, Sendable {
    /// A month counts 30 days.
    let days: Int

    /// Reads one number with its unit, and nothing else.
    ///
    /// - Parameter text: for example `2 Monate`.
    init?(_ text: String) {
        let words = Words(text).list.filter { !Self.light.contains($0) }
        if words.count == 1, Self.atOnce.contains(words[0]) {
            days = 0
            return
        }
        guard words.count == 2, let number = Int(words[0]) ?? Self.numerals[words[0]], 0...1_000 ~= number,
            let unit = Self.units.first(where: { $0.names.contains(words[1]) })
        else { return nil }
        days = number * unit.days
    }

    private static let light: Set<String> = [
        "notice", "period", "a", "calendar", "kalendertage", "full", "exactly", "kundigungsfrist", "de", "preavis",
        "preaviso", "d",
    ]
    private static let atOnce: Set<String> = [
        "immediate", "immediately", "none", "sofort", "immediat", "immediatement", "inmediato", "inmediata", "imediato",
        "imediata", "subito", "immediato", "direct", "omgaende",
    ]
    private static let numerals = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ein": 1, "einen": 1, "zwei": 2, "drei": 3,
        "sechs": 6, "un": 1, "deux": 2, "trois": 3, "dos": 2, "tres": 3,
    ]
    private static let units: [(days: Int, names: Set<String>)] = [
        (
            1,
            names(
                """
                day, days, tag, tage, tagen, jour, jours, dia, dias, giorno, giorni, dag, dagen, dagar, dage, dni, gun, den, dny, \
                dnu, paiva, paivaa, nap, день, дня, дней, днів
                """
            )
        ),
        (
            7,
            names(
                """
                week, weeks, woche, wochen, semaine, semaines, semana, semanas, settimana, settimane, weken, vecka, veckor, \
                uke, uker, tydzien, tygodnie, hafta, tyden, tydny, tydnu, viikko, viikkoa, het, неделя, недели, недель, \
                тиждень, тижні
                """
            )
        ),
        (
            30,
            names(
                """
                month, months, monat, monate, monaten, mois, mes, meses, mese, mesi, maand, maanden, manad, manader, maned, \
                maneder, miesiac, miesiace, miesiecy, ay, mesic, mesice, mesicu, kuukausi, kuukautta, honap, месяц, месяца, \
                месяцев, місяць, місяці, місяців
                """
            )
        ),
    ]

    private static func names(_ text: String) -> Set<String> { Set(Words.phrases(text)) }
}
