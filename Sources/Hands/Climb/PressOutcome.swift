import Chromium
import GhostHands

/// What happened after a button of a form was pressed: requests, documents, messages and what they prove.
struct PressOutcome {
    let before: PageReading
    /// What the page announced before it was pressed for the first time.
    let knownAlerts: [PageAlert]
    let reading: PageReading
    var activity: PageActivity
    /// The hiring platform, where it is known.
    var site: HiringSite?

    /// What pressing a button comes to.
    enum Verdict: Hashable {
        /// Another page of the form stands there now.
        case nextPage
        /// The application was accepted, and this proves it.
        case confirmed(Evidence)
        /// Only a human can go on.
        case blocked(Blocker)
        /// The form refused what was sent, and may be sent again.
        case rejected
        /// The form holds back what was sent until a code is entered (R49): its own rejection, with the reason
        /// `code_required`.
        case codeRequired(Blocker)
        /// Nothing was sent, and the page stays as it is.
        case stays
        /// It may have been sent, and nothing proves that it was accepted: it is not sent again (R8).
        case unconfirmed

        /// Whether it is certain that the form as a whole was not sent.
        var isNotSent: Bool {
            switch self {
            case .nextPage, .rejected, .codeRequired, .stays, .blocked: true
            case .confirmed, .unconfirmed: false
            }
        }
    }

    /// The verdict on the final submit: confirmed, rejected or unconfirmed; or another page or a challenge, where nothing
    /// was sent yet.
    var verdictOnSubmit: Verdict {
        if let codeRequired { return .codeRequired(codeRequired) }
        if let evidence = evidence(isSubmit: true) { return .confirmed(evidence) }
        if !wasSent, isNextPage, blocker == nil { return .nextPage }
        if !wasSent, isFormStill, confirmation == nil, let blocker { return .blocked(blocker) }
        return isRejected ? .rejected : .unconfirmed
    }

    /// The verdict on a button that leads to the next page of the form.
    var verdictOnNext: Verdict {
        if isNextPage { return .nextPage }
        // A page that says "next" and then confirms was the last one after all.
        if let evidence = evidence(isSubmit: false) { return .confirmed(evidence) }
        if let blocker { return .blocked(blocker) }
        if isRejected, wasSent || hasComplaint { return .rejected }
        if isStepSentAgain { return .rejected }
        return wasSent ? .unconfirmed : .stays
    }

    /// Whether the server has sent a step of the form again, empty, and says what is wrong with it.
    private var isStepSentAgain: Bool {
        let isSame = shared > 0 && shared == before.signature.count
        guard isSame, !isServerError, confirmation == nil, !activity.navigations.isEmpty else { return false }
        return newAlerts.contains { $0.isError && Evidence.isComplaint($0.text) && !Words($0.text).contains("already") }
    }

    /// What stands in the way now, or waits to be answered that did not before.
    private var blocker: Blocker? { reading.inTheWay ?? newlyPosed ?? LoginWall.blocker(of: reading, on: site) }

    /// What waits to be answered since the press: a box that stood there before says nothing of what came of it.
    private var newlyPosed: Blocker? {
        isFormStill ? reading.blockers.first { !before.blockers.contains($0) } : nil
    }

    /// Whether another page of the form stands there now: told by the fields and not by the address.
    var isNextPage: Bool {
        if reading.form.isEmpty { return reading.leadsOn && !isErrorPage }
        return shared * 2 < reading.signature.count
    }

