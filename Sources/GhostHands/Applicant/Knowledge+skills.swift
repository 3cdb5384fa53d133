/// Lists of skills of which one ticks one's own.
extension Knowledge {
    /// Those of a list's choices that the profile names as skills; nil where it asks something else, or has none of them.
    ///
    /// - Parameter field: the field.
    func skills(among field: Field) -> Answer? {
        let label = Words(FormatNote.removed(from: field.label))
        guard [.multiselect, .checkboxGroup].contains(field.kind),
            label.areMade(of: Self.namesOfSkills, beside: Self.aroundSkills)
                || label.containsAny(["know", "worked with", "used", "experience with"]) && label.list.count >= 4
                    && label.list.allSatisfy(Self.aroundSkills.contains)
        else { return nil }
        let own = field.options.map(\.label).filter { label in
            profile.skills.contains { OptionMatcher.isSame($0, label) }
        }
        return own.isEmpty ? nil : Answer(.init(own), from: .profile)
    }

    private static let namesOfSkills: Set<String> = [
        "skills", "technologies", "programming languages", "tools", "technical skills", "tech stack", "frameworks",
        "languages and frameworks", "languages and tools", "coding languages", "databases",
    ]
    private static let aroundSkills: Set<String> = [
        "which", "what", "of", "these", "the", "following", "are", "is", "your", "do", "does", "you", "have", "know",
        "used",
        "use", "using", "worked", "work", "with", "experience", "experienced", "in", "familiar", "proficient",
        "comfortable",
        "professionally", "select", "choose", "check", "tick", "mark", "please", "all", "that", "apply", "any", "below",
        "listed", "hold", "ctrl", "cmd", "to", "several", "more", "than", "one", "and", "or", "relevant", "technical",
        "from",
        "list", "been", "currently", "hands", "on", "at", "least",
    ]
}
