extension Change {
    /// The row as JSON, its values as `to_jsonb` has them: numbers as numbers, documents as they are.
    ///
    /// - Parameter isWanted: which columns; those that are not told are left out anyway.
    /// - Returns: the text of an object.
    public func record(of isWanted: (Table.Column) -> Bool = { _ in true }) -> String {
        var text = "{"
        for (place, column) in table.columns.enumerated() where isWanted(column) {
            if values[place] == .missing { continue }
            if text.utf8.count > 1 { text += "," }
            text += column.label
            text += values[place].text.map { ColumnText.json($0, column.notation) } ?? "null"
        }
        text += "}"
        return text
    }
}

/// The texts in which PostgreSQL writes values, as JSON.
enum ColumnText {
    /// How the values of a type become JSON.
    indirect enum Notation: Sendable, Hashable {
        case truth, number, document, zonedTime, time, bytes, text
        case array(Notation)

        init(_ type: String) {
            if type.hasPrefix("_") {
                self = .array(Notation(String(type.dropFirst())))
                return
            }
            switch type {
            case "bool": self = .truth
            case "int2", "int4", "int8", "oid", "float4", "float8", "numeric": self = .number
            case "json", "jsonb": self = .document
            case "timestamptz": self = .zonedTime
            case "timestamp": self = .time
            case "bytea": self = .bytes
            default: self = .text
            }
        }
    }

    static func json(_ text: String, _ notation: Notation) -> String {
        switch notation {
        case .truth: return text == "t" ? "true" : "false"
        case .number:
            let isNumber = text.utf8.last.map { (48...57).contains($0) } ?? false
            return isNumber ? text : quoted(text)
        case .document: return text
        case .zonedTime: return quoted(time(text))
        case .time: return quoted(text.replacing(" ", with: "T", maxReplacements: 1))
        case .bytes: return quoted(text.hasPrefix("\\x") ? String(text.dropFirst(2)) : text)
        case .text: return quoted(text)
        case .array(let element): return array(text, of: element)
        }
    }

    /// `2026-02-16 12:00:01.123+00` as `2026-02-16T12:00:01.123+00:00`.
    static func time(_ text: String) -> String {
        guard let space = text.utf8.firstIndex(of: UInt8(ascii: " ")), !text.hasSuffix("BC") else { return text }
        let isShort = text.utf8.suffix(3).first.map { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") } ?? false
        return text[..<space] + "T" + text[text.utf8.index(after: space)...] + (isShort ? ":00" : "")
    }

    /// An array literal as a JSON array; one of more dimensions, or none, stays the text that it is.
    private static func array(_ text: String, of notation: Notation) -> String {
        guard text.hasPrefix("{"), text.hasSuffix("}") else { return quoted(text) }
        var elements: [String] = []
        var (element, isQuoted, wasQuoted, isEscaped) = ("", false, false, false)
        func end() {
            elements.append(!wasQuoted && element == "NULL" ? "null" : json(element, notation))
            (element, wasQuoted) = ("", false)
        }
        let inner = text.dropFirst().dropLast()
        if inner.isEmpty { return "[]" }
        for character in inner.unicodeScalars {
            if isEscaped {
                element.unicodeScalars.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                isQuoted.toggle()
                wasQuoted = true
            } else if isQuoted {
                element.unicodeScalars.append(character)
            } else if character == "," {
                end()
            } else if character == "{" {
                return quoted(text)
            } else {
                element.unicodeScalars.append(character)
            }
        }
        end()
        return "[" + elements.joined(separator: ",") + "]"
    }

    /// A JSON string.
    static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        if isPlain { return "\"" + text + "\"" }
        var bytes: [UInt8] = [UInt8(ascii: "\"")]
        bytes.reserveCapacity(text.utf8.count + 2)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x00..<0x20:
                let digits = String(byte, radix: 16)
                bytes += Array(("\\u00" + (byte < 16 ? "0" : "") + digits).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
        return String(decoding: bytes, as: UTF8.self)
    }
}
