/// The time that a pay is for.
enum PayPeriod: CaseIterable, Sendable {
    case hour, day, week, month, year

    /// The times that a text names.
    ///
    /// - Parameter text: for example `EUR / month` or `brutto im Jahr`.
    /// - Returns: those that it names; none for a text that names none.
    static func named(in text: String) -> Set<PayPeriod> {
        let words = Words(text)
        return Set(allCases.filter { words.containsAny($0.names) })
    }

    private var names: [String] {
        switch self {
        case .hour:
            [
                "hour", "hourly", "hr", "p h", "per hr", "stunde", "stundlich", "stundenlohn", "heure", "horaire",
                "hora", "ora", "uur",
            ]
        case .day: ["daily", "per day", "pro tag", "tagessatz", "par jour", "day rate"]
        case .week: ["week", "weekly", "woche", "semaine", "semana"]
        case .month:
            [
                "month", "monthly", "p m", "pro monat", "monat", "monatlich", "monatsgehalt", "mois", "mensuel",
                "mensuelle",
                "brut mensuel", "mensual", "mes", "mese", "mensile", "maand", "miesiecznie", "miesiac",
            ]
        case .year:
            [
                "year", "yearly", "yr", "annum", "annual", "annually", "p a", "jahr", "jahrlich", "jahresgehalt", "an",
                "annuel", "annuelle", "ano", "anual", "anno", "annuo", "jaar", "rocznie", "rok",
            ]
        }
    }
}
