extension Agreement {
    /// What is agreed to, and the words of agreeing, in one language.
    struct Wording: Sendable {
        let objects: Set<String>
        let agreeing: Set<String>

        init(to objects: String, by agreeing: String) {
            self.objects = Set(Words.phrases(objects))
            self.agreeing = Set(agreeing.split(whereSeparator: \.isWhitespace).map { Words(String($0)).text })
                .union(Agreement.holders)
        }

        /// The words without the name of whom the data is given to: what is written as a name between other words, before
        /// what is done with the data or behind "by"; where nouns are written so as well, with its legal form.
        func withoutCompany(_ label: String) -> Words {
            let tokens = label.split(whereSeparator: \.isWhitespace).map(String.init)
            let words = tokens.map { Words($0).text }
            let isName = tokens.indices.map { tokens[$0].first?.isUppercase == true && $0 > 0 && !knows(words[$0]) }
            var kept: [String] = []
            var at = 0
            while at < tokens.count {
                let end = isName[at...].firstIndex(of: false) ?? tokens.count
                let isGiver =
                    end > at
                    && (at > 0 && Self.givers.contains(words[at - 1])
                        || end < tokens.count && objects.contains(words[end]))
                let isCompany = !capitalizesNouns || words[at..<end].contains(where: Self.legalForms.contains)
                if !(isGiver && isCompany) { kept += tokens[at..<max(end, at + 1)] }
                at = max(end, at + 1)
            }
            return Words(kept.joined(separator: " "))
        }

        /// Whether every noun begins with a capital, as in German.
        private var capitalizesNouns: Bool { agreeing.contains("ich") }

        private func knows(_ word: String) -> Bool { agreeing.contains(word) || objects.contains(word) }

        private static let givers: Set<String> = [
            "by", "durch", "von", "par", "por", "da", "di", "door", "van", "av", "af", "przez", "firmy", "spolecnosti",
            "att", "at", "que", "che", "dat", "dass", "die", "der",
        ]
        private static let legalForms: Set<String> = [
            "gmbh", "ag", "kg", "se", "ohg", "mbh", "ug", "ev", "gbr", "kgaa", "stiftung",
        ]

        func isAll(of words: Words) -> Bool { words.areMade(of: objects, beside: agreeing) }
    }

    /// Whether a label in another language than English agrees to the terms and to nothing else: in one language, so that
    /// no word of another widens what is agreed to.
    static func isMereAbroad(_ label: String, _ words: Words) -> Bool {
        guard mayAgree(label, words) else { return false }
        return tongues.contains { $0.isAll(of: words) || $0.isAll(of: $0.withoutCompany(label)) }
            || truths.contains { $0.isAll(of: words) } || isMereTogether(label) || isMereElided(label)
    }

    /// Whether a label has a word of anything that may be agreed to: most have none, and need not be read in every language.
    private static func mayAgree(_ label: String, _ words: Words) -> Bool {
        if !marks.isDisjoint(with: words.list) || label.unicodeScalars.contains(where: Tongue.isWrittenTogether) {
            return true
        }
        guard label.contains(where: { $0 == "'" || $0 == "’" }) else { return false }
        return !marks.isDisjoint(with: Words(label.replacing("'", with: " ").replacing("’", with: " ")).list)
    }

    private static let marks = Words.marks(of: (tongues + truths).flatMap(\.objects))

    /// The same with words that are written together before a vowel: "dell'informativa", "l'étude".
    private static func isMereElided(_ label: String) -> Bool {
        guard label.contains(where: { $0 == "'" || $0 == "’" }) else { return false }
        let spaced = label.replacing("'", with: " ").replacing("’", with: " ")
        let words = Words(list: Words(spaced).list.filter { !elided.contains($0) })
        return (tongues + truths).contains { $0.isAll(of: words) }
    }

    private static let elided: Set<String> = [
        "l", "d", "j", "c", "m", "n", "s", "qu", "dell", "all", "nell", "sull", "dall", "un",
    ]

