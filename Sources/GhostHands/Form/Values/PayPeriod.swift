/// The time that a pay is for.
enum PayPeriod: CaseIterable, Sendable {
    case hour, day, week, month, year

    /// The times that a text names.
    ///
    /// - Parameter text: for example `EUR / month` or `brutto im Jahr`.
    /// - Returns: those that it names; none for a text that names none.
    static func named(in text: String) -> Set<PayPeriod> {
        let words = Words(text)
        return Set(allCases.filter { words.containsAny($0.names) || (Self.roots[$0].map(words.mentions) ?? false) })
    }

    /// Pieces of words, where a language joins them: "Bruttomonatsgehalt", 期望月薪.
    private static let roots: [PayPeriod: Mentions] = [
        .hour: Mentions(roots: ["stundensatz", "stundenlohn", "timlon", "timelon", "tuntipalk", "時給", "时薪", "시급"]),
        .day: Mentions(roots: ["tagessatz", "日給", "日薪", "일급"]),
        .week: Mentions(roots: ["wochenlohn", "週給", "周薪", "주급"]),
        .month: Mentions(
            roots: [
                "monatsgehalt", "monatslohn", "monatsbrutto", "manadslon", "manedslon", "kuukausipalk", "kuukaudessa",
                "месяц",
                "місяць", "شهري", "月給", "月収", "月薪", "월급",
            ]
        ),
        .year: Mentions(roots: ["jahresgehalt", "jahresbrutto", "arslon", "vuosipalk", "年収", "年俸", "年薪", "연봉"]),
    ]

    /// All their names, in every language.
    static let allNames = allCases.flatMap(\.names)

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
                "mensual", "mensal", "mes", "mese", "mensile", "maand", "miesiecznie", "miesiac", "miesieczne",
                "manad", "maned", "kr man", "sek man", "nok man", "mies", "mnd", "mth", "pcm", "mesicne", "mesicni",
                "kc mesic",
                "kk", "ayda", "aylik", "ay", "md", "mdr", "man", "mdl", "kuukausi", "manedlig", "manedligt",
                "manadsvis", "havi",
                "luna", "lunar", "lunara", "mesecno", "mjesecno", "μηνα", "μηνιαιος", "μηνιαιες", "μηνιαιο", "חודש",
                "חודשי", "bulan",
                "thang", "mies", "mesiac", "mesacne", "месячная", "місячна",
            ]
        case .year:
            [
                "year", "yearly", "yr", "annum", "annual", "annually", "p a", "jahr", "jahrlich", "jahresgehalt", "an",
                "annuel", "annuelle", "annuels", "annuelles", "annuale", "annua", "ano", "anual", "anuales", "anuais",
                "anno",
                "annuo", "jaar", "rocznie", "roczne", "rok", "yillik", "yil", "ar", "aret", "arlig", "arligt", "vuosi",
                "vuodessa", "eves",
                "evi", "ev", "rocne", "rocni", "год", "рік", "годовой", "ετος", "ετησιος", "ετησια", "שנתי", "tahun",
            ]
        }
    }
}
