/// What laws on equal opportunity are about: nobody has to answer it, and a form's own way to decline is an answer.
enum Equality {
    /// Whether a field asks about something of the kind.
    static func isAsked(by field: Field) -> Bool { Words(field.label).containsAny(names) }

    private static let names = [
        "gender", "sex", "ethnicity", "ethnic", "race", "racial", "hispanic", "latino", "latina", "latinx", "veteran",
        "veterans", "disability", "disabilities", "disabled", "transgender", "sexual orientation", "lgbt", "lgbtq",
        "lgbtqia", "lgbtq+", "pronouns", "pronoun", "religion", "religious", "belief", "neurodivergent", "neurodiverse",
        "neurodiversity", "age range", "age group", "age bracket", "ancestral", "ancestry", "indigenous", "aboriginal",
        "first generation", "socioeconomic", "socio economic", "caregiver", "carer", "marital status",
        "military status",
        "lesbian", "gay", "bisexual", "geschlecht", "genre", "genero", "handicap", "handicapee", "behinderung",
        "schwerbehinderung",
    ]
}
