extension Phrasebook {
    /// Turns of phrase that narrow nothing, or that say with a denial what can be said without.
    static let english = Phrasebook(
        yes: "Yes",
        no: "No",
        """
        unrestricted = without restriction | without restrictions | without any restriction | without any restrictions \
        | without limitation | without limitations | no restrictions | on an unrestricted basis
        - = whether or not | or not | including but not limited to | but not limited to | not limited to | no later than
        - = if not already | if applicable | as applicable | where applicable | if relevant | if any | if necessary \
        | if needed | if required | if requested | as needed | as required | as necessary | when needed | when required \
        | where required | should it be required | at any point | at any time \
        | in line with local law | in accordance with local law | subject to local law | to the best of your \
        knowledge | at this time | at the time of application | at time of application | at the time of applying \
        | as of today | right now | at present | at the moment | as part of the hiring process | as part of your application \
        | as a condition of employment | prior to employment | upon hire | if hired | once hired | if you are hired \
        | if you were hired | if offered | if you are offered the job | if successful | on day one | from day one
        sponsorship = immigration petition | visa petition | immigration case | immigration sponsorship \
        | immigration assistance | visa assistance | visa sponsoring | immigration related support | visa help \
        | help with a visa | help obtaining a visa | assistance with a visa | assistance obtaining a visa \
        | support obtaining a visa | support to obtain a visa | employment sponsorship | sponsorship support | immigration application \
        | an immigration application
        - = suppose we make you an offer | assuming we make you an offer | assuming an offer is made | assuming you are hired \
        | assuming you get the job | in whatever field | in any field | in any industry | in whatever industry | of any kind \
        | regardless of industry | regardless of field | as on date | till date | numerals only | numbers only | digits only
        occasional = a few trips a year at most | a few trips a year | a few times a year | once or twice a year \
        | a couple of times a year | a few trips per year | a few times per year
        at least = no fewer than | not fewer than | no less than | not less than
        bachelors degree = four year degree | 4 year degree | four year college degree | 4 year college degree
        start = begin employment | start employment | commence employment | begin your employment | begin work
        require = in need of | necessitate
        need = are you going to need
        future = later on | later date | at a later date | down the line | down the road | at some point | some time later \
        | subsequently
        authorized = legally able | lawfully able | permitted by law | legally permitted | legally entitled | cleared
        doctorate = doctor of philosophy
        are you = do you certify that you are | can you confirm that you are | do you confirm that you are
        have = do you possess | possess | posses | have got | you got
        live = make your home | call home
        18 = eighteen
        minimum age = age of majority | age of consent | legal age | legal working age
        convicted = found guilty | pled guilty | pleaded guilty | plead guilty | plead no contest | pled no contest \
        | pleaded no contest | adjudicated guilty | entered a plea of guilty
        crime = criminal act | criminal acts | criminal activity | unlawful act | misdemeanour | felonies | misdemeanors
        drivers license = driver s license | driver s licence | drivers licence | driver licence | driver license \
        | driving licence | driving license | license to drive | licence to drive | drivers licenses
        background check = background checks | background screening | background screenings | background investigation \
        | background verification | pre employment screening | pre employment check | pre employment checks \
        | background history check | screening checks | employment checks | reference and background check
        family = family member | family members | relatives or friends | relative or friend | friends or relatives \
        | friends or family | family or friends | relative | relatives | family relationship | kin | next of kin
        non compete = non competition | noncompete | noncompetition | non competes | non solicitation | nonsolicitation \
        | non solicit | restrictive covenant | restrictive covenants | non compete agreement | non competition agreement \
        | non compete clause | non competition clause | covenant not to compete
        graduated = graduate with | graduated with | graduated from
        willing = happy | content | comfortable with the idea
        employee = as an employee | as employee | as an intern | as a contractor | as a consultant | as an independent contractor \
        | as a temporary employee | as a temp | as an agency worker | in any capacity | as a full time employee
        give = please state | kindly state | kindly mention
        you = youre | youve | youd | youll
        have you = have you got
        is = whats
        when is = whens
        where is = wheres
        how is = hows
        - = y n | yes no | yes or no | write yes or no | answer yes or no | please write yes or no | say yes or no \
        | please answer yes or no | true or false
        - = to your knowledge | as far as you know | to the best of your knowledge | at present | right now | these days \
        | at the moment | now and then | from time to time | in other words | under your belt | for a living
        us citizen = american citizen
        twelve = dozen
        - = hands on | day to day | in total | altogether | as defined by | as defined in | as defined under
        relocate = moving house | move house | move cities | move to another city
        text messages = text message | texts | sms messages | sms updates | sms or whatsapp | whatsapp messages
        """
    )
}
