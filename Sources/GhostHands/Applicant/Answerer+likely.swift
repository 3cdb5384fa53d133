extension Answerer {
    /// The answers to required questions that the applicant answered for another form, in its words: all that one of the
    /// two questions is about is in the other as well, and the answer is one that this field takes.
    ///
    /// A bare yes or no fits every such question: there both must be about the same. An answer that says more tells by
    /// itself that it belongs here: one of the choices says it. What two fields would take goes to neither, nor does what
    /// a field has the choice of two of.
    ///
    /// - Parameters:
    ///   - found: what was found so far.
    ///   - fields: the fields in reading order.
    ///   - asked: what each of them asks for.
    /// - Returns: the same with what was found so.
    func likely(_ found: [Answer?], _ fields: [Field], _ asked: [Asked]) -> [Answer?] {
        let open = fields.indices.filter { found[$0] == nil && Self.mayBeLikely(fields[$0], asked[$0]) }
        guard !open.isEmpty, !answers.isEmpty else { return found }
        let questions = fields.map(Self.cores)
        let free = answers.indices.filter { place in
            !fields.indices.contains { other in
                !open.contains(other) && questions[other].contains { answers[place].question.core.isSame(as: $0) }
            }
        }
        let pairs = open.flatMap { index in
            free.filter { place in
                questions[index].contains { isLikely(answers[place], for: $0, fields[index]) }
            }.map { (index, $0) }
        }
        var found = found
        for (index, place) in pairs
        where pairs.count(where: { $0.0 == index }) == 1 && pairs.count(where: { $0.1 == place }) == 1 {
            found[index] = answer(of: [answers[place].answer])
        }
        return found
    }

    /// The lists to which an answer may belong, whose choices nobody has seen: it was given to a question that no field of
    /// the form asks in its words, and nothing says that this is another one.
    ///
    /// - Parameters:
    ///   - lists: the places of the lists among the fields.
    ///   - fields: the fields of the form.
    /// - Returns: the places of those lists.
    public func listsToSee(_ lists: [Int], among fields: [Field]) -> Set<Int> {
        guard !answers.isEmpty, !lists.isEmpty else { return [] }
        let cores = fields.map(Self.cores)
        let free = answers.map(\.question.core).filter { given in
            !cores.contains { $0.contains { given.isSame(as: $0) } }
        }
        return Set(
            lists.filter { list in
                free.contains { given in cores[list].contains { $0.isBare || given.shares(with: $0) > 0 } }
            }
        )
    }

    private static func mayBeLikely(_ field: Field, _ asked: Asked) -> Bool {
        guard field.isRequired || !field.options.isEmpty, field.kind != .file, !field.label.isEmpty, !asked.isPersonal,
            !asked.isSecret
        else {
            return false
        }
        let headings = Headings(field)
        return !headings.isOthers && !headings.isHistory && ![.salary, .birthDate].contains(asked)
    }

    private func isLikely(
        _ given: (question: Question, answer: String),
        for core: Question.Core,
        _ field: Field
    ) -> Bool {
        let isBare = YesNo.said(by: given.answer) != nil
        let (theirs, own) = (given.question.core, core)
        guard theirs.signs == own.signs, theirs.isNegated == own.isNegated else { return false }
        if isBare {
            guard field.isRequired else { return false }
            let isAsked = field.kind == .checkbox || YesNo.areOffered(by: field.options) || own.kind.isWhether
            return isAsked && theirs.kind.isLike(own.kind) && theirs.isAbout(own) && own.isAbout(theirs)
                && (theirs.shares(with: own) > 1 || theirs.tellsAbility == own.tellsAbility)
        }
        guard theirs.turns == own.turns else { return false }
        // What is word for word one of the choices belongs to them, where both ask about one thing, or the question named
        // the choices itself.
        let choices = field.options.filter { !$0.isPlaceholder }.map { Words($0.label) }
        if choices.contains(Words(given.answer)), !isBare {
            let asked = given.question.text
            if theirs.shares(with: own) > 0 || choices.count(where: { asked.contains($0.text) }) > 1 { return true }
        }
        guard field.isRequired, theirs.isAbout(own) || own.isAbout(theirs) else { return false }
        let fit = Fit.fit(.text(given.answer), to: field)
        if case .refused = fit { return false }
        guard field.kind.isChoice else {
            if [.date, .month, .time, .dateTime, .week].contains(field.kind) { return true }
            // Free words fit every box: there they must be about the same thing.
            return theirs.isAbout(own) && own.isAbout(theirs) || theirs.shares(with: own) > 1
        }
        if case .options(let chosen) = fit { return !chosen.isEmpty }
        return false
    }
}

extension Question.Core {
    /// What it is about, without the words that any question about work has.
    private var matter: Set<String> { words.filter { !Self.common.contains($0) } }

    /// The words that make another question of the same ones: another time, another person.
    var turns: Set<String> {
        words.filter { Self.turning.contains($0) || $0.hasSuffix("s") && Self.turning.contains(String($0.dropLast())) }
    }

    /// Whether it asks what somebody has learned: "Do you have experience with children?" is not "Do you have children?".
    var tellsAbility: Bool { !words.isDisjoint(with: Self.abilities) }

