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
            Words(reading.text).list.contains(where: { word in names.contains { word.hasPrefix($0) } })
                || !labels.isDisjoint(with: refusing) && !labels.isDisjoint(with: accepting)
        else { return nil }
        for phrases in [refusing, accepting] {
            if let found = outside.first(where: { phrases.contains(Words($0.label).text) }) { return found }
        }
        return nil
    }

    /// What cookies are called.
    private static let names = [
        "cookie", "kakor", "evaste", "cerez", "ciasteczk", "informasjonskapsl", "куки", "クッキー", "쿠키", "σουτι", "sutik",
    ]

    private static let refusing: Set = [
        "only essential", "essential only", "necessary only", "strictly necessary only", "only required",
        "required only", "continue without accepting", "endast nodvandiga", "bara nodvandiga", "neka alla",
        "kun nodvendige", "bare nodvendige", "kun nodvendige cookies", "vain valttamattomat", "nur notwendige",
        "nur erforderliche", "nur essenzielle", "nur technisch notwendige", "continuer sans accepter",
        "uniquement les necessaires", "solo necesarias", "solo las necesarias", "solo las esenciales",
        "rechazar todas las cookies", "apenas necessarios", "somente necessarios", "somente os necessarios",
        "apenas os necessarios", "solo necessari", "solo i necessari", "solo necessarie", "rifiuta tutte",
        "alleen noodzakelijke", "alleen noodzakelijk", "alleen noodzakelijke cookies", "weiger alle", "tylko niezbedne",
        "tylko wymagane", "pouze nezbytne", "jen nezbytne", "sadece gerekli", "sadece gerekli olanlar",
        "yalnizca gerekli olanlar", "только необходимые", "лише необхідні", "тільки необхідні", "必須のみ", "必要なもののみ",
        "仅必要",
        "仅限必要", "仅接受必要", "필수만", "필수 쿠키만", "모두 거부", "رفض الكل", "الضرورية فقط", "csak a szukseges", "csak a szuksegesek",
        "osszes elutasitasa", "απορριψη ολων", "μονο απαραιτητα", "respinge tot", "doar necesare",
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
        "alle annehmen", "alle zulassen", "tout autoriser", "accepter tout", "aceptar todas las cookies",
        "accetta tutte",
        "alle accepteren", "alles toestaan", "tillat alla", "accepter alle", "godta alle", "zezwol na wszystkie",
        "akceptuj wszystkie", "povolit vse", "hepsini kabul et", "すべて同意", "同意する", "接受所有", "接受全部", "모두 허용", "모두 동의",
        "قبول الكل", "osszes elfogadasa", "αποδοχη ολων", "accepta tot",
        "accept all", "accept all cookies", "accept cookies", "allow all", "allow all cookies", "allow cookies",
        "agree to cookies", "i accept cookies", "alle akzeptieren", "tout accepter", "aceptar todo", "aceptar todas",
        "aceitar todos", "aceitar tudo", "accetta tutti", "accetta tutto", "alles accepteren", "zaakceptuj wszystkie",
        "acceptera alla", "godkann alla", "tillad alle", "godta alle", "hyvaksy kaikki", "prijmout vse",
        "tumunu kabul et",
        "принять все", "прийняти всі", "すべて許可", "全部接受",
    ]
}
