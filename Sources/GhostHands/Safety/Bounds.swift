public import FoundationEssentials

/// The bounds of what is taken and kept: the API refuses what is beyond them, and every reader can handle what the API
/// accepts.
public enum Bounds {
    /// How many bytes the body of a request may have.
    public static let bodyBytes = 1 << 20
    /// How many levels of arrays and objects a request may have.
    public static let depth = 512
    /// How many levels are read of what the database holds: those of a request, and what is wrapped around it here.
    public static let storedDepth = depth + 16
    /// How many bytes of JSON are read of a column: the database writes every number in full, and spaces between members.
    public static let storedBytes = 8 * bodyBytes
    /// How large a number may be, on either side of zero: the database writes it out with all its digits.
    public static let numbers = 1e-30...1e30
    /// The times that are taken: what everybody who is shown them can write with four digits of a year.
    public static let times =
        Date(timeIntervalSince1970: 0)...Date(timeIntervalSince1970: 253_402_300_799.999)
    /// How many files a job may upload.
    public static let files = 20
    /// How many answers, or fields of flat data, a job may have; each is held against every field of a page.
    public static let answers = 2000
    /// How many letters a question, or the name of a field, may have.
    public static let question = 2000
    /// How many violations, or unknown members of an object, are named; the others are counted.
    public static let named = 20

    /// Whether a number is within the bounds; zero is.
    ///
    /// - Parameter number: any number.
    /// - Returns: true when it may be kept.
    static func allows(_ number: Double) -> Bool { number == 0 || numbers.contains(number.magnitude) }
}

extension StringProtocol {
    /// The text's beginning, counted in code points, because one visible letter may consist of any number of them.
    ///
    /// - Parameter most: how many code points are left at most.
    /// - Returns: the beginning.
    package func clipped(_ most: Int) -> String { String(String.UnicodeScalarView(unicodeScalars.prefix(most))) }

    /// Whether it has more code points than allowed: what databases count.
    ///
    /// - Parameter most: how many are allowed.
    /// - Returns: true when there are more.
    package func isLonger(than most: Int) -> Bool {
        utf8.count > most && unicodeScalars.dropFirst(most).first != nil
    }
}
