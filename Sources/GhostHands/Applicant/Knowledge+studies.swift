/// Years, degrees and languages: what is ordered, so that more holds for less.
extension Knowledge {
    /// The years of work that a question asks about, in all or with a skill.
    func years(_ reading: QuestionReading) -> String? {
        guard !reading.words.containsAny(Self.ofKind), reading.places.isEmpty else { return nil }
        let skill = QuestionReading.skill(reading.scope)
        if skill.isEmpty { return reading.scope.isEmpty ? profile.fact(.yearsOfExperience) : nil }
        let said = Set(claims.filter { $0.topic == .experience && $0.scope == skill }.map(\.text))
        if said.isEmpty, isProfession(reading.scope) { return profile.fact(.yearsOfExperience) }
        return said.count == 1 ? said.first : nil
    }

    /// Whether words name what the applicant has been in every job.
    private func isProfession(_ words: Set<String>) -> Bool {
        let titles = profile.workHistory.compactMap(\.title)
        let asked = Set(words.map(Self.trade))
        return !titles.isEmpty && titles.allSatisfy { asked.isSubset(of: Words($0).list.map(Self.trade)) }
    }

    /// An engineer does engineering.
    private static func trade(_ word: String) -> String {
        let trades: [String: String] = [
            "engineer": "engineering", "engineers": "engineering", "developer": "engineering",
            "developing": "engineering",
            "development": "engineering", "programmer": "engineering", "programming": "engineering", "nurse": "nursing",
            "teacher": "teaching", "designer": "design", "accountant": "accounting", "analyst": "analysis",
            "consultant": "consulting", "recruiter": "recruiting", "writer": "writing",
        ]
        return trades[word] ?? word
    }

    /// Whether everything that a question names is among the applicant's skills; who does not list one may have it.
    func hasSkill(_ reading: QuestionReading) -> Bool? {
        guard reading.places.isEmpty, reading.bound == nil, !reading.rest.list.isEmpty else { return nil }
        let counted = claims.filter { $0.topic == .experience && Amount($0.text).map { $0.value > 0 } ?? false }
        let held = Set(
            profile.skills.map { Words(QuestionReading.inOnePiece($0)).text }
                + counted.map { $0.scope.joined(separator: " ") }
        )
        if reading.rest.areMade(of: held, beside: ["js"]) { return true }
        // "Python or SQL": either is enough.
        let either = reading.words.list.count { $0 == "or" } == 1 && !reading.words.contains("and")
        return either && reading.rest.list.count == 2 && held.contains(where: reading.rest.list.contains) ? true : nil
    }

    /// Words for work of one kind that they do not name.
    private static let ofKind = [
        "role", "position", "job", "similar", "relevant", "related", "field", "industry", "company", "area", "this",
        "these", "following", "here",
    ]

    /// Whether there are as many years as a question demands.
    func hasYears(_ reading: QuestionReading) -> Bool? {
        guard let bound = reading.bound else { return nil }
        func isMet(_ text: String) -> Bool? {
            Amount(text).map { bound.isStrict ? $0.value > bound.number : $0.value >= bound.number }
        }
        if let text = years(reading) { return isMet(text) }
        // "React or React Native": one of them is enough.
        guard reading.isAlternative, !reading.words.containsAny(Self.ofKind), reading.places.isEmpty else { return nil }
        let skill = QuestionReading.skill(reading.scope)
        let parts = claims.filter { $0.topic == .experience && !$0.scope.isEmpty && $0.scope.isSubset(of: skill) }
        return parts.contains { isMet($0.text) == true } ? true : nil
    }

    /// Whether a degree is as high as a question demands, and in a subject that it names.
    func hasDegree(_ reading: QuestionReading) -> Bool? {
        let levels = DegreeLevel.all(in: reading.words)
        let anyDegree = ["degree", "titulo", "diplome", "studied", "study"]
        let wanted = levels.min() ?? (reading.words.containsAny(anyDegree) ? .bachelor : nil)
        // "A 4 year degree" is one; "two degrees" are more than one.
        guard let wanted, reading.names.isEmpty, reading.bound.map({ $0.number == 4 }) ?? true else { return nil }
        if reading.scope.isEmpty {
            guard let held = heldLevel else { return nil }
            let mayPursue = reading.words.containsAny(["pursuing", "enrolled", "working towards"])
            return held >= wanted ? true : mayPursue ? nil : false
        }
        // Who has no doctorate has none in any subject.
        if let held = heldLevel, held < wanted, !reading.isAlternative, reading.matters.count == 1,
            !reading.words.containsAny(Self.notYet)
        {
            return false
        }
        let isMet = profile.education.contains { entry in
            guard isFinished(entry), let subject = entry.subject, let level = entry.degree.flatMap(DegreeLevel.init)
            else { return false }
            let names = [Words(subject).text] + (Self.shortNames[Words(subject).text] ?? [])
            return level >= wanted && reading.rest.containsAny(names)
        }
        return isMet ? true : isInOther(reading) ? false : nil
    }

