/// The sections of a form that ask for what the applicant has done before, entry by entry.
public enum HistorySection: Sendable, Hashable, CaseIterable {
    case work, education

    /// Tells by a heading; nil when it says anything else.
    ///
    /// - Parameter heading: for example `Work Experience 2`, `Add education`, `Ausbildung`.
    public init?(heading: String) {
        let words = Words(list: Words(heading).list.filter { !Self.adding.contains($0) && !Self.more.contains($0) })
        // "Job 1", "Most recent employer": one entry, where a number or a time says so.
        let isEntry = words.list.contains { $0.allSatisfy(\.isNumber) || Self.times.contains($0) }
        let found = Self.allCases.first { section in
            words.areMade(of: isEntry ? section.namesOfEntries : section.names, beside: Self.around)
        }
        guard let found else { return nil }
        self = found
    }

    /// Whether a heading speaks of one job before the one of today, as "Previous employer" does.
    static func isPast(_ heading: Words) -> Bool {
        heading.list.contains { ["previous", "former", "prior"].contains($0) }
            && heading.list.contains { ["employer", "job", "position", "company", "role"].contains($0) }
    }

    /// Tells what a button adds; nil when it adds anything else.
    ///
    /// - Parameter label: for example `Add another school`, `+ Add`.
    public init?(addedBy label: String, under heading: String?) {
        let words = Words(label)
        guard let first = words.list.first, Self.adding.contains(first) || words.list.last == "hinzufugen" else {
            return nil
        }
        let rest = Words(list: words.list.filter { !Self.adding.contains($0) && !Self.more.contains($0) })
        let name = rest.list.isEmpty ? Words(heading ?? "") : rest
        let found = Self.allCases.first { section in
            name.areMade(of: section.namesOfEntries, beside: Self.around)
        }
        guard let found else { return nil }
        self = found
    }

    private static let times: Set<String> = Set(
        Words.phrases(
            """
            previous, recent, former, past, last, latest, highest, present, current, letzte, letzter, letzten, letztes, aktuelle, aktueller, derzeitige, \
            derzeitiger, derzeitiges, höchste, höchster, höchster, dernier, dernière, actuel, actuelle, último, última, actual, atual, \
            attuale, ultimo, ultima, laatste, huidige, hoogste, senaste, nuvarande, högsta, siste, seneste, nåværende, nuværende, \
            høyeste, højeste, viimeisin, nykyinen, korkein, ostatni, ostatnie, ostatnia, obecny, obecne, obecna, najwyższe, poslední, \
            současný, současné, nejvyšší, son, mevcut, последнее, последняя, последний, текущее, останнє, поточне
            """
        )
    )

    private static let adding: Set<String> = [
        "add", "ajouter", "anadir", "agregar", "adicionar", "toevoegen", "hinzufugen",
    ]

    private static let more: Set<String> = [
        "another", "more", "new", "one", "entry", "a", "an", "edit", "your", "weitere", "otro", "autre",
    ]

    /// A heading under which its fields stand.
    public var heading: String {
        switch self {
        case .work: "Work experience"
        case .education: "Education"
        }
    }

    private var names: Set<String> { self == .work ? Self.ofWork : Self.ofEducation }

    private static let ofWork = folded(
        """
        experience, experiences, employment, work experience, work history, employment history, professional experience, \
        job history, career history, previous employment, work, previous employer, previous employers, employment record, \
        work experiences, career, positions held, roles held, professional background, work background, employment background, \
        berufserfahrung, berufserfahrungen, arbeitserfahrung, beruflicher werdegang, berufliche stationen, \
        berufliche laufbahn, berufspraxis, berufliche erfahrung, berufliche erfahrungen, stationen, werdegang, \
        experience professionnelle, experiences professionnelles, parcours professionnel, emplois, emplois precedents, \
        experiencia, experiencias, experiencia laboral, experiencias laborales, experiencia profesional, \
        experiencias profesionales, historial laboral, trayectoria profesional, historia laboral, \
        experiencia profissional, experiencias profissionais, historico profissional, \
        esperienza, esperienze, esperienza lavorativa, esperienze lavorative, esperienza professionale, \
        esperienze professionali, werkervaring, werkervaringen, arbeidsverleden, loopbaan, \
        arbetslivserfarenhet, arbetserfarenhet, yrkeserfarenhet, tidigare anställningar, erhvervserfaring, \
        arbejdserfaring, ansættelser, arbeidserfaring, yrkeserfaring, arbeidshistorikk, työkokemus, työhistoria, \
        doświadczenie, doświadczenie zawodowe, historia zatrudnienia, przebieg zatrudnienia, pracovní zkušenosti, \
        pracovní zkušenost, praxe, iş deneyimi, iş deneyimleri, deneyim, iş tecrübesi, опыт работы, опыт, \
        трудовая деятельность, места работы, досвід роботи, досвід, 職歴, 職務経歴, 職歴情報, 工作经历, 工作经验, 工作經歷, 工作經驗, \
        경력, 경력사항, 경력 사항, الخبرة, الخبرات, الخبرة العملية, الخبرات العملية, الخبرة المهنية
        """
    )

