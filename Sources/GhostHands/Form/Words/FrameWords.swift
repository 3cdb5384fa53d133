/// Words that a question is made with in any language, and that say nothing of what is asked: "Which … do you speak?",
/// "Please state your …".
///
/// None of them denies, sets a condition, or names another time or another person: "not", "if", "previous" and "other" make
/// another question of the same words.
enum FrameWords {
    /// Whether a word is only of the frame.
    ///
    /// - Parameter word: as ``Words`` has it.
    static func contains(_ word: String) -> Bool { all.contains(word) }

    /// What a question asks: what something is, by the words that say so, or whether it is so; else it only names something.
    struct Kind: Hashable {
        let asking: Set<String>
        let isWhether: Bool

        /// Whether an answer to the one may answer the other: neither asks what where the other asks whether, nor another
        /// thing of it ("how", "why").
        func isLike(_ other: Kind) -> Bool {
            if isNamed || other.isNamed {
                let asked = asking.union(other.asking)
                return asked.isDisjoint(with: FrameWords.askingMore)
            }
            return isWhether == other.isWhether && (isWhether || !asking.isDisjoint(with: other.asking))
        }

        private var isNamed: Bool { asking.isEmpty && !isWhether }
    }

    /// What asks for something about a thing that a name alone does not mean: the reason, the place, the person, the day.
    fileprivate static let askingMore = Set(
        Words.phrases(
            """
            why, when, where, who, whom, warum, weshalb, wann, wo, waarom, wanneer, waar, varfor, nar, var, hvorfor, hvornar, hvor, miksi, \
            milloin, missa, pourquoi, quand, cuando, donde, quando, onde, dove, perche, cand, unde, dlaczego, kiedy, gdzie, kdy, kde, proc, \
            preco, когда, где, почему, коли, де, чому, nerede, neden, mikor, hol, miert, ποτε, γιατι, מתי, איפה, למה, متى, أين, لماذا, kada, gdje
            """
        )
    )

    /// What a label asks.
    static func kind(_ label: String) -> Kind {
        let words = Words(label).list
        let found = Set(words).intersection(asking).union(askingWithin.filter { label.holds($0) })
        if !found.isEmpty { return Kind(asking: found, isWhether: false) }
        let opens = words.first.map(opening.contains) ?? false
        return Kind(asking: [], isWhether: opens || label.contains { "?？؟".contains($0) })
    }

    private static let opening: Set<String> = [
        "are", "is", "do", "does", "did", "have", "has", "had", "will", "would", "can", "could", "may", "were", "was",
    ]
    private static let asking = Set(
        Words.phrases(
            """
            what, whats, which, how, when, where, who, whom, why, welche, welcher, welches, welchen, wie, wieviel, was, wann, wo, \
            warum, weshalb, welk, welke, hoe, hoeveel, wat, wanneer, waar, waarom, vilka, vilken, vilket, hur, vad, nar, var, varfor, \
            hvilke, hvilken, hvilket, hvor, hva, hvad, hvornar, hvorfor, mika, mitka, mita, montako, kuinka, milloin, missa, miksi, \
            quel, quelle, quels, quelles, combien, comment, quand, pourquoi, que, quoi, cual, cuales, cuanto, cuantos, cuanta, cuantas, \
            como, cuando, donde, qual, quais, quanto, quantos, quanta, quantas, quando, onde, porque, quale, quali, quanti, quante, \
            dove, perche, care, cati, cate, cand, unde, jaki, jaka, jakie, jakim, jakimi, ile, kiedy, gdzie, dlaczego, jaky, jake, jakou, \
            kolik, kdy, kde, proc, aky, ake, kolko, preco, какой, какая, какое, какие, каким, сколько, когда, где, как, почему, який, \
            яка, яке, які, скільки, коли, де, чому, hangi, hangisi, kac, nedir, nasil, nerede, neden, milyen, melyik, hany, mennyi, \
            mikor, hol, miert, ποια, ποιο, ποιος, ποσα, ποσο, ποτε, γιατι, איזה, אילו, כמה, מתי, איפה, למה, ما, كم, متى, اين, أين, لماذا, \
            koji, koja, koje, koliko, kada, gdje
            """
        )
    )
    private static let askingWithin = [
        "何", "どの", "いつ", "どこ", "どちら", "どんな", "なぜ", "什么", "什麼", "哪", "多少", "几", "幾", "为什么", "무엇", "어떤", "언제", "어디", "몇",
        "얼마", "어느",
    ]

