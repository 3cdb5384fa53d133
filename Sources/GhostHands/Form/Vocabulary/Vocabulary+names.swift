extension Vocabulary {
    /// What the applicant would rather be called.
    static let nicknames = [
        Term(
            .preferredName,
            ["preferred name", "preferred first name", "name you go by"],
            alone: ["nickname", "known as", "nick name"],
            tokens: ["nickname"],
            guess: Clue(
                .sentence,
                words: [
                    "prefer us to use", "prefer to be called", "like to be called", "go by", "rufname", "chosen name",
                ],
                roots: ["preferredname"]
            )
        )
    ]

    static let names = [
        Term(
            .middleName,
            ["middle name", "middle names", "middle initial", "middlename", "mname"],
            alone: ["m i", "mi"],
            beside: ["legal"],
            tokens: ["additional-name"],
            guess: Clue(
                words: ["middle", "second name", "zweiter vorname", "deuxieme prenom", "segundo nombre"],
                roots: ["middlename", "middleinitial", "midname", "отчество"]
            )
        ),
        Term(
            .firstName,
            [
                "first name", "given name", "given names", "first names", "forename", "fname", "firstname", "givenname",
                "vorname", "prenom", "nombre",
            ],
            beside: ["legal", "user", "full"],
            tokens: ["given-name"],
            guess: Clue(
                words: [
                    "first", "nombres", "voornaam", "nome", "imie", "jmeno", "ad", "fornavn", "fornamn", "keresztnev",
                    "christian name", "meno", "prenume",
                ],
                roots: [
                    "firstname", "givenname", "forename", "vorname", "prenom", "voornaam", "fornavn", "名前名", "имя",
                    "이름",
                    "이름",
                ],
                unless: [
                    "last", "surname", "full", "family", "company", "apellidos", "apellido", "cognome", "sobrenome",
                    "completo", "usuario", "utente",
                ],
                unlessRoots: ["lastname", "username"]
            )
        ),
        Term(
            .lastName,
            [
                "last name", "last names", "surname", "family name", "lname", "lastname", "familyname", "nachname",
                "familienname", "nom de famille", "apellido", "apellidos", "cognome",
            ],
            beside: ["legal", "user", "full"],
            tokens: ["family-name"],
            guess: Clue(
                words: [
                    "last", "zuname", "nom", "sobrenome", "ultimo nome", "achternaam", "nazwisko", "prijmeni", "soyad",
                    "soyadi", "etternavn", "efternavn", "efternamn", "vezeteknev", "second name", "priezvisko", "nume",
                ],
                roots: [
                    "lastname", "surname", "familyname", "nachname", "apellido", "achternaam", "cognome", "фамили", "姓",
                    "성",
                ],
                unless: ["first", "full", "company", "prenom", "completo", "4", "digits", "four"]
            )
        ),
        fullName,
    ]

    private static let fullName = Term(
        .fullName,
        [
            "full name", "name", "fullname", "complete name", "first and last name", "first name last name",
            "first name and last name", "name and surname", "name surname", "type your full name", "typed name",
        ],
        alone: [
            "first last", "signature",
            "type your full name as your electronic signature", "type your full name as your signature",
            "full name as electronic signature", "type your name to sign", "sign with your full name",
        ],
        beside: ["legal", "full", "in full"],
        tokens: ["name"],
        guess: Clue(
            words: [
                "vor und nachname", "nom complet", "nom et prenom", "nombre completo", "nombre y apellidos",
                "nome completo", "nome e cognome", "naam", "ad soyad", "recipient", "imie i nazwisko",
            ],
            roots: ["fullname", "yourname", "氏名", "お名前", "姓名", "фио"],
            unless: [
                "company", "business", "street", "city", "file", "user", "domain", "pet", "project", "team", "site",
                "list", "event", "card", "product", "workspace", "organization", "account", "school", "nick",
                "building", "bank",
            ]
        )
    )
}
