import Testing

@testable import GhostHands

/// What people ask as they speak, and what a profile and a few answers say to it, kind by kind.
@Suite struct SpokenQuestionTests {
    private let ines = Applicant(
        profile: [
            "first_name": "Ines", "last_name": "Calder", "email": "ines@example.com", "phone": "+1-303-555-0118",
            "linkedin_url": "https://www.linkedin.com/in/ines-calder-example",
            "portfolio_url": "https://calder.example",
            "location": ["city": "Denver", "state": "CO", "country": "US"], "work_authorization": "US Citizen",
            "years_of_experience": 7, "salary_expectation": "$120,000",
            "education": [
                ["institution": "Colorado State", "degree": "MS", "field": "Statistics", "graduation_year": 2018],
                ["institution": "Reed College", "degree": "BA", "field": "Statistics", "graduation_year": 2016],
            ],
            "work_history": [
                ["company": "Quarry Labs", "title": "Analyst", "start_date": "2019-01"],
                ["company": "Marl Partners", "title": "Analyst", "start_date": "2017-01", "end_date": "2018-12"],
            ],
            "skills": ["R", "SQL"],
        ],
        answers: [
            "Do you need us to sponsor a visa?": "No", "Years working with SQL": "5", "Years working with Python": "4",
            "How much notice do you give?": "3 weeks", "Have you worked for this company before?": "No",
            "Do you agree to a background check?": "Yes", "How did you find this job?": "LinkedIn",
            "Are you bound by a non-compete or a similar agreement?": "No", "Are you over 18?": "Yes",
            "Do you hold a security clearance?": "No", "May we send you text messages?": "No",
            "Do you have a valid driver's license?": "Yes", "Did an employee refer you?": "No",
            "Is some business travel fine with you?": "Yes", "Would you move for this job?": "Yes",
            "Which pronouns do you use?": "She/her", "Does a relative of yours work here?": "No",
        ]
    )

    private func answer(_ label: String, _ kind: FieldKind = .radio, _ options: [String] = ["Yes", "No"]) -> String? {
        var field = Field(kind: kind, label: label)
        field.isRequired = true
        if kind.isChoice { field.options = options.map { FieldOption(label: $0, value: $0) } }
        let answer = Answerer(ines).answers(to: [field], asked: [Classifier.classify(field)])[0]
        guard let answer, answer.refusal == nil else { return nil }
        switch Fit.fit(answer.value, to: field) {
        case .text(let text): return text
        case .options(let chosen): return chosen.map { field.options[$0].label }.joined(separator: ", ")
        case .picks(let texts): return texts.first
        default: return nil
        }
    }

    @Test(arguments: [
        ("are you a us citizen or permanent resident?", "Yes"), ("Do you have US citizenship or a greencard?", "Yes"),
        ("Are you an H1B holder?", "No"), ("Are you currently working in the US on an employment work visa?", "No"),
        ("Does your work authorization involve CPT or OPT?", "No"),
        ("Are you a U.S. citizen with an active secret clearance?", "No"),
        ("Is your right to work in the U.S. restricted or time-limited in any way?", "No"),
        ("Are you employed now?", "Yes"), ("Are you currently between jobs?", "No"),
        ("Do you object to a background check being carried out?", "No"),
        ("If we make you an offer, do you consent to us running a background screening?", "Yes"),
        ("Can you confirm that no restrictive covenant limits your ability to join us?", "Yes"),
        ("Are you a current or former employee?", "No"),
        ("Have you been on our payroll at any time in the past?", "No"),
        ("Will you be under 18 on your first day of work?", "No"),
        ("Did someone who works here recommend you for this role?", "No"),
        ("Would you be OK receiving SMS reminders about your interviews?", "No"),
        ("Can you travel if a job requires it?", "Yes"), ("Do you currently reside inside the United States?", "Yes"),
        ("Are you legally authorized to work in the country that you are located?", "Yes"),
        ("I will need my employer to sponsor a work visa.", "No"),
        (
            "Applicants need no sponsorship. By selecting \"Yes,\" you confirm that you do not require visa sponsorship.",
            "Yes"
        ),
        ("We hire in these states. Do you live in one of these states? Utah, Colorado, Texas", "Yes"),
        ("Do you have at least 3 years of hands-on experience with SQL or PL SQL?", "Yes"),
        ("Could you take up employment in the US without Acme applying for a permit on your behalf?", "Yes"),
        ("Har du et gyldigt kørekort?", "Yes"),
        ("I have never worked for this company.", "Yes"), ("I do not hold a security clearance.", "Yes"),
        ("To make sure we follow the rules, are you 18 or older?", "Yes"),
        ("If we hire you, could you show documents that prove your right to work in the United States?", "Yes"),
        ("Our screening partner runs a background check. Is that OK with you?", "Yes"),
        ("You're 18 or over, correct? (yes/no)", "Yes"), ("Any relatives on our staff?", "No"),
        ("Would relocation be acceptable?", "Yes"), ("Some travel is part of this. Does that suit you?", "Yes"),
        ("Are you able to work in the United States?", "Yes"),
        ("Are you authorized to work in the US or Canada?", "Yes"),
        ("Do you have experience using SQL or Oracle?", "Yes"), ("Do you live outside of Michigan?", "Yes"),
        ("do you live in one of these states: ca, co, fl, ny, tx", "Yes"),
        ("Do you currently live in the Denver, CO area?", "Yes"),
        ("Do you have a bachelor's degree or are you currently pursuing one?", "Yes"),
        (
            "Acme is a remote company, but this role requires you to live in Utah or Colorado. Do you meet this requirement?",
            "Yes"
        ),
        ("We can only hire people who reside in the United States. Do you meet this criteria?", "Yes"),
        ("Is there anything that prevents you from being lawfully employed in the United States?", "No"),
        ("Are you a citizen of the United States? The work requires U.S. citizenship.", "Yes"),
    ])
    func `a yes or no is answered`(label: String, expected: String?) {
        #expect(answer(label) == expected)
    }