    /// Whom the data is given to, where it is called by no name.
    static let holders = Set(
        Words.phrases(
            """
            council, trust, unternehmen, firma, arbeitgeber, stadt, gemeinde, universität, behörde, gemeente, organisatie, werkgever, \
            bedrijf, entreprise, société, mairie, employeur, collectivité, empresa, ayuntamiento, compañía, prefeitura, azienda, società, \
            comune, ente, titolare, kommunen, kommun, företaget, bolaget, myndigheten, arbetsgivaren, virksomheden, virksomheten, firmaet, \
            selskapet, bedriften, arbeidsgiver, yritys, kunta, firmę, urząd, urzędu, pracodawcę, pracodawca, administratora, společnost, \
            společností, úřad, úřadem, компания, компанией, компанії, şirket, şirketiniz
            """
        )
    )

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

    /// "Everything that I have entered is true", with nothing about what it is.
    private static let truths = [
        Wording(
            to:
                "richtig, vollständig, wahrheitsgemäß, wahrheitsgetreu, korrekt, wahr, zutreffend, richtigkeit, vollständigkeit",
            by: """
                ich versichere bestätige erkläre hiermit dass die meine von mir gemachten angaben und sind der alle nach bestem
                wissen gewissen gemacht habe oben gemachte in diesem formular dieser bewerbung meiner
                """
        ),
        Wording(
            to:
                "exactes, exacts, exact, vrais, vraies, sincères, complètes, complets, exactitude, véridiques, véracité",
            by: """
                je certifie déclare atteste confirme que les informations renseignements données fournis fournies ci dessus sont et
                par moi sur l'honneur l des de ce formulaire dans cette candidature ma mes
                """
        ),
        Wording(
            to:
                "verídica, verdadera, verdaderos, correcta, correctos, veraces, ciertos, cierta, exacta, exactos, completa, veraz",
            by: """
                declaro certifico confirmo que la los las información datos proporcionada proporcionados facilitados son es y aquí en
                esta este solicitud formulario bajo juramento protesta de decir verdad mis todos todas
                """
        ),
        Wording(
            to: "verdadeiras, verdadeiros, corretas, corretos, verídicas, exatas, completas, verdadeira, correta",
            by: """
                declaro certifico confirmo que as os informações dados prestadas fornecidas fornecidos são e acima neste nesta
                formulário candidatura todas todos minhas meus
                """
        ),
        Wording(
            to: "veritiere, veritieri, vere, veri, corrette, corretti, complete, completi, esatte, esatti, veridicità",
            by: """
                dichiaro certifico confermo che le i informazioni dati forniti fornite inseriti inserite sono e sopra da me sotto la mia
                responsabilità in questo modulo tutte tutti
                """
        ),
        Wording(
            to: "juist, volledig, correct, waarheid, waar",
            by: """
                ik verklaar bevestig hierbij dat de alle mijn gegevens informatie ingevulde verstrekte door mij zijn is en naar in dit
                formulier deze sollicitatie te hebben heb ingevuld ingevoerd
                """
        ),
        Wording(
            to: "prawdziwe, prawdą, kompletne, poprawne, zgodne, prawdziwość",
            by: """
                oświadczam potwierdzam że podane przeze mnie dane informacje są i z wszystkie powyższe w formularzu aplikacji moje
                """
        ),
        Wording(
            to:
                "riktiga, korrekta, sanna, riktig, sande, korrekte, rigtige, riktige, sanne, fullständiga, fuldstændige, fullstendige",
            by: """
                jag jeg intygar bekräftar försäkrar bekræfter erklærer bekrefter erklærer härmed hermed herved att at de alla alle uppgifter
                uppgifterna oplysninger oplysningerne opplysninger opplysningene jag jeg har lämnat afgivet gitt är er och og ovan min mine
                mina i
                """
        ),
        Wording(
            to: "pravdivé, úplné, správné, pravdivost",
            by:
                "prohlašuji potvrzuji že uvedené údaje informace jsou a mnou všechny v tomto formuláři jsem uvedl uvedla"
        ),
        Wording(
            to: "достоверны, верны, достоверность, правдивы, корректны, достоверна",
            by:
                "я подтверждаю заявляю что указанные мной все данные сведения информация предоставленные являются и в анкете полны"
        ),
        Wording(
            to: """
                oikeiksi, oikeita, oikein, totuudenmukaisia, totuudenmukaisiksi, todenmukaisia, paikkansapitäviä, \
                paikkansapitäviksi
                """,
            by: """
                vakuutan vahvistan ilmoitan antamani ilmoittamani tiedot ovat että ja kaikki hakemuksessani hakemuksessa tässä
                olevat täydellisiä minun tietoni edellä lomakkeella annetut
                """
        ),
        Wording(
            to: "doğru, doğrudur, eksiksiz, eksiksizdir, doğruluğunu",
            by: "verdiğim bilgilerin tüm ve olduğunu beyan ederim kabul onaylıyorum yukarıdaki bu formdaki"
        ),
    ]

