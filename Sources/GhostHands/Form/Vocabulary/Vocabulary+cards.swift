extension Vocabulary {
    /// Payment cards: known, so that none is ever filled.
    static let cards = [
        Term(
            .cardSecurityCode,
            tokens: ["cc-csc"],
            guess: Clue(
                .text,
                .password,
                words: [
                    "cvv", "cvc", "cvv2", "cvc2", "cvn", "csc", "cid", "card code",
                    "card verification", "sicherheitscode", "kartenprufnummer", "codigo de seguranca",
                    "codigo de seguridad", "cryptogramme", "codice di sicurezza",
                ] + codes,
                roots: [
                    "cvv", "cvc", "securitycode", "cardcode", "verificationvalue", "cardverification", "prufziffer",
                    "prüfnummer", "セキュリティコード",
                ]
            ),
            // Elsewhere they may be of another kind.
            Clue(.payment, words: codes + ["verification code"], roots: ["securitycode"])
        ),
        Term(
            .cardExpiryMonth,
            tokens: ["cc-exp-month"],
            guess: Clue(
                words: [
                    "expiration month", "expiry month", "exp month", "expire month", "expires month", "cc exp month",
                    "card month", "month expires",
                ],
                roots: [
                    "expmonth", "expirymonth", "expirationmonth", "expiremonth", "expirationdatemonth",
                    "expirydatemonth", "expdatemonth", "expmm", "ccmonth", "cardmonth", "expdatemm", "monthexp",
                    "cardexpirationmonth",
                ],
                unlessRoots: ["yy"]
            )
        ),
        Term(
            .cardExpiryYear,
            tokens: ["cc-exp-year"],
            guess: Clue(
                words: [
                    "expiration year", "expiry year", "exp year", "expire year", "expires year", "cc exp year",
                    "card year", "year expires",
                ],
                roots: [
                    "expyear", "expiryyear", "expirationyear", "expireyear", "expirationdateyear", "expirydateyear",
                    "expdateyear", "expyy", "ccyear", "cardyear", "expyyyy", "yearexp", "cardexpirationyear",
                ]
            )
        ),
        Term(
            .cardExpiry,
            tokens: ["cc-exp"],
            guess: Clue(
                words: [
                    "expiration", "expiry", "expires", "exp date", "exp", "valid until", "valid thru", "mm yy",
                    "mm yyyy", "ablaufdatum", "gultig bis", "date d expiration", "fecha de vencimiento", "caducidad",
                    "validade", "vervaldatum", "scadenza",
                ],
                roots: ["expiration", "expiry", "expdate", "ccexp", "cardexp", "有効期限"],
                unless: ["passport", "license", "visa"]
            )
        ),
        Term(
            .cardName,
            tokens: ["cc-name"],
            guess: Clue(
                words: [
                    "name on card", "name on the card", "name on your card", "cardholder", "card holder", "card name",
                    "card owner", "karteninhaber", "titulaire", "titular", "nombre en la tarjeta", "nome no cartao",
                    "nome do titular", "intestatario",
                ],
                roots: [
                    "nameoncard", "cardholder", "cardname", "ccname", "holdername", "cardowner", "cardusername", "名義",
                ],
                unless: [
                    "first", "last", "surname", "given", "family", "street", "city", "state", "country", "zip",
                    "address", "postal",
                ],
                unlessRoots: ["firstname", "lastname"]
            )
        ),
        Term(.question, guess: Clue(roots: ["cardtype", "paymenttype", "paymentmethod"])),
        Term(
            .cardNumber,
            tokens: ["cc-number"],
            guess: Clue(
                words: [
                    "card number", "credit card", "debit card", "cc number", "ccn", "card no", "kartennummer",
                    "kreditkartennummer", "numero de carte", "numero de tarjeta", "numero do cartao", "kaartnummer",
                    "numero carta", "numero della carta",
                ],
                roots: [
                    "cardnumber", "cardnum", "creditcard", "ccnumber", "ccnum", "cardno", "カード番号", "номеркарты",
                ],
                unless: ["library card", "member", "loyalty", "gift", "rewards", "type"]
            )
        ),
    ]

    private static let codes = ["security code", "verification number"]
}
