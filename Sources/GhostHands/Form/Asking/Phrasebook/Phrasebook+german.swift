extension Phrasebook {
    static let german = Phrasebook(
        yes: "Ja",
        no: "Nein",
        capitalizesNouns: true,
        """
        do you have = besitzen sie | besitzt du | verfugen sie uber | verfugst du uber | verfugt ihr uber | hast du | haben sie \
        | sind sie im besitz | bist du im besitz | liegt ihnen vor | sind sie inhaber | bist du inhaber
        have you been = wurden sie | wurdest du
        were you = waren sie | warst du
        are you = sind sie | bist du | sind sie derzeit
        are you willing = sind sie bereit | bist du bereit | waren sie bereit | warest du bereit | warst du bereit \
        | waren sie bereit | warst du bereit | konnten sie sich vorstellen | konntest du dir vorstellen | konnen sie sich vorstellen | kannst du dir vorstellen \
        | ware es fur dich moglich | ware es fur sie moglich | sind sie offen | bist du offen | waren sie zu
        are you allowed = durfen sie | darfst du | sind sie berechtigt | bist du berechtigt
        do you need = benotigen sie | benotigst du | brauchen sie | brauchst du | ist fur sie erforderlich
        do you live = wohnen sie | wohnst du | leben sie | lebst du | liegt dein wohnort | liegt ihr wohnort
        do you speak = sprechen sie | sprichst du
        do you know = kennen sie | kennst du
        do you work = arbeiten sie | arbeitest du
        can you = konnen sie | kannst du | konnten sie | konntest du
        will you = werden sie | wirst du
        would you like = mochten sie | mochtest du
        where do you live = wo wohnst du | wo wohnen sie | wo lebst du | wo leben sie
        have = haben | hast | hat | habe | besitzen | besitze | besitz | vorhanden | verfuge uber | vorliegen
        you = sie | du | dich | dir | ihnen | ihr | euch
        your = deine | dein | deinen | deiner | deinem | deines | ihre | ihren | ihrer | ihrem | ihres | eure | euer
        us = uns
        our = unser | unsere | unserem | unseren | unserer | unseres
        - = die | der | das | den | dem | des | ein | eine | einen | einem | einer | eines | bitte | gerne | gern | ja \
        | hier | dafur | dazu | denn | sich | wurde | wurden | ware | zu | zur | zum | es | ggf | eventuell | diese | dieser \
        | diesen | dieses | diesem | gib | geben | angeben | nenne | nennen | teile | mit teilen | uns mit | an | dann
        occasionally = gelegentlich | ab und zu
        and = und | sowie
        or = oder | bzw | beziehungsweise
        in = im | in der | in den
        for = fur
        at = bei | beim
        with = mit
        from = von | vom | aus
        is = ist | sind
        as = als
        more = mehr
        what is = wie ist | wie lautet | was ist | wie hoch ist | wie hoch sind | wie sind | was sind | wie gestaltet sich
        how long = wie lange | wie lang
        how many = wie viele | wieviele | wie vielen
        how well = wie gut
        how many years of experience do you have = wie viele jahre berufserfahrung bringst du mit | wie viele jahre berufserfahrung bringen sie mit \
        | wie viele jahre berufserfahrung bringst du insgesamt mit | wie viele jahre berufserfahrung bringen sie insgesamt mit
        since how many = seit wie vielen
        how = wie | wodurch | woher
        where = wo
        when = wann
        which = welche | welcher | welches | welchen | welchem
        available from = ab wann verfugbar
        available from when = ab wann stehen sie uns zur verfugung | ab wann stehen sie zur verfugung \
        | ab wann stehst du uns zur verfugung | ab wann stehst du zur verfugung | ab wann stunden sie uns zur verfugung
        from when = ab wann | zu wann | zu welchem termin | zu welchem zeitpunkt | ab welchem zeitpunkt | ab welchem datum
        start = anfangen | beginnen | starten | start | einsteigen | loslegen | eintreten
        could you start = starten konntest du
        available = verfugbar | verfugbarkeit
        earliest start date = fruhestmogliches eintrittsdatum | fruhestmoglicher eintrittstermin | fruhester eintrittstermin \
        | fruhestes eintrittsdatum | fruhestmoglicher starttermin | fruhstmoglicher starttermin | fruhester starttermin \
        | nachstmoglicher eintrittstermin | nachstmoglicher starttermin | moglicher eintrittstermin | moglicher starttermin \
        | mogliches eintrittsdatum | mogliches startdatum | fruhestes startdatum | fruhestmogliches startdatum \
        | fruhester start | fruhestmoglicher start | nachstmoglicher start | wunschstarttermin | eintrittstermin \
        | eintrittsdatum | startdatum | starttermin | wunscheintrittstermin | gewunschter eintrittstermin \
        | gewunschtes eintrittsdatum | gewunschter starttermin | verfugbar ab | verfugbar ab dem | arbeitsbeginn
        earliest = fruhestens | fruhestmoglich | fruhestmogliche | fruhestmoglicher | fruhestmogliches | fruheste \
        | nachstmoglich | nachstmoglicher | nachstmogliche | fruhester | fruhstmoglicher
        possible = moglich | mogliche | moglicher
        notice period = kundigungsfrist
        salary expectation = gehaltsvorstellung | gehaltsvorstellungen | gehaltswunsch | wunschgehalt | gehaltserwartung \
        | gehaltserwartungen | jahresgehalt vorstellung | gewunschtes gehalt | gewunschtes jahresgehalt \
        | gewunschte vergutung | zielgehalt | salarerwartung | salarvorstellung | salarvorstellungen | lohnvorstellung \
        | lohnvorstellungen | lohnerwartung
        gender = geschlecht | geschlechtsidentitat
        referred = empfohlen | geworben
        were you = wurde dir | wurde ihnen
        gross = brutto | bruttogehalt
        net = netto
        year = jahr | jahrlich
        years = jahre | jahren
        months = monate | monaten
        month = monat | monatlich
        weeks = wochen
        day = tag
        days = tage | tagen
        week = woche
        hour = stunde | stundlich
        per = pro | je
        annual = jahrliche | jahrliches
        experience = erfahrung | erfahrungen | berufserfahrung | arbeitserfahrung | praxiserfahrung
        professional = berufliche | beruflicher | professionelle | relevante berufliche
        relevant = relevante | relevanter | einschlagige
        total = gesamt | insgesamt
        working with = arbeitest du mit | arbeiten sie mit | arbeitest du schon mit
        at least = mindestens | wenigstens
        more than = mehr als
        over = uber
        under = unter
        old = alt
        18 years = volljahrig | vollendet haben
        are you at least 18 years old = bist du volljahrig | sind sie volljahrig | volljahrig
        drivers license = fuhrerschein | fuhrerscheins | fahrerlaubnis | pkw fuhrerschein | fuhrerschein vorhanden
        class = klasse
        valid = gultigen | gultige | gultiger | gultig | gultiges
        work permit = arbeitserlaubnis | arbeitsgenehmigung | arbeitsbewilligung
        authorized to work = arbeitsberechtigt | zu arbeiten berechtigt
        allowed = berechtigt | erlaubt
        work = arbeiten | arbeit | tatig | tatigkeit | arbeitest
        residence permit = aufenthaltserlaubnis | aufenthaltstitel
        visa = visum
        sponsorship = visumsponsoring | visasponsoring | visumsunterstutzung | visum sponsoring
        need = benotigen | brauchen | benotigst
        relocate = umzuziehen | umziehen | umzug | einem umzug | umzugs | ortswechsel | zu einem umzug
        willing = bereit | bereitschaft
        are you willing to relocate = sind sie umzugsbereit | bist du umzugsbereit | umzugsbereitschaft | umzugsbereit \
        | sind sie zu einem umzug bereit | waren sie zu einem umzug bereit | bist du zu einem umzug bereit
        are you willing to travel = sind sie reisebereit | bist du reisebereit | reisebereitschaft | reisebereit
        travel = reisen | geschaftlich zu reisen | beruflich zu reisen | beruflich reisen | dienstreisen | geschaftsreisen | dienstlich reisen | geschaftlich reisen | reise
        worked for us = bei uns gearbeitet | fur uns gearbeitet | bei uns beschaftigt | bei uns tatig | bei uns angestellt \
        | in unserem unternehmen gearbeitet | in unserem unternehmen beschaftigt | in unserem unternehmen tatig \
        | fur unser unternehmen gearbeitet | bei unserem unternehmen beschaftigt | bei unserem unternehmen gearbeitet \
        | in unserer firma gearbeitet | in unserer firma beschaftigt
        worked for = gearbeitet bei | tatig bei | beschaftigt bei | angestellt bei
        before = schon | bereits | schon einmal | schon mal | fruher | zuvor | jemals | in der vergangenheit | einmal \
        | zu einem fruheren zeitpunkt
        currently = derzeit | aktuell | momentan | zurzeit | gegenwartig | zur zeit | heute
        current = aktuelle | aktueller | aktuellen | aktuelles | derzeitige | derzeitiger | derzeitiges | derzeitigen | jetzige
        company = unternehmen | firma
        employer = arbeitgeber
        employee = mitarbeiter | mitarbeiterin | mitarbeitende | mitarbeitenden | mitarbeitern | kollegen
        job = stelle | position | job | anstellung | stellenanzeige | stellenausschreibung | jobs | ausschreibung | rolle
        how did you hear = wie hast du erfahren | wie haben sie erfahren | wie bist du aufmerksam geworden \
        | wie sind sie aufmerksam geworden | wie bist du auf uns aufmerksam geworden | wie sind sie auf uns aufmerksam geworden \
        | wie bist du auf die stelle aufmerksam geworden | wie sind sie auf die stelle aufmerksam geworden \
        | wie bist du auf diese stelle aufmerksam geworden | wie sind sie auf diese stelle aufmerksam geworden \
        | wo hast du von uns erfahren | wo haben sie von uns erfahren | wie hast du von uns erfahren | wie haben sie von uns erfahren \
        | wie hast du uns gefunden | wie haben sie uns gefunden | woher kennst du uns | woher kennen sie uns
        heard = aufmerksam | erfahren | gehort | gefunden
        disability = behinderung | schwerbehinderung | schwerbehindert
        pronouns = pronomen
        highest degree = hochster bildungsabschluss | hochster abschluss | hochsten abschluss | hochster schulabschluss \
        | hochsten bildungsabschluss | bildungsabschluss | hochster akademischer abschluss | hochste abgeschlossene ausbildung
        highest = hochster | hochsten | hochste
        degree = abschluss | studienabschluss | hochschulabschluss | hochschulstudium | universitatsstudium | akademischen abschluss | studium
        completed = abgeschlossenes | abgeschlossen | abgeschlossene | abgeschlossenen
        english proficiency = englischkenntnisse | englisch kenntnisse | englischniveau | deine englischkenntnisse
        german proficiency = deutschkenntnisse | deutsch kenntnisse | deutschniveau | sprachniveau deutsch
        proficiency = sprachkenntnisse | kenntnisse | sprachniveau | niveau
        english = englisch | englische | englischen
        german = deutsch | deutsche | deutschen
        french = franzosisch
        spanish = spanisch
        italian = italienisch
        fluent = fliessend | verhandlungssicher
        language = sprache
        convicted = vorbestraft | verurteilt
        crime = straftat | straftaten
        non compete = wettbewerbsverbot | wettbewerbsklausel
        background check = hintergrundprufung | hintergrunduberprufung | sicherheitsuberprufung
        agree = einverstanden | stimmen sie zu | stimmst du zu
        relative = verwandte | verwandten | angehorige | familienangehorige | verwandt
        friends = freunde | bekannte
        live = wohne | wohnen | wohnhaft | ansassig | lebe | leben
        city = stadt
        country = land
        home = zu hause
        germany = deutschland
        without = ohne
        restriction = einschrankung | einschrankungen | beschrankung | beschrankungen
        legally = legal | rechtmassig
        unrestricted = uneingeschrankt | uneingeschrankte | unbeschrankt
        are you legally authorized to work = durfen sie arbeiten | durfen sie legal arbeiten | besitzen sie eine arbeitserlaubnis
        right to work = arbeitsrecht | recht zu arbeiten
        office = buro | burostandort | firmensitz | standort
        on site = vor ort
        come = kommen | zu kommen | anwesend zu sein | erscheinen
        hybrid = hybrides
        ok = in ordnung | okay | kein problem | vorstellbar
        for you = fur sie | fur dich
        business travel = dienstreise | geschaftsreise
        occasional = gelegentliche | gelegentlichen | gelegentlicher | vereinzelte
        younger than = junger als
        older than = alter als
        under 18 = minderjahrig
        disability = schwerbehinderten | schwerbehinderte | schwerbehinderter menschen | schwerbehinderten menschen | gleichgestellt
        may we = durfen wir | konnen wir
        inform = informieren | benachrichtigen | kontaktieren
        sms = sms | kurznachricht | textnachricht | textnachrichten
        application = bewerbung | bewerbungsprozess | bewerbungsstatus | stand ihrer bewerbung | stand deiner bewerbung
        2 = zwei
        3 = drei
        4 = vier
        5 = funf
        6 = sechs
        7 = sieben
        8 = acht
        9 = neun
        10 = zehn
        worked with = gearbeitet mit | mit gearbeitet
        know = kennen
        use = nutzen | verwenden | einsetzen
        refer = empfehlen
        did an employee refer you = wurden sie von einem mitarbeiter empfohlen | wurdest du von einem mitarbeiter empfohlen \
        | hat dich jemand empfohlen | hat sie jemand empfohlen
        work here = bei uns arbeiten | bei uns arbeitet | fur uns arbeitet | fur uns arbeiten | in unserem unternehmen arbeiten \
        | in unserem unternehmen arbeitet | in unserem haus | in unserem hause
        family = familie | familienmitglied | familienmitglieder
        non compete = konkurrenzklausel | nachvertragliches wettbewerbsverbot | nachvertraglichen wettbewerbsverbot | konkurrenzverbot
        bound = gebunden | unterliegen sie | unterliegst du
        criminal record = vorstrafe | vorstrafen | strafrechtlich verurteilt | strafregistereintrag | vorstrafenregister
        citizen = staatsburger | staatsburgerin | staatsangehoriger | staatsangehorige
        citizenship = staatsburgerschaft | staatsangehorigkeit | nationalitat
        usa = us | amerikanische | usa | vereinigten staaten | den usa
        visa sponsorship = visum unterstutzung
        require = erfordern
        sponsorship = sponsoring | visa sponsoring | visum sponsorship
        future = zukunft | zukunftig | kunftig | spater
        now = jetzt | nun
        move = wechseln
        desired = gewunschte | gewunschter | gewunschtes
        salary = gehalt | vergutung | lohn | jahresgehalt | jahresbruttogehalt | bruttojahresgehalt | entgelt
        salary expectation = gehaltlichen vorstellungen | vorstellung gehalt | gehaltsvorstellungen | vorstellungen | vergutungsvorstellung \
        | einkommensvorstellung | gehaltsrahmen | gehaltsangabe
        highest degree = hochste ausbildung | hochster bildungsgrad | hochster studienabschluss | hochste qualifikation | hochster erreichter abschluss
        begin = antreten
        how soon = wie schnell | wie bald
        not = nicht | kein | keine | keinen
        """
    )
}