    @Test func `a box that wants more than a yes or no gets what it asks for`() {
        let refers = "Did an employee refer you?"
        #expect(answer("\(refers) If so, share their name. If not, list 'N/A'.", .text) == "N/A")
        #expect(answer("\(refers) If not, please write None.", .text) == "None")
        #expect(answer("Have you ever been employed by us before? In what branch?", .text) == "No")
        #expect(answer("Would you move for this job? If so, where to?", .text) == nil)
        #expect(answer("Would you move for this job? Why?", .text) == nil)
    }

    @Test func `years with a language are no mark for it`() {
        let marks = ["1", "2", "3", "4", "5"]
        #expect(answer("How would you rate your Python skills?", .select, marks) == nil)
        #expect(answer("Python skills, from 1 to 5", .select, marks) == nil)
        #expect(answer("Years of experience with Python", .select, marks) == "4")
    }

    @Test(arguments: [
        ("Can you provide proof of your eligibility to work in the US within three days of hire?", "Yes"),
        ("Are you legally entitled to accept employment in the U.S. without restriction?", "Yes"),
        ("To work here, would you require us to take over an existing visa?", "No"),
        ("Have you reached your 18th birthday?", "Yes"), ("If hired, can you verify that you are at least 18?", "Yes"),
        ("Is there any contract that would keep you from joining a competitor?", "No"),
        ("Employment is contingent on a background screening. Do you consent?", "Yes"),
        ("Is a current team member recommending you?", "No"), ("The job involves up to 10% travel. Is that OK?", "Yes"),
        ("Is SQL part of your toolbox?", "Yes"),
    ])
    func `the same is asked in many more words`(label: String, wanted: String) {
        #expect(answer(label) == wanted)
    }

    @Test(arguments: [
        ("The job involves up to 60% travel. Is that OK?", FieldKind.radio),
        ("I am at least 21 years of age", .checkbox), ("Is your spouse part of your toolbox?", .radio),
    ])
    func `what goes further than an answer is left`(label: String, kind: FieldKind) {
        #expect(answer(label, kind) == nil)
    }

    @Test(arguments: [
        ("What's your notice period with your current employer?", "3 weeks"),
        ("How did this role get on your radar?", "LinkedIn"),
        ("SQL: number of years", "5"), ("How many years of SQL do you have under your belt?", "5"),
        ("Current location (city, state)", "Denver, CO"), ("Company before your current one", "Marl Partners"),
        ("Which school did you most recently attend?", "Colorado State"),
    ])
    func `values are asked for in many more words`(label: String, wanted: String) {
        #expect(answer(label, .text) == wanted)
    }

    @Test func `a statement about one's age is ticked, and the permission that depends on no employer chosen`() {
        let box = Field(kind: .checkbox, label: "I am at least 18 years of age")
        let answers = Answerer(ines).answers(to: [box], asked: [Classifier.classify(box)])
        #expect(answers[0]?.value == .yes(true))
        let free = "Authorized to work in the US for any employer"
        let options = [free, "Authorized to work for current employer only", "Require sponsorship"]
        #expect(answer("Employment eligibility", .select, options) == free)
    }

