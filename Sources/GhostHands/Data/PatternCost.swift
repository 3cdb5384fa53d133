/// What a regular expression may cost at most: a backtracking matcher tries every way through it.
///
/// A caller writes the pattern and a page the text, and a match cannot be called off. So what could take long is not tried.
enum PatternCost {
    /// Works out how many steps a match could take.
    ///
    /// - Parameter length: how many letters the text has.
    /// - Returns: the steps; nil for what has no bound worth the name: repeated groups, groups that look around or back.
    static func steps(_ pattern: String, on length: Int) -> Double? {
        // Where it is not tied to the text's beginning, it is tried from every letter.
        var cost = pattern.hasPrefix("^") ? 1 : Double(length)
        var rest = Substring(pattern)
        var isGroupOver = false
        while let letter = rest.popFirst() {
            let wasGroup = isGroupOver
            isGroupOver = false
            switch letter {
            case "\\":
                guard let escaped = rest.popFirst(), !"123456789kQ".contains(escaped) else { return nil }
            case "[": guard skipClass(&rest) else { return nil }
            case "(": guard isPlainGroup(&rest) else { return nil }
            case ")": isGroupOver = true
            case "|", "?": cost *= 2
            case "*", "+":
                if wasGroup { return nil }
                cost *= Double(length)
            case "{":
                guard let counts = counts(&rest), !wasGroup || counts.least == counts.most else { return nil }
                cost *= max(1, min(counts.most - counts.least, Double(length)))
                if wasGroup { cost *= max(1, counts.most) }
            default: break
            }
            if cost > 1e12 { return nil }
        }
        return cost
    }

    private static func skipClass(_ rest: inout Substring) -> Bool {
        // A bracket in front stands for itself.
        if rest.first == "^" { rest.removeFirst() }
        if rest.first == "]" { rest.removeFirst() }
        while let letter = rest.popFirst() {
            if letter == "]" { return true }
            if letter == "\\" { _ = rest.popFirst() }
            if letter == "[" { return false }
        }
        return false
    }

    private static func isPlainGroup(_ rest: inout Substring) -> Bool {
        guard rest.first == "?" else { return rest.first != "*" }
        guard rest.hasPrefix("?:") else { return false }
        rest = rest.dropFirst(2)
        return true
    }

    /// `{2}`, `{2,}` or `{2,5}`.
    private static func counts(_ rest: inout Substring) -> (least: Double, most: Double)? {
        guard let end = rest.firstIndex(of: "}") else { return nil }
        let parts = rest[..<end].split(separator: ",", omittingEmptySubsequences: false)
        rest = rest[rest.index(after: end)...]
        guard (1...2).contains(parts.count), let least = Double(parts[0]) else { return nil }
        guard parts.count == 2 else { return (least, least) }
        return parts[1].isEmpty ? (least, .infinity) : Double(parts[1]).map { (least, $0) }
    }
}
