extension Vocabulary {
    /// Where the applicant lives.
    static let places = [postalCode, addressLine2] + streets + regions + [location]

    private static let postalCode = Term(
        .postalCode,
        [
            "zip", "zip code", "zipcode", "postal code", "postcode", "post code", "plz", "postleitzahl", "code postal",
            "pin code", "pincode", "eircode", "postal zip", "zip postal", "postal zip code", "zip postal code",
        ],
        beside: ["home", "current", "number", "of residence"],
        tokens: ["postal-code"],
        guess: Clue(
            words: [
                "postal", "cep", "cap", "pincode", "pin code", "kod pocztowy", "psc", "posta kodu", "postnummer",
                "iranyitoszam",
            ],
            roots: [
                "zip", "postalcode", "postcode", "postleitzahl", "codepostal", "codigopostal", "郵便番号", "邮编",
                "индекс",
            ]
        ),
        Clue(
            .sentence,
            words: [
                "your zip code", "your zip", "your postal code", "your postcode", "zip code where you",
                "postal code where you", "zip code of the location where you", "zip code of where you",
                "postal code of the location where you", "zip code of your", "postal code of your",
                "ihre postleitzahl", "votre code postal", "tu codigo postal", "su codigo postal", "seu cep",
            ],
            unless: ["employer", "company", "school", "reference"]
        )
    )

    private static let addressLine2 = Term(
        .addressLine2,
        tokens: ["address-line2"],
        guess: Clue(
            words: [
                "address line 2", "address 2", "address2", "street 2", "apt", "apartment", "suite", "unit", "floor",
                "building", "adresszusatz", "complement", "complemento", "toevoeging", "line 2",
            ],
            roots: [
                "address2", "addressline2", "addr2", "street2", "line2", "apartment", "aptsuite", "addressline1extra",
                "adresszusatz", "complemento", "addresstwo", "addressextra", "建物", "マンション",
            ]
        )
    )

    private static let streets = [
        Term(
            .question,
            guess: Clue(
                words: [
                    "address line 3", "address 3", "house number", "hausnummer", "huisnummer", "numero civico",
                    "street number", "county", "district", "neighborhood", "bairro", "ip address", "web address",
                    "region code",
                ],
                roots: ["address3", "addressline3", "housenumber", "streetnumber", "ipaddress"]
            )
        ),
        Term(
            .streetAddress,
            [
                "street", "street address", "address line 1", "address 1", "address1", "address", "strasse",
                "street name", "street 1", "house number",
            ],
            beside: ["home", "current", "mailing", "residential", "postal", "number", "of residence"],
            tokens: ["street-address", "address-line1"],
            guess: Clue(
                words: [
                    "anschrift", "adresse", "rue", "direccion", "calle", "endereco", "rua", "adres", "straat",
                    "straatnaam", "indirizzo", "via", "ulica", "ulice", "adresa", "gatuadress", "vejnavn",
                ],
                roots: ["address", "addr1", "street1", "strasse", "住所", "地址", "адрес"],
                unless: [
                    "email", "e mail", "mail", "electronic", "city", "state", "country", "type", "same", "electronica",
                ],
                unlessRoots: ["email", "addresscity", "addressstate", "addresscountry", "addresstype"]
            )
        ),
    ]

    private static let regions = [
        Term(
            .city,
            ["city", "town", "stadt", "ville", "ciudad", "citta"],
            beside: residence + ["name"],
            tokens: ["address-level2"],
            guess: Clue(
                words: [
                    "locality", "suburb", "ort", "wohnort", "localidad", "poblacion", "cidade", "municipio", "plaats",
                    "woonplaats", "comune", "miasto", "miejscowosc", "mesto", "sehir", "postort", "level2",
                ],
                roots: [
                    "cityname", "addresscity", "billingcity", "shippingcity", "homecity", "mailingcity", "suburb",
                    "locality", "市区町村", "城市", "город", "cidade", "ciudad", "addresslevel2",
                ],
                unless: ["state", "country", "capacity"]
            )
        ),
        Term(
            .country,
            ["country", "pays", "pais"],
            beside: residence + ["region", "territory", "name"],
            tokens: ["country", "country-name"],
            guess: Clue(
                words: ["land", "paese", "nazione", "kraj", "zeme", "ulke"],
                roots: ["country", "国家", "страна", "国"],
                unless: ["phone", "code of", "dial", "tel", "calling"],
                unlessRoots: ["phonecountry", "countrydial", "dialcode", "countrycallingcode"]
            )
        ),
        // A region or county alone may be another than the state.
        Term(
            .state,
            ["state", "province", "bundesland"],
            beside: residence + ["region", "county", "territory", "name"],
            tokens: ["address-level1"],
            guess: Clue(
                words: [
                    "region", "prefecture", "kanton", "estado", "provincia", "uf", "wojewodztwo", "address level 1",
                    "territory", "departement",
                ],
                roots: ["state", "province", "addresslevel1", "region", "prefecture", "都道府県", "област"],
                unless: ["statement", "united states", "status", "estate", "marital"],
                unlessRoots: ["statement", "status", "estate"]
            )
        ),
    ]

    private static let location = Term(
        .location,
        [
            "where are you based", "where are you located", "where do you live", "where are you currently based",
            "where are you currently located", "where do you currently live",
        ],
        alone: [
            "location", "location city", "city and state", "city state", "city state country", "city and country",
            "city country",
        ],
        beside: residence,
        guess: Clue(
            .sentence,
            words: [
                "where do you plan on working", "where do you plan to work", "where will you be working",
                "where will you work", "where would you be working", "where would you work",
                "where do you intend to work", "where do you reside", "where do you currently reside",
                "location where you",
            ],
            unless: ["manager", "team", "company"]
        )
    )

    private static let residence = [
        "current", "home", "select", "of residence", "residence", "currently", "in", "which", "in which", "do you live",
        "do you live in", "do you reside", "do you reside in", "you live in", "you reside in", "where you live",
        "are you based", "are you located", "you are based in", "you are located in",
    ]
}
