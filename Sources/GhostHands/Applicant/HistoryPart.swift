/// What a field of a history holds.
public enum HistoryPart: Sendable, Hashable {
    /// The company or the school.
    case organization
    case title, degree, subject, description, location
    /// Whether it still goes on.
    case isCurrent
    /// A date, or the part of one.
    case start(DatePart?)
    case end(DatePart?)

    /// Whether a group can begin with it.
    var canLead: Bool {
        switch self {
        case .organization, .title, .degree, .subject: true
        default: false
        }
    }

    init?(_ field: Field, _ asked: Asked, in section: HistorySection) {
        let words = Words(FormatNote.removed(from: field.label))
        // "From" may stand over the boxes of its date.
        let over = field.section.flatMap { HistorySection(heading: $0) == nil ? Words($0) : nil }
        let names = [words, Words(field.name), Words(field.id)] + [over].compactMap(\.self)
        if field.kind == .checkbox {
            let isPlain = words.areMade(of: Self.present, beside: Self.aroundPresent)
            guard isPlain || words.containsAny(Self.current) else { return nil }
            self = .isCurrent
            return
        }
        let found = Self.fact(words, asked, section) ?? Self.time(names, field, asked, section)
        guard let found else { return nil }
        self = found
    }

    private static func fact(_ words: Words, _ asked: Asked, _ section: HistorySection) -> HistoryPart? {
        let made = { (phrases: Set<String>) in words.areMade(of: phrases, beside: AskedRule.harmless.union(["name"])) }
        switch (asked, section) {
        case (.currentCompany, .work), (.school, .education): return .organization
        case (.currentTitle, .work): return .title
        case (.degree, .education): return .degree
        case (.fieldOfStudy, .education): return .subject
        default: break
        }
        if made(["description", "responsibilities", "role description", "job description", "duties", "summary"]) {
            return .description
        }
        if made(places) { return .location }
        if section == .education, made(degrees) { return .degree }
        // "Schule" is none that gives degrees, whatever "school" may be.
        if section == .education, Schooling(words) == .school || Schooling(words) == .graduate { return nil }
        switch section {
        case .work:
            if made(employers) { return .organization }
            return made(positions) ? .title : nil
        case .education:
            if made(schools) { return .organization }
            return made(subjects) ? .subject : nil
        }
    }

    private static let places = folded(
        """
        location, city, place, town, office location, school location, work location, job location, company location, \
        ort, standort, ville, lieu, ciudad, lugar, cidade, local, città, luogo, plaats, miasto, miejscowość, sted, \
        kaupunki, město, şehir, город, місто, 勤務地, 城市, 지역, المدينة
        """
    )
    private static let degrees = folded(
        """
        escolaridade, nível de escolaridade, grau, título académico, examensbevis, wykształcenie, tytuł, tutkinto, \
        grad, grado, título, titolo, titre, examensgrad, степень, диплом, ступінь, 学位, 학위, الدرجة العلمية, qualification, qualification obtained, diploma, degree obtained, award, abschluss, diplome, titulo, titulacion, \
        titulo obtenido, titolo di studio, kwalifikacja, examen, tutkinto
        """
    )
    private static let subjects = folded(
        """
        subject, subjects, specialization, concentration, field, course, course title, programme, program, area, \
        fagretning, linje, studieretning, inriktning, fagområde, fachrichtung, studiengang, filiere, specialite, especialidad, carrera, indirizzo di studi, opleidingsrichting
        """
    )
    private static let employers = folded(
        """
        company, employer, organization, organisation, name of company, name of employer, name of organization, company employer, employer company, arbeitgeber, unternehmen, firma, \
        entreprise, employeur, société, empresa, empleador, empregador, azienda, datore di lavoro, bedrijf, werkgever, \
        pracodawca, företag, arbetsgivare, virksomhed, arbejdsgiver, bedrift, arbeidsgiver, yritys, työnantaja, \
        zaměstnavatel, şirket, işveren, компания, место работы, работодатель, компанія, роботодавець, 会社名, 公司, 公司名称, 회사, \
        회사명, 직장, الشركة, جهة العمل
        """
    )
    private static let positions = folded(
        """
        title, position, role, job title, designation, position held, title held, role held, job held, positions held, \
        position title, position job title, stelle, stellenbezeichnung, \
        jobtitel, berufsbezeichnung, tätigkeit, poste, intitulé du poste, fonction, puesto, cargo, função, posizione, \
        ruolo, functie, functietitel, stanowisko, befattning, titel, stilling, stillingstittel, tehtävänimike, pozice, \
        pozisyon, unvan, должность, посада, 役職, 職種, 职位, 職位, 职位名称, 職位名稱, 岗位, 岗位名称, 직책, 직무, المسمى الوظيفي, المنصب
        """
    )
    private static let schools = folded(
        """
        institution, school, university, college, school or university, university or school, institute, \
        institution name, hochschule, schule, universität, etablissement, école, universidad, centro, instituição, \
        istituto, institución, institución educativa, centro educativo, centro de estudios, instituição de ensino, \
        escuela, escola, scuola, università, universidade, universiteit, onderwijsinstelling, établissement scolaire, \
        uczelnia, szkoła, uniwersytet, universitet, högskola, lärosäte, lärosäte, skola, skole, oppilaitos, škola, okul, учебное заведение, навчальний заклад, \
        学校名, 学校, 학교, 학교명, الجامعة, studiested, lærested, utdanningssted, uddannelsessted, conseguito presso, conseguita presso
        """
    )

    private static func listed(_ names: String) -> [String] { folded(names).sorted() }

