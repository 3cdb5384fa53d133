import Foundation

/// One member of a posted form.
struct FormPart: Sendable, Hashable {
    let name: String
    /// The file's name, when the member is a file; empty when none was chosen.
    let fileName: String?
    let contentType: String
    let data: Data

    var text: String { String(decoding: data, as: UTF8.self) }
}

/// Reads the two encodings in which browsers post forms, within bounds.
enum PostedForm {
    static let partLimit = 100
    private static let headLimit = 8192

    /// The members in order; nil when the body is not of the type it claims, or goes beyond the bounds.
    static func read(_ body: Data, contentType: String) -> [FormPart]? {
        let type = contentType.split(separator: ";").first.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
        switch type {
        case "application/x-www-form-urlencoded": return urlEncoded(body)
        case "multipart/form-data": return boundary(in: contentType).flatMap { multipart(body, boundary: $0) }
        default: return nil
        }
    }

    private static func urlEncoded(_ body: Data) -> [FormPart]? {
        let pairs = String(decoding: body, as: UTF8.self).split(separator: "&")
        guard pairs.count <= partLimit else { return nil }
        return pairs.map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = halves.count == 2 ? decoded(halves[1]) : ""
            return FormPart(name: decoded(halves[0]), fileName: nil, contentType: "text/plain", data: Data(value.utf8))
        }
    }

    private static func decoded(_ text: Substring) -> String {
        let spaced = text.replacing("+", with: " ")
        return String(spaced).removingPercentEncoding ?? String(spaced)
    }

    private static func boundary(in contentType: String) -> String? {
        parameter("boundary", in: contentType).flatMap { (1...70).contains($0.utf8.count) ? $0 : nil }
    }

    /// RFC 7578: parts between delimiters, each a head and a body with an empty line between them.
    private static func multipart(_ body: Data, boundary: String) -> [FormPart]? {
        let delimiter = Data("\r\n--\(boundary)".utf8)
        let newline = Data("\r\n".utf8)
        var rest = (newline + body)[...]
        var parts: [FormPart] = []
        guard let first = rest.range(of: delimiter) else { return nil }
        rest = rest[first.upperBound...]
        while !rest.starts(with: Data("--".utf8)) {
            guard parts.count < partLimit, rest.starts(with: newline), let next = rest.range(of: delimiter) else {
                return nil
            }
            guard let part = part(rest[rest.startIndex..<next.lowerBound]) else { return nil }
            parts.append(part)
            rest = rest[next.upperBound...]
        }
        return parts
    }

    private static func part(_ bytes: Data) -> FormPart? {
        guard let gap = bytes.range(of: Data("\r\n\r\n".utf8)), gap.lowerBound - bytes.startIndex <= headLimit else {
            return nil
        }
        let head = String(decoding: bytes[..<gap.lowerBound], as: UTF8.self).split(separator: "\r\n")
        let disposition = header("content-disposition", in: head)
        guard let name = parameter("name", in: disposition) else { return nil }
        return FormPart(
            name: name,
            fileName: parameter("filename", in: disposition),
            contentType: header("content-type", in: head).trimmingCharacters(in: .whitespaces),
            data: Data(bytes[gap.upperBound...])
        )
    }

    private static func header(_ name: String, in lines: [Substring]) -> String {
        let line = lines.first { $0.lowercased().hasPrefix(name + ":") }
        return line.map { String($0.dropFirst(name.count + 1)) } ?? ""
    }

    /// A parameter of a header, in quotes or not; browsers write a quote inside as `%22`.
    private static func parameter(_ name: String, in header: String) -> String? {
        for piece in header.split(separator: ";") {
            let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, halves[0].trimmingCharacters(in: .whitespaces).lowercased() == name else {
                continue
            }
            let value = halves[1].trimmingCharacters(in: .whitespaces)
            let isQuoted = value.count >= 2 && value.hasPrefix("\"") && value.hasSuffix("\"")
            let plain = isQuoted ? String(value.dropFirst().dropLast()) : value
            return plain.replacing("%22", with: "\"")
        }
        return nil
    }
}