    /// What proves that the submit was accepted, or nil.
    ///
    /// - Parameter isSubmit: whether the final submit was pressed: after a mere "next" only a page that says so and
    ///   leads nowhere proves anything.
    /// - Returns: the proof.
    func evidence(isSubmit: Bool) -> Evidence? {
        let isDisproved = isErrorPage || Evidence.isRetraction(reading.text) || isPending || blocker != nil
        guard !isDisproved, isSubmit || !reading.leadsOn else { return nil }
        let text = confirmation
        // Words of thanks over a form that is still to be sent, when nothing was sent, are about something else.
        if text != nil, !wasSent, reading.leadsOn { return nil }
        // The same form with a complaint beside it proves nothing, whatever friendly words stand there too.
        if isFormStill { return text == nil || !complaints.isEmpty || isRefused ? nil : proof(text) }
        // Words of thanks after nothing but failures are the page's mistake; a failing beacon beside it is none.
        if text != nil { return hasOnlyFailed || (sentHome.isEmpty && isRefused) ? nil : proof(text) }
        let isClean = isSubmit && !isServerError && !isRefused && !Evidence.isFailure(reading.text)
        guard isClean, isConfirmationAddress || (wasAccepted && reading.form.isEmpty) else { return nil }
        return proof(nil)
    }

    /// Whether the page says now that it is not taken before a link in a mail was opened.
    var isPending: Bool {
        Evidence.isPending((newLines + activity.dialogs.map(\.message)).joined(separator: "\n"))
    }

    private func proof(_ text: String?) -> Evidence {
        Evidence(
            text: text,
            confirmationNumber: Evidence.number(in: reading.text),
            url: reading.url.plain,
            responseStatus: submitStatus
        )
    }

    /// Whether the form itself refused (R8): the server answered everything that was sent with a 4xx, or the form is
    /// still there with its values and marks what is wrong.
    ///
    /// When in doubt it did not: a form that emptied itself, or a request that some server took, may have been the
    /// application.
    var isRejected: Bool {
        guard isFormStill, !isServerError, confirmation == nil else { return false }
        if isRefused { return true }
        // That nothing left the page is certain, whether it says why or not.
        if !wasSent { return keepsValues && blocker == nil && !isUnderWay }
        guard keepsValues else { return false }
        return !newlyMarked.isEmpty || (!activity.navigations.isEmpty && !complaints.isEmpty)
    }

    /// Whether the page has answered the press: with a next page, a proof, a complaint or a blocker.
    func tells(isSubmit: Bool) -> Bool {
        isNextPage || codeRequired != nil || (isRejected && wasSent) || hasInvalidField || isComplainingAnew
            || reading.inTheWay != nil || newlyPosed != nil
            || isErrorPage
            || evidence(isSubmit: isSubmit) != nil || Evidence.isRetraction(reading.text) || isPending
    }

    /// Whether anything may have left the page, to whatever site, or is about to: a request of a script that writes
    /// something, and any other that carries what was entered.
    var wasSent: Bool {
        if !sent.isEmpty || !activity.navigations.isEmpty { return true }
        let entered = before.form.map(\.field.value)
        return (activity.requests + activity.underWay).contains { request in
            if ChallengeVendor.isOwn(request.url) { return false }
            return (Self.writes(request) && request.isOfForm)
                || SentComparison.mayCarry(request, entered, from: before.url)
        }
    }

    private static func writes(_ request: PageActivity.Request) -> Bool {
        ["POST", "PUT", "PATCH"].contains(request.method)
    }

    /// Whether the page says that it is about to send the form, or is sending it.
    var isUnderWay: Bool { newAlerts.contains { Evidence.isProgress($0.text) } }

    private var newAlerts: [PageAlert] { reading.alerts.filter { !knownAlerts.contains($0) } }

    /// Whether it complains of this press: what it said of an earlier one, and has not taken back, answers nothing.
    private var isComplainingAnew: Bool {
        PressOutcome(
            before: before,
            knownAlerts: knownAlerts + before.alerts,
            reading: reading,
            activity: activity,
            site: site
        ).complaints.isEmpty == false
    }

    /// Whether the page, or the browser for it, says what is wrong.
    var hasComplaint: Bool { hasInvalidField || !complaints.isEmpty }

    /// What the page says now that it did not say before, as an error of the form's.
    var complaints: [String] {
        let alerts = newAlerts.filter { alert in
            Evidence.confirmation(in: alert.text) == nil && !Evidence.isProgress(alert.text)
                && (alert.isError || !wasSent || Evidence.isComplaint(alert.text))
        }
        let said = activity.dialogs.map(\.message).filter {
            Evidence.isComplaint($0) && Evidence.confirmation(in: $0) == nil
        }
        return alerts.map(\.text) + said + newlyMarked.map { "\"\($0)\" is marked as invalid" }
    }

