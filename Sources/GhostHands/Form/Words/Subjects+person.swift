/// What the applicant has, is, and says. An asterisk stands for any ending.
extension Subjects {
    /// Papers and permissions.
    static let proofs = """
        driving licence, driving license, driver licence, driver license, drivers licence, drivers license, \
        driver s license, licence to drive, license to drive, driving permit, fuhrerschein*, fahrerlaubnis*, \
        permis b, permis de conduire, permis, carne de conducir, carnet de conducir, permiso de conducir, \
        licencia de conducir, licencia de conduccion, licencia de manejo, carta de conducao, carteira de motorista, \
        carteira nacional de habilitacao, cnh, patente, patente di guida, patente b, rijbewij*, korkort*, b korkort, \
        korekort*, forerkort*, sertifikat, ajokort*, prawo jazdy, prawa jazdy, prawem jazdy, ridicsk*, ridicak*, \
        surucu belge*, ehliyet*, surucu ehliyet*, водительск*, права категории, посвідчення водія, водійськ*, 運転免許*, \
        運転免許, 普通免許, 驾照, 驾驶证, 운전면허, رخصة قيادة
        car, own car, vehicle, own vehicle, auto, pkw, eigenes auto, fahrzeug, voiture, vehicule, coche, vehiculo, \
        carro, veiculo, automobile, macchina, mezzo proprio, automunit*, wagen, bil, egen bil, oma auto, autoa, \
        samochod*, wlasny samochod, vlastni auto, vozidlo, arac, araciniz, ozel arac, автомобил*, машин*, авто, 車, \
        自家用車, 车, 차량
        forklift*, fork lift, staplerschein, gabelstapler*, stapler*, caces, chariot*, carretilla*, empilhadeira*, \
        muletto, carrellista, carrello elevatore, heftruck*, truckkort*, truckforerbevis, truckcertifikat, \
        trukkikort*, wozk*, vysokozdvizn*, vzv, forklift ehliyet*, погрузчик*, навантажувач*, フォークリフト, 叉车, 지게차
        first aid, first aider, cpr, ersthelfer*, erste hilfe, secouriste, premiers secours, sst, primeros auxilios, \
        primeiros socorros, primo soccorso, ehbo, bhv, forsta hjalpen, hlr, forstehjaelp*, forstehjelp*, ensiapu*, \
        ea1, pierwsza pomoc, pierwszej pomocy, prvni pomoc*, ilk yardim*, первая помощь, первой помощи, 応急, 急救, 응급
        criminal record, criminal records, police clearance, certificate of good conduct, dbs, dbs check, \
        fuhrungszeugnis*, casier judiciaire, antecedentes penales, antecedentes criminais, registo criminal, \
        casellario, carichi pendenti, vog, verklaring omtrent gedrag, belastningsregister*, straffeattest*, \
        politiattest*, rikosrekister*, niekaraln*, zaswiadczenie o niekaralnosci, trestni rejstrik, \
        rejstriku trestu, adli sicil*, sabika*, справка о несудимости, судимост*, несудим*, 無犯罪証明, 犯罪記録, 범죄경력
        work permit, permit to work, residence permit, arbeitserlaubnis*, aufenthaltstitel*, arbeitsgenehmigung*, \
        aufenthaltserlaubnis*, titre de sejour, permis de travail, autorisation de travail, permiso de trabajo, \
        permiso de residencia, autorizacao de trabalho, autorizacao de residencia, permesso di soggiorno, \
        permesso di lavoro, werkvergunning*, verblijfsvergunning*, arbetstillstand*, uppehallstillstand*, \
        arbejdstilladelse*, opholdstilladelse*, arbeidstillatelse*, oppholdstillatelse*, tyolupa*, oleskelulupa*, \
        pozwolenie na prace, zezwolenie na prace, pracovni povoleni, povoleni k pobytu, calisma izni, oturma izni, \
        разрешение на работу, дозвіл на роботу, 就労ビザ, 在留資格, 工作签证, 취업비자
        certification, certifications, certificate*, qualification*, zertifikat*, zertifizierung*, certificat*, \
        certificad*, certificac*, certificazion*, certificering*, diploma s, certifikat, certifiering*, \
        sertifisering*, sertifikaat*, certyfikat*, uprawnien*, certifikat*, osvedcen*, sertifika*, сертификат*, \
        сертифікат*, 資格, 证书, 자격증
        passport*, reisepass, passeport, pasaporte, passaporte, passaporto, paspoort, passi, paszport*, \
        cestovni pas, pasaport*, паспорт*, パスポート, 护照, 여권
        vaccin*, impf*, vacun*, vacin*, rokote*, szczepi*, ockovan*, asi oldunuz, asilar*, прививк*, вакцин*, \
        щеплен*, 予防接種, ワクチン, 疫苗, 백신
        health certificate, hygiene certificate, food hygiene, gesundheitszeugnis*, infektionsschutz*, \
        carne de manipulador*, manipulador* de alimentos, haccp, hygieniapass*, ksiazeczk*, sanepid*, \
        zdravotni prukaz, hijyen belge*, медкнижк*, медицинская книжка, санкнижк*, санитарн*
        security clearance, clearance, sicherheitsuberprufung*, habilitation*, sakerhetsprov*, sikkerhedsgodkend*, \
        sikkerhetsklarer*, turvallisuusselvity*, poswiadczenie bezpieczenstwa, допуск*

        """

