/// What laws on equal opportunity are about: nobody has to answer it, and a form's own way to decline is an answer.
enum Equality {
    /// Whether a field asks about something of the kind.
    static func isAsked(by field: Field) -> Bool {
        Words(field.label).containsAny(names) || field.options.count { Words($0.label).containsAny(peoples) } >= 3
    }

    /// What choices of origin are called.
    private static let peoples = [
        "black", "white", "asian", "hispanic", "latino", "latine", "latinx", "caucasian", "pacific islander",
        "indigenous", "african american", "middle eastern", "native american",
    ]

    private static let names = [
        "gender", "sex", "ethnicity", "ethnic", "race", "racial", "hispanic", "latino", "latina", "latinx", "veteran",
        "veterans", "disability", "disabilities", "disabled", "transgender", "sexual orientation", "lgbt", "lgbtq",
        "lgbtqia", "lgbtq+", "pronouns", "pronoun", "religion", "religious", "belief", "neurodivergent", "neurodiverse",
        "neurodiversity", "age range", "age group", "age bracket", "ancestral", "ancestry", "indigenous", "aboriginal",
        "first generation", "socioeconomic", "socio economic", "caregiver", "carer", "marital status",
        "military status",
        "2slgbtqi", "2elgbtqi", "2slgbtqia", "lgbtqi", "lgbt", "racialized", "racialised", "self identify",
        "mental health condition",
        "lesbian", "gay", "bisexual", "geschlecht", "genre", "genero", "handicap", "handicapee", "behinderung",
        "schwerbehinderung", "handicape", "travailleur handicape", "rqth", "categorie protette", "categoria protetta",
        "niepelnosprawnosci", "niepelnosprawnosc", "cor ou raca", "raca", "discapacidad", "deficiencia", "disabilita",
        "social category", "caste", "household earner", "how old are you", "caring responsibilities",
        "care for an adult",
        "care for a child", "look after a child", "look after a dependent", "free school meals",
    ]
}
