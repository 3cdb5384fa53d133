import Chromium
import GhostHands

/// What pressing a button of a form brought about.
struct Pressed {
    let before: PageReading
    /// What the page announced before it was pressed for the first time.
    let knownAlerts: [PageAlert]
    let reading: PageReading
    let activity: PageActivity

    /// Whether another page of the form stands there now: told by the fields and not by the address.
    var isNextPage: Bool {
        if reading.form.isEmpty { return reading.leadsOn && confirmation == nil && !isErrorPage }
        return shared * 2 < reading.signature.count
    }

    /// Whether a "next" may have been the submit after all: the form was sent, and nothing is left to fill or press.
    var mayHaveEnded: Bool {
        wasSent && reading.form.isEmpty && !reading.leadsOn && reading.blockers.isEmpty && !isRefused
    }

    /// What proves that the submit was accepted, or nil.
    ///
    /// - Parameter isSubmit: whether the final submit was pressed: after a mere "next", an answer proves nothing.
    /// - Returns: the proof.
    func evidence(isSubmit: Bool) -> Evidence? {
        let text = confirmation
        guard !isErrorPage, !isServerError, !isRefused else { return nil }
        // The same form with a complaint beside it proves nothing, whatever friendly words stand there too.
        if isFormStill, text == nil || !complaints.isEmpty { return nil }
        let isAccepted = isSubmit && wasAccepted && reading.form.isEmpty && !Evidence.isFailure(reading.text)
        guard text != nil || isConfirmationAddress || isAccepted else { return nil }
        return Evidence(
            text: text,
            confirmationNumber: Evidence.number(in: reading.text),
            url: AttemptRun.plain(reading.url),
            responseStatus: submitStatus
        )
    }

    /// Whether the form itself refused: it is still there and complains, or the server answered with a 4xx (R8).
    ///
    /// A server that failed, or accepted the request without a complaint, may have taken it: that is no refusal.
    var isRejected: Bool {
        guard isFormStill, !isServerError, confirmation == nil else { return false }
        return isRefused || !complaints.isEmpty || (sent.isEmpty && hasInvalidField && isUntouched)
    }

    /// Whether anything left the page, to whatever site.
    var wasSent: Bool { activity.requests.contains(where: Self.carries) || !activity.navigations.isEmpty }

    /// What the page says now that it did not say before, as an error of the form's.
    var complaints: [String] {
        let alerts = reading.alerts.filter { alert in
            !knownAlerts.contains(alert) && Evidence.confirmation(in: alert.text) == nil
                && (alert.isError || !wasSent || Evidence.isComplaint(alert.text))
        }
        let marked = reading.form.filter { $0.field.validity.hasPrefix("page: ") }.map(\.field.label)
        let said = activity.dialogs.map(\.message).filter {
            Evidence.isComplaint($0) && Evidence.confirmation(in: $0) == nil
        }
        return alerts.map(\.text) + said + marked.map { "\"\($0)\" is marked as invalid" }
    }

    /// A sentence that confirms, and that was not there before.
    private var confirmation: String? {
        let known = Set(Evidence.confirmations(in: before.text))
        let said = [reading.text] + activity.dialogs.map(\.message)
        return said.lazy.flatMap(Evidence.confirmations).first { !known.contains($0) }
    }

    private var shared: Int { reading.signature.intersection(before.signature).count }

    private var isFormStill: Bool { shared > 0 && shared * 2 >= before.signature.count }

    /// The browser's own checks: they stop the submit before anything is sent.
    private var hasInvalidField: Bool { reading.form.contains { !$0.field.validity.isEmpty } }

    /// Whether every field holds what it held before: a form that empties itself may have been taken.
    private var isUntouched: Bool {
        reading.form.map(\.field.value) == before.form.map(\.field.value) && activity.navigations.isEmpty
    }

    /// The requests that may have carried the form: what went to trackers of other sites did not.
    private var sent: [PageActivity.Request] {
        let site = Self.site(before.url)
        return activity.requests.filter { request in
            Self.carries(request) && (request.isDocument || Self.site(request.url) == site)
        }
    }

    private static func carries(_ request: PageActivity.Request) -> Bool {
        ["POST", "PUT", "PATCH"].contains(request.method)
    }

    private var submitStatus: Int? {
        if let document = sent.last(where: \.isDocument) { return document.status }
        return sent.last?.status ?? activity.navigations.last?.status
    }

    /// Whether every request that may have carried the form was answered well.
    private var wasAccepted: Bool {
        let statuses = sent.map(\.status)
        return !statuses.isEmpty && statuses.allSatisfy { $0.map { (200...399).contains($0) } ?? false }
    }

    /// Whether the server refused the form: its document, or all of what was sent.
    private var isRefused: Bool {
        let documents = sent.filter(\.isDocument)
        let judged = documents.isEmpty ? sent : documents
        return !judged.isEmpty && judged.allSatisfy { $0.status.map { (400...499).contains($0) } ?? false }
    }

    private var isServerError: Bool {
        sent.contains { $0.status.map { $0 >= 500 } ?? true }
    }

    private var isErrorPage: Bool { activity.navigations.last?.status.map { $0 >= 400 } ?? false }

    /// Words of success in the path that the form's own address had not.
    private var isConfirmationAddress: Bool {
        guard reading.form.isEmpty, !Evidence.isFailure(reading.text) else { return false }
        let old = Self.path(before.url)
        let new = Self.path(reading.url)
        return ["confirmation", "thank you", "thanks", "thankyou", "success", "submitted", "complete"]
            .contains { new.contains($0) && !old.contains($0) }
    }

    private static func path(_ url: String) -> Words {
        Words(AttemptRun.plain(url).split(separator: "/", maxSplits: 2).dropFirst(2).joined())
    }

    /// The last two labels of the host: `jobs.example.com` and `api.example.com` are one site.
    private static func site(_ url: String) -> String {
        let host = WebAddress(url)?.host ?? ""
        return IPAddress(host) == nil ? host.split(separator: ".").suffix(2).joined(separator: ".") : host
    }
}
