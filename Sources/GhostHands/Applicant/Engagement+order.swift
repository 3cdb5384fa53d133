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
