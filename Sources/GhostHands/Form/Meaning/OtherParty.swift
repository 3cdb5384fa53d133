/// How a word for somebody, or something, other than the applicant tells that a heading or a field is about it.
struct OtherParty: OptionSet, Sendable {
    let rawValue: Int

    /// It says why somebody is asked about others: wherever it stands, in a long heading too.
    static let occasion = OtherParty(rawValue: 1 << 0)
    /// It is somebody to the applicant, and nobody an employer looks for: wherever it stands in a short heading.
    static let anywhere = OtherParty(rawValue: 1 << 1)
    /// It may be somebody to the applicant, or the very job: where nothing is said beside it but whose.
    static let alone = OtherParty(rawValue: 1 << 2)
    /// The same, and it is the title of jobs, which may stand over a whole form.
    static let job = OtherParty(rawValue: 1 << 3)
    /// It makes a heading, with what may stand around the names of entries.
    static let whole = OtherParty(rawValue: 1 << 4)
    /// In the name of a field it says whose the field is; and a heading that has it does not speak of the applicant.
    static let inNames = OtherParty(rawValue: 1 << 5)
    /// A heading that has it does not speak of the applicant.
    static let stranger = OtherParty(rawValue: 1 << 6)

    /// The words, as ``Words`` writes them, that tell in any of some ways.
    static func words(_ ways: OtherParty) -> [String] {
        table.filter { !$0.ways.isDisjoint(with: ways) }.flatMap { Words.phrases($0.words) }
    }

