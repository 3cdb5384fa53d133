/// Tells by the words of a page that its posting takes no applications any more.
public enum PostingWording {
    /// The sentence by which a page says that its posting is closed.
    ///
    /// - Parameters:
    ///   - text: what a person can read on the page.
    ///   - isOfThis: whether only what speaks of this very posting counts: the page has a form to apply all the same, and
    ///     may speak of others.
    /// - Returns: the sentence; nil when it says nothing of the kind, or only what happens once it is.
    public static func closed(in text: String, ofThis isOfThis: Bool = false) -> String? {
        let lines = text.split(whereSeparator: \.isNewline).lazy.map(String.init).filter { $0.count <= 300 }
        for line in lines.prefix(400) {
            var rest = line[...]
            while let end = Self.end(of: rest) {
                let sentence = String(rest[..<end])
                let isAsked = end < rest.endIndex && "?？".contains(rest[end])
                rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
                if isAsked || !says(sentence) { continue }
                if !isOfThis || namesOwn(sentence, in: text) ?? speaksOfThis(sentence) { return sentence.trimmed }
            }
        }
        return nil
    }

    /// Where a sentence ends: not within a date such as `15.3.2026`.
    private static func end(of text: Substring) -> Substring.Index? {
        if text.isEmpty { return nil }
        let ends = text.indices.first { index in
            guard ".!?。！？".contains(text[index]) else { return false }
            let digits = text[..<index].reversed().prefix { $0.isNumber }.count
            let isBeforeDigit = text[text.index(after: index)...].first?.isNumber ?? false
            return text[index] != "." || digits == 0 || digits > 2 && !isBeforeDigit
        }
        return ends ?? text.endIndex
    }

    /// Whether a sentence points at what it speaks of, or says nothing else, and does not speak of the reader's own.
    private static func speaksOfThis(_ sentence: String) -> Bool {
        if roots.contains(where: { sentence.holds($0) }) { return true }
        let words = Words(sentence)
        let isShort = words.list.count { !$0.allSatisfy(\.isNumber) } <= 6
        return !words.mentions(readers) && (isShort || beginsWithEnd(words) || words.mentions(pointing))
    }

    /// Whether a sentence calls the posting by a name that the page has elsewhere too, as its own has, or nowhere else:
    /// "The position “Night porter” has been filled"; nil where it calls it by none.
    private static func namesOwn(_ sentence: String, in text: String) -> Bool? {
        guard let open = sentence.firstIndex(where: { "«“„\"”「".contains($0) }) else { return nil }
        let rest = sentence[sentence.index(after: open)...]
        guard let close = rest.firstIndex(where: { "»”“\"」".contains($0) }) else { return nil }
        let name = rest[..<close]
        return name.count < 3 ? nil : text.ranges(of: name).count > 1
    }

    /// "Proceso cerrado el 30 de septiembre": what is closed, and that it is, before anything else.
    private static func beginsWithEnd(_ words: Words) -> Bool {
        let start = Words(list: words.list.prefix(3))
        return start.mentions(subjects) && start.mentions(ends)
    }

    private static let pointing = Mentions(
        words: Words.phrases(
            """
            this, we, we are, diese, dieser, dieses, wir, cette, ce, cet, nous, l offre, le poste, esta, este, la vacante, \
            la oferta, el puesto, a vaga, questa, questo, la posizione, l offerta, deze, dit, we zijn, wij, ta, ten, \
            denna, detta, tjansten, annonsen, denne, dette, stillingen, vi, tama, taman, tato, tento, toto, bu, эта, это, этой, \
            данная, мы, ця, ми
            """
        )
    )

    /// The reader's own application is not what is closed.
    private static let readers = Mentions(
        words: Words.phrases(
            """
            your, my, ihre, ihr, deine, dein, votre, vos, tu, su, tus, sus, seu, sua, tua, tuo, uw, jouw, twoja, twoje, \
            din, ditt, vas, vase, ваша, ваш, ваше
            """
        )
    )

