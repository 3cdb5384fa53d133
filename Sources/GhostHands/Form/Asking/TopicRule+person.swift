extension TopicRule {
    /// What only the applicant can say of themselves.
    static let ofPerson = [
        TopicRule(
            .adult,
            """
            18|eighteen|legal age|legal working age|volljahrig|majeur|majeure|mayor de edad|maggiorenne|meerderjarig & years|year|age
            |older|old|over|under|younger|below|are you 18|least|volljahrig|jahre|ans|majeur|majeure|anos|edad|anni|maggiorenne
            |meerderjarig|jaar|ar
            """,
            unless: "21|19|16|miles|hours|weeks|days|months|experience|minimum wage|dependents|children|employees|what",
            beside: """
                least years year age older old over above legal minimum required work working mindestens jahre alt uber plus
                ans avez mas menos anos eres mayor hai piu almeno anni ben minstens jaar oud
                """,
            inverse: "under 18|under the age of 18|younger than 18|below 18|less than 18"
        ),
        TopicRule(
            .nonCompete,
            """
            non compete|noncompete|non competition|noncompetition|non solicitation|nonsolicitation|restrictive covenant
            |restrictive covenants|similar agreement|non competes
            """,
            unless: "willing|sign|agree to|would you|will you|comfortable|provide|copy|list",
            beside: """
                bound subject agreement agreements party parties restrict restricts restricted limit prohibit prevent
                provisions ongoing similar entered existing former employer employment obligations
                """
        ),
        TopicRule(
            .nonCompete,
            """
            agreement|agreements|covenant|covenants & restrict|restricts|prohibit|prohibits|prevent|prevents|limit|limits|interfere
            & employer|employers|party|parties & ability|work|working|employment
            """,
            unless: "willing|sign|would you|will you|comfortable|provide|copy|list|visa",
            beside: ""
        ),
        TopicRule(
            .formerEmployee,
            """
            worked for|worked at|worked here|work for|employed by|employed at|employed here|employed with|employee of
            |been an employee|former employee|work at|worked with us|employed full time at|contractor|employment with
            |working for|working at|employee|bei uns gearbeitet|fur uns gearbeitet|bei uns beschaftigt|travaille pour|travaille chez
            |trabajado con|trabajado para|trabajado en|lavorato per|voor ons gewerkt|bij ons gewerkt & before|previously|ever|past|formerly|former|prior|currently|current|been
            |schon|bereits|fruher|zuvor|deja|auparavant|alguna|anteriormente|gia|eerder|any time
            """,
            unless: """
                relative|relatives|friend|friends|family|know|applied|application|interviewed|competitor|startup|government|federal|agency|industry
                |referred|remote|remotely|terminated|fired|asked to resign|discharged|contact|supervisor|why|when|where
                |how|list|name|with a|for a|at a|for an|at an|as a|as an|who|salary|convicted|years|agreement|disciplined
                |sued|clearance|dismissed|non compete|noncompete|refer|client|clients|customer|vendor|auditor|bound
                |position|title|team|school|university|visa|sponsor|sponsorship|authorized|eligible
                """,
            beside: """
                worked work working employed employee previously before past ever former formerly prior current currently
                schon einmal mal bereits fruher bei uns fur gearbeitet avez deja travaille pour chez notre entreprise societe vez
                subsidiary subsidiaries affiliate affiliates affiliated group full time contractor intern consultant
                capacity any
                """
        ),
        TopicRule(
            .relatives,
            """
            relative|relatives|family|friend|friends|related|family member|family members|spouse|family relationship
            & work|works|working|employed|employee|employees|employment|employs
            """,
            unless: """
                government|official|officials|referred|competitor|vendor|supplier|client|field|experience|emergency|who
                |conflict|name|list|hear|politically|school|visa|sponsor|disability
                """,
            beside: """
                relative relatives family friend friends related member members spouse partner close household works work
                working employed employee employees currently know anyone immediate personal relationship someone domestic
                subsidiaries affiliates
                """
        ),
        TopicRule(
            .referral,
            "referred|referral|refer|recommended & referral|employee|someone|anyone|were you|have you been|somebody|did anyone|did an|did a",
            unless:
                "who|name|full name|how|email|source|bonus|agency|whom|related|relative|relatives|please list|provide|candidate",
            beside:
                "referred referral employee someone anyone current currently works work working friend colleague internal member team"
        ),
        TopicRule(
            .conviction,
            """
            convicted|conviction|convictions|criminal record|criminal history|felony|pleaded guilty|plead guilty|pled guilty
            |crime|criminal offense|criminal offence|vorbestraft|condamne
            """,
            unless:
                "explain|describe|list|date|dates|when|nature of|expunged only|victim|background check|if yes|investigat|work with",
            beside: """
                been ever convicted guilty no contest pleaded plead pled felony misdemeanor crime crimes criminal offense
                offence offenses charge charges pending court law violation
                """
        ),
        TopicRule(
            .backgroundCheck,
            """
            background check|background checks|background screening|background investigation|background verification
            |criminal background check|background screenings & willing|agree|consent|comfortable|undergo|submit|pass|authorize
            |able|complete|ok|okay|acknowledge|subject to|happy|fine|understand
            """,
            unless: """
                drug|drugs|credit|polygraph|fingerprint|fingerprints|fingerprinting|concerns|concern|reason|object|objection
                |prevent|issue|failed|fail|medical|driving|dbs|vaccination|refuse|anything|report
                """,
            beside: ""
        ),
        TopicRule(
            .drugTest,
            "drug test|drug screen|drug screening|drug testing & willing|agree|consent|comfortable|undergo|submit|pass|able|complete",
            unless: "background|medical|concerns|object|refuse|failed|fail|physical",
            beside: "pre employment willing able submit pass agree consent undergo"
        ),
        TopicRule(
            .clearance,
            "clearance|clearances & hold|have|active|possess|current|currently|maintain",
            unless: """
                obtain|able|eligible|eligibility|willing|ability|get|obtaining|level|type|which|what|ever held|ever had|customs
                |medical|past|previously|would you|will you|can you|dbs|scope|if so|expired|inactive
                """,
            beside: "security hold active possess current currently valid government us"
        ),
        TopicRule(
            .driversLicense,
            """
            drivers license|driver license|drivers licence|driver licence|driving licence|driving license|drivers licenses
            |fuhrerschein|fuhrerscheins|permis de conduire|carnet de conducir|carne de conducir|permiso de conducir|rijbewijs|korkort
            |patente di guida|carta de conducao|carteira de motorista|prawo jazdy
            """,
            unless: """
                commercial|cdl|class|motorcycle|number|state|states|expiration|suspended|revoked|insurance|hgv|what|vehicle|car|own
                |name on|appears|transportation|record|clean|forklift|truck|klasse|categoria|categorie|upload|copy|obtain|type|points|states
                """,
            beside: """
                valid current active possess hold full besitz gultigen gultiger im besitzen haben hast avez tienes hai heb
                har
                """
        ),
        TopicRule(
            .texting,
            """
            text message|text messages|texts|sms|texting|text messaging|via text & receive|consent|agree|opt|opt in|contact|send|may we|like
            |message|communicate
            """,
            unless: "email|emails|marketing|experience|calls|call|platform|campaign|campaigns|phone number|number",
            beside: ""
        ),
        TopicRule(
            .pronouns,
            "pronoun|pronouns|pronomen|pronoms|pronombres",
            unless: "why|name pronunciation",
            beside: "preferred personal gender use go used prefer identify help ensure respectful inclusive environment"
        ),
    ]
}
