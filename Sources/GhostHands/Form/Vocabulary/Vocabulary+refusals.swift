extension Vocabulary {
    /// What is no fact of the applicant's, though it may hold a word of one.
    static let refusals = [
        // A riddle that tells people from programs.
        Term(.question, guess: Clue(.text, .name, .password, words: riddles, roots: riddles)),
        Term(.question, guess: Clue(.text, .name, words: ["bank account"], roots: ["bankaccount"])),
        Term(.question, guess: Clue(words: ["bank", "coupon", "promo code", "gift card"])),
        // A code that was sent to prove who it is.
        Term(
            .question,
            guess: Clue(.text, .password, words: ["otp", "one time"], roots: ["otpcode", "otpinput", "onetimecode"])
        ),
        Term(
            .question,
            guess: Clue(
                .password,
                words: ["gift", "pin of", "passcode", "token"] + socialSecurity,
                roots: ["giftcard", "onetime"]
            )
        ),
        Term(
            .question,
            guess: Clue(
                words: [
                    "search", "promo", "promotion", "voucher", "gift", "discount", "business", "ein", "vat", "tax",
                    "iban", "routing", "account number", "passport", "quantity", "subject", "message", "comment",
                    "comments", "question", "answer", "referral", "referrer", "security question",
                    "verification code",
                    "auth code", "activation code", "extension", "ext", "fax", "website", "url", "customer service",
                    "birth place", "place of birth", "amount", "donation", "school", "college", "reservation",
                    "tracking", "order number",
                ],
                roots: [
                    "coupon", "promocode", "giftcard", "verificationcode", "twofactor", "birthplace", "検索", "поиск",
                ],
                unless: ["email", "e mail", "password", "username", "user name"]
            )
        ),
        // Another person's.
        Term(
            .question,
            guess: Clue(
                words: [
                    "reference", "references", "referee", "referees", "emergency", "emergency contact", "next of kin",
                    "spouse", "guardian", "supervisor", "referenz", "notfallkontakt", "urgence", "emergencia",
                    "emergenza",
                ]
            )
        ),
        // A form that asks for a card has two fields for the name on it.
        Term(
            .question,
            guess: Clue(.name, roots: ["cardholderfirst", "cardholderlast", "ccfirstname", "cclastname"])
        ),
        Term(
            .question,
            guess: Clue(
                .list,
                words: ["title", "salutation", "prefix", "suffix", "gender", "language", "card type", "cardtype"]
            )
        ),
    ]

    private static let riddles = ["captcha", "capcha"]

    /// What many forms ask in a sentence of their own, with another answer from everybody.
    static let openQuestions = [
        Term(
            .question,
            guess: Clue(
                .sentence,
                words: [
                    "previously worked", "ever worked", "worked for", "worked at", "additional information",
                    "anything else",
                ]
            )
        )
    ]
}
