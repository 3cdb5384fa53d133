extension Vocabulary {
    /// Whether somebody may work somewhere.
    ///
    /// The shape of the sentence decides its answer, so a sentence is never sure.
    static let permission = [
        Term(
            .sponsorship,
            keys: [
                "sponsorship", "visa sponsorship", "requires sponsorship", "require sponsorship", "needs sponsorship",
            ],
            guess: Clue(
                .sentence,
                words: [
                    "sponsorship", "sponsor", "sponsored", "visa", "visas", "immigration case", "work permit",
                    "work permits", "visum", "parrainage", "patrocinio",
                    "tramite el permiso", "tramite un permiso", "tramite el visado", "tramitar", "visado", "patrocine",
                ],
                // Who has one needs none.
                unless: [
                    "currency", "card", "have a work permit", "have a valid work permit", "hold a work permit",
                    "hold a valid work permit", "have a valid visa",
                ]
            )
        ),
        Term(
            .workAuthorization,
            ["work authorization", "work authorisation", "work eligibility", "right to work"],
            beside: ["status", "current"],
            guess: Clue(
                .sentence,
                words: [
                    "authorized to work", "authorised to work", "eligible to work", "legally work",
                    "legally authorized", "authorization to work", "have a work permit", "have a valid work permit",
                    "hold a work permit",
                    "hold a valid work permit", "have a valid visa", "arbeitserlaubnis", "arbeitsgenehmigung",
                    "autorisation de travail", "lautorisation de travailler", "lautorisation legale de travailler",
                    "autorisation legale de travailler", "autorise a travailler",
                    "permiso de trabajo",
                ]
            )
        ),
    ]

    /// What a box to tick agrees to.
    static let agreement = [
        Term(
            .consent,
            guess: Clue(
                .box,
                words: [
                    "agree", "consent", "accept", "acknowledge", "certify", "terms", "privacy", "permission",
                    "contact me", "opt in", "subscribe", "job alerts", "job opportunities", "future jobs",
                    "einwilligung", "einverstanden", "datenschutz", "accepte", "acepto", "akkoord", "aceito",
                    "talent community", "keep my", "text messages", "sms",
                ],
                roots: ["consent", "gdpr", "termsofservice", "privacypolicy", "marketing"]
            ),
            Clue(
                .list,
                words: [
                    "consent", "i agree", "i consent", "data protection", "privacy policy", "privacy notice",
                    "einwilligung", "datenschutz", "consentement", "consentimiento", "consenso", "toestemming",
                    "renseignements personnels", "donnees personnelles", "datos personales", "dati personali",
                ]
            )
        )
    ]
}