    private static let ofEducation = folded(
        """
        education, educations, school, schools, academic background, educational background, academic history, \
        education history, studies, university, college, academics, \
        ausbildung, bildung, bildungsweg, akademischer werdegang, akademische ausbildung, ausbildungen, \
        ausbildung und studium, studium und ausbildung, formation, formations, parcours scolaire, parcours academique, \
        etudes, scolarite, formacion, formacion academica, educacion, estudios, datos academicos, historial academico, \
        formacao, formacao academica, educacao, formacoes, istruzione, formazione, istruzione e formazione, studi, \
        percorso di studi, opleiding, opleidingen, onderwijs, utbildning, utbildningar, uddannelse, uddannelser, \
        utdanning, utdannelse, koulutus, koulutukset, titolo di studio, titoli di studio, schulbildung, schulische ausbildung, \
        hochschulbildung, diplômes, titulación, wykształcenie, edukacja, vzdělání, eğitim, eğitim bilgileri, \
        образование, освіта, 学歴, 学歴情報, 教育经历, 教育背景, 教育經歷, 學歷, 학력, 학력사항, 학력 사항, التعليم, \
        المؤهلات العلمية, المؤهل العلمي
        """
    )

    private static func folded(_ names: String) -> Set<String> { Set(Words.phrases(names)) }

    /// What the section or one entry of it is called: entries on buttons, or with a number.
    private var namesOfEntries: Set<String> { self == .work ? Self.entriesOfWork : Self.entriesOfEducation }

    private static let entriesOfWork = ofWork.union([
        "job", "jobs", "positions", "employers", "position", "employer", "role", "company", "stelle", "emploi",
        "empleo", "baan",
    ]).union(
        Words.phrases(
            """
            arbeitgeber, arbeitsstelle, beschäftigung, tätigkeit, position, employeur, poste, entreprise, empleador, puesto, emprego, \
            empregador, cargo, impiego, lavoro, datore di lavoro, occupazione, werkgever, functie, dienstverband, anställning, \
            arbetsgivare, jobb, ansættelse, arbejdsgiver, job, stilling, arbeidsgiver, ansettelse, arbeidsforhold, työpaikka, työnantaja, \
            zatrudnienie, pracodawca, praca, stanowisko, zaměstnání, zaměstnavatel, iş, iş yeri, işyeri, işveren, место работы, \
            место работы и должность, работа, робота, місце роботи
            """
        )
    )

    private static let entriesOfEducation = ofEducation.union([
        "degree", "institution", "qualification", "diploma", "abschluss", "diplome",
    ])

    private static let around: Set<String> = AskedRule.harmless.union([
        "information", "info", "details", "and", "professional", "academic", "previous", "current", "past", "most",
        "recent", "latest", "last", "background", "history", "section", "of", "1", "2", "3", "4", "5", "6", "7", "8",
        "9", "10", "one",
        "two", "three", "first", "second", "third", "training", "formal", "related", "relevant", "list", "all",
        "ihre", "deine", "votre", "vos", "tu", "su", "tus", "sus", "sua", "suas", "jouw", "uw", "din", "dine", "or",
        "oder", "ou", "o", "of", "eller", "tai", "lub", "nebo", "veya", "или", "або", "bzw", "ihr", "dein", "ditt",
        "najnowsze",
    ]).union(times)
}
