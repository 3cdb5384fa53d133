public import FoundationEssentials

extension JSON {
    /// Where a text stops being JSON that is taken.
    public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
        /// What is wrong there, in words that go on after "the body".
        public enum Reason: String, Sendable, Hashable {
            case syntax = "is not valid JSON"
            case depth = "is nested too deep"
            case sameName = "has an object with the same name twice, in two Unicode forms"
        }

        /// What is wrong there.
        public let reason: Reason
        /// From 1.
        public let line: Int
        /// From 1, in bytes.
        public let column: Int
        /// The place in words.
        public var description: String { "no JSON from line \(line), column \(column) on" }
    }

    /// Parses UTF-8 JSON text (RFC 8259), as the library's parser would and in a fraction of its time.
    ///
    /// Of a name that an object has twice the last value counts; two that only differ in their Unicode form are a fault,
    /// for they would become one. A number without fraction and exponent that 64 bits hold is an integer, any other a
    /// double.
    ///
    /// - Parameters:
    ///   - data: one JSON value.
    ///   - deepest: how many levels of arrays and objects it may have.
    /// - Throws: ``Fault`` when the text is not JSON.
    public init(parsing data: Data, deepest: Int = Bounds.depth) throws {
        self = try Self.read(data, deepest: deepest, isLenient: false).get()
    }

    /// Reads JSON that others may have written and that is only passed on, as well as can be.
    ///
    /// What is nested deeper than ``Bounds/storedDepth`` becomes null, a number that no double can hold the text of its
    /// digits, and what is no JSON at all null.
    ///
    /// - Parameter data: one JSON value.
    public init(passingOn data: Data) {
        self = (try? Self.read(data, deepest: Bounds.storedDepth, isLenient: true).get()) ?? .null
    }

    private static func read(_ data: Data, deepest: Int, isLenient: Bool) -> Result<JSON, Fault> {
        data.withUnsafeBytes { bytes in
            var parser = JSONParser(bytes: bytes, deepest: deepest, isLenient: isLenient)
            return parser.whole()
        }
    }
}

/// Reads one value after the other; where it stops is the fault.
private struct JSONParser {
    private struct Stop: Error {
        var reason = JSON.Fault.Reason.syntax
    }

    private let bytes: UnsafeRawBufferPointer
    private let deepest: Int
    private let isLenient: Bool
    private var position = 0

    init(bytes: UnsafeRawBufferPointer, deepest: Int, isLenient: Bool) {
        self.bytes = bytes
        self.deepest = deepest
        self.isLenient = isLenient
        // A mark of byte order says nothing in UTF-8.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    mutating func whole() -> Result<JSON, JSON.Fault> {
        do throws(Stop) {
            let value = try value(depth: 0)
            skipSpace()
            guard position == bytes.count else { throw Stop() }
            return .success(value)
        } catch {
            return .failure(fault(error.reason))
        }
    }

    private func fault(_ reason: JSON.Fault.Reason) -> JSON.Fault {
        let before = bytes[..<min(position, bytes.count)]
        let lineBegin = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return JSON.Fault(
            reason: reason,
            line: 1 + before.count { $0 == UInt8(ascii: "\n") },
            column: 1 + before.count - lineBegin
        )
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func value(depth: Int) throws(Stop) -> JSON {
        skipSpace()
        switch next {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard depth < deepest else {
                guard isLenient else { throw Stop(reason: .depth) }
                skipNested()
                return .null
            }
            return next == UInt8(ascii: "{") ? .object(try members(depth: depth)) : .array(try elements(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"):
            try word("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try word("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try word("null")
            return .null
        default: return try number()
        }
    }

    private mutating func members(depth: Int) throws(Stop) -> [String: JSON] {
        position += 1
        skipSpace()
        var members: [String: JSON] = [:]
        if take("}") { return members }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw Stop() }
            let name = try string()
            skipSpace()
            guard take(":") else { throw Stop() }
            let (value, known) = (try value(depth: depth + 1), members.count)
            members[name] = value
            if members.count == known { try checkName(name, in: members) }
        } while goesOn(before: "}")
        guard take("}") else { throw Stop() }
        return members
    }

    /// Refuses a name that an object has already in another Unicode form: a dictionary keeps the one it had first.
    private func checkName(_ name: String, in members: [String: JSON]) throws(Stop) {
        guard !isLenient, let place = members.index(forKey: name) else { return }
        guard members[place].key.utf8.elementsEqual(name.utf8) else { throw Stop(reason: .sameName) }
    }

    /// Skips an array or object with all that is in it, without a level of ours for each of its own.
    private mutating func skipNested() {
        var (open, isText) = (0, false)
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\\") where isText: position += 1
            case UInt8(ascii: "\""): isText.toggle()
            case UInt8(ascii: "{") where !isText, UInt8(ascii: "[") where !isText: open += 1
            case UInt8(ascii: "}") where !isText, UInt8(ascii: "]") where !isText: open -= 1
            default: break
            }
            if open == 0 { return }
        }
    }

