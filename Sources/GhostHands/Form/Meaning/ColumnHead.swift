/// Tables in which each column is a person's and each row a fact: "First name" before boxes under "Applicant" and
/// "Emergency contact".
package enum ColumnHead {
    /// Whether the head of a column says whose the boxes under it are.
    ///
    /// - Parameter label: the head.
    /// - Returns: true where it names the applicant or another person, and nothing of them.
    package static func namesPerson(_ label: String) -> Bool {
        let words = Words(label)
        return words.list.count <= 4 && (own.contains(words.text) || Persons.areNamed(by: words, as: label))
    }

    /// Whether the head of a row says what of somebody is asked for.
    ///
    /// - Parameter label: the head.
    /// - Returns: true where it names one fact.
    package static func namesFact(_ label: String) -> Bool { AskedRule.asked(by: Words(label)) != nil }

    private static let own = Set(
        Words.phrases(
            """
            applicant, candidate, you, yourself, yours, your details, self, bewerber, bewerberin, bewerber in, sie, sie selbst, candidat, \
            candidate, vous, candidato, candidata, solicitante, usted, candidato a, voce, sollicitant, kandidaat, sokande, ansoger, soker, \
            hakija, kandydat, uchazec, aday, соискатель, кандидат, 申請者, 応募者, 本人, 申请人, 지원자
            """
        )
    )
}
