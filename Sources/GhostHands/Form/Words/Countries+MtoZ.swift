extension Countries {
    /// From la to zw.
    static let mToZ = """
        la|lao|laos|lao peoples democratic republic|лаос|ラオス|老挝|寮國|라오스|لاوس
        lb|lbn|lebanon|lebanese republic|libanon|liban|libano|lubnan|ливан|ліван|レバノン|黎巴嫩|레바논|لبنان
        lc|lca|st lucia|saint lucia|sainte lucie|santa lucia|s t lucia|svata lucie|сент люсия|сент люсія|セントルシア|圣卢西亚|聖露西亞|세인트루시아|سانت لوسيا
        li|lie|liechtenstein|principality of liechtenstein|lichtenstejnsko|лихтенштейн|ліхтенштейн|リヒテンシュタイン|列支敦士登|列支敦斯登|리히텐슈타인|ليختنشتاين
        lk|lka|sri lanka|democratic socialist republic of sri lanka|шри ланка|шрі ланка|スリランカ|斯里兰卡|斯里蘭卡|스리랑카|سريلانكا
        lr|lbr|liberia|republic of liberia|liberie|liberya|либерия|ліберія|リベリア|利比里亚|賴比瑞亞|라이베리아|ليبيريا
        ls|lso|lesotho|kingdom of lesotho|lesoto|лесото|レソト|莱索托|賴索托|레소토|ليسوتو
        lt|ltu|lithuania|republic of lithuania|litauen|lituanie|lituania|litouwen|litwa|liettua|litva|litvanya|литва|リトアニア|立陶宛|리투아니아|ليتوانيا|lietuva
        lu|lux|luxembourg|grand duchy of luxembourg|luxemburg|luxemburgo|lussemburgo|luksemburg|lucembursko|люксембург|ルクセンブルク|卢森堡|盧森堡|룩셈부르크|لوكسمبورغ
        lv|lva|latvia|republic of latvia|lettland|lettonie|letonia|lettonia|letland|lotwa|lotyssko|letonya|латвия|латвія|ラトビア|拉脱维亚|拉脫維亞|라트비아|لاتفيا|latvija
        ly|lby|libya|libyen|libye|libia|libie|ливия|лівія|リビア|利比亚|利比亞|리비아|ليبيا
        ma|mar|morocco|kingdom of morocco|marokko|maroc|marruecos|marrocos|marocco|maroko|marocko|марокко|モロッコ|摩洛哥|모로코|المغرب
        mc|mco|monaco|principality of monaco|monako|монако|モナコ|摩纳哥|摩納哥|모나코|موناكو
        md|mda|moldova|moldova republic of|republic of moldova|republik moldau|moldavie|moldavia|moldawia|moldavien|moldavsko|молдова|モルドバ|摩尔多瓦|摩爾多瓦|몰도바|مولدوفا|republica moldova
        me|mne|montenegro|czarnogora|cerna hora|karadag|черногория|чорногорія|モンテネグロ|黑山|蒙特內哥羅|몬테네그로|الجبل الأسود
        mf|maf|st martin|saint martin french part|saint martin|san martin|sao martinho|svaty martin francie|сен мартен|サン マルタン|法属圣马丁|法屬聖馬丁|생마르탱|سان مارتن
        mg|mdg|madagascar|republic of madagascar|madagaskar|мадагаскар|マダガスカル|马达加斯加|馬達加斯加|마다가스카르|مدغشقر
        mh|mhl|marshall islands|republic of marshall islands|marshallinseln|iles marshall|islas marshall|ilhas marshall|isole marshall|marshalleilanden|wyspy marshalla|marshalloarna|marshalloerne|marshalloyene|marshallinsaaret|marshallovy ostrovy|marshall adalari|маршалловы о ва|маршаллові острови|マーシャル諸島|马绍尔群岛|馬紹爾群島|마셜 제도|جزر مارشال
        mk|mkd|north macedonia|republic of north macedonia|macedonia|fyrom|nordmazedonien|macedoine du nord|macedonia del norte|macedonia do norte|macedonia del nord|noord macedonie|macedonia polnocna|nordmakedonien|nord makedonia|pohjois makedonia|severni makedonie|kuzey makedonya|северная македония|північна македонія|北マケドニア|北马其顿|北馬其頓|북마케도니아|مقدونيا الشمالية
        ml|mli|mali|republic of mali|мали|малі|マリ|马里|馬利|말리|مالي
        mm|mmr|myanmar burma|myanmar|republic of myanmar|burma|myanmar birmanie|myanmar birmania|mianmar birmania|myanmar birma|mjanma birma|myanmar barma|мьянма бирма|мʼянма бірма|ミャンマー ビルマ|缅甸|緬甸|미얀마|ميانمار بورما
        mn|mng|mongolia|mongolei|mongolie|mongoliet|mongolsko|mogolistan|монголия|монголія|モンゴル|蒙古|몽골|منغوليا
        mo|mac|macao sar china|macao|macao special administrative region of china|macau|macao sar|sonderverwaltungsregion macau|r a s chinoise de macao|rae de macao china|macau rae da china|ras di macao|macau sar van china|sra makau chiny|sar macao|macao sar kina|macao kiinan erityishallintoalue|macao zao ciny|cin makao oib|макао сар|макао оар китаю|中華人民共和国マカオ特別行政区|中国澳门特别行政区|中國澳門特別行政區|마카오 중국 특별행정구|منطقة ماكاو الإدارية الخاصة
        mp|mnp|northern mariana islands|commonwealth of northern mariana islands|nordliche marianen|iles mariannes du nord|islas marianas del norte|ilhas marianas do norte|isole marianne settentrionali|noordelijke marianen|mariany polnocne|nordmarianerna|nordmarianerne|nord marianene|pohjois mariaanit|severni mariany|kuzey mariana adalari|северные марианские о ва|північні маріанські острови|北マリアナ諸島|北马里亚纳群岛|北馬利安納群島|북마리아나제도|جزر ماريانا الشمالية
        mq|mtq|martinique|martinica|martynika|martinik|мартиника|мартиніка|マルティニーク|马提尼克|馬丁尼克|마르티니크|جزر المارتينيك
        mr|mrt|mauritania|islamic republic of mauritania|mauretanien|mauritanie|mauretania|moritanya|мавритания|мавританія|モーリタニア|毛里塔尼亚|茅利塔尼亞|모리타니|موريتانيا
        ms|msr|montserrat|монтсеррат|モントセラト|蒙特塞拉特|蒙哲臘|몬트세라트|مونتسرات
        mt|mlt|malta|republic of malta|malte|мальта|マルタ|马耳他|馬爾他|몰타|مالطا
        mu|mu|mauritius|republic of mauritius|maurice|mauricio|mauricius|маврикий|маврикій|モーリシャス|毛里求斯|模里西斯|모리셔스|موريشيوس
        mv|mdv|maldives|republic of maldives|malediven|maldivas|maldive|maldiven|malediwy|maldiverna|maldiverne|maldivene|malediivit|maledivy|maldivler|мальдивы|мальдіви|モルディブ|马尔代夫|馬爾地夫|몰디브|جزر المالديف
        mw|mwi|malawi|republic of malawi|malaui|malavi|малави|малаві|マラウイ|马拉维|馬拉威|말라위|ملاوي
        mx|mex|mexico|united mexican states|mexiko|mexique|messico|meksyk|meksiko|meksika|мексика|メキシコ|墨西哥|멕시코|المكسيك
        my|mys|malaysia|malaisie|malasia|maleisie|malezja|malesia|malajsie|malezya|малайзия|малайзія|マレーシア|马来西亚|馬來西亞|말레이시아|ماليزيا
        mz|moz|mozambique|republic of mozambique|mosambik|mocambique|mozambico|mozambik|мозамбик|мозамбік|モザンビーク|莫桑比克|莫三比克|모잠비크|موزمبيق
        na|nam|namibia|republic of namibia|namibie|namibya|намибия|намібія|ナミビア|纳米比亚|納米比亞|나미비아|ناميبيا
        nc|ncl|new caledonia|neukaledonien|nouvelle caledonie|nueva caledonia|nova caledonia|nuova caledonia|nieuw caledonie|nowa kaledonia|nya kaledonien|ny kaledonien|ny caledonia|uusi kaledonia|nova kaledonie|yeni kaledonya|новая каледония|нова каледонія|ニューカレドニア|新喀里多尼亚|新喀里多尼亞|뉴칼레도니아|كاليدونيا الجديدة
        ne|ner|niger|republic of niger|nijer|нигер|нігер|ニジェール|尼日尔|尼日|니제르|النيجر
        nf|nfk|norfolk island|norfolkinsel|ile norfolk|isla norfolk|ilha norfolk|isola norfolk|norfolk|norfolkon|norfolkoya|norfolkinsaari|norfolk adasi|о в норфолк|острів норфолк|ノーフォーク島|诺福克岛|諾福克島|노퍽섬|جزيرة نورفولك
        ng|nga|nigeria|federal republic of nigeria|nigerie|nijerya|нигерия|нігерія|ナイジェリア|尼日利亚|奈及利亞|나이지리아|نيجيريا
        ni|nic|nicaragua|republic of nicaragua|nikaragua|никарагуа|нікарагуа|ニカラグア|尼加拉瓜|니카라과|نيكاراغوا
        nl|nld|netherlands|kingdom of netherlands|holland|nederland|niederlande|pays bas|paises bajos|paises baixos|paesi bassi|holandia|nederlanderna|nederlandene|alankomaat|nizozemsko|hollanda|нидерланды|нідерланди|オランダ|荷兰|荷蘭|네덜란드|هولندا
        no|nor|norway|kingdom of norway|norwegen|norvege|noruega|norvegia|noorwegen|norwegia|norge|norja|norsko|norvec|норвегия|норвегія|ノルウェー|挪威|노르웨이|النرويج
        np|npl|nepal|federal democratic republic of nepal|непал|ネパール|尼泊尔|尼泊爾|네팔|نيبال
        nr|nru|nauru|republic of nauru|науру|ナウル|瑙鲁|諾魯|나우루|ناورو
        nu|niu|niue|ниуэ|ніуе|ニウエ|纽埃|紐埃島|니우에|نيوي
        nz|nzl|new zealand|neuseeland|nouvelle zelande|nueva zelanda|nova zelandia|nuova zelanda|nieuw zeeland|nowa zelandia|nya zeeland|uusi seelanti|novy zeland|yeni zelanda|новая зеландия|нова зеландія|ニュージーランド|新西兰|紐西蘭|뉴질랜드|نيوزيلندا
        om|omn|oman|sultanate of oman|umman|оман|オマーン|阿曼|오만|عُمان
        pa|pan|panama|republic of panama|панама|パナマ|巴拿马|巴拿馬|파나마|بنما
        pe|per|peru|republic of peru|perou|перу|ペルー|秘鲁|秘魯|페루|بيرو
        pf|pyf|french polynesia|franzosisch polynesien|polynesie francaise|polinesia francesa|polinesia francese|frans polynesie|polinezja francuska|franska polynesien|fransk polynesien|fransk polynesia|ranskan polynesia|francouzska polynesie|fransiz polinezyasi|французская полинезия|французька полінезія|仏領ポリネシア|法属波利尼西亚|法屬玻里尼西亞|프랑스령 폴리네시아|بولينيزيا الفرنسية
        pg|png|papua new guinea|independent state of papua new guinea|papua neuguinea|papouasie nouvelle guinee|papua nueva guinea|papua nova guine|papua nuova guinea|papoea nieuw guinea|papua nowa gwinea|papua nya guinea|papua ny guinea|papua uusi guinea|papua nova guinea|papua yeni gine|папуа новая гвинея|папуа нова гвінея|パプアニューギニア|巴布亚新几内亚|巴布亞紐幾內亞|파푸아뉴기니|بابوا غينيا الجديدة
        ph|phl|philippines|republic of philippines|philippinen|filipinas|filippine|filipijnen|filipiny|filippinerna|filippinerne|filippinene|filippiinit|filipinler|филиппины|філіппіни|フィリピン|菲律宾|菲律賓|필리핀|الفلبين
        pk|pak|pakistan|islamic republic of pakistan|paquistao|пакистан|パキスタン|巴基斯坦|파키스탄|باكستان
        pl|pol|poland|republic of poland|polen|pologne|polonia|polska|puola|polsko|polonya|польша|польща|ポーランド|波兰|波蘭|폴란드|بولندا
        pm|spm|st pierre miquelon|saint pierre and miquelon|st pierre und miquelon|saint pierre et miquelon|san pedro y miquelon|sao pedro e miquelao|saint pierre e miquelon|saint pierre en miquelon|saint pierre i miquelon|s t pierre och miquelon|saint pierre og miquelon|saint pierre ja miquelon|saint pierre a miquelon|saint pierre ve miquelon|сен пьер и микелон|сен пʼєр і мікелон|サンピエール島 ミクロン島|圣皮埃尔和密克隆群岛|聖皮埃與密克隆群島|생피에르 미클롱|سان بيير ومكويلون
        pn|pcn|pitcairn islands|pitcairn|pitcairninseln|iles pitcairn|islas pitcairn|ilhas pitcairn|isole pitcairn|pitcairneilanden|pitcairnoarna|pitcairnoyene|pitcairnovy ostrovy|pitcairn adalari|о ва питкэрн|острови піткерн|ピトケアン諸島|皮特凯恩群岛|皮特肯群島|핏케언 제도|جزر بيتكيرن
        pr|pri|puerto rico|porto rico|portorico|portoryko|portoriko|porto riko|пуэрто рико|пуерто рико|プエルトリコ|波多黎各|푸에르토리코|بورتوريكو
        ps|pse|palestinian territories|palestine state of|state of palestine|palestine|palastinensische autonomiegebiete|territoires palestiniens|territorios palestinos|territori palestinesi|palestijnse gebieden|terytoria palestynskie|palestinska territorierna|de palaestinensiske omrader|det palestinske omradet|palestiinalaisalue|palestinska uzemi|filistin bolgeleri|палестинские территории|палестинські території|パレスチナ自治区|巴勒斯坦领土|巴勒斯坦自治區|팔레스타인 지구|الأراضي الفلسطينية|palastina|palestina
        pt|prt|portugal|portuguese republic|portogallo|portugalia|portugali|portugalsko|portekiz|португалия|португалія|ポルトガル|葡萄牙|포르투갈|البرتغال
        pw|plw|palau|republic of palau|palaos|палау|パラオ|帕劳|帛琉|팔라우|بالاو
        py|pry|paraguay|republic of paraguay|paraguai|paragwaj|парагвай|パラグアイ|巴拉圭|파라과이|باراغواي
        qa|qat|qatar|state of qatar|katar|catar|катар|カタール|卡塔尔|卡達|카타르|قطر
        re|reu|reunion|la reunion|reuniao|riunione|реюньон|реюньйон|レユニオン|留尼汪|留尼旺|레위니옹|روينيون
        ro|rou|romania|rumania|rumanien|roumanie|romenia|roemenie|rumunia|rumaenien|rumunsko|romanya|румыния|румунія|ルーマニア|罗马尼亚|羅馬尼亞|루마니아|رومانيا
        rs|srb|serbia|republic of serbia|serbien|serbie|servia|servie|srbsko|sirbistan|сербия|сербія|セルビア|塞尔维亚|塞爾維亞|세르비아|صربيا|србија
        ru|rus|russia|russian federation|российская федерация|russland|russie|rusia|rusland|rosja|ryssland|venaja|rusko|rusya|россия|росія|ロシア|俄罗斯|俄羅斯|러시아|روسيا
        rw|rwa|rwanda|rwandese republic|ruanda|руанда|ルワンダ|卢旺达|盧安達|르완다|رواندا
        sa|sau|saudi arabia|kingdom of saudi arabia|saudi arabien|arabie saoudite|arabia saudi|arabia saudita|saoedi arabie|arabia saudyjska|saudiarabien|saudska arabie|suudi arabistan|саудовская аравия|саудівська аравія|サウジアラビア|沙特阿拉伯|沙烏地阿拉伯|사우디아라비아|المملكة العربية السعودية
        sb|slb|solomon islands|salomonen|iles salomon|islas salomon|ilhas salomao|isole salomone|salomonseilanden|wyspy salomona|salomonoarna|salomonoerne|salomonoyene|salomonsaaret|salamounovy ostrovy|solomon adalari|соломоновы о ва|соломонові острови|ソロモン諸島|所罗门群岛|索羅門群島|솔로몬 제도|جزر سليمان
        sc|syc|seychelles|republic of seychelles|seychellen|seicheles|seszele|seychellerna|seychellerne|seychellene|seychellit|seychely|seyseller|сейшельские о ва|сейшельські острови|セーシェル|塞舌尔|塞席爾|세이셸|سيشل
        sd|sdn|sudan|republic of sudan|soudan|sudao|soedan|судан|スーダン|苏丹|蘇丹|수단|السودان
        se|swe|sweden|kingdom of sweden|schweden|suede|suecia|svezia|zweden|szwecja|sverige|ruotsi|svedsko|isvec|швеция|швеція|スウェーデン|瑞典|스웨덴|السويد
        sg|sgp|singapore|republic of singapore|singapur|singapour|singapura|сингапур|сінгапур|シンガポール|新加坡|싱가포르|سنغافورة
        sh|shn|st helena|saint helena ascension and tristan da cunha|ascension and tristan da cunha saint helena|sainte helene|santa elena|santa helena|sant elena|sint helena|wyspa swietej heleny|s t helena|saint helena|svata helena|о в св елены|острів святої єлени|セントヘレナ|圣赫勒拿|聖赫勒拿島|세인트헬레나|سانت هيلينا
        si|svn|slovenia|republic of slovenia|slowenien|slovenie|eslovenia|slowenia|slovenien|slovinsko|slovenya|словения|словенія|スロベニア|斯洛文尼亚|斯洛維尼亞|슬로베니아|سلوفينيا|slovenija
        sj|sjm|svalbard jan mayen|svalbard and jan mayen|spitzbergen und jan mayen|svalbard et jan mayen|svalbard y jan mayen|svalbard e jan mayen|spitsbergen en jan mayen|svalbard i jan mayen|svalbard och jan mayen|svalbard og jan mayen|huippuvuoret ja jan mayen|spicberky a jan mayen|svalbard ve jan mayen|шпицберген и ян майен|шпіцберген та ян маєн|スバールバル諸島 ヤンマイエン島|斯瓦尔巴和扬马延|挪威屬斯瓦巴及尖棉|스발바르제도 얀마웬섬|سفالبارد وجان ماين
        sk|svk|slovakia|slovak republic|slowakei|slovaquie|eslovaquia|slovacchia|slowakije|slowacja|slovakien|slovakiet|slovensko|slovakya|словакия|словаччина|スロバキア|斯洛伐克|슬로바키아|سلوفاكيا
        sl|sle|sierra leone|republic of sierra leone|sierra leona|serra leoa|сьерра леоне|сьєрра леоне|シエラレオネ|塞拉利昂|獅子山|시에라리온|سيراليون
        sm|smr|san marino|republic of san marino|saint marin|сан марино|サンマリノ|圣马力诺|聖馬利諾|산마리노|سان مارينو
        sn|sen|senegal|republic of senegal|сенегал|セネガル|塞内加尔|塞內加爾|세네갈|السنغال
        so|som|somalia|federal republic of somalia|somalie|somalsko|somali|сомали|сомалі|ソマリア|索马里|索馬利亞|소말리아|الصومال
        sr|sur|suriname|republic of suriname|surinam|суринам|スリナム|苏里南|蘇利南|수리남|سورينام
        ss|ssd|south sudan|republic of south sudan|sudsudan|soudan du sud|sudan del sur|sudao do sul|sud sudan|zuid soedan|sudan poludniowy|sydsudan|sor sudan|etela sudan|jizni sudan|guney sudan|южный судан|південний судан|南スーダン|南苏丹|南蘇丹|남수단|جنوب السودان
        st|stp|sao tome principe|sao tome and principe|democratic republic of sao tome and principe|sao tome und principe|sao tome et principe|santo tome y principe|sao tome e principe|sao tome en principe|wyspy swietego tomasza i ksiazeca|sao tome och principe|sao tome og principe|sao tome ja principe|svaty tomas a princuv ostrov|sao tome ve principe|сан томе и принсипи|сан томе і принсіпі|サントメ プリンシペ|圣多美和普林西比|聖多美普林西比|상투메 프린시페|ساو تومي وبرينسيبي
        sv|slv|el salvador|republic of el salvador|salvador|salwador|сальвадор|エルサルバドル|萨尔瓦多|薩爾瓦多|엘살바도르|السلفادور
        sx|sxm|sint maarten|sint maarten dutch part|saint martin partie neerlandaise|svaty martin nizozemsko|синт мартен|сінт мартен|シント マールテン|荷属圣马丁|荷屬聖馬丁|신트마르턴|سانت مارتن
        sy|syr|syria|syrian arab republic|syrien|syrie|siria|syyria|suriye|сирия|сирія|シリア|叙利亚|敘利亞|시리아|سوريا
        sz|swz|eswatini|kingdom of eswatini|swaziland|esuatini|essuatini|esvatini|эсватини|есватіні|エスワティニ|斯威士兰|史瓦帝尼|에스와티니|إسواتيني
        tc|tca|turks caicos islands|turks and caicos islands|turks und caicosinseln|iles turques et caiques|islas turcas y caicos|ilhas turcas e caicos|isole turks e caicos|turks en caicoseilanden|turks i caicos|turks och caicosoarna|turks og caicosoerne|turks og caicosoyene|turks ja caicossaaret|turks a caicos|turks ve caicos adalari|тёркс и кайкос|острови теркс і кайкос|タークス カイコス諸島|特克斯和凯科斯群岛|土克斯及開科斯群島|터크스 케이커스 제도|جزر توركس وكايكوس
        td|tcd|chad|republic of chad|tschad|tchad|chade|ciad|tsjaad|czad|tsjad|tsad|чад|チャド|乍得|查德|차드|تشاد
        tf|atf|french southern territories|franzosische sud und antarktisgebiete|terres australes francaises|territorios australes franceses|territorios franceses do sul|terre australi francesi|franse gebieden in de zuidelijke indische oceaan|francuskie terytoria poludniowe i antarktyczne|franska sydterritorierna|de franske besiddelser i det sydlige indiske ocean og antarktis|de franske sorterritorier|ranskan etelaiset ja antarktiset alueet|francouzska jizni uzemi|fransiz guney topraklari|французские южные территории|французькі південні території|仏領極南諸島|法属南部领地|法屬南部屬地|프랑스령 남방 지역|الأقاليم الجنوبية الفرنسية
        tg|tgo|togo|togolese republic|того|トーゴ|多哥|토고|توغو
        th|tha|thailand|kingdom of thailand|thailande|tailandia|thailandia|tajlandia|thaimaa|thajsko|tayland|таиланд|таїланд|タイ|泰国|泰國|태국|تايلاند|ไทย
        tj|tjk|tajikistan|republic of tajikistan|tadschikistan|tadjikistan|tayikistan|tadjiquistao|tagikistan|tadzjikistan|tadzykistan|tadsjikistan|tadzikistan|tacikistan|таджикистан|タジキスタン|塔吉克斯坦|塔吉克|타지키스탄|طاجيكستان
        tk|tkl|tokelau|tokelauoarna|токелау|トケラウ|托克劳|托克勞群島|토켈라우|توكيلاو
        tl|tls|timor leste|democratic republic of timor leste|east timor|timor oriental|timor est|oost timor|timor wschodni|osttimor|ost timor|ita timor|vychodni timor|восточный тимор|тимор лешті|東ティモール|东帝汶|東帝汶|동티모르|تيمور ليشتي
        tm|tkm|turkmenistan|turcomenistao|туркменистан|туркменістан|トルクメニスタン|土库曼斯坦|土庫曼|투르크메니스탄|تركمانستان
        tn|tun|tunisia|republic of tunisia|tunesien|tunisie|tunez|tunesie|tunezja|tunisien|tunisko|tunus|тунис|туніс|チュニジア|突尼斯|突尼西亞|튀니지|تونس
        to|to|tonga|kingdom of tonga|тонга|トンガ|汤加|東加|통가|تونغا
        tr|tur|turkiye|turkey|republic of turkiye|turkiye cumhuriyeti|turkei|turquie|turquia|turchia|turkije|turcja|turkiet|tyrkiet|tyrkia|turkki|turecko|турция|туреччина|トルコ|土耳其|튀르키예|تركيا
        tt|tto|trinidad tobago|trinidad and tobago|republic of trinidad and tobago|trinidad und tobago|trinite et tobago|trinidad y tobago|trinidad e tobago|trinidad en tobago|trynidad i tobago|trinidad och tobago|trinidad og tobago|trinidad ja tobago|trinidad a tobago|trinidad ve tobago|тринидад и тобаго|тринідад і тобаго|トリニダード トバゴ|特立尼达和多巴哥|千里達及托巴哥|트리니다드 토바고|ترينيداد وتوباغو
        tv|tuv|tuvalu|тувалу|ツバル|图瓦卢|吐瓦魯|투발루|توفالو
        tw|twn|taiwan|taiwan province of china|province of china taiwan|taiwan roc|republic of china|tajwan|tchaj wan|tayvan|тайвань|台湾|台灣|대만|تايوان
        tz|tza|tanzania|tanzania united republic of|united republic of tanzania|tansania|tanzanie|tanzanya|танзания|танзанія|タンザニア|坦桑尼亚|坦尚尼亞|탄자니아|تنزانيا
        ua|ukr|ukraine|ucrania|ucraina|oekraine|ukraina|ukrajina|ukrayna|украина|україна|ウクライナ|乌克兰|烏克蘭|우크라이나|أوكرانيا
        ug|uga|uganda|republic of uganda|ouganda|oeganda|уганда|ウガンダ|乌干达|烏干達|우간다|أوغندا
        um|umi|u s outlying islands|united states minor outlying islands|amerikanische uberseeinseln|iles mineures eloignees des etats unis|islas menores alejadas de ee uu|ilhas menores distantes dos eua|isole minori esterne degli stati uniti|kleine afgelegen eilanden van de verenigde staten|dalekie wyspy mniejsze stanow zjednoczonych|usa s yttre oar|amerikanske oversoiske oer|usas ytre oyer|yhdysvaltain erillissaaret|mensi odlehle ostrovy usa|abd kucuk harici adalari|внешние малые о ва сша|віддалені острови сша|合衆国領有小離島|美国本土外小岛屿|美國本土外小島嶼|미국령 해외 제도|جزر الولايات المتحدة النائية
        us|usa|united states|united states of america|u s|u s a|america|united states of america usa|us of america|etats unis d amerique|vereinigte staaten von amerika|estados unidos de america|stati uniti d america|estados unidos da america|verenigde staten van amerika|eua|eeuu|ee uu|сша|соединенные штаты америки|stany zjednoczone ameryki|amerika birlesik devletleri|美利坚合众国|アメリカ|アメリカ合衆国|미국|vereinigte staaten|etats unis|estados unidos|stati uniti|verenigde staten|stany zjednoczone|usa|yhdysvallat|spojene staty|соединенные штаты|сполучені штати|美国|美國|الولايات المتحدة
        uy|ury|uruguay|eastern republic of uruguay|uruguai|urugwaj|уругвай|ウルグアイ|乌拉圭|烏拉圭|우루과이|أورغواي
        uz|uzb|uzbekistan|republic of uzbekistan|usbekistan|ouzbekistan|uzbequistao|oezbekistan|ozbekistan|узбекистан|ウズベキスタン|乌兹别克斯坦|烏茲別克|우즈베키스탄|أوزبكستان
        va|vat|vatican city|holy see vatican city state|vatican|vatikanstadt|etat de la cite du vatican|ciudad del vaticano|cidade do vaticano|citta del vaticano|vaticaanstad|watykan|vatikanstaten|vatikaani|vatikan|ватикан|バチカン市国|梵蒂冈|梵蒂岡|바티칸 시국|الفاتيكان
        vc|vct|st vincent grenadines|saint vincent and grenadines|st vincent und die grenadinen|saint vincent et les grenadines|san vicente y las granadinas|sao vicente e granadinas|saint vincent e grenadine|saint vincent en de grenadines|saint vincent i grenadyny|s t vincent och grenadinerna|saint vincent og grenadinerne|st vincent og grenadinene|saint vincent ja grenadiinit|svaty vincenc a grenadiny|saint vincent ve grenadinler|сент винсент и гренадины|сент вінсент і гренадіни|セントビンセント及びグレナディーン諸島|圣文森特和格林纳丁斯|聖文森及格瑞那丁|세인트빈센트그레나딘|سانت فنسنت وجزر غرينادين
        ve|ven|venezuela|venezuela bolivarian republic of|bolivarian republic of venezuela|wenezuela|венесуэла|венесуела|ベネズエラ|委内瑞拉|委內瑞拉|베네수엘라|فنزويلا
        vg|vgb|british virgin islands|virgin islands british|britische jungferninseln|iles vierges britanniques|islas virgenes britanicas|ilhas virgens britanicas|isole vergini britanniche|britse maagdeneilanden|brytyjskie wyspy dziewicze|brittiska jungfruoarna|de britiske jomfruoer|de britiske jomfruoyene|brittilaiset neitsytsaaret|britske panenske ostrovy|britanya virjin adalari|виргинские о ва великобритания|британські віргінські острови|英領ヴァージン諸島|英属维尔京群岛|英屬維京群島|영국령 버진아일랜드|جزر فيرجن البريطانية
        vi|vir|u s virgin islands|virgin islands u s|virgin islands of united states|amerikanische jungferninseln|iles vierges des etats unis|islas virgenes de ee uu|ilhas virgens americanas|isole vergini americane|amerikaanse maagdeneilanden|wyspy dziewicze stanow zjednoczonych|amerikanska jungfruoarna|de amerikanske jomfruoer|de amerikanske jomfruoyene|yhdysvaltain neitsytsaaret|americke panenske ostrovy|abd virjin adalari|виргинские о ва сша|віргінські острови сша|米領ヴァージン諸島|美属维尔京群岛|美屬維京群島|미국령 버진아일랜드|جزر فيرجن الأمريكية
        vn|vnm|vietnam|viet nam|socialist republic of viet nam|vietna|wietnam|вьетнам|вʼєтнам|ベトナム|越南|베트남|فيتنام|việt nam
        vu|vut|vanuatu|republic of vanuatu|вануату|バヌアツ|瓦努阿图|萬那杜|바누아투|فانواتو
        wf|wlf|wallis futuna|wallis and futuna|wallis und futuna|wallis et futuna|wallis y futuna|wallis e futuna|wallis en futuna|wallis i futuna|wallis och futunaoarna|wallis og futuna|wallis ja futuna|wallis a futuna|wallis ve futuna|уоллис и футуна|уолліс і футуна|ウォリス フツナ|瓦利斯和富图纳|瓦利斯群島和富圖那群島|왈리스 푸투나 제도|جزر والس وفوتونا
        ws|wsm|samoa|independent state of samoa|самоа|サモア|萨摩亚|薩摩亞|사모아|ساموا
        ye|yem|yemen|republic of yemen|jemen|iemen|йемен|ємен|イエメン|也门|葉門|예멘|اليمن
        yt|myt|mayotte|majotta|майотта|マヨット|马约特|馬約特島|마요트|مايوت
        za|zaf|south africa|republic of south africa|sudafrika|afrique du sud|sudafrica|africa do sul|zuid afrika|republika poludniowej afryki|sydafrika|sor afrika|etela afrikka|jihoafricka republika|guney afrika|южно африканская республика|південно африканська республіка|南アフリカ|南非|남아프리카|جنوب أفريقيا
        zm|zmb|zambia|republic of zambia|sambia|zambie|zambiya|замбия|замбія|ザンビア|赞比亚|尚比亞|잠비아|زامبيا
        zw|zwe|zimbabwe|republic of zimbabwe|simbabwe|zimbabue|zimbabve|зимбабве|зімбабве|ジンバブエ|津巴布韦|辛巴威|짐바브웨|زيمبابوي
        """
}
