/// Names of files as a form may see them: no path, no control characters, nothing a shell or a header would read.
enum FileName {
    static func safe(_ name: String, kind: DocumentKind) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let stem = withoutExtension(last)
        let kept = stem.unicodeScalars.map { isPlain($0) ? Character($0) : "-" }
        let trimmed = String(String(kept).trimmingPrefix { $0 == "." || $0 == "-" || $0 == " " }.prefix(80))
        return (trimmed.isEmpty ? "resume" : trimmed) + "." + kind.rawValue
    }

    static func fileExtension(_ name: String) -> String? {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        let text = name[name.index(after: dot)...].lowercased()
        // A dot in the middle of a name is no extension: "J. R. Smith".
        return (1...5).contains(text.count) && text.allSatisfy { $0.isLetter || $0.isNumber } ? text : nil
    }

    private static func withoutExtension(_ name: String) -> String {
        guard let ending = fileExtension(name) else { return name }
        return String(name.dropLast(ending.count + 1))
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "-_. ".unicodeScalars.contains(scalar))
    }
}
