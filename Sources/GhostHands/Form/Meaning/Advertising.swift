/// Boxes by which one orders news, or lets others have one's data, and that some pages tick by themselves.
enum Advertising {
    /// Whether a box is for nothing else.
    ///
    /// - Parameter label: what it says.
    /// - Returns: true when it orders advertising, and neither agrees to terms nor states a fact.
    static func isOrdered(by label: String) -> Bool {
        let words = Words(label)
        return words.mentions(news) && !words.mentions(terms)
    }

    private static let news = Mentions(
        words: Words.phrases(
            """
            marketing, newsletter, newsletters, promotional, promotions, special offers, offers and news, \
            news and offers, product updates, job alerts, job alert, similar jobs, third parties, third party, \
            partners, partner companies, share my profile, share my data, share my details, talent community, \
            talent pool, werbung, werbliche, angebote per e mail, jobnewsletter, talentpool, publicite, \
            offres commerciales, lettre d information, infolettre, infolettres, linfolettre, publicidad, jobagent, \
            jobagenten, jobbagent, jobannoncer pa mail, jobmail, newsletteru, newsletterze, promociones, boletin, \
            novidades, promocoes, pubblicita, promozioni, nieuwsbrief, reclame, marketingowe, marketingowych, \
            biuletyn, nyhetsbrev, erbjudanden, nyhedsbrev, uutiskirje, obchodni sdeleni, kampanya, bulten, рассылка, \
            рассылку, розсилку
            """
        ),
        roots: ["メールマガジン", "メルマガ", "营销", "마케팅"]
    )
    private static let terms = Mentions(words: ["terms", "privacy policy", "i certify", "bedingungen", "conditions"])
}
