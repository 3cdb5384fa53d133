/// Whether a heading says that what follows is about another person than the applicant.
///
/// A wrong yes leaves a form unfilled, a wrong no sends the applicant's name as somebody else's. So a word that is
/// nobody's profession counts wherever it stands, and one that may be the job's own title only where nothing else is
/// said but whose.
enum Persons {
    /// Whether a heading is about another person.
    static func areNamed(by heading: Words, as text: String) -> Bool {
        guard heading.list.count <= 14 else { return false }
        return heading.containsAny(occasions) || heading.list.count <= 8 && heading.containsAny(kin)
            || roots.contains { text.holds($0) } || isRole(heading)
    }

    /// Why and how somebody is asked about others.
    private static let occasions = folded(
        """
        emergency contact, emergency contacts, emergency details, emergency information, in case of emergency, \
        in an emergency, emergency notification, person to contact, person to notify, people to contact, person to call, \
        should we call, should we contact, whom to call, who to call, who to contact, whom to contact, whom to notify, \
        who to notify, to be notified, in case of accident, in case of an accident, something happens, nominated contact, \
        nominated person, vouch for, knows you, know you, knows your work, know your work, who can recommend, \
        referred by, referred you, who referred, person referring, ice contact, ice contacts, i c e, \
        alternate contact, alternative contact, secondary contact, contact person, someone else, \
        notfallkontakt, notfallkontakte, notfall, im notfall, notfallansprechpartner, ansprechpartner, ansprechpartnerin, \
        ansprechperson, kontaktperson, empfohlen von, d urgence, durgence, en cas d accident, en cas daccident, dun accident, personne a prevenir, \
        personne a contacter, personne de contact, recommande par, emergencia, en caso de accidente, persona de contacto, \
        contacto alternativo, recomendado por, em caso de acidente, pessoa de contato, pessoa de contacto, indicado por, \
        emergenza, persona di contatto, persona da contattare, noodcontact, noodgeval, bij nood, contactpersoon, \
        naglych wypadkach, naglym wypadku, osoba kontaktowa, osoba do kontaktu, nodkontakt, nodkontakter, nodsituation, \
        kontaktperson ved, hatayhteyshenkilo, hatatilanteessa, nouzovy kontakt, kontaktni osoba, pripade nouze, \
        acil durum, acil durumda, экстренный контакт, экстренной связи, экстренном случае, экстренных случаях, \
        контактное лицо, екстреному випадку, контактна особа, حالة الطوارئ, جهة اتصال الطوارئ, شخص للطوارئ
        """
    )

    /// Those who are somebody to the applicant, and no employer looks for as such.
    private static let kin = folded(
        """
        references, reference contact, reference name, referee, referees, referrer, next of kin, spouse, spouses, husband, \
        wife, parent, parents, mother, mothers, father, fathers, guardian, guardians, sibling, siblings, brother, sister, \
        son, daughter, relative, relatives, roommate, landlord, landlords, neighbor, neighbour, guarantor, guarantors, \
        witness, beneficiary, beneficiaries, dependents, dependants, dependent, dependant, cosigner, co signer, \
        friend, friends, household members, family member, family members, \
        referenzen, referenzgeber, ehepartner, ehegatte, ehefrau, ehemann, eltern, mutter, vater, erziehungsberechtigte, \
        erziehungsberechtigter, angehorige, angehoriger, vermieter, burge, conjoint, conjointe, mere, pere, \
        tuteur legal, representant legal, madre, padre, conyuge, conjuge, coniuge, referencias, referencias personales, \
        referencias profesionales, referencias profissionais, referenze, mae, pai, familiar, familiares, ouder, ouders, \
        echtgenoot, echtgenote, referenties, referenten, rodzic, rodzice, opiekun, malzonek, referencje, narstaende, \
        anhorig, referenser, parorende, naermeste parorende, referencer, referanser, lahiomainen, huoltaja, suosittelijat, \
        suosittelija, rodice, manzel, reference kisisi, referanslar, veli, родственник, родственники, супруг, супруга, \
        родители, мать, отец, рекомендатель, рекомендатели, подружжя, батьки, родичі, ولي الأمر, المعرفون, الزوج, الأقارب
        """
    )