    @Test func `of a list of skills one's own are ticked, and no other`() {
        let listed = ["R", "Excel", "SQL", "NoSQL"]
        let label = "Which of these are your skills? (hold Ctrl to select several)"
        #expect(answer(label, .multiselect, listed) == "R, SQL")
        #expect(answer("Which technologies have you used?", .checkboxGroup, listed) == "R, SQL")
        #expect(answer("Which technologies have you used?", .checkboxGroup, ["Java", "Go"]) == nil)
        #expect(answer("Which of these skills do you want to learn?", .checkboxGroup, listed) == nil)
    }

    @Test(arguments: [
        "Are you able to work on a W2 contract without sponsorship or C2C?", "Are you a citizen of Canada?",
        "Are you authorized to work in Canada or Mexico?", "Do you have experience using Java or Oracle?",
        "Can you pass a criminal background check?", "Do you live outside of the moon?",
        "Do you have a doctorate or are you currently pursuing one?",
        "Are you on a student visa in Germany?", "Are you a former employee of the federal government?",
        "Are you employed by a competitor?", "Do you have a work permit for Canada?",
        "Do you live in one of these countries? Spain, Portugal, the moon",
        // The country stands in another sentence, or in the condition.
        "This role is based in Berlin. Will you require visa sponsorship?",
        "If you get the job in Toronto, will you need sponsorship?",
        "I do not have the right to work in the US and need sponsorship.",
        "Have you hired people with a criminal conviction?",
        // Somebody or something else is asked about, or another time.
        "Have you led a team whose members hold a security clearance?",
        "Did a former employer sue you over a non-compete?",
        "Does your employer hold a security clearance?", "Have you ever moved for a job before?",
        "Do you own a phone that can receive text messages?", "Have you carried out background checks on candidates?",
        "Does your wife hold a security clearance?", "Do you understand that a conviction does not disqualify you?",
    ])
    func `what does not follow is left`(label: String) {
        #expect(answer(label) == nil)
    }

    @Test(arguments: [
        ("What's the best number to call you on?", "+1-303-555-0118"),
        ("Please type the e-mail address we should use to reach you", "ines@example.com"),
        ("Which personal website would you like us to look at?", "https://calder.example"),
        ("What is your current employer's name?", "Quarry Labs"),
        ("Who did you work for before your current employer?", "Marl Partners"),
        ("Which university awarded your bachelor's degree?", "Reed College"),
        ("In what year did you finish your master's degree?", "2018"),
        ("What did you study at university (main subject)?", "Statistics"),
        ("Legal Full Name (First Name, Middle Name & Last Name)", "Ines Calder"),
        (
            "We like to see who we talk to. What is your LinkedIn address?",
            "https://www.linkedin.com/in/ines-calder-example"
        ),
        ("An email we can use to send you the invitation", "ines@example.com"),
        ("Title of your current position", "Analyst"), ("Firm you're with now", "Quarry Labs"),
    ])
    func `a fact asked for in a sentence is given`(label: String, expected: String) {
        #expect(answer(label, .text) == expected)
    }

    @Test(arguments: [
        "What's your manager's number?", "Which number of direct reports do you have?", "Who is your employer's owner?",
        "Years working with Python libraries like pandas", "Your mentor's e-mail", "Please enter your mentor email",
        "Please give the e-mail of your mentor", "Address of present employer",
        "LinkedIn ads experience, please describe",
        "If you selected self-describe, please specify your pronouns", "Which email client do you use at work?",
        "Please provide phone-based support examples", "Where did you find the courage to apply here?",
        "You would write Python every day. How many years of experience do you bring?",
    ])
    func `what only sounds like a fact is left`(label: String) {
        #expect(answer(label, .text) == nil)
    }

    @Test func `nobody declines for one who has answered`() {
        #expect(answer("Active clearances", .select, ["Secret", "Top Secret", "I do not wish to disclose"]) == nil)
    }

    @Test func `choices are read as sentences`() {
        let status = [
            "I am a U.S. Citizen.", "I am a lawful permanent resident.", "I am a refugee.", "None of the above.",
        ]
        #expect(answer("State which of the following applies to you:", .select, status) == status[0])
        let sponsors = ["I require sponsorship", "I do not and will not require sponsorship", "I do not now, but will"]
        #expect(answer("Do you require sponsorship for a visa?", .select, sponsors) == sponsors[1])
        let states = ["New York", "Illinois", "Another State in the US", "APAC", "EMEA"]
        #expect(answer("Please provide the state in which you currently reside.", .select, states) == states[2])
        #expect(answer("Are you currently living in the US or Canada?", .radio, ["USA", "Canada"]) == "USA")
        #expect(answer("Clearance Type", .select, ["None", "Public Trust", "Secret"]) == "None")
        #expect(answer("Years of SQL experience", .select, ["0-1", "2-4", "5 or more"]) == "5 or more")
        #expect(answer("Weeks' notice you must give?", .radio, ["None", "1 week", "3 weeks"]) == "3 weeks")
        let never = ["Yes, right away", "Yes, later", "No, never"]
        #expect(answer("Will you ever need visa sponsorship from us?", .radio, never) == never[2])
        #expect(answer("Text messages", .radio, ["I agree", "I disagree"]) == nil)
        #expect(answer("Do you consent to text messages?", .radio, ["Opt in", "Opt out"]) == "Opt out")
        #expect(answer("From which job site did you see this posting?", .select, ["Indeed", "LinkedIN"]) == "LinkedIN")
    }

