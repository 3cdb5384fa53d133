import GhostHands
import Testing

@Suite struct EvidenceTests {
    @Test(arguments: [
        "Thank you for applying!", "Your application has been submitted.", "Application received",
        "We have received your application and will be in touch if you are selected.",
        "Thanks, Alice. You have applied.", "Welcome\nYour response has been recorded.\nGoodbye",
        "Vielen Dank für Ihre Bewerbung!", "Your confirmation number is APP-12345.", "Successfully submitted",
        "Hooray! Application submitted successfully. If you have questions, write to us.",
    ])
    func `a sentence that confirms is proof`(text: String) { #expect(Evidence.confirmation(in: text) != nil) }

    @Test(arguments: [
        "Once submitted you will receive a confirmation number.", "If you have applied before, do not apply again.",
        "Your application has not been submitted.", "No application received", "Enter your confirmation number",
        "After your application has been received we call you.", "Submit your application",
        "When your application has been submitted, you will get a reference number.", "Application form",
        "Your application will be successfully submitted on Monday.", "Jobs you have applied for",
        "The application was not successfully submitted", "Thank you for your interest.", "",
    ])
    func `a sentence that only speaks of it is none`(text: String) { #expect(Evidence.confirmation(in: text) == nil) }

    @Test(
        arguments: [
            ("Confirmation number: APP-12345.", "APP-12345"), ("Your reference number is #98765", "98765"),
            ("Application ID\n2026/117", "2026/117"), ("Submission: X99-1", "X99-1"), ("(Ref: 4711)", "4711"),
            ("Confirmation code is: (AB-12)", "AB-12"), ("Ticket No. 815", "815"),
            ("Once submitted you will receive a confirmation number.", nil), ("Confirmation sent to 2 people", nil),
            ("Application 2 of 3", nil), ("Reference: Bob", nil), ("Application number pending since 12", nil),
        ] as [(String, String?)]
    )
    func `the number is taken as the page gives it`(text: String, number: String?) {
        #expect(Evidence.number(in: text) == number)
    }

    @Test func `words of failure are known`() {
        for text in [
            "Something went wrong", "Please enter your e-mail", "E-mail is invalid", "Your session has expired",
        ] {
            #expect(Evidence.isComplaint(text), "\(text)")
        }
        #expect(Evidence.isFailure("Sorry, an error occurred"))
        #expect(!Evidence.isFailure("Done! Please check your inbox."))
        for text in ["We got it", "See you soon", "Next steps"] { #expect(!Evidence.isComplaint(text), "\(text)") }
    }
}
