/// What a page says a new password must be.
public struct PasswordRules: Sendable, Hashable {
    /// How many characters it must have at least.
    public internal(set) var least = 8
    /// How many characters it may have at most; nil where the page does not say.
    public internal(set) var most: Int?
    /// Whether it must begin with a letter.
    public internal(set) var beginsWithLetter = false
    /// The signs that it may have beside letters and digits; empty where it may have none.
    public internal(set) var signs = PasswordRules.usualSigns
    /// Signs and letters that it may not have.
    public internal(set) var forbidden: Set<Character> = []
    /// An expression that it must match as a whole, as the field has it; nil for none.
    public internal(set) var pattern: String?

    /// How many of each kind of character it must have at least.
    public internal(set) var counts = Counts()

    /// How many characters of each kind.
    public struct Counts: Sendable, Hashable {
        /// Small letters.
        public internal(set) var small = 1
        /// Capital letters.
        public internal(set) var capital = 1
        /// Digits.
        public internal(set) var digits = 1
        /// Signs, where any may be had.
        public internal(set) var signs = 1

        var sum: Int { small + capital + digits + signs }
    }

    /// Signs that nearly every site takes.
    static let usualSigns: [Character] = Array("!@#$%*")
    /// How long a password is where the page says nothing: what sites take that say so only afterwards.
    static let usual = 16

    /// Whether a password is as they say.
    ///
    /// - Parameter password: the password.
    /// - Returns: true when it keeps every rule.
    public func allows(_ password: String) -> Bool {
        let characters = Array(password)
        guard characters.count >= least, most.map({ characters.count <= $0 }) ?? true else { return false }
        guard !characters.contains(where: forbidden.contains), matches(password) else { return false }
        let others = characters.filter { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let leastSigns = signs.isEmpty ? 0 : counts.signs
        guard others.allSatisfy(signs.contains), others.count >= leastSigns else { return false }
        if beginsWithLetter, !(characters.first?.isLetter ?? false) { return false }
        let kinds = [
            (\Character.isLowercase, counts.small), (\.isUppercase, counts.capital), (\.isNumber, counts.digits),
        ]
        return kinds.allSatisfy { kind, least in characters.count { $0[keyPath: kind] } >= least }
    }

    /// Whether the field's expression takes a password; one that cannot be read, or that takes for ever, takes any.
    private func matches(_ password: String) -> Bool {
        guard let pattern, ![")+", ")*", "){"].contains(where: pattern.contains),
            let expression = try? Regex(pattern)
        else { return true }
        return (try? expression.wholeMatch(in: password)) != nil
    }

    /// Makes a password that keeps them, and has every kind of character that it may have.
    ///
    /// - Parameters:
    ///   - generator: where its characters come from.
    ///   - unlike: what must not be in it, such as the applicant's name.
    /// - Returns: the password; nil where no password can keep all of them.
    public func make(
        with generator: inout some RandomNumberGenerator,
        unlike words: [String] = []
    ) -> String? {
        let count = min(max(least, Self.usual, counts.sum), most ?? .max)
        guard count >= max(least, counts.sum), count >= 6 else { return nil }
        let allowed = { (characters: String) in characters.filter { !forbidden.contains($0) }.map(\.self) }
        // Without those that look like others: a person may have to read it.
        let kinds = [allowed("abcdefghijkmnpqrstuvwxyz"), allowed("ABCDEFGHJKLMNPQRSTUVWXYZ"), allowed("23456789")]
        guard kinds.allSatisfy({ !$0.isEmpty }) else { return nil }
        let own = signs.filter { !forbidden.contains($0) }
        let all = kinds.flatMap(\.self) + own
        let avoided = words.flatMap { Words($0).list }.filter { $0.count >= 3 }
        let needs = [counts.small, counts.capital, counts.digits, own.isEmpty ? 0 : counts.signs]
        for _ in 0..<100 {
            var characters: [Character] = []
            for (kind, need) in zip(kinds + [own], needs) {
                for _ in 0..<need { characters += kind.randomElement(using: &generator).map { [$0] } ?? [] }
            }
            while characters.count < count, let next = all.randomElement(using: &generator) { characters.append(next) }
            characters.shuffle(using: &generator)
            let begins = characters.first?.isLetter ?? false
            let isPlain = zip(characters, characters.dropFirst()).allSatisfy { $0 != $1 }
            let password = String(characters)
            let lower = password.lowercased()
            // Most sites that say so mean it, and some mean it without saying so.
            guard begins, isPlain, allows(password), !avoided.contains(where: lower.contains) else { continue }
            return password
        }
        return nil
    }
}
