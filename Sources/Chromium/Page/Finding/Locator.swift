/// Describes one element the way a person would point at it.
public enum Locator: Hashable, Sendable, Codable {
    /// An accessible role, and the accessible name if given.
    case role(String, name: String?)
    /// The control with this label.
    case label(String)
    /// The control with this placeholder.
    case placeholder(String)
    /// The innermost element with this text.
    case text(String)
    /// The elements that show this somewhere in their own text, or in what was entered.
    case showing(String)
    /// The element with this in an attribute for tests, such as `data-testid`.
    case testID(String)
    /// The control with this `name`.
    case name(String)
    /// The element with this `id`.
    case id(String)
    /// What a CSS selector finds.
    case css(String)
    /// What an XPath finds; it reaches into frames but not into shadow roots.
    case xpath(String)
}