    /// Each word once, by all the ways in which it tells.
    private static let table: [(ways: OtherParty, words: String)] = [
        (
            .occasion,
            """
            agency use only, for agency use, for agencies only, office use only, for office use, internal use only, \
            emergency contact, emergency contacts, emergency details, emergency information, in case of emergency, \
            in an emergency, emergency notification, person to contact, person to notify, people to contact, \
            person to call, should we call, should we contact, whom to call, who to call, who to contact, whom to contact, \
            whom to notify, who to notify, to be notified, in case of accident, in case of an accident, something happens, \
            nominated contact, nominated person, vouch for, knows you, know you, knows your work, know your work, \
            who can recommend, referred by, referred you, who referred, person referring, ice contact, ice contacts, i c e, \
            alternate contact, alternative contact, secondary contact, contact person, someone else, notfall, notfallkontakt, \
            notfallkontakte, im notfall, notfallansprechpartner, ansprechpartner, ansprechpartnerin, ansprechperson, \
            kontaktperson, empfohlen von, d urgence, durgence, en cas d accident, en cas daccident, dun accident, \
            personne a prevenir, personne a contacter, personne de contact, recommande par, emergencia, \
            en caso de accidente, persona de contacto, contacto alternativo, recomendado por, em caso de acidente, \
            pessoa de contato, pessoa de contacto, indicado por, emergenza, persona di contatto, persona da contattare, \
            noodcontact, noodgeval, bij nood, contactpersoon, naglych wypadkach, naglym wypadku, osoba kontaktowa, \
            osoba do kontaktu, nodkontakt, nodkontakter, nodsituation, kontaktperson ved, hatayhteyshenkilo, \
            hatatilanteessa, nouzovy kontakt, kontaktni osoba, pripade nouze, acil durum, acil durumda, экстренный контакт, \
            экстренной связи, экстренном случае, экстренных случаях, контактное лицо, екстреному випадку, контактна особа, \
            حالة الطوارئ, جهة اتصال الطوارئ, شخص للطوارئ
            """
        ),
        (
            [.anywhere, .inNames],
            """
            references, referee, referees, referrer, spouse, parent, parents, mother, father, guardian, beneficiary, \
            dependents, dependent, dependant
            """
        ),
        (
            .anywhere,
            """
            reference contact, reference name, next of kin, spouses, husband, wife, mothers, fathers, guardians, sibling, \
            siblings, brother, sister, son, daughter, relatives, roommate, landlord, landlords, neighbor, neighbour, \
            guarantor, guarantors, witness, beneficiaries, dependants, cosigner, co signer, friends, household members, \
            family member, family members, referenzen, referenzgeber, ehepartner, ehegatte, ehefrau, ehemann, eltern, \
            mutter, vater, erziehungsberechtigte, erziehungsberechtigter, angehorige, angehoriger, vermieter, burge, \
            conjoint, conjointe, mere, pere, tuteur legal, representant legal, madre, padre, conyuge, conjuge, coniuge, \
            referencias, referencias personales, referencias profesionales, referencias profissionais, referenze, mae, pai, \
            familiar, familiares, ouder, ouders, echtgenoot, echtgenote, referenties, referenten, rodzic, rodzice, opiekun, \
            malzonek, referencje, narstaende, anhorig, referenser, parorende, naermeste parorende, referencer, referanser, \
            lahiomainen, huoltaja, suosittelijat, suosittelija, rodice, manzel, reference kisisi, referanslar, veli, \
            родственник, родственники, супруг, супруга, родители, мать, отец, рекомендатель, рекомендатели, подружжя, \
            батьки, родичі, ولي الأمر, المعرفون, الزوج, الأقارب
            """
        ),
        (
            [.anywhere, .stranger],
            """
            relative, friend
            """
        ),
        (
            .job,
            """
            mentor, coach, teacher, professor, advisor, adviser, academic advisor, family doctor, general practitioner, gp, \
            dentist, lawyer, attorney, line manager, interpreter, caregiver, carer, trustee, counselor, case worker, \
            caseworker, social worker, pastor, hausarzt, arzt, betreuer, medecin, medecin traitant, responsable, jefe, \
            medico, chefe, responsavel, responsabile, huisarts, lekarz, lege, laege, lakare, laakari, lekar, mudur, doktor, \
            руководитель, врач, керівник, лікар
            """
        ),
        (
            .alone,
            """
            mentors, sponsor, boss, colleagues, coworker, coworkers, co worker, nominee, professional contact, \
            personal contact, referrals, ice, kin, vorgesetzter, vorgesetzte, chef, familie, partnerin, superieur, \
            superieur hierarchique, famille, parrain, enfants, familia, hijos, filhos, referente, figli, famiglia, \
            leidinggevende, kinderen, gezin, przelozony, leder, esimies, nadrizeny, начальник, семья, дети, сімʼя, 家族, 上司, \
            家庭, 领导, 上级, 상사, العائلة, المدير
            """
        ),
        (
            [.job, .whole],
            """
            doctor, physician, agent, representative, tuteur, tutor
            """
        ),
        (
            [.alone, .whole, .inNames],
            """
            partner, referral, reference, emergency
            """
        ),
        (
            [.job, .whole, .inNames],
            """
            supervisor, manager, recruiter
            """
        ),
        (
            [.alone, .whole],
            """
            supervisors, managers, child, children, family, legal guardian, kinder, referents, referent, referencia
            """
        ),
        (
            [.alone, .stranger],
            """
            colleague
            """
        ),
        (
            [.whole, .inNames],
            """
            employer, company, organization, school, university, college, license, licence, birth, maiden
            """
        ),
        (
            .whole,
            """
            employers, billing, billing address, invoice, invoice address, payer, bill to, employeur, dernier employeur, \
            arbeitgeber, empleador, empregador, datore di lavoro, werkgever, pracodawca, arbetsgivare, arbejdsgiver, \
            arbeidsgiver, tyonantaja, zamestnavatel, isveren, работодатель, роботодавець, cardholder, co applicant, agency, \
            referenz, rechnungsadresse, rechnungsanschrift, facturation, adresse de facturation, facturacion, fatturazione, \
            referentie, factuuradres
            """
        ),
        (
            .stranger,
            """
            person, someone, somebody, anyone, else, member, call, notify, vouch, refer, referred, accident, happens, if, \
            urgence, urgencia, unfall, who, whom, persona, personne, another, previous, former, first, last
            """
        ),
    ]
}
