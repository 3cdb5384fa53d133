extension TopicRule {
    /// Pay, times, experience and schooling.
    static let ofWork = [
        TopicRule(
            .pay,
            """
            salary|compensation|pay|remuneration|wage|gehaltsvorstellung|gehaltsvorstellungen|gehaltswunsch|pretentions
            |salariales|salarial|remuneration souhaitee|expectativa & expectation|expectations|expected|expect|desired
            |desire|requirement|requirements|target|targeted|looking for|seeking|gehaltsvorstellung|gehaltsvorstellungen
            |gehaltswunsch|pretentions|souhaitee|expectativa|expectativas|aim|wunsch
            """,
            unless: """
                current|currently|last|previous|present|hourly|hour|hr|month|monthly|week|weekly|daily|day|per day|bonus|equity
                |match|comfortable|okay|ok|align|aligned|aligns|fall|within|between|is the|are you|does|willing|accept|negotiable
                |why|history|part time|commission|explain|transparency|freelance|why|notice|ctc|lpa|net
                """,
            beside: """
                annual yearly base gross total range per year annum usd dollars minimum level amount approximate package
                salary compensation pay requirements expectations next kindly
                """
        ),
        TopicRule(
            .start,
            """
            start|begin|join|joining|available|availability|eintrittsdatum|eintrittstermin|startdatum|verfugbar|anfangen|beginnen|disponible
            |disponibilite|inicio|incorporacion|incorporarte|starttermin|tilltrade & when|how soon|date|earliest|soonest|available from
            |eintrittsdatum|eintrittstermin|startdatum|ab|partir|fecha|cuando|quand|starttermin|nar
            """,
            unless: """
                end|graduate|graduation|graduating|school|semester|internship|contract|visa|interview|shift|shifts|hours|call|did
                |employment|current job|from to|time of day|days|phone|best|why|end date|last|previous|test|course|expiration|weekends|notice
                |issue|birth|program|most|contact|assessment|where
                """,
            beside: """
                first earliest soonest able could possible ideally anticipated expected desired preferred would new want working work
                job soon date available availability begin join start starting frühestmögliches fruhestmoglicher moglicher you
                """
        ),
        TopicRule(
            .notice,
            """
            notice|kundigungsfrist|preavis|preaviso|opzegtermijn|aviso previo|uppsagningstid|preavviso|okres wypowiedzenia & period|much|long|weeks|give|required
            |kundigungsfrist|preavis|preaviso|opzegtermijn|aviso|uppsagningstid|preavviso|wypowiedzenia|must|whats
            """,
            unless: "privacy|policy|read|start|buyout|negotiable|serving|negotiate|if any|federal|eeo",
            beside: """
                period current must give employer required long much required weeks days months employer need serve your
                employment whats length number wie lange quel quelle cual qual wat
                """
        ),
        TopicRule(
            .source,
            """
            how|where|through|wie|wo|comment|ou|como|donde|hoe|hur|come & hear|heard|find|found|learn|learned|come across
            |discover|discovered|aware|aufmerksam|gehort|erfahren|decouverts|decouvert|connu|entendu|conociste|enteraste
            |supiste|gehoord|gevonden|hittade|conosciuto|came across|get to know|got to know|kennengelernt|saputo|sabendo
            """,
            unless: """
                who|why|interested|what|explain|ourselves|technology|experience|solution|approach|skills|product
                |customers|find yourself|ways|stay|keep|balance|others
                """,
            beside: """
                first about out opening opportunity vacancy position job role company posting us nous de von vom uns auf dich know get got
                sie bist du haben hast as tu avez vous parler cette offre ce poste nuestra esta oferta did program ad
                """
        ),
        TopicRule(
            .experience,
            """
            years|year|yrs|jahre|ans|annees|anos|anni|long & experience|exp|experiencia|erfahrung|experience|utilisez|used|using|working
            |have you been|berufserfahrung|work with|worked with|years with
            """,
            unless: """
                old|age|salary|what|describe|convicted|past|last|previous|recent|months|reside|lived|license|employed at|school
                |graduation|visa|how did|start|industry leading|manage|managed|managing|most recent|and how|gap|ago
                """,
            beside: """
                many number how long total overall work working professional experience exp years year yrs minimum least more
                over than plus full time practical professionnelle d combien cuantos anos tienes quanti anni di esperienza lavoro hai hast wie viele jahre erfahrung berufserfahrung con depuis utilisez vous using used been paid amount hands hand
                """
        ),
        TopicRule(
            .degree,
            """
            degree|degrees|education|bachelor|bachelors|master|masters|diploma|phd|doctorate|abschluss|diplome|titulo|licenciatura
            |qualification|ged|associates|undergraduate|ph d & highest|level|have|hold|completed|complete|obtained|possess|has|earned|obtenido
            |received|hochster|niveau|attained|achieved|finished|titulacion
            """,
            unless: """
                major|gpa|grade|when|year|years|date|where|school name|name of|currently enrolled|pursuing|track|enrolled
                |student|studying|teaching|experience in education|why|attending|expected|percentage|class
                |license|certification|certified|certificate|certifications|field of|or do you
                """,
            beside: """
                highest level education degree degrees completed complete obtained formal academic attained achieved finished
                following accredited university college institution equivalent educational qualification reputable least
                minimum higher earned received hold possess experience work preferably siguiente has obtenido el titulo grado four 4 year bachelor
                bachelors master masters doctorate phd ph d tertiary diploma high school secondary ged associate associates undergraduate
                """
        ),
        TopicRule(
            .language,
            """
            fluent|fluency|fluently|proficiency|proficient|level|speak|spoken|native|well|command|knowledge|language skills
            |sprachkenntnisse|niveau|nivel|deutschkenntnisse|englischkenntnisse & english|german|french|spanish|italian|portuguese
            |dutch|polish|swedish|danish|norwegian|finnish|russian|ukrainian|japanese|mandarin|cantonese|chinese|korean
            |arabic|hindi|turkish|hebrew|deutsch|englisch|anglais|francais|ingles|espanol|deutschkenntnisse|englischkenntnisse
            """,
            unless:
                "other|another|besides|addition|required|which|languages|years|teach|teaching|certificate|literature|than|classes",
            beside: """
                fluent fluency fluently proficiency proficient level speak spoken native well command knowledge skills how your
                language written verbal writing read reading speaking speaker both professional business rate describe verbally communicate
                """
        ),
    ]

    /// What equal-opportunity laws are about.
    static let ofEquality = [
        TopicRule(
            .veteran,
            "veteran|veterans|armed forces|military service|protected veteran",
            unless: "spouse|experience|work with"
        ),
        TopicRule(
            .disability,
            "disability|disabilities|disabled",
            unless: "accommodation|accommodations|experience|insurance|work with"
        ),
        TopicRule(.transgender, "transgender", unless: "gender identity|lgbtq|orientation|experience with"),
        TopicRule(.orientation, "sexual orientation|sexuality", unless: "gender|transgender"),
        TopicRule(.hispanic, "hispanic|latino|latina|latinx", unless: "race|ethnicity"),
        TopicRule(.ethnicity, "ethnicity|race|ethnic|racial|ethnicities", unless: "gender|experience|work|equity"),
        TopicRule(
            .gender,
            "gender|sex",
            unless: "pronoun|pronouns|orientation|transgender|race|ethnicity|assigned|same|birth"
        ),
    ]

    /// Every rule.
    static let all = ofPlace + ofPerson + ofWork + ofEquality
}
