/// The keys under which files are kept: relative paths that mean the same to a file system, a URL and object storage.
public enum BlobKey {
    /// Whether a text is a key: at least two segments of safe characters, none of them empty or hidden.
    ///
    /// - Returns: true when every store takes it and it cannot leave its folder.
    public static func isValid(_ text: String) -> Bool {
        let segments = text.split(separator: "/", omittingEmptySubsequences: false)
        return text.utf8.count <= 512 && segments.count >= 2 && segments.allSatisfy(isSafe)
    }

    static func checkFolder(_ text: String) throws {
        // As long as a file can lie in it.
        try check(text + "/x")
    }

    static func check(_ text: String) throws {
        guard isValid(text) else { throw OutboundError(.invalidKey, "The storage key is not valid") }
    }

    /// The key as the path of a URL.
    static func path(_ key: String) -> String {
        key.split(separator: "/").map { segment in
            segment.utf8.map { byte in
                let scalar = Unicode.Scalar(byte)
                let isPlain =
                    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-._".contains(Character(scalar))
                return isPlain
                    ? String(Character(scalar))
                    : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }.joined()
        }.joined(separator: "/")
    }

    private static func isSafe(_ segment: Substring) -> Bool {
        guard let first = segment.first, first != ".", segment.utf8.count <= 255 else { return false }
        return segment.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || marks.contains(scalar))
        }
    }

    private static let marks: Set<Unicode.Scalar> = ["-", "_", ".", " ", "(", ")", "+", "=", "@", ","]
}
