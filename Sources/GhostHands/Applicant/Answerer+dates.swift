/// Days where nothing tells which number is the month's.
extension Answerer {
    /// Days with the month's name, on pages in English of no country for somebody from outside the United States: half the
    /// world reads 02/08 as the second of August.
    ///
    /// - Parameters:
    ///   - found: the answers so far.
    ///   - fields: the fields in reading order.
    /// - Returns: the answers.
    func spelled(_ found: [Answer?], _ fields: [Field]) -> [Answer?] {
        let home = applicant.profile.fact(.country).flatMap { Synonyms.country(at: Words($0).list) }
        guard let home, home != Synonyms.country(code: "us") else { return found }
        return zip(found, fields).map { answer, field in
            guard var answer, let text = answer.value.plainText, let date = CalendarDate(text), date.isoDay == text,
                field.kind == .text, let day = date.day, day <= 12, day != date.month,
                field.language.split(separator: " ").first == "en", DateNotation(field) == nil,
                let month = CalendarMonth.englishName(date.month)
            else { return answer }
            answer.value = .text("\(day) \(month) \(date.year)")
            return answer
        }
    }
}
