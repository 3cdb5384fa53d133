public import FoundationEssentials

/// Base 64 that fits into a URL, without padding (RFC 4648, section 5).
public enum Base64URL {
    /// Writes bytes.
    ///
    /// - Parameter data: the bytes.
    /// - Returns: their text.
    public static func text(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Reads bytes; a text whose last character carries bits that are dropped is read too.
    ///
    /// - Parameter text: what ``text(_:)`` wrote.
    /// - Returns: the bytes, or nil when the text is none of these.
    public static func data(_ text: String) -> Data? {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        return Data(base64Encoded: plain + padding)
    }
}
