import Chromium
import Foundation
import GhostHands

/// A form of no page, read, answered and sent nowhere, while there is something else to wait for.
///
/// The first form that a process meets takes longest: tables of words are built, and types are made ready. So it goes the
/// way that every form goes.
enum Rehearsal {
    /// Builds what the first form would have to wait for.
    static func run() {
        WireRehearsal.run()
        Classifier.prepare()
        _ = PageReader.script
        _ = ChallengeVendor.isOwn("https://localhost/")
        guard let form = try? page(of: form), let thanks = try? page(of: thanks) else { return }
        _ = PostingWording.closed(in: "Apply for this job. Wir suchen für März.", ofThis: true)
        fill(form)
        _ = PressOutcome(before: form, knownAlerts: [], reading: thanks, activity: PageActivity()).verdictOnSubmit
    }

    /// What a page's script would tell of the form.
    ///
    /// - Throws: `DecodingError` when that is not what is understood.
    static func reading() throws -> FrameReading { try reading(of: form) }

    private static func reading(of text: String) throws -> FrameReading {
        try JSONDecoder().decode(FrameReading.self, from: Data(text.utf8))
    }

    private static func page(of text: String) throws -> PageReading {
        PageReader.join([(FramePlace(id: "rehearsal"), try reading(of: text))], headers: [:])
    }

    private static func fill(_ page: PageReading) {
        let applicant = Applicant(formData: ["text": "text", "day": "2026-03-01"])
        var ledger = PageLedger(applicant, today: "2026-01-01")
        var step = FillStep(mostRounds: 1)
        if case .fill(let orders) = step.next(for: page, &ledger) {
            for order in orders { ledger.note(order, .done(shown: nil), milliseconds: 0) }
        }
        ledger.check(page)
        _ = ledger.trail(page)
        _ = ledger.entries(for: page, page: 1)
    }

    private static let form = """
        {"version": 1, "hasSetTimers": false, "step": "", "url": "https://localhost/", "title": "Form", "text": "Form",
        "fields": [
        {"element": 1, "kind": "text", "label": "Text", "sections": ["Details"], "lines": ["Details"], "name": "text",
        "id": "text", "form": 0, "required": true, "beside": ["", "", ""]},
        {"element": 2, "kind": "select", "label": "Do you live in the United States?", "form": 0, "options":
        [{"label": "Choose"}, {"label": "Yes", "value": "1"}, {"label": "No", "value": "0"}]},
        {"element": 4, "kind": "date", "label": "Day", "form": 0, "name": "day"}],
        "buttons": [{"element": 3, "label": "Submit", "form": 0, "submits": true, "posts": true, "disabled": false,
        "isLink": false}],
        "forms": [{"marks": "", "heading": "Form", "text": "Form"}],
        "alerts": [{"text": "Form", "isError": false}], "signs": [], "marked": [true], "isSealed": false,
        "folds": []}
        """

    private static let thanks = """
        {"version": 1, "hasSetTimers": false, "step": "", "url": "https://localhost/done", "title": "Done",
        "text": "Thank you, we have received it. Your number: REF-1", "fields": [], "buttons": [], "forms": [],
        "alerts": [], "signs": [], "marked": [], "isSealed": false, "folds": []}
        """
}
