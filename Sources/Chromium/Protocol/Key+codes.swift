extension Key {
    /// The browser's numbers of the keys that have no sign of their own, by where they are on the keyboard.
    private static let numbers: [String: Int] = [
        "Backspace": 8, "Tab": 9, "Enter": 13, "NumpadEnter": 13, "ShiftLeft": 16, "ShiftRight": 16,
        "ControlLeft": 17, "ControlRight": 17, "AltLeft": 18, "AltRight": 18, "Pause": 19, "CapsLock": 20,
        "Escape": 27, "Space": 32, "PageUp": 33, "PageDown": 34, "End": 35, "Home": 36, "ArrowLeft": 37,
        "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, "Insert": 45, "Delete": 46, "MetaLeft": 91,
        "MetaRight": 92, "ContextMenu": 93, "NumpadMultiply": 106, "NumpadAdd": 107, "NumpadSubtract": 109,
        "NumpadDecimal": 110, "NumpadDivide": 111, "Semicolon": 186, "Equal": 187, "Comma": 188, "Minus": 189,
        "Period": 190, "Slash": 191, "Backquote": 192, "BracketLeft": 219, "Backslash": 220, "BracketRight": 221,
        "Quote": 222, "IntlBackslash": 226,
    ]

    /// A key by where it is: its number comes from its place and never from what it types, for the number of a full
    /// stop's character is that of the Delete key.
    init?(_ name: String, at code: String) {
        let number: Int
        if let known = Self.numbers[code] {
            number = known
        } else if code.count == 4, code.hasPrefix("Key"), let letter = code.utf8.last, (65...90).contains(letter) {
            number = Int(letter)
        } else if code.count == 6, code.hasPrefix("Digit"), let digit = code.utf8.last, (48...57).contains(digit) {
            number = Int(digit)
        } else if code.count == 7, code.hasPrefix("Numpad"), let digit = code.utf8.last, (48...57).contains(digit) {
            number = name.count == 1 ? Int(digit) + 48 : Key(name)?.virtualCode ?? 0
        } else {
            return nil
        }
        let text = name == "Enter" ? "\r" : name.count == 1 ? name : nil
        self.init(name: name, code: code, virtualCode: number, text: text)
    }
}