    private static let german = Wording(
        to: """
            datenschutzerklärung, datenschutzerklärungen, datenschutzhinweise, datenschutzhinweisen, datenschutzbestimmungen, \
            datenschutzrichtlinie, datenschutzrichtlinien, datenschutzinformation, datenschutzinformationen, datenschutz, \
            nutzungsbedingungen, teilnahmebedingungen, agb, allgemeinen geschäftsbedingungen, bedingungen, verarbeitung, \
            speicherung, erhebung, datenverarbeitung, datenspeicherung, verarbeitet, gespeichert, speichert, aufbewahrt
            """,
        by: """
            ich habe die der den das dem des zur zum zu gelesen und verstanden stimme akzeptiere bestätige erkläre mich mit
            einverstanden willige ein in kenntnis genommen bin hiermit dass meiner meine meinen personenbezogenen
            personenbezogene personenbezogener persönlichen persönliche daten angaben im rahmen bewerbung
            bewerbungsprozess bewerbungsprozesses bewerbungsverfahren bewerbungsverfahrens für zwecke zweck zwecken diese
            dieser gemäß entsprechend laut unserer ihrer eurer oben genannten ja einwilligung zustimmung werden dürfen sowie
            von sie der elektronischen durch hier bewerberdaten bewerbungsdaten bewerbungsunterlagen ebenfalls
            bearbeitung durchführung prüfung abwicklung auswahlverfahren auswahlverfahrens auswahlprozess
            auswahlprozesses stelle stellenbesetzung besetzung ausgeschriebenen ausgeschriebene vorliegenden
            angegebenen übermittelten hochgeladenen eingegebenen unterlagen lebenslauf einschließlich wie darin
            dort beschrieben beschriebenen nachfolgenden folgenden nachfolgend an auf es erteile gebe unsere
            unseren ihre eure hinweise zu bewerbungszwecken bewerbungszweck ausschließlich nur
            bewerbungsbearbeitung meines
            """
    )

    private static let dutch = Wording(
        to: """
            privacyverklaring, privacybeleid, privacyvoorwaarden, privacyreglement, privacystatement, privacy statement, \
            algemene voorwaarden, voorwaarden, gebruiksvoorwaarden, verwerking, verwerken, verwerkt, bewaart, bewaard, opslaat, opgeslagen
            """,
        by: """
            ik heb de het gelezen en ga akkoord met geef toestemming voor van mijn persoonsgegevens gegevens persoonlijke
            accepteer verklaar begrijp begrepen dat worden mogen in kader sollicitatie deze uw onze ja hierbij stem toe tot
            sollicitatieprocedure procedure werving selectie wervingsproces behandelen behandeling ten behoeve
            doel doeleinden vacature is kennis genomen mij zoals beschreven conform volgens dit formulier bij op
            door voorgaande bovenstaande
            """
    )

