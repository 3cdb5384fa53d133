/// A page of its own that only asks for agreement: a privacy notice before the form.
extension Agreement {
    /// Whether a page speaks of terms that are agreed to.
    ///
    /// - Parameter text: what a person can read on it.
    /// - Returns: true when it does.
    package static func isAskedFor(by text: String) -> Bool { Words(String(text.prefix(8_000))).mentions(notices) }

    /// Whether a button says "I accept" and nothing else.
    ///
    /// - Parameter label: what it says.
    /// - Returns: true when it does.
    package static func isGiven(by label: String) -> Bool {
        Words(label).areMade(
            of: giving,
            beside: ["i", "and", "continue", "proceed", "the", "terms", "to", "weiter", "und"]
        )
    }

    private static let notices = Mentions(
        words: Words.phrases(
            """
            privacy, privacy agreement, terms, agreement, disclaimer, data protection, consent, legal notice, datenschutz, \
            datenschutzerklarung, datenschutzhinweise, nutzungsbedingungen, confidentialite, donnees personnelles, privacidad, \
            proteccion de datos, privacidade, protecao de dados, informativa, privacyverklaring, polityka prywatnosci, \
            przetwarzanie danych, integritetspolicy, personuppgifter, personopplysninger, tietosuoja, osobnich udaju, \
            kisisel verilerin, персональных данных, персональних даних
            """
        ),
        roots: ["個人情報", "利用規約", "隐私", "隱私", "개인정보", "الخصوصية"]
    )

    private static let giving: Set<String> = Set(
        Words.phrases(
            """
            accept, i accept, accept and continue, agree, i agree, i consent, consent, agree and continue, akzeptieren, \
            ich akzeptiere, zustimmen, ich stimme zu, zustimmen und weiter, einverstanden, annehmen, j accepte, jaccepte, \
            accepter, accepter et continuer, acepto, aceptar, aceptar y continuar, estoy de acuerdo, aceito, aceitar, concordo, \
            li e concordo, accetto, accetta, acconsento, akkoord, ik ga akkoord, accepteren, akceptuje, zgadzam sie, \
            wyrazam zgode, godkann, jag godkanner, jag accepterar, accepterer, jeg accepterer, godta, jeg godtar, hyvaksyn, \
            hyvaksy, souhlasim, prijimam, kabul ediyorum, kabul et, onayliyorum, принимаю, согласен, согласна, я согласен, \
            приймаю, погоджуюсь, 同意する, 同意します, 同意, 同意して進む, 同意して次へ, 我同意, 接受, 동의, 동의합니다, أوافق
            """
        )
    )
}
