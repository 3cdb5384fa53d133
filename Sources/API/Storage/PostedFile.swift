import Foundation

/// Finds the file in a posted form: clients of storage send one file, and settings beside it.
enum PostedFile {
    /// How long the head of a part may be, in bytes.
    private static let longestHead = 8192
    /// How many parts are looked at.
    private static let mostParts = 20

    /// The bytes of the first part that has the name of a file.
    ///
    /// - Returns: nil when the form is malformed or has none.
    static func read(_ body: Data, contentType: String) -> Data? {
        guard let name = contentType.firstMatch(of: /boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/)?.output,
            let boundary = name.1 ?? name.2
        else { return nil }
        let delimiter = Data("\r\n--\(boundary)".utf8)
        var rest = (Data("\r\n".utf8) + body)[...]
        guard let first = rest.range(of: delimiter) else { return nil }
        rest = rest[first.upperBound...]
        for _ in 0..<mostParts where rest.starts(with: Data("\r\n".utf8)) {
            guard let next = rest.range(of: delimiter) else { return nil }
            let part = rest[..<next.lowerBound]
            rest = rest[next.upperBound...]
            guard let gap = part.range(of: Data("\r\n\r\n".utf8)), gap.lowerBound - part.startIndex <= longestHead
            else {
                return nil
            }
            let head = String(decoding: part[..<gap.lowerBound], as: UTF8.self).lowercased()
            if head.contains(/content-disposition:[^\r\n]*;\s*filename=/) { return Data(part[gap.upperBound...]) }
        }
        return nil
    }
}