    private static func says(_ sentence: String) -> Bool {
        if roots.contains(where: { sentence.holds($0) }) { return true }
        let words = Words(sentence)
        guard words.list.count <= 16, words.mentions(subjects), words.mentions(ends) else { return false }
        return !Words(list: Self.plain(words)).mentions(conditions)
    }

    /// Without the "no se" of Spanish, whose second word is "if" elsewhere.
    private static func plain(_ words: Words) -> [String] {
        zip(words.list, [""] + words.list).filter { word, before in !(word == "se" && before == "no") }.map(\.0)
    }

    /// What is closed.
    private static let subjects = Mentions(
        words: Words.phrases(
            """
            hakuaika, tehtavaan, ansokningstiden, ansokningstid, soknadsfristen, ansogningsfristen, sollicitatietermijn, \
            bewerbungszeitraum, termin skladania, lhuta, termin pro podani, plazo, plazo de inscripcion, date limite, \
            termine, prazo, προθεσμια, hatarido, son basvuru, deadline, application period, application window, \
            proceso, proceso de seleccion, proceso selectivo, seleccion, processo seletivo, selezione, concorso, konkurs, nabor, \
            konkurz, inzerat, allas, palyazat, jelentkezes, θεση, προκηρυξη, postul, anuntul, concursul, mulakat, basvuru, \
            basvurular, набір, набор, прийом заявок, прием заявок, tin tuyen dung, משרה, \
            position, job, vacancy, posting, role, applications, application, opening, requisition, opportunity, listing, \
            recruitment, stelle, stellenanzeige, stellenangebot, ausschreibung, bewerbungsfrist, bewerbungen, offre, poste, \
            annonce, candidatures, oferta, vacante, puesto, empleo, vaga, candidaturas, offerta, posizione, annuncio, \
            candidature, vacature, functie, ogloszenie, rekrutacja, tjansten, annonsen, jobbet, ansokan, stillingen, \
            tyopaikka, haku, ilmoitus, pozice, nabidka, ilan, pozisyon, вакансия, вакансія, \
            stellenausschreibung, jobangebot, jobanzeige, stelleninserat, inserat, bewerbungsphase, bewerbungsschluss, \
            job ad, job advert, advert, advertisement, call for applications, competition, offre d emploi, recrutement, \
            l offre, appel a candidatures, convocatoria, concurso, bando, avviso, aanmelding, sollicitaties, sollicitatie, \
            kandydatury, zgloszenia, aplikacje, oferta pracy, hakemuksia, hakemukset, hakemusten, tyopaikkailmoitus, \
            ansokningar, rekryteringen, soknader, rekrutteringen, ansogninger, jobopslaget, stillingsopslaget, \
            utlysningen, prihlasky, vyberove rizeni, is ilani, заявки, отклики, срок подачи, термін подання, відгуки
            """
        )
    )

