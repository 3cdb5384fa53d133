import GhostHands

/// Recognises a page that asks for an account before it shows the form.
enum LoginWall {
    /// The blocker, when the page is a log-in or a sign-up.
    ///
    /// A password field alone is none: application forms that open an account on the way have one too (R16).
    ///
    /// - Parameters:
    ///   - reading: the page.
    ///   - site: the hiring platform, where it is known.
    /// - Returns: the blocker, or nil.
    static func blocker(of reading: PageReading, on site: HiringSite? = nil) -> Blocker? {
        let form = reading.form
        if form.contains(where: { $0.asked == .oneTimeCode }), form.count <= 6 {
            return Blocker(kind: .twoFactor, confidence: 0.85, sign: "a field for a one-time code")
        }
        // Whether the boxes were read as one field or each by itself.
        let characters = form.reduce(0) { $0 + boxes(of: $1) }
        let others = form.count { boxes(of: $0) == 0 }
        if characters >= 4, characters + others <= 10 {
            return Blocker(kind: .twoFactor, confidence: 0.8, sign: "a code split over several boxes")
        }
        let entries = form.filter { $0.field.kind != .checkbox }
        guard entries.contains(where: { $0.asked == .password }), entries.count <= 3 || isSignUp(entries, on: site)
        else {
            return nil
        }
        return Blocker(kind: .login, confidence: 0.85, sign: "a log-in form")
    }

    /// How many boxes for one character a field has.
    private static func boxes(of field: ReadField) -> Int {
        if let widget = field.widget, widget.kind == .boxes { return widget.parts.count }
        return field.field.maxLength == 1 ? 1 : 0
    }

    /// Platforms whose forms stand behind an account ask for it on a page with nothing else on it.
    private static func isSignUp(_ entries: [ReadField], on site: HiringSite?) -> Bool {
        let ofAccounts: [Asked] = [.password, .email, .username, .firstName, .lastName, .fullName]
        return site?.wantsAccount == true && entries.count <= 8
            && entries.allSatisfy { ofAccounts.contains($0.asked) || Classifier.namesAccount($0.field) }
    }
}
