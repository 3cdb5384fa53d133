import GhostHands
import Testing

@Suite struct PostingWordingTests {
    @Test(arguments: [
        "This position has been filled and is no longer accepting applications.",
        "Sorry, this vacancy closed on 3 November 2026.", "Applications for this vacancy have closed.",
        "Cette offre n'est plus disponible. Les candidatures sont closes.", "Ta oferta pracy jest już nieaktualna.",
        "Diese Stelle ist bereits besetzt.", "この求人の募集は終了しました。", "Вакансия в архиве",
    ])
    func `a posting that takes no more says so`(text: String) {
        #expect(PostingWording.closed(in: "Baker\n\(text)\nOther jobs") != nil)
    }

    @Test(arguments: [
        "Applications are reviewed until the position has been filled.",
        "If this position is closed we keep your application.", "We are open from nine to five.",
        "You will hear from us once the vacancy has closed.", "Apply now for this position",
    ])
    func `what may come is not yet so`(text: String) { #expect(PostingWording.closed(in: text) == nil) }

    @Test(arguments: [
        (["Create job alert"], true), (["Notify me"], true), (["Submit survey"], true), (["Subscribe"], true),
        (["Jobalarm abonnieren"], true), (["Apply now"], false), (["Submit"], false), (["Subscribe", "Apply"], false),
        ([], false),
    ])
    func `a form for news is told by its buttons`(buttons: [String], isNews: Bool) {
        #expect(PostingWording.asksForNews(buttons) == isNews)
    }
}

@Suite struct OtherActTests {
    @Test(arguments: [
        ("Refer a friend", "Submit"), ("Withdraw your application", "Send"), ("Careers", "Submit referral"),
        ("Bewerbung zurückziehen", "Absenden"), ("Check the status", "Check status"),
    ])
    func `a form about somebody else, or about an application there is, applies to nothing`(
        heading: String,
        button: String
    ) {
        #expect(OtherAct.concernsApplication([button], under: heading))
    }

    @Test(arguments: [
        ("Apply for this job", "Submit application"), ("Contact us about this job: application form", "Send"),
        ("Buyer", "Submit"), ("Contact information", "Send"), ("Recruiter", "Apply"),
    ])
    func `an application is one`(heading: String, button: String) {
        #expect(!OtherAct.concernsApplication([button], under: heading))
    }
}
