import GhostHands

/// Recognises the banner that asks about cookies and covers the form until it is answered.
enum CookieBanner {
    /// The button that makes it go away, the one that allows least before the one that allows all.
    ///
    /// - Parameter reading: the page.
    /// - Returns: the button, or nil when there is no banner.
    static func dismissal(of reading: PageReading) -> ReadButton? {
        let outside = reading.buttons.filter { button in
            !button.isDisabled
                && !reading.form.contains { $0.key == button.key && $0.key.form != nil }
        }
        // All or nothing is a choice that only such a banner gives.
        let labels = Set(outside.map { Words($0.label).text })
        guard
            Words(reading.text).list.contains(where: { $0.hasPrefix("cookie") })
                || !labels.isDisjoint(with: refusing) && !labels.isDisjoint(with: accepting)
        else { return nil }
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
        "nur notwendige cookies", "tout refuser", "rechazar todo", "rechazar todas", "rejeitar todos", "rejeitar tudo",
        "recusar tudo", "rifiuta tutti", "rifiuta tutto", "alles weigeren", "odrzuc wszystkie", "avvisa alla",
        "afvis alle",
        "avvis alle", "hylkaa kaikki", "odmitnout vse", "tumunu reddet", "отклонить все", "відхилити всі", "すべて拒否",
        "全部拒绝",
    ]

    private static let accepting: Set = [
        "accept all", "accept all cookies", "accept cookies", "allow all", "allow all cookies", "allow cookies",
        "agree to cookies", "i accept cookies", "alle akzeptieren", "tout accepter", "aceptar todo", "aceptar todas",
        "aceitar todos", "aceitar tudo", "accetta tutti", "accetta tutto", "alles accepteren", "zaakceptuj wszystkie",
        "acceptera alla", "godkann alla", "tillad alle", "godta alle", "hyvaksy kaikki", "prijmout vse",
        "tumunu kabul et",
        "принять все", "прийняти всі", "すべて許可", "全部接受",
    ]
}
