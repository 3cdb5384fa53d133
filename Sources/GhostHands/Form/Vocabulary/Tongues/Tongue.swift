/// The plain labels of a profile in one language.
///
/// Each is sure where it stands alone, so a name that another language uses for something else is none here; what only
/// its neighbours settle is an ``Either``.
struct Tongue: Sendable {
    /// The names of each fact, by commas, as forms spell them.
    let names: [Asked: [String]]
    /// Words that may stand beside them without changing whose fact it is.
    let beside: [String]
    /// The codes of the currencies that its speakers mean where they name none.
    let money: Set<String>

    init(_ names: [Asked: String], beside: String = "", money: String = "") {
        self.names = names.mapValues(Self.phrases)
        self.beside = Self.phrases(beside)
        self.money = Set(Self.phrases(money))
    }

    static func phrases(_ text: String) -> [String] {
        Words.phrases(text).filter { !$0.isEmpty }
    }

    /// Every language.
    static let all: [Tongue] =
        [german, dutch, swedish, danish, norwegian, finnish] + [french, spanish, portuguese, italian]
        + [polish, czech, turkish, russian, ukrainian] + [japanese, chinese, korean, arabic] + further
        + [schooling, asking, today]

    /// The names of a fact in all of them.
    static func names(of asked: Asked) -> [String] { all.flatMap { $0.names[asked] ?? [] } }

    /// The currencies that are meant by a label in one of these languages that asks for pay and names none.
    ///
    /// - Parameter label: what the field says.
    /// - Returns: nil where it is in none of them.
    static func money(asking label: Words) -> Set<String>? {
        let bare = AskedRule.bareOfPay(label)
        let asking = all.filter { tongue in
            tongue.names[.salary]?.contains { $0 == label.text || $0 == bare.text } ?? false
        }
        return asking.isEmpty ? nil : asking.reduce(into: []) { $0.formUnion($1.money) }
    }

    /// Those names that are long enough to tell the fact among other words as well.
    static func telling(_ asked: Asked) -> [String] { names(of: asked).filter { $0.count >= 9 } }

    /// What may stand beside any of them.
    static let beside = Set(all.flatMap(\.beside) + repeating)
}
