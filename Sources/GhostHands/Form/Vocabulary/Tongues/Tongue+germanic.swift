extension Tongue {
    static let german = Tongue(
        [
            .firstName: "vorname, vornamen",
            .lastName: "nachname, familienname, zuname",
            .fullName: """
            vor- und nachname, vorname und nachname, vor- und zuname, vorname nachname, vollständiger name, \
            name vorname, vorname name, vollständiger vor- und nachname
            """,
            .email: "e-mail-adresse, email-adresse, emailadresse, mailadresse, e-mailadresse",
            .phone: """
            telefon, telefonnummer, handynummer, mobilnummer, mobiltelefon, handy, mobil, rufnummer, telefon mobil, \
            telefon privat, mobile telefonnummer, telefon-nr, telefonnr, telefonnummer mobil
            """,
            .streetAddress: """
            straße, strasse, straße und hausnummer, strasse und hausnummer, anschrift, straße hausnummer, \
            straße nr, strasse nr, straße und nr, strasse und nr, adresse, straße hausnr, wohnadresse, postanschrift
            """,
            .addressLine2: "adresszusatz",
            .city: "ort, wohnort, stadt, stadt ort, ort stadt, aktueller wohnort, derzeitiger wohnort",
            .state: "bundesland, kanton, bundesland kanton",
            .postalCode: "plz, postleitzahl",
            .country: "land, wohnsitzland, aufenthaltsland, land des wohnsitzes",
            .linkedIn: "linkedin profil, linkedin-profil-url, link zu ihrem linkedin profil, linkedin-url",
            .birthDate: "geburtsdatum",
            .startDate: """
            frühester eintrittstermin, frühestmöglicher eintrittstermin, eintrittstermin, frühestes eintrittsdatum, \
            frühestmögliches eintrittsdatum, möglicher eintrittstermin, frühestmöglicher starttermin, \
            verfügbar ab, frühester starttermin, startdatum, eintrittsdatum, gewünschter eintrittstermin, \
            frühestes startdatum
            """,
            .noticePeriod: "kündigungsfrist, aktuelle kündigungsfrist",
            .salary: """
            gehaltsvorstellung, gehaltsvorstellungen, gehaltswunsch, gehaltserwartung, wunschgehalt, \
            jahresgehalt brutto, gehaltsvorstellung brutto jahr, jahresgehaltsvorstellung, \
            gehaltsvorstellung pro jahr, salärerwartung, salärvorstellung, jährliche salärerwartung, \
            lohnvorstellung, lohnerwartung, gehaltsvorstellung jährlich, gehaltsvorstellungen jährlich, \
            bruttogehaltsvorstellung, wunschgehalt jährlich
            """,
            .currentCompany: "aktueller arbeitgeber, derzeitiger arbeitgeber, aktuelles unternehmen",
            .currentTitle: "aktuelle position, derzeitige position, aktuelle berufsbezeichnung, aktuelle tätigkeit",
            .school: "hochschule, universität, schule, bildungseinrichtung",
            .degree: "höchster abschluss, höchster bildungsabschluss, abschluss, bildungsabschluss, studienabschluss",
            .fieldOfStudy: "studiengang, fachrichtung, studienfach",
            .gender: "geschlecht",
            .coverLetter: "anschreiben, motivationsschreiben, bewerbungsschreiben",
            .yearsOfExperience: "berufserfahrung in jahren, jahre berufserfahrung",
        ],
        beside: """
            ihr, ihre, ihren, ihrem, dein, deine, deinen, bitte, angeben, eingeben, eintragen, optional, freiwillig, \
            pflichtfeld, erforderlich, pflichtangabe, wiederholen, bestätigen, für rückfragen
            """,
        money: "EUR, CHF"
    )

    static let dutch = Tongue(
        [
            .firstName: "voornaam, voornamen, roepnaam",
            .lastName: "achternaam, familienaam",
            .fullName: "volledige naam, voor- en achternaam, voornaam en achternaam, naam en voornaam",
            .email: "e-mailadres, emailadres, e-mail adres, email adres",
            .phone: """
            telefoonnummer, telefoon, mobiel nummer, mobiele telefoon, gsm, gsm-nummer, mobiel, \
            mobiel telefoonnummer, telefoonnummer mobiel
            """,
            .streetAddress: """
            straat, adres, straat en huisnummer, straatnaam, straatnaam en huisnummer, straat en nummer, straat + \
            nummer
            """,
            .city: "woonplaats, plaats, stad, gemeente",
            .state: "provincie",
            .postalCode: "postcode",
            .country: "land, land van verblijf",
            .birthDate: "geboortedatum",
            .startDate: "startdatum, beschikbaar vanaf, gewenste startdatum, beschikbaar per",
            .noticePeriod: "opzegtermijn",
            .salary: """
            salarisindicatie, salariswens, gewenst salaris, salarisverwachting, salariseis, \
            gewenst maandsalaris
            """,
            .currentCompany: "huidige werkgever",
            .currentTitle: "huidige functie",
            .school: "onderwijsinstelling, universiteit, hogeschool",
            .degree: "hoogste opleiding, opleidingsniveau, hoogst genoten opleiding, diploma",
            .fieldOfStudy: "studierichting",
            .gender: "geslacht",
            .coverLetter: "motivatiebrief, sollicitatiebrief, begeleidende brief",
            .yearsOfExperience: "aantal jaren ervaring, jaren ervaring, jaren werkervaring",
        ],
        beside: "uw, je, jouw, verplicht, verplicht veld, optioneel, vul in, bevestig, herhaal",
        money: "EUR"
    )

    static let swedish = Tongue(
        [
            .firstName: "förnamn, tilltalsnamn",
            .lastName: "efternamn",
            .fullName: "för- och efternamn, förnamn och efternamn, fullständigt namn",
            .email: "e-post, epost, e-postadress, epostadress, mejl, mejladress, mailadress",
            .phone: "telefon, telefonnummer, mobil, mobilnummer, mobiltelefon, mobiltelefonnummer",
            .streetAddress: "gatuadress, adress, gata, postadress",
            .city: "ort, stad, postort, bostadsort",
            .postalCode: "postnummer, postnr",
            .country: "land",
            .birthDate: "födelsedatum",
            .startDate: "startdatum, tidigaste startdatum, önskat startdatum, tillgänglig från",
            .noticePeriod: "uppsägningstid",
            .salary: """
            löneanspråk, löneönskemål, önskad lön, lönekrav, löneförväntning, löneförväntningar
            """,
            .currentCompany: "nuvarande arbetsgivare",
            .currentTitle: "nuvarande befattning, nuvarande titel",
            .school: "skola, universitet, lärosäte",
            .degree: "examen, högsta utbildning, högsta utbildningsnivå",
            .gender: "kön",
            .coverLetter: "personligt brev",
            .yearsOfExperience: "antal års erfarenhet, års erfarenhet, år av erfarenhet",
        ],
        beside: "ditt, din, ange, obligatoriskt, obligatorisk, krävs, valfritt, bekräfta, upprepa",
        money: "SEK"
    )

    static let danish = Tongue(
        [
            .firstName: "fornavn, fornavne",
            .lastName: "efternavn",
            .fullName: "fulde navn, for- og efternavn, fornavn og efternavn",
            .email: "e-mailadresse, mailadresse, e-mail adresse",
            .phone: "telefon, telefonnummer, mobilnummer, mobil, mobiltelefon",
            .streetAddress: "adresse, gade, vej, gade og husnummer, vejnavn, gadenavn, vejnavn og husnummer",
            .city: "bopæl, bopælsby",
            .postalCode: "postnummer, postnr",
            .country: "land, bopælsland",
            .birthDate: "fødselsdato, fødselsdag",
            .startDate: "startdato, tidligste startdato, ønsket startdato",
            .noticePeriod: "opsigelsesvarsel, opsigelsesfrist",
            .salary: """
            lønforventning, lønforventninger, lønønske, ønsket løn, lønkrav
            """,
            .currentCompany: "nuværende arbejdsgiver, nuværende virksomhed",
            .currentTitle: "nuværende stilling, nuværende titel",
            .school: "uddannelsessted, uddannelsesinstitution, skole",
            .degree: "højeste uddannelse, uddannelsesniveau",
            .gender: "køn",
            .coverLetter: "ansøgning, motiveret ansøgning",
            .yearsOfExperience: "antal års erfaring, års erfaring",
        ],
        beside: "dit, din, indtast, angiv, påkrævet, skal udfyldes, valgfri, valgfrit, bekræft, gentag",
        money: "DKK"
    )

    static let norwegian = Tongue(
        [
            .firstName: "fornavn",
            .lastName: "etternavn",
            .fullName: "fullt navn, for- og etternavn, fornavn og etternavn",
            .email: "e-post, epost, e-postadresse, epostadresse",
            .phone: "telefon, telefonnummer, mobil, mobilnummer, mobiltelefon, tlf",
            .streetAddress: "adresse, gateadresse, gate, gatenavn",
            .city: "poststed, bosted, bostedskommune",
            .state: "fylke",
            .postalCode: "postnummer, postnr",
            .country: "land",
            .birthDate: "fødselsdato",
            .startDate: "startdato, tidligste oppstart, ønsket oppstart, tidligste startdato",
            .noticePeriod: "oppsigelsestid",
            .salary: """
            lønnsforventning, lønnsforventninger, lønnsønske, ønsket lønn, lønnskrav
            """,
            .currentCompany: "nåværende arbeidsgiver",
            .currentTitle: "nåværende stilling",
            .school: "utdanningssted, utdanningsinstitusjon",
            .degree: "høyeste utdanning, utdanningsnivå",
            .gender: "kjønn",
            .coverLetter: "søknadsbrev, søknadstekst",
            .yearsOfExperience: "antall års erfaring, års erfaring",
        ],
        beside: "ditt, din, oppgi, skriv inn, påkrevd, obligatorisk, må fylles ut, valgfritt, bekreft, gjenta",
        money: "NOK"
    )

    static let finnish = Tongue(
        [
            .firstName: "etunimi, etunimet, kutsumanimi",
            .lastName: "sukunimi",
            .fullName: "koko nimi, etu- ja sukunimi, etunimi ja sukunimi, sukunimi ja etunimi",
            .email: "sähköposti, sähköpostiosoite",
            .phone: "puhelin, puhelinnumero, matkapuhelin, matkapuhelinnumero, puh",
            .streetAddress: "katuosoite, osoite, lähiosoite, postiosoite",
            .city: "kaupunki, paikkakunta, postitoimipaikka, kotipaikkakunta, asuinpaikka",
            .postalCode: "postinumero",
            .country: "maa, asuinmaa",
            .birthDate: "syntymäaika, syntymäpäivä",
            .startDate: "aloituspäivä, mahdollinen aloituspäivä",
            .noticePeriod: "irtisanomisaika",
            .salary: """
            palkkatoive, palkkatoivomus, palkkapyyntö, palkkatoiveesi, palkkaodotus
            """,
            .currentCompany: "nykyinen työnantaja",
            .currentTitle: "nykyinen tehtävänimike, nykyinen tehtävä",
            .school: "oppilaitos, koulu, yliopisto",
            .degree: "tutkinto, korkein koulutus, koulutusaste",
            .gender: "sukupuoli",
            .coverLetter: "hakemuskirje, työhakemus",
            .yearsOfExperience: "työkokemus vuosina, työkokemusvuodet",
        ],
        beside: "pakollinen, pakollinen kenttä, valinnainen, anna, vahvista, toista, sinun",
        money: "EUR"
    )
}
