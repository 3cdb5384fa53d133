import GhostHands
import Testing

@Suite struct OptionMatcherTests {
    private func match(_ wanted: String, _ labels: [String]) -> String? {
        let options = labels.map { FieldOption(label: $0, value: $0) }
        return OptionMatcher.match(wanted, in: options).map { labels[$0] }
    }

    @Test(
        arguments: [
            ("Yes", ["No", "Yes"], "Yes"), ("yes", ["Yes, I do", "YES", "No"], "YES"), ("true", ["No", "Yes"], "Yes"),
            ("United States", ["USA", "Canada"], "USA"), ("No", ["Yes", "N0"], "N0"),
            (
                "Asian",
                [
                    "Native Hawaiian or Other Pacific Islander (Not Hispanic or Latino)",
                    "Asian (Not Hispanic or Latino)", "Hispanic or Latino",
                ], "Asian (Not Hispanic or Latino)"
            ),
            ("08", ["July", "August"], "August"), ("08", ["7", "8"], "8"), ("05", ["Mai", "Juni"], "Mai"),
            ("Prefer not to say", ["Female", "Male", "I don't wish to answer"], "I don't wish to answer"),
            ("US", ["United Kingdom", "United States of America"], "United States of America"),
            ("CA", ["Oregon", "California"], "California"), ("CA", ["Mexico", "Canada"], "Canada"),
            ("BS", ["Bachelor's Degree", "Master's Degree"], "Bachelor's Degree"), ("man", ["Female", "Male"], "Male"),
            ("6", ["0-2", "3-5", "6-8", "9+"], "6-8"), ("12", ["0-2", "3-5", "6-8", "9+"], "9+"),
            ("8 years", ["Less than 1 year", "1-3 years", "More than 3 years"], "More than 3 years"),
            ("45,000", ["$0 - $30,000", "$30,001 - $60,000"], "$30,001 - $60,000"),
            ("No", ["Yes, I am a veteran", "No, I am not a veteran", "I prefer not to say"], "No, I am not a veteran"),
            (
                "I am not a veteran", ["I am a protected veteran", "I am not a protected veteran"],
                "I am not a protected veteran"
            ),
            ("Zürich", ["Geneva", "Zurich"], "Zurich"), ("Full-time", ["Part time", "Full time"], "Full time"),
            ("LinkedIn", ["Job board", "LinkedIn (post)"], "LinkedIn (post)"),
            ("LinkedIn", ["indeed", "linkedin", "other"], "linkedin"), ("GitHub", ["Github", "Gitlab"], "Github"),
        ] as [(String, [String], String?)]
    )
    func `the option that says it is found`(wanted: String, labels: [String], found: String?) {
        #expect(match(wanted, labels) == found)
    }

    @Test(
        arguments: [
            ("Man", ["Woman", "Management"]), ("No", ["Norway", "None"]), ("no", ["Norway", "Sweden"]),
            ("CA", ["Canada", "California"]), ("Georgian", ["Georgia"]), ("React", ["Reaction", "Reactive"]),
            ("veteran", ["I am not a veteran", "Other"]), ("not a veteran", ["I am a veteran", "Other"]),
            ("Manager", ["Product Manager", "Project Manager"]), ("5", ["0-5", "5-10"]), ("1", ["10", "11"]),
            ("Asian", ["Caucasian", "White"]), ("Yes", ["Maybe", "Sometimes"]), ("", ["A", "B"]),
            ("in", ["India", "Iran"]),
            ("2018", ["2017", "2019"]), ("Master", ["Webmaster", "Headmaster"]),
        ] as [(String, [String])]
    )
    func `a near miss is none`(wanted: String, labels: [String]) {
        #expect(match(wanted, labels) == nil)
    }

    @Test func `what only asks to choose is never an answer`() {
        let options = [
            FieldOption(label: "Select a country", value: "x"), FieldOption(label: "Please choose", value: "y"),
            FieldOption(label: "--", value: ""), FieldOption(label: "France", value: "fr"),
        ]
        #expect(options.map(\.isPlaceholder) == [true, true, true, false])
        #expect(OptionMatcher.match("Select a country", in: options) == nil)
        #expect(OptionMatcher.match("fr", in: options) == 3)
    }

    @Test func `a label is believed before a value`() {
        let options = [FieldOption(label: "One", value: "2"), FieldOption(label: "2", value: "1")]
        #expect(OptionMatcher.match("2", in: options) == 1)
        #expect(OptionMatcher.match("1", in: options) == 0)
    }

