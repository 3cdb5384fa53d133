/// An application that is taken only once its sender has opened a link that was sent to them.
extension Evidence {
    /// Whether a page says that an application is not complete yet: a link in a mail must be opened first.
    ///
    /// A mail that only confirms what was taken, or a link to look at it, makes nothing incomplete.
    ///
    /// - Parameter text: what the page says since the form was sent.
    /// - Returns: true when it does.
    public static func isPending(_ text: String) -> Bool {
        let all = sentences(of: text).filter { !$0.isEmpty }.map { Words($0) }
        return all.indices.contains { place in
            let words = all[place]
            if words.mentions(provingLinks) && !words.mentions(ofInvitations) { return true }
            if words.mentions(unfinished) { return true }
            guard words.mentions(links), words.mentions(opening), !words.mentions(others) else { return false }
            // "We have sent you a mail. Click the link to confirm it."
            let near = [place > 0 ? all[place - 1] : nil, words, place + 1 < all.count ? all[place + 1] : nil]
            let isAboutIt = near.compactMap(\.self).contains { $0.mentions(mails) || $0.mentions(applications) }
            return words.mentions(proving) && isAboutIt || words.mentions(finishing) && words.mentions(applications)
        }
    }

    /// The sentence by which a page says that an application is complete, or confirmed, now that a link was opened.
    ///
    /// - Parameter text: what the page says that it did not say before.
    /// - Returns: the sentence; nil where there is none, or the page says besides that something went wrong.
    public static func completion(in text: String) -> String? {
        guard !isPending(text), !isRetraction(text), !isFailure(text) else { return nil }
        return sentences(of: text).first { sentence in
            let words = Words(sentence)
            return confirmation(in: sentence) != nil
                || words.list.count <= 20 && words.mentions(applications) && words.mentions(complete)
                    && !words.isNegated && !words.mentions(conditional)
        }
    }

    private static let complete = Mentions(
        words: [
            "complete", "completed", "confirmed", "verified", "submitted", "received", "bestatigt", "vollstandig",
            "abgeschlossen", "eingegangen", "confirmee", "completee", "validee", "enregistree", "confirmada",
            "completada", "recibida", "concluida", "confermata", "completata", "bevestigd", "compleet", "ontvangen",
            "potwierdzone", "potwierdzona", "bekraftad", "komplett", "bekreftet", "bekraeftet", "vahvistettu",
            "potvrzena", "megerositve", "onaylandi", "confirmata",
        ],
        roots: ["подтвержд", "завершен", "підтверджен", "完了しました", "已完成", "已确认", "已確認", "완료되었"]
    )

    private static let conditional = Mentions(
        words: ["if", "once", "when", "until", "will", "must", "wenn", "sobald", "si", "quand", "cuando", "se", "als"]
    )

    /// Links that prove an address, by their names.
    private static let provingLinks = Mentions(
        words: [
            "confirmation link", "verification link", "activation link", "validation link", "bestatigungslink",
            "verifizierungslink", "aktivierungslink", "lien de confirmation", "lien de validation",
            "lien de verification", "lien d activation", "lien dactivation", "enlace de confirmacion",
            "enlace de verificacion",
            "enlace de activacion", "enlace de validacion", "link de confirmacao", "link de verificacao",
            "link de ativacao", "link di conferma", "link di verifica", "link di attivazione", "bevestigingslink",
            "verificatielink", "activatielink", "link potwierdzajacy", "link weryfikacyjny", "link aktywacyjny",
            "bekraftelselank", "verifieringslank", "bekreftelseslenke", "bekraeftelseslink", "vahvistuslinkki",
            "potvrzovaci odkaz", "overovaci odkaz", "megerosito link", "megerosito linket", "onay baglantisi",
            "dogrulama baglantisi", "link de confirmare", "link de verificare",
        ],
        roots: [
            "ссылку для подтверждения", "ссылка для подтверждения", "посилання для підтвердження", "確認リンク", "認証リンク",
            "确认链接", "验证链接", "確認連結", "驗證連結", "확인 링크", "인증 링크", "رابط التأكيد", "رابط التفعيل", "קישור אימות",
        ]
    )