    private static let northern = [
        Wording(
            to: """
                integritetspolicy, integritetspolicyn, personuppgiftspolicy, personuppgiftspolicyn, villkor, villkoren, \
                användarvillkor, användarvillkoren, sekretesspolicy, sekretesspolicyn, dataskyddspolicyn, behandling, \
                behandlingen, behandlas, behandlar, hantering, hanteras, lagras, lagrar, sparar, sparas, hanterar
                """,
            by: """
                jag har läst och accepterar godkänner samtycker till av mina personuppgifter att den det er med enligt i
                samband min ansökan ansökningen uppgifter för rekrytering rekryteringen ja härmed bekräftar tagit del förstår ni dem
                detta denna dessa ansökningsprocessen rekryteringsprocessen rekryteringsändamål syfte information om
                hur mitt samtycke ger ge på så ovan tjänsten
                dessa
                """
        ),
        Wording(
            to: """
                privatlivspolitik, privatlivspolitikken, persondatapolitik, persondatapolitikken, betingelser, betingelserne, \
                vilkår, vilkårene, behandling, behandles, behandler, opbevaring, opbevares, opbevarer, gemmer, gemmes
                """,
            by: """
                jeg har læst og accepterer giver samtykke samtykker til at af mine personoplysninger oplysninger persondata
                data i med min ansøgning ansøgningen forbindelse er indforstået den det de jeres godkender bekræfter hermed ja for
                denne dette stillingen rekrutteringen rekrutteringsprocessen ansættelsesprocessen
                ansøgningsprocessen formål formålet mit også om hvordan ovenstående og
                rekruttering må dem disse
                """
        ),
        Wording(
            to: """
                personvernerklæring, personvernerklæringen, personvern, vilkår, vilkårene, behandling, behandles, lagres, \
                lagring, behandler, lagrer, oppbevarer
                """,
            by: """
                jeg har lest og aksepterer godtar godkjenner samtykker til at av mine personopplysninger opplysninger i med
                min søknad søknaden forbindelse rekruttering ja bekrefter herved forstår kan den det deres dem disse
                denne dette stillingen rekrutteringen rekrutteringsprosessen ansettelsesprosessen søknadsprosessen
                formål formålet mitt samtykke gir om hvordan ovenfor for er inneforstått
                """
        ),
        Wording(
            to: """
                tietosuojaseloste, tietosuojaselosteen, tietosuojaselosteeseen, tietosuojakäytäntö, tietosuojakäytännön, \
                käyttöehdot, ehdot, tietosuojaehdot, käsittelyyn, käsittelyn, käsitellään, käsittelee, tallentaa
                """,
            by: """
                olen lukenut ja hyväksyn suostun henkilötietojeni henkilötietojen tietojeni annan suostumukseni tutustunut
                mukaisesti ymmärrän että hakuprosessissa rekrytoinnissa minun vahvistan tähän
                rekrytointia varten rekrytointiprosessissa rekrytointiprosessia rekrytointiprosessin
                rekrytointitarkoituksessa rekrytointiin tässä tämän hakemukseni hakemuksen hakuprosessia
                hakuprosessin haun yhteydessä liittyen käsitellä saa antamieni annan luvan tutustun työnhakijoiden
                """
        ),
    ]

