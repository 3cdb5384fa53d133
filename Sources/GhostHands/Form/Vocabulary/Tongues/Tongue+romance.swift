extension Tongue {
    static let french = Tongue(
        [
            .firstName: "prénom, prénoms, prénom usuel",
            .lastName: "nom de famille, nom d'usage, nom usuel",
            .fullName: """
            nom complet, nom et prénom, nom et prénoms, prénom et nom, nom prénom, prénom nom, nom / prénom, \
            prénom nom de famille
            """,
            .email: """
            courriel, adresse e-mail, adresse email, adresse mail, adresse courriel, adresse électronique, mél, \
            e-mail, adresse de courriel, adresse de messagerie
            """,
            .phone: """
            téléphone, numéro de téléphone, téléphone portable, téléphone mobile, portable, numéro de portable, \
            numéro de mobile, n de téléphone, tél, numéro de téléphone portable, numéro de téléphone mobile, \
            no de téléphone, numéro de cellulaire, cellulaire
            """,
            .streetAddress: """
            adresse, adresse postale, rue, numéro et rue, n et rue, rue et numéro, adresse ligne 1, voie, \
            numéro et nom de rue
            """,
            .addressLine2: "complément d'adresse",
            .city: "ville, commune, localité, ville de résidence, lieu de résidence",
            .state: """
            province, département, canton, province ou région, région ou province, province de résidence, \
            province ou territoire, province ou état
            """,
            .postalCode: "code postal, npa",
            .country: "pays, pays de résidence",
            .linkedIn: "profil linkedin, lien linkedin, url linkedin, lien vers profil linkedin, url profil linkedin",
            .birthDate: "date de naissance",
            .startDate: """
            date de disponibilité, disponible à partir de, date de début souhaitée, date de début, \
            date d'entrée souhaitée, date de prise de poste souhaitée
            """,
            .noticePeriod: "préavis, durée du préavis, délai de préavis",
            .salary: """
            prétentions salariales, prétention salariale, salaire souhaité, salaire attendu, \
            rémunération souhaitée, attentes salariales, rémunération attendue, salaire désiré, \
            salaire mensuel souhaité, salaire annuel souhaité
            """,
            .currentCompany: "employeur actuel, entreprise actuelle, société actuelle",
            .currentTitle: "poste actuel, fonction actuelle, intitulé du poste actuel",
            .school: "établissement, université, école, établissement scolaire",
            .degree: "diplôme, niveau d'études, niveau d'étude, dernier diplôme obtenu, diplôme le plus élevé",
            .fieldOfStudy: "domaine d'études, spécialité, filière",
            .gender: "sexe, genre",
            .coverLetter: "lettre de motivation, lettre d'accompagnement",
            .yearsOfExperience: "années d'expérience, nombre d'années d'expérience",
        ],
        beside: """
            votre, vos, ton, ta, notre, obligatoire, champ obligatoire, requis, facultatif, optionnel, veuillez saisir, \
            saisissez, indiquez, confirmer, confirmez, merci d'indiquer, svp
            """,
        money: "EUR, CHF, CAD"
    )

    static let spanish = Tongue(
        [
            .firstName: "primer nombre, nombre de pila, nombres",
            .lastName: "apellido, apellidos, primer apellido, apellido paterno",
            .fullName: """
            nombre completo, nombre y apellidos, nombre y apellido, nombres y apellidos, nombre apellidos, \
            apellidos y nombre
            """,
            .email: """
            correo electrónico, correo, dirección de correo electrónico, dirección de email, dirección de correo, \
            e-mail, dirección de e-mail, correo-e, email personal
            """,
            .phone: """
            teléfono, número de teléfono, teléfono móvil, móvil, celular, número de celular, teléfono celular, \
            número de móvil, teléfono de contacto, número telefónico, número de contacto
            """,
            .streetAddress: """
            dirección, calle, domicilio, dirección postal, calle y número, dirección de residencia, \
            dirección particular
            """,
            .city: "ciudad, localidad, población, municipio, ciudad de residencia, lugar de residencia",
            .state: "provincia, comunidad autónoma, estado provincia, provincia estado",
            .postalCode: "código postal, cp, c.p.",
            .country: "país, país de residencia",
            .linkedIn: "perfil de linkedin, url de linkedin, enlace de linkedin, perfil linkedin",
            .birthDate: "fecha de nacimiento",
            .startDate: "fecha de incorporación, disponibilidad de incorporación, fecha de inicio, fecha disponible",
            .noticePeriod: "preaviso, periodo de preaviso, plazo de preaviso",
            .salary: """
            expectativa salarial, expectativas salariales, salario deseado, pretensión salarial, \
            pretensiones salariales, aspiración salarial, salario esperado, sueldo deseado, \
            sueldo pretendido, salario pretendido, sueldo esperado, expectativa de sueldo, \
            pretensión de sueldo
            """,
            .currentCompany: "empresa actual, empleador actual",
            .currentTitle: "puesto actual, cargo actual",
            .school: "universidad, institución educativa, centro de estudios, centro educativo",
            .degree: "nivel de estudios, titulación, nivel de educación, nivel educativo",
            .fieldOfStudy: "área de estudio, campo de estudio, especialidad",
            .gender: "género, sexo",
            .coverLetter: "carta de presentación, carta de motivación",
            .yearsOfExperience: "años de experiencia",
        ],
        beside: """
            tu, su, sus, tus, obligatorio, obligatoria, campo obligatorio, requerido, opcional, introduce, introduzca, \
            ingrese, ingresa, indique, indica, confirmar, confirme, confirma, por favor
            """,
        money: "EUR, MXN, COP, CLP, ARS, PEN"
    )

    static let portuguese = Tongue(
        [
            .firstName: "primeiro nome, nome próprio, nome proprio",
            .lastName: "sobrenome, sobrenomes, apelidos, apelido, último nome, ultimo nome",
            .fullName: "nome completo, nome e sobrenome, nome e apelido, nome sobrenome",
            .email: "e-mail, endereço de e-mail, endereço de email, correio eletrônico, correio eletrónico",
            .phone: """
            telefone, número de telefone, celular, telemóvel, número de celular, telefone celular, telefone móvel, \
            número de telemóvel, telefone de contato, número de contato, telefone de contacto
            """,
            .streetAddress: "endereço, rua, morada, logradouro, endereço residencial, rua e número",
            .addressLine2: "complemento",
            .city: "cidade, município, localidade, cidade de residência, cidade onde mora",
            .state: "estado uf, uf, estado de residência, distrito",
            .postalCode: "cep, código postal, código de endereçamento postal",
            .country: "país, país de residência",
            .linkedIn: "perfil do linkedin, perfil linkedin, url do linkedin, link do linkedin, linkedin url",
            .birthDate: "data de nascimento",
            .startDate: "data de início, disponibilidade para início, data de início desejada",
            .noticePeriod: "aviso prévio, período de aviso prévio",
            .salary: """
            pretensão salarial, expectativa salarial, salário pretendido, salário desejado, \
            pretensão de salário, remuneração pretendida, expectativas salariais
            """,
            .currentCompany: "empresa atual, empregador atual",
            .currentTitle: "cargo atual, função atual",
            .school: "instituição de ensino, universidade, faculdade, escola",
            .degree:
                "escolaridade, nível de escolaridade, grau de escolaridade, habilitações literárias, grau académico",
            .fieldOfStudy: "área de estudo, curso",
            .gender: "gênero, género, sexo",
            .coverLetter: "carta de apresentação, carta de motivação",
            .yearsOfExperience: "anos de experiência",
        ],
        beside: """
            seu, sua, teu, tua, obrigatório, obrigatória, campo obrigatório, opcional, digite, informe, insira, \
            confirmar, confirme
            """,
        money: "EUR, BRL"
    )

    static let italian = Tongue(
        [
            .firstName: "nome di battesimo",
            .lastName: "cognome",
            .fullName: "nome e cognome, nome completo, cognome e nome, nome cognome, cognome nome, nominativo",
            .email: """
            e-mail, indirizzo e-mail, indirizzo email, posta elettronica, indirizzo di posta elettronica, \
            indirizzo mail
            """,
            .phone: """
            telefono, numero di telefono, cellulare, numero di cellulare, telefono cellulare, recapito telefonico, \
            telefono cellulare, num di telefono, numero telefonico
            """,
            .streetAddress: "indirizzo, via e numero civico, indirizzo di residenza, via e numero, via, residenza",
            .city: "città, comune, località, città di residenza, comune di residenza",
            .state: "provincia, provincia di residenza, regione",
            .postalCode: "cap, codice postale, codice di avviamento postale",
            .country: "paese, nazione, stato di residenza, paese di residenza, nazione di residenza",
            .linkedIn: "profilo linkedin, url profilo linkedin, link linkedin",
            .birthDate: "data di nascita",
            .startDate: "data di inizio, disponibilità dal, data di disponibilità, disponibile dal",
            .noticePeriod: "preavviso, periodo di preavviso",
            .salary: """
            retribuzione desiderata, aspettativa retributiva, aspettative economiche, ral attesa, ral, ral indicativa, ral desiderata, \
            pretese economiche, aspettative retributive, stipendio desiderato, ral richiesta, \
            retribuzione attesa, pretese retributive, richiesta economica
            """,
            .currentCompany: "azienda attuale, datore di lavoro attuale",
            .currentTitle: "posizione attuale, ruolo attuale",
            .school: "istituto, università, scuola",
            .degree: "titolo di studio, livello di istruzione",
            .fieldOfStudy: "indirizzo di studio, corso di studi",
            .gender: "genere, sesso",
            .coverLetter: "lettera di presentazione, lettera di motivazione, lettera motivazionale",
            .yearsOfExperience: "anni di esperienza",
        ],
        beside: """
            il tuo, la tua, tuo, tua, suo, sua, obbligatorio, obbligatoria, campo obbligatorio, richiesto, facoltativo, \
            opzionale, inserisci, inserire, conferma, il, la
            """,
        money: "EUR, CHF"
    )
}
