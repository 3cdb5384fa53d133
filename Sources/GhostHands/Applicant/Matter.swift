/// What a question is about: its subjects, and the words left of it that name none.
///
/// Words that any question about work has are left out: they would make all of them alike.
struct Matter: Hashable {
    let question: Question
    private var things: Set<Thing>
    private var words: Set<String>

    private enum Subject: Hashable {
        case thing(Int)
        case language(String)
    }

    /// One of the things that a question is about, and the words by which it says so.
    private struct Thing: Hashable {
        let subject: Subject?
        let words: Set<String>
    }

    /// What a question is about.
    ///
    /// - Parameters:
    ///   - question: the question.
    ///   - isYesNo: whether it is answered by a bare yes or no, which says nothing of another kind of the same thing: a yes
    ///     to "hybrid" is none to "remote".
    init(_ question: Question, isYesNo: Bool) {
        self.question = question
        words = question.core.words.filter { !Self.common.contains($0) && !FrameWords.wishes($0) }
        var things: Set<Thing> = []
        let found = Subjects.found(in: question.text).merging(Subjects.found(in: question.spelled)) { $0.union($1) }
        for (subject, words) in found where !(isYesNo && Subjects.isOfKinds(subject)) {
            things.insert(Thing(subject: .thing(subject), words: words))
        }
        for (code, words) in Language.named(in: question.text) {
            things.insert(Thing(subject: .language(code), words: words))
        }
        let named = things.reduce(into: Set<String>()) { $0.formUnion($1.words) }
        for word in words.subtracting(named) { things.insert(Thing(subject: nil, words: [word])) }
        self.things = things
    }

    /// The same without what denies.
    var affirmed: Matter {
        var matter = self
        matter.things = things.filter { $0.words.isDisjoint(with: Words.denying) }
        matter.words = words.subtracting(Words.denying)
        return matter
    }

    /// Whether it names no other subject than pay; what money and time that is stands in its other words.
    var isOnlyPay: Bool { isOfPay && things.allSatisfy { $0.subject.map(Self.pay.contains) ?? true } }

    /// Whether it is about pay.
    var isOfPay: Bool { things.contains { $0.subject.map(Self.pay.contains) ?? false } }

    private static let pay = Set(Subjects.found(in: Words("salary")).keys.map(Subject.thing))

    /// Whether nothing is left that it would be about.
    var isBare: Bool { things.isEmpty }

    /// Whether everything that another question is about is in this one.
    func isAbout(_ other: Matter) -> Bool { !other.isBare && other.things.allSatisfy(holds) }

    /// How many things that this one is about are in the other as well.
    func shares(with other: Matter) -> Int { things.count(where: other.holds) }

    /// Whether both are about the same subjects, and at least one; the words that are left may be those of another language.
    func isOfSameSubjects(as other: Matter) -> Bool {
        let (own, theirs) = (Set(things.compactMap(\.subject)), Set(other.things.compactMap(\.subject)))
        return !own.isEmpty && own == theirs
    }

    /// By its subject, or by its words: "own transport" is in "Do you have transport?".
    private func holds(_ thing: Thing) -> Bool {
        if let subject = thing.subject, things.contains(where: { $0.subject == subject }) { return true }
        let telling = thing.words.filter { !Self.common.contains($0) && !FrameWords.contains($0) }
        return !telling.isEmpty && telling.allSatisfy { word in words.contains { Self.areAkin(word, $0) } }
    }

    /// Whether it asks what somebody has learned: "Do you have experience with children?" is not "Do you have children?".
    var tellsAbility: Bool { !question.core.words.isDisjoint(with: Self.abilities) }

    /// The words that make another question of the same ones: another time, another person.
    var turns: Set<String> {
        question.core.words.filter {
            !Words.denying.contains($0) && Self.turning.contains($0)
                || $0.hasSuffix("s") && Self.turning.contains(String($0.dropLast()))
        }
    }

    /// Whether the question itself names a choice: "on site, hybrid or remote?".
    func names(_ choice: Words) -> Bool {
        let said = choice.list.filter { !Self.extents.contains($0) }
        return !said.isEmpty && said.allSatisfy { word in question.text.list.contains { Self.areAkin(word, $0) } }
    }

    /// How far something goes, which a question leaves out.
    private static let extents = Set(
        Words.phrases(
            """
            only, fully, full, mostly, mainly, partly, nur, ganz, vollstandig, uberwiegend, komplett, uniquement, \
            seulement, entierement, solo, completamente, totalmente, apenas, somente, alleen, volledig, endast, bara, \
            helt, enbart, kun, vain, kokonaan, tylko, wylacznie, w pelni, calkowicie, jen, pouze, plne, sadece, \
            tamamen, только, полностью, лише, повністю, на, pa, the, in, at, on, from, im, am, vor, op, en, a, au, \
            bureau
            """
        )
    )