    /// Whether a question names all the subjects that it would take for a degree, and the applicant's is none of them.
    ///
    /// "Is your degree in Accounting or Finance?"
    private func isInOther(_ reading: QuestionReading) -> Bool {
        let subjects = profile.education.compactMap { $0.subject.map { Words($0).list } }
        return reading.words.list.prefix(2).elementsEqual(["is", "your"]) && !subjects.isEmpty
            && subjects.count == profile.education.count && reading.rest.list.allSatisfy(Self.apart.contains)
            && subjects.allSatisfy { subject in !subject.contains { reading.rest.list.contains($0) } }
    }

    /// What is asked of those who have a degree in sight, or something like one.
    private static let notYet = [
        "equivalent", "pursuing", "enrolled", "working towards", "working toward", "toward", "towards", "in progress",
        "progress", "candidate", "student", "completing", "finishing", "level course", "coursework", "courses",
    ]

    /// Subjects that go by no other name; "a technical field" may be anybody's.
    private static let apart: Set<String> = [
        "accounting", "finance", "economics", "marketing", "nursing", "law", "education", "psychology", "journalism",
        "hospitality", "tourism", "pharmacy", "medicine", "dentistry", "architecture", "agriculture", "theology",
        "history", "philosophy", "music", "biology", "chemistry", "sociology", "teaching", "social", "work", "culinary",
    ]

    private static let shortNames: [String: [String]] = [
        "computer science": ["cs", "comp sci"], "electrical engineering": ["ee"], "information technology": ["it"],
        "mechanical engineering": ["me"], "business administration": ["business"],
    ]

    /// The highest level that was finished, as the applicant says or as the profile shows.
    var heldLevel: DegreeLevel? {
        let said = claims.filter { $0.topic == .degree && $0.scope.isEmpty && $0.says == nil }
        if said.count == 1 { return DegreeLevel(said[0].text) }
        return profile.education.filter(isFinished).compactMap { $0.degree.flatMap(DegreeLevel.init) }.max()
    }

    /// Whether an entry's degree is held, as far as the profile says: not one to come, nor one that was given up.
    func isFinished(_ entry: Engagement) -> Bool {
        if let year = entry.graduationYear.flatMap(Int.init), let thisYear, year > thisYear { return false }
        return !Words(entry.degree ?? "").mentions(Self.unfinished)
    }

    private static let unfinished = Mentions(
        words: Words.phrases(
            """
            in progress, ongoing, expected, candidate, not completed, incomplete, unfinished, dropped out, laufend, abgebrochen, \
            nicht abgeschlossen, en cours, non obtenu, en curso, sin terminar, inacabado, incompleto, em andamento, em curso, in corso, \
            non conseguita, pagaende, lopend, niet afgerond, w trakcie, nieukonczone, probihajici, devam ediyor, незаконченное, в процессе
            """
        )
    )

    /// Whether the applicant is as old as a question demands, by the date of birth.
    func isAdult(_ reading: QuestionReading) -> Bool? {
        guard let age, reading.scope.isEmpty else { return nil }
        return Double(age) >= reading.bound?.number ?? 18
    }

    static func years(from birth: String, to day: String) -> Int? {
        guard let born = CalendarDate(birth), let now = CalendarDate(day), let first = born.day, let last = now.day
        else {
            return nil
        }
        let hadBirthday = (now.month, last) >= (born.month, first)
        let years = now.year - born.year - (hadBirthday ? 0 : 1)
        return (0...120).contains(years) ? years : nil
    }

    /// Whether the applicant speaks a language as well as a question demands.
    func speaks(_ reading: QuestionReading) -> Bool? {
        guard reading.scope.isEmpty, let said = languageLevel(reading) else { return nil }
        let words = Words(said)
        if words.containsAny(["native", "bilingual", "fluent", "c2", "mother tongue", "muttersprache"]) { return true }
        return words.containsAny(["none", "no knowledge"]) ? false : nil
    }

    /// How well the applicant says to speak the one language that a question names.
    func languageLevel(_ reading: QuestionReading) -> String? {
        let asked = Language.all(in: reading.words)
        guard asked.count == 1 else { return nil }
        let said = claims.filter { $0.topic == .language && $0.languages == asked }
        return said.count == 1 ? said[0].text : nil
    }
}

/// How far somebody studied.
enum DegreeLevel: Int, Comparable, Sendable {
    case none, school, associate, bachelor, master, doctor

    static func < (left: DegreeLevel, right: DegreeLevel) -> Bool { left.rawValue < right.rawValue }

    /// The level that a degree's name says; nil where it says none or several.
    init?(_ text: String) {
        let all = Self.all(in: Words(text))
        guard let level = all.max(), all.count == 1 else { return nil }
        self = level
    }

    /// The levels that words name.
    static func all(in words: Words) -> Set<DegreeLevel> {
        // In Turkish a master's is a "higher" bachelor's.
        if words.contains("yuksek lisans") { return [.master] }
        return Set(names.filter { words.containsAny($0.1) }.map(\.0))
    }

