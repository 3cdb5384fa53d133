/// What agrees to one's data being used, and the use that it agrees to: this application, and nothing beyond it.
///
/// Keeping data is a matter of the form's own terms; using it is not, so that a purpose must stand there.
enum DataUse {
    /// Whether the words agree to a use of data for this application and to nothing else.
    ///
    /// - Parameters:
    ///   - words: a label, without the names of whom the data is given to.
    ///   - objects: what may be agreed to beside it.
    ///   - agreeing: words of agreeing.
    static func isAgreed(to words: Words, or objects: Set<String>, by agreeing: Set<String>) -> Bool {
        !uses.marks.isDisjoint(with: words.list) && !given.isDisjoint(with: words.list)
            && words.areMade(of: objects.union(uses.phrases), beside: agreeing.union(telling), or: purposes)
            && purposes.contains(where: words.contains)
    }

    /// The phrases that say for what.
    static let purposes: Set<String> = {
        let leads = [
            "for", "as part of", "in the context of", "in connection with", "within", "in", "during",
            "for the purpose of",
            "for the purposes of", "only for", "solely for", "exclusively for",
        ]
        let owners = ["", "this ", "my ", "the ", "our "]
        let things = [
            "application", "job application", "application process", "job application process", "recruitment",
            "recruitment process", "recruiting process", "hiring process", "selection process", "job", "position",
        ]
        let reasons = ["recruitment purposes", "recruiting purposes", "hiring purposes", "application purposes"]
        let deeds = leads.flatMap { lead in owners.flatMap { owner in things.map { "\(lead) \(owner)\($0)" } } }
        let verbs = [
            ("process", "processing"), ("consider", "considering"), ("assess", "assessing"),
            ("evaluate", "evaluating"), ("review", "reviewing"), ("handle", "handling"),
        ]
        let handled = verbs.flatMap { plain, doing in
            [
                "to \(plain)", "in order to \(plain)", "for \(doing)", "for the purpose of \(doing)",
                "for the purposes of \(doing)",
            ]
        }.flatMap { deed in
            ["my", "this", "the"].flatMap { owner in
                ["application", "job application"].map { "\(deed) \(owner) \($0)" }
            }
        }
        return Set(deeds + handled + reasons.map { "for \($0)" })
    }()

    private static let uses: (marks: Set<String>, phrases: Set<String>) = {
        let verbs = [
            ["use", "uses", "used", "using"], ["handle", "handles", "handled", "handling"],
            ["save", "saves", "saved", "saving"], ["collect", "collects", "collected", "collecting"],
            ["hold", "holds", "held", "holding"], ["retain", "retains", "retained", "retaining"],
            ["process", "processes", "processed", "processing"], ["store", "stores", "stored", "storing"],
        ]
        let forms = verbs.flatMap { verb in
            verb + ["is", "are", "be", "to be", "being"].map { "\($0) \(verb[2])" } + ["\(verb[3]) of"]
        }
        return (Set(verbs.joined()), Set(forms + ["use of", "handling of", "the use of"]))
    }()

    /// What may be given to be used.
    private static let given: Set = ["data", "information", "details", "documents", "cv", "resume", "application"]

    private static let telling: Set<String> = [
        "you", "us", "by you", "by us", "by the company", "by the employer", "the employer", "employer", "company",
        "cv", "resume", "documents", "i provide", "i have provided", "i submit", "i have submitted", "provided",
        "submitted", "entered", "included in my application", "in this form", "on this form", "in this application",
        "that i have provided", "that i provide",
    ]
}