    /// What stands within a heading of a language without spaces.
    private static let roots = [
        "緊急連絡", "緊急時", "保護者", "保証人", "配偶者", "推薦者", "推薦人", "紹介者", "紧急联系", "紧急联络", "緊急聯絡", "家长", "家長", "配偶",
        "推荐人", "证明人", "證明人", "介绍人", "家庭成员", "家庭成員", "비상연락", "비상 연락", "보호자", "배우자", "추천인", "가족",
    ]

    /// Those who may be somebody to the applicant, or the very job.
    private static func isRole(_ heading: Words) -> Bool { heading.areMade(of: roles, beside: whose) }

    private static let roles = Set(
        folded(
            """
            mentor, mentors, coach, teacher, professor, advisor, adviser, academic advisor, doctor, physician, \
            family doctor, general practitioner, gp, dentist, lawyer, attorney, sponsor, partner, supervisor, supervisors, \
            manager, managers, boss, line manager, colleague, colleagues, coworker, coworkers, co worker, recruiter, agent, \
            representative, interpreter, caregiver, carer, child, children, nominee, trustee, counselor, case worker, \
            caseworker, social worker, pastor, professional contact, personal contact, family, referral, referrals, ice, \
            reference, emergency, kin, legal guardian, \
            vorgesetzter, vorgesetzte, hausarzt, arzt, chef, betreuer, familie, kinder, partnerin, superieur, \
            superieur hierarchique, medecin, medecin traitant, responsable, famille, parrain, tuteur, enfants, referents, \
            referent, jefe, medico, tutor, familia, hijos, referencia, chefe, responsavel, filhos, referente, responsabile, \
            figli, famiglia, leidinggevende, huisarts, kinderen, gezin, referent, przelozony, lekarz, leder, lege, laege, \
            lakare, esimies, laakari, nadrizeny, lekar, mudur, doktor, руководитель, врач, начальник, семья, дети, \
            керівник, лікар, сімʼя, 家族, 上司, 家庭, 领导, 上级, 상사, العائلة, المدير
            """
        )
    )

    /// Whether a heading over a whole form may be the name of the job, and of nobody: whoever asks about another says so.
    static func mayBeJob(_ heading: Words) -> Bool { heading.areMade(of: jobs, beside: []) }

    private static let jobs = Set(
        folded(
            """
            mentor, coach, teacher, professor, advisor, adviser, academic advisor, doctor, physician, family doctor, \
            general practitioner, gp, dentist, lawyer, attorney, supervisor, manager, line manager, recruiter, agent, \
            representative, interpreter, caregiver, carer, trustee, counselor, case worker, caseworker, social worker, \
            pastor, hausarzt, arzt, betreuer, medecin, medecin traitant, responsable, tuteur, medico, tutor, jefe, chefe, \
            responsavel, responsabile, huisarts, lekarz, lege, laege, lakare, laakari, lekar, doktor, mudur, руководитель, \
            врач, керівник, лікар
            """
        )
    )

    private static let whose = AskedRule.harmless.union(
        folded(
            """
            information, info, details, contact, contacts, current, present, former, previous, past, last, most, recent, \
            immediate, direct, line, hiring, family, professional, personal, academic, work, name, names, of, about, 1, 2, \
            3, 4, 5, one, two, three, first, second, third, number, no, s, data, section, ihr, ihre, dein, votre, su, tu, \
            seu, sua, uw, jouw, twoj, din, ditt, daten, angaben, kontakt, kontaktdaten, direkter, direkte
            """
        )
    )

    private static func folded(_ names: String) -> [String] {
        names.split(separator: ",").map { Words(String($0)).text }
    }
}
