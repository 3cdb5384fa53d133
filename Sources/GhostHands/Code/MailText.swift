/// What can be read in a mail, and where its links lead.
struct MailText {
    /// The lines that are not empty, in their order.
    private(set) var lines: [String] = []
    /// The addresses, of links and of the text; those of the text with the line they stand in.
    private(set) var links: [(address: String, line: Int?)] = []

    /// How much of a mail is read, in code points: of what is sent, and of what is to be read in it.
    private static let (most, mostText) = (100_000, 10_000)

    /// Reads a mail.
    ///
    /// - Parameter content: its text, or its HTML.
    init(_ content: String) {
        let content = content.clipped(Self.most)
        var text = ""
        var addresses: [String] = []
        if content.contains("</") || content.lowercased().contains("<br") {
            (text, addresses) = Self.ofHTML(content)
        } else {
            text = content
        }
        for line in text.clipped(Self.mostText).split(whereSeparator: \.isNewline) {
            let line = Self.plain(line)
            guard !line.isEmpty else { continue }
            lines.append(line)
        }
        joinBoxes()
        for (place, line) in lines.enumerated() {
            for word in line.split(whereSeparator: { " <>\"()[]".contains($0) }) where word.contains("://") {
                links.append((String(word), place))
            }
        }
        links += addresses.prefix(200).map { ($0, nil) }
    }

    /// A line with plain digits and spaces, and without what nobody sees.
    private static func plain(_ line: Substring) -> String {
        var plain = ""
        for scalar in line.unicodeScalars {
            switch scalar.value {
            case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
                plain.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: continue
            case _ where scalar.properties.isWhitespace: plain.append(" ")
            case 0x2010...0x2015: plain.append("-")
            default: plain.unicodeScalars.append(scalar)
            }
        }
        return plain.split(separator: " ").joined(separator: " ")
    }

    /// A code that is shown with a box for each character stands in as many lines.
    private mutating func joinBoxes() {
        var joined: [String] = []
        var boxes: [String] = []
        func flush() {
            joined += boxes.count >= 4 ? [boxes.joined()] : boxes
            boxes = []
        }
        for line in lines {
            if line.count == 1, line.first?.isOfWord ?? false {
                boxes.append(line)
            } else {
                flush()
                joined.append(line)
            }
        }
        flush()
        lines = joined
    }

    // MARK: HTML

    private static let unseen: Set<String> = ["style", "script", "head", "title"]
    private static let inline: Set<String> = [
        "a", "abbr", "b", "big", "code", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "tt",
        "u", "wbr",
    ]

    /// The text of HTML, a line for each block, and where its links lead.
    private static func ofHTML(_ html: String) -> (String, [String]) {
        let bytes = Array(html.utf8)
        var text: [UInt8] = []
        var addresses: [String] = []
        var place = 0
        while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
            text += bytes[place..<open]
            if bytes[open...].starts(with: "<!--".utf8) {
                place = end(of: "-->", in: bytes, from: open)
                continue
            }
            guard let close = bytes[open...].firstIndex(of: UInt8(ascii: ">")) else {
                place = bytes.count
                break
            }
            let tag = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
            place = close + 1
            let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
            if unseen.contains(name), !tag.hasPrefix("/"), !tag.hasSuffix("/") {
                place = end(of: "</\(name)", in: bytes, from: place)
            } else if name == "a", let address = attribute("href", of: tag) {
                addresses.append(decoded(address))
            }
            if !inline.contains(name) { text.append(UInt8(ascii: "\n")) }
        }
        return (decoded(String(decoding: text + bytes[place...], as: UTF8.self)), addresses)
    }

    /// Where the next mark ends, of letters of either case; the end of all where there is none.
    private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
        let mark = Array(mark.utf8)
        var place = start
        while place + mark.count <= bytes.count {
            if bytes[place] | 0x20 == mark[0] | 0x20,
                zip(mark, bytes[place...]).allSatisfy({ $0 == $1 || $0 == $1 | 0x20 })
            {
                return place + mark.count
            }
            place += 1
        }
        return bytes.count
    }

    private static func attribute(_ name: String, of tag: String) -> String? {
        let bytes = Array(tag.utf8)
        let start = end(of: "\(name)=", in: bytes, from: 0)
        guard let quote = bytes[start...].first else { return nil }
        let isQuoted = [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(quote)
        let value = bytes[(isQuoted ? start + 1 : start)...].prefix { $0 != (isQuoted ? quote : UInt8(ascii: " ")) }
        return String(decoding: value, as: UTF8.self)
    }

    private static let entities = [
        "&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&apos;": "'", "&copy;": "©",
        "&#160;": " ", "&zwnj;": "", "&shy;": "", "&eacute;": "é", "&oacute;": "ó", "&uuml;": "ü", "&auml;": "ä",
        "&ouml;": "ö", "&amp;": "&",
    ]

    private static func decoded(_ text: String) -> String {
        guard text.contains("&") else { return text }
        return entities.sorted { $0.key > $1.key }.reduce(text) { $0.replacing($1.key, with: $1.value) }
    }
}
