/// A word that names one fact where its neighbours are named apart, and another where it stands alone: "Nom" is a family
/// name beside "Prénom", and else the whole name.
struct Either: Sendable {
    let words: Set<String>
    /// What it asks beside a field that asks for ``neighbour``.
    let beside: Asked
    let neighbour: Asked
    /// What it asks alone; nil where that is not sure.
    let alone: Asked?

    private init(_ words: String..., beside: Asked, _ neighbour: Asked, alone: Asked?) {
        self.words = Set(words.map { Words($0).text })
        self.beside = beside
        self.neighbour = neighbour
        self.alone = alone
    }

    static let all = [
        Either("nom", "name", "naam", "nume", beside: .lastName, .firstName, alone: .fullName),
        Either("nom", "meno", "ime", beside: .firstName, .lastName, alone: .fullName),
        Either(
            "nome",
            "nombre",
            "namn",
            "navn",
            "nimi",
            "jméno",
            "imię",
            "isim",
            "ad",
            "adı",
            "имя",
            "الاسم",
            "الإسم",
            beside: .firstName,
            .lastName,
            alone: .fullName
        ),
        Either("όνομα", "név", "tên", beside: .firstName, .lastName, alone: .fullName),
        // Alone they are as often the given name, of which the family name stands on another page.
        Either("ім'я", "이름", "名字", "名", beside: .firstName, .lastName, alone: nil),
        Either("estado", beside: .state, .postalCode, alone: nil), Either("estado", beside: .state, .city, alone: nil),
        Either("ort", beside: .city, .postalCode, alone: .city),
        Either("by", beside: .city, .postalCode, alone: nil),
        Either("sted", beside: .city, .postalCode, alone: nil),
    ]

    /// The place that a list's label may mean beside something else: its choices tell which.
    static func place(_ label: Words) -> Asked? {
        all.first { $0.beside == .state && $0.words.contains(label.text) }?.beside
    }

    /// What a field's label asks among the facts that the rest of its form asks for; nil where it is no such word.
    static func asked(by label: Words, among others: @autoclosure () -> Set<Asked>) -> Asked?? {
        let bare = label.list.filter { !AskedRule.harmless.contains($0) && !Tongue.beside.contains($0) }
        guard bare.count == 1, let word = bare.first else { return nil }
        let known = all.filter { $0.words.contains(word) }
        if known.isEmpty { return nil }
        let others = others()
        let told = known.first { others.contains($0.neighbour) && !others.contains($0.beside) }
        return told.map(\.beside) ?? known.first.map(\.alone)
    }
}
