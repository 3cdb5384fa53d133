/// What the work is like. An asterisk stands for any ending; "which" stands before what is one of several kinds.
extension Subjects {
    /// Where one works, and how one gets there.
    static let work = """
        which: remote, remotely, hybrid, on site, onsite, in office, work from home, working from home, home office, \
        homeoffice, telework*, telecommut*, work mode, working mode, work arrangement, working arrangement, \
        work model, working model, work setup, workplace type, workplace preference, arbeitsmodell, arbeitsform, \
        mobiles arbeiten, mobil arbeiten, teletravail, a distance, presentiel, distanciel, mode de travail, \
        teletrabajo, remoto, remota, presencial, modalidad de trabajo, modalidad laboral, hibrido, hibrida, \
        modalidade de trabalho, modelo de trabalho, teletrabalho, telelavoro, smart working, smartworking, \
        lavoro agile, da remoto, in sede, in presenza, ibrido, ibrida, modalita di lavoro, thuiswerk*, hybride, \
        hybrid*, op kantoor, werkvorm, pa distans, distans, distansarbet*, hemifran, pa kontor, pa kontoret, \
        kontoret, hjemmekontor, hjemmefra, etatyo*, lahityo*, tyoskentelytapa, zdaln*, hybrydow*, stacjonarn*, \
        tryb pracy, model pracy, z domu, na dalku, z kanclare, uzaktan, ofisten, hibrit, calisma sekli, \
        calisma modeli, удаленн*, удалённ*, дистанционн*, гибридн*, офис*, формат работы, віддален*, дистанційн*, \
        гібридн*, формат роботи, リモート, 在宅, テレワーク, 出社, ハイブリッド, 勤務形態, 远程, 遠程, 居家办公, 办公方式, 재택, 원격, 근무형태, عن بعد
        travel, travelling, traveling, business trip*, travels, reisebereit*, reisetatigkeit, dienstreise*, \
        geschaftsreise*, reisen, deplacement*, deplacer, voyage*, voyager, viajar, viajes, desplazamiento*, viagem, \
        viagens, deslocac*, deslocamento*, viaggi*, trasferte, trasferta, reizen, reisbereid*, dienstreizen, resa, \
        resor, tjansteresor, resande, reise, reiser, rejse, rejser, rejseaktivitet, reiseaktivitet, matkusta*, \
        matkustus*, tyomatk*, podroz*, delegacj*, cestovat, cestovani, sluzebni cesty, seyahat*, командиров*, \
        поездк*, відряджен*, 出張, 出差, 출장, السفر
        relocate, relocating, relocation, move house, moving, umzug*, umziehen, umzugsbereit*, demenag*, relocaliz*, \
        reubic*, mudanza, mudarse, mudar, mudanca, realocac*, trasferir*, trasferimento, verhuiz*, verhuis*, flytta, \
        flytte, flytning, muutta*, muuttoa, przeprowadz*, przeprowadzk*, relokacj*, prestehov*, stehov*, tasin*, \
        переезд*, переехать, переїзд*, переїхати, релокац*, 転居, 転勤, 引っ越し, 搬迁, 이주, 전근
        shift, shifts, shift work, schicht*, schichtarbeit, schichtdienst, postes en 3x8, 3x8, equipes alternantes, \
        travail poste, turno, turnos, turni, ploegen*, ploegendienst, skift*, skiftarbete, skiftarbejde, \
        skiftarbeid, vuoro*, vuorotyo*, zmianow*, zmiany, zmianach, smeny, smennost, smenny, smenach, vardiya*, \
        сменн*, смены, сменам, змінн*, シフト, 交替, 轮班, 倒班, 교대
        night, nights, overnight, nacht*, nachts, nuit, nuits, noche, noches, nocturn*, noite, noturn*, notte, \
        notti, notturn*, nachten, natt*, natter, yotyo*, yovuor*, noc, nocn*, nocy, gece, ночн*, ночью, нічн*, 夜勤, \
        夜間, 夜班, 야간
        weekend*, fin de semaine, saturday, saturdays, sunday, sundays, wochenende*, samstag*, sonntag*, week end, \
        week ends, samedi*, dimanche*, fin de semana, fines de semana, finais de semana, fim de semana, \
        fins de semana, sabado*, domingo*, fine settimana, sabato, domenica, weekenden, zaterdag*, zondag*, helg*, \
        lordag*, sondag*, viikonlop*, weekendy, sobot*, niedziel*, vikend*, nedel*, hafta sonu, выходн*, суббот*, \
        вихідн*, 週末, 土日, 周末, 주말
        overtime, extra hours, uberstunden, mehrarbeit, heures supplementaires, horas extra*, straordinar*, \
        overuren, overwerk*, overtid*, overarbejde, ylityo*, nadgodzin*, prescas*, fazla mesai, mesai*, сверхурочн*, \
        понаднормов*, 残業, 加班, 야근
        on call, oncall, standby, stand by, rufbereitschaft*, bereitschaftsdienst*, astreinte*, guardias, \
        sobreaviso, reperibilita, jourtjanst*, beredskap*, vagt*, paivysty*, dyzur*, pohotovost*, nobet*, дежурств*, \
        чергуван*
        heavy, lift, lifting, schwer, heben, schwere lasten, charges lourdes, soulever, levantar, cargas pesadas, \
        carichi pesanti, sollevare, tillen, zwaar, lyfta, tunga, lofte, tunge, nosta*, painav*, dzwig*, ciezk*, \
        zvedat, tezk*, agir, тяжест*
        outdoor*, outside, im freien, draussen, exterieur, exterior, all aperto, buiten, utomhus, udendors, \
        utendors, ulkona, na zewnatrz, venku, acik havada, на улице
        colleague*, team, teams, im team, equipe, equipo, squadra, ploeg, tiimi*, zespol*, tym, tymu, ekip*, \
        команд*, チーム, 团队, 팀
        supervise, supervised, lead others, leadership, managed people, direct reports, fuhrungserfahrung, \
        personalverantwortung, mitarbeiterfuhrung, management d equipe, encadrement, personal a cargo, \
        gestao de pessoas, gestao de equipe, gestione del personale, leidinggev*, leidinggegeven, ledarskap*, \
        personalansvar, ledelse*, johtamis*, esimies*, zarzadzan*, vedeni lidi, vedeni tymu, liderlik, yoneticilik, \
        руководств*, руководил*, керівництв*, マネジメント, 管理经验
        customer*, client*, kunden*, kundenkontakt, clientele, clienti, klant*, klanten*, kund, kunder, kunde, \
        kundekontakt, asiakas*, asiakkai*, klient*, zakazni*, musteri*, клиент*, клієнт*, 接客, 顧客, 客户, 고객
        sales, selling, verkauf*, vertrieb*, vente, ventes, ventas, vendas, vendite, verkoop*, forsaljning*, salg*, \
        salgs*, myynti*, myynnin, sprzedaz*, prodej*, satis, продаж*, 営業, 販売, 销售, 영업
        budget*, budsjett*, presupuesto*, orcamento*, budzet*, rozpoct*, butce*, бюджет*, 予算, 预算, 예산

        """

