extension Command where Result == Nothing {
    /// The messages of a click, in order.
    static func clicks(x: Double, y: Double, _ options: ClickOptions) -> [Command] {
        let mouse = Mouse(x: x, y: y, button: options.button, keys: options.heldKeys)
        return [mouse.moved] + (1...options.times).flatMap { [mouse.pressed($0), mouse.released($0)] }
    }

    static func move(x: Double, y: Double) -> Command { Mouse(x: x, y: y).moved }

    static func wheel(x: Double, y: Double, right: Double, down: Double) -> Command {
        Mouse(x: x, y: y).message("mouseWheel", held: 0, ["deltaX": .double(right), "deltaY": .double(down)])
    }

    /// Holds files over a place, to be copied, or lets them go there.
    static func drag(_ type: JSONValue, _ files: [String], x: Double, y: Double) -> Command {
        let data: JSONValue = [
            "items": .array([]), "files": .array(files.map { .string($0) }), "dragOperationsMask": 1,
        ]
        return Command("Input.dispatchDragEvent", ["type": type, "x": .double(x), "y": .double(y), "data": data])
    }

    static func setFiles(_ paths: [String], ofNode node: Int) -> Command {
        Command(
            "DOM.setFileInputFiles",
            ["files": .array(paths.map { .string($0) }), "backendNodeId": .int(node)]
        )
    }

    static func answerDialog(_ answer: DialogAnswer) -> Command {
        switch answer {
        case .accept(nil): .acceptDialog
        case .accept(let text?):
            Command("Page.handleJavaScriptDialog", ["accept": true, "promptText": .string(text)])
        case .dismiss: Command("Page.handleJavaScriptDialog", ["accept": false])
        }
    }
}

private struct Mouse {
    let x: Double
    let y: Double
    var button = ClickOptions.Button.left
    var keys: Key.Modifiers = []

    private var bit: Int {
        switch button {
        case .left: 1
        case .right: 2
        case .middle: 4
        }
    }

    var moved: Command<Nothing> { message("mouseMoved", held: 0, ["button": "none"]) }

    func pressed(_ clicks: Int) -> Command<Nothing> {
        message("mousePressed", held: bit, ["clickCount": .int(clicks)])
    }

    func released(_ clicks: Int) -> Command<Nothing> {
        message("mouseReleased", held: 0, ["clickCount": .int(clicks)])
    }

    func message(_ type: JSONValue, held: Int, _ more: [String: JSONValue] = [:]) -> Command<Nothing> {
        let fields: [String: JSONValue] = [
            "type": type, "x": .double(x), "y": .double(y), "button": .string(button.rawValue), "buttons": .int(held),
            "modifiers": .int(keys.rawValue),
        ]
        return Command("Input.dispatchMouseEvent", .object(fields.merging(more) { _, new in new }))
    }
}
