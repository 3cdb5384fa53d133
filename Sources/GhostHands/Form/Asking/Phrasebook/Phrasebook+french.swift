extension Phrasebook {
    static let french = Phrasebook(
        yes: "Oui",
        no: "Non",
        """
        do you have = avez vous | as tu | possedez vous | possedes tu | disposez vous | disposes tu | detenez vous \
        | etes vous titulaire | es tu titulaire | etes vous en possession | est ce que vous avez | est ce que tu as | vous avez
        have you ever worked = avez vous deja travaille | as tu deja travaille
        have you previously = avez vous deja | as tu deja
        have you been = avez vous ete | as tu ete | avez vous deja ete | as tu deja ete
        are you = etes vous | es tu | est ce que vous etes | vous etes | seriez vous | serais tu
        are you willing = etes vous pret | etes vous prete | es tu pret | es tu prete | acceptez vous | accepteriez vous \
        | etes vous dispose | etes vous disposee | etes vous ouvert | etes vous ouverte | seriez vous pret | seriez vous prete \
        | etes vous pret e | es tu pret e | seriez vous pret e | envisagez vous | seriez vous ouvert | seriez vous dispose
        are you allowed = etes vous autorise | etes vous autorisee | es tu autorise | es tu autorisee | etes vous autorise e
        do you need = avez vous besoin | as tu besoin | aurez vous besoin | auras tu besoin | necessitez vous
        do you live = habitez vous | habites tu | residez vous | resides tu | vivez vous | vis tu
        do you speak = parlez vous | parles tu | maitrisez vous
        do you know = connaissez vous | connais tu
        can you = pouvez vous | peux tu | pourriez vous | pourrais tu
        could you = pourriez vous
        would you like = souhaitez vous | souhaites tu | voulez vous
        where do you live = ou habitez vous | ou habites tu | ou residez vous | ou vivez vous
        you = vous | tu | te | toi
        your = votre | vos | ton | ta | tes
        us = nous
        our = notre | nos
        - = le | la | les | l | d | de | du | des | un | une | au | aux | ce | cet | cette | ces | y | a | merci | indiquer \
        | indiquez | preciser | precisez | svp | s il vous plait | si oui lequel | en | se | qu | que | qui sont
        and = et
        or = ou bien | ou
        for = pour
        with = avec
        in = dans
        at = chez
        is = est | sont
        what is = quel est | quelle est | quels sont | quelles sont | quel serait | quelle serait | quelles seraient | quels seraient
        desired = souhaitee | souhaite | souhaites | souhaitees
        without = sans
        restriction = restriction | restrictions
        confirm you do not need = confirmez vous n avoir besoin d aucun | confirmez vous ne pas avoir besoin de | confirmez vous ne pas avoir besoin d
        not = ne pas | n avez pas | aucun | aucune
        legally = legalement
        office = bureau | bureaux | nos bureaux | nos locaux | locaux
        on site = sur site | sur place | en presentiel | presentiel
        come = etre present | etre presente | etre present e | venir | vous rendre | travailler au
        2 = deux
        3 = trois
        4 = quatre
        5 = cinq
        6 = six
        7 = sept
        8 = huit
        10 = dix
        occasional = ponctuels | occasionnels | ponctuel | ponctuellement | occasionnellement | de temps en temps
        travel = deplacements | deplacements professionnels | deplacement | voyager | vous deplacer | voyages
        are you under 18 years = avez vous moins de 18 ans | as tu moins de 18 ans
        under = moins de
        are you at least 18 years old = etes vous majeur | etes vous majeure | etes vous majeur e | es tu majeur | avez vous plus de 18 ans \
        | avez vous 18 ans ou plus | avez vous au moins 18 ans
        are you willing to relocate = etes vous mobile geographiquement | es tu mobile geographiquement
        relocate = demenager | demenagement | relocaliser | changer de region | mobilite geographique
        job = occuper ce poste | occuper le poste | prendre ce poste | candidature
        bound = lie | liee | lie e | soumis | soumise
        non compete = clause de non concurrence | non concurrence | engagement de non concurrence
        family = famille | proche | proches | membre de votre famille | membre de la famille | ami | amis | ami e | amie
        work here = travaille t il chez nous | travaille chez nous | travaillent chez nous | travaille dans notre entreprise | travaillent dans notre entreprise \
        | travaille t elle chez nous | employes chez nous | employe chez nous | travaillant chez nous
        did an employee refer you = votre candidature est elle recommandee par l un de nos collaborateurs | avez vous ete recommande par un de nos collaborateurs \
        | etes vous recommande par un collaborateur | avez vous ete coopte | avez vous ete cooptee | avez vous ete recommande
        disability = handicap | situation de handicap | travailleur handicape | rqth | statut de travailleur handicape
        degree = diplome | formation | niveau d etudes
        master = master
        have completed = suivi
        sms = sms | texto
        may we contact = pouvons nous vous contacter | acceptez vous de recevoir | acceptez vous d etre contacte
        usa = etats unis | aux etats unis | americain
        criminal record = casier judiciaire | condamnation penale
        start = commencer | demarrer | debuter | prendre vos fonctions | integrer
        how long is = quelle est la duree de
        length = duree | delai
        how many years = depuis combien d annees | depuis combien d ans
        how many = combien d | combien de | combien
        how long = depuis combien de temps
        years = ans | annees
        year = an | annee
        months = mois
        month = mensuel | mensuelle | par mois
        day = jour | par jour
        days = jours
        week = semaine
        annual = annuel | annuelle | annuels | annuelles
        per = par
        gross = brut | brute | bruts | brutes
        net = net | nets
        experience = experiences
        professional = professionnelle | professionnelles | professionnel
        using = utilisez vous | utilises tu
        working with = travaillez vous avec | travailles tu avec
        at least = au moins
        more than = plus de
        how = comment
        where have you = ou avez vous | ou as tu
        where did you hear = ou avez vous trouve | ou avez vous entendu parler | ou avez vous decouvert | ou as tu trouve
        when = quand | a quelle date | a partir de quand
        from which date = a partir de quelle date | a compter de quelle date | des quelle date
        which = quel | quelle | quels | quelles
        start date = date de disponibilite | date de debut souhaitee | date de debut | date de prise de poste \
        | date de disponibilites | date de demarrage | date d embauche souhaitee | date de debut possible
        start = commencer | debuter | demarrer | prendre votre poste | prise de poste | rejoindre
        available = disponible | disponibles | disponibilite | disponibilites
        when are you available = quelles sont vos disponibilites | quelle est votre disponibilite | disponible a partir du
        earliest = plus tot | au plus tot
        notice period = preavis | periode de preavis | duree du preavis | delai de preavis | duree de preavis | duree de votre preavis
        salary expectations = pretentions salariales | pretentions de salaire | attentes salariales | pretention salariale \
        | remuneration souhaitee | salaire souhaite | remuneration attendue | attentes en matiere de salaire \
        | fourchette salariale souhaitee | pretentions | exigences salariales | attente salariale | remuneration desiree
        salary = salaire | remuneration
        drivers license = permis de conduire | permis voiture
        valid = valide | en cours de validite | en regle
        work permit = autorisation de travail | autorisation de travailler | permis de travail | droit de travailler
        authorized = autorise | autorisee | autorises | habilite
        work = travailler | travail | travaillez
        sponsorship = parrainage | sponsor visa | parrainage de visa | sponsoring
        relocate = demenager | demenagement | relocaliser | relocalisation | vous relocaliser | changer de region | mobilite geographique
        travel = voyager | voyages | deplacements | deplacement | vous deplacer | deplacements professionnels | voyages professionnels
        worked for us = travaille pour nous | travaille chez nous | travaille avec nous | travaille dans notre entreprise \
        | travaille pour notre entreprise | travaille au sein de notre entreprise | travaille pour notre societe \
        | travaille chez notre entreprise | travaille dans notre societe | travaille pour notre groupe | travaille dans notre groupe \
        | ete employe par nous | ete employe chez nous | ete employe par notre entreprise | collabore avec nous
        worked for = travaille pour | travaille chez | employe par
        before = deja | auparavant | precedemment | par le passe | anterieurement
        currently = actuellement | aujourd hui | en ce moment
        current = actuel | actuelle
        company = entreprise | societe
        employer = employeur
        employee = employe | employee | salarie | collaborateur
        job = poste | offre | emploi | annonce | offre d emploi | opportunite
        did you hear = avez vous entendu parler | as tu entendu parler | avez vous connu | avez vous decouvert | as tu decouvert \
        | avez vous trouve | as tu trouve | avez vous pris connaissance | avez vous eu connaissance | nous avez vous connus \
        | as tu connu | as tu decouverts | as tu decouvert | avez vous decouverts | nous as tu connus | nous avez vous trouve | nous avez vous trouves | nous avez vous decouvert
        heard = entendu parler | connu | connus | decouvert | trouve
        highest degree = niveau d etudes | niveau d etude | dernier diplome obtenu | plus haut diplome obtenu \
        | diplome le plus eleve | niveau de formation | plus haut niveau d etudes | niveau d etudes le plus eleve \
        | niveau de diplome | plus haut diplome
        degree = diplome
        obtained = obtenu
        english proficiency = niveau d anglais | niveau en anglais | maitrise de l anglais | votre niveau d anglais
        french proficiency = niveau de francais | niveau en francais | maitrise du francais
        proficiency = niveau | maitrise
        english = anglais
        french = francais
        german = allemand
        spanish = espagnol
        fluent = couramment | courant
        of legal age = majeur | majeure
        convicted = condamne | condamnee
        non compete = clause de non concurrence | non concurrence
        background check = verification des antecedents | verification d antecedents
        agree = accord | d accord
        relative = membre de votre famille | proche | proches | parent | lien de parente
        live = resider | habiter | reside | domicilie | domiciliee | base | basee
        gender = sexe | genre
        disability = handicap | situation de handicap
        pronouns = pronoms
        city = ville
        country = pays
        not = pas | ne
        """
    )
}
