extension Phrasebook {
    static let spanish = Phrasebook(
        yes: "Sí",
        no: "No",
        """
        do you have = tiene | tienes | cuenta con | cuentas con | posee | posees | dispone de | dispones de | tiene usted \
        | cuenta usted con | dispone usted de
        do you have availability = tiene disponibilidad | tienes disponibilidad | cuenta con disponibilidad | cuentas con disponibilidad
        have you = ha | has | haz
        - = dispuesta | dispuesto
        are you willing to = estarias dispuesto o dispuesta a | estaria dispuesto o dispuesta a | estas dispuesto o dispuesta a
        relocate = cambiar de residencia por este puesto
        do you have family who work here = tiene algun familiar o amigo que trabaje aqui | tienes algun familiar o amigo que trabaje aqui \
        | tiene familiares o amigos que trabajen aqui | tiene algun familiar que trabaje aqui | tiene algun pariente que trabaje aqui
        have you ever worked = ha trabajado alguna vez | has trabajado alguna vez
        have you previously worked = ha trabajado anteriormente | has trabajado anteriormente | ha trabajado antes | has trabajado antes \
        | ha trabajado previamente | has trabajado previamente
        have you previously worked at = ha trabajado antes en | ha trabajado anteriormente en | ha trabajado previamente en \
        | ha trabajado alguna vez en | has trabajado antes en | has trabajado anteriormente en | has trabajado alguna vez en
        have you been = ha sido | has sido
        are you = es usted | eres | estas | esta usted | esta | es
        are you willing = estaria dispuesto | estaria dispuesta | estarias dispuesto | estarias dispuesta | esta dispuesto | esta dispuesta \
        | estas dispuesto | estas dispuesta | esta usted dispuesto | disponibilidad para | tiene disponibilidad para \
        | tienes disponibilidad para | estaria dispuesto a | estas abierto | estaria abierto | aceptaria | aceptarias \
        | cuenta con disponibilidad para | cuentas con disponibilidad para | te gustaria
        are you allowed = esta autorizado | esta autorizada | estas autorizado | estas autorizada | puede trabajar legalmente
        do you need = necesita | necesitas | necesitara | necesitaras | requiere | requieres | requerira | requeriras
        do you live = vive | vives | reside | resides | vive usted | vive actualmente | reside actualmente
        do you speak = habla | hablas | domina | dominas
        do you know = conoce | conoces
        can you = puede | puedes | podria | podrias
        where do you live = donde vives | donde vive | donde resides | donde reside
        you = usted | tu | te | ti | ustedes
        your = su | sus | tus
        us = nosotros
        our = nuestra | nuestro | nuestras | nuestros
        - = el | la | los | las | lo | un | una | unos | unas | de | del | al | a | por favor | que | se | indique | indica \
        | indicanos | favor | nos | es decir | le | me | esta posicion | este puesto | esta oferta
        and = y | e
        or = o | u
        for = para | por
        with = con
        in = en
        what is = cual es | cuales son | cual seria | cuales serian | cual
        how many = cuantos | cuantas | cuanto
        how long = cuanto tiempo | hace cuanto
        how = como
        where = donde | por donde
        when = cuando | desde cuando | a partir de cuando
        start = empezar | comenzar | incorporarte | incorporarse | iniciar | incorporacion | inicio
        start date = fecha de inicio | fecha de incorporacion | fecha de disponibilidad | fecha disponible | fecha posible de inicio \
        | disponibilidad de incorporacion | disponibilidad para incorporarte | disponibilidad para incorporarse
        available = disponible | disponibilidad
        date = fecha
        notice period = preaviso | periodo de preaviso | plazo de preaviso | tiempo de preaviso
        salary expectations = pretensiones salariales | expectativas salariales | expectativa salarial | pretension salarial \
        | salario deseado | aspiracion salarial | aspiraciones salariales | expectativa economica | expectativas economicas \
        | pretensiones economicas | sueldo deseado | pretension de renta | salario pretendido | salario esperado
        salary = salario | sueldo
        annual = anual | anuales | anualmente
        month = mensual | mensuales | al mes | mes | mensualmente
        gross = bruto | bruta | brutos
        net = neto | neta | netos
        dollars = dolares
        years = anos
        year = ano
        months = meses
        days = dias
        week = semana
        experience = experiencia | experiencia laboral | experiencia profesional
        working with = trabajando con | trabajas con | trabaja con | llevas trabajando con
        work = trabajar | trabajo | laborar
        at least = al menos | como minimo | minimo
        more than = mas de
        drivers license = licencia de conducir | licencia de conduccion | carnet de conducir | carne de conducir | permiso de conducir \
        | licencia de manejo | carnet de coche | permiso de conduccion
        valid = vigente | valida | valido | en vigor
        work permit = permiso de trabajo | permiso para trabajar | autorizacion de trabajo | autorizacion para trabajar
        authorized = autorizado | autorizada | legalmente
        sponsorship = patrocinio | patrocinio de visa | patrocinio de visado
        visa = visado | visa
        relocate = mudarte | mudarse | trasladarte | trasladarse | reubicarte | reubicarse | traslado | cambiar de residencia | cambio de residencia \
        | reubicacion | cambiar de ciudad
        travel = viajar | viajes | viajar por trabajo | viajes de trabajo | viajar por motivos de trabajo
        willing = dispuesto | dispuesta
        worked for us = trabajado con nosotros | trabajado para nosotros | trabajado en nuestra empresa | trabajado para nuestra empresa \
        | trabajado en nuestra compania | trabajado con nosotros anteriormente | trabajado en esta empresa | trabajado en esta compania \
        | laborado con nosotros | trabajado para esta empresa | trabajado anteriormente con nosotros | trabajado anteriormente en nuestra empresa \
        | trabajado antes con nosotros | trabajado previamente con nosotros
        before = anteriormente | antes | previamente | alguna vez | ya | en el pasado
        currently = actualmente | en la actualidad
        current = actual
        company = empresa | compania
        employee = empleado | empleada
        job = puesto | vacante | oferta | posicion | oferta de trabajo | oferta de empleo | empleo
        did you hear = te enteraste | se entero | has conocido | conociste | supiste | nos conociste | has sabido | se entero usted \
        | nos has conocido | nos encontraste | encontraste | conocio | te has enterado | se ha enterado | supo
        heard = enteraste | conocido
        about = sobre | acerca
        highest degree = nivel de estudios | nivel educativo | maximo nivel de estudios | ultimo grado de estudios | nivel academico \
        | nivel de formacion | nivel maximo de estudios | ultimo nivel de estudios | grado de estudios | nivel de escolaridad
        degree = titulo | titulacion | grado
        bachelor = licenciatura
        following = siguiente
        require sponsorship = una empresa te tramite el permiso de trabajo | te tramite el permiso de trabajo \
        | tramitar el permiso de trabajo | tramite el permiso de trabajo
        obtained = obtenido
        english proficiency = nivel de ingles | nivel del ingles | dominio del ingles | su nivel de ingles | tu nivel de ingles
        proficiency = nivel | dominio
        english = ingles
        spanish = espanol | castellano
        french = frances
        german = aleman
        fluent = fluido | fluida | con fluidez | fluidez
        of legal age = mayor de edad
        older than 18 years = mayor de 18 anos | mas de 18 anos
        convicted = condenado | condenada | antecedentes penales
        crime = delito
        background check = verificacion de antecedentes | comprobacion de antecedentes | revision de antecedentes
        relative = familiar | familiares | pariente | parientes
        live = residir | vivir | residencia
        gender = genero | sexo
        disability = discapacidad
        pronouns = pronombres
        city = ciudad
        country = pais
        without = sin
        restriction = restricciones | restriccion
        now = ahora
        later = mas adelante | futuro | en el futuro
        sponsor = patrocine | patrocinar | patrocinen | patrocinador
        visa = tu visa | su visa | visa de trabajo | visado de trabajo
        office = oficina | nuestras oficinas | oficinas
        on site = presencial | presencialmente | en persona
        come = acudir | venir | asistir | desplazarte | ir
        ok for you = te viene bien | le viene bien | te parece bien | le parece bien | te va bien
        2 = dos
        3 = tres
        4 = cuatro
        5 = cinco
        6 = seis
        7 = siete
        8 = ocho
        10 = diez
        friends = amigos | amigo | conocidos
        work here = trabajen en la empresa | trabajan en la empresa | trabaje en la empresa | trabajan aqui | trabajen con nosotros \
        | trabajan con nosotros | trabajando con nosotros | trabajando en la empresa | que trabajen en nuestra empresa | trabaja en la empresa
        occasional = ocasional | ocasionales | ocasionalmente | de vez en cuando | esporadicos
        do you declare = declaras | declara
        convicted = antecedentes penales | antecedentes
        under = menor de
        under 18 years = menor de 18 anos | menor de edad
        sms = sms | mensajes de texto
        may we send = podemos enviarte | podemos enviarle | aceptas recibir | acepta recibir
        non compete = clausula de no competencia | no competencia | pacto de no competencia | acuerdo de no competencia
        bound = sujeto | sujeta | vinculado | vinculada
        citizen = ciudadano | ciudadana
        citizenship = ciudadania | nacionalidad
        usa = estados unidos | estadounidense | eeuu | ee uu
        highest degree = nivel maximo de estudios terminados | estudios terminados | nivel maximo de estudios finalizados | estudios finalizados | nivel de estudios alcanzado | nivel de estudios finalizados
        did an employee refer you = te ha recomendado algun empleado | te refirio un empleado | fuiste referido por un empleado
        experience do you have = experiencia tenes | experiencia tienes | experiencia tiene | experiencia cuentas
        not = no
        """
    )