    /// When and how much one works.
    static let hours = """
        which: schedules, schedule, график, графік, full time, fulltime, part time, parttime, workload, \
        hours per week, hours a week, weekly hours, heures par semaine, horas por semana, horas semanales, \
        horas semanais, ore settimanali, ore a settimana, stunden pro woche, stunden in der woche, timmar per vecka, \
        timer om ugen, timer i uken, tuntia viikossa, godzin tygodniowo, hodin tydne, saat haftada, часов в неделю, \
        годин на тиждень, working hours, working time, work schedule, employment rate, vollzeit*, teilzeit*, \
        arbeitszeit*, arbeitsumfang, umfang, stellenumfang, pensum, arbeitspensum, wochenstunden, \
        beschaftigungsgrad, stundenumfang, wochenarbeitszeit, temps plein, temps partiel, temps de travail, \
        taux d activite, temps complet, jornada*, tiempo completo, tiempo parcial, media jornada, tempo integral, \
        tempo inteiro, tempo parcial, carga horaria, tempo pieno, orario di lavoro, disponibilita oraria, voltijd*, \
        deeltijd*, uren per week, uur per week, aantal uren, aantal uur, werkuren, dienstverband in uren, heltid*, \
        deltid*, arbetstid*, sysselsattningsgrad, tjanstgoringsgrad, stillingsprosent, arbeidstid*, arbejdstid*, \
        kokoaik*, osa aik*, osaaik*, kokopaiva*, tyoaika*, pelny etat, pelen etat, czesc etatu, wymiar etatu, \
        wymiar pracy, etat, etatu, wymiar czasu, plny uvazek, castecny uvazek, uvazek, uvazku, tam zamanli, \
        yari zamanli, calisma saat*, полная занятость, частичная занятость, занятост*, полный день, графики, \
        графике, зайнятіст*, フルタイム, パート, 勤務時間, 全职, 兼职, 풀타임, 근무시간
        notice period, period of notice, notice, kundigungsfrist*, preavis, delai de preavis, preaviso, \
        aviso previo, periodo de preaviso, aviso, preavviso, opzegtermijn*, uppsagningstid*, opsigelse*, \
        oppsigelse*, irtisanomisaika*, okres wypowiedzenia, wypowiedzen*, vypovedni doba, vypovedni lhuta, ihbar*, \
        срок отработки, отработк*, 退職予告
        start date, starting date, first day, earliest day, start, starting, begin, beginning, available from, \
        eintritt*, starttermin, eintrittstermin, eintrittsdatum, beginnen, anfangen, verfugbar*, prise de poste, \
        commencer, debuter, disponibilite, date de debut, incorporacion, incorporarse, empezar, comenzar, \
        fecha de inicio, comecar, inicio, data de inicio, iniziare, data di inizio, startdatum, aan de slag, borja, \
        tilltrad*, tiltraed*, tiltre*, begynde, begynne, oppstart, opstart, aloitta*, aloitus*, rozpocz*, zaczac, \
        data rozpoczecia, nastup*, nastoup*, zacit, baslama*, baslayabil*, ise baslama, приступить, начать работ*, \
        выйти на работу, выхода на работу, выход на работу, дата выхода, почати, приступити, 入社, 勤務開始, 入职, 到岗, 입사

        """

