extension Guess {
    /// What applications ask in whole sentences.
    ///
    /// The shape of the sentence decides its answer, so these are never sure.
    static let questions: [Guess] = [
        Guess(
            .sponsorship,
            "sponsorship|sponsor|sponsored|visa|visas|immigration case|work permit|work permits|visum|parrainage|patrocinio",
            unless: "currency|card"
        ),
        Guess(
            .workAuthorization,
            "authorized to work|authorised to work|eligible to work|right to work|legally work|legally authorized|"
                + "authorization to work|work authorization|arbeitserlaubnis|autorisation de travail|permiso de trabajo"
        ),
        Guess(
            .question,
            "currency|salary period|pay period|salary type|previously worked|ever worked|worked for|worked at|"
                + "additional information|anything else",
            roots: "salarycurrency|salaryperiod|salarytype|payschedule"
        ),
        Guess(
            .salary,
            "salary|compensation|pay expectations|expected pay|desired pay|remuneration|gehaltsvorstellung|"
                + "pretentions salariales|pretension salarial|salarisverwachting|pretensao salarial|rate expectations",
            unless: "minimum|maximum|benefits"
        ),
        Guess(
            .howHeard,
            "how did you hear|how did you find|where did you hear|where did you find|how you heard|how did you learn|"
                + "hear about us|hear about this|learn about|wie haben sie von uns|comment avez vous|"
                + "como nos conociste|como se entero|hoe heb je|como soube",
            roots: "howdidyouhear|hearabout"
        ),
        Guess(.veteran, "veteran|veterans|armed forces|military service", roots: "veteran"),
        Guess(.disability, "disability|disabilities|chronic condition|behinderung", roots: "disability"),
        Guess(.sexualOrientation, "sexual orientation", roots: "sexualorientation"),
        Guess(.transgender, "transgender|trans experience"),
        Guess(.pronouns, "pronouns|pronoun|pronomen|pronoms|pronombres", roots: "pronouns"),
        Guess(.hispanic, "hispanic|latino|latina|latinx", roots: "hispanic"),
        Guess(.ethnicity, "race|ethnicity|ethnic", roots: "ethnicity"),
        Guess(.gender, "gender|geschlecht|genre|genero", roots: "gender"),
        Guess(
            .noticePeriod,
            "notice period|period of notice|kundigungsfrist|preavis|plazo de preaviso|opzegtermijn|aviso previo"
        ),
        Guess(
            .startDate,
            "start date|when can you start|available to start|able to start|earliest start|eintrittstermin|"
                + "date de debut|disponibilidad|startdatum|date d entree"
        ),
        Guess(.linkedIn, "linkedin|linked in", roots: "linkedin"),
        Guess(.gitHub, "github", roots: "github"),
        Guess(.twitter, "twitter|x com", roots: "twitter"),
        Guess(
            .preferredName,
            "preferred name|prefer us to use|prefer to be called|like to be called|go by|preferred first name|"
                + "rufname|chosen name",
            roots: "preferredname"
        ),
        Guess(.yearsOfExperience, "years of experience|years experience|how many years|jahre erfahrung"),
        Guess(.nationalID, "ssn|social security|social insurance|national insurance|passport number|tax id"),
        Guess(.coverLetter, "cover letter|motivation letter|anschreiben|lettre de motivation|carta de presentacion"),
        // A list of the documents that an account keeps.
        Guess(
            .resume,
            "attach your resume|attach your cv|attach a resume|attach resume|attach cv|select your resume|"
                + "select a resume|choose your resume|choose a resume|your resumes|lebenslauf auswahlen"
        ),
        Guess(
            .otherDocument,
            "your other documents|attach other documents|attach other required documents|attach your transcript|"
                + "attach a transcript|attach transcript|select your transcript|choose a transcript|"
                + "your transcripts|attach your portfolio|attach a document|attach your documents"
        ),
        Guess(
            .postalCode,
            "your zip code|your zip|your postal code|your postcode|zip code where you|postal code where you|"
                + "zip code of the location where you|zip code of where you|postal code of the location where you|"
                + "zip code of your|postal code of your|ihre postleitzahl|votre code postal|tu codigo postal|"
                + "su codigo postal|seu cep",
            unless: "employer|company|school|reference"
        ),
        Guess(
            .location,
            "where do you plan on working|where do you plan to work|where will you be working|where will you work|"
                + "where would you be working|where would you work|where do you intend to work|where are you based|"
                + "where are you located|where do you live|where do you reside|where are you currently based|"
                + "where are you currently located|where do you currently live|where do you currently reside|"
                + "location where you",
            unless: "manager|team|company"
        ),
    ]

    /// What a box to tick stands for.
    static let ticked: [Guess] = [
        Guess(
            .consent,
            "agree|consent|accept|acknowledge|certify|terms|privacy|permission|contact me|opt in|subscribe|"
                + "job alerts|job opportunities|future jobs|einwilligung|einverstanden|datenschutz|accepte|acepto|"
                + "akkoord|aceito|talent community|keep my|text messages|sms",
            roots: "consent|gdpr|termsofservice|privacypolicy|marketing"
        )
    ]
}
