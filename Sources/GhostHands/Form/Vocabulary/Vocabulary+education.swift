extension Vocabulary {
    static let education = [
        Term(
            .graduationYear,
            alone: ["graduation year", "year of graduation", "graduation date", "date of graduation"]
        ),
        Term(
            .fieldOfStudy,
            alone: ["field of study", "major", "area of study", "discipline", "course of study", "field of degree"]
        ),
        Term(
            .degree,
            alone: [
                "degree", "highest degree", "highest education", "highest education level", "education level",
                "level of education", "highest level of education", "qualification level", "highest qualification",
            ],
            beside: ["type", "name", "obtained", "earned", "attained", "completed", "achieved", "received"]
        ),
        Term(
            .school,
            alone: ["school", "university", "college", "institution", "educational institution", "school name"],
            beside: ["name", "name of", "attended", "most recent", "you attended"]
        ),
    ]
}
