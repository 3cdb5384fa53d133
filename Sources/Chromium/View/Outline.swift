/// A page in few words: what assistive technology would read out, one line an element, indented by depth.
///
/// `[12] textbox "First name" required value="Ann"`: what can be acted upon has a number, which names its element.
public struct Outline: Sendable {
    /// The lines; the page's words, to be treated as data.
    public let text: String
    /// The elements that have numbers.
    public let elements: [Int: ElementHandle]
    /// Whether the page had more to say than fits.
    public let isCut: Bool

    /// The element with a number.
    /// - Parameter number: The number, as the text shows it.
    public subscript(number: Int) -> ElementHandle? { elements[number] }
}

/// What the page's script makes of one frame.
struct FrameOutline: Decodable, Sendable {
    struct Line: Decodable, Sendable {
        let depth: Int
        let role: String
        let name: String
        let value: String?
        let states: [String]?
        let options: String?
        let id: Int?
    }

    let lines: [Line]
    let cut: Bool
}

/// Puts the frames' lines together.
struct OutlineWriter {
    let mostCharacters: Int
    private var text = ""
    private var elements: [Int: ElementHandle] = [:]
    private var numbers: [ElementHandle: Int]
    private var next: Int
    private var isCut = false

    init(mostCharacters: Int, after earlier: Outline?) {
        self.mostCharacters = mostCharacters
        numbers = Dictionary(uniqueKeysWithValues: (earlier?.elements ?? [:]).map { ($0.value, $0.key) })
        next = (earlier?.elements.keys.max() ?? 0) + 1
    }

    var outline: Outline { Outline(text: text, elements: elements, isCut: isCut) }
    var isFull: Bool { isCut }

    mutating func cut() { isCut = true }

    mutating func write(_ line: FrameOutline.Line, indent: Int, element: ElementHandle?) {
        let number = element.map { numbers[$0] ?? next }
        let written = String(repeating: "  ", count: indent + line.depth) + Self.words(line, number) + "\n"
        guard text.utf8.count + written.utf8.count <= mostCharacters else { return isCut = true }
        text += written
        guard let number, let element else { return }
        elements[number] = element
        numbers[element] = number
        next = max(next, number + 1)
    }

    private static func words(_ line: FrameOutline.Line, _ number: Int?) -> String {
        var parts = number.map { ["[\($0)]"] } ?? []
        parts.append(line.role)
        if !line.name.isEmpty { parts.append(quoted(line.name)) }
        parts += line.states ?? []
        if let value = line.value { parts.append("value=\(quoted(value))") }
        if let options = line.options { parts.append("options: \(options)") }
        return parts.joined(separator: " ")
    }

    private static func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}
