import Foundation

/// A picture or a document.
struct Picture: Decodable, Sendable {
    let data: Data
}

extension Command where Result == Picture {
    static func picture(_ format: Screenshot.Format, of clip: Box?, beyond: Bool) -> Command {
        var params: [String: JSONValue] = ["format": .string(format.name), "captureBeyondViewport": .bool(beyond)]
        if let quality = format.quality { params["quality"] = .int(quality) }
        if let clip {
            params["clip"] = [
                "x": .double(clip.left), "y": .double(clip.top), "width": .double(clip.width),
                "height": .double(clip.height), "scale": 1,
            ]
        }
        return Command("Page.captureScreenshot", .object(params))
    }
}

extension Command where Result == Nothing {
    static func startScreencast(_ cast: Screencast) -> Command {
        Command(
            "Page.startScreencast",
            [
                "format": "jpeg", "quality": .int(min(max(cast.quality, 0), 100)), "maxWidth": .int(cast.mostWidth),
                "maxHeight": .int(cast.mostHeight), "everyNthFrame": 1,
            ]
        )
    }

    static func acknowledgeFrame(_ number: Int) -> Command {
        Command("Page.screencastFrameAck", ["sessionId": .int(number)])
    }

    static var stopScreencast: Command { Command("Page.stopScreencast") }

    static var reportConsole: Command { Command("Runtime.enable") }

    static func mouse(_ mouse: RemoteInput.Mouse) -> Command {
        let types: [RemoteInput.Mouse.Action: JSONValue] = [
            .move: "mouseMoved", .press: "mousePressed", .release: "mouseReleased",
        ]
        let bits: [RemoteInput.Mouse.Button: Int] = [.left: 1, .right: 2, .middle: 4]
        let held = mouse.buttons.map { $0 & 7 } ?? (mouse.action == .release ? 0 : bits[mouse.button] ?? 0)
        return Command(
            "Input.dispatchMouseEvent",
            [
                "type": types[mouse.action] ?? "mouseMoved", "x": .double(mouse.x), "y": .double(mouse.y),
                "button": .string(mouse.button.rawValue), "buttons": .int(held),
                "clickCount": .int(mouse.action == .move ? 0 : min(max(mouse.count, 1), 3)),
                "modifiers": .int(mouse.modifiers.rawValue & 15),
            ]
        )
    }

    static func wheel(_ wheel: RemoteInput.Wheel) -> Command {
        Command(
            "Input.dispatchMouseEvent",
            [
                "type": "mouseWheel", "x": .double(wheel.x), "y": .double(wheel.y), "deltaX": .double(wheel.deltaX),
                "deltaY": .double(wheel.deltaY),
            ]
        )
    }

    static func composition(_ text: String) -> Command {
        let end = JSONValue.int(text.utf16.count)
        return Command(
            "Input.imeSetComposition",
            ["text": .string(text), "selectionStart": end, "selectionEnd": end]
        )
    }

    static func touch(_ touch: RemoteInput.Touch) -> Command {
        let types: [RemoteInput.Touch.Action: JSONValue] = [
            .start: "touchStart", .move: "touchMove", .end: "touchEnd", .cancel: "touchCancel",
        ]
        // The browser takes none while the last finger leaves.
        let points = touch.action == .end || touch.action == .cancel ? [] : touch.points
        return Command(
            "Input.dispatchTouchEvent",
            [
                "type": types[touch.action] ?? "touchCancel",
                "touchPoints": .array(points.map { ["x": .double($0.x), "y": .double($0.y), "id": .int($0.finger)] }),
            ]
        )
    }
}
