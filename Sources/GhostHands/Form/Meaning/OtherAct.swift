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

    /// Whether a form only writes to somebody: its heading says so, its buttons send a message, and nothing speaks of
    /// applying.
    ///
    /// - Parameters:
    ///   - buttons: what its buttons say.
    ///   - heading: what stands over it, without the page's title.
    public static func writes(_ buttons: [String], under heading: String) -> Bool {
        guard Words(heading).mentions(contact), !ButtonRole.speaksOfApplying(heading), !buttons.isEmpty else {
            return false
        }
        return buttons.allSatisfy { !ButtonRole.speaksOfApplying($0) }
    }

    /// Whether a form only opens a talk with somebody: it is called a chat, and takes little.
    ///
    /// - Parameters:
    ///   - fields: its fields.
    ///   - heading: what stands over it, its marks and its buttons.
    public static func chats(_ fields: [Field], under heading: String) -> Bool {
        fields.count <= 3 && !fields.contains { $0.kind == .file } && !ButtonRole.speaksOfApplying(heading)
            && ([heading] + fields.flatMap { [$0.label, $0.name] }).contains { Words($0).mentions(chat) }
    }

    private static let chat = Mentions(
        words: Words.phrases(
            """
            chat, chatta, chatten, tchat, tchatter, chattez, chatea, chatear, chatboks, czat, czatuj, sohbet, canli destek, чат, \
            chatbot
            """
        ),
        roots: ["チャット", "在线客服", "채팅", "دردشة"]
    )

    private static let contact = Mentions(
        words: Words.phrases(
            """
            contact us, contact our, contact form, get in touch, write to us, ask us, ask a question, send us a message, \
            request a demo, book a demo, request information, request a callback, kontaktformular, kontaktieren sie uns, \
            schreiben sie uns, contactez nous, nous contacter, nous ecrire, contactenos, contactanos, escribenos, \
            fale conosco, entre em contato, contattaci, scrivici, neem contact op, contactformulier, \
            skontaktuj sie, formularz kontaktowy, kontakta oss, kontakt oss, ota yhteytta, kontaktujte nas, bize ulasin, \
            iletisim formu, свяжитесь с нами, обратная связь
            """
        ),
        roots: ["お問い合わせ", "联系我们", "聯絡我們", "문의하기"]
    )

    private static let pressed = Mentions(
        words: Words.phrases(
            """
            submit referral, send referral, refer a friend, unsubscribe, delete my data, check status, track application, \
            view status, bewerbung zuruckziehen, status prufen, daten loschen, parrainer, coopter, retirer ma candidature, \
            me desabonner, se desabonner, retirar candidatura, darme de baja, darse de baja, consultar estado, \
            ritira candidatura, sollicitatie intrekken, donate, donate now, place order, order now, buy now, pay now, \
            sign the petition, sign petition, accept offer, accept the offer, submit resignation, book appointment, \
            book an appointment, request a quote, get a quote, request a callback, calculate salary, enter the draw, \
            report incident, submit feedback, send feedback, submit survey, send survey, jetzt spenden, spenden, bestellen, \
            angebot anfordern, ruckruf anfordern, umfrage absenden, feedback senden, faire un don, commander, demander un devis, \
            signer la petition, donar, comprar, solicitar presupuesto, dona ora, richiedi preventivo, acquista, doneer, bestel nu, \
            offerte aanvragen
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
            sollicitatie intrekken, polec znajomego, wycofaj aplikacje, this job to a friend, candidate survey, applicant survey, \
            your application experience, candidate experience survey, satisfaction survey, rate your experience, \
            how was your experience, bewerberbefragung, zufriedenheitsumfrage, enquete de satisfaction, encuesta de satisfaccion, \
            kandidatenbefragung, wie war ihre erfahrung, wie war deine erfahrung, ihre erfahrung mit unserem bewerbungsprozess, \
            votre experience candidat, comment s est passe, comment avez vous vecu, como fue tu experiencia, como fue su experiencia, \
            pesquisa de satisfacao, como foi sua experiencia, como foi a sua experiencia, questionario di gradimento, \
            com e stata la tua esperienza, come e andata la tua esperienza, hoe heb je onze sollicitatieprocedure ervaren, \
            hoe was je ervaring, hoe heeft u ervaren, hvordan var din oplevelse, hvordan oplevede du, din oplevelse af, \
            hvordan var din opplevelse, hvordan opplevde du, hur var din upplevelse, hur upplevde du, millainen kokemuksesi, \
            hakijakokemus, kandidatundersokning, kandidatundersogelse, tilfredshedsundersogelse, ankieta satysfakcji, \
            jak oceniasz proces, dotaznik spokojenosti, memnuniyet anketi, elegedettsegi felmeres, опрос кандидатов, \
            опрос удовлетворенности, опитування кандидатів, оцените процесс
            """
        ),
        roots: ["アンケート", "满意度调查", "滿意度調查", "설문조사", "만족도 조사"]
    )
}
