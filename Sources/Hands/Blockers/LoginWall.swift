import GhostHands

/// Knows a page that wants an account before it shows the form.
enum LoginWall {
    /// The blocker, when the page is a log-in or a sign-up.
    ///
    /// A password field alone is none: application forms that open an account on the way have one too (R16).
    ///
    /// - Parameter reading: the page.
    /// - Returns: the blocker, or nil.
    static func blocker(of reading: PageReading) -> Blocker? {
        let form = reading.form
        if form.contains(where: { $0.asked == .oneTimeCode }), form.count <= 6 {
            return Blocker(kind: .twoFactor, confidence: 0.85, sign: "a field for a one-time code")
        }
        if form.count(where: { $0.field.maxLength == 1 }) >= 4, form.count <= 10 {
            return Blocker(kind: .twoFactor, confidence: 0.8, sign: "a code split over several boxes")
        }
        let entries = form.filter { $0.field.kind != .checkbox }
        guard entries.contains(where: { $0.asked == .password }), entries.count <= 3 else { return nil }
        return Blocker(kind: .login, confidence: 0.85, sign: "a log-in form")
    }
}
