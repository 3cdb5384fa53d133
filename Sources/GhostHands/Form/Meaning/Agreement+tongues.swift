extension Agreement {
    /// What is agreed to, and the words of agreeing, in one language.
    struct Wording: Sendable {
        let objects: Set<String>
        let agreeing: Set<String>

        init(to objects: String, by agreeing: String) {
            self.objects = Set(Words.phrases(objects))
            self.agreeing = Set(agreeing.split(whereSeparator: \.isWhitespace).map { Words(String($0)).text })
        }

        func isAll(of words: Words) -> Bool { words.areMade(of: objects, beside: agreeing) }
    }

    /// Whether a label in another language than English agrees to the terms and to nothing else: in one language, so that
    /// no word of another widens what is agreed to.
    static func isMereAbroad(_ label: String, _ words: Words) -> Bool {
        tongues.contains { $0.isAll(of: words) } || isMereTogether(label)
    }

    /// The same where words are written without spaces: pieces of which one is agreed to, and one agrees.
    private static func isMereTogether(_ label: String) -> Bool {
        var rest = label.filter { !$0.isWhitespace && !$0.isPunctuation && !"*＊※".contains($0) }[...]
        var met: Set<Piece> = []
        while !rest.isEmpty {
            guard let piece = pieces.first(where: { rest.hasPrefix($0.text) }) else { return false }
            met.insert(piece.kind)
            rest = rest.dropFirst(piece.text.count)
        }
        return met.isSuperset(of: [.object, .agreeing])
    }

    private enum Piece { case object, agreeing, beside }

    /// The longest first, in Japanese and Chinese.
    private static let pieces: [(text: String, kind: Piece)] = [
        (
            Piece.object,
            """
            プライバシーポリシー, 個人情報の取り扱い, 個人情報の取扱い, 個人情報の取扱, 個人情報の利用目的, 個人情報保護方針, 個人情報取扱方針, 利用規約, 応募規約, \
            隐私政策, 隐私条款, 隐私声明, 隐私协议, 隐私权政策, 隱私政策, 隱私權政策, 隱私條款, 隱私聲明, 用户协议, 用户服务协议, 服务条款, 服務條款, 使用条款, 使用條款, \
            个人信息保护政策, 个人信息处理规则, 个人信息保护声明, 個人資料蒐集聲明
            """
        ), (Piece.agreeing, "同意, 承諾, 了承, 接受"),
        (
            Piece.beside,
            """
            必須, 必填, 必选, 上記, 当社, 弊社, の, 私は, に, を, と, および, 及び, ならびに, または, について, の内容, 確認し, 読み, する, します, しました, いたします, \
            の上応募する, 我, 本人, 已, 经, 仔细, 阅读, 閱讀, 了解, 理解, 并, 並, 且, 和, 与, 及, 以及, 遵守, 本, 贵, 公司, 网站, 的
            """
        ),
    ].flatMap { kind, texts in
        texts.split(separator: ",").map { (String($0.trimmed), kind) }
    }.sorted { $0.0.count > $1.0.count }

    private static let tongues = [german, dutch] + northern + romance + slavic + eastern

    private static let german = Wording(
        to: """
            datenschutzerklärung, datenschutzerklärungen, datenschutzhinweise, datenschutzhinweisen, datenschutzbestimmungen, \
            datenschutzrichtlinie, datenschutzrichtlinien, datenschutzinformation, datenschutzinformationen, datenschutz, \
            nutzungsbedingungen, teilnahmebedingungen, agb, allgemeinen geschäftsbedingungen, bedingungen, verarbeitung, \
            speicherung, erhebung, datenverarbeitung, datenspeicherung, verarbeitet, gespeichert
            """,
        by: """
            ich habe die der den das dem des zur zum zu gelesen und verstanden stimme akzeptiere bestätige erkläre mich mit
            einverstanden willige ein in kenntnis genommen bin hiermit dass meiner meine meinen personenbezogenen
            personenbezogene personenbezogener persönlichen persönliche daten angaben im rahmen bewerbung
            bewerbungsprozess bewerbungsprozesses bewerbungsverfahren bewerbungsverfahrens für zwecke zweck zwecken diese
            dieser gemäß entsprechend laut unserer ihrer eurer oben genannten ja einwilligung zustimmung werden dürfen sowie
            von sie der elektronischen durch hier bewerberdaten bewerbungsdaten bewerbungsunterlagen ebenfalls
            """
    )

    private static let dutch = Wording(
        to: """
            privacyverklaring, privacybeleid, privacyvoorwaarden, privacyreglement, privacystatement, privacy statement, \
            algemene voorwaarden, voorwaarden, gebruiksvoorwaarden, verwerking, verwerken, verwerkt
            """,
        by: """
            ik heb de het gelezen en ga akkoord met geef toestemming voor van mijn persoonsgegevens gegevens persoonlijke
            accepteer verklaar begrijp begrepen dat worden mogen in kader sollicitatie deze uw onze ja hierbij stem toe tot
            """
    )

    private static let northern = [
        Wording(
            to: """
                integritetspolicy, integritetspolicyn, personuppgiftspolicy, personuppgiftspolicyn, villkor, villkoren, \
                användarvillkor, användarvillkoren, sekretesspolicy, sekretesspolicyn, dataskyddspolicyn, behandling, \
                behandlingen, behandlas, behandlar, hantering, hanteras, lagras
                """,
            by: """
                jag har läst och accepterar godkänner samtycker till av mina personuppgifter att den det er med enligt i
                samband min ansökan för rekrytering rekryteringen ja härmed bekräftar tagit del förstår ni
                """
        ),
        Wording(
            to: """
                privatlivspolitik, privatlivspolitikken, persondatapolitik, persondatapolitikken, betingelser, betingelserne, \
                vilkår, vilkårene, behandling, behandles, behandler, opbevaring, opbevares
                """,
            by: """
                jeg har læst og accepterer giver samtykke samtykker til at af mine personoplysninger oplysninger persondata
                data i med min ansøgning forbindelse er indforstået den det de jeres godkender bekræfter hermed ja for
                rekruttering må
                """
        ),
        Wording(
            to: """
                personvernerklæring, personvernerklæringen, personvern, vilkår, vilkårene, behandling, behandles, lagres, \
                lagring
                """,
            by: """
                jeg har lest og aksepterer godtar godkjenner samtykker til at av mine personopplysninger opplysninger i med
                min søknad søknaden forbindelse rekruttering ja bekrefter herved forstår kan den det deres
                """
        ),
        Wording(
            to: """
                tietosuojaseloste, tietosuojaselosteen, tietosuojaselosteeseen, tietosuojakäytäntö, tietosuojakäytännön, \
                käyttöehdot, ehdot, tietosuojaehdot, käsittelyyn, käsittelyn, käsitellään
                """,
            by: """
                olen lukenut ja hyväksyn suostun henkilötietojeni henkilötietojen tietojeni annan suostumukseni tutustunut
                mukaisesti ymmärrän että hakuprosessissa rekrytoinnissa minun vahvistan tähän
                """
        ),
    ]

    private static let romance = [
        Wording(
            to: """
                politique de confidentialité, politique de protection des données, conditions, \
                politique de protection des données personnelles, conditions générales, conditions d'utilisation, \
                conditions générales d'utilisation, mentions légales, charte de confidentialité, traitement, traitées, \
                collectées, conservées, enregistrées, soient utilisées
                """,
            by: """
                j'ai lu et j'accepte accepte je consens au à a la le les de des du mes données personnelles caractère
                personnel que soient dans cadre ma candidature recrutement processus pris connaissance en soumettant
                envoyant cochant cette case ce formulaire certifie déclare avoir pour conformément votre notre vos reconnais
                oui donne mon consentement autorise sont être suis d'accord avec compris ci dessus
                """
        ),
        Wording(
            to: """
                política de privacidad, política de protección de datos, términos y condiciones, términos, condiciones, \
                condiciones de uso, términos de uso, aviso de privacidad, aviso legal, tratamiento, procesamiento, \
                protección de datos, tratados, procesados, almacenamiento, almacenados
                """,
            by: """
                he leído y acepto la las los el de del mi mis datos personales autorizo consiento doy consentimiento para con
                fines selección proceso esta este candidatura solicitud que sean en al estoy acuerdo entiendo comprendo declaro
                confirmo haber su sus sí por marcar casilla enviar formulario a
                """
        ),
        Wording(
            to: """
                política de privacidade, termos de uso, termos e condições, termos, aviso de privacidade, tratamento, \
                condições, processamento, armazenamento
                """,
            by: """
                li e aceito concordo com a as o os de da do das dos meus minhas dados pessoais autorizo consinto declaro que
                estou ciente acordo para fins recrutamento seleção processo seletivo esta candidatura vaga entendi compreendo no
                na âmbito sim dou meu consentimento sua seu ao
                """
        ),
        Wording(
            to: """
                informativa sulla privacy, l'informativa sulla privacy, informativa privacy, l'informativa privacy, \
                informativa, l'informativa, trattamento, termini e condizioni, termini e le condizioni, condizioni, \
                condizioni d'uso, condizioni generali, privacy
                """,
            by: """
                ho letto e ed acconsento al accetto autorizzo il la lo i gli le dei miei mio dati personali dichiaro di aver
                avere preso visione compreso sensi ai del dell dell'art art regolamento ue eu gdpr d lgs 196 2003 2016 679 n per
                finalità selezione candidatura consenso esprimo do fini della presente con vostra nostra sulla sì
                """
        ),
    ]

    private static let slavic = [
        Wording(
            to: """
                przetwarzanie, polityka prywatności, politykę prywatności, polityką prywatności, polityki prywatności, \
                regulamin, regulaminu, regulaminem, klauzulą informacyjną, klauzulę informacyjną, rodo
                """,
            by: """
                wyrażam zgodę na moich danych osobowych w celu celach rekrutacji procesie procesu rekrutacyjnym rekrutacyjnych
                rekrutacyjnego do celów prowadzenia przeprowadzenia zapoznałem zapoznałam am łam się z i oraz akceptuję oświadczam że zgadzam przez potrzeb
                potrzeby dla tej niniejszym potwierdzam realizacji zgodnie aplikacji mojej przeczytałem przeczytałam
                niezbędnych
                """
        ),
        Wording(
            to: """
                zpracováním, zpracování, zásadami ochrany osobních údajů, zásady ochrany osobních údajů, \
                ochranou osobních údajů, obchodními podmínkami, podmínkami, podmínky
                """,
            by: """
                souhlasím se s svých mých osobních údajů a pro účely účelem za výběrového výběrové řízení seznámil seznámila
                jsem prohlašuji že přečetl přečetla uděluji souhlas potvrzuji náboru tohoto
                """
        ),
        Wording(
            to: """
                обработку, обработкой, политикой конфиденциальности, политику конфиденциальности, \
                политики конфиденциальности, пользовательским соглашением, пользовательского соглашения, условия, \
                условиями, условиями использования
                """,
            by: """
                я согласен согласна даю согласие на с моих своих персональных данных ознакомлен ознакомлена и принимаю
                прочитал прочитала подтверждаю в целях рассмотрения трудоустройства соответствии настоящим а
                """
        ),
        Wording(
            to: """
                обробку, обробкою, політикою конфіденційності, політику конфіденційності, умови, умовами
                """,
            by: """
                я погоджуюся погоджуюсь даю згоду згоден згодна на з із моїх своїх персональних даних ознайомлений
                ознайомлена та і й приймаю прочитав прочитала підтверджую
                """
        ),
    ]

    private static let eastern = [
        Wording(
            to: """
                kvkk, aydınlatma metnini, aydınlatma metni, gizlilik politikasını, gizlilik politikası, işlenmesini, \
                işlenmesine, işlenmesi, kullanım koşullarını, şartları, koşulları
                """,
            by: """
                okudum ve kabul ediyorum anladım onaylıyorum açık rıza veriyorum kişisel verilerimin verilerin metnini
                okuduğumu anladığımı beyan ederim kapsamında bu başvuru onay izin
                """
        ),
        Wording(
            to: "개인정보, 개인정보의, 개인정보처리방침, 개인정보처리방침에, 처리방침에, 이용약관, 이용약관에, 약관에",
            by: "수집 및 이용에 이용 수집과 처리에 처리 동의합니다 동의함 동의 위 본 필수 저는 내용에 확인하고"
        ),
        Wording(
            to: "سياسة الخصوصية, الشروط والأحكام, الشروط, معالجة بياناتي, معالجة بياناتي الشخصية",
            by: "أوافق وأوافق على لقد قرأت وقرأت أقر بأنني و الموافقة جميع"
        ),
    ]
}
