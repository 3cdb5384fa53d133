public import Foundation

/// All that a person sees of a page that they help with: its newest picture, and what no picture shows.
public struct LiveScene: Sendable {
    /// What the page looked like at one moment.
    public struct Picture: Sendable {
        /// Which picture this is; later ones have higher numbers.
        public let number: Int
        /// A JPEG.
        public let data: Data
        /// How wide the page's visible part is, in CSS pixels.
        public let width: Int
        /// How high it is.
        public let height: Int
        /// When it was taken, since the view began.
        public let time: Duration
    }

    /// A page of the context.
    public struct Tab: Hashable, Sendable {
        /// Names the page while it is open.
        public let id: String
        /// Its title; the page's words.
        public var title: String
        /// Where it is.
        public var address: String
    }

    /// A dialog of the page's that stands open.
    public struct Dialog: Hashable, Sendable {
        /// Which one.
        public let id: Int
        /// `alert`, `confirm`, `prompt` or `beforeunload`.
        public let kind: String
        /// What it says; the page's words.
        public let message: String
        /// What a prompt proposes.
        public let proposed: String
    }

    /// A list or a picker that the browser would have opened beside the page.
    public struct Picker: Hashable, Sendable, Decodable {
        /// An entry of a list.
        public struct Option: Hashable, Sendable, Decodable {
            /// What it says.
            public let text: String
            /// The heading that it stands under.
            public let group: String?
            /// Whether it cannot be chosen.
            public let off: Bool
            /// Whether it is chosen.
            public let on: Bool
        }

        /// Names the control.
        public let id: Int
        /// `select`, or the input's type: `date`, `time`, `month`, `week`, `datetime-local`, `color`.
        public let kind: String
        /// What the control asks for.
        public let label: String
        /// A list's entries.
        public let options: [Option]
        /// A picker's present value, in the input's own form.
        public let value: String
        /// The least a picker takes.
        public let min: String?
        /// The most a picker takes.
        public let max: String?
        /// In which steps.
        public let step: String?
    }

    /// The page wants files.
    public struct Files: Hashable, Sendable {
        /// Which question this is.
        public let id: Int
        /// Whether it takes several.
        public let takesSeveral: Bool
    }

    /// Where text goes that is typed.
    public struct Focus: Hashable, Sendable {
        /// Which keyboard a phone is to show, as in `inputmode`.
        public let mode: String
        /// Whether it is a password.
        public let isSecret: Bool
        /// How many characters the field takes, where it says so.
        public let room: Int?
        /// The field's left, top, right and bottom edge in the page's visible part.
        public let box: [Double]
    }

    /// Why there is no picture, or none that moves.
    public enum Stillness: String, Hashable, Sendable {
        /// The page has not been drawn yet.
        case loading
        /// A dialog stands open, and the page stands still until it is answered.
        case dialog
        /// The page has answered nothing for a while that was done to it.
        case stuck
        /// The browser sends no picture.
        case silent
        /// There is no page any more.
        case closed
    }

    /// The newest picture.
    public var picture: Picture?
    /// The open pages.
    public var tabs: [Tab] = []
    /// The page that is shown.
    public var shown = ""
    /// The dialog that stands open.
    public var dialog: Dialog?
    /// The list or picker that the person opened last.
    public var picker: Picker?
    /// What the page wants files for.
    public var files: Files?
    /// Where typed text goes.
    public var focus: Focus?
    /// Why nothing moves.
    public var stillness: Stillness? = .loading
    /// The host that the page was kept from going to last, and how often it was kept.
    public var refusedHost = ""
    /// How many documents were refused.
    public var refusals = 0
    /// Counts the changes.
    public internal(set) var version = 0
}
