/// Whether the applicant works now, which a history with a job that has not ended shows.
extension Knowledge {
    /// The answer to a field that asks it.
    ///
    /// - Parameter field: a choice of yes and no, of states of employment, or a box for either.
    /// - Returns: nil where it asks something else, or the profile shows no present job.
    func employment(_ field: Field) -> Answer? {
        let label = Words(field.label)
        guard field.kind != .checkbox, field.kind != .file, label.list.count <= 9, Self.asks(label),
            profile.workHistory.contains(where: { $0.isCurrent && $0.title != nil })
        else { return nil }
        let isInverse = label.containsAny(Self.without)
        let real = field.options.filter { !$0.isPlaceholder }
        if real.isEmpty { return field.kind.isChoice ? nil : Answer(.text(isInverse ? "No" : "Yes"), from: .profile) }
        if YesNo.areOffered(by: real) {
            let choice = YesNo.choice(label.isNegated == isInverse, in: field.options)
            return choice.map { Answer(.text(field.options[$0].label), from: .profile) }
        }
        let working = real.filter { Self.employed.contains(Words($0.label).text) }
        return working.count == 1 && !label.isNegated ? Answer(.text(working[0].label), from: .profile) : nil
    }

    /// Whether a label asks that, and nothing narrower: not "part-time", not "by a competitor".
    private static func asks(_ label: Words) -> Bool {
        guard let phrase = asking.first(where: label.contains) else { return false }
        let own = Set(Words(phrase).list)
        return label.list.allSatisfy { word in
            own.contains(word) || FrameWords.contains(word) || AskedRule.harmless.contains(word)
                || Words(list: [word]).isNegated
        }
    }

    /// What says of somebody that they have no work.
    private static let without = ["between jobs", "out of work", "unemployed", "without work", "between roles"]

    private static let asking =
        without
        + Words.phrases(
            """
            employed now, working now, employed right now, employed today, in paid work, have a job now, have a job at present, \
            currently have a job, currently in work, in a job now, currently employed, presently employed, employed at present, currently in employment, current employment status, \
            employment status, currently working, in einem arbeitsverhältnis, derzeit berufstätig, aktuell berufstätig, \
            derzeit beschäftigt, derzeit angestellt, beschäftigungsstatus, momenteel werkzaam, momenteel aan het werk, \
            anställd för närvarande, för närvarande anställd, i arbejde i øjeblikket, i jobb nå, tällä hetkellä töissä, \
            actuellement en poste, actuellement en emploi, actuellement salarié, situation professionnelle actuelle, \
            trabaja actualmente, actualmente trabaja, trabajando actualmente, actualmente empleado, situación laboral, \
            trabalhando atualmente, atualmente empregado, empregado atualmente, attualmente occupato, attualmente impiegato, \
            lavora attualmente, obecnie zatrudniony, obecnie zatrudniona, pracujesz obecnie, v současné době zaměstnán, \
            şu anda çalışıyor, halen çalışıyor, работаете ли вы сейчас, вы сейчас работаете, 現在就業中, 現在在職中, 目前在职, \
            目前是否在职, 현재 재직, 현재 재직중
            """
        )

    private static let employed = Set(
        Words.phrases(
            """
            employed, currently employed, working, i am employed, in employment, angestellt, beschäftigt, berufstätig, \
            in einem arbeitsverhältnis, werkzaam, anställd, ansat, ansatt, työssä, en poste, salarié, en emploi, empleado, \
            empleada, trabajando, empregado, occupato, impiegato, zatrudniony, zaměstnán, çalışıyor, работаю, 在職中, 在职, 재직중
            """
        )
    )
}