    /// Whether a choice is nothing but the level that a degree in another language has: no degree of its own, as "BA" is.
    static func isNamed(_ degree: String, by choice: String) -> Bool {
        let bare = Words(list: Words(choice).list.filter { !["degree", "diploma", "level"].contains($0) }).text
        guard !specific.contains(bare), !specific.contains(Words(degree).text),
            let named = names.first(where: { $0.1.contains(bare) })?.0
        else { return false }
        return DegreeLevel(degree) == named
    }

    private static let specific: Set<String> = [
        "bs", "ba", "bsc", "b s", "b a", "b sc", "beng", "btech", "ms", "ma", "msc", "m s", "m a", "m sc", "meng",
        "mba",
        "phd", "ph d", "doctorate", "md", "jd", "ged", "high school", "associate", "diplom", "bachelors", "bachelor",
    ]

    private static let names: [(DegreeLevel, [String])] = [
        (
            .school,
            [
                "high school", "ged", "secondary", "secondary school", "abitur", "baccalaureat", "bachillerato", "高中",
                "高中及以下",
                "高校卒業", "高卒", "고졸", "고등학교졸업", "고등학교 졸업", "고등학교", "maturita", "matura", "ensino medio", "lise",
            ]
        ),
        (
            .associate,
            [
                "associate", "associates", "bac 2", "bts", "dut", "大专", "专科", "大專", "短大卒業", "専門学校卒業", "専門学校", "전문대졸",
                "전문대 졸업", "초대졸", "短大",
                "短期大学", "전문학사", "전문대", "on lisans",
            ]
        ),
        (
            .bachelor,
            [
                "bachelor", "bachelors", "bs", "ba", "bsc", "b s", "b a", "b sc", "beng", "btech", "undergraduate",
                "licence",
                "licenciatura", "undergraduate degree", "lisans", "grado", "laurea triennale", "kandidatexamen",
                "licencjat", "бакалавр", "学士", "本科", "학사", "bakalar", "kandidaatti", "بكالوريوس",
                "bacharelado", "bac 3", "bac 4", "本科学历", "大学本科", "学士学位", "大卒", "大学卒業", "大学卒", "四年制大学卒業", "대졸", "대학교졸업",
                "대학교 졸업",
                "대졸 4년제", "hogskoleingenjor", "hogskoleingenjorsexamen", "bakalarske", "licenta", "inzynier", "πτυχιο",
                "תואר ראשון",
                "bachelorgrad", "bachelorexamen", "alapkepzes",
            ]
        ),
        (
            .master,
            [
                "master", "masters", "ms", "ma", "msc", "m s", "m a", "m sc", "meng", "mba", "graduate degree",
                "postgraduate",
                "maestria", "yuksek lisans", "mestrado", "laurea magistrale", "magister", "магистр", "магістр", "硕士",
                "碩士",
                "修士", "석사", "masterexamen", "maisteri", "diplom", "ماجستير",
                "bac 5", "硕士研究生", "硕士学位", "研究生", "碩士研究生", "修士課程", "修士課程修了", "大学院", "大学院修了", "大学院卒業", "대학원", "대학원졸업",
                "대학원 졸업",
                "civilingenjor", "civilingenjorsexamen", "diplomi insinoori", "inzenyr", "magisterske", "yuksek lisans",
                "magister inzynier", "mastergrad", "mesterkepzes",
                "μεταπτυχιακο", "תואר שני",
            ]
        ),
        (
            .doctor,
            [
                "phd", "ph d", "doctorate", "doctoral", "doctor", "doctors", "promotion", "doctorat", "md", "jd",
                "doktora",
                "doctorado", "doutorado", "dottorato", "doktorat", "博士", "박사", "tohtori", "دكتوراه",
                "bac 8", "博士研究生", "博士学位", "博士課程", "διδακτορικο",
            ]
        ),
    ]
}

/// How well somebody speaks a language.
enum LanguageLevel: Int, Comparable, Sendable {
    case less, fluent, native

    static func < (left: LanguageLevel, right: LanguageLevel) -> Bool { left.rawValue < right.rawValue }

    /// - Parameter text: an answer, or what a list offers.
    init(_ text: String) {
        let words = Words(text)
        if words.containsAny(Self.natives) {
            self = .native
        } else {
            self = words.containsAny(Self.fluents) && !words.isNegated ? .fluent : .less
        }
    }

    private static let natives = [
        "native", "bilingual", "mother tongue", "first language", "muttersprache", "muttersprachler",
        "muttersprachlich",
        "langue maternelle", "maternelle", "bilingue", "nativo", "nativa", "natif", "lengua materna", "lingua materna",
        "madrelingua", "madre lingua", "moedertaal", "modersmal", "morsmal", "ojczysty", "rodily mluvci", "materstina",
        "ana dil", "anadil", "родной", "рідна", "anyanyelv", "anyanyelvi", "母語", "母语", "ネイティブ", "모국어", "원어민",
    ]
    private static let fluents = [
        "fluent", "fluently", "c2", "full professional", "fliessend", "verhandlungssicher", "courant", "couramment",
        "fluido",
        "fluente", "vloeiend", "flytande", "proficient", "proficiency", "expert", "biegly", "biegle", "plynne",
        "plynule", "akici", "свободно", "свободный", "вільно",
        "folyekony", "流利", "精通", "流暢", "유창",
    ]
}