    /// What one signs.
    static let contract = """
        which: contract, contract type, type of contract, employment type, type of employment, form of employment, \
        employment relationship, b2b, vertragsart, anstellungsart, beschaftigungsart, art der beschaftigung, \
        anstellungsverhaltnis, art der anstellung, type de contrat, contrat*, tipo de contrato, contrato*, \
        modalidad de contratacion, tipo de contratacao, regime de contratacao, tipo di contratto, contratto, \
        contratti, inquadramento, contractvorm, contract*, soort contract, dienstverband, anstallningsform*, \
        anstallningstyp, ansaettelsesform*, ansaettelsestype, ansettelsesform*, ansettelsestype, tyosuhde*, \
        tyosuhteen muoto, sopimustyyp*, umow*, forma zatrudnienia, forme zatrudnienia, formy zatrudnienia, \
        forma wspolpracy, forme wspolpracy, formy wspolpracy, rodzaj umowy, kontrakt*, smlouv*, typ uvazku, \
        forma spoluprace, typ smlouvy, pracovni pomer, sozlesme*, istihdam turu, calisma turu, тип договора, \
        договор*, форма трудоустройства, оформлени*, договір, форма співпраці, 雇用形態, 契約, 合同, 用工形式, 고용형태, 계약
        which: temporary, temp work, fixed term, permanent, befrist*, unbefrist*, cdd, cdi, temporal, indefinido, \
        temporario, determinato, indeterminato, tijdelijk*, vast contract, tillsvidare*, visstid*, vikariat*, \
        midlertidig*, fastansaett*, fast stilling, maaraaik*, vakitu*, toistaiseksi, na czas okreslony, \
        na czas nieokreslony, dobu urcitou, dobu neurcitou, gecici, daimi, kalici
        internship*, praktikum*, praktikant*, stage, stagiaire, practicas, pasantia*, estagio*, tirocinio, \
        stageplek, praktik*, harjoittelu*, staz, stazu, praktyk*, staj*, стажиров*, 実習, インターン, 实习, 인턴
        freelance*, self employed, trade licence, trade license, business licence, business license, gewerbeschein, \
        gewerbeanmeldung, contractor, freiberuf*, selbststandig*, independant, autonomo, autonoma, \
        libero professionista, partita iva, zzp, frilans*, egenforetag*, yrittaj*, dzialalnosc gospodarcz*, osvc, \
        zivnost*, serbest, самозанят*, фоп, 業務委託, フリーランス, 自由职业

        """

