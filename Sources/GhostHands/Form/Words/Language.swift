/// The languages that people speak, by their names in several of them.
enum Language {
    /// The languages that words name, by the two letters of ISO 639.
    static func all(in words: Words) -> Set<String> { Set(names.filter { words.containsAny($0.1) }.map(\.0)) }

    /// The same with the words that name each.
    static func named(in words: Words) -> [(code: String, words: Set<String>)] {
        let found = words.list.compactMap { word in byName[word].map { (code: $0, word: word) } }
        return Dictionary(grouping: found, by: \.code).map { ($0.key, Set($0.value.map(\.word))) }
    }

    /// Whether two texts are nothing but names of one language.
    static func areSame(_ left: String, _ right: String) -> Bool {
        guard let code = byName[Words(left).text] else { return false }
        return code == byName[Words(right).text]
    }

    private static let byName = Dictionary(
        names.flatMap { code, names in names.map { ($0, code) } },
        uniquingKeysWith: { first, _ in first }
    )

    private static let names: [(String, [String])] = table.pieces(between: "\n").map { line in
        (String(line.prefix(2)), Words.phrases(String(line.dropFirst(3))))
    }

    private static let table = """
        en: english, englisch, anglais, ingles, englischkenntnisse, inglese, engels, engelska, engelsk, englanti, \
        angielski, anglictina, anglicky, anglictine, ingilizce, английский, английским, англійська, angol, engleza, \
        αγγλικα, 英語, 英语, 영어
        de: german, deutsch, allemand, aleman, deutschkenntnisse, tedesco, duits, tyska, tysk, saksa, niemiecki, \
        nemcina, nemecky, almanca, немецкий, німецька, nemet, germana, γερμανικα, ドイツ語, 德语, 독일어
        fr: french, franzosisch, francais, frances, francese, frans, franska, fransk, ranska, francuski, \
        francouzstina, francouzsky, fransizca, французский, французька, francia, franceza, γαλλικα, フランス語, 法语, 프랑스어
        es: spanish, spanisch, espagnol, espanol, spagnolo, espanhol, spaans, spanska, spansk, espanja, hiszpanski, \
        spanelstina, spanelsky, ispanyolca, испанский, іспанська, spanyol, spaniola, ισπανικα, スペイン語, 西班牙语, 스페인어, \
        castellano
        it: italian, italienisch, italien, italiano, italiaans, italienska, italiensk, italia, wloski, italstina, \
        italyanca, итальянский, італійська, olasz, italiana, ιταλικα, イタリア語, 意大利语, 이탈리아어
        pt: portuguese, portugiesisch, portugais, portugues, portoghese, portugees, portugisiska, portugisisk, \
        portugalski, portekizce, португальский, ポルトガル語, 葡萄牙语
        nl: dutch, niederlandisch, neerlandais, holandes, olandese, nederlands, nederlandska, holenderski, \
        niderlandzki, felemenkce, нидерландский, オランダ語
        pl: polish, polnisch, polonais, polaco, polacco, pools, polska, polsk, puola, polski, polstina, lehce, \
        польский, польська, lengyel
        sv: swedish, schwedisch, suedois, sueco, svedese, zweeds, svenska, svensk, ruotsi, szwedzki, isvecce, шведский
        da: danish, danisch, danois, danes, deens, danska, dansk, tanska, dunski
        no: norwegian, norwegisch, norvegien, noruego, noors, norska, norsk, norja, norweski
        fi: finnish, finnisch, finnois, finlandes, fins, finska, finsk, suomi, finski
        cs: czech, tschechisch, tcheque, checo, ceco, tsjechisch, cestina, cesky, czeski
        ru: russian, russisch, russe, ruso, russo, ryska, russisk, venaja, rosyjski, rustina, rusky, rusca, русский, \
        русским, російська, orosz, ρωσικα, ロシア語, 俄语, 러시아어
        uk: ukrainian, ukrainisch, ukrainien, ucraniano, ukrainski, ukrajinstina, украинский, українська
        ja: japanese, japanisch, japonais, japones, giapponese, japans, japanska, japansk, japani, japonski, japonca, \
        японский, 日本語, 日语, 일본어
        zh: chinese, mandarin, cantonese, chinesisch, chinois, chino, cinese, chinees, kinesiska, kinesisk, chinski, \
        cince, китайский, 中国語, 中文, 汉语, 普通话, 중국어
        ko: korean, koreanisch, coreen, coreano, koreaans, koreanska, koreanski, корейский, 韓国語, 韩语, 한국어
        ar: arabic, arabisch, arabe, arabo, arabiska, arabisk, arabia, arabski, arapca, арабский, アラビア語, 阿拉伯语, العربية
        hi: hindi
        tr: turkish, turkisch, turc, turco, turks, turkiska, tyrkisk, turecki, turkce, турецкий, トルコ語
        he: hebrew, hebraisch, hebreu, hebreo, עברית
        hu: hungarian, ungarisch, hongrois, hungaro, magyar, wegierski
        el: greek, griechisch, grec, griego, greco, grieks, grekiska, ελληνικα
        eu: basque, euskera, euskara, vasco
        ca: catalan, catala
        ro: romanian, rumanisch, roumain, rumano, romana
        """
}