    /// That it is.
    private static let ends = Mentions(
        words: Words.phrases(
            """
            on paattynyt, ei voi enaa, har gatt ut, har lopt ut, er utlopt, er udlobet, is verstreken, uplynal, uplynela, \
            skonczyl sie, minal, ha finalizado, esta cerrado, est depassee, est expiree, e scaduto, encerrou, εληξε, \
            has passed, is over, ist vorbei, lejart, dolmustur, sona erdi, no se admiten, ya no admitimos, ja nao aceitamos, nao aceitamos mais, non si accettano piu, non accettiamo piu, \
            nie przyjmujemy juz, juz neprijimame, lezarult, betoltott, betoltottuk, εκλεισε, εχει κλεισει, καλυφθηκε, \
            s a incheiat, a fost ocupat, este inchis, sona erdi, kapanmistir, alinmamaktadir, завершено, завершен, закрито, \
            припинено, прекращен, da dong, het han, אוישה, נסגרה, \
            no longer accepting, no longer available, no longer open, no longer active, been filled, has closed, have closed, \
            is closed, are closed, now closed, closed on, been closed, has expired, is expired, have expired, has ended, \
            not accepting, nicht mehr verfugbar, bereits besetzt, ist besetzt, wurde besetzt, abgelaufen, geschlossen, \
            nicht mehr aktiv, nicht mehr online, nicht mehr moglich, beendet, nest plus, n est plus, ne sont plus, pourvu, \
            pourvue, expiree, sont closes, est close, cloturees, cloturee, cloture, ya no esta, ya no se aceptan, cerrada, cerrado, caducada, \
            expirada, cubierta, finalizada, ja nao esta, nao esta mais, encerrada, encerradas, preenchida, fechada, non e piu, \
            scaduta, scaduto, chiusa, chiuse, chiuso, niet meer, gesloten, vervuld, verlopen, nieaktualna, nieaktualne, wygasla, \
            wygaslo, zakonczona, zamknieta, inte langre, ar tillsatt, har stangt, stangd, ikke laengere, ikke lenger, besat, \
            besatt, lukket, ei ole enaa, paattynyt, sulkeutunut, jiz neni, uz neni, obsazena, uzavrena, neaktualni, \
            yayindan kaldirildi, kapandi, kapanmistir, sona ermistir, doldu, в архиве, закрыта, больше не, неактуальна, \
            закрита, більше не, \
            endete, endete am, ist zu ende, nicht mehr angenommen, nicht mehr entgegengenommen, nicht mehr berucksichtigt, \
            nicht langer verfugbar, wurde geschlossen, wurde beendet, \
            no longer accepted, no longer being accepted, no longer taking, no longer recruiting, no longer advertised, \
            no longer considered, no longer hiring, not being accepted, ended on, expired on, been withdrawn, been removed, \
            been cancelled, been canceled, been archived, has lapsed, \
            a expire, a pris fin, est terminee, est termine, est terminees, n accepte plus, n acceptons plus, ne sommes plus, \
            est archivee, est fermee, a ete pourvu, \
            ha caducado, ha expirado, ha terminado, ya no acepta, ya no aceptamos, no acepta mas, se ha cerrado, \
            ha sido cubierta, ha sido cubierto, finalizo, vencio, \
            expirou, terminou, foi encerrada, foi encerrado, foi preenchida, nao aceita mais, ja nao aceita, ja nao e possivel, \
            e terminata, e terminato, si e chiusa, si e chiuso, e stata chiusa, e stata coperta, non accetta piu, \
            is vervallen, is niet langer, niet langer beschikbaar, geen sollicitaties, is ingevuld, is afgelopen, \
            zakonczyla sie, zakonczyl sie, nie przyjmujemy, zostala zakonczona, zostala zamknieta, \
            har utgatt, tar inte langre emot, tas inte langre emot, ar stangd, ar avslutad, \
            modtager ikke laengere, modtages ikke laengere, tager ikke imod, tar ikke lenger imot, tas ikke lenger imot, \
            ei oteta enaa, ei enaa oteta, on umpeutunut, umpeutui, on taytetty, \
            vyprsela, skoncil, skoncilo, skoncila, byla uzavrena, neprijimame, \
            kabul edilmemektedir, kabul edilmiyor, suresi doldu, \
            истек, истекла, больше не принимаются, не принимаются, минув, закінчився, закінчилася, не приймаються
            """
        )
    )

    private static let conditions = Mentions(
        words: Words.phrases(
            """
            if, once, until, when, before, after, may, will, unless, while, closed to, wenn, falls, sobald, bis, si, lorsque, jusqu, \
            quand, cuando, hasta, quando, ate, se, fino, als, zodra, tot, jesli, gdy, om, nar, hvis, jos, kun, pokud, eger, если, \
            якщо
            """
        )
    )

    private static let roots = [
        "募集は終了", "募集を終了", "掲載終了", "掲載は終了", "掲載を終了", "募集終了", "受付は終了", "受付を終了", "职位已关闭", "已停止招聘", "招聘已结束",
        "职位已下线", "职位已过期", "職缺已關閉", "채용이 마감", "공고가 마감", "마감된 공고", "마감되었습니다", "لم تعد متاحة",
    ]