    @Test(arguments: [
        ("The salary for this job is $110,000 to $135,000. Does this fit what you have in mind?", "Yes"),
        ("We can pay up to $130K a year. Is this within your salary expectations?", "Yes"),
        ("Once hired, can you fill in Form I-9 and show papers that prove your eligibility to work?", "Yes"),
        ("Are you related to any member of the library board or any employee of the county?", "No"),
        ("We ask each candidate the same: do you have any relatives who work here?", "No"),
        ("Is there any agreement that limits your ability to work for us?", "No"),
        ("Do you have a doctorate in a technical field?", "No"), ("Did you study Statistics at university?", "Yes"),
        ("Is your bachelor's degree in Nursing or Pharmacy?", "No"),
        ("Have you completed a four-year degree in Statistics or a similar subject?", "Yes"),
        ("Would you travel within the country for client visits if required?", "Yes"),
        ("Do you have no fewer than three years of experience with SQL?", "Yes"),
        ("Haben Sie ein abgeschlossenes Hochschulstudium?", "Yes"),
        ("Some travel comes with this job, a few trips a year at most. Is that acceptable?", "Yes"),
    ])
    func `a yes or a no follows also from what stands around it`(label: String, expected: String) {
        #expect(answer(label) == expected)
    }

    @Test(arguments: [
        "The salary for this job is $80,000 to $100,000. Does this fit what you have in mind?",
        "The pay is €110,000 to €135,000. Does this fit your salary expectations?",
        "The rate is $40 to $60 an hour. Is that in line with your pay expectations?",
        "Our clients have budgets of $110,000 to $135,000. Are you comfortable with that scale?",
        "Are you related to any public official?", "Would you sign an agreement that limits your work here?",
        "Are you able to travel most of the year?", "Do you have a doctorate in progress in a technical field?",
        "Is your degree in a STEM field?", "Do you have a master's degree in Nursing?",
        "Did your manager study Statistics at university?",
    ])
    func `what does not follow from it is left`(label: String) {
        #expect(answer(label) == nil)
    }

    @Test func `choices say what a short label leaves out`() {
        let levels = ["Junior (0-2 years)", "Mid (3-5 years)", "Senior (6-9 years)", "Lead (10+ years)"]
        #expect(answer("Seniority", .select, levels) == levels[2])
        #expect(answer("Seniority of your manager", .select, levels) == nil)
        let forms = ["he/him/his", "she/her/hers", "they/them/theirs"]
        #expect(answer("How should we speak of you?", .radio, forms) == forms[1])
        #expect(answer("How should we speak of your referee?", .radio, forms) == nil)
        let bound = ["I am bound by a non-compete agreement", "I am not bound by a non-compete agreement"]
        #expect(answer("Choose the sentence that is true.", .radio, bound) == bound[1])
        let whole = "I can work in the U.S. for any employer without restriction, and will not need sponsorship."
        #expect(answer(whole, .radio, ["True for me", "Not true for me"]) == "True for me")
        #expect(answer("I can work in the U.S. and will need sponsorship.", .radio, ["True", "False"]) != "True")
        let work = ["I work here now", "I worked here in the past", "I have never worked here"]
        #expect(answer("Your history with us", .radio, work) == work[2])
        let clearance = ["Secret (active)", "Top Secret (active)", "I do not hold a clearance"]
        #expect(answer("Clearance status", .select, clearance) == clearance[2])
        let home = [
            "I already live in Denver", "I live elsewhere and would move", "I live elsewhere and would not move",
        ]
        #expect(answer("Our office is in Denver. Which applies?", .radio, home) == home[0])
        #expect(answer("Year in which your highest degree was awarded", .select, ["2016", "2018", "2020"]) == "2018")
        let years = ["No experience", "1-3 years", "4-6 years", "7+ years"]
        #expect(answer("How much experience do you have with SQL?", .select, years) == years[2])
    }
}
