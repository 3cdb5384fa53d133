/// Tells by its words that a form does something else than apply: it would be filled, sent, and taken for an application.
public enum OtherAct {
    /// Whether a form refers somebody else, takes an application back, or asks after one: whatever else it speaks of.
    ///
    /// - Parameters:
    ///   - buttons: what its buttons say.
    ///   - heading: what stands over it, and the page's title.
    public static func concernsApplication(_ buttons: [String], under heading: String) -> Bool {
        let isPressed =
            !buttons.isEmpty
            && buttons.allSatisfy { label in
                let words = Words(label)
                return words.list.count <= 6 && words.mentions(pressed)
            }
        return isPressed || Words(heading).mentions(headed)
    }

    /// Whether a form asks, tells, books or downloads something, and nothing in it speaks of applying.
    ///
    /// - Parameters:
    ///   - buttons: what its buttons say.
    ///   - heading: what stands over it, and the page's title.
    ///   - text: what it says itself.
    public static func isForeign(_ buttons: [String], under heading: String, saying text: String) -> Bool {
        if ButtonRole.speaksOfApplying("\(heading) \(text) \(buttons.joined(separator: " "))") { return false }
        return Words(heading).mentions(foreign)
            || !buttons.isEmpty
                && buttons.allSatisfy { Words($0).mentions(foreignPresses) }
    }

    private static let pressed = Mentions(
        words: Words.phrases(
            """
            refer, submit referral, send referral, refer a friend, recommend, nominate, withdraw, withdraw application, \
            withdraw my application, unsubscribe, delete my data, delete application, check status, track application, \
            view status, empfehlen, zuruckziehen, bewerbung zuruckziehen, status prufen, daten loschen, recommander, parrainer, \
            coopter, retirer, retirer ma candidature, me desabonner, se desabonner, recomendar, retirar, retirar candidatura, \
            darme de baja, darse de baja, consultar estado, indicar, desistir, cancelar inscricao, segnala, ritira, \
            ritira candidatura, aanbevelen, intrekken, sollicitatie intrekken, polec, wycofaj, rekommendera, dra tillbaka
            """
        )
    )

    private static let headed = Mentions(
        words: Words.phrases(
            """
            refer a friend, refer a candidate, refer someone, refer a colleague, recommend a friend, recommend someone, \
            recommend a candidate, nominate someone, withdraw your application, withdraw my application, \
            withdraw an application, withdraw application, application status, status of your application, \
            check your application, delete your data, delete my data, data deletion, unsubscribe, freunde empfehlen, \
            freund empfehlen, kandidaten empfehlen, bewerbung zuruckziehen, bewerbungsstatus, recommander un ami, \
            recommander un candidat, retirer votre candidature, retirer ma candidature, suivi de candidature, \
            recomendar a un amigo, recomienda a un amigo, retirar tu candidatura, retirar candidatura, \
            estado de tu candidatura, indique um amigo, indicar um amigo, segnala un amico, ritira la candidatura, \
            sollicitatie intrekken, polec znajomego, wycofaj aplikacje, this job to a friend
            """
        )
    )

    private static let foreign = Mentions(
        words: Words.phrases(
            """
            contact us, contact sales, get in touch, feedback, survey, questionnaire for employees, quiz, webinar, \
            event registration, register for the event, register for our event, open day, open house, request a demo, \
            book a demo, request a quote, request a callback, request information, report a problem, report an issue, \
            report a concern, whistleblower, support ticket, newsletter, donate, donation, post a job, hire talent, \
            for employers, download our, download the, salary calculator, subject access request, kontaktieren sie uns, \
            kontaktformular, umfrage, veranstaltung, demo anfordern, ruckruf, contactez nous, enquete, sondage, evenement, \
            demander une demo, contactanos, contactenos, encuesta, evento, solicitar una demo, fale conosco, pesquisa de, \
            contattaci, sondaggio, neem contact op, enquete, skontaktuj sie, ankieta, kontakta oss, kontakt oss
            """
        )
    )

    private static let foreignPresses = Mentions(
        words: Words.phrases(
            """
            send feedback, submit feedback, submit survey, rsvp, book, book now, reserve, reserve my spot, register for event, \
            register for the event, save my seat, request demo, request a demo, get a quote, request a quote, contact us, \
            contact sales, send message, send inquiry, send enquiry, download, download now, get the guide, vote, donate, \
            report, submit report, submit ticket, share, email this job, post job, nachricht senden, anfrage senden, \
            herunterladen, teilen, envoyer le message, telecharger, partager, enviar mensaje, enviar mensagem, descargar, \
            compartir, invia messaggio, scarica, bericht versturen, wyslij wiadomosc, pobierz
            """
        )
    )
}
