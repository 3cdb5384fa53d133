/// How long a one-time code may be that a page asks for.
public struct CodeRoom: Sendable, Hashable {
    /// How many characters it has room for.
    public let most: Int
    /// Whether it takes no fewer: it has a box for each.
    public let isExact: Bool

    /// Room for a code.
    ///
    /// - Parameters:
    ///   - most: how many characters there is room for.
    ///   - isExact: whether fewer are not taken.
    public init(most: Int, isExact: Bool) {
        self.most = most
        self.isExact = isExact
    }

    /// A code as the page takes it: without spaces, in plain digits, and without dashes that there is no room for.
    ///
    /// - Parameter code: as a person gave it.
    public func fitted(_ code: String) -> String {
        let bare = Self.bare(code)
        return bare.count > most ? bare.filter { $0.isLetter || $0.isNumber } : bare
    }

    /// A code without spaces, in plain digits: some keyboards write wide ones.
    ///
    /// - Parameter code: as a person gave it.
    public static func bare(_ code: String) -> String { String(code.filter { !$0.isWhitespace }.map(plain)) }

    private static func plain(_ character: Character) -> Character {
        if let digit = character.wholeNumberValue, 0...9 ~= digit { return Character("\(digit)") }
        // The wide forms of what ASCII has follow one another as those do.
        guard let scalar = character.unicodeScalars.first, 0xFF01...0xFF5E ~= scalar.value,
            let narrow = UnicodeScalar(scalar.value - 0xFEE0)
        else { return character }
        return Character(narrow)
    }

    /// Whether as many characters fit.
    public func takes(_ count: Int) -> Bool { isExact ? count == most : count <= most }

    /// Why a code cannot be entered; nil when it can.
    ///
    /// - Parameter code: as a person gave it.
    public func refusal(of code: String) -> String? {
        let count = fitted(code).count
        guard !takes(count) else { return nil }
        return "The code has \(count) characters, and the page takes \(isExact ? "" : "at most ")\(most)"
    }
}

extension CodeRoom {
    /// What `interaction_data` says of it.
    var members: [String: JSON] { [isExact ? "code_length" : "code_max_length": JSON(most)] }

    /// Reads what ``members`` wrote; nil where there is nothing of it.
    public init?(_ json: JSON) {
        self.init(exactly: json["code_length"].int, atMost: json["code_max_length"].int)
    }

    /// Room of so many characters, by whichever of the two is told; nil where neither is.
    init?(exactly: Int?, atMost: Int?) {
        guard let most = exactly ?? atMost, most > 0 else { return nil }
        self.init(most: most, isExact: exactly != nil)
    }
}