    /// Whether the buttons of a form only ask for news, or for an opinion: none of them applies.
    ///
    /// - Parameter buttons: what the form's buttons say.
    public static func asksForNews(_ buttons: [String]) -> Bool {
        !buttons.isEmpty
            && buttons.map { Words($0) }.allSatisfy { $0.list.count <= 7 && $0.mentions(news) && !$0.mentions(taking) }
    }

    /// Whether a form only keeps in touch with whoever found no job: what leads to it names a community, and its buttons
    /// join.
    ///
    /// - Parameters:
    ///   - buttons: what the form's buttons say.
    ///   - heading: what stands over it, and the page's title.
    public static func keepsInTouch(_ buttons: [String], under heading: String) -> Bool {
        let isJoined =
            !buttons.isEmpty
            && buttons.map { Words($0) }.allSatisfy { words in
                words.list.count <= 6 && words.mentions(joining) && !words.mentions(taking)
            }
        return isJoined && Words(heading).mentions(communities)
    }

    /// Whether a form only takes part in an event for whoever looks for work.
    ///
    /// - Parameters:
    ///   - buttons: what the form's buttons say.
    ///   - heading: what stands over it, and the page's title.
    public static func registersForEvent(_ buttons: [String], under heading: String) -> Bool {
        let words = Words(heading)
        return words.mentions(events) && !ButtonRole.speaksOfApplying(heading)
            && buttons.map { Words($0) }.allSatisfy { !$0.mentions(taking) }
            && (words.mentions(attending) || buttons.map { Words($0) }.contains { $0.mentions(attending) })
    }

    /// Whether a page says that what it takes is no application.
    ///
    /// - Parameter text: what a person can read on the page.
    public static func isNoApplication(_ text: String) -> Bool {
        text.split(whereSeparator: \.isNewline).prefix(200).contains { line in
            line.utf8.count <= 400 && Words(String(line)).containsAny(noApplication)
        }
    }

    private static let noApplication = Words.phrases(
        """
        is not an application, is no application, is not a job application, does not constitute an application, \
        not an application for, do not apply here, keine bewerbung dar, ist keine bewerbung, stellt keine bewerbung, \
        ne constitue pas une candidature, n est pas une candidature, ne vaut pas candidature, no constituye una candidatura, \
        no es una candidatura, no es una solicitud de empleo, nao constitui uma candidatura, nao e uma candidatura, \
        non costituisce una candidatura, non costituisce candidatura, non e una candidatura, is geen sollicitatie, \
        geldt niet als sollicitatie, ar ingen ansokan, er ikke en ansogning, er ikke en soknad, ei ole hakemus, \
        nie stanowi aplikacji, nie jest aplikacja, neni prihlaskou, basvuru niteliginde degildir, не является откликом, \
        не является заявкой, не є заявкою
        """
    )

    private static let events = Mentions(
        words: Words.phrases(
            """
            open day, open evening, open house, careers evening, taster day, career day, careers day, career fair, careers fair, job fair, recruitment fair, hiring event, \
            recruiting event, recruitment event, career event, careers event, career night, info session, information session, \
            info evening, information evening, insight day, insight evening, meet and greet, meetup, meet up, webinar, \
            networking event, networking night, hiring day, recruitment day, virtual event, coffee chat, tag der offenen tur, \
            karrieretag, jobmesse, karrieremesse, infoabend, infoveranstaltung, informationsveranstaltung, recruiting event, \
            portes ouvertes, journee portes ouvertes, forum emploi, salon de l emploi, salon emploi, job dating, webinaire, \
            jornada de puertas abiertas, feria de empleo, feria de trabajo, feira de emprego, feira de carreiras, open day, \
            giornata aperta, career day, banenmarkt, open dag, carrieredag, targi pracy, dzien otwarty, arbetsmarknadsdag, \
            karriaredag, karrieredag, rekrytointitapahtuma, veletrh prace, kariyer gunu, ярмарка вакансий, день открытых дверей
            """
        ),
        roots: ["説明会", "セミナー", "宣讲会", "招聘会", "설명회"]
    )

