public import FoundationEssentials

/// The code by which a person's own browser is paired (R62): short enough to be typed, and long enough that nobody
/// guesses it in the minutes that it opens anything.
public enum DeskCode {
    /// No letter that looks like a digit.
    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let length = 10
    /// For how many seconds a code opens something.
    public static let life = 600

    /// A code, in two halves.
    ///
    /// - Parameter random: bytes that nobody can guess, ten at least.
    /// - Returns: for example `7KQ2M-X94RT`: fifty bits.
    public static func text(_ random: Data) -> String {
        let all = random.prefix(length).map { letters[Int($0) & 31] }
        return String(all.prefix(length / 2)) + "-" + String(all.dropFirst(length / 2))
    }

    /// What a person has typed, as it was meant.
    ///
    /// - Parameter typed: in letters of any size, with or without the dash.
    /// - Returns: the ten letters; nil when it is no code.
    public static func plain(_ typed: String) -> String? {
        let meant = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" }
            .map { letter -> Character in letter == "O" ? "0" : letter == "I" || letter == "L" ? "1" : letter }
        guard meant.count == length, meant.allSatisfy(letters.contains) else { return nil }
        return String(meant)
    }
}
