extension TopicRule {
    /// Where somebody lives or would live.
    static let ofPlace = [
        TopicRule(
            .residence,
            "live|living|lives|reside|resides|residing|resident|residence|based|located",
            unless: """
                relocate|relocation|company|where|which|what|willing|plan|planning|lived|timezone|time zone
                |more than|away|hours|years|months|country where|country this|role is|role based|job is
                |position is|position based|office|remote|unable|overlap|hub|hubs|permanent resident|lawful
                |further|farther|not|outside your|outside of work|outside of your
                """,
            beside: """
                currently presently physically permanently full time states state either inside live living area
                metro metropolitan greater vicinity surrounding commuting commutable distance miles mile radius
                km commute local locally city near around country ordinarily within home place north south
                america primary current
                """,
            inverse: "outside of|outside the|outside"
        ),
        TopicRule(
            .home,
            """
            where|what|which|state of residence|country of residence|city of residence|place of residence
            |city state|city and state|city and country|city country|town and country|city province
            & live|living|lives|reside|residing|resides|residence|based|located|current location
            """,
            unless: """
                role|job|position|office|company|prefer|preferred|would|will|want|timezone|time zone|interested
                |hub|apply|working from|work from|born|school|miles|plan|relocate|intend|years|lived|candidates
                |employer|legal|tax|previous|willing
                """,
            beside: """
                city state country town province region currently presently physically primary area main
                residence permanent place choose ordinarily nation current location based canadian american
                """
        ),
        TopicRule(
            .relocation,
            """
            relocate|relocation|relocating|move|moving|moving home|change your place of residence
            |shift base|shifting base|relocated|household move|move house|pack your bags|up sticks
            |moving away
            & willing|willingness|open|able|prepared|consider|would you|will you|interested|comfortable|ready
            |can you|fine|would be|accept|acceptable|could you|would relocation|happy|up for|see yourself
            |agree|ok|okay|relocation|good with|feel about|an option|option for you|on the table
            """,
            unless: """
                assistance|package|support|local|located|based|commute|reside|already|remote|remotely|expenses
                |own cost|when|how soon|where|which|travel|office|onsite|on site|days|or|fast|forward
                |salary|pay|to move to|reimbursement|stop|turn down|ever|moved|refuse|reject|spouse|no relocation
                """,
            beside: """
                willing willingness open able prepared selected needed necessary area city work consider fine
                relocating relocate ready comfortable possibility idea personally make made change place
                residence home house option table there base accept acceptable could come join household own see from away you live
                status up requires
                """
        ),
        TopicRule(
            .office,
            """
            office|onsite|on site|in person|hybrid|in office|hq|headquarters|premises|return to office
            |office based|site|offices
            & days|day|times|three|3|hybrid|part of the week|regularly|two|monday|tuesday|wednesday
            & able|willing|comfortable|open|okay|ok|fine|come|work|commit|commute|commuting|can|acceptable
            |suit|happy|available|work for you|something you|attend|prepared|live with|fancy|would you be
            """,
            unless: """
                relocate|relocation|or|remote|weekend|overtime|travel|currently work|how many|which|prefer
                |moving
                """,
            beside: """
                week per least minimum our commute commuting okay ok fine work come able willing comfortable
                model schedule hybrid person attendance regularly attend part three policy working location job
                located base basis setting teams prepared happy available acceptable something staff all
                together workplace company requires require suit reliably downtown expectation monday mondays tuesday tuesdays
                wednesday wednesdays thursday thursdays friday fridays until
                """
        ),
        TopicRule(
            .office,
            "hybrid & working|work|model|schedule|setting|basis|arrangement|position|role & acceptable|ok|okay|comfortable|suit|work for you|happy|open|able|fine|available|prepared",
            unless:
                "relocate|relocation|remote|weekend|overtime|travel|currently|how many|which|prefer|moving|experience|car|vehicle|cloud",
            beside:
                "working work model schedule setting basis arrangement position role acceptable ok okay comfortable suit happy open able fine available prepared location commuting week"
        ),
        TopicRule(
            .travel,
            """
            travel|travelling|traveling & would you travel|suit|part of|willing|able|comfortable|open|fine|ok|okay|can you|will you|required|available
            |happy|availability|prepared|ready|willingness|acceptable
            """,
            unless: """
                internationally|international|overseas|abroad|visa|passport|percentage|how much|how often|how far|how many
                |reliable|own|vehicle|car|commute|relocate|experience|weekends|overnight|industry|expenses|reason
                """,
            beside: """
                involves involve up support suit part some does supports needs meet meets requires require role business willing able comfortable open fine work some needed necessary occasional occasionally happy available
                within country comes come domestically domestic customer customers client clients visit visits site sites availability prepared ready willingness acceptable purposes related sometimes
                """
        ),
    ]

