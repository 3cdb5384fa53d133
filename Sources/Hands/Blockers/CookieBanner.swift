import GhostHands

/// Recognises the banner that asks about cookies and covers the form until it is answered.
enum CookieBanner {
    /// The button that makes it go away, the one that allows least before the one that allows all.
    ///
    /// - Parameter reading: the page.
    /// - Returns: the button, or nil when there is no banner.
    static func dismissal(of reading: PageReading) -> ReadButton? {
        guard Words(reading.text).list.contains(where: { $0.hasPrefix("cookie") }) else { return nil }
        let outside = reading.buttons.filter { button in
            !button.isDisabled
                && !reading.form.contains { $0.key == button.key && $0.key.form != nil }
        }
        for phrases in [refusing, accepting] {
            if let found = outside.first(where: { phrases.contains(Words($0.label).text) }) { return found }
        }
        return nil
    }

    private static let refusing: Set = [
        "reject all", "reject all cookies", "reject cookies", "decline all", "decline cookies", "refuse all",
        "deny all",
        "only necessary", "only necessary cookies", "necessary cookies only", "use necessary cookies only",
        "essential cookies only", "only essential cookies", "reject non essential", "alle ablehnen",
        "nur notwendige cookies", "tout refuser", "rechazar todo",
    ]

    private static let accepting: Set = [
        "accept all", "accept all cookies", "accept cookies", "allow all", "allow all cookies", "allow cookies",
        "agree to cookies", "i accept cookies", "alle akzeptieren", "tout accepter", "aceptar todo",
    ]
}
