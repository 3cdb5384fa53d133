import Foundation
import GhostHands

/// A form of no page, read and answered while there is something else to wait for.
///
/// The first form that a process reads takes longest: tables of words are built, and types are made ready.
enum Rehearsal {
    /// Builds what the first form would have to wait for.
    static func run() {
        Classifier.prepare()
        _ = PageReader.script
        _ = ChallengeVendor.isOwn("https://localhost/")
        guard let fields = try? reading().fields.map({ Field($0) }) else { return }
        let answerer = Answerer(Applicant(formData: ["text": "text", "day": "2026-03-01"]))
        let answers = answerer.answers(to: fields, asked: fields.map(Classifier.classify))
        for (field, answer) in zip(fields, answers) { _ = answer.map { Fit.fit($0.value, to: field) } }
        _ = Evidence.confirmation(in: "Thank you.")
        _ = PostingWording.closed(in: "Apply for this job. Wir suchen für März.", ofThis: true)
        _ = ButtonRole.of(label: "Submit", submitsForm: true, formHasFields: true, isLink: false)
    }

    /// What a page's script would tell of the form.
    ///
    /// - Throws: `DecodingError` when that is not what is understood.
    static func reading() throws -> FrameReading {
        try JSONDecoder().decode(FrameReading.self, from: Data(form.utf8))
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
}
