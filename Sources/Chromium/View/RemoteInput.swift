/// What a person does to a page that they see elsewhere.
///
/// Places are counted in CSS pixels from the top left of the page's visible part.
public enum RemoteInput: Hashable, Sendable {
    /// The mouse is moved, pressed or released.
    case mouse(Mouse)
    /// The wheel is turned.
    case wheel(Wheel)
    /// A key goes down or up.
    case key(Key)
    /// Text comes in one piece, from an input method or the clipboard.
    case text(String)
    /// An input method shows what it is about to enter; empty takes it back.
    case composition(String)
    /// Fingers touch the page, move on it or leave it.
    case touch(Touch)

    /// Something done with the mouse.
    public struct Mouse: Hashable, Sendable {
        /// What is done.
        public enum Action: String, Hashable, Sendable {
            /// It is moved.
            case move
            /// A button goes down.
            case press
            /// A button goes up.
            case release
        }

        /// Which button.
        public enum Button: String, Hashable, Sendable {
            /// None, as when the mouse is only moved.
            case none
            /// The first.
            case left
            /// The wheel, pressed.
            case middle
            /// The second.
            case right
        }

        /// What is done.
        public let action: Action
        /// How far from the left.
        public let x: Double
        /// How far from the top.
        public let y: Double
        /// Which button.
        public let button: Button
        /// Which press in a row this is: 2 for the second of a double click.
        public let count: Int
        /// Which keys are held.
        public let modifiers: Modifiers
        /// Which buttons are down after it, as in `MouseEvent.buttons`; nil for what follows from the action.
        public let buttons: Int?

        /// Describes something done with the mouse.
        public init(
            _ action: Action,
            x: Double,
            y: Double,
            button: Button = .none,
            count: Int = 1,
            modifiers: Modifiers = [],
            buttons: Int? = nil
        ) {
            self.action = action
            self.x = x
            self.y = y
            self.button = button
            self.count = count
            self.modifiers = modifiers
            self.buttons = buttons
        }
    }

    /// Something done with fingers.
    public struct Touch: Hashable, Sendable {
        /// What is done.
        public enum Action: String, Hashable, Sendable {
            /// A finger comes down.
            case start
            /// Fingers move.
            case move
            /// A finger leaves.
            case end
            /// The system takes the touch away.
            case cancel
        }

        /// Where a finger is.
        public struct Point: Hashable, Sendable {
            /// Which finger.
            public let finger: Int
            /// How far from the left.
            public let x: Double
            /// How far from the top.
            public let y: Double

            /// Describes a finger.
            public init(finger: Int, x: Double, y: Double) {
                self.finger = finger
                self.x = x
                self.y = y
            }
        }

        /// What is done.
        public let action: Action
        /// The fingers that are on the page after it.
        public let points: [Point]

        /// Describes something done with fingers.
        public init(_ action: Action, _ points: [Point]) {
            self.action = action
            self.points = points
        }
    }

    /// A turn of the wheel.
    public struct Wheel: Hashable, Sendable {
        /// How far from the left.
        public let x: Double
        /// How far from the top.
        public let y: Double
        /// How far to the right.
        public let deltaX: Double
        /// How far down.
        public let deltaY: Double

        /// Describes a turn of the wheel.
        public init(x: Double, y: Double, deltaX: Double = 0, deltaY: Double) {
            self.x = x
            self.y = y
            self.deltaX = deltaX
            self.deltaY = deltaY
        }
    }

    /// A key going down or up.
    public struct Key: Hashable, Sendable {
        /// The key's name as in `KeyboardEvent.key`.
        public let name: String
        /// Whether it goes down.
        public let isDown: Bool
        /// Which others are held.
        public let modifiers: Modifiers
        /// Where it is on the keyboard, as in `KeyboardEvent.code`; nil where nobody knows.
        public let code: String?

        /// Describes a key going down or up.
        public init(_ name: String, isDown: Bool, modifiers: Modifiers = [], code: String? = nil) {
            self.code = code
            self.name = name
            self.isDown = isDown
            self.modifiers = modifiers
        }
    }

    /// Keys that are held.
    public struct Modifiers: OptionSet, Hashable, Sendable {
        /// The keys' bits.
        public let rawValue: Int

        /// Makes a set of keys.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// The Alt key.
        public static let alt = Modifiers(rawValue: 1)
        /// The Control key.
        public static let control = Modifiers(rawValue: 2)
        /// The Meta key.
        public static let meta = Modifiers(rawValue: 4)
        /// The Shift key.
        public static let shift = Modifiers(rawValue: 8)
    }
}
