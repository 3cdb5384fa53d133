import Chromium
import GhostHands

/// Reads what a person does, as their viewer sends it.
enum LiveInput {
    /// With Control held, these alone go to the page: the browser's clipboard belongs to all jobs, and its own commands
    /// (open a file, print, a new window) are nobody's business.
    private static let chords: Set<String> = [
        "a", "z", "y", "b", "i", "u", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "Backspace",
        "Delete", "Enter", "Control", "Shift", "Alt", "Meta",
    ]

    /// What a person does; nil for what is none, or must not reach the page.
    static func read(_ words: JSON) -> RemoteInput? {
        switch words["t"].string {
        case "move": mouse(.move, words)
        case "down": mouse(.press, words)
        case "up": mouse(.release, words)
        case "wheel":
            place(words).map { x, y in
                .wheel(.init(x: x, y: y, deltaX: distance(words["dx"]), deltaY: distance(words["dy"])))
            }
        case "touch": touch(words)
        case "key": key(words)
        case "text": words["text"].string.map { .text(String($0.prefix(4_000))) }
        case "ime": words["text"].string.map { .composition(String($0.prefix(400))) }
        default: nil
        }
    }

    private static func place(_ words: JSON) -> (Double, Double)? {
        guard let x = words["x"].double, let y = words["y"].double, x.isFinite, y.isFinite else { return nil }
        return (x, y)
    }

    private static func distance(_ value: JSON) -> Double {
        let way = value.double ?? 0
        return way.isFinite ? min(max(way, -5_000), 5_000) : 0
    }

    private static func modifiers(_ words: JSON) -> RemoteInput.Modifiers {
        RemoteInput.Modifiers(rawValue: (words["m"].int ?? 0) & 15)
    }

    /// The middle button is left out: the browser would paste with it what another job has selected.
    private static func mouse(_ action: RemoteInput.Mouse.Action, _ words: JSON) -> RemoteInput? {
        guard let (x, y) = place(words) else { return nil }
        let button: RemoteInput.Mouse.Button
        switch words["b"].int {
        case 0: button = .left
        case 2: button = .right
        case nil where action == .move, -1 where action == .move: button = .none
        default: return nil
        }
        return .mouse(
            .init(
                action,
                x: x,
                y: y,
                button: button,
                count: min(max(words["c"].int ?? 1, 1), 3),
                modifiers: modifiers(words),
                buttons: (words["h"].int ?? 0) & 3
            )
        )
    }

    private static func touch(_ words: JSON) -> RemoteInput? {
        guard let action = RemoteInput.Touch.Action(rawValue: words["k"].string ?? ""),
            let points = words["p"].array, points.count <= 10
        else { return nil }
        let fingers = points.compactMap { point in
            place(point).map { RemoteInput.Touch.Point(finger: (point["id"].int ?? 0) & 15, x: $0.0, y: $0.1) }
        }
        guard fingers.count == points.count else { return nil }
        return .touch(.init(action, fingers))
    }

    private static func key(_ words: JSON) -> RemoteInput? {
        guard let name = words["key"].string, name.count <= 20, let isDown = words["d"].bool else { return nil }
        let held = modifiers(words)
        let code = words["code"].string.map { String($0.prefix(20)) }
        let plain = name.count == 1 ? name.lowercased() : name
        if !held.isDisjoint(with: [.control, .meta]), !chords.contains(plain) { return nil }
        // These are the clipboard's, and the browser's own.
        if held.contains(.shift), name == "Insert" || name == "Delete" { return nil }
        if name.count > 1, name.first == "F", name.dropFirst().allSatisfy(\.isNumber), name != "F4" { return nil }
        if held.contains(.alt), name == "ArrowLeft" || name == "ArrowRight" { return nil }
        return .key(.init(name, isDown: isDown, modifiers: held, code: code))
    }
}

extension RemoteInput {
    /// Whether it may open a list or a picker beside the page.
    var mayOpen: Bool {
        switch self {
        case .mouse(let mouse): mouse.action == .press
        case .touch(let touch): touch.action == .start
        case .key(let key): key.isDown && (key.name == " " || key.name == "F4" || key.modifiers.contains(.alt))
        case .wheel, .text, .composition: false
        }
    }
}
