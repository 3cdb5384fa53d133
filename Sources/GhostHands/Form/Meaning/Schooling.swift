/// How far a school leads: a form may ask for each kind apart, and a university is no answer where a high school is meant.
enum Schooling: Sendable, Hashable {
    /// All before a university, and beside it.
    case school
    /// A first degree, or any school that gives degrees.
    case university
    /// What comes after a first degree.
    case graduate

    /// Tells by a heading or a label; nil where it names no level.
    init?(_ words: Words) {
        let found: Schooling? =
            words.containsAny(Self.graduates)
            ? .graduate
            : words.containsAny(Self.universities) ? .university : words.containsAny(Self.schools) ? .school : nil
        guard let found, words.list.count <= 8 else { return nil }
        self = found
    }

    private static let schools = Words.phrases(
        """
        high school, secondary school, secondary education, senior school, junior school, middle school, grammar school, \
        primary school, elementary school, elementary, primary education, trade school, vocational school, \
        trade or vocational, vocational, technical school, trade business or correspondence school, business school, \
        correspondence school, ged, sixth form, preparatory school, boarding school, a levels, gcse, gcses, schule, \
        schulbildung, gymnasium, realschule, hauptschule, berufsschule, grundschule, lycee, college lycee, bac, \
        baccalaureat, secundaria, bachillerato, instituto, ensino medio, ensino fundamental, scuola superiore, \
        scuola secondaria, scuola media, liceo, middelbare school, basisschool, szkola srednia, szkola podstawowa, liceum, \
        gymnasieskola, grundskola, videregaende skole, lukio, peruskoulu, stredni skola, zakladni skola, lise, ilkokul, \
        школа, средняя школа, 高校, 高等学校, 中学校, 小学校, 高中, 初中, 中学, 고등학교, 중학교, المدرسة الثانوية
        """
    )

    private static let graduates = Words.phrases(
        """
        graduate school, graduate studies, graduate education, post graduate, postgraduate, postgraduate studies, \
        masters degree, phd, doctorate, doctoral, law school, medical school, aufbaustudium, doctorat, \
        posgrado, doctorado, pos graduacao, mestrado, doutorado, dottorato, 大学院, 研究生, 대학원
        """
    )

    private static let universities = Words.phrases(
        """
        university, universities, college, colleges, undergraduate, higher education, tertiary education, \
        college or university, university or college, hochschule, universitat, hochschulstudium, studium, universite, \
        enseignement superieur, universidad, estudios universitarios, universidade, ensino superior, universita, \
        universiteit, hoger onderwijs, uczelnia, studia, universitet, hogskola, yliopisto, vysoka skola, universite, \
        университет, вуз, высшее образование, 大学, 大學, 대학교, 대학, الجامعة
        """
    )
}
