/// "How did you first come across us?", "Wo haben Sie unsere Anzeige gesehen?": what asks through whom or where somebody
/// learned of the job.
///
/// Each language has a few verbs for it and a few names for the job; a question is made of one of each, of its frame, and
/// of nothing else.
enum SourceQuestion {
    /// Whether a label asks that and nothing else.
    static func isAsked(by label: Words) -> Bool {
        guard 3...14 ~= label.list.count, label.list.contains(where: asking.contains) else { return false }
        let isOfHabit = ["how", "where"].contains(label.list[0]) && !modal.isDisjoint(with: label.list)
        return !isOfHabit && label.containsAny(verbs) && label.containsAny(objects)
            && label.areMade(of: all, beside: beside.union(asking), or: frame)
    }

    /// "How would you find a job here?" asks for a way.
    private static let modal: Set<String> = ["would", "will", "can", "could", "should", "do", "does"]

    private static let asking = Set(
        Words.phrases(
            """
            how, where, through, from where, wie, wo, woher, wodurch, comment, ou, como, donde, onde, come, dove, \
            hoe, waar, waarvan, hur, var, hvordan, hvor, hvorfra, mista, miten, kuinka, jak, skad, gdzie, odkud, kde, \
            nereden, nasil, как, где, откуда, як, де, звідки, par quel, par quels
            """
        )
    )

    private static let verbs = Words.phrases(
        """
        hear about, heard about, hear of, heard of, heard, hear, find, found, find out about, found out about, \
        find out, learn about, learned about, learn of, learn, learned, come across, came across, discover, \
        discovered, become aware, became aware, get to know, got to know, come to know, see, seen, saw, know about, \
        know of, stumble upon, stumble across, erfahren, aufmerksam, gefunden, gesehen, kennengelernt, gehort, \
        gestossen, entdeckt, kennen, kennst, entendu parler, connu, connus, decouvert, decouverts, trouve, trouves, \
        vu, appris, eu connaissance, pris connaissance, conocido, conociste, conocio, enteraste, entero, enterado, \
        encontraste, encontro, encontrado, viste, vio, visto, supiste, supo, sabido, soube, soubeste, sabendo, \
        conheceu, conheceste, encontrou, encontraste, descobriu, ouviu falar, viu, teve conhecimento, \
        tomou conhecimento, conosciuto, conosciuti, saputo, trovato, visto, scoperto, conoscenza, sentito parlare, \
        gehoord, gevonden, gezien, terechtgekomen, ken, kent, hittade, hittat, horde, hort, sag, sett, kannedom, \
        reda pa, uppmarksam, hort om, horte, fandt, fundet, fant, funnet, set, opmaerksom, oppmerksom, sa, kendskab, \
        kuulit, loysit, sait, naitte, naitko, huomasit, dowiedziales, dowiedzialas, dowiedzial, dowiedziala, \
        dowiedzieli, znalazles, znalazlas, widziales, trafiles, trafilas, trafil, dozvedel, dozvedela, dozvedeli, \
        nasel, nasla, nasli, videli, duydunuz, ogrendiniz, gordunuz, buldunuz, haberdar oldunuz, узнали, узнал, \
        нашли, нашел, услышали, увидели, дізналися, дізнались, дізнався, почули, знайшли, побачили
        """
    )

    private static let objects = Words.phrases(
        """
        us, job, role, position, vacancy, opening, opportunity, posting, ad, advert, advertisement, listing, company, \
        here, uns, stelle, stellenanzeige, anzeige, stellenangebot, job, ausschreibung, stellenausschreibung, \
        position, unternehmen, firma, nous, poste, offre, annonce, entreprise, societe, emploi, nos, vacante, oferta, \
        puesto, empresa, empleo, posicion, nosotros, anuncio, vaga, anuncio, oportunidade, empresa, oferta, emprego, \
        noi, ci, posizione, offerta, annuncio, azienda, lavoro, ons, vacature, functie, bedrijf, baan, oss, tjansten, \
        jobbet, annonsen, platsen, foretaget, stillingen, jobannoncen, annoncen, stillingsopslaget, \
        stillingsannonsen, utlysningen, os, virksomheden, bedriften, selskapet, meista, paikasta, tyopaikasta, \
        tyopaikan, ilmoituksen, yrityksesta, tehtavasta, nas, ofercie, oferte, ogloszenie, ogloszeniu, stanowisku, \
        firmie, pracy, pozici, inzerat, inzeratu, nabidce, nabidku, miste, spolecnosti, bizi, ilani, ilanini, \
        is ilanini, pozisyonu, sirketi, pozisyondan, ilandan, нас, вакансии, вакансию, компании, компанию, должности, \
        вакансію, вакансії, компанію, компанії, посаду
        """
    )

    private static let all = Set(verbs + objects)

    private static let beside = Set(
        Words.phrases(
            """
            first, originally, initially, about, out, of, our, this, that, the, on, from, aware, at, s, uber, von, \
            durch, auf, geworden, zuerst, zum ersten mal, diese, dieser, diesen, unsere, unserer, unseren, cette, ce, \
            notre, cet, par, l, d, canal, moyen, la premiere fois, esta, este, nuestra, nuestro, de, por, te, se, \
            desta, deste, nossa, nosso, da, do, ficou, questa, questo, nostra, nostro, dell, l, sei, venuto, venuta, \
            a, van, deze, onze, bij, over, terecht, den har, det har, var, vart, om, denne, dette, vores, var, pa, \
            blev, ble, fick, fik, fikk, tiedon, avoimesta, tasta, taman, o, tej, tego, naszej, naszym, sie, na, te, \
            teto, tomto, nasi, nasem, jste, se, bu, olan, hakkinda, об, этой, о, про, цю, нашей, нашу, нашу
            """
        )
    )

    private static let frame = FrameWords.words
}