    private mutating func elements(depth: Int) throws(Stop) -> [JSON] {
        position += 1
        skipSpace()
        var elements: [JSON] = []
        if take("]") { return elements }
        repeat {
            elements.append(try value(depth: depth + 1))
        } while goesOn(before: "]")
        guard take("]") else { throw Stop() }
        return elements
    }

    /// Whether another one follows; a comma before the end says nothing, as to the library's parser.
    private mutating func goesOn(before end: Unicode.Scalar) -> Bool {
        skipSpace()
        guard take(",") else { return false }
        skipSpace()
        return next != UInt8(ascii: end)
    }

    /// A string; what needs no change is taken over in one piece.
    private mutating func string() throws(Stop) -> String {
        position += 1
        let begin = position
        while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { position += 1 }
        if next == UInt8(ascii: "\"") {
            let text = try text(bytes[begin..<position], from: begin)
            position += 1
            return text
        }
        var changed = Array(bytes[begin..<position])
        while let byte = next, byte >= 0x20 {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return try text(changed, from: begin)
            case UInt8(ascii: "\\"): try escape(into: &changed)
            default: changed.append(byte)
            }
        }
        throw Stop()
    }

    private mutating func text(_ slice: some Collection<UInt8>, from begin: Int) throws(Stop) -> String {
        guard let text = String(validating: slice, as: UTF8.self) else {
            position = begin
            throw Stop()
        }
        return text
    }

    private mutating func escape(into changed: inout [UInt8]) throws(Stop) {
        guard let byte = next else { throw Stop() }
        if byte == UInt8(ascii: "u") {
            position += 1
            changed += Array(Character(try scalar()).utf8)
            return
        }
        guard let plain = Self.escapes[byte] else { throw Stop() }
        position += 1
        changed.append(plain)
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
        UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]

    /// Four hexadecimal digits, eight for what two UTF-16 units make.
    private mutating func scalar() throws(Stop) -> Unicode.Scalar {
        let high = try unit()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard high < 0xDC00, take("\\"), take("u") else { throw Stop() }
        let low = try unit()
        guard (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
        else { throw Stop() }
        return scalar
    }

    private mutating func unit() throws(Stop) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw Stop() }
            value = value << 4 + UInt32(digit)
            position += 1
        }
        return value
    }

    private mutating func number() throws(Stop) -> JSON {
        let begin = position
        _ = take("-")
        guard take("0") || digits() else { throw Stop() }
        let isWhole = next != UInt8(ascii: ".") && next != UInt8(ascii: "e") && next != UInt8(ascii: "E")
        if take("."), !digits() { throw Stop() }
        if take("e") || take("E") {
            _ = take("+") || take("-")
            guard digits() else { throw Stop() }
        }
        let text = String(decoding: bytes[begin..<position], as: UTF8.self)
        if isWhole, let integer = Int64(text) { return .int(integer) }
        guard let double = Double(text), double.isFinite else {
            if isLenient { return .string(text) }
            position = begin
            throw Stop()
        }
        return .double(double)
    }

    private mutating func digits() -> Bool {
        let begin = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        return position > begin
    }

    private mutating func word(_ text: StaticString) throws(Stop) {
        for scalar in text.description.unicodeScalars where !take(scalar) { throw Stop() }
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: scalar) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }
}
