/// Schools by the degree that was got there, and employers by their order: what a profile lists several of.
extension Knowledge {
    /// The school, the subject or the year of the one degree that a question names: "Which university awarded your
    /// bachelor's degree?".
    ///
    /// - Parameter field: a field for words or a number.
    /// - Returns: nil where the question names no degree, several, or one that the profile has twice or not at all.
    func schooling(_ field: Field) -> Answer? {
        let label = Words(field.label)
        guard [.text, .number, .combobox, .select].contains(field.kind), label.list.count <= 14, !label.isNegated else {
            return nil
        }
        let levels = DegreeLevel.all(in: label)
        guard levels.count <= 1,
            let part = Self.parts.first(where: { label.containsAny($0.names) }),
            label.list.allSatisfy({ word in
                FrameWords.contains(word) || AskedRule.harmless.contains(word) || Self.besideDegrees.contains(word)
                    || Words(list: [word]).containsAny(part.names)
            })
        else { return nil }
        let isHighest = levels.isEmpty && label.contains("highest")
        let wanted = isHighest ? heldLevel.map { [$0] } ?? [] : levels
        let same = profile.education.filter { entry in
            isFinished(entry) && wanted.allSatisfy { entry.degree.flatMap(DegreeLevel.init) == $0 }
        }
        let texts = same.map(part.value)
        // Without a degree it is asked of all of them.
        guard let text = texts.first ?? nil, wanted.isEmpty ? texts.allSatisfy({ $0 == text }) : texts.count == 1 else {
            return nil
        }
        return fitting((text, .profile), field)
    }

    private struct Part: Sendable {
        let names: [String]
        let value: @Sendable (Engagement) -> String?
    }

    private static let parts = [
        Part(names: ["year", "when"]) { $0.graduationYear },
        Part(names: ["major", "subject", "study", "studied", "field of study", "discipline", "field"]) { $0.subject },
        Part(
            names: ["university", "school", "college", "institution", "institute", "where", "uni"],
            value: \.organization
        ),
    ]

    private static let besideDegrees: Set<String> = [
        "degree", "degrees", "highest", "bachelor", "bachelors", "master", "masters", "doctorate", "phd", "awarded",
        "award",
        "finish", "finished", "complete", "completed", "get", "got", "earn", "earned", "obtain", "obtained", "receive",
        "received", "graduate", "graduated", "attend", "attended", "main", "from", "granted", "conferred",
        "undergraduate",
        "postgraduate", "university", "college", "take", "took", "was", "s", "did", "you", "in", "at",
    ]

    /// The employer before the present one.
    ///
    /// - Parameter field: a field for words.
    /// - Returns: nil where the question asks anything else, or the history does not tell.
    func formerEmployer(_ field: Field) -> Answer? {
        let label = Words(field.label)
        guard [.text, .combobox].contains(field.kind), label.list.count <= 12,
            label.containsAny([
                "before your current employer", "before your present employer", "before your current job",
                "before your current company", "prior to your current employer", "prior to your current job",
                "prior to your current one",
                "before your current one", "before your present one", "before the current one", "before this one",
            ]),
            label.containsAny([
                "work for", "worked for", "employer did", "company did", "employed by", "working for", "company before",
                "employer before", "company prior", "employer prior",
            ])
        else { return nil }
        let latest = Engagement.latestFirst(profile.workHistory)
        guard latest.count >= 2, latest[0].isCurrent, !latest[1].isCurrent, let name = latest[1].organization else {
            return nil
        }
        return Answer(.text(name), from: .profile)
    }
}