    private static let abilities = Set(
        Words.phrases(
            """
            experience, experienced, skill, skills, knowledge, command, level, erfahrung, erfahrungen, kenntnisse, \
            competences, experiencia, conhecimento, esperienza, conoscenza, ervaring, kennis, erfarenhet, kunskap, erfaring, \
            kendskab, kokemus, taito, doswiadczenie, znajomosc, zkusenost, znalost, опыт, знание, досвід, знання, deneyim, bilgisi
            """
        )
    )

    /// Whether nothing is left that it would be about.
    var isBare: Bool { matter.isEmpty }

    /// Whether everything that another question is about is in this one.
    func isAbout(_ other: Question.Core) -> Bool {
        let (own, theirs) = (matter, other.matter)
        return !theirs.isEmpty && theirs.allSatisfy { word in own.contains { Self.areAkin(word, $0) } }
    }

    /// How many words of what they are about are the same.
    func shares(with other: Question.Core) -> Int {
        matter.count { word in other.matter.contains { Self.areAkin(word, $0) } }
    }

    /// The same word, another form of it, or one written together with another: "Schichtarbeit", "Schichtbereitschaft".
    private static func areAkin(_ left: String, _ right: String) -> Bool {
        if FrameWords.areOne(left, right) { return true }
        let (shorter, longer) = left.count < right.count ? (left, right) : (right, left)
        guard shorter.count >= 5 else { return false }
        let same = zip(left, right).prefix { $0 == $1 }.count
        return longer.contains(shorter) || same >= 7 || same >= 5 && longer.count - same <= 3
    }

    private static let common = Set(
        Words.phrases(
            """
            work, working, job, jobs, position, role, company, employer, candidate, applicant, application, experience, \
            experienced, skill, skills, level, knowledge, command, rate, rating, language, time, before, ever, able, ready, \
            willing, comfortable, good, basis, describes, describe, best, make, makes, kind, type, share, professional, overall, \
            status, our, us, there, available, proof, question, why, agree, accept, consent, okay, ok, allow, confirm, happy, fine, use, using, used, take, get, come, \
            arbeit, arbeiten, stelle, position, unternehmen, firma, bereit, bereitschaft, erfahrung, erfahrungen, kenntnisse, \
            niveau, klasse, kategorie, zeit, sprache, gut, art, form, vorhanden, \
            travail, travailler, poste, entreprise, experience, competences, niveau, langue, temps, pret, disposition, accepter, \
            trabajo, trabajar, puesto, empresa, experiencia, nivel, idioma, tiempo, dispuesto, dispuesta, disposicion, \
            trabalho, trabalhar, vaga, experiencia, nivel, tempo, disposto, disposta, disponibilidade, conhecimento, \
            lavoro, lavorare, posizione, azienda, esperienza, livello, lingua, tempo, disposto, disposta, conoscenza, \
            werk, werken, functie, bedrijf, ervaring, niveau, taal, tijd, bereid, kennis, lang, aanwezig, beschikbaar, \
            arbete, arbeta, jobb, tjanst, foretag, erfarenhet, niva, sprak, tid, villig, kunskap, lang, \
            arbejde, arbeid, jobbe, stilling, firma, erfaring, niveau, sprog, tid, villig, kendskab, \
            tyo, tyossa, tyopaikka, paikka, yritys, kokemus, taso, kieli, kielen, taito, valmis, \
            praca, pracy, pracowac, stanowisko, firma, doswiadczenie, poziom, jezyk, jezyka, czas, gotow, znajomosc, \
            prace, pracovat, pozice, zkusenost, uroven, jazyk, cas, ochota, znalost, \
            работа, работы, работать, работе, должность, компания, опыт, уровень, язык, языка, время, знание, \
            готов, готова, готовы, готовность, готові, готовий, готовність, робота, роботи, працювати, роботі, посада, компанія, досвід, рівень, мова, мови, час, знання, \
            is, calisma, calismak, pozisyon, sirket, deneyim, seviye, dil, bilgisi
            """
        )
    )

    private static let turning = Set(
        Words.phrases(
            """
            previous, previously, former, formerly, last, past, current, present, next, future, other, another, second, third, \
            spouse, partner, wife, husband, mother, father, parent, parents, family, relative, relatives, friend, supervisor, \
            manager, reference, referee, emergency, minimum, maximum, min, max, not, no, without, except, only, end, birth, \
            vorherige, vorheriger, fruhere, fruherer, letzte, letzter, aktuelle, aktueller, andere, anderer, zukunftige, \
            precedent, precedente, dernier, derniere, actuel, actuelle, autre, autres, conjoint, \
            anterior, anteriores, ultimo, ultima, actual, otro, otra, otros, conyuge, atual, outro, outra, outros, \
            attuale, altro, altra, altri, precedenti, vorige, laatste, huidige, andere, tidigare, nuvarande, senaste, andra, \
            tidligere, navaerende, seneste, andre, edellinen, nykyinen, muu, poprzedni, poprzednia, obecny, obecna, inny, inna, \
            predchozi, soucasny, jiny, предыдущий, последний, текущий, другой, попередній, останній, поточний, інший, \
            onceki, mevcut, diger
            """
        )
    )
}
