/// The words by which a heading speaks of the applicant.
///
/// "Your details" are theirs; "your team leader" and "where you study" are somebody and some place else. So a word that
/// only says whose something is tells nothing beside a word that nobody knows.
enum OwnWords {
    /// Whether a heading speaks of the applicant, or to them.
    static func speak(in heading: Words) -> Bool {
        heading.mentions(own) || heading.containsAny(addressing) && areAll(of: heading)
    }

    /// Whether a heading is made of nothing but words that may stand over the applicant's own facts.
    static func areAll(of heading: Words) -> Bool {
        !heading.list.isEmpty && heading.list.allSatisfy { known.contains($0) || $0.allSatisfy(\.isNumber) }
    }

    /// Words that are said of the applicant, whatever stands beside them.
    private static let telling = Words.phrases(
        """
        personal, applicant, candidate, application, signature, declaration, kontaktdaten, kontaktinformationen, \
        personliche, personlichen, angaben zur person, zur person, bewerber, bewerbung, coordonnees, personnelles, \
        candidat, candidature, personales, solicitud, pessoais, personali, recapiti, contactgegevens, persoonlijke, \
        kontaktowe, osobowe, kontaktuppgifter, personuppgifter, kontaktoplysninger, kontaktinfo, yhteystiedot, \
        henkilotiedot, kontaktni, osobni, iletisim, kisisel, контактные, контакты, личные, контактні, особисті, 応募者情報, \
        基本情報, 連絡先, 個人情報, 基本信息, 联系方式, 个人信息, 基本資料, 聯絡方式, 기본 정보, 연락처, 개인정보, معلومات الاتصال, \
        المعلومات الشخصية
        """
    )

    private static let own = Mentions(
        words: telling,
        roots: ["連絡先", "基本情報", "個人情報", "応募者", "ご本人", "联系方式", "个人信息", "個人資料", "聯絡", "연락처", "기본 정보", "지원자", "개인정보"]
    )

    /// Words that say whose something is, or to whom one speaks.
    private static let addressing = Words.phrases(
        """
        contact, your, you, my, me, kontakt, ihre, ihr, ihren, ihrer, dein, deine, deinen, sie, du, dich, vos, votre, vous, \
        contacto, tus, tu, sus, su, ti, contato, seus, seu, sua, suas, voce, contatto, tuoi, tuo, tua, tue, uw, jouw, je, \
        twoje, twoj, dina, din, ditt, dine, jouw
        """
    )

    /// What may stand beside them, over facts of the applicant's own.
    private static let known = Set(telling + addressing + Words.phrases(matters)).union(AskedRule.harmless)

    private static let matters = """
        about, yourself, myself, who, are, is, i, am, tell, us, we, our, how, can, may, do, should, reach, to, get, know, let, \
        lets, meet, introduce, introduction, where, live, living, lives, reside, residence, residential, home, permanent, \
        mailing, postal, current, currently, present, main, primary, private, address, addresses, location, located, phone, \
        phones, telephone, mobile, email, mail, e, name, names, full, legal, title, details, detail, information, info, \
        data, facts, particulars, basics, basic, general, identity, profile, background, bio, demographics, demographic, \
        history, experience, education, skills, qualifications, availability, eligibility, preferences, preference, \
        authorization, documents, document, attachments, resume, cv, cover, letter, links, link, questions, question, \
        answers, other, additional, further, more, miscellaneous, extra, optional, required, some, few, little, bit, for, \
        this, the, a, an, and, or, of, in, on, at, with, from, be, need, please, enter, provide, fill, complete, following, \
        below, apply, applying, step, part, section, page, start, started, second, \
        one, two, three, four, five, form, confirm, confirmation, verify, review, again, professional, best, way, \
        sonstiges, weitere, allgemeine, allgemeines, angaben, daten, person, informationen, adresse, anschrift, name, \
        profil, kontaktieren, erreichen, wir, wie, wer, sind, uber, zu, zur, zum, und, wohnanschrift, wohnort, stellen, vor, \
        autres, informations, donnees, renseignements, identite, adresse, parcours, dossier, domicile, qui, etes, parlez, \
        nous, de, et, votre, comment, joindre, otros, datos, informacion, direccion, perfil, domicilio, sobre, y, quien, \
        eres, dados, informacoes, endereco, e, altro, dati, informazioni, indirizzo, residenza, contatti, profilo, i, tuoi, \
        gegevens, adres, sollicitatie, over, en, dane, informacje, zgloszenie, uppgifter, opplysninger, oplysninger, \
        tiedot, udaje, bilgiler, bilgileri, данные, информация, дані
        """
}
