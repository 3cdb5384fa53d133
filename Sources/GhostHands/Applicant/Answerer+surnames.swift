/// Two family names in two boxes, as Spain and Latin America have them.
extension Answerer {
    /// The first and the second family name apart, where a form has a box for each.
    ///
    /// - Parameters:
    ///   - found: the answers so far.
    ///   - fields: the fields in reading order.
    ///   - asked: what each of them asks for.
    /// - Returns: the answers; none for either where nobody can tell where the first one ends.
    func withSurnames(_ found: [Answer?], _ fields: [Field], _ asked: [Asked]) -> [Answer?] {
        var found = found
        for (first, second) in zip(fields.indices, fields.indices.dropFirst())
        where Self.asks(fields[first], Self.firsts) && Self.asks(fields[second], Self.seconds) {
            guard let name = applicant.profile.fact(.lastName), found[second] == nil || asked[second] == .lastName,
                found[first].map({ $0.source == .profile }) ?? true, Classifier.isOwn(.lastName, fields[first])
            else { continue }
            let words = name.split(separator: " ").map(String.init)
            found[first] = words.count > 2 ? nil : Answer(.text(words[0]), from: .profile)
            found[second] = words.count == 2 ? Answer(.text(words[1]), from: .profile) : nil
        }
        return withParticles(found, fields, asked)
    }

    /// "van der" in a box of its own, as Dutch forms have it.
    private func withParticles(_ found: [Answer?], _ fields: [Field], _ asked: [Asked]) -> [Answer?] {
        var found = found
        guard let place = fields.indices.first(where: { Self.asks(fields[$0], Self.particles) }),
            let last = fields.indices.first(where: { abs($0 - place) <= 2 && asked[$0] == .lastName }),
            let name = found[last], name.source == .profile, let text = name.value.plainText
        else { return found }
        let words = text.split(separator: " ").map(String.init)
        let leading = words.prefix { $0.first?.isLowercase == true || $0.hasPrefix("'") }
        guard !leading.isEmpty, leading.count < words.count else { return found }
        let particles = leading.joined(separator: " ")
        if let stated = found[place]?.value.plainText, Words(stated) != Words(particles) { return found }
        found[place] = found[place] ?? Answer(.text(particles), from: .profile)
        found[last]?.value = .text(words.dropFirst(leading.count).joined(separator: " "))
        found[last]?.template = nil
        return found
    }

    private static let particles: Set<String> = ["tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels"]

    private static func asks(_ field: Field, _ names: Set<String>) -> Bool {
        field.kind == .text && Words(field.label).areMade(of: names, beside: AskedRule.harmless)
    }

    private static let firsts: Set<String> = Set(
        Words.phrases(
            """
            primer apellido, 1er apellido, 1 apellido, apellido 1, apellido paterno, first surname, surname 1, paternal surname, \
            paternal last name, first last name, primeiro sobrenome, primeiro apelido
            """
        )
    )
    private static let seconds: Set<String> = Set(
        Words.phrases(
            """
            segundo apellido, 2do apellido, 2 apellido, apellido 2, apellido materno, second surname, surname 2, maternal surname, \
            maternal last name, second last name, segundo sobrenome, segundo apelido, ultimo sobrenome
            """
        )
    )
}