    private static let years: [(label: String, value: String)] = [
        ("0-1 years", "1"), ("2-4 years", "2"), ("5-9 years", "3"), ("10+ years", "4"),
    ]
    private static let count: [(label: String, value: String)] = [("None", "1"), ("One", "2"), ("Two or more", "3")]
    private static let months: [(label: String, value: String)] = [
        ("12 months", "1"), ("24 months", "12"), ("36 months", "x"),
    ]
    private static let codes: [(label: String, value: String)] = [
        ("France", "fr"), ("Somewhere else", "other_place"), ("Level A", "7"),
    ]

    @Test(
        arguments: [
            ("3", years, "2-4 years"), ("1", years, "0-1 years"), ("7", years, "5-9 years"), ("30", years, "10+ years"),
            ("1.5", years, nil), ("1", count, "One"), ("3", count, nil), ("12", months, "12 months"),
            ("1", months, nil), ("x", months, "36 months"), ("fr", codes, "France"), ("7", codes, "Level A"),
            ("other_place", codes, "Somewhere else"), ("otherPlace", codes, "Somewhere else"),
            ("1", [("2", "1"), ("3", "2")], nil), ("2", [("A few", "2"), ("Many", "3")], nil),
            ("5-9", [("5 to 9 years", "5-9"), ("More", "10")], "5 to 9 years"),
        ] as [(String, [(label: String, value: String)], String?)]
    )
    func `a machine's value never speaks against what a person reads`(
        wanted: String,
        choices: [(label: String, value: String)],
        found: String?
    ) {
        let options = choices.map { FieldOption(label: $0.label, value: $0.value) }
        #expect(OptionMatcher.match(wanted, in: options).map { options[$0].label } == found)
    }

    @Test(
        arguments: [
            ("BS", ["BA", "BS"], "BS"), ("BS", ["BA", "MS"], nil),
            ("BS", ["BA", "Bachelor's degree"], "Bachelor's degree"),
            ("Bachelor of Science", ["Bachelor of Arts", "Bachelors"], "Bachelors"), ("MSc", ["MA", "MBA"], nil),
            ("MA", ["Master of Science", "Master's Degree"], "Master's Degree"), ("MBA", ["MS", "Masters"], "Masters"),
            ("M.Sc.", ["Master of Arts", "Master of Science"], "Master of Science"),
            ("Bachelor's degree", ["BS", "BA"], nil),
            ("PhD", ["Masters", "Doctorate"], "Doctorate"), ("Doctorate", ["PhD", "Masters"], nil),
            ("GED", ["High School Diploma", "Bachelors"], nil),
        ] as [(String, [String], String?)]
    )
    func `a degree is itself or a kind of the wider one, never its sister`(
        wanted: String,
        labels: [String],
        found: String?
    ) {
        #expect(match(wanted, labels) == found)
    }

    @Test(arguments: [
        ("Choose not to disclose", "1", false), ("Choose to not answer", "x", false), ("Select Committee", "x", false),
        ("Pick-up truck", "x", false), ("Select", "0", true), ("-- Please select --", "0", true),
        ("Choose one", "-1", true), ("Select an option…", "x", true), ("Please choose from the list below", "x", true),
        ("Choose your state", "x", true), ("Anything", "", true),
    ])
    func `only what asks to choose is no choice`(label: String, value: String, isPlaceholder: Bool) {
        #expect(FieldOption(label: label, value: value).isPlaceholder == isPlaceholder)
    }

    @Test(
        arguments: [
            (["Male", "Female", "Prefer not to say"], 2), (["I don't wish to answer", "Yes"], 0),
            (["Yes", "No", "Decline to self-identify"], 2), (["Yes", "No", "Unsure"], nil), (["Not applicable"], nil),
            (["Yes", "Choose not to disclose"], 1), (["I'd rather not say", "Yes"], 0),
            (["I do not wish to receive news", "I wish to"], nil), (["I decline the offer", "I accept"], nil),
            (["I am not a veteran", "I don't want to answer"], 1), (["Would you like to state it?", "No"], nil),
        ] as [([String], Int?)]
    )
    func `the form's way not to answer is found`(labels: [String], index: Int?) {
        #expect(OptionMatcher.decline(in: labels.map { FieldOption(label: $0, value: $0) }) == index)
    }
}
