/// What a label asks for where it names one thing, in whatever words, and nothing beside it: "First day you could work",
/// "Notice you must give".
enum PlainSubject {
    /// The fact that a label asks for.
    ///
    /// - Parameter label: what a field says.
    /// - Returns: nil where it names another thing as well, or something that no profile has.
    static func asked(by label: Words) -> Asked? {
        guard label.list.count <= 12 else { return nil }
        let found = Subjects.found(in: label)
        guard found.count == 1, let subject = found.first, let asked = facts[subject.key] else { return nil }
        let isPlain = label.list.allSatisfy { word in
            subject.value.contains(word) || FrameWords.contains(word) || beside.contains(word)
        }
        return isPlain ? asked : nil
    }

    private static let facts: [Int: Asked] = {
        var facts: [Int: Asked] = [:]
        for (name, asked) in [("start date", Asked.startDate), ("notice period", .noticePeriod)] {
            for number in Subjects.found(in: Words(name)).keys { facts[number] = asked }
        }
        return facts
    }()

    private static let beside = Set(
        Words.phrases(
            """
            date, day, first, earliest, soonest, must, need, required, work, working, job, new, us, our, possible, \
            long, length, datum, tag, termin, fruheste, fruhester, fruhestes, fruhestmoglich, moglich, moglicher, \
            mogliches, arbeit, stelle, lange, date, jour, premier, possible, plus tot, poste, duree, longue, fecha, \
            dia, primer, posible, trabajo, duracion, data, dia, primeiro, possivel, trabalho, giorno, primo, \
            possibile, lavoro, durata, dag, eerste, vroegste, mogelijke, baan, forsta, tidigast, tidigaste, mojligt, \
            mojlig, jobbet, arbetet, lang, dato, forste, tidligst, tidligste, mulig, mulige, paiva, ensimmainen, \
            aikaisin, mahdollinen, tyossa, toissa, dzien, pierwszy, najwczesniejszy, mozliwy, mozliwa, pracy, prace, \
            den, prvni, nejblizsi, mozny, mozne, dne, tarih, tarihi, ilk, en erken, gun, ise, дата, день, первый, \
            возможного, возможная, ближайшая, работу, работы, можлива, перший, роботу, роботи
            """
        )
    )
}
