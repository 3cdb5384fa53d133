/// The plain labels of a profile in one language.
///
/// Each is sure where it stands alone, so a name that another language uses for something else is none here; what only
/// its neighbours settle is an ``Either``.
struct Tongue: Sendable {
    /// The names of each fact, by commas, as forms spell them.
    let names: [Asked: [String]]
    /// Words that may stand beside them without changing whose fact it is.
    let beside: [String]

    init(_ names: [Asked: String], beside: String = "") {
        self.names = names.mapValues(Self.phrases)
        self.beside = Self.phrases(beside)
    }

    private static func phrases(_ text: String) -> [String] {
        text.split(separator: ",").map { Words(String($0)).text }.filter { !$0.isEmpty }
    }

    /// Every language.
    static let all: [Tongue] =
        [german, dutch, swedish, danish, norwegian, finnish] + [french, spanish, portuguese, italian]
        + [polish, czech, turkish, russian, ukrainian] + [japanese, chinese, korean, arabic] + further

    /// The names of a fact in all of them.
    static func names(of asked: Asked) -> [String] { all.flatMap { $0.names[asked] ?? [] } }

    /// Those names that are long enough to tell the fact among other words as well.
    static func telling(_ asked: Asked) -> [String] { names(of: asked).filter { $0.count >= 9 } }

    /// What may stand beside any of them.
    static let beside = Set(all.flatMap(\.beside))
}
