extension Vocabulary {
    /// How somebody came upon the job.
    static let source = [
        Term(
            .howHeard,
            alone: [
                "how did you hear about us", "how did you hear about this job", "how did you hear about this position",
                "how did you hear about this role", "how did you hear about this opportunity",
                "how did you hear about this vacancy", "how did you hear about the job",
                "how did you hear about the position", "how did you hear about the role",
                "how did you find out about this job", "how did you find out about us",
                "how did you find out about this position", "how did you find out about this role",
                "how did you find this job", "how did you find this opening", "how did you find this position",
                "how did you find this role", "how did you find us", "how did you learn about us",
                "how did you learn about this job", "how did you learn about this position",
                "where did you hear about us", "where did you hear about this job", "where did you hear about the job",
                "where did you hear about this position", "where did you hear about this role",
                "where did you find this job", "where did you see this job", "where did you see the job",
            ],
            guess: Clue(
                .sentence,
                words: [
                    "how did you hear", "how did you find", "where did you hear", "where did you find", "how you heard",
                    "how did you learn", "hear about us", "hear about this", "learn about", "wie haben sie von uns",
                    "auf uns aufmerksam", "von uns erfahren", "von der stelle erfahren", "comment avez vous connu",
                    "comment avez vous entendu", "como nos has conocido", "como ficou sabendo",
                    "come ci hai conosciuto",
                    "come hai saputo", "hoe ben je", "hoe heeft u", "skad dowiedziales", "hur hittade du",
                    "hur horde du", "hvordan horte du", "hvordan fandt du", "mista kuulit", "jak jste se dozvedeli",
                    "comment avez vous", "como nos conociste", "como se entero", "hoe heb je", "como soube",
                ],
                roots: ["howdidyouhear", "hearabout", "お知りに", "知りましたか", "得知", "알게"]
            )
        )
    ]

    /// From when somebody can work.
    static let availability = [
        Term(
            .noticePeriod,
            alone: ["notice period", "period of notice"],
            beside: ["current", "length of"],
            guess: Clue(
                .sentence,
                words: [
                    "notice period", "period of notice", "kundigungsfrist", "preavis", "plazo de preaviso",
                    "opzegtermijn", "aviso previo",
                ]
            )
        ),
        Term(
            .startDate,
            [
                "start date", "earliest start", "when can you start", "when could you start",
                "when are you available to start", "when are you able to start",
            ],
            alone: ["startdate", "available from", "availability date", "date available", "date of availability"],
            beside: [
                "earliest", "possible", "available", "desired", "preferred", "with us", "working", "for work",
            ],
            guess: Clue(
                .sentence,
                words: [
                    "available to start", "able to start", "eintrittstermin", "date de debut", "disponibilidad",
                    "startdatum", "date d entree",
                ]
            )
        ),
        Term(
            .today,
            alone: ["todays date", "today date", "date of signature", "signature date", "date signed", "current date"]
        ),
    ]

    static let experience = [
        Term(
            .yearsOfExperience,
            ["years of experience", "years experience", "experience years", "years of work experience"],
            beside: ["total", "number of", "how many", "do you have", "overall", "professional", "work", "in years"],
            guess: Clue(.sentence, words: ["how many years", "jahre erfahrung"])
        ),
        Term(
            .skills,
            alone: ["skills", "key skills", "skill set", "skillset", "technologies", "type to add skills"],
            beside: ["technical", "top", "main", "list", "professional"]
        ),
    ]

    /// Where somebody works now, and as what.
    static let positions = [
        Term(
            .currentCompany,
            ["current company", "current employer", "present employer", "current organization"],
            beside: ["name", "name of", "company", "employer"],
            tokens: ["organization"],
            guess: Clue(
                words: [
                    "company", "organization", "organisation", "employer", "firma", "empresa", "entreprise", "azienda",
                    "bedrijf", "arbeitgeber",
                ],
                roots: ["companyname"],
                unless: ["email", "e mail", "password", "username", "user name", "code", "number", "id", "size"]
            )
        ),
        Term(
            .currentTitle,
            ["current job title", "current position", "job title", "jobtitle"],
            alone: ["current title", "current role"],
            beside: ["position", "role", "title", "current"],
            tokens: ["organization-title"],
            guess: Clue(
                words: ["position", "occupation", "beruf", "puesto", "poste"],
                unless: ["applying", "applied", "desired", "apply"]
            )
        ),
    ]
}
