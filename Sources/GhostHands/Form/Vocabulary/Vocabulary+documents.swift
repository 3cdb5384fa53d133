extension Vocabulary {
    static let documents = [
        Term(
            .coverLetter,
            ["cover letter", "covering letter", "motivation letter", "letter of motivation"],
            beside: ["text", "attach", "upload", "paste", "write", "message"],
            guess: Clue(.sentence, words: ["anschreiben", "lettre de motivation", "carta de presentacion"])
        ),
        // A list of the documents that an account keeps.
        Term(
            .resume,
            guess: Clue(
                .sentence,
                words: [
                    "attach your resume", "attach your cv", "attach a resume", "attach resume", "attach cv",
                    "select your resume", "select a resume", "choose your resume", "choose a resume", "your resumes",
                    "lebenslauf auswahlen",
                ]
            )
        ),
        Term(
            .otherDocument,
            guess: Clue(
                .sentence,
                words: [
                    "your other documents", "attach other documents", "attach other required documents",
                    "attach your transcript", "attach a transcript", "attach transcript", "select your transcript",
                    "choose a transcript", "your transcripts", "attach your portfolio", "attach a document",
                    "attach your documents",
                ]
            )
        ),
    ]
}