    /// A link of that name that is to be looked for by somebody else, or later.
    private static let ofInvitations = Mentions(words: ["interview", "assessment", "referee", "referees"])

    /// What is said of something that is not over yet.
    private static let unfinished = Mentions(
        words: [
            "not complete until", "not be complete until", "not completed until", "incomplete until",
            "not complete unless", "only complete once", "only be complete once", "only be considered once",
            "not submitted until", "not be submitted until", "not be processed until", "not processed until",
            "not be considered until", "not considered until", "not be reviewed until", "not valid until",
            "not final until", "not yet complete", "isn t complete", "isnt complete until", "isnt complete yet",
            "wont be processed until", "won t be processed until", "wont be considered until", "not finished yet",
            "erst vollstandig", "erst abgeschlossen", "erst gultig", "erst wirksam", "erst dann bearbeitet",
            "erst bearbeitet", "noch nicht abgeschlossen", "noch nicht vollstandig", "noch nicht eingereicht",
            "noch nicht ubermittelt", "complete tant que", "complete quapres", "complete quune fois",
            "complete qu apres", "complete qu une fois", "validee tant que", "prise en compte tant que",
            "prise en compte quapres", "prise en compte quune fois", "prise en compte qu", "pas encore complete",
            "pas encore finalisee", "pas encore validee", "pas encore terminee", "completa hasta", "completada hasta",
            "valida hasta", "aun no esta completa", "todavia no esta completa", "aun no ha finalizado",
            "completa ate", "concluida ate", "ainda nao esta completa", "ainda nao foi concluida", "completa finche",
            "completa fino a", "completata finche", "non e ancora completa", "non e ancora conclusa", "compleet totdat",
            "voltooid totdat", "pas compleet", "pas volledig", "pas definitief", "nog niet compleet",
            "nog niet voltooid", "nog niet volledig", "nie jest jeszcze", "nie zostalo jeszcze", "nie zostala jeszcze",
            "kompletne dopiero", "komplett forran", "inte klar forran", "annu inte komplett", "annu inte klar",
            "komplett for du", "ikke fullfort for", "ikke fuldfort for", "ikke faerdig for", "ennu ikke komplett",
            "ei ole viela valmis", "neni dokoncena", "jeste neni", "nem teljes amig", "meg nem teljes",
            "henuz tamamlanmadi", "tamamlanmis sayilmaz", "nu este completa pana", "nu este inca completa",
        ],
        roots: [
            "ещё не заверш", "еще не заверш", "не будет завершена", "не завершено, пока", "ще не завершен", "完了していません",
            "完了しておりません", "まだ完了", "尚未完成", "还没有完成", "尚未送出", "아직 완료되지", "완료되지 않", "لم يكتمل", "טרם הושלמ",
        ]
    )

    private static let links = Mentions(
        words: [
            "link", "links", "button", "lien", "liens", "bouton", "enlace", "boton", "botao", "pulsante", "knop",
            "przycisk", "odkaz", "lank", "lanken", "lenke", "lenken", "linkki", "linkkia", "linket", "linken",
            "baglanti", "baglantiya", "baglantisina", "linkul",
        ],
        roots: ["ссылк", "посиланн", "リンク", "链接", "連結", "링크", "الرابط", "קישור"]
    )

    private static let opening = Mentions(
        words: [
            "click", "clicking", "tap", "open", "follow", "use", "klicken", "klicke", "anklicken", "klick", "offnen",
            "cliquez", "cliquer", "cliquant", "ouvrez", "suivez", "haga clic", "haz clic", "hacer clic", "clic",
            "pulse", "pulsa", "clique", "clicar", "abra", "clicca", "cliccare", "cliccando", "klik", "klikt",
            "klikken", "kliknij", "klikniecie", "kliknac", "klicka", "klikk", "klikke", "klikkaa", "kliknete",
            "klepnete", "kattintson", "tiklayin", "tiklayarak", "faceti clic", "accesati",
        ],
        roots: ["нажмите", "перейдите", "натисніть", "перейдіть", "クリック", "点击", "點擊", "클릭", "انقر", "לחצ"]
    )

