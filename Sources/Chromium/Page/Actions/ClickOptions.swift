/// How a click is done.
public struct ClickOptions: Hashable, Sendable {
    /// The buttons of a mouse.
    public enum Button: String, Hashable, Sendable {
        /// The one that presses things.
        case left
        /// The wheel's.
        case middle
        /// The one that opens menus.
        case right
    }

    /// The keys that may be held down meanwhile.
    public enum Modifier: Hashable, Sendable {
        /// Alt.
        case alt
        /// Control.
        case control
        /// Meta, also called Command or Windows.
        case meta
        /// Shift.
        case shift
    }

    /// A place within an element, from its upper left corner inside the border, in CSS pixels.
    public struct Position: Hashable, Sendable {
        /// How far to the right.
        public var x: Double
        /// How far down.
        public var y: Double

        /// Makes a position.
        public init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// The button pressed.
    public var button: Button
    /// How often: 2 is a double click, 3 is the most.
    public var count: Int
    /// The keys held down meanwhile.
    public var modifiers: Set<Modifier>
    /// Where in the element; nil is the middle of what is visible of it.
    public var position: Position?

    /// Makes options; without any it is a plain click.
    /// - Parameter count: How often, from 1 to 3.
    public init(
        button: Button = .left,
        count: Int = 1,
        modifiers: Set<Modifier> = [],
        position: Position? = nil
    ) {
        self.button = button
        self.count = count
        self.modifiers = modifiers
        self.position = position
    }
}

extension ClickOptions {
    var times: Int { min(max(count, 1), 3) }

    var heldKeys: Key.Modifiers {
        var keys: Key.Modifiers = []
        for modifier in modifiers {
            switch modifier {
            case .alt: keys.insert(.alt)
            case .control: keys.insert(.control)
            case .meta: keys.insert(.meta)
            case .shift: keys.insert(.shift)
            }
        }
        return keys
    }
}

extension ClickOptions.Position? {
    /// What the page is told of it.
    var argument: JSONValue {
        guard let self else { return .bool(false) }
        return ["x": .double(self.x), "y": .double(self.y)]
    }
}
