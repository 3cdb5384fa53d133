extension Engagement {
    /// The entries of a history with the latest first, as forms ask for them: callers are told to list them so, and not
    /// all do.
    ///
    /// - Parameter entries: the entries as they were given.
    /// - Returns: the same where one of them does not tell when it ended.
    static func latestFirst(_ entries: [Engagement]) -> [Engagement] {
        let ends = entries.map(\.lastMonth)
        guard ends.allSatisfy({ $0 != nil }) else { return entries }
        return zip(entries, ends.map { $0 ?? 0 }).enumerated()
            .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
            .map(\.element.0)
    }

    /// The last month of it, counted from the year 0.
    private var lastMonth: Int? {
        // A school of which nothing is said may be long over.
        guard let last = end ?? graduationYear else { return isCurrent && title != nil ? .max : nil }
        if isCurrent { return .max }
        if last.count == 4, let year = Int(last) { return year * 12 + 12 }
        return CalendarDate(last).map { $0.year * 12 + $0.month }
    }
}

/// In which order a form asks for the entries of a history.
enum EntryOrder {
    /// Whether a form has the first one first.
    ///
    /// - Parameter text: what the form says.
    /// - Returns: true when a sentence of it asks for that order, and none for the other.
    static func isOldestFirst(_ text: String) -> Bool {
        let words = Words(text)
        return words.mentions(oldest) && !words.mentions(latest)
    }

    private static let oldest = Mentions(
        words: Words.phrases(
            """
            oldest first, earliest first, starting with the oldest, start with the oldest, beginning with the oldest, \
            starting with your first, start with your first, beginning with your first, begin with your first, \
            starting with the earliest, beginning with the earliest, from oldest to newest, from the oldest, \
            oldest to most recent, alteste zuerst, beginnend mit der altesten, beginnend mit der ersten, alteste zuoberst, \
            de la plus ancienne, du plus ancien, le plus ancien en premier, en commencant par le plus ancien, \
            en commencant par la plus ancienne, del mas antiguo, empezando por el mas antiguo, comenzando por el mas antiguo, \
            empezando por el primero, do mais antigo, comecando pelo mais antigo, dal meno recente, dal piu vecchio, \
            a partire dal meno recente, oudste eerst, te beginnen met de oudste, od najstarszego, od najstarszej, \
            aldst forst, aldsta forst, borja med den aldsta, eldste forst, aeldste forst, vanhin ensin, od nejstarsi, \
            od nejstarsiho, en eskiden, начиная с первого, начиная с самого раннего, починаючи з першого, в хронологическом порядке
            """
        ),
        roots: ["古い順", "古いものから", "年代順に古い", "时间顺序从早", "由远到近", "오래된 순"]
    )

    private static let latest = Mentions(
        words: Words.phrases(
            """
            reverse chronological, reverse order, latest first, newest first, most recent first, \
            starting with the most recent, starting with your most recent, beginning with the most recent, neueste zuerst, \
            plus recent au plus ancien, mas reciente al mas antiguo, mais recente ao mais antigo, обратном хронологическом
            """
        )
    )
}