    /// Whether a word asks what somebody would like, which need not be what is: the city of a wish is no address.
    static func wishes(_ word: String) -> Bool { wishing.contains { word.hasPrefix($0) } }

    private static let wishing = [
        "prefer", "prefier", "wish", "want", "like", "desir", "dese", "desej", "desider", "interest", "interess",
        "gewunsch",
        "wunsch", "mocht", "bevorzug", "gewens", "voorkeur", "wil", "onsk", "vill", "foretr", "halua", "toiv",
        "souhait",
        "voul", "quier", "quer", "gostar", "vuoi", "vorrest", "chce", "chcia", "preferow", "oczekiw", "zad", "pozad",
        "хот",
        "хоч", "желаем", "предпоч", "бажан", "tercih", "istiyor", "isters", "szeret", "kivan", "θελ", "προτιμ", "希望",
        "期望",
        "희망", "doreste", "dorit", "dori",
    ]

    /// A question without the verb that it begins with: "Please state your …", "List your …".
    static func unopened(_ list: [String]) -> ArraySlice<String> {
        let bare = list.drop { $0 == "please" || $0 == "kindly" }
        let isTold = bare.count < list.count || ["your", "the", "all", "any"].contains(bare.dropFirst().first ?? "")
        let verbs: Set = ["state", "list", "name", "type", "enter", "number", "select", "choose", "write"]
        return isTold && verbs.contains(bare.first ?? "") ? bare.dropFirst() : list[...]
    }

    /// Whether two words are one but for their endings: "idiomas" and "idioma", "hakemuksen" and "hakemuksesi".
    ///
    /// - Parameters:
    ///   - left: as ``Words`` has it.
    ///   - right: the same.
    static func areOne(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        let same = zip(left, right).prefix { $0 == $1 }.count
        let (shorter, longer) = (min(left.count, right.count), max(left.count, right.count))
        guard same >= 4, !left.contains(where: \.isNumber), !right.contains(where: \.isNumber) else { return false }
        let end = longer - same
        return end <= 1 || end <= 2 && shorter >= 5 || end <= 3 && same >= 6
    }

    /// All of them.
    static var words: Set<String> { all }

    /// What denies is of no frame, whatever it means in another language.
    private static let all = Set(Words.phrases(english + germanic + romance + slavic + further)).subtracting(
        Words.denying
    )

    private static let english = """
        hello, hi, hey, welcome, called, what, which, how, many, much, when, where, whats, do, does, did, you, \
        your, yours, yourself, are, is, am, be, been, have, has, had, got, of, to, in, for, at, on, by, with, as, \
        the, a, an, and, or, any, this, that, these, those, it, i, me, my, would, will, can, could, should, may, \
        please, kindly, enter, provide, specify, indicate, give, tell, describe, select, choose, pick, mention, \
        fill, write, say, share, explain, let, know, speak, want, wish, prefer, preferred, preference, like, \
        currently, own, claim, claiming, spoken, interested, interest, interests, some, all, following, apply, \
        applicable, required, optional, below, here, about, there, possess, hold, valid, personal, private, \
        eigen, eigene, eigenen, eigener, eigenes, eigenem, privates, privaten, egen, eget, egna, egne, oma, oman, \
        propre, personnel, personnelle, propio, propia, particular, proprio, propria, personale, pessoal, \
        wlasny, wlasna, wlasne, wlasnego, wlasnym, vlastni, sajat, kendi, собственный, собственная, собственное, \
        собственного, личный, личная, личное, личного, свой, свое, власний, власна, власне, власним, власного,
        """

