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
            ("United States", ["USA", "Canada"], "USA"),
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
        #expect(OptionMatcher.match("1", in: options) == 1)
    }

    @Test(
        arguments: [
            (["Male", "Female", "Prefer not to say"], 2), (["I don't wish to answer", "Yes"], 0),
            (["Yes", "No", "Decline to self-identify"], 2), (["Yes", "No", "Unsure"], nil), (["Not applicable"], nil),
        ] as [([String], Int?)]
    )
    func `the form's way not to answer is found`(labels: [String], index: Int?) {
        #expect(OptionMatcher.decline(in: labels.map { FieldOption(label: $0, value: $0) }) == index)
    }
}
