extension TopicRule {
    /// Permission to work, sponsorship, and where somebody lives or would live.
    static let ofPlace = [
        TopicRule(
            .workAuthorization,
            """
            authorized|authorised|authorization|authorisation|eligible|eligibility|allowed|permitted|entitled|right to work
            |legal right|legally work|work legally|lawfully work|can you legally work|able to legally work|unrestricted right
            |work permit|arbeitserlaubnis|autorisation de travail|autorise a travailler|permiso de trabajo
            |autorizado para trabajar & work|working|employment|employed|arbeitserlaubnis|travail|travailler|trabajo|trabajar
            """,
            unless: """
                independently|unsupervised|proof|evidence|documentation|documents|verify|verification|type of|which
                |what|rehire|remotely|expire|expires|expiration|basis of|benefits|overtime|weekends|nights|clearance
                |arbeitserlaubnis gultig|how|spouse
                """,
            beside: """
                legally legal lawfully lawful full time part fulltime any employer unrestricted indefinitely permanent
                permanently right hold applicable work working employment employed able can located live other support require requiring now future
                """
        ),
        TopicRule(
            .sponsorship,
            """
            sponsorship|sponsor|sponsors|sponsored|visa support|need a visa|require a visa|need visa|require visa
            |immigration support|employment based visa|tramite el permiso de trabajo|visumsponsoring|parrainage
            |patrocinio|visa permission|visa or work permit|rely on visa
            """,
            unless: """
                spouse|spouses|family|dependents|dependants|dependent|partner|relocation|company sponsored|event
                |credit card|ever had|type of visa|what type|which visa|visa type|currently sponsored|currently being
                |explain|specify|expiration|expire|clearance|someone else|license|project|executive
                |business school|certification
                """,
            beside: """
                now future later need needs require requires required requiring visa visas work working employment
                authorization authorisation permit permits status immigration obtain maintain extend continue continued
                begin related based legal legally support company employer right rely form kind type case long term time
                point any h1b h 1b h1 b e g etc tn f1 opt cpt ead l1 o1 green card petition file commence start
                eligibility assistance renew renewal transfer without attain employ order
                """
        ),
        TopicRule(
            .residence,
            """
            live|living|lives|reside|resides|residing|resident|residence|based|located|wohnort|wohnst|wohnen|wohnhaft
            |habitez|habites|resides|residez|vives|resides en
            """,
            unless: """
                relocate|relocation|commute|company|where|which|what|willing|plan|planning|lived|timezone|time zone|miles
                |hours|years|months|country where|country this|role is|role based|job is|position is|position based
                |office|remote|radius|distance|km|unable|overlap|hub|hubs|permanent resident|lawful
                """,
            beside:
                "liegt dein ihr currently presently physically permanently full time states state either live living"
        ),
        TopicRule(
            .home,
            """
            where|what|which|wo|ou|donde & live|living|lives|reside|residing|resides|residence|based|located|current location|wohnst
            |habitez|vives
            """,
            unless: """
                role|job|position|office|company|prefer|preferred|would|will|want|timezone|time zone|interested|hub|apply
                |working from|work from|born|school|miles|plan|relocate|intend|years|lived|candidates|employer|legal|tax|previous
                """,
            beside:
                "city state country town province region u s currently presently physically primary area main residence"
        ),
        TopicRule(
            .citizenship,
            "citizen|citizens|citizenship|us person|u s person|usa person",
            unless:
                "corporate|senior|proof|dual|other|sponsor|sponsorship|type of visa|describes|which|what|status|ear|export",
            beside: "permanent resident lawful legal green card holder national person hold current country"
        ),
        TopicRule(
            .immigrationStatus,
            """
            work authorization|work authorisation|authorization|immigration|visa|citizenship|work eligibility|residency & status|describes
            |describe
            """,
            unless: "sponsorship|expire|expiration|employment based|why|how long",
            beside:
                "what which best your current legal status describes describe following select option work authorization"
        ),
        TopicRule(
            .relocation,
            """
            relocate|relocation|relocating|move|moving|umzug|umzuziehen|umzugsbereit|umziehen|demenager|demenagement|mudarte|mudarse|reubicarte
            |cambiar de residencia|trasferirti|trasferirsi|trasferimento|verhuizen|mudanca
            & willing|willingness|open|able|prepared|consider|would you|will you|interested|comfortable|ready|can you|bereit|pret|prete|acceptez
            |umzugsbereit|dispuesto|dispuesta|fine|disposto|disposta|disponibile|bereid|disponibilidade
            """,
            unless: """
                assistance|package|support|local|located|based|commute|reside|live|living|already|remote|remotely|expenses
                |own cost|when|how soon|where|which|travel|office|onsite|on site|days|or|fast|forward|to move to|reimbursement
                """,
            beside: """
                willing willingness open able prepared selected needed necessary area city work consider fine waren etes ce
                cet cette poste stelle diese estas estarias esta al per
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
            "travel|travelling|traveling & willing|able|comfortable|open|fine|ok|okay|can you|will you|required|available|happy",
            unless: """
                internationally|international|overseas|abroad|visa|passport|percentage|how much|how often|how far|how many
                |reliable|own|vehicle|car|commute|relocate|experience|weekends|overnight|industry|expenses|reason
                """,
            beside:
                "willing able comfortable open fine business work some needed necessary occasional occasionally happy"
        ),
    ]
}
