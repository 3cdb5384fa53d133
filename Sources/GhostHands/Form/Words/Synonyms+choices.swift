extension Synonyms {
    /// Answers that forms of every language offer: who somebody is, how well, how often, when and in which way, and that
    /// there is nothing to say.
    static let choices = """
        male|man|m|männlich|mann|herr|homme|masculin|hombre|masculino|homem|uomo|maschio|maschile|mannelijk|mies|\
        mężczyzna|muž|erkek|мужской|мужчина|чоловіча|чоловік|男性|男|남성|남자|남|ذكر
        female|woman|f|weiblich|frau|femme|féminin|mujer|femenino|feminino|mulher|donna|femmina|femminile|vrouw|\
        vrouwelijk|kvinna|kvinde|kvinne|nainen|kobieta|žena|kadın|женский|женщина|жіноча|жінка|女性|女|여성|여자|여|أنثى
        she her|she her hers|ela dela|sie ihr|ella|elle|zij haar|hon henne|hun hende|hun henne|lei|ona|вона|она|彼女
        he him|he him his|ele dele|er ihm|er ihn|il|hij hem|han honom|han ham|lui|on|він|он|彼
        they them|they them theirs|elu delu|elles|iel|elle elles|die hen|hen|de dem
        non binary|nonbinary|divers|non binaire|no binario|não binário|icke binär|niet binair
        full time|fulltime|vollzeit|temps plein|temps complet|tiempo completo|jornada completa|tempo integral|\
        tempo inteiro|tempo pieno|voltijd|heltid|kokoaikainen|kokopäiväinen|pełny etat|plný úvazek|tam zamanlı|\
        полная занятость|полный рабочий день|повна зайнятість|フルタイム|全职|전일제
        part time|parttime|teilzeit|temps partiel|tiempo parcial|media jornada|jornada parcial|tempo parcial|\
        meio período|deeltijd|deltid|osa aikainen|część etatu|niepełny etat|částečný úvazek|zkrácený úvazek|\
        yarı zamanlı|частичная занятость|неполный рабочий день|неповна зайнятість|パートタイム|兼职|시간제
        not applicable|n a|na|does not apply|nicht zutreffend|entfällt|trifft nicht zu|sans objet|non applicable|\
        non concerné|no aplica|no procede|não se aplica|não aplicável|non applicabile|niet van toepassing|nvt|n v t|\
        ej aktuellt|inte aktuellt|ikke relevant|ikke aktuelt|ei koske minua|nie dotyczy|netýká se|nevztahuje se|\
        uygulanamaz|не применимо|не требуется|не застосовується|該当なし|不适用|해당없음|해당 없음|해당사항 없음|لا ينطبق
        exempt|exempted|befreit|exempté|exempte|exento|exenta|isento|isenta|esente|vrijgesteld|muaf|면제|освобожден|\
        звільнений
        completed|done|served|yapıldı|tamamlandı|군필|필|пройдена|absolviert|abgeleistet|cumplido|cumprido|assolto
        postponed|deferred|tecilli|ertelendi|미필|отсрочка|відстрочка
        basic|beginner|elementary|basics|grundkenntnisse|anfänger|débutant|notions|básico|principiante|iniciante|\
        base|basis|grundläggande|begynder|grunnleggende|perustaso|podstawowy|podstawowa|základní|začátečník|temel|\
        başlangıç|начальный|базовый|початковий|базовий|初級|初级|초급
        intermediate|mittel|mittelstufe|intermédiaire|intermedio|medio|intermediário|gemiddeld|medel|mellannivå|\
        mellemniveau|middels|keskitaso|średniozaawansowany|średni|středně pokročilý|orta|средний|середній|中級|中级|중급
        advanced|fortgeschritten|avancé|avanzado|avançado|avanzato|gevorderd|avancerad|avanceret|avansert|edistynyt|\
        zaawansowany|pokročilý|ileri|продвинутый|просунутий|высокий|високий|上級|高级|고급
        fluent|fluently|fließend|verhandlungssicher|courant|couramment|fluido|con fluidez|fluente|vloeiend|flytande|\
        flydende|sujuva|biegły|biegle|płynny|plynně|plynulý|akıcı|свободный|свободно|вільно|вільний|流暢|流利|유창함|유창
        native|native speaker|mother tongue|first language|muttersprache|muttersprachler|langue maternelle|\
        lengua materna|nativo|nativa|lingua materna|madrelingua|língua materna|moedertaal|modersmål|morsmål|\
        äidinkieli|język ojczysty|ojczysty|rodilý mluvčí|mateřština|ana dil|ana dili|родной|рідна|母語|ネイティブ|母语|모국어|원어민
        occasionally|sometimes|now and then|gelegentlich|manchmal|parfois|à l'occasion|de temps en temps|\
        ocasionalmente|a veces|às vezes|a volte|occasionalmente|soms|af en toe|ibland|nogle gange|av og til|\
        en gang imellem|joskus|czasami|czasem|okazjonalnie|občas|bazen|ara sıra|иногда|іноді|часом|時々|ときどき|有时|가끔
        always|immer|jederzeit|toujours|siempre|sempre|altijd|alltid|altid|aina|zawsze|vždy|her zaman|всегда|завжди|\
        いつも|总是|항상
        single|unmarried|ledig|célibataire|soltero|soltera|solteiro|solteira|celibe|nubile|ongehuwd|ogift|ugift|\
        naimaton|kawaler|panna|svobodný|svobodná|bekar|холост|не замужем|неодружений|незаміжня|未婚|미혼|أعزب|عزباء
        married|verheiratet|marié|mariée|casado|casada|coniugato|coniugata|sposato|sposata|gehuwd|gift|naimisissa|\
        żonaty|zamężna|ženatý|vdaná|evli|женат|замужем|одружений|заміжня|既婚|已婚|기혼|متزوج|متزوجة
        remote|fully remote|remotely|work from home|home office|remote work|à distance|en remoto|remoto|remota|\
        teletrabajo|da remoto|op afstand|thuiswerken|på distans|distans|etänä|etätyö|zdalnie|zdalna|praca zdalna|\
        na dálku|uzaktan|удаленно|удаленная работа|віддалено|віддалена робота|リモート|在宅|远程|재택
        hybrid|hybrid work|hybride|híbrido|híbrida|ibrido|ibrida|hybridi|hybrydowo|hybrydowa|hybridně|hibrit|\
        гибридный|гібридний
        on site|onsite|in office|in the office|office|vor ort|im büro|sur site|au bureau|présentiel|presencial|\
        in sede|in presenza|op kantoor|op locatie|på plats|på kontoret|kontorilla|lähityö|stacjonarnie|w biurze|\
        v kanceláři|ofiste|в офисе|в офісі|出社|现场办公
        mobile|mobile phone|cell|cell phone|cellphone|handy|mobiltelefon|portable|téléphone portable|\
        téléphone mobile|móvil|teléfono móvil|celular|telemóvel|cellulare|mobiel|mobil|matkapuhelin|komórkowy|\
        telefon komórkowy|mobilní|cep|cep telefonu|мобильный|мобільний|携帯|携帯電話|手机|휴대폰
        landline|home phone|festnetz|fixe|téléphone fixe|fijo|teléfono fijo|fixo|telefone fixo|fisso|vaste telefoon|\
        fasttelefon|lankapuhelin|stacjonarny|pevná linka|ev telefonu|домашний|домашній|固定電話|座机
        monday|montag|lundi|lunes|segunda feira|segunda|lunedì|maandag|måndag|mandag|maanantai|poniedziałek|pondělí|\
        pazartesi|понедельник|понеділок|月曜日|月曜|周一|星期一|월요일
        tuesday|dienstag|mardi|martes|terça feira|terça|martedì|dinsdag|tisdag|tirsdag|tiistai|wtorek|úterý|salı|\
        вторник|вівторок|火曜日|火曜|周二|星期二|화요일
        wednesday|mittwoch|mercredi|miércoles|quarta feira|quarta|mercoledì|woensdag|onsdag|keskiviikko|środa|středa|\
        çarşamba|среда|середа|水曜日|水曜|周三|星期三|수요일
        thursday|donnerstag|jeudi|jueves|quinta feira|quinta|giovedì|donderdag|torsdag|torstai|czwartek|čtvrtek|\
        perşembe|четверг|четвер|木曜日|木曜|周四|星期四|목요일
        friday|freitag|vendredi|viernes|sexta feira|sexta|venerdì|vrijdag|fredag|perjantai|piątek|pátek|cuma|пятница|\
        п'ятниця|金曜日|金曜|周五|星期五|금요일
        saturday|samstag|sonnabend|samedi|sábado|sabato|zaterdag|lördag|lørdag|lauantai|sobota|cumartesi|суббота|\
        субота|土曜日|土曜|周六|星期六|토요일
        sunday|sonntag|dimanche|domingo|domenica|zondag|söndag|søndag|sunnuntai|niedziela|neděle|pazar|воскресенье|\
        неділя|日曜日|日曜|周日|星期日|일요일
        morning|mornings|vormittag|vormittags|morgens|matin|le matin|mañana|mañanas|manhã|mattina|mattino|ochtend|\
        's ochtends|förmiddag|formiddag|aamupäivä|aamu|rano|przed południem|ráno|dopoledne|sabah|утро|утром|ранок|\
        вранці|午前|上午|오전
        afternoon|afternoons|nachmittag|nachmittags|après midi|tarde|por la tarde|à tarde|pomeriggio|middag|\
        's middags|eftermiddag|ettermiddag|iltapäivä|popołudnie|odpoledne|öğleden sonra|день|днем|午後|下午|오후
        evening|evenings|abend|abends|soir|le soir|noche|noite|sera|avond|'s avonds|kväll|aften|kveld|ilta|wieczór|\
        wieczorem|večer|akşam|вечер|вечером|вечір|ввечері|夜|晚上|저녁
        night|nights|nacht|nachts|nuit|la nuit|notte|natt|nat|yö|noc|w nocy|v noci|gece|ночь|ночью|ніч|вночі|夜間|夜班|야간
        """.pieces(between: "\n")
}
