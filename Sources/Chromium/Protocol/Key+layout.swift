extension Key {
    /// Where the signs of an American keyboard are, without and with Shift.
    private static let signs: [(plain: Character, shifted: Character, code: String, number: Int)] = [
        (";", ":", "Semicolon", 186), ("=", "+", "Equal", 187), (",", "<", "Comma", 188), ("-", "_", "Minus", 189),
        (".", ">", "Period", 190), ("/", "?", "Slash", 191), ("`", "~", "Backquote", 192),
        ("[", "{", "BracketLeft", 219), ("\\", "|", "Backslash", 220), ("]", "}", "BracketRight", 221),
        ("'", "\"", "Quote", 222), ("1", "!", "Digit1", 49), ("2", "@", "Digit2", 50), ("3", "#", "Digit3", 51),
        ("4", "$", "Digit4", 52), ("5", "%", "Digit5", 53), ("6", "^", "Digit6", 54), ("7", "&", "Digit7", 55),
        ("8", "*", "Digit8", 56), ("9", "(", "Digit9", 57), ("0", ")", "Digit0", 48),
    ]

    static func place(of sign: Character) -> (code: String, number: Int)? {
        signs.first { $0.plain == sign || $0.shifted == sign }.map { ($0.code, $0.number) }
    }

    /// What the key is while Shift is held down.
    var shifted: Key {
        guard let text, text.count == 1, let sign = text.first else { return self }
        let upper = Self.signs.first { $0.plain == sign }.map { String($0.shifted) } ?? text.uppercased()
        guard name == text, upper.count == 1 else { return self }
        return Key(name: upper, code: code, virtualCode: virtualCode, text: upper)
    }

    /// The keys that are held down, in the order they are pressed.
    static func held(_ modifiers: Modifiers) -> [(key: Key, modifier: Modifiers)] {
        let all: [(Key, Modifiers)] = [
            (Key(name: "Control", code: "ControlLeft", virtualCode: 17, text: nil), .control),
            (Key(name: "Shift", code: "ShiftLeft", virtualCode: 16, text: nil), .shift),
            (Key(name: "Alt", code: "AltLeft", virtualCode: 18, text: nil), .alt),
            (Key(name: "Meta", code: "MetaLeft", virtualCode: 91, text: nil), .meta),
        ]
        return all.filter { modifiers.contains($0.1) }
    }
}