    private static let abilities = Set(
        Words.phrases(
            """
            experience, experienced, skill, skills, knowledge, command, level, erfahrung, erfahrungen, kenntnisse, \
            competences, experiencia, conhecimento, esperienza, conoscenza, ervaring, kennis, erfarenhet, kunskap, \
            erfaring, kendskab, kokemus, taito, doswiadczenie, znajomosc, zkusenost, znalost, опыт, знание, досвід, \
            знання, deneyim, bilgisi
            """
        )
    )

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
            work, working, job, jobs, vacancy, vacancies, opening, openings, position, positions, check, box, tick, \
            if, category, categories, categorie, categoria, categorias, kategoria, kategori, class, classe, clase, \
            role, company, employer, candidate, applicant, application, experience, experienced, skill, skills, \
            level, knowledge, command, rate, rating, language, time, before, ever, able, ready, willing, comfortable, \
            good, basis, describes, describe, best, make, makes, kind, type, share, professional, overall, status, \
            sister, subsidiary, subsidiaries, affiliate, affiliates, group, one, send, our, us, there, available, \
            proof, question, why, agree, accept, consent, okay, ok, allow, confirm, happy, fine, use, using, used, \
            take, get, come, arbeit, arbeiten, stelle, position, unternehmen, firma, bereit, bereitschaft, erfahrung, \
            erfahrungen, kenntnisse, niveau, klasse, kategorie, zeit, sprache, gut, art, form, vorhanden, travail, \
            travailler, poste, entreprise, experience, competences, niveau, langue, temps, pret, disposition, \
            accepter, trabajo, trabajar, puesto, empresa, experiencia, nivel, idioma, tiempo, dispuesto, dispuesta, \
            disposicion, trabalho, trabalhar, vaga, experiencia, nivel, tempo, disposto, disposta, disponibilidade, \
            conhecimento, lavoro, lavorare, posizione, azienda, esperienza, livello, lingua, tempo, disposto, \
            disposta, conoscenza, werk, werken, functie, bedrijf, ervaring, niveau, taal, tijd, bereid, kennis, lang, \
            aanwezig, beschikbaar, arbete, arbeta, jobb, tjanst, foretag, erfarenhet, niva, sprak, tid, villig, \
            kunskap, lang, arbejde, arbeid, jobbe, stilling, firma, erfaring, niveau, sprog, tid, villig, kendskab, \
            tyo, tyossa, tyopaikka, paikka, yritys, kokemus, taso, kieli, kielen, taito, valmis, praca, pracy, \
            pracowac, stanowisko, firma, doswiadczenie, poziom, jezyk, jezyka, czas, gotow, znajomosc, prace, \
            pracovat, pozice, zkusenost, uroven, jazyk, cas, ochota, znalost, работа, работы, работать, работе, \
            должность, компания, опыт, уровень, язык, языка, время, знание, готов, готова, готовы, готовность, \
            готові, готовий, готовність, робота, роботи, працювати, роботі, посада, компанія, досвід, рівень, мова, \
            мови, час, знання, is, calisma, calismak, pozisyon, sirket, deneyim, seviye, dil, bilgisi, durum, durumu, \
            bir, etmenize, sinif
            """
        )
    )

    static let turning = Set(
        Words.phrases(
            """
            previous, previously, former, formerly, last, past, current, present, next, future, other, another, \
            second, third, spouse, partner, wife, husband, mother, father, parent, parents, family, relative, \
            relatives, friend, supervisor, manager, reference, referee, emergency, minimum, maximum, min, max, not, \
            no, without, except, only, end, birth, vorherige, vorheriger, fruhere, fruherer, letzte, letzter, \
            aktuelle, aktueller, andere, anderer, zukunftige, precedent, precedente, dernier, derniere, actuel, \
            actuelle, autre, autres, conjoint, anterior, anteriores, ultimo, ultima, actual, otro, otra, otros, \
            conyuge, atual, outro, outra, outros, attuale, altro, altra, altri, precedenti, vorige, laatste, huidige, \
            andere, tidigare, nuvarande, senaste, andra, tidligere, navaerende, seneste, andre, edellinen, nykyinen, \
            muu, poprzedni, poprzednia, obecny, obecna, inny, inna, predchozi, soucasny, jiny, предыдущий, последний, \
            текущий, другой, попередній, останній, поточний, інший, onceki, mevcut, diger
            """
        )
    )
}
