/// A rectangle, in CSS pixels.
struct Box: Hashable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }
    var isEmpty: Bool { width <= 0 || height <= 0 }

    func moved(x: Double, y: Double, scale: Double = 1) -> Box {
        Box(left: left * scale + x, top: top * scale + y, right: right * scale + x, bottom: bottom * scale + y)
    }

    func within(_ other: Box) -> Box {
        Box(
            left: max(left, other.left),
            top: max(top, other.top),
            right: min(right, other.right),
            bottom: min(bottom, other.bottom)
        )
    }

    var json: JSONValue { [.double(left), .double(top), .double(right), .double(bottom)] }
}