    /// Permission to work, and what it rests on.
    static let ofPermission = [
        TopicRule(
            .workAuthorization,
            """
            proof|evidence|documentation|documents|verify|i 9
            & right to work|eligibility|authorization|authorisation|authorized|legally work|lawfully work|legal right|work permission
            & are you able|can you|could you|will you|would you be able
            """,
            unless: "sponsorship|sponsor|visa|which|what|how|spouse|citizenship|remotely|expire|type of",
            beside: """
                provide present show fill papers paper prove proves submit produce able proof evidence documentation documents verify verifying identity
                establish eligibility authorization employment employed work working right legal legally lawfully form i 9
                section 1 complete after upon offer three business days day within hire hired start date valid your united states after acceptable
                original
                """
        ),

        TopicRule(
            .workAuthorization,
            """
            authorized|authorised|authorization|authorisation|eligible|eligibility|allowed|permitted
            |entitled|right to work|legal right|legally work|work legally|lawfully work
            |can you legally work|able to legally work|unrestricted right|permission|work permit|legally
            |lawfully|legally take up|lawfully take up|good to work|work status|clear to work|free to work
            & work|working|employment|employed|work permit|take up employment|be employed
            """,
            unless: """
                independently|unsupervised|proof|evidence|documentation|documents|verify|verification|type of
                |which|what|rehire|remotely|expire|expires|expiration|basis of|benefits|overtime|weekends
                |nights|clearance|how|spouse|need|minimum age|require a work permit|require work permit
                |prevents you|prevent you|preventing you|impediment|impediments|legal barrier
                |requires a work permit|require a permit|require an employment permit|require a working permit
                |require any work permit|require a valid work permit|citizen by|visa status
                """,
            beside: """
                legally legal lawfully lawful full time part fulltime any all employer employers unrestricted
                indefinitely permanent permanently right hold applicable work working employment employed able
                can located live other support require requiring now future permission permit valid eligible
                show prove demonstrate document jurisdiction take up good free clear states speaking status country following accept
                """
        ),
        TopicRule(
            .workAuthorization,
            """
            prevents you|prevent you|preventing you|stops you|would prevent you|keeps you|impediment|impediments
            |legal reason|legal barrier
            & lawfully employed|legally employed|lawfully working|legally working|working lawfully|working legally
            |lawful employment|legally work|lawfully work|employed legally|employed lawfully|being employed in
            """,
            unless: "sponsorship|visa|non compete|health|medical|which|what|explain|describe|hours|age|why",
            beside: "anything any reason there being lawful legal work working employed employment in are you",
            inverse:
                "prevents you|prevent you|preventing you|stops you|would prevent you|keeps you|impediment|impediments|legal reason|legal barrier"
        ),
        TopicRule(
            .workAuthorization,
            """
            able to work in|can you work in|may you work in|i can work in|i may work in|free to work in|work freely in|right to live and work
            |allowed to live and work
            & usa|united states|us|uk|united kingdom|canada|germany|ireland|australia|france|netherlands|spain|eu
            |european union|europe|country|switzerland|austria
            """,
            unless: """
                authorized|authorised|authorization|eligible|legally|permit|right to work|remotely|remote|hours|shift
                |time zone|office|person|days|independently|sponsorship|sponsor|visa|relocate|relocation|which|how
                |team|from home
                """,
            beside: "able work working currently live living free any employer employers unrestricted"
        ),
        TopicRule(
            .sponsorship,
            """
            sponsorship|sponsor|sponsors|sponsored|sponsoring|visa support|need a visa|require a visa
            |need visa|require visa|immigration support|employment based visa|visa permission
            |visa or work permit|rely on visa|visa transfer|need a work visa|require a work visa
            |need an employment visa|require an employment visa|work visa support|need an h1b
            |require an h1b|require a work permit|need a work permit|require work permit|need work permit
            |require a permit to work|need a permit to work|require an employment permit
            |need an employment permit|sponsoring a work visa|work visa through us|help from an employer
            |us work visa|needing a us work visa|employment visa from us|visa from us|petition on your behalf
            |file a petition|file a visa petition|take over an existing visa|take over your visa
            |take over an existing work visa|take over sponsorship|assume sponsorship
            """,
            unless: """
                spouse|spouses|family|dependents|dependants|dependent|partner|relocation|company sponsored
                |event|credit card|ever had|ever been|been sponsored|previously sponsored|type of visa
                |what type|which visa|visa type|currently sponsored|currently being|explain|specify|expiration
                |expire|clearance|someone else|license|project|executive|business school|certification
                |interested|conference|programme|programmes|events|brand
                """,
            beside: """
                now future later need needs require requires required requiring visa visas work working
                employment authorization authorisation permit permits status immigration obtain maintain extend
                continue continued begin application inc related based legal legally support company employer
                right rely form kind type case long term time point any h1b h 1b h1 b e g etc tn f1 opt cpt ead
                l1 o1 green card petition file commence start eligibility assistance renew renewal transfer
                without attain employ order our behalf help provide assist ability able lawful lawfully remain
                firm extension sponsored sponsoring next years potential kinds involve hire hiring through keep
                permission tick each offices needing take over existing o 1 e 3 o1 e3 today
                """
        ),
        TopicRule(
            .visa,
            """
            h1b|h 1b|h1 b|h1bs|l1|l 1|opt|cpt|tn visa|f1|f 1|j1|ead|stem opt|work visa|student visa|employment visa
            |employment work visa|temporary visa & are you|do you|currently|holder|hold|does your|involve|status|based on
            """,
            unless: """
                require|requires|required|need|needs|sponsor|sponsorship|ever|previously|past|spouse|family|dependent|which|what
                |explain|if so|if yes|expire|expiration|citizen|green card|support|opt in|opt out|transfer|petition|help|obtain
                |eligible|apply
                """,
            beside: """
                currently holder hold working employment visa work curricular practical training optional status on under
                does involve authorization authorisation now future based stem type valid any temporary nonimmigrant non immigrant
                """
        ),
        TopicRule(
            .restriction,
            """
            right to work|permission to work|work authorization|work authorisation|eligibility to work|work permit
            & restricted|time limited|limited|restrictions|restriction|temporary|expire|conditions|conditional
            """,
            unless: """
                without|unrestricted|no restrictions|free of|not|no|require|need|sponsor|sponsorship|what|which|when|date|if so
                |details|spouse
                """,
            beside: "time any way subject your legal is are have there expire future"
        ),
        TopicRule(
            .workAuthorization,
            """
            prevented from lawfully becoming employed|prevented from legally becoming employed
            |prevented from becoming lawfully employed|prevented from being lawfully employed|legally prevented from working
            |prevented from obtaining lawful employment|prevented from working legally & in this country|country
            |united states|usa|us|here|because of|due to
            """,
            beside: """
                visa immigration status because due prevented lawfully legally becoming employed lawful obtaining working country
                """,
            inverse: "prevented"
        ),
        TopicRule(
            .sponsorship,
            """
            apply for|applying for|arrange|arranging|obtain|obtaining|secure|securing|organise|organising|organize|organizing
            & permit|visa|work permit & on your behalf|for you|without us|without our|without the company
            """,
            unless: "spouse|spouses|family|dependents|dependants|dependent|partner|ever had|travel",
            beside: """
                now future later need have has having work working employment permit visa behalf you we us our company take up
                start without ever legally
                """
        ),
        TopicRule(
            .citizenship,
            "citizen|citizens|citizenship|us person|u s person|usa person",
            unless: """
                corporate|senior|proof|dual|other|sponsor|sponsorship|type of visa|describes|which|what|status
                |export license|neither|stateless|no country
                """,
            beside: """
                permanent resident lawful legal green card greencard holder national person hold current country
                defined export control controls law laws regulations regulation itar ear cfr us u s refugee
                asylee protected individual under admitted granted asylum american federal government contract client
                clients supports support customer customers agency program programme put project projects
                """
        ),
        TopicRule(
            .nationality,
            "citizenship|nationality|citizen & country|nationality|which|what",
            unless: """
                dual|other|additional|second|status|describes|type|proof|visa|sponsorship|if not|are you|authorized|immigration
                |former|birth|previous|all
                """,
            beside: "current countries country hold primary citizenship citizen region"
        ),
        TopicRule(
            .immigrationStatus,
            """
            work authorization|work authorisation|authorization|immigration|visa|citizenship|work eligibility|residency
            |work status|eligibility to work & status|describes|describe|work eligibility|work status
            """,
            unless: "sponsorship|expire|expiration|employment based|why|how long|permit number|country",
            beside: """
                what which best your current legal status describes describe following select option work authorization
                eligibility employment immigration visa us usa u s united states america
                """
        ),
    ]
}
