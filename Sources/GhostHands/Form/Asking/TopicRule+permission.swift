extension TopicRule {
    /// Where somebody lives or would live.
    static let ofPlace = [
        TopicRule(
            .residence,
            "live|living|lives|reside|resides|residing|resident|residence|based|located",
            unless: """
                relocate|relocation|company|where|which|what|willing|plan|planning|lived|timezone|time zone|more than|away
                |hours|years|months|country where|country this|role is|role based|job is|position is|position based
                |office|remote|unable|overlap|hub|hubs|permanent resident|lawful|outside|further|farther|not
                """,
            beside: """
                currently presently physically permanently full time states state either live living area metro metropolitan
                greater vicinity surrounding commuting commutable distance miles mile radius km commute local locally city near around
                """
        ),
        TopicRule(
            .home,
            """
            where|what|which|state of residence|country of residence|city of residence|place of residence & live|living|lives
            |reside|residing|resides|residence|based|located|current location
            """,
            unless: """
                role|job|position|office|company|prefer|preferred|would|will|want|timezone|time zone|interested|hub|apply
                |working from|work from|born|school|miles|plan|relocate|intend|years|lived|candidates|employer|legal|tax
                |previous|willing
                """,
            beside: """
                city state country town province region currently presently physically primary area main residence permanent
                place choose
                """
        ),
        TopicRule(
            .relocation,
            """
            relocate|relocation|relocating|move|moving & willing|willingness|open|able|prepared|consider|would you|will you
            |interested|comfortable|ready|can you|fine|would be
            """,
            unless: """
                assistance|package|support|local|located|based|commute|reside|live|living|already|remote|remotely|expenses
                |own cost|when|how soon|where|which|travel|office|onsite|on site|days|or|fast|forward|to move to|reimbursement
                """,
            beside: """
                willing willingness open able prepared selected needed necessary area city work consider fine relocating
                relocate ready comfortable possibility idea personally
                """
        ),
        TopicRule(
            .office,
            """
            office|onsite|on site|in person|hybrid & days|day|times & able|willing|comfortable|open|come|work|commit|commute|can
            """,
            unless: "relocate|relocation|or|remote|weekend|overtime|travel|currently work|how many|which|prefer|moving",
            beside: "week per least minimum our commute work come able willing comfortable model schedule hybrid person"
        ),
        TopicRule(
            .travel,
            """
            travel|travelling|traveling & willing|able|comfortable|open|fine|ok|okay|can you|will you|required|available
            |happy|availability|prepared|ready|willingness|acceptable
            """,
            unless: """
                internationally|international|overseas|abroad|visa|passport|percentage|how much|how often|how far|how many
                |reliable|own|vehicle|car|commute|relocate|experience|weekends|overnight|industry|expenses|reason
                """,
            beside: """
                willing able comfortable open fine business work some needed necessary occasional occasionally happy available
                availability prepared ready willingness acceptable purposes related sometimes
                """
        ),
    ]

    /// Permission to work, and what it rests on.
    static let ofPermission = [
        TopicRule(
            .workAuthorization,
            """
            authorized|authorised|authorization|authorisation|eligible|eligibility|allowed|permitted|entitled|right to work
            |legal right|legally work|work legally|lawfully work|can you legally work|able to legally work|unrestricted right
            |permission|work permit & work|working|employment|employed|work permit
            """,
            unless: """
                independently|unsupervised|proof|evidence|documentation|documents|verify|verification|type of|which
                |what|rehire|remotely|expire|expires|expiration|basis of|benefits|overtime|weekends|nights|clearance
                |how|spouse|need|minimum age|require a work permit|require work permit|requires a work permit|require a permit
                |require an employment permit|require a working permit|require any work permit|require a valid work permit
                """,
            beside: """
                legally legal lawfully lawful full time part fulltime any employer unrestricted indefinitely permanent
                permanently right hold applicable work working employment employed able can located live other support require requiring now future
                permission permit valid eligible jurisdiction
                """
        ),
        TopicRule(
            .sponsorship,
            """
            sponsorship|sponsor|sponsors|sponsored|sponsoring|visa support|need a visa|require a visa|need visa|require visa
            |immigration support|employment based visa|visa permission|visa or work permit|rely on visa|visa transfer
            |need a work visa|require a work visa|need an employment visa|require an employment visa
            |work visa support|need an h1b|require an h1b|require a work permit|need a work permit|require work permit
            |need work permit|require a permit to work|need a permit to work|require an employment permit
            |need an employment permit
            """,
            unless: """
                spouse|spouses|family|dependents|dependants|dependent|partner|relocation|company sponsored|event
                |credit card|ever had|ever been|been sponsored|previously sponsored|type of visa|what type|which visa|visa type|currently sponsored|currently being
                |explain|specify|expiration|expire|clearance|someone else|license|project|executive
                |business school|certification
                """,
            beside: """
                now future later need needs require requires required requiring visa visas work working employment
                authorization authorisation permit permits status immigration obtain maintain extend continue continued
                begin related based legal legally support company employer right rely form kind type case long term time
                point any h1b h 1b h1 b e g etc tn f1 opt cpt ead l1 o1 green card petition file commence start
                eligibility assistance renew renewal transfer without attain employ order our behalf help provide assist
                ability able lawful lawfully remain firm extension sponsored sponsoring next years potential kinds
                """
        ),
        TopicRule(
            .citizenship,
            "citizen|citizens|citizenship|us person|u s person|usa person",
            unless:
                "corporate|senior|proof|dual|other|sponsor|sponsorship|type of visa|describes|which|what|status|export license",
            beside: """
                permanent resident lawful legal green card greencard holder national person hold current country defined export
                control controls law laws regulations regulation itar ear cfr us u s refugee asylee protected individual under
                admitted granted asylum
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