    static let portuguese = Phrasebook(
        yes: "Sim",
        no: "Não",
        """
        do you have = tem | voce tem | possui | voce possui | tens | conta com | dispoe de
        have you previously worked = ja trabalhou | voce ja trabalhou | ja trabalhaste | trabalhou anteriormente | voce trabalhou
        have you been = ja foi | voce ja foi | foi
        are you = voce e | es | esta | voce esta | estas
        are you willing = esta disposto | esta disposta | estaria disposto | estaria disposta | voce estaria disposto | voce estaria disposta \
        | voce esta disposto | tem disponibilidade para | possui disponibilidade para | voce tem disponibilidade para | disponibilidade para \
        | estas disposto | estas disposta | aceita | aceitaria
        are you allowed = esta autorizado | esta autorizada | voce esta autorizado | tem autorizacao
        do you need = precisa | voce precisa | necessita | precisara | voce precisara | precisas
        do you live = mora | voce mora | reside | voce reside | vives
        do you speak = fala | voce fala | falas
        do you know = conhece | voce conhece
        can you = pode | voce pode | poderia | voce poderia
        where do you live = onde voce mora | onde mora | onde reside
        you = voce | tu | te
        your = seu | sua | seus | suas | teu | tua
        us = nos
        our = nossa | nosso
        - = o | a | os | as | um | uma | de | do | da | dos | das | ao | que | por favor | se | informe | esta vaga | ha
        and = e
        or = ou
        for = para
        with = com
        in = em | no | na
        what is = qual e | qual | quais sao | qual seria | quais
        how many = quantos | quantas | ha quantos
        how long = quanto tempo | ha quanto tempo
        how = como
        where = onde
        when = quando | a partir de quando
        start = comecar | iniciar | inicio | ingressar
        start date = data de inicio | data de disponibilidade | disponibilidade para inicio | data disponivel | disponibilidade de inicio
        available = disponivel | disponibilidade
        date = data
        notice period = aviso previo | periodo de aviso previo | prazo de aviso previo | pre aviso
        salary expectations = pretensao salarial | pretensoes salariais | expectativa salarial | expectativas salariais | salario pretendido | salario desejado
        salary = salario
        annual = anual | anuais
        month = mensal | por mes | mes
        gross = bruto | bruta
        net = liquido
        dollars = dolares
        pronouns = pronomes
        years = anos
        year = ano
        experience = experiencia | experiencia profissional | experiencia de trabalho
        used = ja usa | usa | utiliza | ja utiliza | voce usa
        work = no trabalho
        working with = trabalha com | voce trabalha com | trabalhas com | trabalhando com
        work = trabalhar | trabalho
        at least = pelo menos | no minimo
        more than = mais de
        drivers license = carta de conducao | carteira de motorista | carteira de habilitacao | cnh | habilitacao | carteira nacional de habilitacao
        valid = valida | vigente
        work permit = autorizacao de trabalho | visto de trabalho | permissao de trabalho | autorizacao para trabalhar
        authorized = autorizado | autorizada | legalmente
        sponsorship = patrocinio | patrocinio de visto
        visa = visto
        relocate = mudar se | mudar de cidade | mudanca | se mudar | relocar se | realocar | mudar | relocacao | mudar de residencia
        travel = viajar | viagens | viajar a trabalho | viagens a trabalho
        willing = disposto | disposta
        worked for us = trabalhou conosco | trabalhou na nossa empresa | trabalhou em nossa empresa | trabalhou para nos | trabalhado conosco \
        | trabalhou connosco | trabalhou nesta empresa
        before = anteriormente | antes | alguma vez | ja
        currently = atualmente | actualmente
        current = atual
        company = empresa
        employee = funcionario | colaborador
        job = vaga | oportunidade | posicao | cargo
        did you hear = ficou sabendo | soube | nos conheceu | conheceu | encontrou | teve conhecimento
        about = sobre
        highest degree = nivel de escolaridade | grau de escolaridade | escolaridade | nivel de formacao | formacao academica | habilitacoes literarias
        degree = diploma | grau | formacao
        english proficiency = nivel de ingles | nivel do ingles | seu nivel de ingles | proficiencia em ingles
        proficiency = nivel | fluencia
        english = ingles
        portuguese = portugues
        spanish = espanhol
        fluent = fluente | fluentemente
        of legal age = maior de idade
        older than 18 years = maior de 18 anos | mais de 18 anos
        relative = parente | parentes | familiares | familiar
        live = morar | residencia
        gender = genero
        disability = deficiencia
        city = cidade
        country = pais
        without = sem
        restriction = restricoes | restricao
        office = escritorio | nosso escritorio | escritorios
        on site = presencial | presencialmente
        come = ir | comparecer | vir
        2 = dois | duas
        3 = tres
        4 = quatro
        5 = cinco
        6 = seis
        7 = sete
        8 = oito
        10 = dez
        friends = amigos | amigo | conhecidos
        work here = trabalham na empresa | trabalha na empresa | trabalhem na empresa | trabalham conosco | trabalhando na empresa \
        | trabalham em nossa empresa
        occasional = ocasional | ocasionais | ocasionalmente | de vez em quando
        are you willing to relocate = voce se mudaria | se mudaria | mudaria se | mudaria de cidade | se mudaria de cidade
        job = assumir esta vaga | esta vaga | assumir a vaga
        have you ever worked for us = ja trabalhou nesta empresa | voce ja trabalhou nesta empresa
        have you worked for us = ja trabalhou connosco | ja trabalhou conosco | ja trabalhou na nossa empresa | ja trabalhou na empresa | ja trabalhou para nos
        may we send = podemos enviar lhe | podemos enviar | aceita receber | podemos te enviar
        application = candidatura | andamento da candidatura
        sms = sms | mensagens de texto
        travel = viajar a trabalho
        do you speak = voce fala | fala
        write = escreve | escrever
        read = le | ler
        convicted = antecedentes criminais | condenado | condenada
        non compete = clausula de nao concorrencia | nao concorrencia | acordo de nao concorrencia
        citizen = cidadao | cidada
        usa = estados unidos | eua
        not = nao
        """
    )
}
