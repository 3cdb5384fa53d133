/// A month of a year, as the head of a calendar names it.
public struct CalendarMonth: Sendable, Hashable {
    /// Four digits.
    public let year: Int
    /// 1...12.
    public let month: Int

    /// A month.
    public init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    /// Reads `March 2026`, `2026 März`, `mars 2026`, `Mar. 2026`, `2026-03`, `03/2026`; nil when it is none of these.
    ///
    /// - Parameter text: the month's name or number, and the year.
    public init?(_ text: String) {
        let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let years = words.compactMap { $0.count == 4 ? Int($0) : nil }
        guard years.count == 1, let year = years.first, (1000...9999).contains(year) else { return nil }
        let named = words.compactMap(Self.number(named:))
        let numbers = words.compactMap { $0.count <= 2 ? Int($0) : nil }
        let months = named.isEmpty ? numbers.filter { (1...12).contains($0) } : named
        guard months.count == 1 else { return nil }
        self.init(year: year, month: months[0])
    }

    /// The number of a month by its name, whole or short, in the languages that forms are read in.
    ///
    /// - Parameter name: for example `March`, `Mär`, `juillet`, `Dez`.
    /// - Returns: 1...12, or nil.
    public static func number(named name: String) -> Int? {
        let words = Words(name).list
        guard words.count == 1, let plain = words.first, plain.count >= 3, plain.allSatisfy(\.isLetter) else {
            return nil
        }
        // A short name is the beginning of the whole one.
        return names.firstIndex { wholes in wholes.contains { $0.hasPrefix(plain) } }.map { $0 + 1 }
    }

    /// The whole English name of a month.
    ///
    /// - Parameter number: 1...12; nil for another.
    static func englishName(_ number: Int) -> String? {
        guard (1...12).contains(number) else { return nil }
        return names[number - 1].first.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    }

    private static let names: [[String]] = [
        ["january", "januar", "janvier", "enero", "januari", "janeiro"],
        ["february", "februar", "fevrier", "febrero", "februari", "fevereiro"],
        ["march", "marz", "maerz", "mars", "marzo", "maart", "mrt", "marco"],
        ["april", "avril", "abril"], ["may", "mai", "mayo", "mei", "maio"],
        ["june", "juni", "juin", "junio", "junho"], ["july", "juli", "juillet", "julio", "julho"],
        ["august", "aout", "agosto", "augustus"],
        ["september", "septembre", "septiembre", "setembro", "sept"],
        ["october", "oktober", "octobre", "octubre", "outubro"],
        ["november", "novembre", "noviembre", "novembro"],
        ["december", "dezember", "decembre", "diciembre", "dezembro"],
    ]
}
