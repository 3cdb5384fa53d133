import GhostHands

/// Recognises a page without any form, on which nothing can be done: whoever logs in goes on by a link that was sent to
/// them, also to confirm their address, or approves it in an app.
enum LoginElsewhere {
    /// What stands in the way, when the page is one of that kind.
    ///
    /// - Parameter reading: the page.
    /// - Returns: the blocker, or nil.
    static func blocker(of reading: PageReading) -> Blocker? {
        guard reading.form.isEmpty, reading.text.count < 1_200, Posting.applyButton(of: reading) == nil else {
            return nil
        }
        if LoginWording.saysLinkSent(reading.text) {
            return Blocker(kind: .login, confidence: 0.8, sign: "a link to log in that was sent")
        }
        if Evidence.isPending(reading.text) {
            return Blocker(kind: .login, confidence: 0.8, sign: "a link to confirm the address that was sent")
        }
        if LoginWording.asksToApprove(reading.text) {
            return Blocker(kind: .twoFactor, confidence: 0.8, sign: "a log-in that is approved in an app")
        }
        return nil
    }

    /// What whoever helps is told of it.
    static func told(_ blocker: Blocker) -> String {
        blocker.kind == .login
            ? "The site has sent the applicant a link: it must be opened."
            : "The log-in must be approved in the applicant's app or on their device."
    }
}
