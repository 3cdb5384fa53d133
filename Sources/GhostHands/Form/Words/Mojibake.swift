/// Text in UTF-8 that somebody took for windows-1252, as pages show it whose server does not say how they are written:
/// `KÃ¼ndigungsfrist`.
enum Mojibake {
    /// The text as it was written.
    ///
    /// The table of bytes is that of the Encoding Standard of the WHATWG, "windows-1252".
    ///
    /// - Parameter text: any text.
    /// - Returns: the text read as UTF-8, where all of it can be; else the text.
    static func repaired(_ text: String) -> String {
        let scalars = text.unicodeScalars
        // Each such letter of an even text is followed by one that is no rest of it.
        guard zip(scalars, scalars.dropFirst()).contains(where: { isLead($0) && isRest($1) }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard let byte = byte(of: scalar) else { return text }
            bytes.append(byte)
        }
        return String(validating: bytes, as: UTF8.self) ?? text
    }

    /// The first byte of two to four, as windows-1252 shows it: no even text has what must follow it.
    private static func isLead(_ scalar: Unicode.Scalar) -> Bool { (0xC2...0xF4).contains(scalar.value) }

    private static func isRest(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x80 && byte(of: scalar).map { 0x80...0xBF ~= $0 } ?? false
    }

    private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value < 0x100 { return UInt8(scalar.value) }
        return punctuation[scalar]
    }

    private static let punctuation: [Unicode.Scalar: UInt8] = Dictionary(
        uniqueKeysWithValues: zip(
            "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".unicodeScalars,
            [
                0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8E, 0x91, 0x92, 0x93, 0x94,
                0x95,
                0x96, 0x97, 0x98, 0x99, 0x9A, 0x9B, 0x9C, 0x9E, 0x9F,
            ]
        )
    )
}
