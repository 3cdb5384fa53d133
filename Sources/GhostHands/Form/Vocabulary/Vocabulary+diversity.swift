extension Vocabulary {
    /// What laws on equal opportunity are about.
    static let diversity = [
        Term(
            .veteran,
            ["veteran", "veteran status", "protected veteran", "protected veteran status"],
            beside: identifying + ["military", "us", "u s"],
            guess: Clue(
                .sentence,
                words: ["veterans", "armed forces", "military service", "military status"],
                roots: ["veteran"]
            )
        ),
        Term(
            .disability,
            ["disability", "disability status", "disabilities"],
            alone: ["disabled"],
            beside: identifying + ["any", "living with", "have", "consider yourself", "consider yourself to have"],
            guess: Clue(.sentence, words: ["chronic condition", "behinderung"], roots: ["disability"])
        ),
        Term(
            .sexualOrientation,
            guess: Clue(
                .sentence,
                words: ["sexual orientation", "sexuelle orientierung", "orientation sexuelle", "orientacion sexual"],
                roots: ["sexualorientation", "lgbt"]
            )
        ),
        Term(.transgender, guess: Clue(.sentence, words: ["transgender", "trans experience"])),
        Term(
            .pronouns,
            ["pronouns", "pronoun"],
            beside: identifying + ["preferred", "personal", "gender", "use", "used", "go by"],
            guess: Clue(
                .sentence,
                words: ["pronouns", "pronoun", "pronomen", "pronoms", "pronombres"],
                roots: ["pronouns"]
            )
        ),
        Term(
            .hispanic,
            guess: Clue(.sentence, words: ["hispanic", "latino", "latina", "latinx"], roots: ["hispanic"])
        ),
        Term(
            .ethnicity,
            [
                "ethnicity", "race", "ethnic group", "ethnic background", "ethnic origin", "ethnic",
                "racial or ethnic background", "race ethnicity",
            ],
            alone: ["racial"],
            beside: identifying + ["background", "group", "origin"],
            guess: Clue(.sentence, roots: ["ethnicity"])
        ),
        Term(
            .gender,
            ["gender", "gender identity", "geschlecht"],
            alone: ["sex"],
            beside: identifying,
            tokens: ["sex"],
            guess: Clue(
                .sentence,
                words: [
                    "genre", "genero", "genere", "geschlecht", "geslacht", "geschlechtsidentitat", "sukupuoli", "plec",
                    "pohlavi", "cinsiyet", "kjonn", "konsidentitet",
                ],
                roots: ["gender"]
            )
        ),
    ]

    /// How a form asks what somebody is, without a word about anybody else.
    private static let identifying = [
        "select", "choose", "state", "status", "which", "best describes", "describes", "describe", "how would you",
        "how do you", "do you", "you", "do you have", "are you", "identify", "identify as", "identify with", "as", "be",
        "to", "person", "with", "voluntary", "self", "identification", "self identification", "of", "self identify",
        "consider yourself", "one", "select one", "u s", "mark all that apply", "select all that apply",
        "check all that apply",
    ]
}
