/// A telephone number as forms take it.
public enum PhoneNumber {
    /// The number without the country code of North America, for fields that hold ten digits and no more.
    ///
    /// Other codes differ in length and stay: a number cut in the wrong place is a wrong number.
    ///
    /// - Parameter text: for example `+1 (555) 010-0199`.
    /// - Returns: for example `5550100199`, or nil when it has no such code.
    public static func national(_ text: String) -> String? {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard text.trimmed.hasPrefix("+1"), digits.count == 11 else { return nil }
        return String(digits.dropFirst())
    }
}
