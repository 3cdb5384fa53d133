/// A key of the keyboard.
struct Key: Hashable, Sendable {
    /// Keys held down with another, numbered as the browser does.
    struct Modifiers: OptionSet, Hashable, Sendable {
        let rawValue: Int

        static let alt = Modifiers(rawValue: 1)
        static let control = Modifiers(rawValue: 2)
        static let meta = Modifiers(rawValue: 4)
        static let shift = Modifiers(rawValue: 8)

        static let byName: [Substring: Modifiers] = [
            "Alt": .alt, "Control": .control, "Meta": .meta, "Shift": .shift,
        ]
    }

    let name: String
    let code: String
    let virtualCode: Int
    let text: String?

    private static let named: [String: (code: Int, text: String?)] = [
        "Enter": (13, "\r"), "Tab": (9, nil), "Escape": (27, nil), "Backspace": (8, nil), "Delete": (46, nil),
        "ArrowLeft": (37, nil), "ArrowUp": (38, nil), "ArrowRight": (39, nil), "ArrowDown": (40, nil),
        "Home": (36, nil), "End": (35, nil), "PageUp": (33, nil), "PageDown": (34, nil), "Space": (32, " "),
        "Insert": (45, nil), "ContextMenu": (93, nil), "F1": (112, nil), "F2": (113, nil), "F3": (114, nil),
        "F4": (115, nil), "F5": (116, nil), "F6": (117, nil), "F7": (118, nil), "F8": (119, nil), "F9": (120, nil),
        "F10": (121, nil), "F11": (122, nil), "F12": (123, nil),
    ]

    /// A key by its name, or by the character it types.
    init?(_ name: String) {
        if let known = Self.named[name] {
            self.init(name: name == "Space" ? " " : name, code: name, virtualCode: known.code, text: known.text)
        } else if let character = name.first, name.count == 1 {
            self.init(character)
        } else {
            return nil
        }
    }

    init(_ character: Character) {
        let upper = character.uppercased()
        switch character {
        case "\n", "\r":
            self.init(name: "Enter", code: "Enter", virtualCode: 13, text: "\r")
        case " ":
            self.init(name: " ", code: "Space", virtualCode: 32, text: " ")
        case "a"..."z", "A"..."Z":
            let number = upper.unicodeScalars.first.map { Int($0.value) } ?? 0
            self.init(name: String(character), code: "Key\(upper)", virtualCode: number, text: String(character))
        case "0"..."9":
            let number = character.wholeNumberValue ?? 0
            self.init(
                name: String(character),
                code: "Digit\(character)",
                virtualCode: 48 + number,
                text: String(character)
            )
        default:
            let place = Self.place(of: character)
            self.init(
                name: String(character),
                code: place?.code ?? "",
                virtualCode: place?.number ?? 0,
                text: String(character)
            )
        }
    }

    init(name: String, code: String, virtualCode: Int, text: String?) {
        self.name = name
        self.code = code
        self.virtualCode = virtualCode
        self.text = text
    }

    /// A key that is held down with others.
    init?(modifier name: String) {
        let codes = ["Shift": 16, "Control": 17, "Alt": 18, "Meta": 91]
        guard let code = codes[name] else { return nil }
        self.init(name: name, code: "\(name)Left", virtualCode: code, text: nil)
    }

    /// A key and what is held down with it, written `Control+a`.
    static func chord(_ text: String) -> (key: Key, modifiers: Modifiers)? {
        var rest = Substring(text)
        var modifiers: Modifiers = []
        while let plus = rest.firstIndex(of: "+"), let modifier = Modifiers.byName[rest[..<plus]] {
            modifiers.insert(modifier)
            rest = rest[rest.index(after: plus)...]
        }
        guard let key = Key(String(rest)) else { return nil }
        return (modifiers.contains(.shift) ? key.shifted : key, modifiers)
    }
}
