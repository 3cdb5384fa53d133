extension Tongue {
    /// Where somebody works, lives and is reached today, as forms in several languages ask for it.
    static let today = Tongue([
        .lastName: "sobrenome completo, sobrenomes completos, apellidos completos",
        .email: "votre adresse e-mail, votre e-mail, deine e-mail-adresse, ihre e-mail-adresse",
        .currentCompany: """
        bei welchem unternehmen sind sie derzeit beschäftigt, bei welchem unternehmen arbeiten sie derzeit, \
        bei welchem unternehmen arbeitest du derzeit, aktueller arbeitgeber, derzeitiger arbeitgeber, \
        empresa atual, empresa atual última empresa, empresa atual ou última empresa, empresa actual, \
        empresa actual o última empresa, employeur actuel, entreprise actuelle, employeur actuel ou dernier employeur, \
        datore di lavoro attuale, azienda attuale, huidige werkgever, nuvarande arbetsgivare, nåværende arbeidsgiver, \
        nuværende arbejdsgiver, obecny pracodawca, aktualny pracodawca, поточне місце роботи, текущее место работы
        """,
        .currentTitle: """
        cargo atual, cargo atual último cargo, cargo atual ou último cargo, puesto actual, cargo actual, \
        cargo actual o último cargo, poste actuel, fonction actuelle, posizione attuale, ruolo attuale, \
        huidige functie, nuvarande befattning, nuvarande roll, nåværende stilling, nuværende stilling, \
        obecne stanowisko, aktualne stanowisko, aktuelle position, derzeitige position, aktuelle stelle
        """,
        .city: """
        localização cidade, localização (cidade), ciudad de residencia, cidade de residência, ville de résidence, \
        у якому місті ви зараз проживаєте, у якому місті ви проживаєте, у якому місті ви зараз живете, \
        в якому місті ви проживаєте, в каком городе вы живете, в каком городе вы проживаете
        """,
        .location: """
        wo befinden sie sich derzeit, wo befinden sie sich, wo befindest du dich derzeit, wo bist du ansässig, \
        où êtes-vous situé, où êtes-vous basé, où vous trouvez-vous actuellement, dónde te encuentras actualmente
        """,
        .fieldOfStudy: """
        studienrichtung, studienfach, fachrichtung, domaine d'études, spécialité, campo de estudio, \
        área de formação, indirizzo di studi, studierichting, studieinriktning, studieretning, kierunek studiów
        """,
        .phone: """
        mobilnummer für rückfragen, telefonnummer für rückfragen, telefon für rückfragen, numer telefonu kontaktowego
        """,
    ])
}
