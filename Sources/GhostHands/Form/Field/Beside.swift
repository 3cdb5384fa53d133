/// What stands right beside a box and is read together with what it holds: `+49`, `€`, `per month`, `https://`.
public struct Beside: Sendable, Hashable {
    /// What is printed before it, its own label among that.
    public var before = ""
    /// What is printed behind it.
    public var after = ""
    /// What is chosen in lists and buttons beside it.
    public var chosen = ""

    /// Nothing.
    public init() {}

    /// What a page's reader found.
    ///
    /// - Parameter parts: what stands before, what behind, and what is chosen; none for nothing.
    public init(_ parts: [String]) {
        guard parts.count == 3 else { return }
        (before, after, chosen) = (parts[0], parts[1], parts[2])
    }

    /// The country's code that is shown before the number, digits only.
    public var dialCode: String? {
        let text = "\(chosen) \(before)"
        guard let plus = text.lastIndex(of: "+") else { return nil }
        let digits = text[text.index(after: plus)...].prefix { $0.isASCII && $0.isNumber }
        return (1...4).contains(digits.count) ? String(digits) : nil
    }

    /// The beginning of an address that is printed right before the box: `linkedin.com/in/`.
    var addressStart: String? {
        guard let last = before.split(separator: " ").last, last.hasSuffix("/"), last.count > 1 else { return nil }
        return last.contains(".") || last.hasSuffix("://") ? String(last) : nil
    }
}
