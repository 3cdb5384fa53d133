extension Countries {
    /// From ad to kz.
    static let aToL = """
        ad|ad|andorra|principality of andorra|andorre|andora|андорра|アンドラ|安道尔|安道爾|안도라|أندورا
        ae|are|united arab emirates|uae|u a e|emirates|vereinigte arabische emirate|emirats arabes unis|emiratos arabes unidos|emirados arabes unidos|emirati arabi uniti|verenigde arabische emiraten|zjednoczone emiraty arabskie|forenade arabemiraten|de forenede arabiske emirater|de forente arabiske emirater|arabiemiirikunnat|spojene arabske emiraty|birlesik arap emirlikleri|оаэ|обʼєднані арабські емірати|アラブ首長国連邦|阿拉伯联合酋长国|阿拉伯聯合大公國|아랍에미리트|الإمارات العربية المتحدة
        af|afg|afghanistan|islamic republic of afghanistan|afganistan|afeganistao|афганистан|афганістан|アフガニスタン|阿富汗|아프가니스탄|أفغانستان
        ag|atg|antigua barbuda|antigua and barbuda|antigua und barbuda|antigua et barbuda|antigua y barbuda|antigua e barbuda|antigua en barbuda|antigua i barbuda|antigua och barbuda|antigua og barbuda|antigua ja barbuda|antigua a barbuda|antigua ve barbuda|антигуа и барбуда|антигуа і барбуда|アンティグア バーブーダ|安提瓜和巴布达|安地卡及巴布達|앤티가 바부다|أنتيغوا وبربودا
        ai|aia|anguilla|anguila|ангилья|ангілья|アンギラ|安圭拉|安奎拉|앵귈라|أنغويلا
        al|alb|albania|republic of albania|albanien|albanie|arnavutluk|албания|албанія|アルバニア|阿尔巴尼亚|阿爾巴尼亞|알바니아|ألبانيا
        am|am|armenia|republic of armenia|armenien|armenie|ermenistan|армения|вірменія|アルメニア|亚美尼亚|亞美尼亞|아르메니아|أرمينيا
        ao|ago|angola|republic of angola|ангола|アンゴラ|安哥拉|앙골라|أنغولا
        aq|ata|antarctica|antarktis|antarctique|antartida|antartide|antarktyda|antarktida|antarktika|антарктида|антарктика|南極|南极洲|南極洲|남극 대륙|أنتاركتيكا
        ar|arg|argentina|argentine republic|argentinien|argentine|argentinie|argentyna|argentiina|arjantin|аргентина|アルゼンチン|阿根廷|아르헨티나|الأرجنتين
        as|asm|american samoa|amerikanisch samoa|samoa americaines|samoa americana|samoa americane|amerikaans samoa|samoa amerykanskie|amerikanska samoa|amerikansk samoa|amerikan samoa|americka samoa|amerikan samoasi|американское самоа|американське самоа|米領サモア|美属萨摩亚|美屬薩摩亞|아메리칸 사모아|ساموا الأمريكية
        at|aut|austria|republic of austria|osterreich|autriche|oostenrijk|osterrike|ostrig|itavalta|rakousko|avusturya|австрия|австрія|オーストリア|奥地利|奧地利|오스트리아|النمسا
        au|aus|australia|australien|australie|avustralya|австралия|австралія|オーストラリア|澳大利亚|澳洲|오스트레일리아|أستراليا
        aw|abw|aruba|аруба|アルバ|阿鲁巴|荷屬阿魯巴|아루바|أروبا
        ax|ala|aland islands|alandinseln|iles aland|islas aland|ilhas aland|isole aland|aland|wyspy alandzkie|ahvenanmaa|alandy|aland adalari|аландские о ва|аландські острови|オーランド諸島|奥兰群岛|奧蘭群島|올란드 제도|جزر آلاند
        az|aze|azerbaijan|republic of azerbaijan|aserbaidschan|azerbaidjan|azerbaiyan|azerbaijao|azerbaigian|azerbeidzjan|azerbejdzan|azerbajdzjan|aserbajdsjan|azerbaidzan|azerbajdzan|azerbaycan|азербайджан|アゼルバイジャン|阿塞拜疆|亞塞拜然|아제르바이잔|أذربيجان
        ba|bih|bosnia herzegovina|bosnia and herzegovina|republic of bosnia and herzegovina|bosnia|bosnien und herzegowina|bosnie herzegovine|bosnia y herzegovina|bosnia e herzegovina|bosnia ed erzegovina|bosnie en herzegovina|bosnia i hercegowina|bosnien och hercegovina|bosnien hercegovina|bosnia hercegovina|bosnia ja hertsegovina|bosna a hercegovina|bosna hersek|босния и герцеговина|боснія і герцеговина|ボスニア ヘルツェゴビナ|波斯尼亚和黑塞哥维那|波士尼亞與赫塞哥維納|보스니아 헤르체고비나|البوسنة والهرسك
        bb|brb|barbados|barbade|барбадос|バルバドス|巴巴多斯|巴貝多|바베이도스|بربادوس
        bd|bgd|bangladesh|peoples republic of bangladesh|bangladesch|banglades|bangladesz|бангладеш|バングラデシュ|孟加拉国|孟加拉|방글라데시|بنغلاديش
        be|bel|belgium|kingdom of belgium|belgien|belgique|belgica|belgio|belgie|belgia|belcika|бельгия|бельгія|ベルギー|比利时|比利時|벨기에|بلجيكا
        bf|bfa|burkina faso|burquina faso|буркина фасо|буркіна фасо|ブルキナファソ|布基纳法索|布吉納法索|부르키나파소|بوركينا فاسو
        bg|bgr|bulgaria|republic of bulgaria|bulgarien|bulgarie|bulgarije|bulharsko|bulgaristan|болгария|болгарія|ブルガリア|保加利亚|保加利亞|불가리아|بلغاريا|българия
        bh|bhr|bahrain|kingdom of bahrain|bahrein|barein|bahrajn|bahreyn|бахрейн|バーレーン|巴林|바레인|البحرين
        bi|bdi|burundi|republic of burundi|бурунди|бурунді|ブルンジ|布隆迪|蒲隆地|부룬디|بوروندي
        bj|ben|benin|republic of benin|бенин|бенін|ベナン|贝宁|貝南|베냉|بنين
        bl|blm|st barthelemy|saint barthelemy|san bartolome|sao bartolomeu|s t barthelemy|svaty bartolomej|сен бартелеми|сен бартелемі|サン バルテルミー|圣巴泰勒米|聖巴瑟米|생바르텔레미|سان بارتليمي
        bm|bmu|bermuda|bermudes|bermudas|bermudy|бермудские о ва|бермудські острови|バミューダ|百慕大|百慕達|버뮤다|برمودا
        bn|brn|brunei|brunei darussalam|brunej|бруней|ブルネイ|文莱|汶萊|브루나이|بروناي
        bo|bol|bolivia|bolivia plurinational state of|plurinational state of bolivia|bolivien|bolivie|boliwia|bolivya|боливия|болівія|ボリビア|玻利维亚|玻利維亞|볼리비아|بوليفيا
        bq|bq|caribbean netherlands|bonaire sint eustatius and saba|sint eustatius and saba bonaire|karibische niederlande|pays bas caribeens|caribe neerlandes|paises baixos caribenhos|caraibi olandesi|caribisch nederland|niderlandy karaibskie|karibiska nederlanderna|de tidligere nederlandske antiller|karibisk nederland|karibian alankomaat|karibske nizozemsko|karayip hollandasi|бонэйр синт эстатиус и саба|карибські нідерланди|オランダ領カリブ|荷属加勒比区|荷蘭加勒比區|네덜란드령 카리브|هولندا الكاريبية
        br|bra|brazil|brasil|federative republic of brazil|brasilien|bresil|brasile|brazilie|brazylia|brasilia|brezilya|бразилия|бразилія|ブラジル|巴西|브라질|البرازيل
        bs|bhs|bahamas|commonwealth of bahamas|bahamy|bahama|bahamalar|багамы|багамські острови|バハマ|巴哈马|巴哈馬|바하마|جزر البهاما
        bt|btn|bhutan|kingdom of bhutan|bhoutan|butan|butao|бутан|ブータン|不丹|부탄|بوتان
        bv|bvt|bouvet island|bouvetinsel|ile bouvet|isla bouvet|ilha bouvet|isola bouvet|bouveteiland|wyspa bouveta|bouveton|bouvetoen|bouvetoya|bouvetnsaari|bouvetuv ostrov|bouvet adasi|о в буве|острів буве|ブーベ島|布韦岛|布威島|부베섬|جزيرة بوفيه
        bw|bwa|botswana|republic of botswana|botsuana|botsvana|ботсвана|ボツワナ|博茨瓦纳|波札那|보츠와나|بوتسوانا
        by|blr|belarus|republic of belarus|bielorussie|bielorrusia|bielorrussia|bielorussia|bialorus|valko venaja|belorusko|беларусь|білорусь|ベラルーシ|白俄罗斯|白俄羅斯|벨라루스|بيلاروس
        bz|blz|belize|belice|белиз|беліз|ベリーズ|伯利兹|貝里斯|벨리즈|بليز
        ca|can|canada|kanada|канада|カナダ|加拿大|캐나다|كندا
        cc|cck|cocos keeling islands|kokosinseln|iles cocos|islas cocos|ilhas cocos keeling|isole cocos keeling|cocoseilanden|wyspy kokosowe|kokosoarna|cocosoerne|kokosoyene|kookossaaret keelingsaaret|kokosove ostrovy|cocos keeling adalari|кокосовые о ва|кокосові кілінг острови|ココス キーリング 諸島|科科斯 基林 群岛|科克斯 基靈 群島|코코스 제도|جزر كوكوس كيلينغ|cocos islands
        cd|cod|congo kinshasa|congo democratic republic of|democratic republic of congo|drc|dr congo|congo democratic republic|kongo kinshasa|republica democratica del congo|demokratyczna republika konga|kongon demokraattinen tasavalta|kongo kinsasa|конго киншаса|конго кіншаса|コンゴ民主共和国 キンシャサ|刚果 金|剛果 金夏沙|콩고 킨샤사|الكونغو كينشاسا
        cf|caf|central african republic|zentralafrikanische republik|republique centrafricaine|republica centroafricana|republica centro africana|repubblica centrafricana|centraal afrikaanse republiek|republika srodkowoafrykanska|centralafrikanska republiken|den centralafrikanske republik|den sentralafrikanske republikk|keski afrikan tasavalta|stredoafricka republika|orta afrika cumhuriyeti|центрально африканская республика|центральноафриканська республіка|中央アフリカ共和国|中非共和国|中非共和國|중앙 아프리카 공화국|جمهورية أفريقيا الوسطى
        cg|cog|congo brazzaville|congo|republic of congo|congo republic|kongo brazzaville|republica do congo|kongon tasavalta|kongo brazavil|конго браззавиль|конго браззавіль|コンゴ共和国 ブラザビル|刚果 布|剛果 布拉薩|콩고 브라자빌|الكونغو برازافيل
        ch|che|switzerland|swiss confederation|schweiz|confederation suisse|suisse|suiza|suica|svizzera|zwitserland|szwajcaria|sveits|sveitsi|svycarsko|isvicre|швейцария|швейцарія|スイス|瑞士|스위스|سويسرا
        ci|civ|cote d ivoire|republic of cote d ivoire|ivory coast|costa do marfim|costa d avorio|ivoorkust|elfenbenskusten|elfenbenskysten|norsunluurannikko|pobrezi slonoviny|кот д ивуар|кот дʼівуар|コートジボワール|科特迪瓦|象牙海岸|코트디부아르|ساحل العاج
        ck|cok|cook islands|cookinseln|iles cook|islas cook|ilhas cook|isole cook|cookeilanden|wyspy cooka|cookoarna|cookoerne|cookoyene|cookinsaaret|cookovy ostrovy|cook adalari|о ва кука|острови кука|クック諸島|库克群岛|庫克群島|쿡 제도|جزر كوك
        cl|chl|chile|republic of chile|chili|cile|sili|чили|чилі|チリ|智利|칠레|تشيلي
        cm|cmr|cameroon|republic of cameroon|kamerun|cameroun|camerun|camaroes|kameroen|камерун|カメルーン|喀麦隆|喀麥隆|카메룬|الكاميرون
        cn|chn|china|peoples republic of china|china mainland|mainland china|prc|中华人民共和国|chine|cina|chiny|kina|kiina|китай|中国|中國|중국|الصين
        co|col|colombia|republic of colombia|kolumbien|colombie|kolumbia|kolumbie|kolombiya|колумбия|колумбія|コロンビア|哥伦比亚|哥倫比亞|콜롬비아|كولومبيا
        cr|cri|costa rica|republic of costa rica|kostaryka|kostarika|kosta rika|коста рика|コスタリカ|哥斯达黎加|哥斯大黎加|코스타리카|كوستاريكا
        cu|cub|cuba|republic of cuba|kuba|kuuba|куба|キューバ|古巴|쿠바|كوبا
        cv|cpv|cape verde|cabo verde|republic of cabo verde|cap vert|capo verde|kaapverdie|republika zielonego przyladka|kap verde|kapp verde|kapverdy|кабо верде|カーボベルデ|佛得角|維德角|카보베르데|الرأس الأخضر
        cw|cuw|curacao|curazao|кюрасао|キュラソー|库拉索|庫拉索|퀴라소|كوراساو
        cx|cxr|christmas island|weihnachtsinsel|ile christmas|isla de navidad|ilha christmas|isola christmas|christmaseiland|wyspa bozego narodzenia|julon|juleoen|christmasoya|joulusaari|vanocni ostrov|christmas adasi|о в рождества|острів різдва|クリスマス島|圣诞岛|聖誕島|크리스마스섬|جزيرة كريسماس
        cy|cyp|cyprus|republic of cyprus|zypern|chypre|chipre|cipro|cypr|cypern|kypros|kypr|kibris|кипр|кіпр|キプロス|塞浦路斯|賽普勒斯|키프로스|قبرص|κύπρος
        cz|cze|czechia|czech republic|czech rep|tschechien|tchequie|chequia|tchequia|cechia|tsjechie|czechy|tjeckien|tjekkiet|tsjekkia|tsekki|cesko|cekya|чехия|чехія|チェコ|捷克|체코|التشيك
        de|deu|germany|deutschland|federal republic of germany|bundesrepublik deutschland|brd|allemagne|alemania|alemanha|germania|duitsland|niemcy|tyskland|saksa|nemecko|almanya|германия|німеччина|ドイツ|德国|德國|독일|ألمانيا
        dj|dji|djibouti|republic of djibouti|dschibuti|yibuti|djibuti|gibuti|dzibuti|dzibutsko|cibuti|джибути|джибуті|ジブチ|吉布提|吉布地|지부티|جيبوتي
        dk|dnk|denmark|kingdom of denmark|danemark|dinamarca|danimarca|denemarken|dania|danmark|tanska|dansko|danimarka|дания|данія|デンマーク|丹麦|丹麥|덴마크|الدانمرك
        dm|dma|dominica|commonwealth of dominica|dominique|dominika|доминика|домініка|ドミニカ国|多米尼克|도미니카|دومينيكا
        do|dom|dominican republic|dominikanische republik|republique dominicaine|republica dominicana|repubblica dominicana|dominicaanse republiek|dominikana|dominikanska republiken|den dominikanske republik|den dominikanske republikk|dominikaaninen tasavalta|dominikanska republika|dominik cumhuriyeti|доминиканская республика|домініканська республіка|ドミニカ共和国|多米尼加共和国|多明尼加共和國|도미니카 공화국|جمهورية الدومينيكان
        dz|dza|algeria|peoples democratic republic of algeria|algerien|algerie|argelia|algerije|algieria|algeriet|alzirsko|cezayir|алжир|アルジェリア|阿尔及利亚|阿爾及利亞|알제리|الجزائر
        ec|ecu|ecuador|republic of ecuador|equateur|equador|ekwador|ekvador|эквадор|еквадор|エクアドル|厄瓜多尔|厄瓜多|에콰도르|الإكوادور
        ee|est|estonia|republic of estonia|estland|estonie|viro|estonsko|estonya|эстония|естонія|エストニア|爱沙尼亚|愛沙尼亞|에스토니아|إستونيا|eesti
        eg|egy|egypt|arab republic of egypt|agypten|egypte|egipto|egito|egitto|egipt|egypten|egypti|misir|египет|єгипет|エジプト|埃及|이집트|مصر
        eh|esh|western sahara|westsahara|sahara occidental|saara ocidental|sahara occidentale|westelijke sahara|sahara zachodnia|vastsahara|vestsahara|vest sahara|lansi sahara|zapadni sahara|bati sahra|западная сахара|західна сахара|西サハラ|西撒哈拉|서사하라|الصحراء الغربية
        er|eri|eritrea|state of eritrea|erythree|eritreia|erytrea|eritre|эритрея|еритрея|エリトリア|厄立特里亚|厄利垂亞|에리트리아|إريتريا
        es|esp|spain|espana|kingdom of spain|spanien|espagne|espanha|spagna|spanje|hiszpania|spania|espanja|spanelsko|ispanya|испания|іспанія|スペイン|西班牙|스페인|إسبانيا
        et|eth|ethiopia|federal democratic republic of ethiopia|athiopien|ethiopie|etiopia|etiopien|etiopie|etiyopya|эфиопия|ефіопія|エチオピア|埃塞俄比亚|衣索比亞|에티오피아|إثيوبيا
        fi|fin|finland|republic of finland|finnland|finlande|finlandia|suomi|finsko|finlandiya|финляндия|фінляндія|フィンランド|芬兰|芬蘭|핀란드|فنلندا
        fj|fji|fiji|republic of fiji|fidschi|fidji|fiyi|figi|fidzi|фиджи|фіджі|フィジー|斐济|斐濟|피지|فيجي
        fk|flk|falkland islands|falkland islands malvinas|falklandinseln|iles malouines|islas malvinas|ilhas malvinas|isole falkland|falklandeilanden|falklandy|falklandsoarna|falklandsoerne|falklandsoyene|falklandinsaaret|falklandske ostrovy|falkland adalari|фолклендские о ва|фолклендські острови|フォークランド諸島|福克兰群岛|福克蘭群島|포클랜드 제도|جزر فوكلاند
        fm|fsm|micronesia|micronesia federated states of|federated states of micronesia|mikronesien|micronesie|mikronezja|mikronesiafoderasjonen|mikronesia|mikronesie|mikronezya|федеративные штаты микронезии|мікронезія|ミクロネシア連邦|密克罗尼西亚|密克羅尼西亞|미크로네시아|ميكرونيزيا
        fo|fro|faroe islands|faroer|iles feroe|islas feroe|ilhas faroe|isole faer oer|faeroer|wyspy owcze|faroarna|faeroerne|faeroyene|farsaaret|faerske ostrovy|faroe adalari|фарерские о ва|фарерські острови|フェロー諸島|法罗群岛|法羅群島|페로 제도|جزر فارو
        fr|fra|france|french republic|frankreich|francia|franca|frankrijk|francja|frankrike|frankrig|ranska|francie|fransa|франция|франція|フランス|法国|法國|프랑스|فرنسا
        ga|gab|gabon|gabonese republic|gabun|gabao|габон|ガボン|加蓬|加彭|가봉|الغابون
        gb|gbr|united kingdom|uk|great britain|united kingdom of great britain and northern ireland|united kingdom of great britain|england|uk of great britain and northern ireland|gran bretana|grossbritannien|grande bretagne|gran bretagna|grande bretana|u k|wielka brytania|storbritannien|reino unido|vereinigtes konigreich|royaume uni|regno unito|verenigd koninkrijk|storbritannia|iso britannia|spojene kralovstvi|birlesik krallik|великобритания|велика британія|イギリス|英国|英國|영국|المملكة المتحدة
        gd|grd|grenada|grenade|granada|гренада|グレナダ|格林纳达|格瑞那達|그레나다|غرينادا
        ge|geo|georgia|georgien|georgie|gruzja|gruzie|gurcistan|грузия|грузія|ジョージア|格鲁吉亚|喬治亞|조지아|جورجيا
        gf|guf|french guiana|franzosisch guayana|guyane francaise|guayana francesa|guiana francesa|guyana francese|frans guyana|gujana francuska|franska guyana|fransk guyana|ranskan guayana|francouzska guyana|fransiz guyanasi|французская гвиана|французька гвіана|仏領ギアナ|法属圭亚那|法屬圭亞那|프랑스령 기아나|غويانا الفرنسية
        gg|ggy|guernsey|guernesey|гернси|гернсі|ガーンジー|根西岛|根息|건지|غيرنزي
        gh|gha|ghana|republic of ghana|gana|гана|ガーナ|加纳|迦納|가나|غانا
        gi|gib|gibraltar|gibilterra|cebelitarik|гибралтар|гібралтар|ジブラルタル|直布罗陀|直布羅陀|지브롤터|جبل طارق
        gl|grl|greenland|gronland|groenland|groenlandia|grenlandia|gronlanti|gronsko|гренландия|гренландія|グリーンランド|格陵兰|格陵蘭|그린란드|غرينلاند
        gm|gmb|gambia|republic of gambia|gambie|gambiya|гамбия|гамбія|ガンビア|冈比亚|甘比亞|감비아|غامبيا
        gn|gn|guinea|republic of guinea|guinee|guine|gwinea|gine|гвинея|гвінея|ギニア|几内亚|幾內亞|기니|غينيا
        gp|glp|guadeloupe|guadalupe|guadalupa|gwadelupa|гваделупа|グアドループ|瓜德罗普|瓜地洛普|과들루프|غوادلوب
        gq|gnq|equatorial guinea|republic of equatorial guinea|aquatorialguinea|guinee equatoriale|guinea ecuatorial|guine equatorial|guinea equatoriale|equatoriaal guinea|gwinea rownikowa|ekvatorialguinea|aekvatorialguinea|ekvatorial guinea|paivantasaajan guinea|rovnikova guinea|ekvator ginesi|экваториальная гвинея|екваторіальна гвінея|赤道ギニア|赤道几内亚|赤道幾內亞|적도 기니|غينيا الاستوائية
        gr|grc|greece|hellenic republic|griechenland|grece|grecia|griekenland|grecja|grekland|graekenland|hellas|kreikka|recko|yunanistan|греция|греція|ギリシャ|希腊|希臘|그리스|اليونان|ελλάδα
        gs|sgs|south georgia south sandwich islands|south georgia and south sandwich islands|sudgeorgien und die sudlichen sandwichinseln|georgie du sud et les iles sandwich du sud|islas georgia del sur y sandwich del sur|ilhas georgia do sul e sandwich do sul|georgia del sud e sandwich australi|zuid georgia en zuidelijke sandwicheilanden|georgia poludniowa i sandwich poludniowy|sydgeorgien och sydsandwichoarna|south georgia og de sydlige sandwichoer|sor georgia og sor sandwichoyene|etela georgia ja etelaiset sandwichinsaaret|jizni georgie a jizni sandwichovy ostrovy|guney georgia ve guney sandwich adalari|южная георгия и южные сандвичевы о ва|південна джорджія та південні сандвічеві острови|サウスジョージア サウスサンドウィッチ諸島|南乔治亚和南桑威奇群岛|南喬治亞與南三明治群島|사우스조지아 사우스샌드위치 제도|جورجيا الجنوبية وجزر ساندويتش الجنوبية
        gt|gtm|guatemala|republic of guatemala|gwatemala|гватемала|グアテマラ|危地马拉|瓜地馬拉|과테말라|غواتيمالا
        gu|gum|guam|гуам|グアム|关岛|關島|괌|غوام
        gw|gnb|guinea bissau|republic of guinea bissau|guinee bissau|guinea bisau|guine bissau|gwinea bissau|gine bissau|гвинея бисау|гвінея бісау|ギニアビサウ|几内亚比绍|幾內亞比索|기니비사우|غينيا بيساو
        gy|gy|guyana|republic of guyana|guiana|gujana|гайана|гаяна|ガイアナ|圭亚那|蓋亞那|가이아나|غيانا
        hk|hkg|hong kong sar china|hong kong|hong kong special administrative region of china|hong kong sar|sonderverwaltungsregion hongkong|r a s chinoise de hong kong|rae de hong kong china|hong kong rae da china|ras di hong kong|hongkong sar van china|sra hongkong chiny|hongkong sar|sar hongkong|hongkong sar kina|hongkong kiinan erityishallintoalue|hongkong zao ciny|cin hong kong oib|гонконг сар|гонконг оар китаю|中華人民共和国香港特別行政区|中国香港特别行政区|中國香港特別行政區|홍콩 중국 특별행정구|هونغ كونغ الصينية منطقة إدارية خاصة|hongkong
        hm|hmd|heard mc donald islands|heard island and mc donald islands|heard und mc donaldinseln|iles heard et mac donald|islas heard y mc donald|ilhas heard e mc donald|isole heard e mc donald|heard en mc donaldeilanden|wyspy heard i mc donalda|heardon och mc donaldoarna|heard island og mc donald islands|heard og mc donaldoyene|heard ja mc donaldinsaaret|hearduv ostrov a mc donaldovy ostrovy|heard adasi ve mc donald adalari|о ва херд и макдональд|острови герд і макдоналд|ハード島 マクドナルド諸島|赫德岛和麦克唐纳群岛|赫德島及麥唐納群島|허드 맥도널드 제도|جزيرة هيرد وجزر ماكدونالد
        hn|hnd|honduras|republic of honduras|гондурас|ホンジュラス|洪都拉斯|宏都拉斯|온두라스|هندوراس
        hr|hrv|croatia|republic of croatia|kroatien|croatie|croacia|croazia|kroatie|chorwacja|kroatia|chorvatsko|hirvatistan|хорватия|хорватія|クロアチア|克罗地亚|克羅埃西亞|크로아티아|كرواتيا|hrvatska
        ht|hti|haiti|republic of haiti|гаити|гаїті|ハイチ|海地|아이티|هايتي
        hu|hun|hungary|ungarn|hongrie|hungria|ungheria|hongarije|wegry|ungern|unkari|madarsko|macaristan|венгрия|угорщина|ハンガリー|匈牙利|헝가리|هنغاريا|magyarorszag
        id|idn|indonesia|republic of indonesia|indonesien|indonesie|indonezja|endonezya|индонезия|індонезія|インドネシア|印度尼西亚|印尼|인도네시아|إندونيسيا
        ie|irl|ireland|republic of ireland|eire|irland|irlande|irlanda|ierland|irlandia|irlanti|irsko|ирландия|ірландія|アイルランド|爱尔兰|愛爾蘭|아일랜드|أيرلندا
        il|isr|israel|state of israel|israele|izrael|israil|израиль|ізраїль|イスラエル|以色列|이스라엘|إسرائيل|ישראל
        im|imn|isle of man|ile de man|isla de man|ilha de man|isola di man|wyspa man|mansaari|ostrov man|man adasi|о в мэн|острів мен|マン島|马恩岛|曼島|맨섬|جزيرة مان
        in|ind|india|republic of india|indien|inde|indie|intia|hindistan|индия|індія|インド|印度|인도|الهند|भारत
        io|iot|british indian ocean territory|britisches territorium im indischen ozean|territoire britannique de locean indien|territorio britanico del oceano indico|territorio britanico do oceano indico|territorio britannico dell oceano indiano|brits indische oceaanterritorium|brytyjskie terytorium oceanu indyjskiego|brittiska territoriet i indiska oceanen|det britiske territorium i det indiske ocean|det britiske territoriet i indiahavet|brittilainen intian valtameren alue|britske indickooceanske uzemi|britanya hint okyanusu topraklari|британская территория в индийском океане|британська територія в індійському океані|英領インド洋地域|英属印度洋领地|英屬印度洋領地|영국령 인도양 지역|الإقليم البريطاني في المحيط الهندي
        iq|irq|iraq|republic of iraq|irak|iraque|ирак|ірак|イラク|伊拉克|이라크|العراق
        ir|irn|iran|iran islamic republic of|islamic republic of iran|иран|іран|イラン|伊朗|이란|إيران|ایران
        is|isl|iceland|republic of iceland|island|islande|islandia|islanda|ijsland|islanti|izlanda|исландия|ісландія|アイスランド|冰岛|冰島|아이슬란드|آيسلندا
        it|ita|italy|italia|italian republic|italien|italie|wlochy|italya|италия|італія|イタリア|意大利|義大利|이탈리아|إيطاليا
        je|jey|jersey|джерси|джерсі|ジャージー|泽西岛|澤西島|저지|جيرسي
        jm|jam|jamaica|jamaika|jamaique|giamaica|jamajka|ямайка|ジャマイカ|牙买加|牙買加|자메이카|جامايكا
        jo|jor|jordan|hashemite kingdom of jordan|jordanien|jordanie|jordania|giordania|jordansko|urdun|иордания|йорданія|ヨルダン|约旦|約旦|요르단|الأردن
        jp|jpn|japan|日本国|japon|japao|giappone|japonia|japani|japonsko|japonya|япония|японія|日本|일본|اليابان
        ke|ken|kenya|republic of kenya|kenia|quenia|kena|кения|кенія|ケニア|肯尼亚|肯亞|케냐|كينيا
        kg|kgz|kyrgyzstan|kyrgyz republic|kirgisistan|kirghizstan|kirguistan|quirguistao|kirghizistan|kirgizie|kirgistan|kirgizistan|kirgisia|киргизия|киргизстан|キルギス|吉尔吉斯斯坦|吉爾吉斯|키르기스스탄|قيرغيزستان
        kh|khm|cambodia|kingdom of cambodia|kambodscha|cambodge|camboya|camboja|cambogia|cambodja|kambodza|kambodja|kambodsja|kambocya|камбоджа|カンボジア|柬埔寨|캄보디아|كمبوديا
        ki|kir|kiribati|republic of kiribati|quiribati|кирибати|кірибаті|キリバス|基里巴斯|吉里巴斯|키리바시|كيريباتي
        km|km|comoros|union of comoros|komoren|comores|comoras|comore|comoren|komory|komorerna|comorerne|komorene|komorit|komorlar|коморы|комори|コモロ|科摩罗|葛摩|코모로|جزر القمر
        kn|kna|st kitts nevis|saint kitts and nevis|st kitts und nevis|saint christophe et nieves|san cristobal y nieves|sao cristovao e nevis|saint kitts e nevis|saint kitts en nevis|saint kitts i nevis|s t kitts och nevis|saint kitts og nevis|saint kitts ja nevis|svaty krystof a nevis|saint kitts ve nevis|сент китс и невис|сент кітс і невіс|セントクリストファー ネーヴィス|圣基茨和尼维斯|聖克里斯多福及尼維斯|세인트키츠 네비스|سانت كيتس ونيفيس
        kp|prk|north korea|korea democratic peoples republic of|democratic peoples republic of korea|korea north|nordkorea|coree du nord|corea del norte|coreia do norte|corea del nord|noord korea|korea polnocna|nord korea|pohjois korea|severni korea|kuzey kore|кндр|північна корея|北朝鮮|朝鲜|北韓|북한|كوريا الشمالية
        kr|kor|south korea|korea republic of|republic of korea|korea|korea south|korea republic|republic of korea south|대한민국|sudkorea|coree du sud|corea del sur|coreia do sul|corea del sud|zuid korea|korea poludniowa|sydkorea|sor korea|etela korea|jizni korea|guney kore|республика корея|південна корея|韓国|韩国|南韓|كوريا الجنوبية
        kw|kwt|kuwait|state of kuwait|koweit|koeweit|kuwejt|kuvajt|kuveyt|кувейт|クウェート|科威特|쿠웨이트|الكويت
        ky|cym|cayman islands|kaimaninseln|iles caimans|islas caiman|ilhas cayman|isole cayman|kaaimaneilanden|kajmany|caymanoarna|caymanoerne|caymanoyene|caymansaaret|kajmanske ostrovy|cayman adalari|о ва кайман|кайманові острови|ケイマン諸島|开曼群岛|開曼群島|케이맨 제도|جزر كايمان
        kz|kaz|kazakhstan|republic of kazakhstan|kasachstan|kazajistan|cazaquistao|kazakistan|kazachstan|kazakstan|kasakhstan|казахстан|カザフスタン|哈萨克斯坦|哈薩克|카자흐스탄|كازاخستان
        """
}