    private static let germanic = """
        hallo, heisst, heissen, hedder, heter, hej, hei, heet, heten, \
        welche, welcher, welches, welchen, wie, viel, viele, was, wann, wo, wofur, haben, sie, hast, du, ihr, ihre, ihren, ihrer, ihrem, \
        dein, deine, deinen, ist, sind, sein, bist, bitte, der, die, das, den, dem, des, ein, eine, einen, einer, einem, und, oder, fur, in, im, \
        zu, zum, zur, mit, von, vom, auf, an, am, bei, als, es, ich, mein, meine, wir, uns, geben, an, angeben, nennen, \
        beschreiben, wahlen, auswahlen, mochten, mochtest, mochte, wurden, konnen, kannst, sprechen, sprichst, beherrschen, \
        gultig, gultige, gultigen, gultiger, gultiges, geldig, geldige, giltig, giltigt, giltiga, gyldig, gyldigt, gyldige, voimassa, \
        verfugen, verfugst, uber, besitzen, interessiert, interessieren, interessierst, bevorzugt, bevorzugen, wunschen, gewunscht, gewunschte, gewunschter, anzahl, aktuell, derzeit, \
        welk, welke, hoe, hoeveel, veel, wat, wanneer, waar, heb, hebt, heeft, je, jij, jouw, uw, u, ben, bent, de, het, een, en, of, \
        voor, op, te, om, met, van, bij, wil, wilt, zou, kun, kunt, spreek, spreekt, geef, vul, kies, noem, aantal, gewenste, gewenst, \
        vilka, vilken, vilket, hur, manga, mycket, vad, nar, var, har, ar, din, ditt, dina, ni, er, ert, den, det, ett, och, eller, \
        for, med, av, pa, i, vill, kan, talar, pratar, ange, skriv, valj, beskriv, antal, onskad, onskat, \
        hvilke, hvilken, hvilket, hvor, mange, meget, hva, hvad, nar, hvornar, har, er, du, din, ditt, dine, en, et, og, eller, av, \
        til, pa, vil, kan, snakker, taler, oppgi, angi, velg, vaelg, skriv, onsket, \
        mika, mitka, mita, montako, kuinka, paljon, milloin, missa, onko, sinulla, sinun, olet, oletko, ja, tai, haluat, haluaisit, \
        puhut, osaat, ilmoita, kerro, valitse, kirjoita
        """ + ", "

    private static let romance = """
        bonjour, hola, ola, ciao, appelles, appelez, llamas, llama, chama, chamas, chiami, chiama, \
        quel, quelle, quels, quelles, combien, comment, quand, ou, que, quoi, avez, avoir, as, tu, vous, votre, vos, ton, ta, tes, \
        est, sont, etes, es, le, la, les, l, un, une, des, du, de, d, et, pour, dans, en, au, aux, a, sur, avec, par, je, mon, ma, mes, \
        nous, notre, veuillez, indiquer, indiquez, preciser, precisez, donner, donnez, decrire, decrivez, choisir, choisissez, \
        interessent, interesse, interesser, souhaitez, souhaites, souhaite, souhaitee, voulez, voudriez, pouvez, pourriez, parlez, parles, maitrisez, disposez, \
        valide, valable, valables, valides, valido, valida, validos, validas, vigente, vigentes, \
        possedez, prefere, preferez, actuellement, y, il, \
        cual, cuales, cuanto, cuantos, cuanta, cuantas, como, cuando, donde, que, tiene, tienes, usted, su, sus, tu, tus, es, son, esta, \
        el, los, las, lo, una, unos, del, al, e, o, para, por, con, se, mi, por favor, favor, indique, indica, indicar, especifique, \
        seleccione, selecciona, elija, elige, describa, describe, escriba, interesa, interesan, desea, deseas, deseado, deseada, quiere, quieres, \
        puede, puedes, habla, hablas, domina, dominas, cuenta, cuentas, prefiere, prefieres, actualmente, hay, \
        qual, quais, quanto, quantos, quanta, quantas, quando, onde, tem, possui, voce, seu, sua, seus, suas, teu, o, os, as, um, uma, \
        do, da, dos, das, no, na, nos, nas, ao, com, em, informe, informar, selecione, escolha, descreva, interessa, interessam, deseja, \
        desejado, desejada, quer, gostaria, pode, fala, domina, prefere, atualmente, \
        quale, quali, quanti, quante, dove, hai, ha, lei, suo, tuo, tua, tuoi, tue, i, gli, il, uno, del, della, dei, delle, degli, nel, \
        nella, di, da, per, con, su, indica, indichi, indicare, specifica, specificare, seleziona, selezionare, scegli, \
        descrivi, desideri, desidera, desiderato, desiderata, vuoi, vorresti, puoi, parli, parla, conosci, possiedi, possiede, \
        preferisci, preferito, attualmente, \
        ce, care, cati, cate, cum, cand, unde, ai, aveti, dvs, dumneavoastra, tau, ta, sau, si, va, rugam, selectati, indicati, alegeti, \
        vorbesti, vorbiti, doriti, doresti
        """ + ", "

