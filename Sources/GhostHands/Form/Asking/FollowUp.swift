/// What a question wants in the same box besides a yes or a no: "If so, share their name. If not, list 'N/A'."
enum FollowUp {
    /// Whether more is wanted of whoever says yes, or no.
    ///
    /// - Parameters:
    ///   - answer: what would be said.
    ///   - label: the whole label.
    static func isAsked(of answer: Bool, by label: String) -> Bool {
        Words(label).containsAny(answer ? ifYes : ifNo)
    }

    /// What is to be written where the answer is no; nil where nothing is said of it.
    ///
    /// - Parameter label: the whole label.
    static func ifNot(_ label: String) -> String? {
        guard isAsked(of: false, by: label), let found = try? written.firstMatch(in: label.lowercased()) else {
            return nil
        }
        let text = label[found.1.startIndex..<found.1.endIndex].trimmed
        return text.isEmpty ? nil : text
    }

    /// "If so", in whatever language.
    static let ifSo = [
        "if so", "if yes", "falls ja", "wenn ja", "si oui", "si si", "en caso afirmativo", "se sim", "se si",
        "in caso affermativo", "zo ja", "jesli tak", "om ja", "hvis ja", "если да", "якщо так", "evet ise", "jos kylla",
    ]
    private static let ifYes = ifSo + ["if you have", "if you are", "if applicable", "if you were", "if you do"]
    private static let ifNo = ["if not", "if no", "if none", "if you have not", "if you were not", "otherwise"]

    /// "If not, please write \"N/A\"".
    private static var written: Regex<(Substring, Substring)> {
        /(?:if not|if no|if none|otherwise),?\s+(?:please |just |simply )?(?:list|write|put|enter|type|say|state|answer|indicate|respond with)\s+["'“”‘’]?([a-z\/]{1,15}|not applicable)["'“”‘’]?/
    }
}
