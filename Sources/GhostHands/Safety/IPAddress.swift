/// An IPv4 or IPv6 address, read strictly: the odd spellings (octal, hex, one number) are not addresses here.
public struct IPAddress: Sendable, Hashable {
    /// Four or sixteen bytes, in network order.
    public let bytes: [UInt8]

    /// Reads dotted-quad IPv4 or RFC 4291 IPv6; nil when the text is neither.
    public init?(_ text: String) {
        guard let bytes = text.contains(":") ? Self.v6(text) : Self.v4(text) else { return nil }
        self.bytes = bytes
    }

    /// The IPv4 address inside a mapped one (`::ffff:a.b.c.d`), else the address itself.
    var canonical: IPAddress {
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]
        return bytes.count == 16 && bytes.starts(with: mapped) ? IPAddress(bytes: Array(bytes.suffix(4))) : self
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private static func v4(_ text: String) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bytes: [UInt8] = []
        for part in parts {
            let isPlain = part == "0" || (!part.hasPrefix("0") && part.allSatisfy { $0.isASCII && $0.isNumber })
            guard isPlain, let byte = UInt8(part) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    private static func v6(_ text: String) -> [UInt8]? {
        let halves = text.components(separatedByDoubleColon: ())
        guard halves.count <= 2 else { return nil }
        guard let head = groups(halves[0]), let tail = groups(halves.count == 2 ? halves[1] : "") else { return nil }
        let missing = 16 - head.count - tail.count
        if halves.count == 1 { return missing == 0 ? head : nil }
        return missing >= 2 ? head + Array(repeating: 0, count: missing) + tail : nil
    }

    private static func groups(_ text: Substring) -> [UInt8]? {
        if text.isEmpty { return [] }
        var bytes: [UInt8] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, part.contains(".") {
                guard let tail = v4(String(part)) else { return nil }
                return bytes + tail
            }
            guard (1...4).contains(part.count), let group = UInt16(part, radix: 16), part.first != "+" else {
                return nil
            }
            bytes += [UInt8(group >> 8), UInt8(group & 0xff)]
        }
        return bytes
    }
}

extension String {
    fileprivate func components(separatedByDoubleColon: ()) -> [Substring] {
        var parts: [Substring] = []
        var rest = self[...]
        while let colon = rest.indices.first(where: { rest[$0...].hasPrefix("::") }) {
            parts.append(rest[..<colon])
            rest = rest[rest.index(colon, offsetBy: 2)...]
        }
        return parts + [rest]
    }
}
