extension Vocabulary {
    /// What an authority knows somebody by.
    static let identity = [
        Term(
            .nationalID,
            guess: Clue(
                .sentence,
                words: socialSecurity + [
                    "social insurance", "national insurance", "passport number", "tax id", "national id",
                    "national identification", "identity number", "registre national", "securite sociale",
                    "sozialversicherungsnummer", "steuer id", "dni", "cpf", "codice fiscale", "bsn", "pesel",
                    "personnummer", "fodselsnummer", "henkilotunnus", "rodne cislo", "tc kimlik",
                ],
                roots: ["주민등록", "身份证", "身分證"]
            )
        ),
        Term(
            .birthDay,
            tokens: ["bday-day"],
            guess: Clue(
                words: [
                    "birth day", "birthday day", "day of birth", "bday day", "dob day", "geburtstag", "bd day",
                ],
                roots: [
                    "birthdayday", "birthdateday", "dobday", "dayofbirth", "birthday_d", "dateofbirthday", "bdayday",
                    "birthd1",
                ],
                unless: ["year", "month"]
            )
        ),
        Term(
            .birthMonth,
            tokens: ["bday-month"],
            guess: Clue(
                words: [
                    "birth month", "birthday month", "month of birth", "bday month", "dob month", "geburtsmonat",
                ],
                roots: [
                    "birthmonth", "birthdaymonth", "birthdatemonth", "dobmonth", "monthofbirth", "dateofbirthmonth",
                    "bdaymonth",
                ]
            )
        ),
        Term(
            .birthYear,
            tokens: ["bday-year"],
            guess: Clue(
                words: [
                    "birth year", "birthday year", "year of birth", "bday year", "dob year", "geburtsjahr",
                    "ano de nascimento",
                ],
                roots: [
                    "birthyear", "birthdayyear", "birthdateyear", "dobyear", "yearofbirth", "dateofbirthyear",
                    "bdayyear", "yob",
                ]
            )
        ),
        Term(
            .birthDate,
            alone: ["date of birth", "birth date", "birthdate", "dob", "birthday"],
            tokens: ["bday"],
            guess: Clue(
                words: [
                    "birth", "birthday", "birthdate", "dob", "geburtsdatum", "date de naissance",
                    "fecha de nacimiento", "data de nascimento", "geboortedatum", "data di nascita", "data urodzenia",
                ],
                roots: [
                    "birth", "bday", "geburtsdatum", "naissance", "nacimiento", "nascimento", "生年月日", "датарожд",
                ],
                unless: ["place", "city", "country"]
            )
        ),
    ]

    static let socialSecurity = ["ssn", "social security"]
}
