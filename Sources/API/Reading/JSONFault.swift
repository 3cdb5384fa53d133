/// Where a text stops being JSON (RFC 8259): the library's parser does not say.
struct JSONFault: Sendable, Hashable {
    /// From 1.
    let line: Int
    /// From 1, in bytes.
    let column: Int

    /// Nil when the text is JSON after all.
    init?(in bytes: some Sequence<UInt8>) {
        var scanner = Scanner(bytes: Array(bytes))
        guard !scanner.scanAll() else { return nil }
        let before = scanner.bytes[..<scanner.position]
        let lineBegin = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        line = 1 + before.count { $0 == UInt8(ascii: "\n") }
        column = 1 + scanner.position - lineBegin
    }
}

/// Goes forward as long as what it sees is JSON; where it stops is the fault.
private struct Scanner {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func scanAll() -> Bool {
        guard value(depth: 0) else { return false }
        skipSpace()
        return position == bytes.count
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func value(depth: Int) -> Bool {
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return list(until: "}", depth: depth) { $0.member(depth: $1) }
        case UInt8(ascii: "["): return list(until: "]", depth: depth) { $0.value(depth: $1) }
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "t"): return word("true")
        case UInt8(ascii: "f"): return word("false")
        case UInt8(ascii: "n"): return word("null")
        default: return number()
        }
    }

    private mutating func list(
        until end: Unicode.Scalar,
        depth: Int,
        _ element: (inout Scanner, Int) -> Bool
    ) -> Bool {
        guard depth < 512 else { return false }
        position += 1
        skipSpace()
        if take(end) { return true }
        repeat {
            guard element(&self, depth + 1) else { return false }
            skipSpace()
        } while take(",")
        return take(end)
    }

    private mutating func member(depth: Int) -> Bool {
        skipSpace()
        guard next == UInt8(ascii: "\""), string() else { return false }
        skipSpace()
        return take(":") && value(depth: depth)
    }

    private mutating func string() -> Bool {
        position += 1
        while let byte = next, byte >= 0x20 {
            position += 1
            if byte == UInt8(ascii: "\"") { return true }
            if byte == UInt8(ascii: "\\"), !escape() { return false }
        }
        return false
    }

    private mutating func escape() -> Bool {
        guard take("u") else { return "\"\\/bfnrt".unicodeScalars.contains { take($0) } }
        for _ in 0..<4 {
            guard let byte = next, Character(Unicode.Scalar(byte)).isHexDigit else { return false }
            position += 1
        }
        return true
    }

    private mutating func number() -> Bool {
        _ = take("-")
        guard take("0") || digits() else { return false }
        if take("."), !digits() { return false }
        guard take("e") || take("E") else { return true }
        _ = take("+") || take("-")
        return digits()
    }

    private mutating func digits() -> Bool {
        let begin = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        return position > begin
    }

    private mutating func word(_ text: String) -> Bool { text.unicodeScalars.allSatisfy { take($0) } }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: scalar) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = next, [0x20, 0x09, 0x0a, 0x0d].contains(byte) { position += 1 }
    }
}
