extension Tongue {
    /// The parts of somebody's studies, by their names in every language: forms ask for them one by one.
    static let schooling = Tongue([
        .graduationYear: """
        abschlussjahr, jahr des abschlusses, jahr des studienabschlusses, afstudeerjaar, jaar van afstuderen, diplomajaar, \
        examensår, år för examen, år för avslutad utbildning, dimissionsår, afslutningsår, år for afsluttet uddannelse, \
        avgangsår, uteksamineringsår, år for fullført utdanning, når avsluttet du utdanningen, \
        når avsluttet du utdanningen år, hvornår afsluttede du din uddannelse, valmistumisvuosi, valmistumisvuotesi, \
        année d'obtention, année d'obtention du diplôme, année du diplôme, année de diplôme, année de fin d'études, \
        année d'obtention du dernier diplôme, année de graduation, año de graduación, año de egreso, año de titulación, \
        año de finalización de estudios, año de finalización de los estudios, año de obtención del título, \
        ano de conclusão, ano de formatura, ano de graduação, ano de conclusão do curso, ano da formatura, \
        anno di laurea, anno di conseguimento, anno di conseguimento del titolo, anno di conseguimento della laurea, \
        anno di diploma, anno di conseguimento del diploma, rok ukończenia, rok ukończenia studiów, \
        rok uzyskania dyplomu, rok zakończenia nauki, rok ukończenia nauki, rok ukončení, rok ukončení studia, \
        rok absolvování, rok ukončenia, rok ukončenia štúdia, mezuniyet yılı, mezuniyet yılınız, mezun olduğunuz yıl, \
        год окончания, год выпуска, год окончания обучения, год окончания вуза, год окончания университета, \
        год окончания учебного заведения, рік закінчення, рік випуску, рік закінчення навчання, 卒業年, 卒業年度, 毕业年份, \
        毕业年, 毕业年度, 畢業年份, 졸업연도, 졸업년도, 졸업 연도, 졸업 년도, 졸업년, سنة التخرج, عام التخرج, anul absolvirii, \
        anul absolvirii studiilor, végzés éve, diplomaszerzés éve, diploma megszerzésének éve, έτος αποφοίτησης, \
        έτος κτήσης πτυχίου, שנת סיום, שנת סיום לימודים, שנת סיום התואר, năm tốt nghiệp, tahun lulus, tahun kelulusan, \
        godina diplomiranja, any de graduació
        """,
        .school: """
        name der hochschule, name der universität, letzte hochschule, hochschule universität, universität hochschule, \
        universiteit, hogeschool, onderwijsinstelling, naam onderwijsinstelling, universitet, högskola, lärosäte, \
        universitet eller högskola, uddannelsessted, uddannelsesinstitution, utdanningssted, lærested, \
        utdanningsinstitusjon, universitet høyskole, oppilaitos, yliopisto, korkeakoulu, oppilaitoksen nimi, \
        école université, nom de l'établissement, établissement scolaire, établissement d'enseignement, \
        dernier établissement fréquenté, centro de estudios, institución educativa, universidad de egreso, \
        centro educativo, instituição de ensino, faculdade, nome da instituição de ensino, ateneo, \
        istituto scolastico, università istituto, uczelnia, nazwa uczelni, ukończona uczelnia, szkoła wyższa, \
        nazwa szkoły, vysoká škola, univerzita, název školy, škola, mezun olduğunuz üniversite, mezun olduğunuz okul, \
        okul adı, üniversite adı, учебное заведение, вуз, название учебного заведения, название вуза, навчальний заклад, \
        заклад освіти, виш, назва навчального закладу, 学校名, 大学名, 最終学校, 最終学校名, 卒業学校, 出身校, 出身大学, 毕业院校, \
        毕业学校, 学校名称, 畢業學校, 畢業院校, 최종학교, 최종학교명, 출신학교, 최종 출신학교, 최종 학교명, 대학교, 대학교명, المؤسسة التعليمية, \
        جامعة التخرج, اسم المؤسسة التعليمية, universitatea, instituția de învățământ, egyetem, felsőoktatási intézmény, \
        iskola neve, intézmény neve, πανεπιστήμιο, εκπαιδευτικό ίδρυμα, מוסד לימודים, אוניברסיטה, שם המוסד, trường đại học, \
        tên trường, universitas, nama universitas, perguruan tinggi, institusi pendidikan, universitat, sveučilište
        """,
        .degree: """
        höchster schulabschluss, höchste abgeschlossene ausbildung, opleidingsniveau, hoogst genoten opleiding, \
        hoogst behaalde diploma, utbildningsnivå, högsta utbildning, högsta avslutade utbildning, uddannelsesniveau, \
        højeste uddannelse, højest gennemførte uddannelse, uddannelse, utdanning, utdanningsnivå, høyeste utdanning, \
        høyeste fullførte utdanning, koulutus, koulutustaso, korkein koulutus, tutkinto, niveau d'études, \
        niveau d'étude, niveau de formation, dernier diplôme, dernier diplôme obtenu, diplôme obtenu, diplôme, \
        nivel de estudios, nivel educativo, escolaridad, último grado de estudios, máximo nivel de estudios, \
        grado de estudios, nivel académico, titulación, escolaridade, nível de escolaridade, grau de instrução, \
        grau de escolaridade, habilitações literárias, titolo di studio, livello di istruzione, wykształcenie, \
        poziom wykształcenia, vzdělání, nejvyšší dosažené vzdělání, dosažené vzdělání, vzdelanie, \
        najvyššie dosiahnuté vzdelanie, eğitim durumu, eğitim seviyesi, öğrenim durumu, eğitim düzeyi, образование, \
        уровень образования, освіта, рівень освіти, 最終学歴, 学歴, 最高学历, 学历, 最高學歷, 學歷, 최종학력, 최종 학력, المستوى التعليمي, \
        آخر مؤهل, آخر مؤهل علمي, أعلى مؤهل علمي, studii, nivel de studii, ultimele studii absolvite, végzettség, \
        legmagasabb iskolai végzettség, iskolai végzettség, επίπεδο εκπαίδευσης, επίπεδο σπουδών, השכלה, רמת השכלה, \
        trình độ học vấn, pendidikan terakhir, obrazovanje, stručna sprema, nivell d'estudis
        """,
        .fieldOfStudy: """
        studierichting, inriktning, utbildningsinriktning, huvudområde, studieretning, uddannelsesretning, fagretning, \
        koulutusala, pääaine, opintosuunta, spécialité, filière, domaine d'études, carrera, carrera profesional, \
        carrera universitaria, área de estudio, área de formação, curso de graduação, corso di studi, corso di laurea, \
        indirizzo di studi, obor, studijní obor, obor studia, odbor, študijný odbor, bölüm, mezun olduğunuz bölüm, \
        специальность, специальность по диплому, спеціальність, 学部 学科, 学部学科, 専攻, 所学专业, 专业, 專業, 科系, 전공학과, \
        전공명, specializarea, domeniul de studiu, szak, szakirány, ειδικότητα σπουδών, תחום לימודים, תחום הלימודים, \
        chuyên ngành, jurusan, program studi
        """,
        .currentCompany: """
        name des aktuellen arbeitgebers, jetziger arbeitgeber, gegenwärtiger arbeitgeber, huidige werkgever, \
        naam huidige werkgever, nuvarande arbetsgivare, nuværende arbejdsgiver, nåværende arbeidsgiver, \
        nykyinen työnantaja, employeur actuel, entreprise actuelle, nom de l'employeur actuel, \
        nom de l'entreprise actuelle, empresa actual, nombre de la empresa actual, empleador actual, empresa atual, \
        nome da empresa atual, empregador atual, azienda attuale, datore di lavoro attuale, nome dell'azienda attuale, \
        obecny pracodawca, aktualny pracodawca, současný zaměstnavatel, nynější zaměstnavatel, súčasný zamestnávateľ, \
        çalıştığınız firma, çalıştığınız şirket, çalıştığınız kurum, şu an çalıştığınız firma, mevcut işveren, \
        çalıştığı son firma, son çalıştığınız firma, son çalıştığınız şirket, текущее место работы, текущий работодатель, \
        нынешнее место работы, поточний роботодавець, поточне місце роботи, 現在の勤務先, 現職会社名, 勤務先, 当前公司, 目前公司, \
        現職公司, 현재 직장명, 현 회사, 재직 회사명, الشركة الحالية, جهة العمل الحالية, angajatorul curent, \
        jelenlegi munkahely, jelenlegi munkáltató, τωρινός εργοδότης, νυν εργοδότης, מקום עבודה נוכחי, \
        công ty hiện tại, perusahaan saat ini
        """,
        .state: """
        maakunta, län, megye, vármegye, νομός, περιφέρεια, מחוז, tỉnh, tỉnh thành phố, provinsi, županija, 所在省份, 省份, 所在地省份, \
        省市, 都道府県, 시도, 거주 시도
        """,
        .city: """
        现居住地, 现居地, 现居城市, 所在城市, 目前所在城市, 居住城市, 居住地, 现所在城市, ciudad de residencia, ciudad donde reside, ciudad donde vives, \
        cidade onde reside, cidade onde mora, cidade de residência, ville de résidence, città di residenza, suburb, suburb town, \
        town suburb, city suburb, suburb city
        """,
        .currentTitle: """
        aktuelle funktion, derzeitige funktion, huidige functie, nuvarande befattning, nuvarande titel, nuværende stilling, \
        nåværende stilling, nykyinen tehtävä, fonction actuelle, poste actuel, poste occupé, intitulé du poste actuel, \
        puesto actual, cargo actual, cargo atual, função atual, ruolo attuale, posizione attuale, mansione attuale, \
        obecne stanowisko, aktualne stanowisko, současná pozice, mevcut pozisyon, mevcut unvan, текущая должность, \
        поточна посада, 現在の役職, 現職, 当前职位, 目前职位, 현재 직무, jelenlegi munkakör, τρέχουσα θέση, תפקיד נוכחי
        """,
        .portfolio: """
        link do portefólio, link do portfólio, portefólio, portfólio, url do portfólio, lien du portfolio, lien vers votre portfolio, \
        lien portfolio, enlace a tu portafolio, enlace al portafolio, enlace a portafolio, link al portfolio, link portfolio, \
        portfolio-link, link zum portfolio, link naar portfolio, länk till portfolio, link til portefølje, porteføljelink, \
        link do portfolio, odkaz na portfolio, portfolyo, portfolyo linki, ссылка на портфолио, портфолио, посилання на портфоліо, \
        портфоліо, ポートフォリオ, 作品集, 作品集链接, 포트폴리오 링크
        """,
        .phone: """
        celular com ddd, telefone com ddd, telefone celular com ddd, celular whatsapp com ddd, \
        número de teléfono móvil, teléfono móvil, número móvil, número de móvil, número de celular, teléfono celular, \
        lada y teléfono, lada teléfono, teléfono con lada, رقم الهاتف المتحرك, الهاتف المتحرك, رقم المتحرك, \
        número de telemóvel, telemóvel, numero di cellulare, numero cellulare, numéro de mobile, numéro de portable, \
        téléphone portable, téléphone mobile, mobilní telefon, telefonní číslo, mobil telefonszám, κινητό τηλέφωνο, \
        κινητό, טלפון נייד, số điện thoại di động, nomor ponsel, nomor hp
        """,
    ])
}
