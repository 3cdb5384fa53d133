extension Tongue {
    /// What forms ask in a whole sentence as often as by a name, in each language: from when, and through whom.
    static let asking = Tongue([
        .startDate: """
        wann können sie anfangen, wann könnten sie anfangen, wann kannst du anfangen, wann könntest du anfangen, \
        wann können sie starten, wann könnten sie starten, wann kannst du starten, wann könntest du starten, \
        wann können sie beginnen, wann könnten sie beginnen, wann kannst du beginnen, wann könntest du beginnen, \
        ab wann sind sie verfügbar, ab wann bist du verfügbar, ab wann können sie anfangen, \
        ab wann kannst du anfangen, ab wann können sie starten, ab wann kannst du starten, \
        ab wann können sie bei uns anfangen, ab wann kannst du bei uns anfangen, ab wann stehst du zur verfügung, \
        ab wann stehen sie zur verfügung, frühester eintritt, frühestmöglicher eintritt, frühester beginn, \
        frühestmöglicher beginn, möglicher beginn, frühester arbeitsbeginn, möglicher arbeitsbeginn, \
        gewünschter starttermin, gewünschter arbeitsbeginn, quand pouvez-vous commencer, \
        quand pourriez-vous commencer, quand peux-tu commencer, à partir de quand êtes-vous disponible, \
        à partir de quand pouvez-vous commencer, quand êtes-vous disponible, date de disponibilité, \
        disponible à partir du, disponible à partir de, date de début souhaitée, date de prise de poste souhaitée, \
        date de prise de poste possible, date de prise de fonction, cuándo puedes empezar, cuándo podrías empezar, \
        cuándo puede empezar, cuándo podría empezar, cuándo puedes incorporarte, cuándo podrías incorporarte, \
        cuándo puede incorporarse, cuándo podría incorporarse, fecha de disponibilidad, disponible desde, \
        disponible a partir de, fecha posible de incorporación, fecha de incorporación prevista, quando pode começar, \
        quando poderia começar, quando você pode começar, quando pode iniciar, quando podes começar, \
        data de disponibilidade, disponível a partir de, data disponível para início, quando puoi iniziare, \
        quando potresti iniziare, quando può iniziare, quando potrebbe iniziare, quando puoi cominciare, \
        da quando sei disponibile, da quando è disponibile, prima data disponibile, disponibile a partire dal, \
        wanneer kun je beginnen, wanneer kunt u beginnen, wanneer kan je beginnen, wanneer zou je kunnen beginnen, \
        wanneer kun je starten, wanneer kunt u starten, per wanneer ben je beschikbaar, \
        vanaf wanneer ben je beschikbaar, vanaf wanneer kun je beginnen, vanaf wanneer bent u beschikbaar, \
        mogelijke startdatum, vroegste startdatum, när kan du börja, när skulle du kunna börja, när kan du tillträda, \
        när kan du börja arbeta, tillträdesdatum, möjligt startdatum, hvornår kan du starte, hvornår kan du tiltræde, \
        hvornår kan du begynde, mulig startdato, når kan du begynne, når kan du starte, når kan du tiltre, \
        mulig oppstart, milloin voit aloittaa, milloin voisit aloittaa, milloin voit aloittaa työssä, \
        milloin voit aloittaa työt, milloin voit aloittaa työn, milloin voit aloittaa työskentelyn, \
        aikaisin aloituspäivä, kiedy możesz zacząć, kiedy możesz zacząć pracę, kiedy możesz rozpocząć pracę, \
        od kiedy możesz zacząć, od kiedy możesz rozpocząć pracę, kiedy mógłbyś zacząć, kiedy mogłabyś zacząć, \
        termin rozpoczęcia pracy, możliwy termin rozpoczęcia pracy, data rozpoczęcia pracy, dostępność od, \
        kdy můžete nastoupit, kdy můžeš nastoupit, možné datum nástupu, nejbližší možný nástup, mikor tudsz kezdeni, \
        mikor tud kezdeni, legkorábbi kezdés, ne zaman başlayabilirsiniz, ne zaman işe başlayabilirsiniz, \
        en erken başlama tarihi, când poți începe, când puteți începe, data disponibilității, \
        когда вы можете начать работу, когда можете начать работу, когда можете приступить к работе, \
        когда готовы приступить к работе, когда сможете приступить к работе, когда вы готовы приступить к работе, \
        дата возможного выхода, дата выхода, коли ви можете почати роботу, коли можете почати роботу, \
        коли можете приступити до роботи, коли готові приступити до роботи, коли зможете розпочати роботу, いつから働けますか, \
        いつから勤務できますか
        """,
        .howHeard: """
        source, referral source, application source, candidate source, source of application, how heard, \
        wie haben sie von uns erfahren, wie hast du von uns erfahren, wie haben sie von der stelle erfahren, \
        wie haben sie von dieser stelle erfahren, wie hast du von der stelle erfahren, \
        wie hast du von dieser stelle erfahren, wie sind sie auf uns aufmerksam geworden, \
        wie bist du auf uns aufmerksam geworden, wie sind sie auf die stelle aufmerksam geworden, \
        wie sind sie auf diese stelle aufmerksam geworden, wie bist du auf die stelle aufmerksam geworden, \
        wie bist du auf diese stelle aufmerksam geworden, wie haben sie die stelle gefunden, \
        wie haben sie uns gefunden, wie hast du uns gefunden, wo haben sie unsere stellenanzeige gefunden, \
        wo hast du unsere stellenanzeige gefunden, woher kennen sie uns, woher kennst du uns, \
        aufmerksam geworden durch, aufmerksam geworden über, comment avez-vous connu notre entreprise, \
        comment avez-vous connu cette offre, comment avez-vous connu l'offre, \
        comment avez-vous entendu parler de nous, comment avez-vous entendu parler de cette offre, \
        comment avez-vous entendu parler du poste, comment avez-vous entendu parler de ce poste, \
        comment nous avez-vous connu, comment nous avez-vous connus, comment avez-vous eu connaissance de l'offre, \
        comment avez-vous eu connaissance de cette offre, où avez-vous trouvé cette offre, \
        où avez-vous trouvé cette annonce, où avez-vous vu l'annonce, où avez-vous vu cette annonce, \
        où avez-vous vu l'offre, où avez-vous vu cette offre, où avez-vous vu notre annonce, \
        par quel canal avez-vous connu cette offre, comment avez-vous découvert cette offre, \
        source de la candidature, origine de la candidature, cómo nos has conocido, cómo nos conociste, \
        cómo nos conoció, cómo conociste la oferta, cómo conociste esta oferta, cómo te enteraste de la oferta, \
        cómo te enteraste de esta oferta, cómo te enteraste de la vacante, cómo te enteraste de esta vacante, \
        cómo te enteraste de nosotros, cómo se enteró de la vacante, cómo se enteró de esta vacante, \
        cómo se enteró de la oferta, cómo se enteró de nosotros, cómo has conocido esta oferta, \
        cómo conociste nuestra empresa, cómo conociste la empresa, cómo conociste a la empresa, \
        cómo supiste de la oferta, cómo supiste de nosotros, cómo supo de esta vacante, cómo supo de la vacante, \
        cómo has sabido de nosotros, dónde viste la oferta, dónde viste la vacante, como soube da vaga, \
        como soube desta vaga, como soube de nós, como ficou sabendo da vaga, como ficou sabendo desta vaga, \
        como ficou sabendo de nós, como conheceu a empresa, como nos conheceu, como conheceu a vaga, \
        como conheceu esta vaga, como ficou sabendo da oportunidade, como soube da oportunidade, \
        como encontrou a vaga, onde viu a vaga, como teve conhecimento da vaga, como teve conhecimento desta oferta, \
        como soubeste da vaga, como soubeste desta vaga, origem da candidatura, come ci hai conosciuto, \
        come ci ha conosciuto, come hai saputo di noi, come hai saputo di questa posizione, \
        come hai saputo dell'offerta, come ha saputo di noi, come è venuto a conoscenza dell'offerta, \
        come è venuto a conoscenza di noi, come sei venuto a conoscenza di noi, \
        come sei venuto a conoscenza di questa posizione, come sei venuto a conoscenza di questa offerta, \
        dove hai trovato l'annuncio, come hai trovato l'annuncio, hoe heb je ons gevonden, hoe heeft u ons gevonden, \
        hoe ken je ons, hoe kent u ons, hoe heb je van deze vacature gehoord, hoe heb je deze vacature gevonden, \
        waar heb je deze vacature gevonden, waar heb je de vacature gezien, waar heeft u de vacature gezien, \
        hoe ben je bij ons terechtgekomen, hoe bent u bij ons terechtgekomen, hur hittade du oss, \
        hur hittade du tjänsten, hur hittade du jobbet, hur hittade du annonsen, hur fick du kännedom om tjänsten, \
        hur fick du kännedom om jobbet, var såg du annonsen, var hittade du annonsen, hur hörde du talas om oss, \
        hur hörde du talas om tjänsten, hvor hørte du om stillingen, hvordan hørte du om stillingen, \
        hvordan hørte du om os, hvordan hørte du om oss, hvor så du stillingen, hvor så du stillingsopslaget, \
        hvordan fandt du stillingen, hvordan fant du stillingen, hvor hørte du om jobbet, hvordan hørte du om jobbet, \
        hvor har du set stillingen, hvor har du set jobbet, hvor har du set annoncen, hvor så du jobbet, \
        hvor så du annoncen, hvor så du jobannoncen, hvor fandt du stillingen, hvor fandt du jobbet, \
        hvor fant du stillingen, hvor har du sett stillingen, hvordan blev du opmærksom på stillingen, \
        hvordan ble du oppmerksom på stillingen, hur blev du uppmärksam på tjänsten, mistä sait tiedon paikasta, \
        mistä sait tiedon työpaikasta, mistä sait tiedon avoimesta työpaikasta, mistä sait tiedon avoimesta paikasta, \
        mistä sait tiedon tästä työpaikasta, mistä kuulit meistä, mistä kuulit paikasta, mistä kuulit työpaikasta, \
        mistä kuulit avoimesta työpaikasta, mistä löysit ilmoituksen, mistä löysit työpaikkailmoituksen, \
        skąd dowiedziałeś się o nas, skąd dowiedziałaś się o nas, skąd dowiedziałeś się o ofercie, \
        skąd dowiedziałaś się o ofercie, skąd dowiedziałeś się o tej ofercie, skąd dowiedziałaś się o tej ofercie, \
        skąd wiesz o nas, skąd wiesz o tej ofercie, źródło informacji o ofercie, jak jste se o nás dozvěděli, \
        jak jste se o nás dozvěděl, odkud jste se o pozici dozvěděli, kde jste našli inzerát, \
        jak jste se dozvěděli o pozici, jak jste se o pozici dozvěděli, hol hallottál rólunk, \
        hol hallottál az állásról, honnan értesült az állásról, bizi nereden duydunuz, ilanı nereden gördünüz, \
        iş ilanını nereden gördünüz, bu ilanı nereden gördünüz, cum ai aflat de noi, cum ai aflat despre noi, \
        cum ați aflat de noi, cum ați aflat despre noi, cum ai aflat de acest post, cum ați aflat de acest post, \
        de unde ați aflat de noi, как вы узнали о нас, как вы узнали о вакансии, как вы узнали о компании, \
        откуда вы узнали о нас, откуда вы узнали о вакансии, откуда вы узнали о компании, \
        как вы узнали об этой вакансии, источник вакансии, як ви дізналися про нас, як ви дізналися про вакансію, \
        звідки ви дізналися про нас, звідки ви дізналися про вакансію, звідки ви дізналися про цю вакансію, 応募経路, \
        応募のきっかけ, 招聘信息来源, 应聘渠道, 应聘来源, 信息来源, 지원경로, 지원 경로
        """,
        .noticePeriod: """
        wie lange ist ihre kündigungsfrist, wie lang ist ihre kündigungsfrist, wie lange ist deine kündigungsfrist, \
        quel est votre préavis, quelle est la durée de votre préavis, votre préavis, cuál es su plazo de preaviso, \
        tiempo de preaviso, qual é o seu aviso prévio, qual é il tuo preavviso, qual è il tuo periodo di preavviso, \
        wat is je opzegtermijn, wat is uw opzegtermijn, hur lång uppsägningstid har du, hvad er dit opsigelsesvarsel, \
        hvor lang oppsigelsestid har du, jaki jest twój okres wypowiedzenia, срок отработки, термін відпрацювання
        """,
        .portfolio: """
        link to portfolio, link to your portfolio, link to your work, link to your website, portfolioon, \
        linkki portfolioon, link zum portfolio, link zu ihrem portfolio, link zu deinem portfolio, \
        lien vers votre portfolio, lien vers le portfolio, lien portfolio, enlace al portafolio, enlace al portfolio, \
        enlace a tu portafolio, enlace a tu portfolio, link do portfólio, link para o portfólio, link al portfolio, \
        link al tuo portfolio, link naar portfolio, link naar je portfolio, länk till portfolio, \
        länk till din portfolio, link til portfolio, lenke til portefølje, link do portfolio, odkaz na portfolio, \
        ссылка на портфолио, посилання на портфоліо, portföy bağlantısı, portfolyo linki
        """,
        .resume: """
        bewerbungsunterlagen, ihre bewerbungsunterlagen, deine bewerbungsunterlagen, vollständige bewerbungsunterlagen
        """,
        .email: """
        which e-mail address can we reach you at, at which e-mail address can we reach you, \
        which email can we reach you at, where can we email you, what e-mail address can we reach you at, \
        wie lautet deine e-mail-adresse, wie lautet ihre e-mail-adresse, \
        unter welcher e-mail-adresse erreichen wir dich, unter welcher e-mail-adresse können wir dich erreichen, \
        unter welcher e-mail-adresse können wir sie erreichen, quelle est votre adresse e-mail, \
        quelle est votre adresse email, quel est votre e-mail, quel est votre email, cuál es tu correo electrónico, \
        cuál es su correo electrónico, cuál es tu correo, cuál es tu email, qual é o seu e-mail, qual o seu e-mail, \
        qual é o teu e-mail, qual é a tua morada de e-mail, qual è la tua e-mail, qual è il tuo indirizzo e-mail, \
        qual è la tua email, op welk e-mailadres kunnen we je bereiken, op welk e-mailadres kunnen wij je bereiken, \
        op welk e-mailadres kunnen wij u bereiken, op welk e-mailadres ben je bereikbaar, wat is je e-mailadres, \
        wat is uw e-mailadres, vad är din e-postadress, vilken är din e-postadress, hvad er din e-mailadresse, \
        hva er din e-postadresse, mikä on sähköpostiosoitteesi, jaki jest twój adres e-mail, jaký je váš e-mail, \
        e-posta adresiniz nedir, какой у вас e-mail, яка ваша електронна адреса
        """,
        .phone: """
        wie lautet deine telefonnummer, wie lautet ihre telefonnummer, wie können wir dich telefonisch erreichen, \
        wie können wir sie telefonisch erreichen, unter welcher telefonnummer können wir dich erreichen, \
        unter welcher telefonnummer können wir sie erreichen, quel est votre numéro de téléphone, \
        à quel numéro pouvons-nous vous joindre, cuál es tu teléfono, cuál es tu número de teléfono, \
        cuál es su número de teléfono, en qué teléfono podemos llamarte, a qué número podemos llamarte, \
        qual é o seu telefone, qual o seu telefone, qual é o seu número de telefone, qual é o teu número de telefone, \
        qual è il tuo numero di telefono, a quale numero possiamo contattarti, wat is je telefoonnummer, \
        wat is uw telefoonnummer, op welk nummer kunnen we je bereiken, op welk telefoonnummer kunnen we je bereiken, \
        vad är ditt telefonnummer, hvad er dit telefonnummer, hva er telefonnummeret ditt, mikä on puhelinnumerosi, \
        jaki jest twój numer telefonu, telefon numaranız nedir
        """,
        .fullName: """
        wie heißt du, wie heißen sie, wie ist dein name, wie ist ihr name, wie lautet ihr name, wie lautet dein name, \
        comment vous appelez-vous, comment t'appelles-tu, quel est votre nom complet, quels sont vos nom et prénom, \
        cómo te llamas, cómo se llama usted, cuál es tu nombre completo, como se chama, como te chamas, \
        qual é o seu nome completo, qual o seu nome completo, come ti chiami, come si chiama, hoe heet je, \
        hoe heet u, wat is je naam, wat is uw naam, vad heter du, hvad hedder du, hva heter du, mikä on nimesi, \
        jak się nazywasz, jak się pan pani nazywa, jak se jmenujete, adınız nedir, adınız soyadınız nedir, \
        как вас зовут, як вас звати, your name (as a signature), name (as a signature), signature (type your name), \
        signature (type your full name), type your name, type your full name, please sign by typing your name, \
        sign by typing your full name
        """,
        .country: """
        in welchem land wohnst du, in welchem land wohnen sie, in welchem land lebst du, in welchem land leben sie, \
        dans quel pays habitez-vous, dans quel pays vivez-vous, dans quel pays résidez-vous, en qué país vives, \
        en qué país vive, en qué país resides, em que país vive, em que país mora, em que país reside, \
        in che paese vivi, in quale paese vivi, in quale paese risiedi, in welk land woon je, in welk land woont u, \
        i vilket land bor du, hvilket land bor du i, missä maassa asut, w jakim kraju mieszkasz, \
        hangi ülkede yaşıyorsunuz
        """,
        .city: """
        in welcher stadt wohnst du, in welcher stadt wohnen sie, dans quelle ville habitez-vous, \
        dans quelle ville résidez-vous, en qué ciudad vives, en qué ciudad vive, en qué ciudad resides, \
        em que cidade vive, em que cidade mora, em que cidade reside, em qual cidade você mora, in che città vivi, \
        in quale città vivi, in quale città abiti, in welke stad woon je, in welke plaats woon je, \
        i vilken stad bor du, hvilken by bor du i, missä kaupungissa asut, w jakim mieście mieszkasz, \
        hangi şehirde yaşıyorsunuz
        """,
        .linkedIn: """
        perfil de linkedin, perfil do linkedin, perfil linkedin, perfil en linkedin, perfil no linkedin, \
        url de linkedin, url do linkedin, enlace a linkedin, enlace de linkedin, link do linkedin, \
        link para o linkedin, profil linkedin, lien linkedin, lien vers linkedin, lien vers votre profil linkedin, \
        lien de votre profil linkedin, url linkedin, profilo linkedin, link linkedin, link al profilo linkedin, \
        linkedin profiel, link naar linkedin, link naar je linkedin profiel, linkedin profil, länk till linkedin, \
        länk till linkedin profil, link til linkedin, lenke til linkedin, linkedin profiili, \
        linkki linkedin profiiliin, profil na linkedin, profil na linkedinie, link do profilu linkedin, \
        link do linkedin, odkaz na linkedin, профиль linkedin, ссылка на linkedin, профіль linkedin, \
        посилання на linkedin, linkedin profili, linkedin adresi
        """,
        .degree: """
        höchster abschluss, höchster bildungsabschluss, höchster schulabschluss, höchster erreichter abschluss, \
        dernier diplôme obtenu, diplôme le plus élevé, plus haut diplôme obtenu, máximo nivel de estudios, \
        último grado de estudios, último nivel de estudios, nivel de estudios alcanzado, maior grau de escolaridade, \
        titolo di studio più alto, titolo di studio conseguito, hoogst afgeronde opleiding, \
        hoogst behaalde opleiding, hoogst genoten opleiding, hoogste opleiding, högsta avslutade utbildning, \
        högsta utbildning, højest afsluttede uddannelse, højeste fuldførte uddannelse, senest afsluttede uddannelse, \
        høyeste fullførte utdanning, høyeste utdanning, korkein suoritettu tutkinto, korkein tutkinto, \
        korkein koulutus, nejvyšší dosažené vzdělání, nejvyšší ukončené vzdělání
        """,
        .streetAddress: """
        indirizzo e numero civico, via e numero civico, indirizzo e n. civico, rue et numéro, adresse et numéro, \
        straat en huisnummer, straat en nummer, adres en huisnummer, ulice a číslo popisné, ulice a číslo domu, \
        gatuadress och nummer, улица и дом, улица и номер дома, adresse municipale, adresse (vej og husnr.), \
        vej og husnr, vej og husnummer, gade og husnummer
        """,
        .state: """
        regione di residenza, província de residência, province or territory, province ou territoire, yaşadığınız il, \
        estado onde mora, estado em que mora
        """,
        .currentTitle: """
        текущая (последняя) должность, текущая или последняя должность, последняя должность, поточна посада, \
        остання посада, cargo atual ou último, puesto actual o último, poste actuel ou dernier poste
        """,
        .location: """
        place of residence, current place of residence, your place of residence
        """,
    ])
}