    private static let slavic = """
        czesc, ahoj, dobry, den, dzien, здравствуйте, привет, вітаємо, зовут, звати, nazywasz, jaki, jaka, jakie, jakich, jakim, jaką, ile, kiedy, gdzie, czym, posiadasz, posiada, masz, ma, pan, pani, pana, twoj, twoja, twoje, \
        wazne, wazny, wazna, platny, platne, platna, действующий, действующие, действующее, действительные, чинне, чинний, чинні, \
        jest, sa, i, lub, w, we, z, ze, do, na, o, od, dla, po, prosze, podaj, podac, wpisz, wybierz, wskaz, opisz, okresl, chcesz, \
        chcialbys, chcialabys, mozesz, mowisz, znasz, wladasz, liczba, preferowany, preferowana, preferowane, oczekiwany, \
        oczekiwane, obecnie, jakimi, ktore, ktory, ktora, \
        jaky, jake, jakou, kolik, kdy, kde, mate, mas, vas, vase, vasi, tvuj, tvoje, je, jsou, a, nebo, v, ve, s, se, k, pro, prosim, uvedte, \
        zadejte, vyberte, popiste, chcete, muzete, mluvite, ovladate, umite, pocet, preferovany, aky, ake, aku, kolko, ktory, ktore, \
        vyplnte, hovorite, \
        какой, какая, какое, какие, каким, какими, каких, сколько, когда, где, как, у, вас, есть, вы, ваш, ваша, ваше, ваши, ты, твой, \
        и, или, в, во, на, о, об, с, со, для, по, от, пожалуйста, укажите, введите, выберите, опишите, напишите, хотите, хотели, бы, \
        можете, владеете, говорите, знаете, имеете, имеется, ли, желаемый, желаемая, желаемое, предпочитаемый, количество, сейчас, \
        яка, який, яке, які, якими, якою, скільки, коли, де, як, є, ви, ваш, ваша, ваше, ваші, та, або, у, з, із, для, від, до, \
        будь ласка, вкажіть, введіть, оберіть, виберіть, опишіть, хочете, хотіли, можете, володієте, розмовляєте, маєте, чи, бажаний, \
        бажана, бажане, кількість, зараз, \
        koji, koja, koje, koliko, kada, gdje, imate, vas, vasa, vase, molimo, navedite, odaberite, zelite
        """ + ", "

    private static let further = """
        merhaba, szia, udvozoljuk, γεια, שלום, مرحبا, xin, chao, hangi, hangisi, kac, ne, nedir, nasil, zaman, nerede, var, mi, mu, sahip, misiniz, musunuz, siz, sizin, ve, veya, ile, icin, \
        gecerli, سارية, ساري, سارٍ, 有効な, 有效, 유효한, \
        lutfen, belirtin, belirtiniz, girin, giriniz, secin, seciniz, yazin, yaziniz, istiyorsunuz, istersiniz, konusuyorsunuz, \
        biliyorsunuz, sayisi, tercih, ettiginiz, olarak, \
        milyen, melyik, hany, mennyi, mikor, hol, mi, on, onnek, te, neked, van, rendelkezik, rendelkezel, a, az, egy, es, vagy, kerjuk, \
        adja, meg, add, irja, valassza, ki, valaszd, szeretne, szeretnel, beszel, beszelsz, \
        ποια, ποιο, ποιος, ποιες, ποσα, ποσο, ποτε, που, πως, εχετε, εχεις, εισαι, ειστε, σας, σου, το, η, ο, τα, τις, τον, την, του, της, \
        των, και, ή, σε, με, για, απο, παρακαλω, επιλεξτε, γραψτε, συμπληρωστε, αναφερετε, μιλατε, μιλας, \
        איזה, אילו, כמה, מתי, איפה, מה, האם, יש, לך, לכם, שלך, את, אתה, של, עם, נא, ציין, ציינו, בחר, בחרו, \
        ما, ماهي, هي, هو, كم, متى, اين, أين, هل, لديك, انت, أنت, في, من, إلى, على, مع, يرجى, الرجاء, حدد, اختر, اذكر, التي, الذي, \
        ban, cua, la, gi, nao, bao, nhieu, khi, o, dau, co, va, hoac, vui, long, chon, nhap, cho, biet
        """
}
