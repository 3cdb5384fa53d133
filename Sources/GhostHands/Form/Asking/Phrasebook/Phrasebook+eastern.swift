extension Phrasebook {
    static let romanian = Phrasebook(
        yes: "Da",
        no: "Nu",
        """
        do you have = aveti | ai | detineti | detii | posedati
        are you = sunteti | esti
        are you willing = sunteti dispus | sunteti dispusa | esti dispus | esti dispusa | ati fi dispus | ai fi dispus \
        | sunteti de acord | esti de acord | sunteti deschis | esti deschis
        can you = puteti | poti | ati putea
        do you need = aveti nevoie | ai nevoie
        do you live = locuiti | locuiesti
        where do you live = unde locuiti | unde locuiesti
        have you ever worked for us = ati mai lucrat in compania noastra | ai mai lucrat in compania noastra | ai lucrat in compania noastra \
        | ati lucrat in compania noastra | ati mai lucrat pentru noi | ai mai lucrat la noi
        you = dumneavoastra | dvs | tu
        your = dumneavoastra | ta | tau
        - = va | te | rugam | de | la | sa | pe | o | un | cel | cea | pentru a | ale | al | a
        what is = care este | care sunt | care va este
        how many years = cati ani
        how did you hear = cum ati aflat | cum ai aflat | de unde ati aflat | de unde ai aflat | unde ati aflat
        how = cum
        when = cand
        could you start = ati putea incepe | puteti incepe | poti incepe | ai putea incepe
        start date = data de incepere | data inceperii | disponibilitate
        start = incepe | incepeti
        notice period = perioada de preaviz | preaviz | preavizul
        salary expectations = asteptari salariale | asteptarile salariale | pretentii salariale | salariul dorit | asteptarea salariala
        net = net
        gross = brut
        month = lunar | pe luna
        year = anual
        years = ani
        experience = experienta | experienta profesionala
        with = cu
        in = in
        and = si
        or = sau
        about = despre
        us = noi
        job = post | pozitie | job | acest job | acest post | aceasta pozitie
        drivers license = permis de conducere | carnet de conducere | permis auto
        valid = valabil
        work permit = permis de munca
        relocate = relocare | relocati | va mutati | te muti | muta
        travel = calatori | calatoriti | deplasari | delegatii
        office = birou | biroul
        english proficiency = nivelul de engleza | nivel de engleza | nivelul de cunoastere a limbii engleze | nivel limba engleza
        english = engleza | limba engleza
        highest degree = nivel de studii | nivelul studiilor | ultima forma de invatamant absolvita | studii absolvite
        of legal age = major | majora
        convicted = condamnat | condamnata
        family = rude | ruda | familie
        friends = prieteni
        gender = gen | sex
        disability = dizabilitate | dizabilitati
        city = oras
        country = tara
        not = nu
        """
    )

    static let ukrainian = Phrasebook(
        yes: "Так",
        no: "Ні",
        """
        do you have = чи маєте | чи є у вас | маєте | чи є у тебе | чи маєш
        are you willing = чи готові ви | ви готові | чи готові | чи розглядаєте | готові | чи готовий ти
        are you = чи ви | ви
        can you = чи можете | чи зможете
        do you live = чи проживаєте ви | ви проживаєте | ви живете
        where do you live = де ви проживаєте | де ви живете | де ви зараз проживаєте | де ви зараз знаходитесь
        have you ever worked for us = чи працювали ви в нашій компанії | чи працювали ви раніше в нашій компанії | ви працювали у нас раніше
        your = ваш | ваша | ваші | ваше | вашої
        you = вас | вам | тебе
        currently = зараз | наразі
        - = у | в | на | з | до | по | це | чи
        what is = який | яка | яке | які
        how many years = скільки років
        how did you hear = як ви дізналися | звідки ви дізналися | звідки дізналися
        about us = про нас | про нашу компанію
        job = вакансію | вакансія | посада | посаду
        about = про
        when = коли
        could you start = ви можете почати | можете почати | зможете приступити | ви готові розпочати | можете приступити
        start = почати | приступити | розпочати | роботу
        salary expectations = зарплатні очікування | очікування по зарплаті | бажана зарплата | фінансові очікування | очікувана зарплата \
        | очікування щодо заробітної плати
        experience = досвід | досвід роботи
        working with = роботи з
        with = з
        years = років | роки
        and = та | і
        or = або
        drivers license = водійське посвідчення | посвідчення водія
        relocate = релокації | релокацію | переїзду | переїхати
        travel = відрядження | відряджень
        english proficiency = рівень англійської | рівень англійської мови | рівень володіння англійською
        english = англійська | англійської
        notice period = термін відпрацювання
        office = офіс | офісі
        gender = стать
        city = місто
        country = країна
        """
    )

    static let catalan = Phrasebook(
        yes: "Sí",
        no: "No",
        """
        do you have = tens | te | disposes | disposa
        are you willing = estaries disposat | estaries disposada | estas disposat | tens disponibilitat per
        where do you live = on vius | on viu
        your = teu | teva | teves | seva | seu
        - = el | la | els | les | un | una | de | del | a | per | que
        what is = quin es | quina es | quines son | quins son
        how many years = quants anys
        how did you hear = com has sabut | com ens has conegut | com has conegut | com ens has trobat
        about = sobre
        us = nosaltres
        job = oferta | feina | lloc
        when = quan
        could you start = podries comencar | podries incorporar te | et podries incorporar
        salary expectations = expectatives salarials | pretensions salarials
        gross = brut | bruts
        annual = anual | anuals
        years = anys
        experience = experiencia
        drivers license = carnet de conduir | permis de conduir
        own = propi
        relocate = traslladar te | canviar de residencia
        english proficiency = nivell d angles | nivell angles
        english = angles
        and = i
        or = o
        """
    )
}