    private static let attending = Mentions(
        words: Words.phrases(
            """
            register, registration, reserve, reserve your seat, rsvp, book, sign up, attend, save my spot, save your spot, \
            save my seat, get tickets, join, anmelden, anmeldung, jetzt anmelden, platz sichern, s inscrire, sinscrire, inscription, \
            je minscris, reserver, inscribirse, inscribirme, inscripcion, reservar, inscricao, inscrever, inscreva se, iscriviti, \
            iscrizione, prenota, aanmelden, inschrijven, zapisz sie, rejestracja, anmal dig, anmalan, tilmeld, pamelding, meld deg pa, \
            ilmoittaudu, registrovat, kayit, зарегистрироваться, регистрация, \
            attendance, confirm attendance, attending, teilnehmen, teilnahme, zusagen, participer, participation, \
            confirmer ma presence, asistencia, confirmar asistencia, asistir, participar, presenca, confirmar presenca, \
            partecipa, partecipare, partecipazione, deelnemen, deelname, delta, deltag, osallistu, udzial, ucast, katil, \
            участвовать, участие
            """
        ),
        roots: ["予約", "申込", "报名", "신청"]
    )

    private static let communities = Mentions(
        words: Words.phrases(
            """
            talent community, talent network, talent pool, talentpool, talent pipeline, job alerts, job alert, talent bank, \
            talentnetzwerk, talent netzwerk, vivier, communaute de talents, comunidad de talento, red de talento, \
            banco de talentos, comunidade de talentos, rete di talenti, talentennetwerk, talangnatverk, talentnettverk
            """
        )
    )

    private static let joining = Mentions(
        words: Words.phrases(
            """
            join, join us, join now, sign up, sign me up, register, connect, connect with us, subscribe, keep me updated, \
            beitreten, mitmachen, registrieren, rejoindre, minscrire, sinscrire, unirme, unirse, registrarme, participar, \
            cadastrar, iscriviti, aanmelden, dolacz, ga med, bli med, tilmeld
            """
        )
    )

    private static let news = Mentions(
        words: Words.phrases(
            """
            ilan bildirimi, bildirim al, bildirimi al, is ilani bildirimi, ertesitest kerek, ertesites, ertesito, feliratkozas, \
            ειδοποιησεις, ειδοποιηση, εγγραφη στο newsletter, התראות, abonare, aboneaza te, aboneaza ma, hakuvahti, \
            ilmoita minulle, tilaa ilmoitukset, jobagent, giv mig besked, varsle meg, jobbvarsel, jobbevakning, meddela mig, \
            hlidat, hlidaci pes, zasilat nabidky, upozorneni, nhan thong bao, dang ky nhan, сповіщення, повідомити мене, \
            уведомления, сообщить мне, сообщать мне, creer une alerte, recevoir les offres, recibir ofertas, recibir alertas, \
            receber vagas, ricevi offerte, ricevi le offerte, alert, alerts, notify me, notify, keep me posted, keep me informed, subscribe, survey, feedback, newsletter, \
            stay in touch, keep in touch, waitlist, waiting list, rsvp, remind me, alerte, alertes, mabonner, sabonner, \
            prevenez moi, alerta, alertas, suscribirme, suscribirse, suscribete, avisame, assinar, avise me, abonnieren, \
            benachrichtigen, jobalarm, jobabo, jobwecker, benachrichtigung, iscriviti alla newsletter, abonneren, \
            houd me op de hoogte, powiadom mnie, powiadomienia, prenumerera, bevaka, tilmeld nyhedsbrev, abonner, \
            odebirat, abone ol, haber ver, подписаться, підписатися
            """
        ),
        roots: [
            "メール登録", "アラート", "お知らせを受け取", "通知を受け取", "订阅", "訂閱", "职位提醒", "알림 받기", "알림 신청", "구독",
            "تنبيه", "إشعار",
        ]
    )

    private static let taking = Mentions(
        words: Words.phrases("apply, application, submit application, bewerben, postuler, aplikuj")
    )
}
