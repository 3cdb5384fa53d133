extension TopicRule {
    /// Pay, times, experience and schooling.
    static let ofWork = [
        TopicRule(
            .pay,
            """
            salary|compensation|pay|remuneration|wage|earnings|ctc|money|salary figure|package|earn|earning
            |remunerated
            & expectation|expectations|expected|expect|desired|desire|like to earn|like to make|want to earn|would you need|do you need
            |hope to earn|requirement|requirements|target|targeted|looking for|seeking|aim|ideal|preferred
            |hoping|wish|want|in mind|would make you|seek|figure|seeking|to earn|go for
            """,
            unless: """
                current|currently|last|previous|present|hourly|hour|hr|month|monthly|week|weekly|daily|day
                |per day|bonus|equity|match|comfortable|okay|ok|align|aligned|aligns|fall|within|between
                |willing|accept|negotiable|why|history|part time|commission|explain|transparency|freelance
                |notice|lpa|net|current ctc|capped|meet your
                """,
            beside: """
                annual yearly base gross total range per year annum usd dollars dollar minimum level amount
                approximate package salary compensation pay requirements expectations next kindly annually
                figure before tax ideal target cash numbers number only currency local salaries earn thousands
                thousand euros euro pounds please full time one give share budgetary approval would need make move applicants state their
                bands band bracket brackets comes closest close nearest near
                place yourself money mind ctc seeking starting realistic role
                """
        ),
        TopicRule(
            .start,
            """
            start|begin|join|joining|available|availability|start date|commence|appointment|take up
            |on board|onboard|commencement|joining date
            & when|how soon|how long before|how long until|how quickly|how fast|date|earliest|soonest|available from|day you|from|proposed|which month|what year
            |quarter|expect|proposed date|month|year|as of what|when can
            """,
            unless: """
                end|graduate|graduation|graduating|school|semester|internship|contract|visa|interview|shift
                |shifts|hours|call|did|employment|current job|from to|time of day|days|phone|best|why|end date
                |last|previous|test|course|expiration|weekends|notice|issue|birth|program|most|contact
                |assessment|where|travel|latest|programming|degree|programme|studies|with your current|began
                |did you start|career|first start
                """,
            beside: """
                first earliest soonest able could possible ideally anticipated expected desired preferred would
                new want working work job soon date available availability begin join start starting you
                commence day next duties quarter month year proposed position expect appointment take up post
                board employment january full after offer accept accepted accepting receive receiving extended
                free long before until quickly fast us
                """
        ),
        TopicRule(
            .notice,
            """
            notice
            & period|much|long|weeks|give|required|must|whats|length|current|what|owe|contractual|to be given
            |hand in|given|serve|notice to
            """,
            unless: """
                privacy|policy|read|start|buyout|negotiable|serving|negotiate|if any|federal|eeo|short notice
                |acknowledge
                """,
            beside: """
                period current many must give employer provide official require requires job required long much
                weeks days months need serve your employment whats length number duration present currently owe
                team contractual obligations given contract hand boss
                """
        ),
        TopicRule(
            .notice,
            """
            how much time|how long|how many weeks|how many days|how far ahead|how far in advance
            & give|notify|inform|tell|warn
            & employer|company|boss|job
            & leave|leaving|quit|resign|resigning|go|depart
            """,
            unless: "privacy|policy|why|if any|have you been|did you",
            beside: """
                much time many weeks days long far ahead advance must need have required give notify inform tell warn before
                leave leaving quit resign present current employer company boss can
                """
        ),
        TopicRule(
            .source,
            """
            how|where|through|come|which|what brought|what led|who or what|where did
            & hear|heard|find|found|learn|learned|come across|discover|discovered|aware|came across
            |get to know|got to know|see|come to know|seen|come to your attention|came to your attention
            |come to your notice|came to your notice|land on your radar|on your radar|brought you|led you|find us|source
            |got wind|cross your path|referral source
            """,
            unless: """
                who|why|interested|what|explain|ourselves|technology|experience|solution|approach|skills
                |product|customers|find you|see you|paste|profile|url|find yourself|ways|stay|keep|balance
                |others|do you usually|do you find|do you learn|see yourself|do you see|want to see
                |courage|strength|inspiration|motivation|hear from us|hear back|current job|current role|current employer|previous|prefer
                |would you like|contact|last job
                """,
            beside: """
                first about out opening opportunity vacancy position job role company posting us know get got
                did program ad advertised advertisement hear heard come across initially listing find found
                learn learned discover discovered original originally site website board channel platform source
                hiring recruiting attention notice your from on land radar here brought led this wind apply
                application
                """
        ),
        TopicRule(
            .experience,
            """
            years|year|yrs|long|total
            & experience|exp|used|using|use|working|have you been|work with|worked with|years with|work
            |writing|coding in|developing in|spent|written|building|built|profession|career|in years
            |years as a number|practice|coded|programming|hands|under your belt|number of years
            |years do you have|years of|years with|years in
            """,
            unless: """
                old|age|salary|what|describe|convicted|past|last|previous|recent|months|reside|lived|license
                |employed at|school|graduation|visa|living|how did|start|industry leading|manage|managed
                |managing|most recent|and how|gap|ago|authorized|notice
                """,
            beside: """
                rate many number how long total overall work working professional experience exp years year yrs
                minimum least more over than plus full time practical using used been paid amount hands hand got
                bring worked accumulated gained possess altogether relevant all told writing coding focused
                solid proven roughly approximately about professionally recent direct strong profession career
                spent building built things written your practice library grading state entire span bracket
                holds lie adds
                """
        ),
        TopicRule(
            .experience,
            """
            how much experience|amount of experience|how much professional experience|how much work experience
            |how much hands on experience
            & do you have|you have|have you|with|in|using|do you bring|you bring
            """,
            unless: "what|describe|managing|manage|managed|leading|where|why|and how|which",
            beside: """
                much amount experience professional work working hands on each technology tool language skill bring using with
                relevant total overall
                """
        ),
        TopicRule(
            .degree,
            """
            degree|degrees|education|bachelor|bachelors|master|masters|diploma|phd|doctorate|qualification
            |ged|associates|undergraduate|schooling|educational attainment|ph d|university degree|graduate|educational qualification
            |academic degree|doctoral|qualifications
            & highest|level|have|hold|completed|complete|obtained|possess|has|earned|received|attained
            |achieved|finished|graduated|education level|furthest|top|finished|conferred|among|passed
            |are you|graduate of|in possession|possession of|held|attainment
            """,
            unless: """
                major|gpa|grade|when|year|years|date|where|school name|name of|currently enrolled|pursuing
                |track|enrolled|student|studying|teaching|experience in education|why|attending|expected
                |percentage|class|license|certification|certified|certificate|certifications|field of|or do you
                """,
            beside: """
                highest level education degree degrees completed complete obtained formal academic attained
                achieved finished following accredited university college institution equivalent educational
                qualification reputable least minimum higher earned received hold possess experience work
                preferably four 4 year bachelor bachelors master masters doctorate phd ph d tertiary diploma
                high school secondary ged youve graduate awarded associate associates undergraduate graduated
                above successfully qualifications attainment best describes among subject any furthest got top
                far schooling conferred upon kindly your doctoral confirm situation people current latest recent
                """
        ),
        TopicRule(
            .degree,
            "is your bachelors|is your masters|is your degree|is your highest degree|is your undergraduate degree & in",
            unless:
                "why|what|which|how|where|when|or a|or another|related|relevant|similar|equivalent|progress|expected",
            beside: "bachelor bachelors master masters degree highest undergraduate graduate"
        ),
        TopicRule(
            .degree,
            "did you study|have you studied|did you major in|did you read & university|college|degree level|undergraduate",
            unless: "why|what|which|how|where|abroad|when|enjoy|currently|still|plan|years",
            beside: "study studied major at degree level university college undergraduate"
        ),
        // Who has it need not pursue it.
        TopicRule(
            .degree,
            """
            degree|degrees|bachelor|bachelors|master|masters|associates|diploma|undergraduate
            & have|hold|completed|obtained|earned
            & or are currently pursuing|or currently pursuing|or pursuing|or are you currently pursuing
            |or are you pursuing|or currently enrolled|currently enrolled in|or are enrolled|or working towards
            |or be working towards|currently enrolled
            """,
            unless: "major|gpa|grade|when|year|years|where|name|which|what|how|if",
            beside: """
                highest level education degree degrees completed complete obtained pursuing currently enrolled or college
                university courses accredited associate associates bachelor bachelors master masters four 4 year
                equivalent higher program
                """
        ),
        TopicRule(
            .language,
            """
            fluent|fluency|fluently|proficiency|proficient|level|speak|spoken|native|well|command|knowledge
            |language skills|rate|confident|describe yourself|able|how well|good|skills|comfortable
            & english|german|french|spanish|italian|portuguese|dutch|polish|swedish|danish|norwegian|finnish
            |russian|ukrainian|japanese|mandarin|cantonese|chinese|korean|arabic|hindi|turkish|hebrew
            """,
            unless: """
                other|another|besides|addition|required|which|languages|years|teach|teaching|certificate
                |literature|than|classes
                """,
            beside: """
                fluent fluency fluently proficiency proficient level speak spoken native well command knowledge
                skills how your language written verbal writing read reading speaking speaker both professional
                business rate describe verbally communicate current good oral comfortably conversational able
                confident job working
                """
        ),
        TopicRule(
            .skill,
            """
            experience with|experience in|experience using|experience working with|knowledge of
            |familiar with|proficient in|proficient with|proficiency in|worked with|used|skilled in
            |experienced with|experienced in|do you know|code in|program in|knowledge in|experienced using
            |have you used|have you ever used|working knowledge of|used before|something you have used
            |you used|you have used|do you use|write|part of your toolbox|in your toolbox|part of your toolkit
            |part of your stack|in your toolkit|part of your skill set|comfortable with|comfortable using
            """,
            unless: """
                years|year|how|which|what|describe|manage|managing|lead|leading|expert|advanced|months|building
                |english|recent|current|last
                """,
            beside: """
                experience working knowledge familiar proficient proficiency worked used skilled experienced
                know hands on toolbox toolkit stack skill set comfortable professional professionally work using some good solid strong programming language
                framework code program before something ever production job have
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
            unless: """
                pronoun|pronouns|orientation|transgender|race|ethnicity|assigned|same|birth|sex related|sex offender
                |sex crime|sex crimes|convicted
                """
        ),
    ]

    /// Every rule.
    static let all = ofPermission + ofPlace + ofHistory + ofPerson + ofWork + ofEquality
}
