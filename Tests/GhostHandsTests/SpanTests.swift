import Testing

@testable import GhostHands

/// A start that has an end beside it is that of something past, in any language, and never the day on which the applicant
/// could begin.
@Suite struct SpanTests {
    private let mira = Applicant(
        profile: [
            "first_name": "Mira", "start_date": "2027-02-01",
            "work_history": [["company": "Quarry Labs", "title": "Engineer", "start_date": "2019-01"]],
            "education": [["institution": "ETH", "degree": "MS", "field": "Physics", "graduation_year": 2018]],
        ],
        answers: ["When could you begin?": "2027-02-01"]
    )

    private func answers(_ labels: [String], under section: String? = nil) -> [String?] {
        let fields = labels.map { label in
            var field = Field(kind: .text, label: label)
            field.section = section
            return field
        }
        return Answerer(mira).answers(to: fields, asked: Classifier.classify(together: fields))
            .map { $0?.value.plainText }
    }

    @Test(arguments: [
        ["Firma", "Startdatum", "Enddatum"], ["Arbeitgeber", "Eintrittsdatum", "Austrittsdatum"],
        ["Entreprise", "Date de début", "Date de fin"], ["Employeur", "Date d'entrée", "Date de sortie"],
        ["Empresa", "Fecha de inicio", "Fecha de finalización"], ["Azienda", "Data di inizio", "Data di fine"],
        ["Empresa", "Data de início", "Data de conclusão"], ["Werkgever", "Begindatum", "Einddatum"],
        ["Arbetsgivare", "Startdatum", "Slutdatum"], ["Arbeidsgiver", "Startdato", "Sluttdato"],
        ["Firma", "Data rozpoczęcia", "Data zakończenia"], ["Company", "Start Date", "End Date"],
    ])
    func `a start beside an end is not the day of beginning, whatever stands above`(labels: [String]) {
        #expect(answers(labels)[1] == nil)
        #expect(answers(labels, under: "Weitere Stationen und anderes")[1] == nil)
    }

    @Test(arguments: ["Startdatum", "Date de début", "Fecha de inicio", "Data de início", "Startdato"])
    func `a start alone is the day of beginning`(label: String) {
        #expect(answers(["E-Mail", label, "Nachricht"])[1] == "2027-02-01")
    }

    @Test(arguments: [
        ("Beruflicher Werdegang", ["Firma", "Position", "Beginn", "Ende"]),
        ("Expériences professionnelles", ["Entreprise", "Poste", "Date de début", "Date de fin"]),
        ("Experiencia", ["Empresa", "Puesto", "Desde", "Hasta"]),
        ("Esperienze lavorative", ["Azienda", "Ruolo", "Data di inizio", "Data di fine"]),
        ("Experiências profissionais", ["Empresa", "Cargo", "Data de início", "Data de término"]),
        ("Arbetslivserfarenhet", ["Arbetsgivare", "Befattning", "Startdatum", "Slutdatum"]),
        ("Arbeidserfaring", ["Arbeidsgiver", "Stilling", "Startdato", "Sluttdato"]),
        ("Doświadczenie zawodowe", ["Firma", "Stanowisko", "Data rozpoczęcia", "Data zakończenia"]),
        ("Опыт работы", ["Компания", "Должность", "Дата начала", "Дата окончания"]),
        ("職歴", ["会社名", "役職", "開始", "終了"]),
    ])
    func `a history under its heading gets its entry`(heading: String, labels: [String]) {
        #expect(answers(labels, under: heading) == ["Quarry Labs", "Engineer", "2019-01", nil])
    }

    @Test(arguments: [
        ("Formations", ["Établissement", "Diplôme"]), ("Educación", ["Institución", "Titulación"]),
        ("Formação acadêmica", ["Instituição", "Diploma"]), ("Istruzione", ["Istituto", "Titolo di studio"]),
        ("Utbildning", ["Skola", "Examen"]),
    ])
    func `a school under its heading gets its entry`(heading: String, labels: [String]) {
        #expect(answers(labels, under: heading) == ["ETH", "MS"])
    }
}
