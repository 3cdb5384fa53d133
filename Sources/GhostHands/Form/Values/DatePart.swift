/// Which part of a date a field holds.
public enum DatePart: String, Sendable, Hashable {
    case day, month, year

    /// Tells by the field's names, or by what there is to choose; nil for a whole date and for anything else.
    init?(_ field: Field) {
        let texts = [field.placeholder, field.label, field.name, field.id].map { Words($0) }
        guard let part = Self.named(texts) ?? Self.chosen(field.options.map(\.label)) else { return nil }
        self = part
    }

    var ofBirth: Asked {
        switch self {
        case .day: .birthDay
        case .month: .birthMonth
        case .year: .birthYear
        }
    }

    var ofExpiry: Asked {
        switch self {
        case .day, .month: .cardExpiryMonth
        case .year: .cardExpiryYear
        }
    }

    /// The part of a time span in somebody's history that a field holds by its names; nil when they do not say.
    func ofHistory(_ field: Field) -> Asked? {
        guard self != .day else { return nil }
        for text in [field.label, field.name, field.id].map({ Words($0) }) where text.list.count <= 6 {
            if text.containsAny(["end", "to", "until", "graduation"]) { return self == .year ? .endYear : .endMonth }
            if text.containsAny(["start", "from", "begin"]) { return self == .year ? .startYear : .startMonth }
        }
        return nil
    }

    /// The part of a date, as `2021`, `03` or `7`.
    ///
    /// - Parameter date: a date as people write it; a year alone has no other parts.
    /// - Returns: nil where the date does not tell.
    func text(of date: String) -> String? {
        let year = date.count == 4 ? Int(date) : nil
        switch self {
        case .year: return (year ?? CalendarDate(date)?.year).map(String.init)
        case .month: return CalendarDate(date).map { $0.month < 10 ? "0\($0.month)" : String($0.month) }
        case .day: return CalendarDate(date)?.day.map(String.init)
        }
    }

    private static func named(_ texts: [Words]) -> DatePart? {
        for text in texts where text.list.count <= 6 {
            let found = names.filter { text.mentions($0.marks) }
            if found.count == 1 { return found[0].part }
            if found.count > 1 { return nil }
        }
        return nil
    }

    private static let names: [(part: DatePart, marks: Mentions)] = [
        (
            .day,
            Mentions(
                words: [
                    "day", "dd", "d", "tag", "jour", "dia", "giorno", "dag", "tt", "jj", "gg", "dzien", "paiva", "den",
                    "gun", "день", "дд", "日", "일", "اليوم",
                ],
                roots: ["dayof", "birthdayday"]
            )
        ),
        (
            .month,
            Mentions(
                words: [
                    "month", "mm", "m", "monat", "mois", "mes", "mese", "maand", "miesiac", "manad", "maned",
                    "kuukausi", "mesic", "ay", "месяц", "місяць", "мм", "月", "월", "الشهر",
                ],
                roots: ["month"]
            )
        ),
        (
            .year,
            Mentions(
                words: [
                    "year", "yy", "yyyy", "y", "jahr", "annee", "ano", "anno", "jaar", "jjjj", "aaaa", "rrrr", "vvvv",
                    "rok", "vuosi", "yil", "год", "рік", "гггг", "рррр", "年", "년", "السنة",
                ],
                roots: ["year"]
            )
        ),
    ]

    private static func chosen(_ options: [String]) -> DatePart? {
        let numbers = options.compactMap { Int($0.filter(\.isNumber)) }
        let isMonths = options.contains {
            Words($0).list.first.map { ["jan", "january", "januar"].contains($0) } == true
        }
        if isMonths, options.count <= 14 { return .month }
        if numbers.count >= 8, numbers.allSatisfy({ (1900...2200).contains($0) }) { return .year }
        if numbers.count == 12, numbers.max() == 12 { return .month }
        return numbers.count == 31 && numbers.max() == 31 ? .day : nil
    }
}