    /// What somebody is and can.
    static let person = """
        citizenship, citizen, nationality, nationalities, staatsangehorigkeit*, staatsburgerschaft*, nationalitat, \
        nationalite, citoyennete, nacionalidad, ciudadania, nacionalidade, cidadania, nazionalita, cittadinanza, \
        nationaliteit, staatsburgerschap, medborgarskap, nationalitet, statsborgerskab*, statsborgerskap*, \
        nasjonalitet, kansalaisuu*, obywatelstw*, narodowosc*, obcanstvi, narodnost, uyruk*, vatandaslik, \
        гражданств*, громадянств*, 国籍, 국적, الجنسية
        gender, sex, geschlecht*, genre, sexe, sexo, genero, genere, sesso, geslacht, kon, kjonn, sukupuol*, plec, \
        pohlavi, cinsiyet*, пол, стать, 性別, 性别, 성별, الجنس
        which: district, county, stadtteil, bezirk, arrondissement, distrito, bairro, quartiere, wijk, stadsdel, \
        bydel, ilce, ilceniz, dzielnica, powiat, okres, район, 区县, 居住区县, 구, 시군구
        identity document, identity card, id card, id number, id card number, identity number, national id, \
        personalausweis*, ausweisnummer, piece d identite, carte d identite, documento de identidad, \
        numero de documento, dni, nie, dni nie, numero de dni, cedula, documento de identidade, numero do documento, \
        documento d identita, carta d identita, identiteitskaart, id bewijs, legitimation, henkilotunnus, \
        dowod osobist*, numer dowodu, obcansk*, kimlik no, tc kimlik, паспорт серия, 身分証, 身份证, 주민등록번호
        which: phone type, type of phone, phone device type, device type, telefonart, telefontyp, type d appareil, \
        type de telephone, tipo de telefono, tipo de telefone, tipo di telefono, type telefoon, soort telefoon, \
        telefontype, puhelintyyppi, rodzaj telefonu, typ telefonu, telefon turu, тип телефона, тип телефону
        allerg*, intoleran*, unvertraglichkeit*, alerg*, аллерг*, алерг*, アレルギー, 过敏, 알레르기
        diet*, dietary, ernahrung*, regime alimentaire, dieta, alimentar*, dieet*, kost, matpreferens*, specialkost, \
        ruokavalio*, strav*, beslenme
        smok*, rauchen, raucher*, nichtraucher*, fumer, fumeur, fumeuse, fumar, fumador*, fumante, fumat*, roker, \
        rokare, ryger, royk*, tupakoi*, pali, palac*, palen*, kour*, sigara*, кур*, 喫煙, 吸烟, 흡연
        clothing size, shirt size, t shirt size, uniform size, konfektionsgrosse, kleidergrosse, t shirt grosse, \
        taille, talla, tamanho, tamanho do uniforme, taglia, kledingmaat, maat, kladstorlek*, storlek*, storrelse*, \
        vaatekoko*, rozmiar*, velikost*, beden, bedeniniz, размер одежды, розмір одягу, 制服サイズ, 尺码
        shoe size, schuhgrosse, pointure, numero de calzado, numero de pie, numero do calcado, numero di scarpe, \
        schoenmaat, skostorlek, skostorrelse, kengankoko, rozmiar buta, rozmiar obuwia, velikost bot, \
        ayakkabi numara*, размер обуви, розмір взуття, 靴のサイズ
        hobb*, free time, spare time, freizeit, loisirs, aficiones, passatempo*, tempo libero, vrije tijd, fritid*, \
        intressen, vapaa aika, harrast*, zainteresowan*, zajmy, konick*, hobi*, увлечен*, хобби, хобі, 趣味, 爱好, 취미
        strength*, starken, starke, points forts, atouts, fortalez*, pontos fortes, punti di forza, sterke punten, \
        sterke kanten, styrkor, styrker, vahvuu*, mocne strony, silne stranky, guclu yon*, сильные стороны, \
        сильні сторони, 長所, 强み, 优势, 강점, 장점
        weakness*, schwachen, points faibles, debilidad*, pontos fracos, punti deboli, zwakke punten, svagheter, \
        svagheder, svakheter, heikkou*, slabe strony, slabe stranky, zayif yon*, слабые стороны, слабкі сторони, 短所, \
        缺点, 약점, 단점
        proud, proudest, achievement*, accomplishment*, erfolg*, stolz, fierte, fier, fiere, reussite*, logro*, \
        orgullo*, conquista*, orgulh*, traguard*, orgoglios*, successo, prestatie*, trots, stolt*, stolteste, \
        saavutu*, ylpe*, osiagniec*, dumn*, uspech*, hrd*, basari*, gurur*, достижен*, горд*, досягнен*, пиша*, 成果, \
        実績, 成就, 성취
        work sample*, portfolio*, arbeitsprobe*, arbetsprov*, arbejdsprov*, realisations, muestra* de trabajo, \
        ポートフォリオ, 作品, 作品集, 포트폴리오
        nickname, preferred name, call you, rufname, rufnamen, prenom d usage, nombre preferido, nome social, \
        apelido, nome preferito, roepnaam, tilltalsnamn*, kaldenavn*, kallenavn, kutsumanimi*, prezdivk*, hitap
        pronounce*, pronunciation, ausgesprochen, aussprache, prononc*, pronunci*, uitspra*, uttal*, udtal*, lausu*, \
        wymaw*, wymow*, vyslov*, telaffuz*, произнос*, произнес*, 読み方
        which: contact you, reach you, contact method, preferred contact, contact preference, kontaktieren, \
        erreichen, kontaktweg, kontaktart, vous contacter, vous joindre, moyen de contact, contactar*, \
        medio de contacto, forma de contacto, entrar em contato, contatto preferit*, contattar*, bereiken, \
        contacteren, contactvoorkeur, kontakta*, kontakte, yhteydenotto*, ottaa yhteytta, kontakt*, skontaktowac, \
        kontaktov*, ulasalim, iletisim tercih*, связаться, связи, зв язатися, звязатися, зв язку, звязку, 連絡方法, \
        联系方式, 연락방법
        swim*, schwimm*, nager, natation, nadar, natacion, natacao, nuot*, zwem*, simma, simkunn*, svomme*, uima*, \
        plywa*, plava*, yuzme*, плава*, 水泳, 游泳, 수영
        cook*, kochen, cuisin*, cocina*, cozinh*, cucin*, koken, laga mat, lave mad, lage mat, kokata, gotowa*, \
        varit, vareni, yemek pis*, готовит*, 調理, 烹饪, 요리
        child, children, kids, kindern, kinder, enfants, enfant, ninos, criancas, bambini, kinderen, barn, lasten, \
        lapsi*, dziecmi, dzieci, detmi, deti, cocuk*, детьми, дети, дітьми, 子ども, 子供, 儿童, 아이
        cash register, point of sale, pos system, kasse, kassensystem*, caisse, caja registradora, caixa, cassa, \
        kassa*, kassasystem, kas* fiskaln*, kasy, pokladn*, yazarkasa, касс*, レジ, 收银, 포스
        machine*, maschinen*, machines, maquina*, macchinari, maskin*, kone, koneita, maszyn*, stroj*, makine*, \
        станк*, 機械, 机器, 기계
        computer*, pc, ordinateur, ordenador, computador*, dator*, tietokone*, komputer*, pocitac*, bilgisayar*, \
        компьютер*, комп ютер*, パソコン, 电脑, 컴퓨터
        union, gewerkschaft*, syndicat, sindicat*, vakbond, fackforening*, fagforening*, ammattiliit*, \
        zwiazk* zawodow*, odbor*, sendika*
        military service, wehrdienst, zivildienst, service militaire, servicio militar, servico militar, \
        servizio militare, militarjanst*, vaernepligt*, varusmies*, sluzba wojskow*, askerlik*, воинск*, армия, \
        військов*, 병역, 兵役
        which: marital status, civil status, familienstand, etat civil, situation familiale, estado civil, \
        stato civile, burgerlijke staat, civilstand*, sivilstatus, siviilisaat*, stan cywilny, rodinny stav, \
        medeni durum*, medeni hal*, семейное положение, сімейний стан, 婚姻, 配偶者, 결혼

        """

