import Chromium
import GhostHands

/// What pressing a button of a form brought about.
struct Pressed {
    let before: PageReading
    let reading: PageReading
    let activity: PageActivity
    let settlement: Settlement

    /// Whether another form stands there now: told by the fields and not by the address.
    func isNewForm(than before: PageReading) -> Bool {
        !reading.form.isEmpty && reading.signature.intersection(before.signature).count * 2 < reading.signature.count
    }

    /// What proves that the submit was accepted, or nil.
    var evidence: Evidence? {
        let text = Evidence.confirmation(in: reading.text)
        let isFormStill = !before.signature.isDisjoint(with: reading.signature)
        // The same form with a friendly sentence beside it proves nothing.
        guard !isFormStill, !isErrorPage else { return nil }
        let status = submitStatus
        guard text != nil || isConfirmationAddress || status.map({ (200...399).contains($0) }) ?? false else {
            return nil
        }
        return Evidence(
            text: text,
            confirmationNumber: Evidence.number(in: reading.text),
            url: AttemptRun.plain(reading.url),
            responseStatus: status
        )
    }

    /// Whether the form itself refused: it is still there and complains, or the server answered with a 4xx.
    func isRejected(since before: PageReading) -> Bool {
        let isFormStill = !before.signature.isDisjoint(with: reading.signature)
        guard isFormStill else { return false }
        let isRefused = submitStatus.map { (400...499).contains($0) } ?? false
        // Native checks stop the submit before anything is sent.
        let isInvalid = reading.form.contains { !$0.field.validity.isEmpty }
        let hasNewAlert = reading.alerts.contains { !before.alerts.contains($0) }
        return isRefused || isInvalid || hasNewAlert
    }

    /// The status of the request that carried the form.
    private var submitStatus: Int? {
        let sent = activity.requests.filter { ["POST", "PUT", "PATCH"].contains($0.method) }
        if let document = sent.last(where: \.isDocument) { return document.status }
        // A form sent by GET is a navigation.
        return sent.last?.status ?? activity.navigations.last?.status
    }

    private var isErrorPage: Bool { activity.navigations.last?.status.map { $0 >= 400 } ?? false }

    private var isConfirmationAddress: Bool {
        guard reading.url != before.url else { return false }
        let path = Words(AttemptRun.plain(reading.url))
        return ["confirmation", "thank you", "thanks", "thankyou", "success", "submitted", "complete"]
            .contains(where: path.contains)
    }
}