    /// The labels of the fields that the page itself marks as wrong now and did not before.
    private var newlyMarked: [String] {
        func marked(_ page: PageReading) -> [ReadField] { page.form.filter { $0.field.flaw?.isMarked ?? false } }
        let known = Set(marked(before).map(\.identity))
        return marked(reading).filter { !known.contains($0.identity) }.map(\.field.label)
    }

    /// Whether the form still holds most of what was entered: one that was taken is empty or gone.
    var keepsValues: Bool {
        let entered = before.form.filter { !$0.field.value.isEmpty && $0.field.kind != .file && $0.asked != .password }
        if entered.isEmpty { return true }
        let held = Dictionary(reading.form.map { ($0.identity, $0.field.value) }) { first, _ in first }
        return entered.count { held[$0.identity] == $0.field.value } * 2 > entered.count
    }

    /// A sentence that confirms, and that was not there before.
    var confirmation: String? {
        let phrases = site?.confirms.phrases ?? []
        let known = Set(Evidence.confirmations(in: before.text, alsoBy: phrases))
        let said = [reading.text] + activity.dialogs.map(\.message)
        return said.lazy.flatMap { Evidence.confirmations(in: $0, alsoBy: phrases) }.first { !known.contains($0) }
    }

    private var shared: Int { reading.signature.intersection(before.signature).count }

    var isFormStill: Bool { shared > 0 && shared * 2 >= before.signature.count }

    /// The browser's own checks: they stop the submit before anything is sent.
    private var hasInvalidField: Bool { reading.form.contains { $0.field.flaw != nil } }

    /// The requests that may have carried the form, to whatever site: boards post to their own servers, and nobody can
    /// tell those from a tracker's.
    var sent: [PageActivity.Request] { activity.requests.filter(Self.isSubmit) }

    /// Whether a request may carry a form.
    static func isSubmit(_ request: PageActivity.Request) -> Bool {
        writes(request) && request.isOfForm && !ChallengeVendor.isOwn(request.url)
    }

    /// Those of the form's own site, which count as its acceptance.
    private var sentHome: [PageActivity.Request] {
        let site = before.url.site
        return sent.filter { $0.isDocument || (site != nil && PageAddress($0.url).site == site) }
    }

    var submitStatus: Int? {
        if let document = sent.last(where: \.isDocument) { return document.status }
        return sentHome.last?.status ?? sent.last?.status ?? activity.navigations.last?.status
    }

    /// Whether every request that carried the form home was answered well.
    private var wasAccepted: Bool {
        let statuses = sentHome.map(\.status)
        return !statuses.isEmpty && statuses.allSatisfy { $0.map { (200...399).contains($0) } ?? false }
    }

    /// Whether everything that was sent was refused.
    var isRefused: Bool {
        let documents = sent.filter(\.isDocument)
        let judged = documents.isEmpty ? sent : documents
        return !judged.isEmpty && judged.allSatisfy { $0.status.map { (400...499).contains($0) } ?? false }
    }

    /// Whether the form's own site answered nothing of what was sent well.
    private var hasOnlyFailed: Bool {
        !sentHome.isEmpty && !sentHome.contains { $0.status.map { (200...399).contains($0) } ?? false }
    }

    var isServerError: Bool {
        sentHome.contains { $0.status.map { $0 >= 500 } ?? true }
    }

    private var isErrorPage: Bool { activity.navigations.last?.status.map { $0 >= 400 } ?? false }

    /// Words of success in the path that the form's own address had not.
    private var isConfirmationAddress: Bool {
        guard reading.form.isEmpty, !Evidence.isFailure(reading.text) else { return false }
        let old = Words(before.url.path)
        let new = Words(reading.url.path)
        let words = ["confirmation", "thank you", "thanks", "thankyou", "success", "submitted", "complete"]
        return (words + (site?.confirms.paths ?? [])).contains { new.contains($0) && !old.contains($0) }
    }
}