    private static let romance = [
        Wording(
            to: """
                politique de confidentialité, politique de protection des données, conditions, \
                politique de protection des données personnelles, conditions générales, conditions d'utilisation, \
                conditions générales d'utilisation, mentions légales, charte de confidentialité, traitement, traitées, \
                collectées, conservées, enregistrées, soient utilisées, traite, conserve, enregistre, traiter, conserver, conservation, enregistrement
                """,
            by: """
                j'ai lu et j'accepte accepte je consens au à a la le les de des du mes données personnelles caractère
                personnel que soient dans cadre ma candidature recrutement processus pris connaissance en soumettant
                envoyant cochant cette case ce formulaire certifie déclare avoir pour conformément votre notre vos reconnais
                oui donne mon consentement autorise sont être suis d'accord avec compris ci dessus rgpd étude examen gestion suivi
                recrutements postulant afin présente cette offre poste informations renseignements fournies
                transmises communiquées fins uniquement seules exclusivement l conformément à en qu que qui sur plus
                instruction procédure besoins
                analyse évaluation l'étude l'examen l'analyse l'évaluation
                """
        ),
        Wording(
            to: """
                política de privacidad, política de protección de datos, términos y condiciones, términos, condiciones, \
                condiciones de uso, términos de uso, aviso de privacidad, aviso legal, tratamiento, procesamiento, \
                protección de datos, tratados, procesados, almacenamiento, almacenados, almacenen, procesen, traten, almacene, procese, trate
                """,
            by: """
                he leído y acepto la las los el de del mi mis datos personales autorizo consiento doy consentimiento para con
                fines selección proceso esta este se candidatura solicitud que sean en al estoy acuerdo entiendo comprendo declaro
                confirmo haber su sus sí por marcar casilla enviar formulario a
                nuestra nuestro vuestra sobre una reclutamiento gestión gestionar tramitar tramitación únicamente
                exclusivamente finalidad presente oferta vacante puesto empleo aportados facilitados conforme según
                informado informada información relativa ha sido han autorización expreso mi curriculum currículum
                cv
                """
        ),
        Wording(
            to: """
                política de privacidade, termos de uso, termos e condições, termos, aviso de privacidade, tratamento, \
                condições, processamento, armazenamento, armazene, processe, trate, armazenem, processem, tratem, armazenados, tratados
                """,
            by: """
                li e aceito concordo com a as o os de da do das dos meus minhas dados pessoais autorizo consinto declaro que
                estou ciente acordo para fins recrutamento seleção processo seletivo esta candidatura vaga entendi compreendo no
                na âmbito sim dou meu consentimento sua seu ao
                nossa nosso sobre deste desta neste nesta finalidade recrutamentos gestão análise avaliação
                candidaturas oferta exclusivamente apenas informações fornecidas fornecidos pessoal termos lei lgpd
                rgpd autorização política tratados pela pelo tomei conhecimento
                """
        ),
        Wording(
            to: """
                informativa sulla privacy, l'informativa sulla privacy, informativa privacy, l'informativa privacy, \
                informativa, l'informativa, trattamento, termini e condizioni, termini e le condizioni, condizioni, \
                condizioni d'uso, condizioni generali, privacy, tratti, conservi, trattati, conservati, conservazione
                """,
            by: """
                ho letto e ed acconsento al accetto autorizzo il la lo i gli le dei miei mio dati personali dichiaro di aver
                avere preso visione compreso sensi ai del dell dell'art art regolamento ue eu gdpr d lgs 196 2003 2016 679 n per
                finalità selezione candidatura consenso esprimo do fini della presente con vostra nostra sulla sì
                questa questo processo reclutamento gestione valutazione esclusivamente annuncio posizione offerta
                lavoro fornito forniti presto rilascio mio miei suo regolamento relativa relativo mi è stata letta
                le sul alla
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
                niezbędnych na aplikowane stanowisko zgoda danych procesie rekrutacji
                niniejszej niniejszego niniejszą tym tego tej tę obecnej obecnego bieżącej bieżącego zawartych
                podanych dokumentach aplikacyjnych formularzu ofercie pracy mojego moje moją cv kandydata
                administratora przebiegu toku ramach trakcie udziału wyłącznie rozpatrzenia zgłoszenia treścią treść
                informacji informację dotyczącą dotyczącej o w ze zgodnie przetwarzania
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
                této tímto výběrovém řízeních přihlášky přihlášce pozici pozice mé moje zpracováním zpracování k v
                na účelům náborovém procesu beru vědomí informace o svůj
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
                моей этой данной вакансии вакансию заявки заявку анкеты анкете отклика рамках подбора персонала
                отбора процессе рассмотрении резюме хранение сбор нижеуказанных указанных выше мной мною что мою мое
                с условиями для по
                """
        ),
        Wording(
            to: """
                обробку, обробкою, політикою конфіденційності, політику конфіденційності, умови, умовами
                """,
            by: """
                я погоджуюся погоджуюсь даю згоду згоден згодна на з із моїх своїх персональних даних ознайомлений
                ознайомлена та і й приймаю прочитав прочитала підтверджую
                моєї цієї даної вакансії вакансію заявки анкети рамках підбору персоналу відбору процесі розгляду
                резюме метою мету для в у що надаю мою моє умовами надання
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
                başvurum başvurumun işe alım sürecinde süreci sürecinin değerlendirilmesi için amacıyla ile ilgili
                verilerimi kişisel aydınlatma metninde belirtilen
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
