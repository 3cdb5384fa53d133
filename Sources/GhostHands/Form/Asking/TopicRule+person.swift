extension TopicRule {
    /// What only the applicant can say of themselves.
    static let ofPerson = [
        TopicRule(
            .adult,
            """
            18|minimum age|18th birthday & years|year|age|older|old|over|under|younger|below|are you 18|least|aged
            |more than|above|birthday
            """,
            unless: "21|19|16|miles|hours|weeks|days|months|experience|minimum wage|dependents|children|employees|what",
            beside: """
                least years year age aged older old over above legal minimum required work working more than meet meets law
                young yrs requirement currently certify day first hire start date application
                store shop restaurant site plant warehouse hospital clinic by at
                birthday reached passed turned 18th verify proof prove provide can be able meets
                """,
            inverse: "under 18|under the age of 18|younger than 18|below 18|less than 18|below the age of 18|not yet 18"
        ),
        TopicRule(
            .nonCompete,
            "non compete|similar agreement",
            unless: """
                willing|sign|agree to|would you|will you|comfortable|provide|copy|list|spouse|run out|expired
                |ever signed|staff|clients|use|uses|in the past|ever been bound
                """,
            beside: """
                bound subject agreement agreements party parties restrict restricts restricted limit prohibit
                prevent provisions ongoing similar entered existing former employer employment obligations
                """,
            inverse: """
                that no|confirm no|that none|that there is no|that there are no|that you have no
                |that you are not
                """
        ),
        TopicRule(
            .nonCompete,
            """
            agreement|agreements|covenant|covenants|obligation|obligations|contract|contracts & keep you from|stop you from|restrict|restricts|prohibit|prohibits|prevent
            |prevents|limit|limits|interfere|restricting|preventing|limiting & employer|employers|party|parties|us|our
            |company|contractual|contract|competitor & ability|work|working|employment|join|joining|this role|performing|position
            """,
            unless: "willing|sign|would you|comfortable|provide|copy|list|visa|health|physical|medical|family",
            beside: "contractual role performing position duties any there keep stop competitor current past previous",
            inverse: "that no|confirm no|that none|that there is no|that there are no|that you have no|that you are not"
        ),
        TopicRule(
            .nonCompete,
            """
            agreement|agreements|covenant|covenants|restrictive covenant|restrictive covenants
            & limit your|limits your|restrict your|restricts your|restricting your|limiting your|prevent you|prevents you
            |prohibit you|prohibits you|keep you from|interfere with your|interferes with your|impair your
            & work here|work for us|working here|working for us|ability to work|employment with us|employment here|join us
            |joining us|perform this job|perform the job|perform this role|your work|work for our
            """,
            unless: "willing|sign|would you|comfortable|provide|copy|list|visa|health|physical|medical|family",
            beside:
                "any subject party bound restrictive restrict limit prevent ability work working employment written oral",
            inverse: "that no|confirm no|that none|that there is no|that there are no|that you have no|that you are not"
        ),
        TopicRule(
            .backgroundCheck,
            "background check & object|objection|objections|oppose|opposed|refuse",
            unless: "why|reason|if so|explain|which|what|drug|credit|polygraph",
            beside: "carried out conducted run done have any being performed",
            inverse: "object|objection|objections|oppose|opposed|refuse"
        ),
        TopicRule(
            .backgroundCheck,
            """
            background check
            & willing|agree|consent|comfortable|undergo|submit|authorize|able to undergo|able to complete|able to submit|complete|ok|okay
            |acknowledge|subject to|happy|fine|understand|submitting|undergoing|accept|alright|all right
            |carried out|comply|authorization|authorisation|acceptable|authorise|permission|proceed
            """,
            unless: """
                drug|drugs|credit|polygraph|fingerprint|fingerprints|fingerprinting|concerns|concern|reason
                |object|objection|prevent|issue|failed|fail|medical|driving|dbs|vaccination|refuse|anything
                |report
                |pay|paying|cost|costs|have you carried|have you run|have you conducted|have you performed|candidates in
                """,
            beside: """
                satisfactory terms hiring one made third party outside provider screen final candidates criminal
                reference standard procedure
                """
        ),
        TopicRule(
            .drugTest,
            "drug test|drug screen|drug screening|drug testing & willing|agree|consent|comfortable|undergo|submit|pass|able|complete|take",
            unless: "background|medical|concerns|object|refuse|failed|fail|physical",
            beside:
                "pre employment preemployment pre-employment willing able submit pass agree consent undergo take complete"
        ),
        TopicRule(
            .clearance,
            """
            clearance|clearances
            & hold|have|active|possess|current|currently|maintain|holder|possession|in possession|cleared
            |with
            """,
            unless: """
                obtain|able|eligible|eligibility|willing|ability|get|obtaining|level|type|which|what|ever held
                |ever had|customs|medical|past|previously|would you|will you|can you|dbs|scope|if so|expired
                |inactive
                """,
            beside: """
                security hold active possess current currently valid government us possession any holder
                statement
                """
        ),
        TopicRule(
            .driversLicense,
            "drivers license",
            unless: """
                commercial|cdl|class|motorcycle|number|state|states|expiration|suspended|revoked|insurance|hgv
                |what|vehicle|car|own|name on|appears|transportation|record|clean|forklift|truck|categoria
                |categorie|upload|copy|obtain|type|points|b|how
                """,
            beside: """
                valid current active possess hold full currently maintain date essential function driving
                expired carry us state issued takes personal hand
                """
        ),
        TopicRule(
            .clearance,
            "clearance|clearances & type|level|status|highest|current",
            unless:
                "obtain|eligible|willing|ability|get|required|requires|customs|medical|ever|past|previously|date|number",
            beside: "security government level type highest active status current currently held hold held us what"
        ),
        // In Europe that of a car has a letter.
        TopicRule(
            .carLicense,
            "drivers license|driving license|license & class b|category b|cat b|b",
            unless:
                "c1|ce|c|d|be|motorcycle|number|issued|expiration|suspended|revoked|how|which|what|upload|copy|obtain|points",
            beside: "valid current active possess hold full currently a eu european car class category type"
        ),
        TopicRule(
            .texting,
            """
            text messages|sms|texting|text messaging|via text|text|text alerts|texts|mms
            & receive|receiving|getting|consent|agree|opt|opt in|contact|send|may we|like|message|communicate
            |get|want|text you|preference|updates|ok|okay|happy|agree|authorise|authorize|allow|permission
            |welcome|may|can|notifications|reach out|inform|keep you
            """,
            unless: """
                email|emails|marketing|terms|policy|conditions|experience|calls|call|platform|campaign
                |campaigns|phone number|which number|what number|best number
                """,
            beside: """
                automated concerning candidacy application updates mobile about odd talent team recruiters
                recruiting messages number phone consent condition employment interview status reminders
                frequency varies
                """
        ),
        TopicRule(
            .pronouns,
            "pronoun|pronouns",
            unless: """
                why|name pronunciation|emergency|contact|manager|displayed|badge|reference|spouse
                |if you selected|self describe
                |mean|respecting|how do you|peoples|your experience
                """,
            beside: """
                preferred personal gender use go used prefer identify help ensure respectful inclusive
                environment
                """
        ),
    ]

    /// What was before at this employer, and before the law.
    static let ofHistory = [
        TopicRule(
            .formerEmployee,
            """
            worked for|worked at|worked here|work for|employed by|employed at|employed here|employed with
            |employee of|been an employee|former employee|previous employee|work at|worked with us
            |employed full time at|contractor|employment with|working for|working at|employee|been employed
            |on our payroll|on the payroll|employed with us|associated with|service with|served with
            |held a position|position with us|ex employee|stint with|working at|worked in|worked with
            & never|before|previously|ever|past|formerly|former|prior|currently|current|been|previous|earlier
            |some point|last|prior service|return
            """,
            unless: """
                relative|relatives|friend|friends|family|know|applied|application|interviewed|competitor
                |startup|government|federal|agency|industry|referred|remote|remotely|terminated|fired
                |asked to resign|discharged|contact|supervisor|why|when|where|how|list|name|with a|for a|at a
                |for an|at an|as a|as an|who|salary|convicted|years|agreement|disciplined|sued|clearance
                |dismissed|non compete|noncompete|refer|client|clients|customer|vendor|auditor|bound|position
                |title|team|school|university|visa|sponsor|sponsorship|authorized|eligible
                """,
            beside: """
                worked work working employed employee previously before past ever former formerly prior current
                currently once already previous subsidiary subsidiaries affiliate affiliates affiliated group
                full time contractor intern consultant capacity any interned temp temporary basis payroll store
                hospital council bank firm shop business some point last earlier associated service indicator
                history held position university
                """
        ),
        TopicRule(
            .relatives,
            """
            family|friend|friends|related|spouse|relative|parent|sibling|relation|relations|mates
            |friends or family|kin|personal friend
            & work|works|working|employed|employee|employees|employment|employs|here|at|our company|colleague
            |colleagues|team|staff|on our|employee here|payroll
            """,
            unless: """
                government|official|officials|referred|competitor|vendor|supplier|client|field|experience
                |related subject|related field|related discipline|related area|related degree
                |emergency|who|conflict|name|list|hear|politically|school|visa|sponsor|disability|home|leave
                |understand
                """,
            beside: """
                family friends friend related spouse other than partner close household works work member
                members working employed employee employees currently know anyone immediate personal
                relationship someone domestic subsidiaries affiliates current existing staff blood marriage
                parent child brother sister sibling siblings in law relation relations adoption aunt uncle
                cousin children stores store hospital district school council colleague avoid conflicts conflict
                interest team here relative presently people firm business
                """
        ),
        TopicRule(
            .relatives,
            """
            related to any|related to anyone|related to a current|related by blood or marriage|related to someone
            & member of the|members of the|employee|employees|staff|anyone employed|works|working
            & board|school board|district|county|city council|employee of|employees of|employee at|of our|here|for us|with us
            """,
            unless: "official|officials|politically|who|name|list|vendor|client|competitor|experience|field",
            beside: """
                related anyone someone member members board school library park hospital advisory district county city council trustees directors employee
                employees current present blood marriage works working employed staff administration agency department
                """
        ),
        TopicRule(
            .referral,
            """
            referred|referral|refer|recommended|recommend|recommending|referring
            & referral|employee|employees|someone|anyone|were you|have you been|somebody|did anyone|did an
            |did a|did one|colleague|member
            """,
            unless: """
                who|name|full name|how|email|source|bonus|agency|whom|related|family|please list|provide
                |candidate|would you|will you
                |you ever referred|have you referred|did you refer
                """,
            beside: """
                referred referral employee employees someone anyone somebody current currently works work
                working friend colleague internal member team one existing recommended recommend hospital staff
                present result payroll yes no store crew firm presently recommending referring role team
                """
        ),
        TopicRule(
            .conviction,
            """
            convicted|conviction|convictions|criminal record|criminal history|felony|crime|criminal offense
            |criminal offence
            """,
            unless: """
                explain|describe|list|date|dates|when|nature of|expunged only|victim|background check|if yes
                |investigat|work with|charged|charge|charges|pending|accused|indicted|indictment|arrested
                |arrest|awaiting trial|clean|anyone|household|family|husband|wife|spouse|flatmate|flatmates
                |relative|relatives|check|certificate|proof|extract|copy|object|mind|rule out|libre|certificado
                |familiar|familiares|extrait|dated|employee|employees|experience|people who|understand|aware
                |automatically|family member
                """,
            beside: """
                been ever convicted guilty no contest pleaded plead pled felony misdemeanor crime crimes
                criminal offense offence offenses court law violation history records either kind
                """
        ),
    ]
}
