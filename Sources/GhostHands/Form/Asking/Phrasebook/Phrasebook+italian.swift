extension Phrasebook {
    static let italian = Phrasebook(
        yes: "Sì",
        no: "No",
        """
        do you have = hai | ha | possiedi | possiede | disponi di | dispone di | sei in possesso | e in possesso
        have you ever worked = hai mai lavorato | ha mai lavorato | hai gia lavorato | ha gia lavorato
        are you = sei
        are you willing = sei disposto | sei disposta | saresti disposto | saresti disposta | e disposto | sei disponibile | sarebbe disposto \
        | disponibilita a | sei disponibile a | sei pronto | e disponibile
        are you allowed = sei autorizzato | sei autorizzata
        do you need = hai bisogno | avrai bisogno | ha bisogno
        do you live = vivi | abiti | risiedi | vive | abita | risiede
        do you speak = parli | parla
        can you = puoi | puo | potresti | potrebbe
        where do you live = dove vivi | dove abiti | dove risiedi
        you = tu | ti | lei | te
        your = tuo | tua | tuoi | tue | suo | sua
        us = noi
        our = nostra | nostro
        - = il | lo | la | i | gli | le | l | un | una | uno | di | del | della | dei | d | al | alla | a | che | si | per favore | indica | da | ci | questa | questo
        and = ed | e
        or = o | oppure
        for = per
        with = con
        in = nel | nella
        what is = qual e | quali sono | quale sarebbe | quale
        how many = quanti | quante
        how long = da quanto tempo | da quanto
        how = come
        where = dove
        when = quando | da quando
        start = iniziare | cominciare | inizio
        start date = data di inizio | data di disponibilita | data di inizio disponibile
        available = disponibile | disponibilita
        notice period = preavviso | periodo di preavviso
        salary expectations = aspettative salariali | aspettativa salariale | ral desiderata | retribuzione desiderata | aspettative economiche | pretese economiche | aspettativa economica
        salary = stipendio | retribuzione
        annual = annua | annuale | annui
        month = mensile | mese
        gross = lordo | lorda
        net = netto | netta
        years = anni
        year = anno
        experience = esperienza | esperienza di lavoro | esperienza lavorativa
        working with = lavori con | lavora con
        work = lavorare | lavoro
        at least = almeno
        more than = piu di
        drivers license = patente di guida | patente | patente b | patente auto
        valid = valida | in corso di validita
        work permit = permesso di lavoro
        relocate = trasferirti | trasferirsi | trasferimento | trasferirmi | un trasferimento
        travel = viaggiare | trasferte | viaggi di lavoro
        worked for us = lavorato per noi | lavorato con noi | lavorato nella nostra azienda | lavorato per la nostra azienda | lavorato in questa azienda
        before = mai | gia | in passato | precedentemente
        currently = attualmente
        current = attuale
        company = azienda
        job = posizione | ruolo | offerta | annuncio
        did you hear = hai saputo | sei venuto a conoscenza | hai conosciuto | ci hai conosciuto | hai trovato | ci hai trovato | hai sentito parlare
        highest degree = titolo di studio | livello di istruzione | titolo di studio piu alto | livello di studi
        degree = laurea | diploma | titolo
        english proficiency = livello di inglese | conoscenza dell inglese | conoscenza della lingua inglese | livello d inglese
        proficiency = livello | conoscenza
        english = inglese
        of legal age = maggiorenne
        relative = parente | parenti | familiari
        city = citta
        country = paese
        without = senza
        restriction = restrizioni | restrizione
        2 = due
        3 = tre
        4 = quattro
        5 = cinque
        6 = sei anni
        8 = otto
        10 = dieci
        some = alcune | alcuni | qualche
        travel = fare trasferte | fare alcune trasferte | fare alcune trasferte di lavoro | trasferte di lavoro
        occasional = occasionali | occasionale | occasionalmente | saltuarie
        travel = trasferta
        office = ufficio | nostra sede | nostri uffici | in sede
        on site = in presenza
        come = venire | recarti | recarsi
        have you ever worked for us = hai gia lavorato in passato per la nostra azienda | hai gia lavorato per la nostra azienda \
        | ha gia lavorato per la nostra azienda | hai mai lavorato per noi | hai lavorato per la nostra azienda
        do you have us citizenship = hai la cittadinanza statunitense | ha la cittadinanza statunitense
        citizenship = cittadinanza
        citizen = cittadino | cittadina
        usa = stati uniti | statunitense | americana
        sponsorship = sponsorizzazione | sponsorizzazione del visto | sponsor per il visto | sponsorizzazione di un visto
        visa = visto
        friends = amici | amico | conoscenti
        work here = lavorano in azienda | lavora in azienda | lavorano da noi | lavora da noi | lavorano con noi | che lavorano nella nostra azienda \
        | lavorano nella nostra azienda | lavora nella nostra azienda
        convicted = condanne penali | precedenti penali | condannato | condannata
        non compete = patto di non concorrenza | non concorrenza
        bound = vincolato | vincolata
        under 18 years = minorenne
        disability = disabilita | categorie protette | appartenenza alle categorie protette
        sms = sms | messaggi
        not = non
        """
    )
}
