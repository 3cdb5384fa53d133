extension Vocabulary {
    static let education = [
        Term(
            .graduationYear,
            alone: [
                "graduation year", "year of graduation", "graduation date", "date of graduation", "passing year",
                "year of passing", "passout year", "year of completion", "completion year", "year awarded",
                "year graduated", "year you graduated", "year did you graduate", "year you finished your degree",
                "graduating year", "year degree was awarded", "year of award",
            ]
        ),
        Term(
            .fieldOfStudy,
            alone: [
                "field of study", "major", "area of study", "discipline", "course of study", "field of degree",
                "degree subject", "subject of degree", "degree major", "subject studied", "major subject",
                "degree field",
            ]
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
