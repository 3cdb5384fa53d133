/// A script of ours that runs beside a page's own, unseen by it.
public struct InPageScript: Hashable, Sendable {
    /// The global its functions hang on: `globalThis.<name>.<function>`.
    public let name: String
    /// Its JavaScript.
    public let source: String
    /// What documents are given of it.
    let sent: String

    /// Makes a script.
    public init(name: String, source: String) {
        self.name = name
        self.source = source
        sent = Self.lean(source)
    }

    /// The same script without comments on lines of their own and without indents, in nothing but ASCII.
    ///
    /// Every document is given it, and a browser takes any other text at twice the size. Lines keep their numbers, by which
    /// failures tell their place.
    static func lean(_ source: String) -> String {
        var sent: [UInt8] = []
        sent.reserveCapacity(source.utf8.count)
        var isComment = false
        for line in source.utf8.split(separator: newline, omittingEmptySubsequences: false) {
            var text = line.drop { $0 == UInt8(ascii: " ") }
            isComment = isComment || text.starts(with: "/**".utf8)
            if isComment {
                let end = zip(text.indices, text.indices.dropFirst()).first { text[$0] == star && text[$1] == slash }
                isComment = end == nil
                text = end.map { text[$0.1...].dropFirst() } ?? text.suffix(0)
            } else if text.starts(with: "//".utf8) {
                text = text.suffix(0)
            }
            append(text, to: &sent)
            sent.append(newline)
        }
        return String(decoding: sent.dropLast(), as: UTF8.self)
    }

    private static let (newline, star, slash) = (UInt8(ascii: "\n"), UInt8(ascii: "*"), UInt8(ascii: "/"))

    private static func append(_ line: Substring.UTF8View, to sent: inout [UInt8]) {
        if line.allSatisfy({ $0 < 0x80 }) { return sent.append(contentsOf: line) }
        for unit in Substring(line).utf16 {
            if let plain = UInt8(exactly: unit), plain < 0x80 {
                sent.append(plain)
            } else {
                let digits = String(unit, radix: 16)
                sent.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
            }
        }
    }
}
