extension Command where Result == Nothing {
    /// The three messages of a click, in order.
    static func click(x: Double, y: Double) -> [Command] {
        [
            mouse("mouseMoved", x: x, y: y, button: "none", held: 0, clicks: 0),
            mouse("mousePressed", x: x, y: y, button: "left", held: 1, clicks: 1),
            mouse("mouseReleased", x: x, y: y, button: "left", held: 0, clicks: 1),
        ]
    }

    private static func mouse(
        _ type: JSONValue,
        x: Double,
        y: Double,
        button: JSONValue,
        held: Int,
        clicks: Int
    ) -> Command {
        Command(
            "Input.dispatchMouseEvent",
            [
                "type": type, "x": .double(x), "y": .double(y), "button": button, "buttons": .int(held),
                "clickCount": .int(clicks),
            ]
        )
    }

    static func insert(_ text: String) -> Command { Command("Input.insertText", ["text": .string(text)]) }

    static func keyDown(_ key: Key, modifiers: Key.Modifiers) -> Command {
        let produced = modifiers.isDisjoint(with: [.control, .alt, .meta]) ? key.text : nil
        var params = facts(key, modifiers)
        params["type"] = produced == nil ? "rawKeyDown" : "keyDown"
        if let produced { params["text"] = .string(produced) }
        if key.name.lowercased() == "a", modifiers == .control { params["commands"] = ["selectAll"] }
        return Command("Input.dispatchKeyEvent", .object(params))
    }

    static func keyUp(_ key: Key, modifiers: Key.Modifiers) -> Command {
        var params = facts(key, modifiers)
        params["type"] = "keyUp"
        return Command("Input.dispatchKeyEvent", .object(params))
    }

    private static func facts(_ key: Key, _ modifiers: Key.Modifiers) -> [String: JSONValue] {
        [
            "key": .string(key.name), "code": .string(key.code), "modifiers": .int(modifiers.rawValue),
            "windowsVirtualKeyCode": .int(key.virtualCode),
        ]
    }
}