    private static let proving = Mentions(
        words: [
            "confirm", "confirming", "verify", "verifying", "activate", "validate", "bestatigen", "bestatige",
            "verifizieren", "aktivieren", "confirmer", "confirmez", "valider", "validez", "verifier", "activer",
            "confirmar", "verificar", "activar", "validar", "ativar", "confirme", "confirma", "confermare",
            "verificare", "attivare", "conferma", "bevestigen", "verifieren", "activeren", "bevestig", "potwierdzic",
            "potwierdz", "aktywowac", "bekrafta", "verifiera", "bekrefte", "bekreft", "bekraefte", "bekraeft",
            "vahvistaaksesi", "vahvista", "vahvistaa", "potvrdit", "potvrdte", "overit", "megerosites",
            "megerositesehez", "onaylamak", "dogrulamak", "onaylayin", "confirmati", "confirma", "a confirma",
        ],
        roots: ["подтверд", "підтверд", "確認", "認証", "确认", "验证", "驗證", "확인", "인증", "تأكيد", "לאמת"]
    )

    private static let finishing = Mentions(
        words: [
            "complete", "completing", "finish", "finalise", "finalize", "submit", "abschliessen", "abzuschliessen",
            "vervollstandigen", "finaliser", "completer", "terminer", "completar", "finalizar", "concluir",
            "completare", "concludere", "voltooien", "afronden", "dokonczyc", "zakonczyc", "slutfora", "fullfore",
            "fuldfore", "viimeistella", "dokoncit", "befejezeni", "tamamlamak", "finaliza",
        ],
        roots: ["завершит", "завершіт", "完了", "完成", "완료", "إكمال", "להשלים"]
    )

    private static let mails = Mentions(
        words: [
            "email", "e mail", "emails", "mail", "mails", "inbox", "e mail adresse", "postfach", "courriel",
            "boite de reception", "correo", "bandeja", "caixa de entrada", "posta", "posteingang", "skrzynke",
            "skrzynki", "epost", "e post", "sahkoposti", "sahkopostissa", "postaban", "eposta", "e posta",
        ],
        roots: ["почт", "пошт", "メール", "邮件", "邮箱", "郵件", "이메일", "메일", "البريد", "דוא"]
    )

    private static let applications = Mentions(
        words: [
            "application", "applications", "submission", "registration", "bewerbung", "anmeldung", "registrierung",
            "candidature", "inscription", "solicitud", "candidatura", "postulacion", "registro", "inscricao",
            "domanda", "registrazione", "sollicitatie", "registratie", "aplikacje", "aplikacja", "zgloszenie",
            "zgloszenia", "ansokan", "ansokning", "soknad", "soknaden", "ansogning", "ansogningen", "hakemus",
            "hakemuksesi", "hakemuksen", "zadost", "prihlaska", "jelentkezes", "basvuru", "basvurunuzu", "aplicatia",
        ],
        roots: ["заявк", "отклик", "резюме", "заяв", "応募", "申请", "申請", "지원", "طلب", "מועמדות"]
    )

    /// What else such a link may be for, once the application is taken.
    private static let others = Mentions(
        words: [
            "survey", "feedback", "questionnaire", "assessment", "interview", "newsletter", "job alert", "job alerts",
            "umfrage", "jobalarm", "enquete", "sondage", "encuesta", "pesquisa", "sondaggio", "enquete invullen",
            "unsubscribe", "track", "status", "view",
        ],
        roots: ["опрос", "アンケート", "问卷", "설문"]
    )
}
