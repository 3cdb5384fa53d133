import FoundationEssentials

/// Base 32 as sites show secrets (RFC 4648, section 6): case, spaces, hyphens and padding do not matter.
enum Base32 {
    private static let letters = Dictionary(
        uniqueKeysWithValues: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8.enumerated().map { ($1, UInt32($0)) }
    )

    /// Reads bytes; nil when the text is none of these.
    static func data(_ text: String) -> Data? {
        var (bytes, bits, count) = (Data(), UInt32(0), 0)
        let plain = text.filter { !$0.isWhitespace && $0 != "-" }.uppercased()
        for byte in plain.utf8.prefix(while: { $0 != UInt8(ascii: "=") }) {
            guard let value = letters[byte] else { return nil }
            bits = bits << 5 | value
            count += 5
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
        return plain.utf8.drop(while: { $0 != UInt8(ascii: "=") }).allSatisfy { $0 == UInt8(ascii: "=") } ? bytes : nil
    }
}