    private static func folded(_ names: String) -> Set<String> { Set(Words.phrases(names)) }

    private static func time(
        _ names: [Words],
        _ field: Field,
        _ asked: Asked,
        _ section: HistorySection
    ) -> HistoryPart? {
        switch asked {
        case .startDate: return .start(nil)
        case .startMonth: return .start(.month)
        case .startYear: return .start(.year)
        case .endMonth: return .end(.month)
        case .endYear: return .end(.year)
        case .graduationYear where section == .education: return .end(DatePart(field) ?? .year)
        default: break
        }
        // A date of several parts in one control is a whole one, though its first part says "Month".
        let part = field.kind == .month || field.kind == .date ? nil : DatePart(field)
        // "Reported to" and "Reason to leave" are no dates: in a free text the label must say nothing else.
        let isDated = part != nil || field.kind == .date || field.kind == .month
        for name in names where name.list.count <= 6 {
            if says(Self.ends, Self.allEnds, name, isDated) { return .end(part) }
            if says(Self.starts, Self.allStarts, name, isDated) { return .start(part) }
            if !isDated { break }
        }
        // The one year of a school is that of its end.
        let isYear = section == .education && names[0].areMade(of: ["year"], beside: AskedRule.harmless)
        return isYear ? .end(.year) : nil
    }

    /// Whether a label asks when something ended, and nothing else.
    static func isEnd(_ label: Words) -> Bool {
        label.areMade(of: allEnds, beside: aroundDates)
    }

    private static func says(_ phrases: [String], _ all: Set<String>, _ name: Words, _ isDated: Bool) -> Bool {
        name.areMade(of: all, beside: aroundDates) || isDated && name.containsAny(phrases)
    }

    private static let allEnds = Set(ends).union(["au", "do", "ate", "по", "до", "إلى", "a"])
    private static let allStarts = Set(starts).union(["du", "de", "od", "с", "من", "da", "dal", "z"])
    private static let ends = listed(
        """
        end, enddate, to, until, finish, finished, year finished, year completed, completed, date completed, completion date, avsluttet, avsluttet ar, uteksaminert, uteksaminert ar, avslutad, avslutat ar, afsluttet, afsluttet ar, last year, left, leaving, leaving date, till, bis, ende, enddatum, \
        austritt, austrittsdatum, fin, sortie, jusqu au, jusqua, hasta, egreso, salida, finalizacion, termino, fim, \
        conclusao, saida, fine, conclusione, fino a, tot, tot en met, einde, einddatum, koniec, zakonczenia, \
        slut, slutdatum, slutdato, t o m, till och med, til og med, til, till, slutt, sluttdato, loppu, paattyi, paattymispaiva, konec, ukonceni, bitis, \
        окончание, дата окончания, дата закінчення, закінчення, 終了, 終了日, 退社, 退社年月, 卒業年月, 結束, 结束, 结束时间, \
        离职时间, 毕业时间, 종료, 종료일, 퇴사일, 졸업일, تاريخ الانتهاء
        """
    )
    private static let starts = listed(
        """
        start, startdate, from, since, begin, beginning, first year, joined, von, seit, sinds, sedan, siden, beginn, startdatum, eintritt, eintrittsdatum, \
        debut, entree, depuis, desde, inicio, ingreso, admissao, inizio, van, begindatum, poczatek, rozpoczecia, \
        fran, fr o m, from och med, f o m, startdato, fra, fra og med, alku, alkoi, alkamispaiva, zacatek, zahajeni, baslangic, начало, дата начала, \
        початок, дата початку, 開始, 開始日, 入社, 入社年月, 入学年月, 开始, 开始时间, 入职时间, 入学时间, 시작, 시작일, 입사일, \
        입학일, تاريخ البدء
        """
    )
    private static let aroundDates: Set<String> = AskedRule.harmless.union([
        "anstalld", "ansatt", "beschaftigt", "beschaftigung", "employe", "employee", "empleado", "empleada",
        "actual", "expected", "date", "datum", "dato", "fecha", "data", "tarihi", "mm", "yyyy", "dd", "yy", "attended",
        "employed", "of", "employment", "de", "di", "del", "d", "in", "this", "position", "role",
    ])

    private static let current = [
        "i currently work", "currently work here", "currently work in", "currently working here",
        "currently employed here", "still work here", "still working here", "still employed here", "still work there",
        "i work here now", "work here now", "i still work here", "my current job", "this is my current",
        "i am currently working",
        "still studying here", "currently enrolled", "currently attend", "currently study",
    ]

    /// What means that only where the label says nothing else: "May we contact your present employer?" asks for leave.
    private static let present: Set<String> = Set(
        Words.phrases(
            """
            present, current, current job, current position, current role, current employer, 至今, 現在, 現在に至る, 在職中, 현재, 재직중, \
            재직 중, heute, bis heute, aktuelle stelle, derzeitige stelle, laufend, à ce jour, poste actuel, en cours, actualmente, \
            trabajo actual, empleo actual, puesto actual, até o momento, emprego atual, trabalho atual, cargo atual, in corso, \
            lavoro attuale, impiego attuale, heden, tot heden, huidige functie, pågående, nuvarande anställning, nåværende stilling, \
            nuværende stilling, obecnie, do chwili obecnej, nadal, dosud, do současnosti, halen, devam ediyor, halen çalışıyorum, \
            настоящее время, по настоящее время, до настоящего времени, по сей день, дотепер, теперішній час, حتى الآن, إلى الآن
            """
        )
    )

    private static let aroundPresent = AskedRule.harmless.union(["this", "i", "to", "date"])
}
