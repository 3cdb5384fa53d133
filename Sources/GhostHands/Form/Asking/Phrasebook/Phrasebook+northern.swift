extension Phrasebook {
    static let dutch = Phrasebook(
        yes: "Ja",
        no: "Nee",
        """
        do you have = heb je | heeft u | hebt u | beschik je over | beschikt u over | ben je in het bezit | bent u in het bezit | bezit u | bezit je
        have you been = ben je ooit | bent u ooit
        are you = ben je | bent u | ben jij
        are you willing = ben je bereid | bent u bereid | zou je bereid zijn | zou u bereid zijn | sta je open | ben je bereid om | bent u bereid om | wil je
        are you allowed = mag je | mag u
        do you need = heb je nodig | heeft u nodig
        do you live = woon je | woont u | woon jij
        do you speak = spreek je | spreekt u
        can you = kun je | kunt u | kan je | kan u | zou je kunnen
        where do you live = waar woon je | waar woont u
        you = je | u | jij | jou
        your = jouw | uw
        us = ons
        our = onze
        - = de | het | een | te | om | er | dat | graag | aub | dit | deze | zijn | hier | van | naar een
        and = en
        or = of
        for = voor
        with = met
        at = bij
        what is = wat is | wat zijn | hoe lang is
        how long = hoe lang
        how many = hoeveel
        how well = hoe goed
        how = hoe
        where = waar
        when = wanneer | vanaf wanneer | per wanneer
        start = beginnen | starten | aan de slag | begin
        start date = startdatum | beschikbaar vanaf | gewenste startdatum | beschikbaar per | begindatum
        available = beschikbaar | beschikbaarheid
        notice period = opzegtermijn
        salary expectations = salarisverwachting | salarisindicatie | gewenst salaris | salariswens | salarisverwachtingen | salariseis
        salary = salaris
        gross = bruto
        net = netto
        month = maand | maandelijks
        year = jaarlijks
        years = jaar | jaren
        days = dagen
        experience = ervaring | werkervaring
        working with = werk je met | werkt u met
        work = werken | werk
        at least = minimaal | minstens | ten minste
        more than = meer dan
        drivers license = rijbewijs | rijbewijs b
        valid = geldig | geldige
        work permit = werkvergunning | tewerkstellingsvergunning
        relocate = verhuizen | verhuizing | relocatie
        travel = reizen | zakelijk reizen | zakenreizen
        worked for us = bij ons gewerkt | voor ons gewerkt | bij ons in dienst | bij ons bedrijf gewerkt | voor ons bedrijf gewerkt
        before = eerder | al eens | ooit | al | eens | in het verleden
        currently = momenteel | op dit moment
        current = huidige
        company = bedrijf | organisatie
        job = vacature | functie | baan
        did you hear = heb je gehoord | ben je terecht gekomen | heb je gevonden | heeft u gehoord | heeft u gevonden | ben je bij ons terecht gekomen \
        | heb je ons gevonden | heb je over ons gehoord | heb je deze vacature gevonden
        heard = gehoord | gevonden | terechtgekomen
        about = over
        highest degree = opleidingsniveau | hoogst genoten opleiding | hoogste opleiding | hoogst behaalde diploma | hoogst voltooide opleiding
        degree = diploma
        english proficiency = niveau engels | beheersing engels | engels niveau | beheersing van de engelse taal | kennis van het engels
        proficiency = niveau | beheersing
        english = engels | engelse
        dutch = nederlands | nederlandse
        old = oud
        older = ouder
        of legal age = meerderjarig
        convicted = veroordeeld
        relative = familieleden | familielid
        city = stad
        country = land
        not = niet | geen
        """
    )

    static let swedish = Phrasebook(
        yes: "Ja",
        no: "Nej",
        """
        do you have = har du
        have you previously worked = har du tidigare arbetat | har du jobbat | har du arbetat | har du tidigare jobbat
        are you = ar du
        are you willing = ar du villig | kan du tanka dig | ar du beredd | ar du oppen
        do you live = bor du
        do you speak = talar du | pratar du
        can you = kan du
        do you need = behover du
        where do you live = var bor du | vilken stad bor du i | vilken stad utgar du ifran
        you = du | dig
        your = din | ditt | dina
        - = en | ett | det | den | att | som | de | vid | i | pa | till | ar | nagon | av | om | fran
        us = oss
        our = vart | var
        and = och
        or = eller
        with = med
        when = nar
        how many = hur manga
        how long = hur lang | hur lange
        how = hur
        where = var
        what is = vad ar | vilken ar | nar ar
        which = vilken | vilket
        start = borja | starta
        start date = startdatum | onskat startdatum | onskade startdatum | tilltrade | tilltradesdatum | tilltradesdag | mojligt startdatum
        desired = onskade | onskat | onskad
        available = tillganglig
        notice period = uppsagningstid
        salary expectations = loneansprak | onskad lon | loneonskemal | loneforvantan | loneforvantningar
        experience = erfarenhet | arbetslivserfarenhet
        how many years = hur manga ar | hur manga ars
        drivers license = korkort | b korkort
        valid = giltigt
        earliest = tidigast | tidigaste | snarast
        worked for us = jobbat hos oss | arbetat hos oss | jobbat for oss | arbetat for oss | varit anstalld hos oss | anstalld hos oss
        before = tidigare | nagon gang
        background check = bakgrundskontroll
        relocate = flytta
        travel = resa | resor
        job = tjanst | tjansten | jobbet | rollen
        did you hear = horde du | fick du hora | hittade du | horde du talas
        about = om
        english proficiency = kunskaper i engelska | engelska niva
        english = engelska
        highest degree = hogsta utbildning | hogsta avslutade utbildning | utbildningsniva
        work permit = arbetstillstand
        not = inte
        """
    )

    static let norwegian = Phrasebook(
        yes: "Ja",
        no: "Nei",
        """
        do you have = har du
        are you = er du
        are you willing = er du villig | kan du tenke deg | er du apen
        do you live = bor du
        do you speak = snakker du | taler du
        can you = kan du
        do you need = trenger du
        where do you live = hvor bor du
        you = du | deg | dig
        your = din | ditt | dine
        - = en | et | det | den | at | som | de | ved | i | pa | til | er | noen | av | om | fra | a
        us = oss | os
        and = og
        or = eller
        with = med
        when = nar | hvornar
        how many = hvor mange
        how long = hvor lang | hvor lange
        how = hvordan
        where = hvor
        what is = hva er | hvad er
        start = begynne | starte | begynde
        start date = startdato | oppstart | oppstartsdato | onsket startdato | tiltredelse | tiltraedelse | mulig oppstart
        available = tilgjengelig
        notice period = oppsigelsestid | opsigelsesvarsel
        salary expectations = lonnsforventning | lonnsforventninger | onsket lonn | lonforventning
        experience = erfaring | arbeidserfaring
        years = ar
        drivers license = forerkort | korekort | sertifikat
        valid = gyldig | gyldigt
        earliest = tidligst | tidligste | snarest
        worked for us = jobbet hos oss | arbeidet hos oss | jobbet for oss | arbeidet for oss | vaert ansatt hos oss | ansatt hos oss \
        | arbejdet hos os | arbejdet for os | vaeret ansat hos os | ansat hos os
        before = tidligere | for | noen gang | nogensinde
        do you agree = samtykker du | er du enig
        background check = bakgrunnssjekk | baggrundstjek
        convicted = domt | straffet
        relocate = flytte
        travel = reise | rejse
        job = stilling | stillingen | jobben
        did you hear = horte du | fant du | fandt du
        english = engelsk
        highest degree = hoyeste utdanning | utdanningsniva
        work permit = arbeidstillatelse
        not = ikke
        """
    )

    static let polish = Phrasebook(
        yes: "Tak",
        no: "Nie",
        """
        do you have = czy posiadasz | czy masz | czy posiada pan | czy ma pan
        are you = czy jestes
        are you willing = czy jestes gotowy | czy jestes gotowa | czy jestes otwarty | czy rozwazasz | gotowosc do
        can you = czy mozesz
        do you need = czy potrzebujesz | czy wymagasz
        do you live = czy mieszkasz
        where do you live = gdzie mieszkasz
        your = twoje | twoj | twoja | panstwa
        - = w | na | z | sie | do | o | od | jest | jaki | jakie | jaka | sa
        how many = ile
        when = kiedy | od kiedy
        how = jak | skad
        start = rozpoczac | zaczac
        start date = data rozpoczecia pracy | dostepnosc | mozliwa data rozpoczecia pracy | data rozpoczecia
        notice period = okres wypowiedzenia | okresu wypowiedzenia
        salary expectations = oczekiwania finansowe | oczekiwania placowe | oczekiwane wynagrodzenie
        years = lat
        experience = doswiadczenia | doswiadczenie
        work = pracy | pracowac
        drivers license = prawo jazdy
        work permit = pozwolenie na prace
        relocate = relokacji | przeprowadzki | relokacja
        travel = wyjazdow sluzbowych | podrozy sluzbowych
        did you hear = dowiedziales | dowiedzialas | dowiedziales sie
        english proficiency = poziom jezyka angielskiego | znajomosc jezyka angielskiego
        english = angielski | angielskiego
        not = nie
        """
    )
}
