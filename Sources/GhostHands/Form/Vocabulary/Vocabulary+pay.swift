extension Vocabulary {
    static let pay = [
        // The currency and the period of a salary are no salary.
        Term(
            .question,
            guess: Clue(
                .sentence,
                .name,
                .list,
                words: ["currency"],
                roots: ["salarycurrency", "salaryperiod", "salarytype"]
            )
        ),
        Term(
            .question,
            guess: Clue(.sentence, words: ["salary period", "pay period", "salary type"], roots: ["payschedule"])
        ),
        Term(.question, guess: Clue(.name, roots: ["currencycode"])),
        // What is earned now is no wish.
        Term(
            .question,
            guess: Clue(
                .sentence,
                words: [
                    "current salary", "current base salary", "current compensation", "present salary", "last salary",
                    "salary history", "current ctc", "aktuelles gehalt", "derzeitiges gehalt", "salaire actuel",
                    "remuneration actuelle", "salario actual", "salario atual", "stipendio attuale", "huidig salaris",
                ],
                unless: ["expectation", "expectations", "expected", "desired"]
            )
        ),
        Term(
            .salary,
            wished + ["gehaltsvorstellung"],
            alone: ["gehaltswunsch"],
            beside: [
                "annual", "yearly", "base", "gross", "total", "range", "per year", "per annum", "usd", "eur", "gbp",
                "in usd", "in eur", "in gbp", "in", "year", "a year", "numbers only", "number only", "digits only", "r",
                "us", "zl",
                "kc", "tl", "kr", "rub", "руб", "грн", "uah", "sek", "nok", "dkk", "czk", "huf", "ron", "brl", "k",
                "for this role", "for this position", "for your next role", "state",
                "minimum", "min", "maximum", "max", "from", "euro", "euros", "chf", "pln", "brutto",
                "bruttojahresgehalt", "jahr", "jahrlich", "jahresbrutto", "pro", "im", "p", "a", "monat", "monatlich",
                "brut", "brute",
                "bruta", "bruto", "brutta", "lorda", "lordo", "annuel", "annuelle", "annuels", "annuelles", "annuale",
                "annua", "annuo", "anual", "anuales", "anuais", "par", "an", "por", "ano", "al", "anno", "all", "per",
                "jaar", "maand", "mensuel", "mensuelle", "mensual", "mensal", "mensile", "mois", "mes", "mese", "rok",
                "rocznie", "miesiecznie", "en", "hourly", "weekly", "monthly", "hour", "month", "per hour", "per month",
                "man",
                "mies", "mnd", "hruba", "hruby", "kc mesic", "mesic", "aed", "inr", "sgd", "cad", "aud", "nzd", "mxn",
                "zar", "sar", "try", "jpy", "cny",
                "krw",
            ] + PayPeriod.allNames + PayWords.around.filter { $0.count > 3 },
            keys: ["salary", "compensation"],
            guess: Clue(
                .sentence,
                words: [
                    "salary", "compensation", "remuneration", "pretentions salariales", "pretension salarial",
                    "salarisverwachting", "pretensao salarial", "rate expectations",
                ],
                unless: ["minimum", "maximum", "benefits"]
            )
        ),
    ]

    /// A wish and a word for pay, either first: "desired salary", "pay expectations".
    private static let wished: [String] = {
        let pay = ["salary", "compensation", "pay", "remuneration", "ctc", "wage", "wages"]
        let before = ["expected", "desired", "target", "preferred", "minimum", "maximum", "min", "max"]
        let after = ["expectation", "expectations", "requirement", "requirements", "desired", "expected"]
        return pay.flatMap { pay in before.map { "\($0) \(pay)" } + after.map { "\(pay) \($0)" } }
    }()
}
