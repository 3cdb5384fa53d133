/// What a box shows before anything is entered: the pattern of a mask, which is no answer.
public enum InputPattern {
    /// Whether a text only shows where something is to be entered.
    ///
    /// - Parameter text: what stands in the box, for example `__/__/____`, `+49 (___) ___`, `TT.MM.JJJJ`.
    /// - Returns: true for such a text.
    public static func isPattern(_ text: String) -> Bool {
        let blanks = text.count { $0 == "_" || $0 == "#" }
        let digits = text.count(where: \.isNumber)
        let hasLetters = text.contains(where: \.isLetter)
        // The code of a country may stand before the blanks.
        if blanks >= 2, !hasLetters, digits <= 3, digits < blanks { return true }
        return isOfDate(text)
            || digits >= 6 && !hasLetters && text.contains(where: separators.contains)
                && text.allSatisfy { $0 == "0" || separators.contains($0) }
    }

    private static let separators: Set<Character> = ["/", "-", ".", " ", ":"]

    /// Letters in place of the digits of a date or a time, in any language: each part one letter, over and over.
    private static func isOfDate(_ text: String) -> Bool {
        let parts = text.lowercased().split { separators.contains($0) }
        return (2...3).contains(parts.count) && Set(parts).count == parts.count
            && parts.allSatisfy { part in
                (part.count == 2 || part.count == 4) && Set(part).count == 1 && part.first?.isLetter == true
            }
    }
}