    /// Where the work is.
    static let places = """
        which: location, locations, site, branch, office location, work location, preferred location, \
        preferred office, standort*, arbeitsort, niederlassung*, filiale*, einsatzort*, lieu de travail, \
        site de travail, agence, sede, centro de trabajo, lugar de trabajo, unidade, local de trabalho, filial, \
        luogo di lavoro, filiale, vestiging*, werklocatie, locatie, standplaats, kontorsort, placeringsort, \
        placering, arbetsort, arbejdssted, arbeidssted, avdeling, toimipaik*, toimipist*, tyoskentelypaikk*, \
        paikkakun*, lokalizacj*, miejsce pracy, oddzial*, pobock*, misto vykonu, lokalit*, calisma yeri, sube*, \
        место работы, филиал*, місце роботи, філі*, 勤務地, 希望勤務地, 工作地点, 근무지
        which: which role, which position, which job, position wanted, position desired, desired position, \
        position applied for, role applied for, job applied for, gewunschte stelle, gewunschte position, \
        wunschposition, stellenwunsch, poste souhaite, poste recherche, quel poste, puesto deseado, \
        puesto solicitado, puesto al que, que puesto, cargo pretendido, cargo desejado, vaga pretendida, qual vaga, \
        posizione desiderata, posizione che ti interessa, per quale ruolo, per quale posizione, quale posizione, \
        ruolo di interesse, gewenste functie, welke functie, onskad tjanst, vilken tjanst, onsket stilling, \
        hvilken stilling, haettava tehtava, haettava paikka, stanowisko na ktore, jakie stanowisko, pozice o kterou, \
        jakou pozici, basvurdugunuz pozisyon, hangi pozisyon, желаемая должность, какую должность, бажана посада, \
        яку посаду, 希望職種, 応募職種, 应聘职位, 意向职位, 期望岗位, 지원분야, 희망직무
        which: which days, what days, available days, days available, days are you, wochentage, welchen tagen, \
        an welchen tagen, quels jours, jours disponibles, que dias, dias disponibles, quais dias, dias disponiveis, \
        quali giorni, giorni disponibili, welke dagen, beschikbare dagen, vilka dagar, hvilke dage, hvilke dager, \
        mina paivina, w jakie dni, ktere dny, hangi gunler, какие дни, в какие дни, які дні, 希望曜日, 勤務可能曜日
        nearest, closest, nachste, nachstgelegen*, le plus proche, plus proche, mas cercano, mas cercana, \
        mais proximo, mais proxima, piu vicino, piu vicina, dichtstbijzijnde, narmast*, naermeste, lahin, \
        najblizsz*, nejblizsi, en yakin, ближайш*, найближч*
        which: department, division, business area, abteilung*, fachbereich, departement, service souhaite, \
        departamento, setor, reparto, afdeling*, avdelning*, osasto*, dzial*, oddelen*, departman, bolum, отдел*, \
        відділ*, 部署, 部门, 부서
        commut*, get to work, get to the site, own transport, reliable transport*, anfahrt, arbeitsweg, trajet, \
        medio de transporte, transporte proprio, mezzo proprio, automunit*, eigen vervoer, pendla, pendl*, dojazd*, \
        dojezd*, ulasim, добират*, 通勤, 通勤手段, 通勤時間, 통근

        """
}