    /// Why one applies, and how one came to it.
    static let reasons = """
        motivation, motivates, motivated you, cover letter, motivation letter, letter of motivation, \
        why do you want to work, why do you want to join, why do you want this, why do you want to apply, \
        why do you apply, why are you applying, why this job, why this role, why this position, why us, \
        why our company, why are you interested, why would you like to work, why would you like to join, \
        reason for applying, reasons for applying, what attracts you, what interests you, anschreiben, \
        motivationsschreiben, warum bewerben, warum mochten sie bei uns, warum mochten sie fur uns, \
        warum mochtest du bei uns, warum wir, beweggrund*, bewerbungsgrund*, warum interessier*, was reizt, \
        lettre de motivation, motivations, pourquoi postulez, pourquoi souhaitez vous rejoindre, \
        pourquoi souhaitez vous travailler, pourquoi souhaitez vous integrer, pourquoi voulez vous travailler, \
        pourquoi nous, carta de presentacion, carta de motivacion, motivacion, por que quieres trabajar, \
        por que quiere trabajar, por que desea trabajar, por que te interesa, carta de apresentacao, motivacao, \
        por que voce quer trabalhar, por que quer trabalhar, por que deseja trabalhar, lettera di presentazione, \
        lettera motivazionale, motivazione, perche vuoi lavorare, perche vuole lavorare, perche ti candidi, \
        motivatie, motivatiebrief, sollicitatiebrief, waarom solliciteer*, waarom wil je bij, \
        waarom wil je graag bij, waarom wilt u bij, personligt brev, ansokningsbrev, varfor soker, \
        varfor vill du jobba, varfor vill du arbeta, varfor vill du borja, motiveret ansogning, ansogning, \
        hvorfor soger, hvorfor vil du arbejde, hvorfor vil du jobbe, soknadsbrev, soknadstekst, hvorfor soker, \
        motivasjon, motivasjonsbrev, hakemuskirje, saatekirje, motivaatio*, miksi haet, miksi haluat tyoskennella, \
        miksi haluat toihin, miksi haluat meille, list motywacyjny, motywacj*, dlaczego chce* pracowac, \
        dlaczego chce* dolaczyc, dlaczego aplikuj*, motivacni dopis, pruvodni dopis, motivac*, proc se hlasite, \
        proc chcete pracovat, proc chcete u nas, on yazi, motivasyon*, neden basvur*, neden bizimle, \
        сопроводительное письмо, почему вы хотите работать, почему хотите работать, мотивац*, супровідний лист, \
        мотиваційний лист, чому ви хочете працювати, чому хочете працювати, 志望動機, 志望理由, 応募理由, 求职动机, 应聘理由, 지원동기
        salary, salary expectation*, expected salary, desired salary, pay expectation*, wage*, compensation, \
        gehalt*, gehaltsvorstellung*, gehaltswunsch*, lohnvorstellung*, remuneration, pretentions salariales, \
        salaire, salario, expectativa salarial, pretension salarial, pretensao salarial, retribuzione, ral, \
        stipendio, aspettativa salariale, salaris*, salarisindicatie, lon, loneansprak*, lonekrav, loneforventning*, \
        lonnskrav, lonforventning*, lonnsforventning*, palkkatoive*, palkka*, oczekiwania finansowe, wynagrodzen*, \
        mzd*, platov*, plat, maas*, ucret beklenti*, зарплат*, заработн*, зарплатн*, 希望年収, 希望給与, 薪资, 期望薪资, 희망연봉
        hear about, heard about, hear of, heard of, find out about, found out about, learn about, learned about, \
        come across, find this job, find this position, find this vacancy, find us, found us, discover, discovered, \
        aufmerksam, erfahren haben, von der stelle erfahren, gefunden, entendu parler, connu notre, \
        pris connaissance, decouvert, enterado, enteraste, entero, conocio, encontraste, soube da, soube desta, \
        ficou sabendo, conheceu, encontrou, venuto a conoscenza, saputo, conosciuto, trovato, gehoord, gevonden, \
        terechtgekomen, horde, hort, fick du hora, hittade, hort om, fandt, funnet, fant du, kuuli*, loysit, \
        dowiedzial*, dowiedzieli*, znalazl*, dozvedel*, nasel, nasli, nereden duydunuz, haberdar, узнали, нашли, \
        дізнал*, знайшли, 知りました, 知った, 知ったきっかけ, 得知, 了解到, 알게
        previously worked, worked for us, worked here, employed by us, former employee, ex employee, \
        bereits bei uns, schon einmal bei uns, schon einmal fur uns, fruher bei uns, deja travaille, \
        trabajado con nosotros, trabajado para nosotros, trabajado anteriormente, trabalhou conosco, trabalhou na, \
        ja trabalhou, gia lavorato, eerder bij ons, eerder gewerkt, tidigare arbetat, tidigare jobbat, \
        jobbat hos oss, tidligere ansat, tidligere ansatt, tidligere arbejdet, tidligere jobbet, \
        aiemmin tyoskennel*, tyoskennellyt meilla, pracowal* u nas, pracowal* wczesniej, pracoval* u nas, \
        daha once calis*, работали у нас, ранее работали, працювали у нас, раніше працювали
        childcare, kinderbetreuung, garde d enfants, guarderia, creche, asilo nido, kinderopvang, barnomsorg, \
        paivahoit*
        relatives, relative, family members, verwandte*, angehorige*, famille, proches, familiares, parientes, \
        parentes, parenti, familieleden, familie, slaktingar, anhoriga, slaegtninge, slektninger, sukulai*, krewn*, \
        pribuzn*, akraba*, родственник*, родич*, 親族, 亲属, 친인척
        newsletter*, infolettre*, lettre d information, boletin*, boletim*, nieuwsbrief*, nyhetsbrev*, nyhedsbrev*, \
        uutiskirje*, biuletyn*, bulten*, рассылк*, розсилк*, メールマガジン, メルマガ, 뉴스레터, 邮件订阅
        text message*, text messages, sms, text me, text you, textnachricht*, mensaje de texto, mensajes de texto, \
        mensagem de texto, mensagens de texto, tekstbericht*, tekstbesked*, tekstmelding*, tekstiviest*, смс, \
        ショートメール, 短信, 문자
        future recruitment*, future vacanc*, future position*, future opening*, other vacanc*, other position*, \
        other opening*, other jobs, other roles, talent pool*, talentpool*, talent community, bewerberpool*, \
        kunftige stelle*, weitere stellen, andere stellen, anderen stellen, zukunftige*, futurs recrutements, \
        futures offres, d autres postes, vivier*, futuras vacantes, futuros procesos, otras vacantes, \
        banco de talentos, futuras vagas, outras vagas, future selezioni, altre posizioni, toekomstige vacature*, \
        andere vacature*, framtida rekrytering*, framtida tjanster, fremtidige stillinger, andre stillinger, \
        tulev* rekrytoin*, przyszl* rekrutacj*, przyszl* postepowan*, budouci* vyberov*, dalsi* pozic*, \
        gelecekteki*, будущих ваканси*, других ваканси*, майбутніх ваканс*, 今後の募集, 人才库, 인재풀
        privacy notice, privacy policy, privacy statement, data protection, datenschutz*, datenschutzerklarung, \
        datenschutzhinweis*, politique de confidentialite, protection des donnees, politica de privacidad, \
        aviso de privacidad, proteccion de datos, politica de privacidade, aviso de privacidade, protecao de dados, \
        informativa*, privacy, privacyverklaring, privacybeleid, integritetspolicy*, dataskydd*, privatlivspolitik*, \
        databeskyttelse*, personvern*, tietosuoja*, rodo, polityk* prywatnosci, klauzul* informacyjn*, gdpr, \
        zasad* ochrany, zpracovani osobnich udaju, kvkk*, aydinlatma metni*, политик* конфиденциальности, \
        персональных данных, персональних даних, 個人情報, 隐私, 개인정보

        """
}
